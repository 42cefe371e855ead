namespace AutoDiff;

/// <summary>Applies a reduction along axes, and records it.</summary>
/// <typeparam name="TReduction">The reduction.</typeparam>
static class Reduction<TReduction> where TReduction : struct, IReduction
{
    /// <summary>Reduces all elements to an array without axes.</summary>
    internal static NDArray<T> Apply<T>(NDArray<T> x) => Apply(x, Fold.All(x.Rank), keepDims: false);

    /// <summary>Reduces along axes.</summary>
    internal static NDArray<T> Apply<T>(NDArray<T> x, ReadOnlySpan<int> axes, bool keepDims) =>
        Apply(x, Shapes.Axes(axes, x.Shape, TReduction.Name), keepDims);

    static NDArray<T> Apply<T>(NDArray<T> x, bool[] reduced, bool keepDims)
    {
        NDArray<T> result = TReduction.Values(x.Variable is null ? x : x.Detach(), reduced);
        Layout values = result.Layout;
        if (!keepDims) result = result.View(Fold.Kept(values, reduced), 0);
        if (Tape.Watches(x)) result.Variable = new ReductionNode<TReduction, T>(result, x, values.Shape, reduced).Output;
        return result;
    }
}

/// <summary>A recorded reduction.</summary>
sealed class ReductionNode<TReduction, T>(NDArray<T> result, NDArray<T> x, int[] valuesShape, bool[] reduced)
    : Node<T>(TReduction.Name, result.Layout, [x.Variable])
    where TReduction : struct, IReduction
{
    readonly int[] _shape = x.Layout.Shape;
    Application<T> _application = new(TReduction.Name, TReduction.Reads, x, null, result);

    protected override void Propagate(NDArray<T> gradient)
    {
        Give(Inputs[0]!, TReduction.Backward(gradient.Reshape(valuesShape), _application, Fold.Axes(reduced), _shape));
    }

    internal override void Release()
    {
        base.Release();
        _application = default;
    }
}
