namespace AutoDiff;

/// <summary>
/// An operation each of whose results is an element of the operand: a view, rows by number, a maximum's place. Its derivative adds each gradient to
/// where the element came from, and the derivative of that is the same selection again.
/// </summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="operation">The operation as messages name it.</param>
abstract class Selection<T>(string operation)
{
    /// <summary>The chosen elements, a view or a new array; not recorded.</summary>
    protected abstract NDArray<T> From(NDArray<T> source);

    /// <summary>Adds each value to the element it belongs to, always in the same order.</summary>
    /// <param name="target">A row-major array of the operand's shape.</param>
    /// <param name="values">An array of the result's shape.</param>
    protected abstract void AddTo(NDArray<T> target, NDArray<T> values);

    /// <summary>The chosen elements.</summary>
    internal NDArray<T> Apply(NDArray<T> source)
    {
        NDArray<T> result = From(source);
        if (Tape.Watches(source)) result.Variable = new SelectionNode(result, operation, source, this).Output;
        return result;
    }

    /// <summary>Zeros, and the values added where they belong.</summary>
    NDArray<T> Scatter(NDArray<T> values, int[] shape)
    {
        NDArray<T> result = NDArray<T>.Zeros(Layout.Of(shape));
        AddTo(result, values);
        return Tape.Record(result, operation, values, Apply);
    }

    /// <summary>A recorded selection. Many selections of one array (the elements in a loop, the rows of a batch) share one array of gradients.</summary>
    sealed class SelectionNode(NDArray<T> result, string operation, NDArray<T> source, Selection<T> selection)
        : Node<T>(operation, result.Layout, [source.Variable])
    {
        protected override void Propagate(NDArray<T> gradient)
        {
            Variable operand = Inputs[0]!;
            if (Autograd.IsRecording) Give(operand, selection.Scatter(gradient, operand.Shape));
            else GiveInPlace<T>(operand, target => selection.AddTo(target, gradient));
        }
    }
}
