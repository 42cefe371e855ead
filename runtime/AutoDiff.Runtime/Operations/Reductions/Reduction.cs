using System.Numerics;

namespace AutoDiff;

/// <summary>Applies a reduction along axes, and records it.</summary>
/// <typeparam name="TReduction">The reduction.</typeparam>
static class Reduction<TReduction> where TReduction : struct, IReduction
{
    /// <summary>Reduces all elements to an array without axes.</summary>
    internal static NDArray<T> Apply<T>(NDArray<T> x)
    {
        int[] axes = new int[x.Rank];
        for (int axis = 0; axis < axes.Length; axis++) axes[axis] = axis;
        return Apply(x, axes, keepDims: false);
    }

    /// <summary>Reduces along axes.</summary>
    internal static NDArray<T> Apply<T>(NDArray<T> x, ReadOnlySpan<int> axes, bool keepDims)
    {
        bool[] reduced = Shapes.Axes(axes, x.Rank, TReduction.Name);
        NDArray<T> values;
        if (typeof(T) == typeof(float)) values = Run<T, float>(x, reduced);
        else if (typeof(T) == typeof(double)) values = Run<T, double>(x, reduced);
        else if (typeof(T) == typeof(int)) values = Run<T, int>(x, reduced);
        else throw Element.Unsupported<T>(TReduction.Name);

        NDArray<T> result = keepDims ? values : values.View(Layout.Of(Kept(x.Layout.Shape, reduced)), 0);
        if (Tape.Watches(x)) result.Variable = new ReductionNode<TReduction, T>(result, x, values).Output;
        return result;
    }

    static int[] Kept(int[] shape, bool[] reduced)
    {
        List<int> kept = [];
        for (int axis = 0; axis < shape.Length; axis++)
            if (!reduced[axis]) kept.Add(shape[axis]);
        return [.. kept];
    }

    /// <summary>The values, with reduced axes of length 1.</summary>
    static NDArray<T> Run<T, TNumber>(NDArray<T> x, bool[] reduced) where TNumber : unmanaged, INumber<TNumber>
    {
        int[] shape = [.. x.Layout.Shape];
        for (int axis = 0; axis < shape.Length; axis++)
            if (reduced[axis]) shape[axis] = 1;
        NDArray<T> result = NDArray<T>.Uninitialized(Layout.Of(shape));
        Span<TNumber> values = Element.As<T, TNumber>(result.Span);
        if (x.Size == 0)
        {
            if (result.Size > 0) values.Fill(TReduction.Identity<TNumber>());
            return result;
        }

        // The reduced axes last: then each value is the reduction of a row.
        int rank = shape.Length, kept = 0;
        int[] order = new int[rank];
        for (int axis = 0; axis < rank; axis++)
            if (!reduced[axis]) order[kept++] = axis;
        int last = kept;
        for (int axis = 0; axis < rank; axis++)
            if (reduced[axis]) order[last++] = axis;
        ReadOnlySpan<TNumber> rows = Element.As<T, TNumber>(x.Detach().Transpose(order).Contiguous().Span);
        int length = rows.Length / values.Length;
        for (int i = 0; i < values.Length; i++) values[i] = TReduction.Reduce(rows.Slice(i * length, length));
        return result;
    }
}

/// <summary>A recorded reduction.</summary>
sealed class ReductionNode<TReduction, T>(NDArray<T> result, NDArray<T> x, NDArray<T> values)
    : Node<T>(TReduction.Name, result.Layout, [x.Variable])
    where TReduction : struct, IReduction
{
    readonly int[] _shape = x.Layout.Shape;
    readonly int[] _valuesShape = values.Layout.Shape;
    Application<T> _application = new(TReduction.Name, TReduction.Reads, x, null, values);

    protected override void Propagate(NDArray<T> gradient) => Give(Inputs[0]!, TReduction.Backward(gradient.Reshape(_valuesShape), _application, _shape));

    internal override void Release()
    {
        base.Release();
        _application = default;
    }
}
