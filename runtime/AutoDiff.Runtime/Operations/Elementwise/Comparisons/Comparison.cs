using System.Numerics;

namespace AutoDiff;

/// <summary>A question about pairs of ordered elements.</summary>
interface IComparison
{
    /// <summary>The operation as messages name it.</summary>
    static abstract string Name { get; }

    static abstract bool Holds<T>(T x, T y) where T : IComparisonOperators<T, T, bool>;
}

/// <summary>Asks about pairs of elements of arrays that broadcast. Masks are constants: no derivative flows through them.</summary>
/// <typeparam name="TComparison">The question.</typeparam>
static class Comparison<TComparison> where TComparison : struct, IComparison
{
    /// <summary>A new mask of the common shape.</summary>
    /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
    internal static NDArray<bool> Apply<T>(NDArray<T> x, NDArray<T> y)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        if (typeof(T) == typeof(float)) return Apply<T, float>(x, y);
        if (typeof(T) == typeof(double)) return Apply<T, double>(x, y);
        if (typeof(T) == typeof(int)) return Apply<T, int>(x, y);
        throw Element.Unsupported<T>(TComparison.Name);
    }

    /// <summary>A new mask of the shape of <paramref name="x"/>.</summary>
    internal static NDArray<bool> Apply<T>(NDArray<T> x, T y)
    {
        ArgumentNullException.ThrowIfNull(x);
        if (typeof(T) == typeof(float)) return Broadcast.Run<Kernel<T, float>, T, T, bool>(x, y);
        if (typeof(T) == typeof(double)) return Broadcast.Run<Kernel<T, double>, T, T, bool>(x, y);
        if (typeof(T) == typeof(int)) return Broadcast.Run<Kernel<T, int>, T, T, bool>(x, y);
        throw Element.Unsupported<T>(TComparison.Name);
    }

    static NDArray<bool> Apply<T, TNumber>(NDArray<T> x, NDArray<T> y) where TNumber : INumber<TNumber> =>
        Broadcast.Run<Kernel<T, TNumber>, T, T, bool>(x, y, TComparison.Name);

    readonly struct Kernel<T, TNumber> : IRowKernel<T, T, bool> where TNumber : INumber<TNumber>
    {
        public static void Invoke(ReadOnlySpan<T> left, ReadOnlySpan<T> right, Span<bool> result)
        {
            ReadOnlySpan<TNumber> x = Element.As<T, TNumber>(left)[..result.Length], y = Element.As<T, TNumber>(right)[..result.Length];
            for (int i = 0; i < result.Length; i++) result[i] = TComparison.Holds(x[i], y[i]);
        }

        public static void Invoke(ReadOnlySpan<T> left, T right, Span<bool> result)
        {
            ReadOnlySpan<TNumber> x = Element.As<T, TNumber>(left)[..result.Length];
            TNumber y = Element.As<T, TNumber>(right);
            for (int i = 0; i < result.Length; i++) result[i] = TComparison.Holds(x[i], y);
        }

        public static void Invoke(T left, ReadOnlySpan<T> right, Span<bool> result)
        {
            TNumber x = Element.As<T, TNumber>(left);
            ReadOnlySpan<TNumber> y = Element.As<T, TNumber>(right)[..result.Length];
            for (int i = 0; i < result.Length; i++) result[i] = TComparison.Holds(x, y[i]);
        }
    }
}
