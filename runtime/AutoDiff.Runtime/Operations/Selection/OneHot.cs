namespace AutoDiff;

public static partial class NDArray
{
    /// <summary>A row of zeros for each index, with a one at its place.</summary>
    /// <typeparam name="T">The element type of the result.</typeparam>
    /// <param name="index">Indices from 0 to <paramref name="depth"/> - 1.</param>
    /// <param name="depth">The length of the new last axis.</param>
    /// <returns>A new array with one axis more than the index.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An index or the depth is out of range.</exception>
    public static NDArray<T> OneHot<T>(this NDArray<int> index, int depth)
    {
        ArgumentNullException.ThrowIfNull(index);
        ArgumentOutOfRangeException.ThrowIfNegative(depth);
        NDArray<T> result = Zeros<T>([.. index.Shape, depth]);
        Span<T> elements = result.Span;
        T one = Element.From<T>(1);
        int start = 0;
        foreach (int place in index.Contiguous().Span)
        {
            if ((uint)place >= (uint)depth)
                throw new ArgumentOutOfRangeException(nameof(index), place, $"OneHot: there is no place {place} among {depth}.");
            elements[start + place] = one;
            start += depth;
        }
        return result;
    }
}
