using System.Numerics;

namespace AutoDiff;

public sealed partial class NDArray<TElement>
{
    /// <summary>Where the element is not a number.</summary>
    /// <returns>A new mask of the same shape.</returns>
    public NDArray<bool> IsNaN() => Classification<NotANumber>.Apply(this);

    /// <summary>Where the element is ∞ or -∞.</summary>
    /// <returns>A new mask of the same shape.</returns>
    public NDArray<bool> IsInfinity() => Classification<Infinite>.Apply(this);

    /// <summary>Where the element is neither infinite nor NaN.</summary>
    /// <returns>A new mask of the same shape.</returns>
    public NDArray<bool> IsFinite() => Classification<Finite>.Apply(this);
}

/// <summary>A question about single numbers.</summary>
interface IClassification
{
    /// <summary>The operation as messages name it.</summary>
    static abstract string Name { get; }

    static abstract bool Holds<T>(T x) where T : INumberBase<T>;
}

/// <summary>Whether x is NaN.</summary>
readonly struct NotANumber : IClassification
{
    public static string Name => "IsNaN";

    public static bool Holds<T>(T x) where T : INumberBase<T> => T.IsNaN(x);
}

/// <summary>Whether x is infinite.</summary>
readonly struct Infinite : IClassification
{
    public static string Name => "IsInfinity";

    public static bool Holds<T>(T x) where T : INumberBase<T> => T.IsInfinity(x);
}

/// <summary>Whether x is finite.</summary>
readonly struct Finite : IClassification
{
    public static string Name => "IsFinite";

    public static bool Holds<T>(T x) where T : INumberBase<T> => T.IsFinite(x);
}

/// <summary>Asks about every element of an array.</summary>
/// <typeparam name="TClassification">The question.</typeparam>
static class Classification<TClassification> where TClassification : struct, IClassification
{
    /// <summary>A new mask of the same shape.</summary>
    internal static NDArray<bool> Apply<T>(NDArray<T> x)
    {
        x = x.Contiguous();
        NDArray<bool> result = NDArray<bool>.Uninitialized(x.Layout);
        if (typeof(T) == typeof(float)) Run<T, float>(x.Span, result.Span);
        else if (typeof(T) == typeof(double)) Run<T, double>(x.Span, result.Span);
        else if (typeof(T) == typeof(int)) Run<T, int>(x.Span, result.Span);
        else throw Element.Unsupported<T>(TClassification.Name);
        return result;
    }

    static void Run<T, TNumber>(ReadOnlySpan<T> x, Span<bool> result) where TNumber : INumberBase<TNumber>
    {
        ReadOnlySpan<TNumber> numbers = Element.As<T, TNumber>(x)[..result.Length];
        for (int i = 0; i < result.Length; i++) result[i] = TClassification.Holds(numbers[i]);
    }
}
