using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AutoDiff;

/// <summary>
/// Elementary functions of eight numbers at a time, in double precision: about one unit in the last place, special cases as <see cref="Math"/>'s.
/// Everything here is branch-free, so that lanes do not wait for one another.
/// </summary>
static partial class Elementary
{
    const double Log2E = 1.4426950408889634;
    const double Ln2High = 6.93147180369123816490e-01; // with zeros at its end: k·Ln2High is exact
    const double Ln2Low = 1.90821492927058770002e-10;
    const double RoundToWhole = 6755399441055744.0; // 1.5 · 2^52: the low bits of x + it are x, rounded

    /// <summary>eˣ</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<double> Exp(Vector512<double> x)
    {
        Vector512<double> p = ReducedExpm1(Clamp(x, -750, 710), out Vector512<double> k);
        Halves(k, out Vector512<double> first, out Vector512<double> second);
        return (Vector512<double>.One + p) * first * second;
    }

    /// <summary>eˣ/2 for x that is not below -700; overflows where eˣ/2 does.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<double> HalfExp(Vector512<double> x)
    {
        Vector512<double> p = ReducedExpm1(Clamp(x, -700, 711), out Vector512<double> k);
        Halves(k - Vector512<double>.One, out Vector512<double> first, out Vector512<double> second);
        return (Vector512<double>.One + p) * first * second;
    }

    /// <summary>eˣ - 1, with all digits near 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<double> Expm1(Vector512<double> x)
    {
        Vector512<double> p = ReducedExpm1(Clamp(x, -40, 710), out Vector512<double> k);
        Halves(k, out Vector512<double> first, out Vector512<double> second);

        // 2^k (1 + p) - 1 without overflow on the way, and p itself for k = 0.
        Vector512<double> value = (p * first + (first - Vector512<double>.One / second)) * second;
        return Vector512.ConditionalSelect(Vector512.Equals(x, Vector512<double>.Zero), x, value); // the sign of 0
    }

    /// <summary>p with eˣ = 2^k (1 + p), |p| &lt; 0.42. Cody and Waite's reduction.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector512<double> ReducedExpm1(Vector512<double> x, out Vector512<double> k)
    {
        k = Vector512.FusedMultiplyAdd(x, Vector512.Create(Log2E), Vector512.Create(RoundToWhole)) - Vector512.Create(RoundToWhole);
        Vector512<double> r = Vector512.FusedMultiplyAdd(k, Vector512.Create(-Ln2High), x);
        return Expm1Polynomial(Vector512.FusedMultiplyAdd(k, Vector512.Create(-Ln2Low), r));
    }

    /// <summary>eʳ - 1 for |r| ≤ log(2)/2: a minimax polynomial.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector512<double> Expm1Polynomial(Vector512<double> r)
    {
        Vector512<double> q = Vector512.Create(2.0914686968086876e-09);
        q = Next(q, r, 2.5105217004720745e-08);
        q = Next(q, r, 2.75572736431103e-07);
        q = Next(q, r, 2.7557255400206422e-06);
        q = Next(q, r, 2.4801587325547743e-05);
        q = Next(q, r, 0.00019841269874820627);
        q = Next(q, r, 0.0013888888888883748);
        q = Next(q, r, 0.008333333333326136);
        q = Next(q, r, 0.04166666666666667);
        q = Next(q, r, 0.1666666666666667);
        q = Next(q, r, 0.5);
        return Vector512.FusedMultiplyAdd(r * r, q, r);
    }

    /// <summary>Two powers of 2 whose product is 2^k, so that each is a normal number where 2^k is not.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void Halves(Vector512<double> k, out Vector512<double> first, out Vector512<double> second)
    {
        Vector512<double> half = Vector512.Floor(k * Vector512.Create(0.5));
        first = PowerOfTwo(half);
        second = PowerOfTwo(k - half);
    }

    /// <summary>2^k for a whole number from -1022 to 1023.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector512<double> PowerOfTwo(Vector512<double> k) =>
        Vector512.ShiftLeft((k + Vector512.Create(RoundToWhole + 1023)).AsInt64(), 52).AsDouble();

    /// <summary>x between bounds; NaN stays NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector512<double> Clamp(Vector512<double> x, double low, double high)
    {
        x = Vector512.ConditionalSelect(Vector512.LessThan(x, Vector512.Create(low)), Vector512.Create(low), x);
        return Vector512.ConditionalSelect(Vector512.GreaterThan(x, Vector512.Create(high)), Vector512.Create(high), x);
    }

    /// <summary>A step of Horner's rule.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector512<double> Next(Vector512<double> sum, Vector512<double> x, double coefficient) =>
        Vector512.FusedMultiplyAdd(sum, x, Vector512.Create(coefficient));

    /// <summary>|x| with the sign of another number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector512<double> WithSign(Vector512<double> magnitude, Vector512<double> sign) =>
        Vector512.ConditionalSelect(Vector512.Create(-0.0), sign, magnitude);

    /// <summary>The absolute value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector512<double> Magnitude(Vector512<double> x) => Vector512.AndNot(x, Vector512.Create(-0.0));
}
