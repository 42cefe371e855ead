using Xunit;

namespace AutoDiff.Numerics.Tests;

/// <summary>Differentiable methods that call others, which are marked as well, with code: what the corpus, where each method has companions, cannot say.</summary>
public sealed class GivenCodeTests
{
    [Fact]
    public void Gradient_ThroughAMethodThatIsGivenALambda_IsThatOfTheLambdaAsWell()
    {
        (double value, double k, double b) = GivenCodeFunctions.DecayGradient(0.7, 2);

        Assert.Equal(GivenCodeFunctions.Decay(0.7, 2), value);
        // b e^(-k b / 2), by hand.
        Assert.Equal(-2 * Math.Exp(-0.7), k, 1e-14);
        Assert.Equal(Math.Exp(-0.7) * (1 - 0.7), b, 1e-14);
    }

    [Fact]
    public void Gradient_ThroughTwoSuchMethods_IsComplete()
    {
        (double value, double k, double x) = GivenCodeFunctions.FourthGradient(1.5, 2);

        Assert.Equal((2 * 1.5 * 1.5 * 1.5 * 1.5, 4 * 2 * 1.5 * 1.5 * 1.5, 1.5 * 1.5 * 1.5 * 1.5), (value, k, x));
    }
}

public static partial class GivenCodeFunctions
{
    [Differentiable]
    public static double Midpoint(Func<double, double> f, double a, double b) => (b - a) * f(0.5 * (a + b));

    [Differentiable]
    public static double Twice(Func<double, double> f, double x) => f(f(x));

    [Differentiable]
    public static double FourTimes(Func<double, double> f, double x) => Twice(v => Twice(f, v), x);

    [Differentiable]
    public static double Decay(double k, double b) => Midpoint(t => Math.Exp(-k * t), 0, b);

    [Differentiable]
    public static double Fourth(double k, double x) => FourTimes(v => v * k, x);
}
