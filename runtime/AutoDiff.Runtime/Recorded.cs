using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace AutoDiff;

/// <summary>
/// A pooled recording of exactly known size: what the forward sweep of a loop stores and the reverse sweep reads, indexed by iteration.
/// </summary>
/// <typeparam name="T">The type of one recorded value.</typeparam>
/// <remarks>
/// Generated code writes <c>using var accAt = Recorded&lt;double&gt;.Rent(n);</c>. Indexing compiles to plain span indexing. Nothing is
/// allocated once the thread's pool is warm, however many recordings a recursion holds (up to 64 MiB of small ones). Dispose each
/// recording once and keep no copy of it: the buffer goes to whoever rents next.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Advanced)]
public readonly ref struct Recorded<T> : IDisposable
{
    readonly T[]? _array;
    readonly Span<T> _span;

    Recorded(T[] array, int length)
    {
        _array = array;
        _span = array.AsSpan(0, length);
    }

    /// <summary>Rents a recording for <paramref name="length"/> values.</summary>
    /// <param name="length">The number of values; zero or negative, for a loop that never runs, gives an empty recording.</param>
    /// <returns>A recording whose content is unspecified: what is read must have been written.</returns>
    public static Recorded<T> Rent(int length) => length <= 0 ? default : new(RecordedPool<T>.Rent(length), length);

    /// <summary>The number of values the recording holds.</summary>
    public int Length => _span.Length;

    /// <summary>The recording as a span of <see cref="Length"/> values; not to be used after <see cref="Dispose"/>.</summary>
    public Span<T> Span => _span;

    /// <summary>The value recorded at an index.</summary>
    /// <param name="index">From 0 to <see cref="Length"/> - 1.</param>
    /// <returns>A reference into the recording, to write or to read.</returns>
    /// <exception cref="IndexOutOfRangeException"><paramref name="index"/> lies outside the recording.</exception>
    public ref T this[int index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref _span[index];
    }

    /// <summary>Gives the buffer back to the pool, cleared if it holds references. Does nothing on an empty or default recording.</summary>
    public void Dispose()
    {
        if (_array is not null) RecordedPool<T>.Return(_array);
    }
}
