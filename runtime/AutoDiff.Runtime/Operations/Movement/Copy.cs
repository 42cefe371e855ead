namespace AutoDiff;

public sealed partial class NDArray<TElement>
{
    /// <summary>A new array of the same elements, which shares nothing with this one.</summary>
    /// <returns>A row-major array.</returns>
    public NDArray<TElement> Copy() => Tape.Record(Strided.Copy(this), "Copy", this, gradient => gradient);
}
