using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AutoDiff;

// The same for each lane of a SIMD vector, without a branch. What is compared and selected allocates nothing.
public static partial class Partials
{
    /// <summary>A product with an adjoint, zero in the lanes where the adjoint is exactly zero, whatever the other factor (strong zero).</summary>
    /// <typeparam name="T">The number type.</typeparam>
    /// <param name="adjoint">The adjoint, or the tangent.</param>
    /// <param name="product">What came of multiplying or dividing it: perhaps NaN where it is zero.</param>
    /// <returns><paramref name="product"/>, or zero.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<T> StrongZero<T>(Vector<T> adjoint, Vector<T> product) =>
        Vector.ConditionalSelect(Vector.Equals(adjoint, Vector<T>.Zero), Vector<T>.Zero, product);

    /// <inheritdoc cref="Times{T}(T, T)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<T> Times<T>(Vector<T> partial, Vector<T> tangent) => StrongZero(partial, partial * tangent);

    /// <inheritdoc cref="AbsPartial{T}(T)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<T> AbsPartial<T>(Vector<T> x) =>
        Vector.ConditionalSelect(Vector.GreaterThan(x, Vector<T>.Zero), Vector<T>.One, Vector.ConditionalSelect(Vector.LessThan(x, Vector<T>.Zero), -Vector<T>.One, x));

    /// <inheritdoc cref="MaxFirst{T}(T, T)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<T> MaxFirst<T>(Vector<T> x, Vector<T> y)
        where T : INumber<T> =>
        Vector.ConditionalSelect(Vector.GreaterThan(x, y), Vector<T>.One, Vector.ConditionalSelect(Vector.LessThan(x, y), Vector<T>.Zero, TieOrNaN(x, y)));

