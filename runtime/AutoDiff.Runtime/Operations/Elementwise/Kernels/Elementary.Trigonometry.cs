using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AutoDiff;

/// <content>
/// Sine, cosine and tangent, on halves of a vector: where a processor has no vectors of 512 bits, functions of this length on whole ones are not put inline.
/// </content>
static partial class Elementary
{
    /// <summary>Angles beyond this one are left to <see cref="Math"/>, element by element.</summary>
    const double LargestAngle = 1 << 30;

    const double HalfPi = Math.PI / 2;
    const double HalfPiLow = 6.123233995736766e-17; // π/2 less the double next to it
    const double HalfPiLowest = -1.4973849048591698e-33;

    /// <summary>sin x, with all digits near its zeros.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<double> Sin(Vector512<double> x) => Vector512.Create(Sin(x.GetLower()), Sin(x.GetUpper()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector256<double> Sin(Vector256<double> x)
    {
        Vector256<double> r = ReducedAngle(x, out Vector256<double> low, out Vector256<long> quadrant);
        Vector256<double> value = Turned(SinPolynomial(r, low), CosPolynomial(r, low), quadrant);
        value = Vector256.ConditionalSelect(Vector256.Equals(x, Vector256<double>.Zero), x, value); // the sign of 0
        return IsAngle(x, out Vector256<double> angles) ? value : SinBeyond(x, angles, value);
    }

    /// <summary>cos x, with all digits near its zeros.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<double> Cos(Vector512<double> x) => Vector512.Create(Cos(x.GetLower()), Cos(x.GetUpper()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector256<double> Cos(Vector256<double> x)
    {
        Vector256<double> r = ReducedAngle(x, out Vector256<double> low, out Vector256<long> quadrant);
        Vector256<double> value = Turned(SinPolynomial(r, low), CosPolynomial(r, low), quadrant + Vector256<long>.One);
        return IsAngle(x, out Vector256<double> angles) ? value : CosBeyond(x, angles, value);
    }

