namespace AutoDiff;

static partial class Shapes
{
    /// <summary>The number of elements of a shape that an array has.</summary>
    internal static int Count(ReadOnlySpan<int> shape)
    {
        int count = 1;
        foreach (int length in shape) count *= length;
        return count;
    }
}
