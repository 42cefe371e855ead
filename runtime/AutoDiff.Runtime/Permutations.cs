using System.ComponentModel;
using System.Runtime.InteropServices;

namespace AutoDiff;

/// <summary>
/// In which order sorting puts elements, as the array of the places they come from: element <c>i</c> of what is sorted was element
/// <c>order[i]</c>. The order depends on the keys as a comparison does: it is a constant of the differentiation, and generated code moves
/// the elements by it. Allocates nothing in the steady state, unless a comparison is given.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Advanced)]
public static class Permutations
{
    /// <summary>Finds the order that <see cref="Array.Sort{T}(T[])"/> makes, of equal elements too: it is not stable.</summary>
    /// <param name="keys">What is to be sorted; it stays as it is.</param>
    /// <param name="order">Gets the order; as long as <paramref name="keys"/>.</param>
    /// <exception cref="InvalidOperationException">The keys cannot be compared.</exception>
    public static void Sort<T>(T[] keys, int[] order) => Sort((ReadOnlySpan<T>)keys, order);

    /// <summary>Finds the order that sorting the span makes.</summary>
    /// <param name="keys">What is to be sorted; it stays as it is.</param>
    /// <param name="order">Gets the order; as long as <paramref name="keys"/>.</param>
    /// <exception cref="InvalidOperationException">The keys cannot be compared.</exception>
    public static void Sort<T>(Span<T> keys, int[] order) => Sort((ReadOnlySpan<T>)keys, order);

    /// <summary>Finds the order that <see cref="List{T}.Sort()"/> makes.</summary>
    /// <param name="keys">What is to be sorted; it stays as it is.</param>
    /// <param name="order">Gets the order; as long as <paramref name="keys"/>.</param>
    /// <exception cref="InvalidOperationException">The keys cannot be compared.</exception>
    public static void Sort<T>(List<T> keys, int[] order) => Sort((ReadOnlySpan<T>)CollectionsMarshal.AsSpan(keys), order);

    /// <summary>Finds the order that sorting a copy of the span makes.</summary>
    /// <param name="keys">What is to be sorted.</param>
    /// <param name="order">Gets the order; as long as <paramref name="keys"/>.</param>
    /// <exception cref="InvalidOperationException">The keys cannot be compared.</exception>
    public static void Sort<T>(ReadOnlySpan<T> keys, int[] order)
    {
        using var scratch = Scratch<T>.Begin();
        T[] copy = scratch.New(keys.Length);
        keys.CopyTo(copy);
        Count(order);
        // The framework sorts keys alone and keys with items by the same steps, so that equal keys end up in the same places.
        Array.Sort(copy, order);
    }

    /// <summary>Finds the order that <see cref="Array.Sort{T}(T[], System.Comparison{T})"/> makes; the comparison is asked for the same pairs.</summary>
    /// <param name="keys">What is to be sorted; it stays as it is.</param>
    /// <param name="order">Gets the order; as long as <paramref name="keys"/>.</param>
    /// <param name="comparison">Negative where its first argument comes first.</param>
    /// <exception cref="InvalidOperationException">The comparison threw an exception.</exception>
    public static void Sort<T>(T[] keys, int[] order, System.Comparison<T> comparison)
    {
        Count(order);
        Array.Sort(order, (i, j) => comparison(keys[i], keys[j]));
    }

    /// <summary>Finds the order that sorting the span by a comparison makes.</summary>
    /// <param name="keys">What is to be sorted; it stays as it is.</param>
    /// <param name="order">Gets the order; as long as <paramref name="keys"/>.</param>
    /// <param name="comparison">Negative where its first argument comes first.</param>
    /// <exception cref="InvalidOperationException">The comparison threw an exception.</exception>
    public static void Sort<T>(Span<T> keys, int[] order, System.Comparison<T> comparison) => Sort(keys.ToArray(), order, comparison);

    /// <summary>Finds the order that <see cref="List{T}.Sort(System.Comparison{T})"/> makes.</summary>
    /// <param name="keys">What is to be sorted; it stays as it is.</param>
    /// <param name="order">Gets the order; as long as <paramref name="keys"/>.</param>
    /// <param name="comparison">Negative where its first argument comes first.</param>
    /// <exception cref="InvalidOperationException">The comparison threw an exception.</exception>
    public static void Sort<T>(List<T> keys, int[] order, System.Comparison<T> comparison) => Sort(keys.ToArray(), order, comparison);

