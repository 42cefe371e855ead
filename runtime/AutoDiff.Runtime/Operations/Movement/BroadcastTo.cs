namespace AutoDiff;

public sealed partial class NDArray<TElement>
{
    /// <summary>The array repeated along new axes in front and along axes of length 1.</summary>
    /// <param name="shape">The shape to have.</param>
    /// <returns>A view, in which repeated elements share their place.</returns>
    /// <exception cref="ArgumentException">The array does not broadcast to that shape.</exception>
    public NDArray<TElement> BroadcastTo(params ReadOnlySpan<int> shape)
    {
        if (Layout.HasShape(shape)) return this;
        int[] target = Layout.Of(shape).Shape;
        bool fits = target.Length >= Rank;
        for (int axis = 1; fits && axis <= Rank; axis++) fits = Layout.Shape[^axis] == target[^axis] || Layout.Shape[^axis] == 1;
        if (!fits) throw new ArgumentException($"BroadcastTo: the shape {Shapes.Text(Shape)} does not broadcast to {Shapes.Text(shape)}.", nameof(shape));
        int[] before = Layout.Shape;
        NDArray<TElement> view = View(Layout.Strided(target, Shapes.BroadcastStrides(Layout, target)), 0);
        return Tape.Record(view, "BroadcastTo", this, gradient => gradient.SumTo(before));
    }
}
