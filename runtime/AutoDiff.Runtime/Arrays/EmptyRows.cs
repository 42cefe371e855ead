using System.Collections;
using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace AutoDiff;

/// <summary>What <c>[[], []]</c> stands for in <c>NDArray.Create&lt;double&gt;([[], []])</c>, as <see cref="EmptyList"/> does for <c>[]</c>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[CollectionBuilder(typeof(EmptyRows), nameof(Create))]
public readonly struct EmptyRows : IEnumerable<EmptyList>
{
    /// <summary>The number of rows.</summary>
    internal int Count { get; private init; }

    /// <summary>The rows.</summary>
    /// <param name="rows">Empty lists.</param>
    /// <returns>As many rows.</returns>
    public static EmptyRows Create(ReadOnlySpan<EmptyList> rows) => new() { Count = rows.Length };

    /// <summary>Goes through the rows.</summary>
    /// <returns>An enumerator before the first row.</returns>
    public IEnumerator<EmptyList> GetEnumerator() => Enumerable.Repeat(default(EmptyList), Count).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
