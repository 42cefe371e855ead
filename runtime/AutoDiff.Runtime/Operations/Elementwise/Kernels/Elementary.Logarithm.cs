using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AutoDiff;

static partial class Elementary
{
    const long HalfRootBits = 0x3fe6a09e667f3bcd; // √½
    const double Log10Of2High = 3.01029995663611771306e-01; // k times it is exact
    const double Log10Of2Low = 3.69423907715893078616e-13;
    const long MantissaBits = 0x000fffffffffffff;

    /// <summary>log x; -∞ at 0, NaN below</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<double> Log(Vector512<double> x)
    {
        Vector512<double> mantissa = LogOfMantissa(x, out Vector512<double> k, out Vector512<double> f);
        Vector512<double> low = Vector512.FusedMultiplyAdd(k, Vector512.Create(Ln2Low), mantissa);
        return AtTheEdges(x, Vector512.FusedMultiplyAdd(k, Vector512.Create(Ln2High), low + f));
    }

    /// <summary>log₂ x; whole at powers of 2</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<double> Log2(Vector512<double> x)
    {
        Vector512<double> mantissa = LogOfMantissa(x, out Vector512<double> k, out Vector512<double> f);
        return AtTheEdges(x, Vector512.FusedMultiplyAdd(mantissa + f, Vector512.Create(Log2E), k));
    }

    /// <summary>log₁₀ x</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<double> Log10(Vector512<double> x)
    {
        Vector512<double> mantissa = LogOfMantissa(x, out Vector512<double> k, out Vector512<double> f);
        Vector512<double> low = Vector512.FusedMultiplyAdd(mantissa + f, Vector512.Create(0.43429448190325182), k * Vector512.Create(Log10Of2Low));
        return AtTheEdges(x, Vector512.FusedMultiplyAdd(k, Vector512.Create(Log10Of2High), low));
    }

    /// <summary>
    /// log(1 + f) - f, where x = 2^k (1 + f) with √½ ≤ 1 + f &lt; √2. FreeBSD's algorithm (e_log.c): -f²/2 + s(f²/2 + R), s = f/(2 + f).
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector512<double> LogOfMantissa(Vector512<double> x, out Vector512<double> k, out Vector512<double> f)
    {
        Reduce(x, out k, out f);
        Vector512<double> s = f / (f + Vector512.Create(2.0));
        Vector512<double> z = s * s;
        Vector512<double> r = Vector512.Create(0.14798198605106586);
        r = Next(r, z, 0.15313837699209373);
        r = Next(r, z, 0.1818357216161805);
        r = Next(r, z, 0.22222198432149784);
        r = Next(r, z, 0.2857142874366239);
        r = Next(r, z, 0.3999999999940942);
        r = Next(r, z, 0.6666666666666735);
        Vector512<double> halfSquare = f * f * Vector512.Create(0.5);
        return s * Vector512.FusedMultiplyAdd(z, r, halfSquare) - halfSquare;
    }

    /// <summary>-∞ at 0, ∞ at ∞, NaN below 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector512<double> AtTheEdges(Vector512<double> x, Vector512<double> value)
    {
        value = Vector512.ConditionalSelect(Vector512.Equals(x, Vector512<double>.Zero), Vector512.Create(double.NegativeInfinity), value);
        value = Vector512.ConditionalSelect(Vector512.Equals(x, Vector512.Create(double.PositiveInfinity)), x, value);
        return Vector512.ConditionalSelect(Vector512.GreaterThanOrEqual(x, Vector512<double>.Zero), value, Vector512.Create(double.NaN));
    }

    /// <summary>log(1 + x), with all digits near 0: what 1 + x loses is put back, to first order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<double> Log1p(Vector512<double> x)
    {
        Vector512<double> u = x + Vector512<double>.One;
        Vector512<double> value = Log(u);
        Vector512<double> correction = (x - (u - Vector512<double>.One)) / u;
        Vector512<double> isPlain = Vector512.GreaterThan(u, Vector512<double>.Zero) & Vector512.LessThan(u, Vector512.Create(1e300));
        value = Vector512.ConditionalSelect(isPlain, value + correction, value);
        return Vector512.ConditionalSelect(Vector512.Equals(x, Vector512<double>.Zero), x, value); // the sign of 0
    }

    /// <summary>x = 2^k (1 + f) with √½ ≤ 1 + f &lt; √2, exactly, for positive x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void Reduce(Vector512<double> x, out Vector512<double> k, out Vector512<double> f)
    {
        Vector512<double> isTiny = Vector512.LessThan(x, Vector512.Create(2.2250738585072014e-308));
        Vector512<double> normal = Vector512.ConditionalSelect(isTiny, x * Vector512.Create(18014398509481984.0), x); // 2^54
        Vector512<long> bits = normal.AsInt64() + Vector512.Create(0x3ff0000000000000 - HalfRootBits);
        k = (Vector512.ShiftRightLogical(bits, 52) + Vector512.Create(0x4338000000000000)).AsDouble() - Vector512.Create(RoundToWhole + 1023);
        k -= Vector512.BitwiseAnd(isTiny, Vector512.Create(54.0));
        f = ((bits & Vector512.Create(MantissaBits)) + Vector512.Create(HalfRootBits)).AsDouble() - Vector512<double>.One;
    }
}
