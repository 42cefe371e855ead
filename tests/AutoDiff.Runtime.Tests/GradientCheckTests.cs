using System.Globalization;
using System.Numerics;

namespace AutoDiff.Runtime.Tests;

/// <summary>Right derivatives pass, wrong ones do not, and the report says which.</summary>
public sealed class GradientCheckTests
{
    [Theory]
    [InlineData(0.0)]
    [InlineData(0.7)]
    [InlineData(-3.0)]
    [InlineData(1000.0)]
    [InlineData(1e-5)]
    public void Derivative_ThatIsRight_Passes(double x)
    {
        Assert.True(GradientCheck.Verify(Math.Sin, Math.Cos, x).Passed);
        Assert.True(GradientCheck.Verify(Math.Cos, v => -Math.Sin(v), x).Passed);
        Assert.True(GradientCheck.Verify(v => v * v * v, v => 3 * v * v, x).Passed);
        Assert.True(GradientCheck.Verify(v => 1e6 + v, v => 1, x).Passed);
        Assert.True(GradientCheck.Verify(Math.Tanh, v => 1 - Math.Tanh(v) * Math.Tanh(v), x).Passed);
        Assert.True(GradientCheck.Verify(_ => 4, _ => 0, x).Passed);
    }

    [Fact]
    public void Gradient_OfAFunctionThatUsesNoInput_IsZeros()
    {
        NDArray<double> x = NDArray.Create([1.0, 2]);
        GradientReport report = GradientCheck.Verify(_ => NDArray.Create([3.0]), x);
        Assert.True(report.Passed);
        Assert.Equal(2, report.Entries.Count);
        Assert.False(GradientCheck.Verify(a => a.Detach() * 2, x).Passed);
    }

    [Theory]
    [InlineData(0.7)]
    [InlineData(-3.0)]
    [InlineData(1000.0)]
    public void Derivative_ThatIsWrong_Fails(double x)
    {
        Assert.False(GradientCheck.Verify(Math.Sin, v => -Math.Cos(v), x).Passed);
        Assert.False(GradientCheck.Verify(Math.Sin, v => Math.Cos(v) * (1 + 1e-5), x).Passed);
        Assert.False(GradientCheck.Verify(v => v * v * v, v => 2 * v * v, x).Passed);
        Assert.False(GradientCheck.Verify(v => 1e6 + v, v => 1.001, x).Passed);
        Assert.False(GradientCheck.Verify(Math.Sin, _ => double.NaN, x).Passed);
        Assert.False(GradientCheck.Verify(_ => 4, _ => 1e-3, x).Passed);
    }

    [Fact]
    public void Derivative_BesideTheEdgeOfTheDomainOrAtAKink_IsFound()
    {
        Assert.True(GradientCheck.Verify(Math.Log, x => 1 / x, 1e-3).Passed);
        Assert.True(GradientCheck.Verify(Math.Sqrt, x => 0.5 / Math.Sqrt(x), 2e-5).Passed);
        Assert.True(GradientCheck.Verify(Math.Abs, _ => 0, 0).Passed);
        Assert.True(GradientCheck.Verify(Math.Abs, _ => 1, 1e-3).Passed);
        Assert.True(GradientCheck.Verify(x => Math.Max(x, 2), _ => 0.5, 2).Passed);
        Assert.False(GradientCheck.Verify(x => Math.Max(x, 2), _ => 1, 2).Passed);
        Assert.Equal(double.PositiveInfinity, GradientCheck.Verify(Math.Log, _ => 0, -1).MaxRelativeError);
    }

    [Fact]
    public void Gradient_WithOneWrongEntry_IsReportedAtItsPlace()
    {
        double[] at = [1, 2, 3];
        static double Function(double[] x) => x[0] * x[1] + Math.Exp(x[2]);
        Assert.True(GradientCheck.Verify(Function, x => [x[1], x[0], Math.Exp(x[2])], at).Passed);
        GradientReport report = GradientCheck.Verify(Function, x => [x[1], -x[0], Math.Exp(x[2])], at);
        Assert.False(report.Passed);
        Assert.Equal("x[1]", report.Worst!.Place);
        Assert.Equal(2, report.MaxRelativeError, 1e-6);
        string text = report.ToString();
        Assert.Contains("FAILED: 3 derivatives compared", text, StringComparison.Ordinal);
        Assert.Contains("x[1]: -1 as derived, 1 by differences", text, StringComparison.Ordinal);
        Assert.DoesNotContain("x[0]", text, StringComparison.Ordinal);
        Assert.Equal([1.0, 2, 3], at);
        Assert.Throws<ArgumentException>(() => GradientCheck.Verify(Function, x => [x[1]], at));
    }

    [Fact]
    public void Companion_WithAnotherValue_Fails()
    {
        Assert.True(GradientCheck.Verify(x => x * x, x => (x * x, 2 * x), 3).Passed);
        GradientReport report = GradientCheck.Verify(x => x * x, x => (x * x + 1, 2 * x), 3);
        Assert.False(report.Passed);
        Assert.Equal("value", report.Worst!.Place);
        Assert.True(GradientCheck.Verify(x => x[0] * x[1], x => (x[0] * x[1], [x[1], x[0]]), [3.0, 4]).Passed);
        Assert.False(GradientCheck.Verify(x => x[0] * x[1], x => (x[0] * x[1], [x[0], x[1]]), [3.0, 4]).Passed);
    }

    [Fact]
    public void Tape_WithAConstantWhereADependenceIs_Fails()
    {
        NDArray<double> x = NDArray.Create([1.0, 2, 3, 4], 2, 2);
        Assert.True(GradientCheck.Verify(a => a * a.Exp(), x).Passed);
        GradientReport report = GradientCheck.Verify(a => a * a.Exp().Detach(), x);
        Assert.False(report.Passed);
        Assert.Equal(4, report.Entries.Count);
        Assert.Contains("x[1, 1]", report.ToString(), StringComparison.Ordinal);
        Assert.Equal([1.0, 2, 3, 4], x.ToArray());
        Assert.Null(x.Gradient);
        report = GradientCheck.Verify((a, b) => a * b.Detach() + b, x, x);
        Assert.StartsWith("x2", report.Worst!.Place, StringComparison.Ordinal);
        Assert.False(GradientCheck.Verify(a => a * a.Exp().Detach(), x.Cast<float>()).Passed);
        Assert.True(GradientCheck.Verify(a => a * a.Exp(), x.Cast<float>()).Passed);
    }

    [Fact]
    public void ComplexStep_CountsAllDigits()
    {
        static Complex Function(Complex z) => Complex.Exp(z) / (Complex.One + z * z);
        static double Derivative(double x) => Math.Exp(x) * (1 - x) * (1 - x) / ((1 + x * x) * (1 + x * x));
        Assert.True(GradientCheck.VerifyByComplexStep(Function, Derivative, 0.3).Passed);
        Assert.False(GradientCheck.VerifyByComplexStep(Function, x => Derivative(x) * (1 + 1e-11), 0.3).Passed);
    }

    [Fact]
    public void Report_IsTheSameInEveryCulture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            string text = GradientCheck.Verify(x => x[0] * 0.25, _ => [0.5], [1.0]).ToString();
            Assert.Contains("x[0]: 0.5 as derived, 0.25 by differences, relative error 0.5", text, StringComparison.Ordinal);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
        Assert.Equal("Gradient check passed: 0 derivatives compared.", GradientCheck.Verify(_ => 1, _ => [], []).ToString());
    }
}
