using System.Collections;
using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace AutoDiff;

/// <summary>
/// What <c>[]</c> stands for in <c>NDArray.Create&lt;double&gt;([])</c>: among arrays of any depth the compiler could not choose, and no other list converts to this.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[CollectionBuilder(typeof(EmptyList), nameof(Create))]
public readonly struct EmptyList : IEnumerable<EmptyList.Element>
{
    /// <summary>A type without values.</summary>
    public sealed class Element
    {
        Element() { }
    }

    /// <summary>The empty list.</summary>
    /// <param name="elements">No elements.</param>
    /// <returns>The empty list.</returns>
    public static EmptyList Create(ReadOnlySpan<Element> elements) => default;

    /// <summary>Goes through no elements.</summary>
    /// <returns>An enumerator at its end.</returns>
    public IEnumerator<Element> GetEnumerator() => Enumerable.Empty<Element>().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
