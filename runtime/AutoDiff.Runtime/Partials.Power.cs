using System.Numerics;
using System.Runtime.CompilerServices;

namespace AutoDiff;

// Powers and roots: removable singularities at 0 and at infinity.
public static partial class Partials
{
    /// <summary>∂/∂x of <c>x^y</c>: y·x^(y-1), and 0 where y = 0, for the function is the constant 1 there.</summary>
    /// <typeparam name="T">The number type.</typeparam>
    /// <param name="x">The base.</param>
    /// <param name="y">The exponent.</param>
    /// <returns>The derivative; infinite at x = 0 where y &lt; 1 (and y ≠ 0).</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T PowBase<T>(T x, T y)
        where T : IPowerFunctions<T> =>
        y == T.Zero ? T.Zero : y * T.Pow(x, y - T.One);

    /// <summary>
    /// ∂/∂y of <c>r = x^y</c>: r·log x. Where r is 0 and the logarithm infinite it takes the limit 0: at x = 0 for y &gt; 0, and at
    /// x = ∞ for y &lt; 0.
    /// </summary>
    /// <typeparam name="T">The number type.</typeparam>
    /// <param name="x">The base.</param>
    /// <param name="y">The exponent.</param>
    /// <param name="r">x^y.</param>
    /// <returns>
    /// The derivative. At x = y = 0 it is -∞, which is what both one-sided difference quotients tend to: 0^y jumps from ∞ to 1 to 0.
    /// NaN for x &lt; 0, where x^y exists at isolated y only.
    /// </returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T PowExponent<T>(T x, T y, T r)
        where T : INumber<T>, ILogarithmicFunctions<T> =>
        (x == T.Zero && y > T.Zero) || (T.IsPositiveInfinity(x) && y < T.Zero) ? T.Zero : r * T.Log(x);

    /// <summary>∂/∂x of <c>r = √(x² + y²)</c>: x/r, and 0 at the kink (0, 0). For ∂/∂y pass y as x.</summary>
    /// <typeparam name="T">The number type.</typeparam>
    /// <param name="x">The argument to differentiate by.</param>
    /// <param name="r">The hypotenuse.</param>
    /// <returns>A value from -1 to 1; NaN for an infinite <paramref name="x"/>, as ∞/∞.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T HypotFirst<T>(T x, T r)
        where T : INumberBase<T> =>
        r == T.Zero ? T.Zero : x / r;

    /// <summary>∂/∂x of <c>r = x^(1/n)</c>, the n-th root: r/(x·n).</summary>
    /// <typeparam name="T">The number type.</typeparam>
    /// <param name="x">The radicand.</param>
    /// <param name="n">The degree; 0 gives NaN, as the root itself does.</param>
    /// <param name="r">The root.</param>
    /// <returns>The derivative. At x = 0: 1 for n = 1, ∞ for n &gt; 1, -∞ for n &lt; 0. At infinity 0, except 1 for n = 1.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T RootNFirst<T>(T x, int n, T r)
        where T : INumberBase<T>
    {
        T degree = T.CreateTruncating(n);
        if (n == 1) return T.One;
        if (x == T.Zero) return degree / T.Zero;
        return T.IsInfinity(x) && T.IsInfinity(r) ? T.Zero : r / x / degree;
    }
}