    /// <summary>tan x, a quotient of sine and cosine.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<double> Tan(Vector512<double> x) => Vector512.Create(Tan(x.GetLower()), Tan(x.GetUpper()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector256<double> Tan(Vector256<double> x)
    {
        Vector256<double> r = ReducedAngle(x, out Vector256<double> low, out Vector256<long> quadrant);
        Vector256<double> sin = SinPolynomial(r, low), cos = CosPolynomial(r, low), isOdd = IsOdd(quadrant);
        Vector256<double> value = Vector256.ConditionalSelect(isOdd, -cos, sin) / Vector256.ConditionalSelect(isOdd, sin, cos);
        value = Vector256.ConditionalSelect(Vector256.Equals(x, Vector256<double>.Zero), x, value);
        return IsAngle(x, out Vector256<double> angles) ? value : TanBeyond(x, angles, value);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static bool IsAngle(Vector256<double> x, out Vector256<double> angles)
    {
        angles = Vector256.LessThanOrEqual(Vector256.AndNot(x, Vector256.Create(-0.0)), Vector256.Create(LargestAngle));
        return Vector256.EqualsAll(angles.AsInt64(), Vector256<long>.AllBitsSet);
    }

    /// <summary>
    /// x = k π/2 + r + low with |r| not much above π/4. Cody and Waite's reduction: x - k · HalfPi is exact, as it is below 1 and a multiple of the last place of
    /// HalfPi.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector256<double> ReducedAngle(Vector256<double> x, out Vector256<double> low, out Vector256<long> quadrant)
    {
        Vector256<double> whole = Vector256.FusedMultiplyAdd(x, Vector256.Create(2 / Math.PI), Vector256.Create(RoundToWhole));
        quadrant = whole.AsInt64(); // its low bits are k
        Vector256<double> k = whole - Vector256.Create(RoundToWhole);
        Vector256<double> exact = Vector256.FusedMultiplyAdd(k, Vector256.Create(-HalfPi), x);
        Vector256<double> r = Vector256.FusedMultiplyAdd(k, Vector256.Create(-HalfPiLow), exact);
        low = Vector256.FusedMultiplyAdd(k, Vector256.Create(-HalfPiLow), exact - r);
        low = Vector256.FusedMultiplyAdd(k, Vector256.Create(-HalfPiLowest), low);
        return r;
    }

    /// <summary>sin r after k quarter turns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector256<double> Turned(Vector256<double> sin, Vector256<double> cos, Vector256<long> quadrant)
    {
        Vector256<double> sign = Vector256.ShiftLeft(quadrant, 62).AsDouble() & Vector256.Create(-0.0);
        return Vector256.ConditionalSelect(IsOdd(quadrant), cos, sin) ^ sign;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector256<double> IsOdd(Vector256<long> k) => Vector256.Equals(k & Vector256<long>.One, Vector256<long>.One).AsDouble();

    /// <summary>sin(r + low) for |r| ≤ π/4. fdlibm's polynomial (k_sin.c).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector256<double> SinPolynomial(Vector256<double> r, Vector256<double> low)
    {
        Vector256<double> z = r * r, cube = z * r;
        Vector256<double> p = Vector256.Create(1.58969099521155010221e-10);
        p = Next(p, z, -2.50507602534068634195e-08);
        p = Next(p, z, 2.75573137070700676789e-06);
        p = Next(p, z, -1.98412698298579493134e-04);
        p = Next(p, z, 8.33333333332248946124e-03);
        Vector256<double> rest = Vector256.FusedMultiplyAdd(z, Vector256.FusedMultiplyAdd(cube, p, low * Vector256.Create(-0.5)), low);
        return r + Vector256.FusedMultiplyAdd(cube, Vector256.Create(-1.66666666666666324348e-01), rest);
    }

    /// <summary>cos(r + low) for |r| ≤ π/4. fdlibm's polynomial (k_cos.c).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector256<double> CosPolynomial(Vector256<double> r, Vector256<double> low)
    {
        Vector256<double> z = r * r, half = z * Vector256.Create(0.5), one = Vector256<double>.One, w = one - half;
        Vector256<double> p = Vector256.Create(-1.13596475577881948265e-11);
        p = Next(p, z, 2.08757232129817482790e-09);
        p = Next(p, z, -2.75573143513906633035e-07);
        p = Next(p, z, 2.48015872894767294178e-05);
        p = Next(p, z, -1.38888888888741095749e-03);
        p = Next(p, z, 4.16666666666666019037e-02);
        return w + (one - w - half + Vector256.FusedMultiplyAdd(z * z, p, -(r * low)));
    }

    /// <summary>A step of Horner's rule.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector256<double> Next(Vector256<double> sum, Vector256<double> x, double coefficient) =>
        Vector256.FusedMultiplyAdd(sum, x, Vector256.Create(coefficient));

    [MethodImpl(MethodImplOptions.NoInlining)]
    static Vector256<double> SinBeyond(Vector256<double> x, Vector256<double> angles, Vector256<double> value)
    {
        for (int i = 0; i < 4; i++)
            if (angles.AsInt64().GetElement(i) == 0) value = value.WithElement(i, Math.Sin(x.GetElement(i)));
        return value;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    static Vector256<double> CosBeyond(Vector256<double> x, Vector256<double> angles, Vector256<double> value)
    {
        for (int i = 0; i < 4; i++)
            if (angles.AsInt64().GetElement(i) == 0) value = value.WithElement(i, Math.Cos(x.GetElement(i)));
        return value;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    static Vector256<double> TanBeyond(Vector256<double> x, Vector256<double> angles, Vector256<double> value)
    {
        for (int i = 0; i < 4; i++)
            if (angles.AsInt64().GetElement(i) == 0) value = value.WithElement(i, Math.Tan(x.GetElement(i)));
        return value;
    }
}
