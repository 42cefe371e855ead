using BenchmarkDotNet.Attributes;

namespace AutoDiff.Benchmarks;

/// <summary>Gaussian elimination of a 24×24 matrix in place: triangular loops that overwrite what they read.</summary>
[BenchmarkCategory("Elimination")]
public partial class EliminationBenchmark
{
    private const int N = 24;
    private readonly double[] _matrix = [.. Enumerable.Range(0, N * N).Select(i => Math.Cos(i) + (i % (N + 1) == 0 ? N : 0))];
    private readonly double[] _a = new double[N * N];
    private readonly double[] _adjoint = new double[N * N];

    [Differentiable]
    public static double LogDeterminant(double[] a, int n)
    {
        double sum = 0;
        for (int k = 0; k < n; k++)
        {
            double pivot = a[k * n + k];
            sum += Math.Log(Math.Abs(pivot));
            for (int i = k + 1; i < n; i++)
            {
                double factor = a[i * n + k] / pivot;
                for (int j = k + 1; j < n; j++) a[i * n + j] -= factor * a[k * n + j];
            }
        }
        return sum;
    }

    /// <summary>Row k is not written after step k, and a[i, k] not either: what is left in the matrix is all that the reverse sweep reads.</summary>
    public static double LogDeterminantByHand(double[] a, int n, Span<double> aAdjoint, double resultAdjoint = 1)
    {
        double sum = 0;
        for (int k = 0; k < n; k++)
        {
            double pivot = a[k * n + k];
            sum += Math.Log(Math.Abs(pivot));
            for (int i = k + 1; i < n; i++)
            {
                double factor = a[i * n + k] / pivot;
                for (int j = k + 1; j < n; j++) a[i * n + j] -= factor * a[k * n + j];
            }
        }
        for (int k = n - 1; k >= 0; k--)
        {
            double pivot = a[k * n + k];
            double pivotAdjoint = resultAdjoint / pivot;
            for (int i = k + 1; i < n; i++)
            {
                double factor = a[i * n + k] / pivot;
                double factorAdjoint = 0;
                for (int j = k + 1; j < n; j++)
                {
                    factorAdjoint -= aAdjoint[i * n + j] * a[k * n + j];
                    aAdjoint[k * n + j] -= aAdjoint[i * n + j] * factor;
                }
                aAdjoint[i * n + k] += factorAdjoint / pivot;
                pivotAdjoint -= factorAdjoint * factor / pivot;
            }
            aAdjoint[k * n + k] += pivotAdjoint;
        }
        return sum;
    }

    [GlobalSetup]
    public void Check()
    {
        double[] byHand = new double[N * N], generated = new double[N * N];
        double value = LogDeterminantByHand([.. _matrix], N, byHand);
        double generatedValue = LogDeterminantAdjoint([.. _matrix], N, generated);
        Agreement.Require([value, .. byHand], [generatedValue, .. generated]);
    }

    [Benchmark]
    public double Plain()
    {
        _matrix.CopyTo(_a, 0);
        return LogDeterminant(_a, N);
    }

    [Benchmark(Baseline = true)]
    public double ByHand()
    {
        _matrix.CopyTo(_a, 0);
        Array.Clear(_adjoint);
        return LogDeterminantByHand(_a, N, _adjoint);
    }

    [Benchmark]
    public double Adjoint()
    {
        _matrix.CopyTo(_a, 0);
        Array.Clear(_adjoint);
        return LogDeterminantAdjoint(_a, N, _adjoint);
    }
}
