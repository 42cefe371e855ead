using System.Numerics;

namespace AutoDiff;

/// <summary>Whether pairs of elements of any type are equal, or whether they are not.</summary>
interface IEquality
{
    /// <summary>The operation as messages name it.</summary>
    static abstract string Name { get; }

    static abstract bool Holds<T>(T x, T y) where T : IEqualityOperators<T, T, bool>;

    static abstract bool Holds(bool x, bool y);
}

/// <summary>Compares pairs of elements of arrays that broadcast.</summary>
/// <typeparam name="TEquality">Which answer is true.</typeparam>
static class Equality<TEquality> where TEquality : struct, IEquality
{
    /// <summary>A new mask of the common shape.</summary>
    /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
    internal static NDArray<bool> Apply<T>(NDArray<T> x, NDArray<T> y)
    {
        ArgumentNullException.ThrowIfNull(y);
        if (typeof(T) != typeof(bool)) return Comparison<Ordered>.Apply(x, y);
        return Broadcast.Run<Kernel<T>, T, T, bool>(x, y, TEquality.Name);
    }

    /// <summary>A new mask of the shape of <paramref name="x"/>.</summary>
    internal static NDArray<bool> Apply<T>(NDArray<T> x, T y) =>
        typeof(T) == typeof(bool) ? Broadcast.Run<Kernel<T>, T, T, bool>(x, y) : Comparison<Ordered>.Apply(x, y);

    readonly struct Ordered : IComparison
    {
        public static string Name => TEquality.Name;

        public static bool Holds<T>(T x, T y) where T : IComparisonOperators<T, T, bool> => TEquality.Holds(x, y);
    }

    readonly struct Kernel<T> : IRowKernel<T, T, bool>
    {
        public static void Invoke(ReadOnlySpan<T> left, ReadOnlySpan<T> right, Span<bool> result)
        {
            ReadOnlySpan<bool> x = Element.As<T, bool>(left), y = Element.As<T, bool>(right);
            for (int i = 0; i < result.Length; i++) result[i] = TEquality.Holds(x[i], y[i]);
        }

        public static void Invoke(ReadOnlySpan<T> left, T right, Span<bool> result)
        {
            ReadOnlySpan<bool> x = Element.As<T, bool>(left);
            for (int i = 0; i < result.Length; i++) result[i] = TEquality.Holds(x[i], Element.As<T, bool>(right));
        }

        public static void Invoke(T left, ReadOnlySpan<T> right, Span<bool> result) => Invoke(right, left, result); // symmetric
    }
}