    /// <inheritdoc cref="MinFirst{T}(T, T)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<T> MinFirst<T>(Vector<T> x, Vector<T> y)
        where T : INumber<T> =>
        Vector.ConditionalSelect(Vector.LessThan(x, y), Vector<T>.One, Vector.ConditionalSelect(Vector.GreaterThan(x, y), Vector<T>.Zero, TieOrNaN(x, y)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector<T> TieOrNaN<T>(Vector<T> x, Vector<T> y)
        where T : INumber<T> =>
        Vector.ConditionalSelect(
            Vector.Equals(x, x),
            Vector.ConditionalSelect(Vector.Equals(y, y), new Vector<T>(T.CreateTruncating(0.5)), Vector<T>.Zero),
            Vector.ConditionalSelect(Vector.Equals(y, y), Vector<T>.One, new Vector<T>(T.CreateTruncating(0.5))));

    /// <summary>A product with an adjoint, zero in the lanes where the adjoint is exactly zero, whatever the other factor (strong zero).</summary>
    /// <typeparam name="T">The number type.</typeparam>
    /// <param name="adjoint">The adjoint, or the tangent.</param>
    /// <param name="product">What came of multiplying or dividing it: perhaps NaN where it is zero.</param>
    /// <returns><paramref name="product"/>, or zero.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> StrongZero<T>(Vector128<T> adjoint, Vector128<T> product) =>
        Vector128.ConditionalSelect(Vector128.Equals(adjoint, Vector128<T>.Zero), Vector128<T>.Zero, product);

    /// <inheritdoc cref="Times{T}(T, T)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Times<T>(Vector128<T> partial, Vector128<T> tangent) => StrongZero(partial, partial * tangent);

    /// <inheritdoc cref="AbsPartial{T}(T)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> AbsPartial<T>(Vector128<T> x) =>
        Vector128.ConditionalSelect(Vector128.GreaterThan(x, Vector128<T>.Zero), Vector128<T>.One, Vector128.ConditionalSelect(Vector128.LessThan(x, Vector128<T>.Zero), -Vector128<T>.One, x));

    /// <inheritdoc cref="MaxFirst{T}(T, T)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> MaxFirst<T>(Vector128<T> x, Vector128<T> y)
        where T : INumber<T> =>
        Vector128.ConditionalSelect(Vector128.GreaterThan(x, y), Vector128<T>.One, Vector128.ConditionalSelect(Vector128.LessThan(x, y), Vector128<T>.Zero, TieOrNaN(x, y)));

    /// <inheritdoc cref="MinFirst{T}(T, T)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> MinFirst<T>(Vector128<T> x, Vector128<T> y)
        where T : INumber<T> =>
        Vector128.ConditionalSelect(Vector128.LessThan(x, y), Vector128<T>.One, Vector128.ConditionalSelect(Vector128.GreaterThan(x, y), Vector128<T>.Zero, TieOrNaN(x, y)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector128<T> TieOrNaN<T>(Vector128<T> x, Vector128<T> y)
        where T : INumber<T> =>
        Vector128.ConditionalSelect(
            Vector128.Equals(x, x),
            Vector128.ConditionalSelect(Vector128.Equals(y, y), Vector128.Create(T.CreateTruncating(0.5)), Vector128<T>.Zero),
            Vector128.ConditionalSelect(Vector128.Equals(y, y), Vector128<T>.One, Vector128.Create(T.CreateTruncating(0.5))));

    /// <summary>A product with an adjoint, zero in the lanes where the adjoint is exactly zero, whatever the other factor (strong zero).</summary>
    /// <typeparam name="T">The number type.</typeparam>
    /// <param name="adjoint">The adjoint, or the tangent.</param>
    /// <param name="product">What came of multiplying or dividing it: perhaps NaN where it is zero.</param>
    /// <returns><paramref name="product"/>, or zero.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> StrongZero<T>(Vector256<T> adjoint, Vector256<T> product) =>
        Vector256.ConditionalSelect(Vector256.Equals(adjoint, Vector256<T>.Zero), Vector256<T>.Zero, product);

    /// <inheritdoc cref="Times{T}(T, T)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Times<T>(Vector256<T> partial, Vector256<T> tangent) => StrongZero(partial, partial * tangent);

    /// <inheritdoc cref="AbsPartial{T}(T)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> AbsPartial<T>(Vector256<T> x) =>
        Vector256.ConditionalSelect(Vector256.GreaterThan(x, Vector256<T>.Zero), Vector256<T>.One, Vector256.ConditionalSelect(Vector256.LessThan(x, Vector256<T>.Zero), -Vector256<T>.One, x));

    /// <inheritdoc cref="MaxFirst{T}(T, T)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> MaxFirst<T>(Vector256<T> x, Vector256<T> y)
        where T : INumber<T> =>
        Vector256.ConditionalSelect(Vector256.GreaterThan(x, y), Vector256<T>.One, Vector256.ConditionalSelect(Vector256.LessThan(x, y), Vector256<T>.Zero, TieOrNaN(x, y)));

    /// <inheritdoc cref="MinFirst{T}(T, T)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> MinFirst<T>(Vector256<T> x, Vector256<T> y)
        where T : INumber<T> =>
        Vector256.ConditionalSelect(Vector256.LessThan(x, y), Vector256<T>.One, Vector256.ConditionalSelect(Vector256.GreaterThan(x, y), Vector256<T>.Zero, TieOrNaN(x, y)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector256<T> TieOrNaN<T>(Vector256<T> x, Vector256<T> y)
        where T : INumber<T> =>
        Vector256.ConditionalSelect(
            Vector256.Equals(x, x),
            Vector256.ConditionalSelect(Vector256.Equals(y, y), Vector256.Create(T.CreateTruncating(0.5)), Vector256<T>.Zero),
            Vector256.ConditionalSelect(Vector256.Equals(y, y), Vector256<T>.One, Vector256.Create(T.CreateTruncating(0.5))));

    /// <summary>A product with an adjoint, zero in the lanes where the adjoint is exactly zero, whatever the other factor (strong zero).</summary>
    /// <typeparam name="T">The number type.</typeparam>
    /// <param name="adjoint">The adjoint, or the tangent.</param>
    /// <param name="product">What came of multiplying or dividing it: perhaps NaN where it is zero.</param>
    /// <returns><paramref name="product"/>, or zero.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> StrongZero<T>(Vector512<T> adjoint, Vector512<T> product) =>
        Vector512.ConditionalSelect(Vector512.Equals(adjoint, Vector512<T>.Zero), Vector512<T>.Zero, product);

    /// <inheritdoc cref="Times{T}(T, T)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Times<T>(Vector512<T> partial, Vector512<T> tangent) => StrongZero(partial, partial * tangent);

    /// <inheritdoc cref="AbsPartial{T}(T)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> AbsPartial<T>(Vector512<T> x) =>
        Vector512.ConditionalSelect(Vector512.GreaterThan(x, Vector512<T>.Zero), Vector512<T>.One, Vector512.ConditionalSelect(Vector512.LessThan(x, Vector512<T>.Zero), -Vector512<T>.One, x));

    /// <inheritdoc cref="MaxFirst{T}(T, T)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> MaxFirst<T>(Vector512<T> x, Vector512<T> y)
        where T : INumber<T> =>
        Vector512.ConditionalSelect(Vector512.GreaterThan(x, y), Vector512<T>.One, Vector512.ConditionalSelect(Vector512.LessThan(x, y), Vector512<T>.Zero, TieOrNaN(x, y)));

    /// <inheritdoc cref="MinFirst{T}(T, T)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> MinFirst<T>(Vector512<T> x, Vector512<T> y)
        where T : INumber<T> =>
        Vector512.ConditionalSelect(Vector512.LessThan(x, y), Vector512<T>.One, Vector512.ConditionalSelect(Vector512.GreaterThan(x, y), Vector512<T>.Zero, TieOrNaN(x, y)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector512<T> TieOrNaN<T>(Vector512<T> x, Vector512<T> y)
        where T : INumber<T> =>
        Vector512.ConditionalSelect(
            Vector512.Equals(x, x),
            Vector512.ConditionalSelect(Vector512.Equals(y, y), Vector512.Create(T.CreateTruncating(0.5)), Vector512<T>.Zero),
            Vector512.ConditionalSelect(Vector512.Equals(y, y), Vector512<T>.One, Vector512.Create(T.CreateTruncating(0.5))));
}
