using System.Diagnostics.Contracts;
using System.Linq;

namespace System.Collections.Generic;

/// <summary>The framework's queue: an array in which the elements begin at the head, and go on at its start when they reach its end.</summary>
public sealed class Queue<T> : IReadOnlyCollection<T>
{
    private T[] items;
    private int head;
    private int tail;
    private int count;

    public Queue()
    {
        items = new T[4];
    }

    public Queue(int capacity)
    {
        if (capacity < 0) throw new ArgumentOutOfRangeException("capacity");
        items = new T[capacity];
    }

    public Queue(IEnumerable<T> collection)
    {
        items = Enumerable.ToArray(collection);
        count = items.Length;
    }

    [Pure]
    public int Count => count;

    public void Enqueue(T item)
    {
        if (count == items.Length) Grow();
        items[tail] = item;
        tail = tail + 1 == items.Length ? 0 : tail + 1;
        count++;
    }

    public T Dequeue()
    {
        if (count == 0) throw new InvalidOperationException("Queue empty.");
        T item = items[head];
        head = head + 1 == items.Length ? 0 : head + 1;
        count--;
        return item;
    }

    [Pure]
    public T Peek()
    {
        if (count == 0) throw new InvalidOperationException("Queue empty.");
        return items[head];
    }

    public bool TryDequeue(out T result)
    {
        bool found = count > 0;
        result = default;
        if (found)
        {
            result = items[head];
            head = head + 1 == items.Length ? 0 : head + 1;
            count--;
        }

        return found;
    }

    [Pure]
    public bool TryPeek(out T result)
    {
        bool found = count > 0;
        result = default;
        if (found) result = items[head];
        return found;
    }

    public void Clear()
    {
        head = 0;
        tail = 0;
        count = 0;
    }

    [Pure]
    public T[] ToArray()
    {
        T[] all = new T[count];
        for (int i = 0; i < all.Length; i++) all[i] = items[(head + i) % items.Length];
        return all;
    }

    public extern IEnumerator<T> GetEnumerator();

    extern IEnumerator IEnumerable.GetEnumerator();

    [Pure]
    private int Places => count;

    [Pure]
    private T At(int place) => items[(head + place) % items.Length];

    private void Grow()
    {
        T[] larger = new T[Math.Max(2 * count, 4)];
        for (int i = 0; i < count; i++) larger[i] = items[(head + i) % items.Length];
        items = larger;
        head = 0;
        tail = count;
    }
}
