using System.ComponentModel;

namespace AutoDiff;

/// <summary>
/// What generated code needs where the method uses a <see cref="Dictionary{TKey, TValue}"/> of numbers, which it holds as an array: the place of each
/// key's value there. Places are given, and given back, as that class does, so that their order is that of its enumeration.
/// </summary>
/// <typeparam name="TKey">The type of the keys.</typeparam>
[EditorBrowsable(EditorBrowsableState.Advanced)]
public sealed class KeyPlaces<TKey>
    where TKey : notnull
{
    private readonly Dictionary<TKey, int> _places;
    private readonly Stack<int> _free = new();
    private readonly List<TKey> _keys = [];
    private readonly List<bool> _holds = [];

    /// <summary>No keys. Allocates room for <paramref name="capacity"/> of them.</summary>
    /// <param name="capacity">For how many there is room.</param>
    /// <param name="comparer">When keys are the same; null for their own equality.</param>
    /// <exception cref="ArgumentOutOfRangeException">The capacity is negative.</exception>
    public KeyPlaces(int capacity, IEqualityComparer<TKey>? comparer)
    {
        _places = new Dictionary<TKey, int>(capacity, comparer);
    }

    /// <summary>How many keys there are.</summary>
    public int Count() => _places.Count;

    /// <summary>The keys themselves, as they are at any time; to add one ends an enumeration, as it ends that of a dictionary.</summary>
    public ICollection<TKey> Keys() => _places.Keys;

    /// <summary>One more than the last place that has been given.</summary>
    public int Extent() => _keys.Count;

    /// <summary>Is there a key at this place?</summary>
    public bool Holds(int place) => place < _keys.Count && _holds[place];

    /// <summary>The key at a place that holds one.</summary>
    public TKey At(int place) => _keys[place];

    /// <summary>The place of a key; -1 where there is none.</summary>
    /// <exception cref="ArgumentNullException">The key is null.</exception>
    public int Find(TKey key) => _places.TryGetValue(key, out int place) ? place : -1;

    /// <summary>The place of a key.</summary>
    /// <exception cref="ArgumentNullException">The key is null.</exception>
    /// <exception cref="KeyNotFoundException">There is no such key.</exception>
    public int Of(TKey key) => _places[key];

    /// <summary>The place of a key, which is added where there is none. Allocates when there is no more room.</summary>
    /// <exception cref="ArgumentNullException">The key is null.</exception>
    public int FindOrAdd(TKey key) => _places.TryGetValue(key, out int place) ? place : Add(key);

    /// <summary>Adds a key, and gives its place. Allocates when there is no more room.</summary>
    /// <exception cref="ArgumentNullException">The key is null.</exception>
    /// <exception cref="ArgumentException">It is there already.</exception>
    public int Add(TKey key)
    {
        bool again = _free.TryPeek(out int place);
        if (!again) place = _keys.Count;
        _places.Add(key, place);
        if (again)
        {
            _free.Pop();
            (_keys[place], _holds[place]) = (key, true);
        }
        else
        {
            _keys.Add(key);
            _holds.Add(true);
        }

        return place;
    }

    /// <summary>Removes a key, and gives the place that it had; -1 where there is none.</summary>
    /// <exception cref="ArgumentNullException">The key is null.</exception>
    public int Remove(TKey key)
    {
        if (!_places.Remove(key, out int place)) return -1;
        _holds[place] = false;
        _free.Push(place);
        return place;
    }

    /// <summary>Removes all keys.</summary>
    public void Clear()
    {
        _places.Clear();
        _free.Clear();
        _keys.Clear();
        _holds.Clear();
    }
}
