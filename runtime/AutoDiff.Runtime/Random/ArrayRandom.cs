namespace AutoDiff;

/// <summary>Random numbers in arrays. The same seed gives the same numbers in the same order of calls, on every machine and however many cores it has.</summary>
/// <param name="seed">Where the sequence begins; sequences of different seeds have nothing to do with one another.</param>
/// <remarks>
/// Philox 4x32-10. Calls from several threads are safe; which of them gets which numbers then depends on their order. Nothing here is fit for secrets.
/// </remarks>
public sealed class ArrayRandom(ulong seed)
{
    /// <summary>The words that are made before they are turned into numbers.</summary>
    const int Piece = 8 * Philox.Group;

    /// <summary>About 50 µs of work.</summary>
    const int PiecesPerPart = 128;

    ulong _counter;

    /// <summary>Numbers with the standard normal distribution.</summary>
    /// <typeparam name="T">The element type, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="shape">The lengths of the axes; none for one element without axes.</param>
    /// <returns>A new array.</returns>
    /// <exception cref="NotSupportedException">The elements are not real numbers.</exception>
    public NDArray<T> Normal<T>(params ReadOnlySpan<int> shape) => Fill<T, NormalNumbers<T>>("Normal", new(0, 1), shape);

    /// <summary>Numbers with a normal distribution.</summary>
    /// <typeparam name="T">The element type, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="mean">The mean.</param>
    /// <param name="deviation">The standard deviation.</param>
    /// <param name="shape">The lengths of the axes; empty for one element without axes.</param>
    /// <returns>A new array.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The deviation is negative.</exception>
    /// <exception cref="NotSupportedException">The elements are not real numbers.</exception>
    public NDArray<T> Normal<T>(T mean, T deviation, ReadOnlySpan<int> shape)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(Real("Normal", deviation), nameof(deviation));
        return Fill<T, NormalNumbers<T>>("Normal", new(Real("Normal", mean), Real("Normal", deviation)), shape);
    }

    /// <summary>Numbers that are equally likely everywhere between two bounds.</summary>
    /// <typeparam name="T">The element type, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="low">The smallest number possible.</param>
    /// <param name="high">The bound that no number reaches, unless it is equal to <paramref name="low"/>.</param>
    /// <param name="shape">The lengths of the axes; none for one element without axes.</param>
    /// <returns>A new array.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The bounds are not finite or in the wrong order.</exception>
    /// <exception cref="NotSupportedException">The elements are not real numbers.</exception>
    public NDArray<T> Uniform<T>(T low, T high, params ReadOnlySpan<int> shape)
    {
        (double from, double to) = (Real("Uniform", low), Real("Uniform", high));
        if (!(from <= to) || !double.IsFinite(to - from))
            throw new ArgumentOutOfRangeException(nameof(high), high, $"Uniform: the bounds {low} and {high} are not finite or in the wrong order.");
        return Fill<T, UniformNumbers<T>>("Uniform", new(low, from, to), shape);
    }

    /// <summary>Ones with a probability, zeros otherwise.</summary>
    /// <typeparam name="T">The element type, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="probability">How likely a one is, from 0 to 1.</param>
    /// <param name="shape">The lengths of the axes; none for one element without axes.</param>
    /// <returns>A new array.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The probability is not between 0 and 1.</exception>
    /// <exception cref="NotSupportedException">The elements are not real numbers.</exception>
    public NDArray<T> Bernoulli<T>(T probability, params ReadOnlySpan<int> shape) =>
        Chosen(Real("Bernoulli", probability), Element.From<T>(1), Layout.Of(shape));

    /// <summary><paramref name="value"/> with a probability, zeros otherwise.</summary>
    internal NDArray<T> Chosen<T>(double probability, T value, Layout layout)
    {
        if (!(probability is >= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(probability), probability, "A probability is between 0 and 1.");
        return Fill<T, ChosenNumbers<T>>("Bernoulli", new(probability, value), layout.Shape);
    }

    /// <summary>The numbers from 0 to <paramref name="n"/> - 1 in a random order; every order is equally likely.</summary>
    /// <param name="n">How many numbers.</param>
    /// <returns>A new array of the runtime.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="n"/> is negative.</exception>
    public int[] Permutation(int n)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(n);
        int[] order = new int[n];
        for (int i = 0; i < n; i++) order[i] = i;
        Span<uint> words = stackalloc uint[Philox.Group];
        int used = words.Length;
        for (int i = n - 1; i > 0; i--)
        {
            // Lemire, "Fast random integer generation in an interval", 2019: exact, and seldom more than one word.
            uint range = (uint)i + 1, limit = (uint)-range % range;
            ulong product;
            do
            {
                if (used == words.Length)
                {
                    Philox.Fill(seed, Reserve(1), words);
                    used = 0;
                }
                product = (ulong)words[used++] * range;
            }
            while ((uint)product < limit);
            int other = (int)(product >> 32);
            (order[i], order[other]) = (order[other], order[i]);
        }
        return order;
    }

    /// <summary>The first counter of so many groups of words that nobody else gets.</summary>
    ulong Reserve(long groups)
    {
        ulong counters = (ulong)groups * Philox.Lanes;
        return Interlocked.Add(ref _counter, counters) - counters;
    }

    NDArray<T> Fill<T, TNumbers>(string operation, TNumbers numbers, ReadOnlySpan<int> shape) where TNumbers : struct, IRandomNumbers<T>
    {
        if (!Element.IsReal<T>()) throw Element.Unsupported<T>(operation);
        NDArray<T> result = NDArray<T>.Uninitialized(Layout.Of(shape));
        int perPiece = Piece / TNumbers.Words;
        int pieces = (result.Size + perPiece - 1) / perPiece;
        ulong first = Reserve((long)pieces * (Piece / Philox.Group));
        Cores.For((pieces + PiecesPerPart - 1) / PiecesPerPart, part =>
        {
            Span<uint> words = stackalloc uint[Piece];
            Span<T> elements = result.Span;
            for (int piece = part * PiecesPerPart; piece < Math.Min((part + 1) * PiecesPerPart, pieces); piece++)
            {
                Philox.Fill(seed, first + (ulong)piece * (Piece / Philox.Group * Philox.Lanes), words);
                int start = piece * perPiece;
                numbers.Fill(words, elements.Slice(start, Math.Min(perPiece, elements.Length - start)));
            }
        });
        return result;
    }

    static double Real<T>(string operation, T value)
    {
        if (typeof(T) == typeof(float)) return Element.As<T, float>(value);
        if (typeof(T) == typeof(double)) return Element.As<T, double>(value);
        throw Element.Unsupported<T>(operation);
    }
}
