using BenchmarkDotNet.Attributes;

namespace AutoDiff.Benchmarks;

/// <summary>
/// A product of a 40×40 matrix with a vector, then a triangular solve in place: nested loops over arrays, the inner one of growing length.
/// </summary>
[BenchmarkCategory("TriangularSolve")]
public partial class TriangularSolveBenchmark
{
    private const int N = 40;
    private readonly double[] _a = [.. Enumerable.Range(0, N * N).Select(i => Math.Cos(i) + (i % (N + 1) == 0 ? N : 0))];
    private readonly double[] _b = [.. Enumerable.Range(0, N).Select(i => Math.Sin(i))];
    private readonly double[] _aAdjoint = new double[N * N];
    private readonly double[] _bAdjoint = new double[N];
    private readonly double[] _y = new double[N];
    private readonly double[] _yAdjoint = new double[N];

    [Differentiable]
    public static double Solve(double[] a, double[] b)
    {
        int n = b.Length;
        double[] y = new double[n];
        for (int i = 0; i < n; i++)
        {
            double sum = 0;
            for (int j = 0; j < n; j++) sum += a[i * n + j] * b[j];
            y[i] = sum;
        }
        for (int i = 0; i < n; i++)
        {
            double rest = y[i];
            for (int j = 0; j < i; j++) rest -= a[i * n + j] * y[j];
            y[i] = rest / a[i * n + i];
        }
        double norm = 0;
        for (int i = 0; i < n; i++) norm += y[i] * y[i];
        return norm;
    }

    /// <summary>With memory for the solution and its adjoint from the caller; y is final where the reverse sweep reads it.</summary>
    public static double SolveByHand(
        double[] a, double[] b, Span<double> aAdjoint, Span<double> bAdjoint, double[] y, double[] yAdjoint, double resultAdjoint = 1)
    {
        int n = b.Length;
        for (int i = 0; i < n; i++)
        {
            double sum = 0;
            for (int j = 0; j < n; j++) sum += a[i * n + j] * b[j];
            y[i] = sum;
        }
        for (int i = 0; i < n; i++)
        {
            double rest = y[i];
            for (int j = 0; j < i; j++) rest -= a[i * n + j] * y[j];
            y[i] = rest / a[i * n + i];
        }
        double norm = 0;
        for (int i = 0; i < n; i++) norm += y[i] * y[i];

        for (int i = 0; i < n; i++) yAdjoint[i] = 2 * resultAdjoint * y[i];
        for (int i = n - 1; i >= 0; i--)
        {
            double restAdjoint = yAdjoint[i] / a[i * n + i];
            aAdjoint[i * n + i] -= restAdjoint * y[i];
            for (int j = 0; j < i; j++)
            {
                aAdjoint[i * n + j] -= restAdjoint * y[j];
                yAdjoint[j] -= restAdjoint * a[i * n + j];
            }
            yAdjoint[i] = restAdjoint;
        }
        for (int i = 0; i < n; i++)
        {
            double sumAdjoint = yAdjoint[i];
            for (int j = 0; j < n; j++)
            {
                aAdjoint[i * n + j] += sumAdjoint * b[j];
                bAdjoint[j] += sumAdjoint * a[i * n + j];
            }
        }
        return norm;
    }

    [GlobalSetup]
    public void Check()
    {
        double[] aAdjoint = new double[N * N], bAdjoint = new double[N];
        double value = SolveByHand(_a, _b, aAdjoint, bAdjoint, _y, _yAdjoint);
        var (generatedValue, aGenerated, bGenerated) = SolveGradient(_a, _b);
        Agreement.Require([value, .. aAdjoint, .. bAdjoint], [generatedValue, .. aGenerated, .. bGenerated]);
    }

    [Benchmark]
    public double Plain() => Solve(_a, _b);

    [Benchmark(Baseline = true)]
    public double ByHand()
    {
        Array.Clear(_aAdjoint);
        Array.Clear(_bAdjoint);
        return SolveByHand(_a, _b, _aAdjoint, _bAdjoint, _y, _yAdjoint);
    }

    [Benchmark]
    public double Adjoint()
    {
        Array.Clear(_aAdjoint);
        Array.Clear(_bAdjoint);
        return SolveAdjoint(_a, _b, _aAdjoint, _bAdjoint);
    }
}
