using System.Numerics;
using System.Runtime.CompilerServices;

namespace AutoDiff;

// Math.Clamp(x, low, high) on its domain low <= high; outside it throws before any derivative is asked for. It returns low below low,
// high above high, x between, so each partial derivative is 1 in one of the three open regions and 0 in the others. On a boundary the
// regions that meet there share equally (the least-norm subgradient): two of them at a bound, all three where x = low = high.
// An x outside low = high still lies in the interior of its region. NaN bounds never compare, as in Math.Clamp; a NaN x is returned.
public static partial class Partials
{
    /// <summary>∂/∂x of <see cref="Math.Clamp(double, double, double)"/>: 1 between the bounds, 0 outside.</summary>
    /// <typeparam name="T">The number type.</typeparam>
    /// <param name="x">The value to clamp.</param>
    /// <param name="low">The lower bound.</param>
    /// <param name="high">The upper bound.</param>
    /// <returns>½ at one bound, ⅓ at both (x = low = high); 1 for NaN. The three partial derivatives of a clamp sum to 1.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T ClampValue<T>(T x, T low, T high)
        where T : INumber<T> =>
        x < low || x > high ? T.Zero : ClampShare<T>(x == low, x == high);

    /// <summary>∂/∂low of <see cref="Math.Clamp(double, double, double)"/>: 1 below the lower bound, 0 above it.</summary>
    /// <typeparam name="T">The number type.</typeparam>
    /// <param name="x">The value to clamp.</param>
    /// <param name="low">The lower bound.</param>
    /// <param name="high">The upper bound.</param>
    /// <returns>½ at the lower bound, ⅓ at both (x = low = high).</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T ClampLow<T>(T x, T low, T high)
        where T : INumber<T> =>
        x < low ? T.One : x == low ? ClampShare<T>(true, x == high) : T.Zero;

    /// <summary>∂/∂high of <see cref="Math.Clamp(double, double, double)"/>: 1 above the upper bound, 0 below it.</summary>
    /// <typeparam name="T">The number type.</typeparam>
    /// <param name="x">The value to clamp.</param>
    /// <param name="low">The lower bound.</param>
    /// <param name="high">The upper bound.</param>
    /// <returns>½ at the upper bound, ⅓ at both (x = low = high).</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T ClampHigh<T>(T x, T low, T high)
        where T : INumber<T> =>
        x > high ? T.One : x == high ? ClampShare<T>(x == low, true) : T.Zero;

    /// <summary>The share of each region that meets at x: the middle one and one for each bound that x lies on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static T ClampShare<T>(bool atLow, bool atHigh)
        where T : INumber<T> =>
        atLow && atHigh ? T.One / T.CreateTruncating(3) : atLow || atHigh ? Half<T>() : T.One;
}
