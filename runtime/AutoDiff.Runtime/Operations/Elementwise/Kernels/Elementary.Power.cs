using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AutoDiff;

static partial class Elementary
{
    const double ThirdLow = 1.850371707708594e-17; // ⅓ less the double next to it

    /// <summary>
    /// x^y = exp(y log x), the logarithm to twice the precision; bases that are not positive and finite are left to <see cref="Math.Pow"/>, element by element.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<double> Pow(Vector512<double> x, Vector512<double> y)
    {
        Vector512<double> isPlain =
            Vector512.GreaterThan(x, Vector512<double>.Zero) & Vector512.LessThan(x, Vector512.Create(double.PositiveInfinity)) &
            Vector512.LessThan(Magnitude(y), Vector512.Create(1e300));
        Vector512<double> value = PlainPow(x, y);
        return Vector512.EqualsAll(isPlain.AsInt64(), Vector512<long>.AllBitsSet) ? value : OtherPow(x, y, isPlain, value);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector512<double> PlainPow(Vector512<double> x, Vector512<double> y)
    {
        Vector512<double> high = PreciseLog(x, out Vector512<double> low);
        Vector512<double> product = y * high;
        Vector512<double> t = Clamp(product, -750, 710);
        Vector512<double> rest = Vector512.FusedMultiplyAdd(y, high, -product) + y * low;
        rest = Vector512.BitwiseAnd(Vector512.Equals(t, product), rest);

        Vector512<double> k = Vector512.FusedMultiplyAdd(t, Vector512.Create(Log2E), Vector512.Create(RoundToWhole)) - Vector512.Create(RoundToWhole);
        Vector512<double> r = Vector512.FusedMultiplyAdd(k, Vector512.Create(-Ln2High), t);
        Vector512<double> p = Expm1Polynomial(r + Vector512.FusedMultiplyAdd(k, Vector512.Create(-Ln2Low), rest));
        Halves(k, out Vector512<double> first, out Vector512<double> second);
        return (Vector512<double>.One + p) * first * second;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    static Vector512<double> OtherPow(Vector512<double> x, Vector512<double> y, Vector512<double> isPlain, Vector512<double> value)
    {
        for (int i = 0; i < 8; i++)
            if (isPlain.AsInt64().GetElement(i) == 0) value = value.WithElement(i, Math.Pow(x.GetElement(i), y.GetElement(i)));
        return value;
    }

    /// <summary>
    /// log x as the sum of two numbers, to about 65 bits. With x = 2^k m and s = (m - 1)/(m + 1): k log 2 + 2s(1 + s²/3 + s⁴/5 + …), where what is
    /// rounded in s, s², s²/3 and in the sums is kept.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector512<double> PreciseLog(Vector512<double> x, out Vector512<double> low)
    {
        Reduce(x, out Vector512<double> k, out Vector512<double> f);
        Vector512<double> two = Vector512.Create(2.0);
        Vector512<double> d = f + two;
        Vector512<double> dLow = f - (d - two);
        Vector512<double> s = f / d;
        Vector512<double> sLow = (Vector512.FusedMultiplyAdd(-s, d, f) - s * dLow) / d;
        Vector512<double> z = s * s;
        Vector512<double> zLow = Vector512.FusedMultiplyAdd(s, s, -z) + two * s * sLow;

        Vector512<double> third = Vector512.Create(1.0 / 3);
        Vector512<double> a = z * third;
        Vector512<double> aLow = Vector512.FusedMultiplyAdd(z, third, -a) + Vector512.FusedMultiplyAdd(z, Vector512.Create(ThirdLow), zLow * third);
        Vector512<double> rest = Vector512.Create(1.0 / 25);
        rest = Next(rest, z, 1.0 / 23);
        rest = Next(rest, z, 1.0 / 21);
        rest = Next(rest, z, 1.0 / 19);
        rest = Next(rest, z, 1.0 / 17);
        rest = Next(rest, z, 1.0 / 15);
        rest = Next(rest, z, 1.0 / 13);
        rest = Next(rest, z, 1.0 / 11);
        rest = Next(rest, z, 1.0 / 9);
        rest = Next(rest, z, 1.0 / 7);
        rest = Next(rest, z, 1.0 / 5);
        Vector512<double> b = z * z * rest;
        Vector512<double> w = a + b;
        Vector512<double> wLow = (a - w) + b + aLow;

        Vector512<double> q = s * w;
        Vector512<double> qLow = Vector512.FusedMultiplyAdd(s, w, -q) + Vector512.FusedMultiplyAdd(s, wLow, sLow * w);
        Vector512<double> half = s + q;
        Vector512<double> halfLow = (s - half) + q + (qLow + sLow);

        Vector512<double> whole = k * Vector512.Create(Ln2High); // exact
        Vector512<double> high = whole + two * half;
        low = (whole - high) + two * half + Vector512.FusedMultiplyAdd(k, Vector512.Create(Ln2Low), two * halfLow);
        return high;
    }
}
