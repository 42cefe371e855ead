using System.Numerics;
using Xunit;

namespace AutoDiff.Numerics.Tests;

/// <summary>
/// Generic arithmetic on a <c>byte</c> or a <c>short</c> gives a <c>byte</c> or a <c>short</c>; written for the type argument it would give an <c>int</c>. Each
/// method is linear in its real number.
/// </summary>
public sealed class SmallIntegerTests
{
    [Fact]
    public void Gradient_OfWrappedSums_IsThatOfTheWrappedSum() => AssertLinear(SmallIntegers.Sum(1.5, 200), SmallIntegers.SumGradient(1.5, 200));

    [Fact]
    public void Gradient_OfAWrappedNegation_IsThatOfTheWrappedNumber() => AssertLinear(SmallIntegers.Opposite(1.5, 200), SmallIntegers.OppositeGradient(1.5, 200));

    [Fact]
    public void Gradient_OfComplementsAndShifts_KeepsTheirType() => AssertLinear(SmallIntegers.Bits(1.5, 200), SmallIntegers.BitsGradient(1.5, 200));

    [Fact]
    public void Gradient_BehindAComparisonOfWrappedSums_TakesTheSameBranch() => AssertLinear(SmallIntegers.Compared(1.5, 200), SmallIntegers.ComparedGradient(1.5, 200));

    private static void AssertLinear(double expected, (double Value, double X) gradient) => Assert.Equal((expected, expected / 1.5), gradient);
}

internal static partial class SmallIntegers
{
    [Differentiable]
    public static double Sum(double x, byte n) => SumOf(x, n);

    [Differentiable]
    public static double Opposite(double x, byte n) => OppositeOf(x, n);

    [Differentiable]
    public static double Bits(double x, byte n) => BitsOf(x, n);

    [Differentiable]
    public static double Compared(double x, byte n) => ComparedOf(x, n);

    private static double SumOf<T>(double x, T n)
        where T : INumber<T>
    {
        T sum = unchecked(n + n);
        sum = unchecked(sum + n);
        return x * double.CreateChecked(unchecked(sum + n));
    }

    private static double OppositeOf<T>(double x, T n)
        where T : INumber<T> => x * double.CreateChecked(unchecked(-n));

    private static double BitsOf<T>(double x, T n)
        where T : IBinaryInteger<T> => x * double.CreateChecked(~n) + x * double.CreateChecked(n << 1);

    private static double ComparedOf<T>(double x, T n)
        where T : INumber<T> => unchecked(n + n) > n ? x : 2 * x;
}
