using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AutoDiff;

static partial class Elementary
{
    /// <summary>1/(1 + e⁻ˣ), as eˣ/(1 + eˣ) below 0, so that nothing overflows</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<double> Sigmoid(Vector512<double> x)
    {
        Vector512<double> e = Exp(-Magnitude(x));
        Vector512<double> numerator = Vector512.ConditionalSelect(Vector512.LessThan(x, Vector512<double>.Zero), e, Vector512<double>.One);
        return numerator / (e + Vector512<double>.One);
    }

    /// <summary>log(1 + eˣ) = max(x, 0) + log(1 + e^-|x|)</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<double> Softplus(Vector512<double> x)
    {
        Vector512<double> positive = Vector512.ConditionalSelect(Vector512.LessThan(x, Vector512<double>.Zero), Vector512<double>.Zero, x);
        return positive + Log1p(Exp(-Magnitude(x)));
    }
}
