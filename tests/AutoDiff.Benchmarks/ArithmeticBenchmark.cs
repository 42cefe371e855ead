using BenchmarkDotNet.Attributes;

namespace AutoDiff.Benchmarks;

/// <summary>Sums, products and quotients only: the smallest thing to differentiate, so that every wasted operation shows.</summary>
[BenchmarkCategory("Arithmetic")]
public partial class ArithmeticBenchmark
{
    private const int Points = 1000;
    private readonly double[] _x = [.. Enumerable.Range(0, Points).Select(i => Math.Sin(i))];

    [Differentiable]
    public static double Rational(double x, double y, double z)
    {
        double u = x * y + z;
        double v = x - y * z;
        double w = u * v + x;
        return w * w + (u - v) * z / (1 + x * x);
    }

    public static (double Value, double X, double Y, double Z) RationalByHand(double x, double y, double z)
    {
        double u = x * y + z, v = x - y * z, w = u * v + x;
        double inverse = 1 / (1 + x * x);
        double factor = z * inverse, quotient = (u - v) * factor;
        double uAdjoint = factor + 2 * w * v, vAdjoint = 2 * w * u - factor;
        return (
            w * w + quotient,
            2 * w + vAdjoint + uAdjoint * y - 2 * x * quotient * inverse,
            uAdjoint * x - vAdjoint * z,
            uAdjoint - vAdjoint * y + (u - v) * inverse);
    }

    [GlobalSetup]
    public void Check()
    {
        var byHand = RationalByHand(1.25, -0.75, 2.5);
        var generated = RationalGradient(1.25, -0.75, 2.5);
        Agreement.Require([byHand.Value, byHand.X, byHand.Y, byHand.Z], [generated.Value, generated.X, generated.Y, generated.Z]);
    }

    [Benchmark(OperationsPerInvoke = Points)]
    public double Plain()
    {
        double sum = 0;
        foreach (double x in _x) sum += Rational(x, -0.75, 2.5);
        return sum;
    }

    [Benchmark(OperationsPerInvoke = Points, Baseline = true)]
    public double ByHand()
    {
        double sum = 0;
        foreach (double each in _x)
        {
            (double value, double x, double y, double z) = RationalByHand(each, -0.75, 2.5);
            sum += value + x + y + z;
        }
        return sum;
    }

    [Benchmark(OperationsPerInvoke = Points)]
    public double Gradient()
    {
        double sum = 0;
        foreach (double each in _x)
        {
            (double value, double x, double y, double z) = RationalGradient(each, -0.75, 2.5);
            sum += value + x + y + z;
        }
        return sum;
    }
}
