using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace AutoDiff;

/// <summary>What generated code needs where the method uses a <see cref="List{T}"/>, which it holds as an array and a count.</summary>
[EditorBrowsable(EditorBrowsableState.Advanced)]
public static class Lists
{
    /// <summary>The index itself, as long as it is that of an element that counts. Allocates nothing.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The list has no element there.</exception>
    public static int Index(int index, int count)
    {
        if ((uint)index >= (uint)count) Throw();
        return index;
    }

    [DoesNotReturn]
    private static void Throw() => throw new ArgumentOutOfRangeException("index", "Index was out of range. Must be non-negative and less than the size of the collection.");
}
