namespace AutoDiff;

public sealed partial class NDArray<TElement>
{
    /// <summary>Overwrites the elements, also through a view. Operands that overlap behave as if the source were copied first.</summary>
    /// <param name="source">An array of the same shape.</param>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    /// <exception cref="InvalidOperationException">The change would have to be recorded, or one element stands for several (a broadcast view).</exception>
    public void Assign(NDArray<TElement> source)
    {
        RequireChangeable("Assign", source);
        InPlace.Assign(this, source);
    }

    /// <summary>Overwrites every element with one number, also through a view: <c>x[1, ..].Fill(0)</c>.</summary>
    /// <param name="value">The number.</param>
    /// <exception cref="InvalidOperationException">The change would have to be recorded, or one element stands for several (a broadcast view).</exception>
    public void Fill(TElement value) => Assign(Scalar(value).BroadcastTo(Shape));

    /// <summary>Adds to the elements, also through a view. Operands that overlap behave as if the other one were copied first.</summary>
    /// <param name="other">An array of the same shape.</param>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    /// <exception cref="InvalidOperationException">The change would have to be recorded, or one element stands for several (a broadcast view).</exception>
    public void Add(NDArray<TElement> other)
    {
        RequireChangeable("Add", other);
        InPlace.Add(this, other);
    }

    void RequireChangeable(string operation, NDArray<TElement> source)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (!Layout.HasShapeOf(source.Layout))
            throw new ArgumentException($"{operation}: the shapes are {Shapes.Text(Shape)} and {Shapes.Text(source.Shape)}.", nameof(source));
        RequireUnrecorded(operation, source);
        for (int axis = 0; axis < Rank; axis++)
        {
            if (Layout.Strides[axis] == 0 && Layout.Shape[axis] > 1)
                throw new InvalidOperationException($"{operation}: in a broadcast view one element stands for several; Copy() it first.");
        }
    }

    void RequireUnrecorded(string operation, NDArray<TElement> source)
    {
        if (!Tape.Watches(this, source)) return;
        throw new InvalidOperationException(
            $"{operation}: an array of shape {Shapes.Text(Shape)} cannot be changed in place while recording; " +
            "compute a new one, or change it inside of Autograd.Pause() with a detached source.");
    }
}
