namespace AutoDiff;

/// <summary>
/// One thread's arrays behind <see cref="Scratch{T}"/>: a stack of the arrays handed out, with a mark for each open scope, over a
/// <see cref="ScratchPool{T}"/> of the arrays at rest.
/// </summary>
/// <typeparam name="T">The element type.</typeparam>
sealed class ScratchArena<T>
{
    [ThreadStatic] static ScratchArena<T>? t_arena;

    readonly ScratchPool<T> _pool = new();
    T[]?[] _live = new T[]?[16]; // arrays handed out, oldest first; null where one was freed out of order
    int _liveCount;
    int[] _marks = new int[8]; // _marks[d]: how many arrays were live when the scope at depth d opened

    /// <summary>The arena of the calling thread.</summary>
    internal static ScratchArena<T> OfThread => t_arena ??= new();

    /// <summary>The number of open scopes, which is the depth of the innermost one.</summary>
    internal int Depth { get; private set; }

    /// <summary>Opens a scope and returns its depth, 1 for the outermost.</summary>
    internal int Enter()
    {
        if (Depth == 0) _pool.BeginRound();
        if (Depth + 1 == _marks.Length) Array.Resize(ref _marks, 2 * _marks.Length);
        _marks[++Depth] = _liveCount;
        return Depth;
    }

    /// <summary>Closes the scope at <paramref name="depth"/> and, should any still be open, those inside it.</summary>
    internal void Leave(int depth)
    {
        if (depth > Depth) return; // closed already
        for (int mark = _marks[depth]; _liveCount > mark;)
        {
            if (Pop() is { } array) _pool.Return(array);
        }
        Depth = depth - 1;
    }

    /// <summary>Hands out an array to the innermost scope. Its content is unspecified unless <paramref name="isZero"/>.</summary>
    internal T[] Take(int length, out bool isZero)
    {
        T[]? array = length > 0 ? _pool.TryTake(length) : null;
        isZero = array is null;
        if (length == 0) return []; // shared by all, hence nothing to give back
        array ??= new T[length]; // throws OverflowException if the length is negative
        if (_liveCount == _live.Length) Array.Resize(ref _live, 2 * _live.Length);
        _live[_liveCount++] = array;
        return array;
    }

    /// <summary>Takes an array of the innermost scope back; ignores any other.</summary>
    internal void Free(T[] array)
    {
        int mark = _marks[Depth];
        int at = _liveCount - 1;
        while (at >= mark && !ReferenceEquals(_live[at], array)) at--;
        if (at < mark) return;
        _live[at] = null;
        _pool.Return(array);
        while (_liveCount > mark && _live[_liveCount - 1] is null) _liveCount--;
    }

    T[]? Pop()
    {
        ref T[]? top = ref _live[--_liveCount];
        T[]? array = top;
        top = null;
        return array;
    }
}