    /// <summary>The length of a part of an array, judged as <see cref="Array.Sort{T}(T[], int, int)"/> judges it.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="index"/> or <paramref name="length"/> is negative.</exception>
    /// <exception cref="ArgumentException">The part reaches beyond the end of the array.</exception>
    public static int Part<T>(T[] array, int index, int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        return array.Length - index >= length ? length : throw new ArgumentException("Offset and length were out of bounds for the array.", nameof(length));
    }

    /// <summary>The number of keys, if they can be sorted together with the items.</summary>
    /// <exception cref="ArgumentException">There are fewer items than keys, or both are the same array, of which no order can be told.</exception>
    public static int Pairs<TKey, TItem>(TKey[] keys, TItem[] items) =>
        items.Length >= keys.Length && !ReferenceEquals(keys, items) ? keys.Length : throw new ArgumentException("The items must be another array, and at least as long as the keys.", nameof(items));

    /// <summary>Finds the order of LINQ's <c>Order</c> and <c>OrderBy</c>: stable, NaN first.</summary>
    /// <param name="keys">The keys of the elements.</param>
    /// <param name="order">Gets the order; as long as <paramref name="keys"/>.</param>
    public static void Order<T>(T[] keys, int[] order) => Stable(keys, null, order, descending: false);

    /// <summary>The same for elements that are in another order already, which stays where keys are equal.</summary>
    /// <param name="keys">The keys of the elements.</param>
    /// <param name="before">The order so far.</param>
    /// <param name="order">Gets the order; as long as <paramref name="keys"/>.</param>
    public static void Order<T>(T[] keys, int[] before, int[] order) => Stable(keys, before, order, descending: false);

    /// <summary>Finds the order of LINQ's <c>OrderDescending</c> and <c>OrderByDescending</c>: stable, NaN last.</summary>
    /// <param name="keys">The keys of the elements.</param>
    /// <param name="order">Gets the order; as long as <paramref name="keys"/>.</param>
    public static void OrderDescending<T>(T[] keys, int[] order) => Stable(keys, null, order, descending: true);

    /// <summary>The same for elements that are in another order already, which stays where keys are equal.</summary>
    /// <param name="keys">The keys of the elements.</param>
    /// <param name="before">The order so far.</param>
    /// <param name="order">Gets the order; as long as <paramref name="keys"/>.</param>
    public static void OrderDescending<T>(T[] keys, int[] before, int[] order) => Stable(keys, before, order, descending: true);

    /// <summary>Moves what carries no derivative: element <c>i</c> becomes what element <c>order[i]</c> was.</summary>
    public static void Move<T>(int[] order, T[] items) => Move(order, items.AsSpan());

    /// <summary>Moves what carries no derivative: element <c>i</c> becomes what element <c>order[i]</c> was.</summary>
    public static void Move<T>(int[] order, Span<T> items)
    {
        using var scratch = Scratch<T>.Begin();
        T[] before = scratch.New(order.Length);
        items[..order.Length].CopyTo(before);
        for (int i = 0; i < order.Length; i++) items[i] = before[order[i]];
    }

    /// <summary>Sorts the keys with their places; then, among equal keys, the places.</summary>
    private static void Stable<T>(T[] keys, int[]? before, int[] order, bool descending)
    {
        using var scratch = Scratch<T>.Begin();
        T[] sorted = scratch.New(keys.Length);
        for (int i = 0; i < keys.Length; i++) sorted[i] = keys[before is null ? i : before[i]];
        Count(order);
        Array.Sort(sorted, order);
        if (descending)
        {
            Array.Reverse(sorted);
            Array.Reverse(order);
        }
        for (int start = 0, end; start < sorted.Length; start = end)
        {
            for (end = start + 1; end < sorted.Length && Comparer<T>.Default.Compare(sorted[start], sorted[end]) == 0; end++) { }
            if (end > start + 1) Array.Sort(order, start, end - start);
        }
        if (before is null) return;
        for (int i = 0; i < order.Length; i++) order[i] = before[order[i]];
    }

    private static void Count(int[] order)
    {
        for (int i = 0; i < order.Length; i++) order[i] = i;
    }
}
