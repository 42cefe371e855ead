using System.Diagnostics;
using AutoDiff;

namespace QuickStart;

/// <summary>The lesson as it was written: <c>attach_grad</c>, <c>record</c> and <c>backward</c> on arrays, and beside it the compiled method.</summary>
internal static class TapeChapter
{
    public static void Print(Report report)
    {
        report.Title("2  The lesson on the recorded tape");
        TwiceTheSquare(report);
        foreach (double[] a in new double[][] { [0.3, -0.1, 0.7], [0.3, -1.1, 0.7], [1234.5] }) ControlFlow(report, a);
        Time(report);
    }

    private static void TwiceTheSquare(Report report)
    {
        NDArray<float> x = NDArray.Create<float>([[1, 2], [3, 4]]);
        x.AttachGradient();
        NDArray<float> z;
        using (Autograd.Record())
        {
            NDArray<float> y = x * 2;
            z = y * x;
        }
        z.Backward();

        report.Line("z = (x * 2) * x; z.Backward(); x.Gradient:");
        string printed = x.Gradient!.ToString();
        foreach (string line in printed.Split('\n')) report.Line("  " + line);
        report.Check("  as the lesson prints it", printed == "[[ 4.  8.]\n [12. 16.]]\n<NDArray 2x2 @cpu(0)>");
        report.Line();
    }

    private static void ControlFlow(Report report, double[] values)
    {
        NDArray<double> a = NDArray.Create(values);
        a.AttachGradient();
        NDArray<double> c;
        using (Autograd.Record()) c = DoubleUntilLarge(a);
        c.Backward();

        double[] compiled = new double[values.Length];
        double[] ones = [.. Enumerable.Repeat(1.0, values.Length)];
        double[] result = Lesson.DoubleUntilLargeAdjoint(values, compiled, ones);
        report.Check(
            $"f and its gradient at {string.Join("  ", values)}: the numbers of the compiled method",
            c.ToArray().SequenceEqual(result) && a.Gradient!.ToArray().SequenceEqual(compiled));
    }

    /// <summary>The lesson's function: its <c>while</c> and its <c>if</c> are decided by the values.</summary>
    private static NDArray<double> DoubleUntilLarge(NDArray<double> a)
    {
        NDArray<double> b = a * 2;
        while (b.Norm().ToScalar() < 1000) b *= 2;
        return b.Sum().ToScalar() > 0 ? b : b * 100;
    }

    private static void Time(Report report)
    {
        double[] values = [0.3, -0.1, 0.7];
        NDArray<double> a = NDArray.Create(values);
        a.AttachGradient();
        double tape = Microseconds(() =>
        {
            NDArray<double> c;
            using (Autograd.Record()) c = DoubleUntilLarge(a);
            c.Backward();
        });
        double[] gradient = new double[values.Length], ones = [1, 1, 1];
        double compiled = Microseconds(() => Lesson.DoubleUntilLargeAdjoint(values, gradient, ones));
        report.Line();
        report.Line($"value and gradient of f, median: tape {tape:F1} µs, compiled method {compiled:F2} µs");
        report.Line();
    }

    private static double Microseconds(Action action)
    {
        const int Repetitions = 200, Rounds = 51;
        for (int i = 0; i < Repetitions * 10; i++) action();
        double[] rounds = new double[Rounds];
        for (int round = 0; round < Rounds; round++)
        {
            long start = Stopwatch.GetTimestamp();
            for (int i = 0; i < Repetitions; i++) action();
            rounds[round] = Stopwatch.GetElapsedTime(start).TotalMicroseconds / Repetitions;
        }
        Array.Sort(rounds);
        return rounds[Rounds / 2];
    }
}
