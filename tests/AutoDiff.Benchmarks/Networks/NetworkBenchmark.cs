using BenchmarkDotNet.Attributes;

namespace AutoDiff.Benchmarks;

/// <summary>
/// Training steps beside a matrix product of the same run, which tells how fast the machine is just now. For one thread set
/// DOTNET_PROCESSOR_COUNT=1. libtorch 2.10 needed 2.9 ms for the perceptron and 32 ms for LeNet where a product of 256 took it 0.39 ms.
/// </summary>
[BenchmarkCategory("Network")]
public class NetworkBenchmark
{
    private readonly Perceptron _perceptron = new();
    private readonly LeNet _leNet = new();
    private readonly NDArray<float> _a = new ArrayRandom(1).Normal<float>(256, 256);
    private readonly NDArray<float> _b = new ArrayRandom(2).Normal<float>(256, 256);

    [Benchmark(Baseline = true)]
    public NDArray<float> Product256() => _a.MatMul(_b);

    [Benchmark]
    public NDArray<float> PerceptronForward() => _perceptron.Forward();

    [Benchmark]
    public float PerceptronStep() => _perceptron.Step();

    [Benchmark]
    public NDArray<float> LeNetForward() => _leNet.Forward();

    [Benchmark]
    public float LeNetStep() => _leNet.Step();
}
