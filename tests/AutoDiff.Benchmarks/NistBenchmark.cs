using BenchmarkDotNet.Attributes;

namespace AutoDiff.Benchmarks;

/// <summary>
/// The model of the NIST data set Thurber, 37 points and 7 parameters: the Jacobian that a fit asks for at each step, from the tangent
/// companion by columns.
/// </summary>
[BenchmarkCategory("Nist")]
public partial class NistBenchmark
{
    private readonly double[] _b = [1288.14, 1491.08, 583.238, 75.4167, 0.966295, 0.397973, 0.0497273];
    private readonly double[] _x = [.. Enumerable.Range(0, 37).Select(i => -3.067 + i * 0.147)];

    [Differentiable]
    public static double[] Thurber(double[] b, [NoGradient] double[] x)
    {
        double[] y = new double[x.Length];
        for (int i = 0; i < x.Length; i++)
        {
            double t = x[i];
            y[i] = (b[0] + t * (b[1] + t * (b[2] + t * b[3]))) / (1 + t * (b[4] + t * (b[5] + t * b[6])));
        }
        return y;
    }

    public static (double[] Value, double[,] B) ThurberByHand(double[] b, double[] x)
    {
        double[] y = new double[x.Length];
        double[,] jacobian = new double[x.Length, 7];
        for (int i = 0; i < x.Length; i++)
        {
            double t = x[i], square = t * t, cube = square * t;
            double inverse = 1 / (1 + t * (b[4] + t * (b[5] + t * b[6])));
            double value = (b[0] + t * (b[1] + t * (b[2] + t * b[3]))) * inverse;
            y[i] = value;
            jacobian[i, 0] = inverse;
            jacobian[i, 1] = inverse * t;
            jacobian[i, 2] = inverse * square;
            jacobian[i, 3] = inverse * cube;
            jacobian[i, 4] = -inverse * value * t;
            jacobian[i, 5] = -inverse * value * square;
            jacobian[i, 6] = -inverse * value * cube;
        }
        return (y, jacobian);
    }

    /// <summary>What a user without derivatives does: eight runs of the model, and half of the digits.</summary>
    public static double[,] ThurberByDifferences(double[] b, double[] x)
    {
        double[] y = Thurber(b, x), moved = [.. b];
        double[,] jacobian = new double[x.Length, b.Length];
        for (int k = 0; k < b.Length; k++)
        {
            double step = 1e-8 * Math.Abs(b[k]);
            moved[k] += step;
            double[] shifted = Thurber(moved, x);
            moved[k] = b[k];
            for (int i = 0; i < y.Length; i++) jacobian[i, k] = (shifted[i] - y[i]) / step;
        }
        return jacobian;
    }

    [GlobalSetup]
    public void Check()
    {
        var byHand = ThurberByHand(_b, _x);
        var generated = ThurberJacobian(_b, _x);
        Agreement.Require([.. byHand.Value, .. byHand.B.Cast<double>()], [.. generated.Value, .. generated.B.Cast<double>()]);
    }

    [Benchmark]
    public double[] Plain() => Thurber(_b, _x);

    [Benchmark(Baseline = true)]
    public double[,] ByHand() => ThurberByHand(_b, _x).B;

    [Benchmark]
    public double[,] ByDifferences() => ThurberByDifferences(_b, _x);

    [Benchmark]
    public double[,] Jacobian() => ThurberJacobian(_b, _x).B;
}
