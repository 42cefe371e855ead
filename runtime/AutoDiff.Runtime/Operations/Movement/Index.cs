namespace AutoDiff;

public sealed partial class NDArray<TElement>
{
    /// <summary>A part of the array. Assigning to it changes the array itself.</summary>
    /// <param name="indices">
    /// For each axis, from the first on, a place (<c>1</c>, <c>-1</c>, <c>^1</c>), which drops the axis, or a range (<c>1..3</c>, <c>..</c>). Axes that
    /// are not mentioned are kept whole.
    /// </param>
    /// <value>A view. A value that is assigned broadcasts to the view; further axes of length 1 in front of it do not matter.</value>
    /// <exception cref="ArgumentException">There are more indices than axes, or what is assigned does not broadcast to the view.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An index or an end of a range is not on its axis; nothing is clipped.</exception>
    /// <exception cref="InvalidOperationException">An assignment would have to be recorded; see <see cref="Assign"/>.</exception>
    public NDArray<TElement> this[params ReadOnlySpan<ArrayIndex> indices]
    {
        get => Part<TElement>.At(Layout.Shape, indices).Apply(this);
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            NDArray<TElement> part = Part<TElement>.At(Layout.Shape, indices).Of(this);
            RequireUnrecorded("Assign", value);
            value = value.Detach();
            while (value.Rank > part.Rank && value.Shape[0] == 1) value = value.Squeeze(0); // as NumPy does
            part.Assign(value.BroadcastTo(part.Shape));
        }
    }
}
