using System.Diagnostics.Contracts;

namespace System.Collections.Generic;

/// <summary>The framework's stack: a list whose end is the top.</summary>
public sealed class Stack<T> : IReadOnlyCollection<T>
{
    private readonly List<T> items;

    public Stack()
    {
        items = new List<T>();
    }

    public Stack(int capacity)
    {
        items = new List<T>(capacity);
    }

    public Stack(IEnumerable<T> collection)
    {
        items = new List<T>(collection);
    }

    [Pure]
    public int Count => items.Count;

    public void Push(T item) => items.Add(item);

    public T Pop()
    {
        if (items.Count == 0) throw new InvalidOperationException("Stack empty.");
        T item = items[items.Count - 1];
        items.RemoveAt(items.Count - 1);
        return item;
    }

    [Pure]
    public T Peek()
    {
        if (items.Count == 0) throw new InvalidOperationException("Stack empty.");
        return items[items.Count - 1];
    }

    public bool TryPop(out T result)
    {
        bool found = items.Count > 0;
        result = default;
        if (found)
        {
            result = items[items.Count - 1];
            items.RemoveAt(items.Count - 1);
        }

        return found;
    }

    [Pure]
    public bool TryPeek(out T result)
    {
        bool found = items.Count > 0;
        result = default;
        if (found) result = items[items.Count - 1];
        return found;
    }

    [Pure]
    public bool Contains(T item) => items.Contains(item);

    public void Clear() => items.Clear();

    [Pure]
    public T[] ToArray()
    {
        T[] all = new T[items.Count];
        for (int i = 0; i < all.Length; i++) all[i] = items[items.Count - 1 - i];
        return all;
    }

    public extern IEnumerator<T> GetEnumerator();

    extern IEnumerator IEnumerable.GetEnumerator();

    [Pure]
    private int Places => items.Count;

    [Pure]
    private T At(int place) => items[items.Count - 1 - place];
}
