using System.Numerics.Tensors;
using BenchmarkDotNet.Attributes;

namespace AutoDiff.Benchmarks;

/// <summary>
/// Operations on a large array beside <see cref="TensorPrimitives"/> on one thread, which write to memory that is there already, and a loop over
/// <see cref="MathF"/>.
/// </summary>
[BenchmarkCategory("Elementwise")]
public class ElementwiseBenchmark
{
    private float[] _x = [];
    private float[] _result = [];
    private NDArray<float> _array = NDArray.Zeros<float>(0);

    [Params(1000, 1 << 20)]
    public int Length { get; set; }

    [GlobalSetup]
    public void Fill()
    {
        Random random = new(1);
        _x = [.. Enumerable.Range(0, Length).Select(_ => (float)(random.NextDouble() * 4 - 2))];
        _result = new float[Length];
        _array = NDArray.Create(_x);
        TensorPrimitives.Exp(_x, _result);
        Agreement.Require(Array.ConvertAll(_result, x => (double)x), Array.ConvertAll(_array.Exp().ToArray(), x => (double)x), 1e-6);
    }

    [Benchmark]
    public NDArray<float> Add() => _array + _array;

    [Benchmark]
    public void AddOfTensorPrimitives() => TensorPrimitives.Add(_x, _x, _result);

    [Benchmark]
    public void AddInALoop()
    {
        for (int i = 0; i < _x.Length; i++) _result[i] = _x[i] + _x[i];
    }

    [Benchmark]
    public NDArray<float> Exp() => _array.Exp();

    [Benchmark]
    public void ExpOfTensorPrimitives() => TensorPrimitives.Exp(_x, _result);

    [Benchmark]
    public void ExpInALoop()
    {
        for (int i = 0; i < _x.Length; i++) _result[i] = MathF.Exp(_x[i]);
    }

    [Benchmark]
    public NDArray<float> Tanh() => _array.Tanh();

    [Benchmark]
    public void TanhOfTensorPrimitives() => TensorPrimitives.Tanh(_x, _result);

    [Benchmark]
    public void TanhInALoop()
    {
        for (int i = 0; i < _x.Length; i++) _result[i] = MathF.Tanh(_x[i]);
    }
}
