using System.Runtime.CompilerServices;

namespace AutoDiff;

/// <summary>
/// The bridge from an element type without constraints, which is what <see cref="NDArray{TElement}"/> has so that any generic code can name it, to
/// kernels that need one. The tests of <c>typeof</c> are decided by the JIT.
/// </summary>
static class Element
{
    /// <summary>Whether derivatives flow through values of this type.</summary>
    internal static bool IsReal<T>() => typeof(T) == typeof(double) || typeof(T) == typeof(float);

    /// <summary>Refuses element types that no kernel knows.</summary>
    /// <exception cref="NotSupportedException">The type is none of the four.</exception>
    internal static void Require<T>()
    {
        if (IsReal<T>() || typeof(T) == typeof(int) || typeof(T) == typeof(bool)) return;
        throw new NotSupportedException($"An array holds float, double, int or bool, not {typeof(T).Name}.");
    }

    /// <summary>The same span under its other name. The types must be the same.</summary>
    internal static Span<TTo> As<TFrom, TTo>(Span<TFrom> span) => Unsafe.BitCast<Span<TFrom>, Span<TTo>>(span);

    /// <summary>The same span under its other name. The types must be the same.</summary>
    internal static ReadOnlySpan<TTo> As<TFrom, TTo>(ReadOnlySpan<TFrom> span) => Unsafe.BitCast<ReadOnlySpan<TFrom>, ReadOnlySpan<TTo>>(span);

    /// <summary>The same value under its other name. The types must be the same.</summary>
    internal static TTo As<TFrom, TTo>(TFrom value) => Unsafe.BitCast<TFrom, TTo>(value);

    /// <summary>A number as an element: exact for small whole numbers.</summary>
    internal static T From<T>(double value)
    {
        if (typeof(T) == typeof(double)) return As<double, T>(value);
        if (typeof(T) == typeof(float)) return As<float, T>((float)value);
        if (typeof(T) == typeof(int)) return As<int, T>((int)value);
        return As<bool, T>(value != 0);
    }

    /// <summary>The refusal of an operation for the types it is not defined for.</summary>
    internal static NotSupportedException Unsupported<T>(string operation) => new($"{operation} is not defined for elements of type {typeof(T).Name}.");
}
