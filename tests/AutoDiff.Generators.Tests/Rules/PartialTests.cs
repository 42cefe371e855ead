using System.Reflection;
using AutoDiff.Generators.Ir;
using AutoDiff.Generators.Rules;
using Xunit;

namespace AutoDiff.Generators.Tests.Rules;

/// <summary>Every formula of the table against differences of the function itself, on the domain that stands on its line.</summary>
public class PartialTests
{
    /// <summary>Functions that are only estimates of the ones they stand for, and too coarse to take differences of.</summary>
    private static readonly Dictionary<string, Func<double, double>> Estimates = new()
    {
        ["ReciprocalEstimate"] = x => 1 / x,
        ["ReciprocalSqrtEstimate"] = x => 1 / Math.Sqrt(x),
    };

    public static TheoryData<string> Smooth => [.. ScalarRules.Entries.Where(rule => !rule.IsConstant).Select(rule => rule.ToString())];

    public static TheoryData<string> Steps => [.. ScalarRules.Entries.Where(rule => rule.IsConstant).Select(rule => rule.ToString())];

    [Theory, MemberData(nameof(Smooth))]
    public void Partial_OnTheDomain_IsTheSlope(string text)
    {
        ScalarRule rule = Elementary.Rule(text);
        foreach (MethodInfo method in Elementary.MethodsOf(rule, typeof(double)))
        {
            foreach (double[] point in Points(rule))
            {
                foreach (int i in Elementary.RealPositions(rule))
                {
                    double partial = Elementary.Partial(rule, i, point, Value(method, point), IrType.Double);
                    double slope = Slope(v => Value(method, [.. point[..i], v, .. point[(i + 1)..]]), point[i]);
                    Assert.True(
                        Math.Abs(partial - slope) <= 1e-9 * Math.Max(Math.Abs(slope), 1e-1),
                        $"{method}, parameter {i} at ({string.Join(", ", point)}): {rule.Partials[i]} is {partial}, the slope {slope}");
                }
            }
        }
    }

    [Theory, MemberData(nameof(Smooth))]
    public void Partial_InSinglePrecision_IsThatInDoubleRounded(string text)
    {
        ScalarRule rule = Elementary.Rule(text);
        foreach (MethodInfo method in Elementary.MethodsOf(rule, typeof(float)))
        {
            foreach (double[] point in Points(rule).Select(p => p.Select(v => (double)(float)v).ToArray()))
            {
                foreach (int i in Elementary.RealPositions(rule))
                {
                    double single = Elementary.Partial(rule, i, point, Elementary.Call(method, point), IrType.Single);
                    double exact = Elementary.Partial(rule, i, point, Elementary.Value(rule, point), IrType.Double);
                    Assert.True(
                        Math.Abs(single - exact) <= 2e-6 * Math.Max(Math.Abs(exact), 1e-1),
                        $"{method}, parameter {i} at ({string.Join(", ", point)}): {single} instead of {exact}");
                }
            }
        }
    }

    [Theory, MemberData(nameof(Steps))]
    public void Step_BetweenItsJumps_IsConstant(string text)
    {
        ScalarRule rule = Elementary.Rule(text);
        foreach (MethodInfo method in Elementary.MethodsOf(rule, typeof(double)))
        {
            foreach (double x in new[] { -2.13, -0.71, 0.32, 1.77 })
            {
                double[] At(double v) => rule.Arity switch { 1 => [v], 2 => [v, 1], _ => [v, 1, 2] };
                Assert.Equal(Elementary.Call(method, At(x)), Elementary.Call(method, At(x + 1e-6)));
                Assert.Equal(Elementary.Call(method, At(x)), Elementary.Call(method, At(x - 1e-6)));
            }
        }
    }

    private static double Value(MethodInfo method, double[] point) =>
        Estimates.TryGetValue(method.Name, out Func<double, double>? exact) ? exact(point[0]) : Elementary.Call(method, point);

    private static IEnumerable<double[]> Points(ScalarRule rule)
    {
        IEnumerable<double[]> points = [[]];
        foreach (int i in Enumerable.Range(0, rule.Arity))
            points = [.. points.SelectMany(point => Candidates(rule, i, point), (point, value) => (double[])[.. point, value])];
        return points;
    }

    private static double[] Candidates(ScalarRule rule, int position, double[] point)
    {
        if (rule.Partials[position] is null) return [-2, 1, 2, 3];
        double[] any = position switch
        {
            0 => [-2.13, -0.71, 0.32, 1.77],
            1 => [-1.37, 0.56, 2.9],
            _ => [-0.83, 1.21, 3.3],
        };
        return rule.Domain switch
        {
            Domain.All or Domain.NonZero => any,
            Domain.Positive => [.. any.Select(Math.Abs)],
            Domain.PositiveFirst => position == 0 ? [.. any.Select(Math.Abs)] : any,
            Domain.Unit => [.. any.Select(v => v / 3)],
            Domain.AboveOne => [.. any.Select(v => Math.Abs(v) + 1)],
            Domain.AboveMinusOne => [.. any.Select(v => Math.Abs(v) - 1)],
            Domain.Ordered => position == 2 ? [point[1] + 1.5] : any,
            _ => throw new InvalidOperationException(rule.Domain.ToString()),
        };
    }

    /// <summary>Ridders' method: central differences, extrapolated to a step of 0; the entry with the least estimated error.</summary>
    private static double Slope(Func<double, double> f, double x)
    {
        const double Shrink = 1.4;
        double[] previous = [];
        double best = double.NaN, error = double.PositiveInfinity;
        double h = 0.05 * Math.Min(1, Math.Abs(x));
        for (int row = 0; row < 12; row++, h /= Shrink)
        {
            double up = x + h, down = x - h;
            double[] current = new double[row + 1];
            current[0] = (f(up) - f(down)) / (up - down);
            double factor = 1;
            for (int column = 1; column <= row; column++)
            {
                factor *= Shrink * Shrink;
                current[column] = (current[column - 1] * factor - previous[column - 1]) / (factor - 1);
                double estimate = Math.Max(
                    Math.Abs(current[column] - current[column - 1]), Math.Abs(current[column] - previous[column - 1]));
                if (estimate < error) (error, best) = (estimate, current[column]);
            }
            previous = current;
        }
        return best;
    }
}
