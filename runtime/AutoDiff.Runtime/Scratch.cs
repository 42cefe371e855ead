using System.ComponentModel;

namespace AutoDiff;

/// <summary>
/// Pooled real arrays of exact length: the local arrays of a differentiated method and their adjoints.
/// </summary>
/// <typeparam name="T">The element type.</typeparam>
/// <remarks>
/// Generated code writes <c>using var scratch = Scratch&lt;double&gt;.Begin();</c> and <c>scratch.New(n)</c> for <c>new double[n]</c>.
/// Scopes of a thread nest like calls (recursion); only the innermost one may hand out or take back arrays. An array must not be used
/// after it is freed or its scope is disposed: a result that outlives the method has to be copied out. Nothing is allocated once the
/// thread has seen the lengths it needs: a thread keeps up to 64 MiB of arrays for each element type, none of them larger than 16 MiB,
/// and leaves the others to the garbage collector.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Advanced)]
public readonly ref struct Scratch<T> : IDisposable
{
    readonly ScratchArena<T>? _arena;
    readonly int _depth;

    Scratch(ScratchArena<T> arena)
    {
        _arena = arena;
        _depth = arena.Enter();
    }

    /// <summary>Opens a scope on the calling thread.</summary>
    /// <returns>The scope; dispose it once, before any scope that was open already.</returns>
    public static Scratch<T> Begin() => new(ScratchArena<T>.OfThread);

    /// <summary>An array of zeros, as <c>new T[length]</c> would give.</summary>
    /// <param name="length">The exact length of the array; zero is fine.</param>
    /// <returns>An array that belongs to this scope.</returns>
    /// <exception cref="OverflowException"><paramref name="length"/> is negative.</exception>
    /// <exception cref="InvalidOperationException">The scope is not the innermost one of the thread.</exception>
    public T[] New(int length)
    {
        T[] array = Arena.Take(length, out bool isZero);
        if (!isZero) Array.Clear(array);
        return array;
    }

    /// <summary>A copy of <paramref name="source"/>, as <c>source.ToArray()</c> would give.</summary>
    /// <param name="source">The elements to copy.</param>
    /// <returns>An array of the length of <paramref name="source"/> that belongs to this scope.</returns>
    /// <exception cref="InvalidOperationException">The scope is not the innermost one of the thread.</exception>
    public T[] Copy(ReadOnlySpan<T> source)
    {
        T[] array = Arena.Take(source.Length, out _);
        source.CopyTo(array);
        return array;
    }

    /// <summary>
    /// Gives an array back before the scope ends, so that a loop reuses it. The most recent array is given back in constant time, others
    /// in time proportional to the arrays handed out since.
    /// </summary>
    /// <param name="array">An array of this scope. Null and arrays from elsewhere are ignored.</param>
    /// <exception cref="InvalidOperationException">The scope is not the innermost one of the thread.</exception>
    public void Free(T[]? array)
    {
        if (array is not null) Arena.Free(array);
    }

    /// <summary>Gives back every array of the scope that was not freed. Does nothing on a default scope.</summary>
    public void Dispose() => _arena?.Leave(_depth);

    ScratchArena<T> Arena
    {
        get
        {
            if (_arena is null || _arena.Depth != _depth) throw NotInnermost();
            return _arena;
        }
    }

    static InvalidOperationException NotInnermost() =>
        new("This scratch scope is not the innermost open scope of its thread, so it cannot hand out or take back arrays now.");
}
