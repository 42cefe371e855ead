using BenchmarkDotNet.Attributes;

namespace AutoDiff.Benchmarks;

/// <summary>Rosenbrock's valley in 1000 dimensions: a loop over an array that needs nothing recorded.</summary>
[BenchmarkCategory("Rosenbrock")]
public partial class RosenbrockBenchmark
{
    private readonly double[] _x = [.. Enumerable.Range(0, 1000).Select(i => i % 2 == 0 ? -1.2 : 1.0)];
    private readonly double[] _adjoint = new double[1000];

    [Differentiable]
    public static double Rosenbrock(double[] x)
    {
        double sum = 0;
        for (int i = 0; i < x.Length - 1; i++)
        {
            double valley = x[i + 1] - x[i] * x[i];
            double distance = 1 - x[i];
            sum += 100 * valley * valley + distance * distance;
        }
        return sum;
    }

    public static double RosenbrockByHand(double[] x, Span<double> xAdjoint, double resultAdjoint = 1)
    {
        double sum = 0;
        for (int i = 0; i < x.Length - 1; i++)
        {
            double valley = x[i + 1] - x[i] * x[i];
            double distance = 1 - x[i];
            sum += 100 * valley * valley + distance * distance;
            xAdjoint[i] -= resultAdjoint * (400 * valley * x[i] + 2 * distance);
            xAdjoint[i + 1] += resultAdjoint * 200 * valley;
        }
        return sum;
    }

    [GlobalSetup]
    public void Check()
    {
        double[] byHand = new double[1000];
        double value = RosenbrockByHand(_x, byHand);
        var (generatedValue, generated) = RosenbrockGradient(_x);
        Agreement.Require([value, .. byHand], [generatedValue, .. generated]);
    }

    [Benchmark]
    public double Plain() => Rosenbrock(_x);

    [Benchmark(Baseline = true)]
    public double ByHand()
    {
        Array.Clear(_adjoint);
        return RosenbrockByHand(_x, _adjoint);
    }

    [Benchmark]
    public double Adjoint()
    {
        Array.Clear(_adjoint);
        return RosenbrockAdjoint(_x, _adjoint);
    }
}
