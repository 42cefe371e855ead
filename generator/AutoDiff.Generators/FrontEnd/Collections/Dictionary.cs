using System.Diagnostics.Contracts;
using AutoDiff;

namespace System.Collections.Generic;

/// <summary>The framework's dictionary: an array of values, and the place of each key's value there.</summary>
public sealed class Dictionary<TKey, TValue> : IEnumerable<KeyValuePair<TKey, TValue>>
{
    private readonly KeyPlaces<TKey> keys;
    private TValue[] values;

    public Dictionary()
    {
        keys = new KeyPlaces<TKey>(0, null);
        values = new TValue[4];
    }

    public Dictionary(int capacity)
    {
        keys = new KeyPlaces<TKey>(capacity, null);
        values = new TValue[capacity];
    }

    public Dictionary(IEqualityComparer<TKey> comparer)
    {
        keys = new KeyPlaces<TKey>(0, comparer);
        values = new TValue[4];
    }

    public Dictionary(int capacity, IEqualityComparer<TKey> comparer)
    {
        keys = new KeyPlaces<TKey>(capacity, comparer);
        values = new TValue[capacity];
    }

    public Dictionary(IEnumerable<KeyValuePair<TKey, TValue>> collection)
    {
        keys = new KeyPlaces<TKey>(0, null);
        values = new TValue[4];
        foreach (KeyValuePair<TKey, TValue> pair in collection) Add(pair.Key, pair.Value);
    }

    [Pure]
    public int Count => keys.Count();

    [Pure]
    public ICollection<TKey> Keys => keys.Keys();

    public extern ICollection<TValue> Values { get; }

    public TValue this[TKey key]
    {
        [Pure]
        get
        {
            int place = keys.Of(key);
            return values[place];
        }

        set
        {
            int place = keys.FindOrAdd(key);
            if (place == values.Length) Grow();
            values[place] = value;
        }
    }

    public void Add(TKey key, TValue value)
    {
        int place = keys.Add(key);
        if (place == values.Length) Grow();
        values[place] = value;
    }

    public bool TryAdd(TKey key, TValue value)
    {
        bool isNew = keys.Find(key) < 0;
        if (isNew) Add(key, value);
        return isNew;
    }

    [Pure]
    public bool TryGetValue(TKey key, out TValue value)
    {
        int place = keys.Find(key);
        value = default;
        if (place >= 0) value = values[place];
        return place >= 0;
    }

    [Pure]
    public TValue GetValueOrDefault(TKey key)
    {
        int place = keys.Find(key);
        TValue value = default;
        if (place >= 0) value = values[place];
        return value;
    }

    [Pure]
    public TValue GetValueOrDefault(TKey key, TValue defaultValue)
    {
        int place = keys.Find(key);
        TValue value = defaultValue;
        if (place >= 0) value = values[place];
        return value;
    }

    [Pure]
    public bool ContainsKey(TKey key)
    {
        int place = keys.Find(key);
        return place >= 0;
    }

    public bool Remove(TKey key)
    {
        int place = keys.Remove(key);
        return place >= 0;
    }

    public bool Remove(TKey key, out TValue value)
    {
        int place = keys.Remove(key);
        value = default;
        if (place >= 0) value = values[place];
        return place >= 0;
    }

    public void Clear() => keys.Clear();

    public extern IEnumerator<KeyValuePair<TKey, TValue>> GetEnumerator();

    extern IEnumerator IEnumerable.GetEnumerator();

    [Pure]
    private int Places => keys.Extent();

    [Pure]
    private bool Holds(int place) => keys.Holds(place);

    [Pure]
    private KeyValuePair<TKey, TValue> At(int place) => new KeyValuePair<TKey, TValue>(keys.At(place), values[place]);

    [Pure]
    private TValue ValueAt(int place) => values[place];

    private void Grow()
    {
        TValue[] larger = new TValue[Math.Max(2 * values.Length, 4)];
        for (int i = 0; i < values.Length; i++) larger[i] = values[i];
        values = larger;
    }
}
