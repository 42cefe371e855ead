namespace QuickStart;

/// <summary>What <c>attach_grad</c>, <c>record</c> and <c>backward</c> show in the lesson, without a tape.</summary>
internal static class LessonChapter
{
    public static void Print(Report report)
    {
        report.Title("1  The lesson");
        TwiceTheSquare(report);
        foreach (double[] a in new double[][] { [0.3, -0.1, 0.7], [0.3, -1.1, 0.7], [1234.5] }) ControlFlow(report, a);
    }

    private static void TwiceTheSquare(Report report)
    {
        double[] x = [1, 2, 3, 4];

        // An adjoint of ones for the result: the gradient of the sum of its elements, as z.backward() computes.
        double[] gradient = new double[x.Length];
        Lesson.TwiceTheSquareAdjoint(x, gradient, resultAdjoint: [1, 1, 1, 1]);

        report.Line("y = 2 x^2 at x = [[1, 2], [3, 4]]");
        report.Check($"  gradient = {Row(gradient)}", gradient.SequenceEqual([4, 8, 12, 16]));
        report.Line();
    }

    private static void ControlFlow(Report report, double[] a)
    {
        double[] gradient = new double[a.Length];
        double[] ones = [.. Enumerable.Repeat(1.0, a.Length)];
        double[] c = Lesson.DoubleUntilLargeAdjoint(a, gradient, ones);

        // Every element of a was multiplied by the same number, so the derivative is c / a.
        double[] expected = [.. c.Zip(a, (result, input) => result / input)];

        report.Line($"c = f(a) at a = {Row(a)}: double until the norm reaches 1000, then branch on the sign of the sum");
        report.Line($"  c        = {Row(c)}");
        report.Line($"  c / a    = {Row(expected)}");
        report.Check($"  gradient = {Row(gradient)}", gradient.Zip(expected).All(pair => Math.Abs(pair.First - pair.Second) <= 1e-15 * Math.Abs(pair.Second)));
        report.Line();
    }

    private static string Row(double[] values) => string.Join("  ", values.Select(value => value.ToString("G8")));
}
