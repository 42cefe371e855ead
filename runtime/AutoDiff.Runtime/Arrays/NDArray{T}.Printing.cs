namespace AutoDiff;

public sealed partial class NDArray<TElement>
{
    /// <summary>The elements as NumPy prints them, and MXNet's line with the shape; large arrays are abridged.</summary>
    /// <returns>Lines separated by <c>\n</c>, in no culture's but Python's notation.</returns>
    public override string ToString() => $"{Printout.Of(this)}\n<NDArray {(Rank == 0 ? "" : Shapes.Text(Shape))} @cpu(0)>";
}
