using System.Numerics;
using System.Runtime.CompilerServices;

namespace AutoDiff;

// Functions that are linear in pieces: absolute value, sign transfer, remainder.
public static partial class Partials
{
    /// <summary>
    /// The derivative of <see cref="Math.Abs(double)"/>: the sign of x, 0 at 0, and NaN at NaN, where <see cref="Math.Sign(double)"/>
    /// throws.
    /// </summary>
    /// <typeparam name="T">The number type.</typeparam>
    /// <param name="x">The argument.</param>
    /// <returns>-1, 0, 1 or NaN.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T AbsPartial<T>(T x)
        where T : INumber<T> =>
        x > T.Zero ? T.One : x < T.Zero ? -T.One : x == T.Zero ? T.Zero : x; // NaN

    /// <summary>
    /// ∂/∂x of <see cref="Math.CopySign(double, double)"/>, which is |x| with the sign of y: 1 if x and y have the same sign, -1 if not,
    /// and 0 at the kink x = 0. ∂/∂y is 0.
    /// </summary>
    /// <typeparam name="T">The number type.</typeparam>
    /// <param name="x">The magnitude.</param>
    /// <param name="y">The sign, or the result of the function, which has the same: zeros and NaN have a sign, too.</param>
    /// <returns>-1, 0, 1 or, if x is NaN, NaN.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T CopySignFirst<T>(T x, T y)
        where T : INumber<T>
    {
        T partial = AbsPartial(x);
        return T.IsNegative(y) ? -partial : partial;
    }

    /// <summary>
    /// ∂/∂y of a remainder <c>r = x - n·y</c> with integer n, which is -n: for <c>%</c>, where x/y is truncated to n, and for
    /// <see cref="Math.IEEERemainder(double, double)"/>, where it is rounded. ∂/∂x is 1.
    /// </summary>
    /// <typeparam name="T">The number type.</typeparam>
    /// <param name="x">The dividend.</param>
    /// <param name="y">The divisor.</param>
    /// <param name="r">The remainder, of either kind.</param>
    /// <returns>
    /// -n, found from r, which says which kind it is: and rounding x/y anew can miss n by 1 (0.9 / 0.1 is 9 in floating point, where
    /// 0.9 % 0.1 took out 8). Exact up to 2⁵¹ (for <see cref="double"/>), approximate beyond.
    /// </returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T RemainderSecond<T>(T x, T y, T r)
        where T : IFloatingPoint<T> =>
        -T.Round((x / y) - (r / y));
}
