using MathNet.Numerics.Optimization;

namespace QuickStart;

/// <summary>Fits the NIST problems from both prescribed starts and compares with the certified values.</summary>
internal static class FitChapter
{
    // A minimum of a sum of squares is flat: where the sum has its full 16 digits, the parameters have about 8.
    private const double DigitsRequired = 6.5;

    public static void Print(Report report)
    {
        report.Title("3  NIST StRD fits: Math.NET's Levenberg-Marquardt with the generated Jacobian");
        foreach (StrdProblem problem in StrdProblem.All) Print(report, problem);
    }

    private static void Print(Report report, StrdProblem problem)
    {
        report.Line($"{problem.Name}, {problem.Formula}, {problem.X.Length} observations, {problem.Difficulty} difficulty");
        foreach (double[] start in problem.Starts)
        {
            NonlinearMinimizationResult fit = LevenbergMarquardt.Fit(problem, start);
            report.Line($"  from b = ({string.Join(", ", start)}), {fit.Iterations} iterations");
            report.Line($"  {"",-16}{"fitted",18}{"certified",18}{"digits",8}");
            for (int i = 0; i < start.Length; i++) Compare(report, $"b{i + 1}", fit.MinimizingPoint[i], problem.Certified[i]);
            Compare(report, "sum of squares", fit.ModelInfoAtMinimum.Value, problem.CertifiedSumOfSquares);
            report.Line();
        }
    }

    private static void Compare(Report report, string name, double fitted, double certified)
    {
        double digits = Digits(fitted, certified);
        report.Check($"  {name,-16}{fitted,18:0.0000000000E+00}{certified,18:0.0000000000E+00}{digits,8:F1}", digits >= DigitsRequired);
    }

    /// <summary>The log relative error: how many leading digits agree. Certified values have 11.</summary>
    private static double Digits(double value, double certified)
    {
        double digits = -Math.Log10(Math.Abs(value - certified) / Math.Abs(certified));
        return double.IsNaN(digits) ? 0 : Math.Clamp(digits, 0, 11);
    }
}
