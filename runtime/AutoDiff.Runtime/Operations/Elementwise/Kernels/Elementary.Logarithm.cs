using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AutoDiff;

static partial class Elementary
{
    const long HalfRootBits = 0x3fe6a09e667f3bcd; // √½
    const long MantissaBits = 0x000fffffffffffff;

    /// <summary>log x; -∞ at 0, NaN below. FreeBSD's algorithm (e_log.c): log(1 + f) = f - f²/2 + s(f²/2 + R), s = f/(2 + f).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<double> Log(Vector512<double> x)
    {
        Vector512<double> isTiny = Vector512.LessThan(x, Vector512.Create(2.2250738585072014e-308));
        Vector512<double> normal = Vector512.ConditionalSelect(isTiny, x * Vector512.Create(18014398509481984.0), x); // 2^54
        Vector512<long> bits = normal.AsInt64() + Vector512.Create(0x3ff0000000000000 - HalfRootBits);
        Vector512<double> k = (Vector512.ShiftRightLogical(bits, 52) + Vector512.Create(0x4338000000000000)).AsDouble() - Vector512.Create(RoundToWhole + 1023);
        k -= Vector512.BitwiseAnd(isTiny, Vector512.Create(54.0));
        Vector512<double> f = ((bits & Vector512.Create(MantissaBits)) + Vector512.Create(HalfRootBits)).AsDouble() - Vector512<double>.One;

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
        Vector512<double> low = Vector512.FusedMultiplyAdd(k, Vector512.Create(Ln2Low), s * Vector512.FusedMultiplyAdd(z, r, halfSquare));
        Vector512<double> value = Vector512.FusedMultiplyAdd(k, Vector512.Create(Ln2High), (low - halfSquare) + f);

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
}
