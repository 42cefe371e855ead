using AutoDiff.Generators.Ir;
using AutoDiff.Generators.Rules;
using Xunit;

namespace AutoDiff.Generators.Tests.Rules;

/// <summary>The word on a rule's line that says whether generated code must guard it, against a sweep of hostile arguments.</summary>
public class ExtremesTests
{
    private static readonly double[] Hostile =
        [0, -0.0, 0.5, -0.5, 1, -1, 1.5, -1.5, 2, -2, 1e-30, -1e-30, 1e-300, -1e-300, 1000, -1000, 1e30, -1e30, 1e300, -1e300];

    public static TheoryData<string> Rules => [.. ScalarRules.Entries.Select(rule => rule.ToString())];

    [Theory, MemberData(nameof(Rules))]
    public void Extremes_AreWhatTheFormulasComeTo(string text)
    {
        ScalarRule rule = Elementary.Rule(text);

        Extremes seen = Sweep(rule, IrType.Double).Select(Classify).Max();
        Extremes seenInSingle = Sweep(rule, IrType.Single).Select(Classify).Max();

        Assert.Equal((rule.Extremes, rule.Extremes), (seen, seenInSingle));
    }

    private static Extremes Classify((double[] Point, double Partial) sample) =>
        double.IsFinite(sample.Partial) ? Extremes.Finite
        : double.IsNaN(sample.Partial) || sample.Point.All(v => Math.Abs(v) <= 2) ? Extremes.Singular
        : Extremes.Overflows;

    private static IEnumerable<(double[] Point, double Partial)> Sweep(ScalarRule rule, IrType type)
    {
        var method = Elementary.MethodsOf(rule, type.IsSingle ? typeof(float) : typeof(double)).First();
        IEnumerable<double[]> points = [[]];
        foreach (int i in Enumerable.Range(0, rule.Arity))
        {
            double[] values = rule.Partials[i] is null ? rule.IsConstant ? [1] : [-3, 0, 1, 2, 1100] : Hostile;
            points = [.. points.SelectMany(_ => values, (point, value) => (double[])[.. point, value])];
        }
        return
            from point in points
            let arguments = type.IsSingle ? [.. point.Select(v => (double)(float)v)] : point
            where arguments.All(double.IsFinite) && (rule.Domain != Domain.Ordered || arguments[1] <= arguments[2])
            let result = Elementary.Call(method, arguments)
            from i in Elementary.RealPositions(rule)
            select (arguments, Elementary.Partial(rule, i, arguments, result, type));
    }
}
