namespace AutoDiff;

/// <summary>How random words become numbers of a distribution.</summary>
/// <typeparam name="T">The element type, <see cref="float"/> or <see cref="double"/>.</typeparam>
interface IRandomNumbers<T>
{
    /// <summary>How many words a number needs.</summary>
    static abstract int Words { get; }

    /// <summary>Fills a piece of an array; the last piece needs fewer numbers than there are words for.</summary>
    void Fill(ReadOnlySpan<uint> words, Span<T> numbers);
}

/// <summary>Numbers between two bounds: all that a float can tell apart of 24 bits, a double of 53.</summary>
readonly struct UniformNumbers<T>(T low, double from, double to) : IRandomNumbers<T>
{
    public static int Words => typeof(T) == typeof(float) ? 1 : 2;

    public void Fill(ReadOnlySpan<uint> words, Span<T> numbers)
    {
        for (int i = 0; i < numbers.Length; i++)
        {
            double unit = Words == 1 ? (words[i] >> 8) * (1.0 / (1 << 24)) : Unit.Double(words, i);
            double number = from + unit * (to - from);
            numbers[i] = IsBelow(number) ? Element.From<T>(number) : low; // what rounds up to the bound is as rare as the lower bound
        }
    }

    bool IsBelow(double number) => typeof(T) == typeof(float) ? (float)number < (float)to : number < to;
}

/// <summary>A value with a probability, zero otherwise.</summary>
readonly struct ChosenNumbers<T>(double probability, T value) : IRandomNumbers<T>
{
    public static int Words => 1;

    public void Fill(ReadOnlySpan<uint> words, Span<T> numbers)
    {
        ulong bound = (ulong)Math.Round(probability * (1L << 32));
        for (int i = 0; i < numbers.Length; i++) numbers[i] = words[i] < bound ? value : default!;
    }
}

/// <summary>The normal distribution by Box and Muller: the angle and the radius of a point in the plane give two independent numbers.</summary>
readonly struct NormalNumbers<T>(double mean, double deviation) : IRandomNumbers<T>
{
    public static int Words => typeof(T) == typeof(float) ? 1 : 2;

    public void Fill(ReadOnlySpan<uint> words, Span<T> numbers)
    {
        int half = words.Length / Words / 2; // the partner of a number, so that a short piece begins like a whole one
        for (int i = 0; i < Math.Min(half, numbers.Length); i++)
        {
            double first = Words == 1 ? words[i] * Unit.Bit32 : Unit.Double(words, i);
            double second = Words == 1 ? words[i + half] * Unit.Bit32 : Unit.Double(words, i + half);
            double radius = deviation * Math.Sqrt(-2 * Math.Log(1 - first)); // never the logarithm of zero
            (double sine, double cosine) = Math.SinCos(2 * Math.PI * second);
            numbers[i] = Element.From<T>(mean + radius * cosine);
            if (i + half < numbers.Length) numbers[i + half] = Element.From<T>(mean + radius * sine);
        }
    }
}

/// <summary>Random words as numbers from 0 to below 1.</summary>
static class Unit
{
    /// <summary>What the last bit of a word is worth.</summary>
    internal const double Bit32 = 1.0 / (1L << 32);

    internal static double Double(ReadOnlySpan<uint> words, int i) => (((ulong)words[2 * i] << 32 | words[2 * i + 1]) >> 11) * (1.0 / (1L << 53));
}
