using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace AutoDiff;

/// <summary>
/// A pooled recording that grows: for loops whose trip count is not known before they run. The forward sweep writes rising indices,
/// the reverse sweep reads falling ones.
/// </summary>
/// <typeparam name="T">The type of one recorded value.</typeparam>
/// <remarks>
/// <para>
/// Generated code writes <c>using var accAt = RecordedStack&lt;double&gt;.Rent();</c>. Growing adds a segment and never moves what is
/// recorded, so references stay valid. Segment 0 holds the first 256 values; segment k ≥ 1 as many as all before it, so that the
/// segment of an index is a logarithm and a recording of any length needs few. The segment last used is cached: sequential access in
/// either direction costs a subtraction and a bounds check.
/// </para>
/// <para>
/// Nothing is allocated in the steady state: the object, its table and its first segment return to a free list of the thread, the
/// other segments to the thread's pool. Any number may be in use at a time (recursion). Not for several threads at once; disposing on
/// another thread is harmless. Any index that is not negative is valid: one that was never written reads as unspecified, and gets storage.
/// </para>
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Advanced)]
public sealed class RecordedStack<T> : IDisposable
{
    const int FirstLengthLog2 = 8;
    const int FirstLength = 1 << FirstLengthLog2;
    const int MaxFree = 4096;

    [ThreadStatic] static RecordedStack<T>? t_free;

    readonly T[]?[] _segments = new T[]?[32 - FirstLengthLog2];
    T[] _segment; // the segment last used; empty when not rented, so that every access finds the slow path
    int _start; // the index of its first value
    int _top; // the number of the highest segment in use
    bool _rented;
    RecordedStack<T>? _nextFree;
    int _freeCount; // the length of the free list from here on

    RecordedStack()
    {
        _segment = [];
        _segments[0] = new T[FirstLength];
    }

    /// <summary>Rents an empty recording.</summary>
    /// <returns>A recording without values; allocated only if the thread's free list has none.</returns>
    public static RecordedStack<T> Rent()
    {
        RecordedStack<T> stack = t_free ?? new();
        t_free = stack._nextFree;
        stack._nextFree = null;
        stack._segment = stack._segments[0]!;
        stack._start = 0;
        stack._rented = true;
        return stack;
    }

    /// <summary>The value recorded at an index. The first access beyond the segments in use rents another one.</summary>
    /// <param name="index">Zero or greater; indices may be left out.</param>
    /// <returns>A reference into the recording, to write or to read, valid until <see cref="Dispose"/>.</returns>
    /// <exception cref="IndexOutOfRangeException"><paramref name="index"/> is negative.</exception>
    /// <exception cref="ObjectDisposedException">The recording was given back and not rented again.</exception>
    public ref T this[int index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            T[] segment = _segment;
            uint offset = (uint)(index - _start); // wraps for an index below the segment: one comparison checks both ends
            if (offset < (uint)segment.Length) return ref segment[offset];
            return ref Seek(index);
        }
    }

    /// <summary>
    /// Gives the segments back, cleared if they hold references. A second call does nothing, unless the object was rented again in
    /// between: then it takes the recording from its new owner, as with any pool.
    /// </summary>
    public void Dispose()
    {
        if (!_rented) return;
        for (int k = 1; k <= _top; k++)
        {
            if (_segments[k] is not { } segment) continue; // skipped by a hole
            _segments[k] = null;
            RecordedPool<T>.Return(segment);
        }
        if (RuntimeHelpers.IsReferenceOrContainsReferences<T>()) Array.Clear(_segments[0]!);
        _segment = [];
        _top = 0;
        _rented = false;

        int freeCount = (t_free?._freeCount ?? 0) + 1;
        if (freeCount > MaxFree) return; // left to the garbage collector
        _freeCount = freeCount;
        _nextFree = t_free;
        t_free = this;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    ref T Seek(int index)
    {
        ObjectDisposedException.ThrowIf(!_rented, this);
        if (index < 0) throw new IndexOutOfRangeException($"Index {index} of a recording is negative.");
        int k = BitOperations.Log2((uint)index | (FirstLength - 1)) - (FirstLengthLog2 - 1);
        int start = k == 0 ? 0 : FirstLength << (k - 1);
        _segment = _segments[k] ??= RecordedPool<T>.Rent(start); // exactly 2^n long, so the next segment begins where it ends
        _start = start;
        if (k > _top) _top = k;
        return ref _segment[index - start];
    }
}
