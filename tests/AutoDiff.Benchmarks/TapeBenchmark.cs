using BenchmarkDotNet.Attributes;

namespace AutoDiff.Benchmarks;

/// <summary>What the tape costs where there is next to nothing to compute.</summary>
[BenchmarkCategory("Tape")]
public class TapeBenchmark
{
    private readonly NDArray<float> _a = NDArray.Create<float>([1, 2, 3]);
    private readonly NDArray<float> _b = NDArray.Create<float>([4, 5, 6]);
    private readonly NDArray<double> _matrix = NDArray.Create<double>([[1, 2], [3, 4]]);
    private readonly NDArray<double> _vector = NDArray.Create([0.1, -0.3, 0.2]);
    private readonly NDArray<double> _operand = NDArray.Create([0.1, -0.3, 0.2]);

    [GlobalSetup]
    public void Attach()
    {
        _matrix.AttachGradient();
        _vector.AttachGradient();
        _operand.AttachGradient();
    }

    /// <summary>Three elements, not recorded.</summary>
    [Benchmark]
    public NDArray<float> Add() => _a + _b;

    /// <summary>Three elements and a node.</summary>
    [Benchmark]
    public NDArray<double> AddRecorded()
    {
        using (Autograd.Record()) return _operand + _operand;
    }

    /// <summary>Σ 2x² of a 2×2 matrix and its gradient.</summary>
    [Benchmark]
    public NDArray<double> SumOfSquares()
    {
        NDArray<double> z;
        using (Autograd.Record()) z = (2 * _matrix * _matrix).Sum();
        z.Backward();
        return _matrix.Gradient!;
    }

    /// <summary>The lesson's function whose control flow depends on its values: doubled until its norm is 1000, a dozen times.</summary>
    [Benchmark]
    public NDArray<double> ControlFlow()
    {
        NDArray<double> c;
        using (Autograd.Record())
        {
            NDArray<double> b = _vector * 2;
            while ((b * b).Sum().Sqrt().ToScalar() < 1000) b *= 2;
            c = b.Sum().ToScalar() > 0 ? b : 100 * b;
        }
        c.Backward();
        return _vector.Gradient!;
    }
}
