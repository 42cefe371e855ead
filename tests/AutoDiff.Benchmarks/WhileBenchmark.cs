using BenchmarkDotNet.Attributes;

namespace AutoDiff.Benchmarks;

/// <summary>A damped map iterated until it stands still, some 700 times: the trip count depends on the data, so the recording grows.</summary>
[BenchmarkCategory("While")]
public partial class WhileBenchmark
{
    private double _x = 2, _rate = 0.01;

    [Differentiable]
    public static double Settle(double x, double rate)
    {
        double y = 0;
        while (Math.Abs(y * y - x) > 1e-9) y += rate * (x - y * y);
        return y;
    }

    public static double SettleByHand(double x, double rate, ref double xAdjoint, ref double rateAdjoint, double resultAdjoint = 1)
    {
        List<double> before = t_before ??= [];
        before.Clear();
        double y = 0;
        while (Math.Abs(y * y - x) > 1e-9)
        {
            before.Add(y);
            y += rate * (x - y * y);
        }
        double yAdjoint = resultAdjoint, xSum = 0, rateSum = 0;
        for (int i = before.Count - 1; i >= 0; i--)
        {
            double was = before[i];
            rateSum += yAdjoint * (x - was * was);
            double inner = yAdjoint * rate;
            xSum += inner;
            yAdjoint -= 2 * was * inner;
        }
        xAdjoint += xSum;
        rateAdjoint += rateSum;
        return y;
    }

    [ThreadStatic] private static List<double>? t_before;

    [GlobalSetup]
    public void Check()
    {
        double x = 0, rate = 0, xGenerated = 0, rateGenerated = 0;
        double byHand = SettleByHand(_x, _rate, ref x, ref rate);
        double generated = SettleAdjoint(_x, _rate, ref xGenerated, ref rateGenerated);
        Agreement.Require([byHand, x, rate], [generated, xGenerated, rateGenerated]);
    }

    [Benchmark]
    public double Plain() => Settle(_x, _rate);

    [Benchmark(Baseline = true)]
    public double ByHand()
    {
        double x = 0, rate = 0;
        return SettleByHand(_x, _rate, ref x, ref rate) + x + rate;
    }

    [Benchmark]
    public double Adjoint()
    {
        double x = 0, rate = 0;
        return SettleAdjoint(_x, _rate, ref x, ref rate) + x + rate;
    }
}
