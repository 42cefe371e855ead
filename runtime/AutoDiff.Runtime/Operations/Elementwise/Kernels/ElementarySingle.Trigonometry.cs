using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AutoDiff;

/// <content>Sine, cosine and tangent.</content>
static partial class ElementarySingle
{
    /// <summary>Angles beyond this one are left to <see cref="MathF"/>, element by element.</summary>
    const float LargestAngle = 1 << 17;

    const float HalfPi = MathF.PI / 2;
    const float HalfPiLow = -4.371139e-8f; // π/2 less the float next to it
    const float HalfPiLowest = -1.7151245e-15f;

    /// <summary>sin x, with all digits near its zeros.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<float> Sin(Vector512<float> x)
    {
        Vector512<float> r = ReducedAngle(x, out Vector512<float> low, out Vector512<int> quadrant);
        Vector512<float> value = Turned(SinPolynomial(r, low), CosPolynomial(r, low), quadrant);
        value = Vector512.ConditionalSelect(Vector512.Equals(x, Vector512<float>.Zero), x, value); // the sign of 0
        return IsAngle(x, out Vector512<float> angles) ? value : SinBeyond(x, angles, value);
    }

    /// <summary>cos x, with all digits near its zeros.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<float> Cos(Vector512<float> x)
    {
        Vector512<float> r = ReducedAngle(x, out Vector512<float> low, out Vector512<int> quadrant);
        Vector512<float> value = Turned(SinPolynomial(r, low), CosPolynomial(r, low), quadrant + Vector512<int>.One);
        return IsAngle(x, out Vector512<float> angles) ? value : CosBeyond(x, angles, value);
    }

    /// <summary>tan x, a quotient of sine and cosine.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<float> Tan(Vector512<float> x)
    {
        Vector512<float> r = ReducedAngle(x, out Vector512<float> low, out Vector512<int> quadrant);
        Vector512<float> sin = SinPolynomial(r, low), cos = CosPolynomial(r, low), isOdd = IsOdd(quadrant);
        Vector512<float> value = Vector512.ConditionalSelect(isOdd, -cos, sin) / Vector512.ConditionalSelect(isOdd, sin, cos);
        value = Vector512.ConditionalSelect(Vector512.Equals(x, Vector512<float>.Zero), x, value);
        return IsAngle(x, out Vector512<float> angles) ? value : TanBeyond(x, angles, value);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static bool IsAngle(Vector512<float> x, out Vector512<float> angles)
    {
        angles = Vector512.LessThanOrEqual(Vector512.AndNot(x, Vector512.Create(-0f)), Vector512.Create(LargestAngle));
        return Vector512.EqualsAll(angles.AsInt32(), Vector512<int>.AllBitsSet);
    }

    /// <summary>x = k π/2 + r + low, as in double precision.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector512<float> ReducedAngle(Vector512<float> x, out Vector512<float> low, out Vector512<int> quadrant)
    {
        Vector512<float> whole = Vector512.FusedMultiplyAdd(x, Vector512.Create(2 / MathF.PI), Vector512.Create(RoundToWhole));
        quadrant = whole.AsInt32(); // its low bits are k
        Vector512<float> k = whole - Vector512.Create(RoundToWhole);
        Vector512<float> exact = Vector512.FusedMultiplyAdd(k, Vector512.Create(-HalfPi), x);
        Vector512<float> r = Vector512.FusedMultiplyAdd(k, Vector512.Create(-HalfPiLow), exact);
        low = Vector512.FusedMultiplyAdd(k, Vector512.Create(-HalfPiLow), exact - r);
        low = Vector512.FusedMultiplyAdd(k, Vector512.Create(-HalfPiLowest), low);
        return r;
    }

    /// <summary>sin r after k quarter turns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector512<float> Turned(Vector512<float> sin, Vector512<float> cos, Vector512<int> quadrant)
    {
        Vector512<float> sign = Vector512.ShiftLeft(quadrant, 30).AsSingle() & Vector512.Create(-0f);
        return Vector512.ConditionalSelect(IsOdd(quadrant), cos, sin) ^ sign;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector512<float> IsOdd(Vector512<int> k) => Vector512.Equals(k & Vector512<int>.One, Vector512<int>.One).AsSingle();

    /// <summary>sin(r + low) for |r| ≤ π/4. Cephes' polynomial (sinf.c).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector512<float> SinPolynomial(Vector512<float> r, Vector512<float> low)
    {
        Vector512<float> z = r * r;
        Vector512<float> p = Vector512.Create(-1.9515295891e-4f);
        p = Next(p, z, 8.3321608736e-3f);
        p = Next(p, z, -1.6666654611e-1f);
        return r + Vector512.FusedMultiplyAdd(z * r, p, low);
    }

    /// <summary>cos(r + low) for |r| ≤ π/4. Cephes' polynomial (sinf.c).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector512<float> CosPolynomial(Vector512<float> r, Vector512<float> low)
    {
        Vector512<float> z = r * r, half = z * Vector512.Create(0.5f), one = Vector512<float>.One, w = one - half;
        Vector512<float> p = Vector512.Create(2.443315711809948e-5f);
        p = Next(p, z, -1.388731625493765e-3f);
        p = Next(p, z, 4.166664568298827e-2f);
        return w + (one - w - half + Vector512.FusedMultiplyAdd(z * z, p, -(r * low)));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    static Vector512<float> SinBeyond(Vector512<float> x, Vector512<float> angles, Vector512<float> value)
    {
        for (int i = 0; i < 16; i++)
            if (angles.AsInt32().GetElement(i) == 0) value = value.WithElement(i, MathF.Sin(x.GetElement(i)));
        return value;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    static Vector512<float> CosBeyond(Vector512<float> x, Vector512<float> angles, Vector512<float> value)
    {
        for (int i = 0; i < 16; i++)
            if (angles.AsInt32().GetElement(i) == 0) value = value.WithElement(i, MathF.Cos(x.GetElement(i)));
        return value;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    static Vector512<float> TanBeyond(Vector512<float> x, Vector512<float> angles, Vector512<float> value)
    {
        for (int i = 0; i < 16; i++)
            if (angles.AsInt32().GetElement(i) == 0) value = value.WithElement(i, MathF.Tan(x.GetElement(i)));
        return value;
    }
}
