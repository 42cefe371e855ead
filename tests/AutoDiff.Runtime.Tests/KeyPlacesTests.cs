using Xunit;

namespace AutoDiff.Runtime.Tests;

public class KeyPlacesTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Places_AfterAnyChanges_AreInTheOrderOfTheDictionary(int seed)
    {
        var random = new Random(seed);
        var dictionary = new Dictionary<int, int>();
        var keys = new KeyPlaces<int>(0, null);
        for (int i = 0; i < 2000; i++)
        {
            int key = random.Next(40);
            switch (random.Next(100))
            {
                case < 55:
                    dictionary[key] = i;
                    keys.FindOrAdd(key);
                    break;
                case < 98:
                    Assert.Equal(dictionary.Remove(key), keys.Remove(key) >= 0);
                    break;
                default:
                    dictionary.Clear();
                    keys.Clear();
                    break;
            }

            Assert.Equal(dictionary.Keys, Enumerable.Range(0, keys.Extent()).Where(keys.Holds).Select(keys.At));
            Assert.Equal(dictionary.Keys, keys.Keys());
            Assert.Equal(dictionary.Count, keys.Count());
        }
    }

    [Fact]
    public void Add_OfAKeyThatIsThere_ThrowsAndChangesNothing()
    {
        var keys = new KeyPlaces<string>(0, null);
        keys.Add("a");
        keys.Add("b");
        keys.Remove("a");
        Assert.Throws<ArgumentException>(() => keys.Add("b"));
        Assert.Equal(0, keys.Add("c"));
    }

    [Fact]
    public void Of_AKeyThatIsNotThere_ThrowsWhatTheDictionaryThrows()
    {
        var keys = new KeyPlaces<string>(0, StringComparer.OrdinalIgnoreCase);
        keys.Add("a");
        Assert.Equal(0, keys.Of("A"));
        Assert.Equal(-1, keys.Find("b"));
        Assert.Throws<KeyNotFoundException>(() => keys.Of("b"));
    }
}
