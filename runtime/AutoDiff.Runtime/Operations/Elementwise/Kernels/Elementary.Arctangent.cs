using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AutoDiff;

static partial class Elementary
{
    /// <summary>arctan x. Cephes' algorithm (atan.c): reduction to |x| &lt; 0.66 by π/4 and π/2, then a rational function.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<double> Atan(Vector512<double> x)
    {
        Vector512<double> one = Vector512<double>.One;
        Vector512<double> magnitude = Magnitude(x);
        Vector512<double> isLarge = Vector512.GreaterThan(magnitude, Vector512.Create(2.41421356237309504880)); // tan 3π/8
        Vector512<double> isMiddle = Vector512.GreaterThan(magnitude, Vector512.Create(0.66));
        Vector512<double> numerator = Vector512.ConditionalSelect(isLarge, -one, Vector512.ConditionalSelect(isMiddle, magnitude - one, magnitude));
        Vector512<double> denominator = Vector512.ConditionalSelect(isLarge, magnitude, Vector512.ConditionalSelect(isMiddle, magnitude + one, one));
        Vector512<double> share = Vector512.ConditionalSelect(isLarge, Vector512.Create(1.0), Vector512.BitwiseAnd(isMiddle, Vector512.Create(0.5)));
        Vector512<double> t = numerator / denominator;

        Vector512<double> z = t * t;
        Vector512<double> p = Vector512.Create(-0.8750608600031904);
        p = Next(p, z, -16.157537187333652);
        p = Next(p, z, -75.00855792314705);
        p = Next(p, z, -122.88666844901361);
        p = Next(p, z, -64.85021904942025);
        Vector512<double> q = z + Vector512.Create(24.858464901423062);
        q = Next(q, z, 165.02700983169885);
        q = Next(q, z, 432.88106049129027);
        q = Next(q, z, 485.3903996359137);
        q = Next(q, z, 194.5506571482614);
        Vector512<double> rest = Vector512.FusedMultiplyAdd(t * z, p / q, t) + share * Vector512.Create(6.123233995736765886130e-17);
        return WithSign(Vector512.FusedMultiplyAdd(share, Vector512.Create(Math.PI / 2), rest), x);
    }

    /// <summary>arcsin x = arctan(x/√(1 - x²)); NaN beyond ±1</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<double> Asin(Vector512<double> x) =>
        Atan(x / Vector512.Sqrt((Vector512<double>.One - x) * (Vector512<double>.One + x)));

    /// <summary>arccos x = 2 arctan √((1 - x)/(1 + x)); NaN beyond ±1</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<double> Acos(Vector512<double> x)
    {
        Vector512<double> half = Atan(Vector512.Sqrt((Vector512<double>.One - x) / (Vector512<double>.One + x)));
        return half + half;
    }
}
