using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AutoDiff;

static partial class Elementary
{
    /// <summary>∛x: exp(log|x|/3), and one step of Newton's method, which doubles its digits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<double> Cbrt(Vector512<double> x)
    {
        Vector512<double> magnitude = Magnitude(x);
        Vector512<double> isTiny = Vector512.LessThan(magnitude, Vector512.Create(1e-250)); // whose rounding errors would vanish
        Vector512<double> scaled = Vector512.ConditionalSelect(isTiny, magnitude * Vector512.Create(5.846006549323611e+48), magnitude); // 2^162
        Vector512<double> y = Exp(Log(scaled) * Vector512.Create(1.0 / 3));
        Vector512<double> square = y * y;
        Vector512<double> lost = Vector512.FusedMultiplyAdd(y, y, -square);
        Vector512<double> excess = Vector512.FusedMultiplyAdd(square, y, -scaled) + lost * y;
        Vector512<double> value = y - excess / (square * Vector512.Create(3.0));
        value *= Vector512.ConditionalSelect(isTiny, Vector512.Create(5.551115123125783e-17), Vector512<double>.One); // 2^-54

        // 0, infinity and NaN are their own roots.
        Vector512<double> isPlain =
            Vector512.GreaterThan(magnitude, Vector512<double>.Zero) & Vector512.LessThan(magnitude, Vector512.Create(double.PositiveInfinity));
        return WithSign(Vector512.ConditionalSelect(isPlain, value, magnitude), x);
    }

    /// <summary>√(x² + y²) as a√(1 + (b/a)²) with the greater one a, so that nothing overflows; ∞ also beside NaN</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<double> Hypot(Vector512<double> x, Vector512<double> y)
    {
        Vector512<double> infinity = Vector512.Create(double.PositiveInfinity);
        (Vector512<double> a, Vector512<double> b) = (Magnitude(x), Magnitude(y));
        Vector512<double> isInfinite = Vector512.Equals(a, infinity) | Vector512.Equals(b, infinity);
        (a, b) = (Vector512.Max(a, b), Vector512.Min(a, b));
        Vector512<double> ratio = b / a;
        Vector512<double> value = a * Vector512.Sqrt(Vector512.FusedMultiplyAdd(ratio, ratio, Vector512<double>.One));
        value = Vector512.ConditionalSelect(Vector512.Equals(a, Vector512<double>.Zero), a, value);
        return Vector512.ConditionalSelect(isInfinite, infinity, value);
    }
}
