using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;

namespace AutoDiff.Benchmarks;

/// <summary>
/// Training steps beside a matrix product of the same run, which tells how fast the machine is just now. For one thread set
/// DOTNET_PROCESSOR_COUNT=1. libtorch 2.10 needed 2.9 ms for the perceptron and 32 ms for LeNet where a product of 256 took it 0.39 ms: the
/// last column is the time beside these, scaled by the product.
/// </summary>
[BenchmarkCategory("Network")]
[Config(typeof(Table))]
public class NetworkBenchmark
{
    private readonly Perceptron _perceptron = new();
    private readonly LeNet _leNet = new();
    private readonly NDArray<float> _a = new ArrayRandom(1).Normal<float>(256, 256);
    private readonly NDArray<float> _b = new ArrayRandom(2).Normal<float>(256, 256);

    [Benchmark]
    public float PeakSingle() => Peak.Single();

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

    private sealed class Table : ManualConfig
    {
        private const double ProductOfLibtorch = 0.39e6;

        public Table() => AddColumn(
            new MedianColumn("product of peak", (own, others) =>
            {
                if (own.Method != nameof(Product256)) return "";
                double peak = Peak.Operations<float>() / others[nameof(PeakSingle)].Median;
                return $"{100 * 2 * Math.Pow(256, 3) / own.Median / peak:F0} %";
            }),
            new MedianColumn("of libtorch", (own, others) =>
            {
                double? libtorch = own.Method switch { nameof(PerceptronStep) => 2.9e6, nameof(LeNetStep) => 32e6, _ => null };
                return libtorch is null ? "" : $"{own.Median / (libtorch.Value * others[nameof(Product256)].Median / ProductOfLibtorch):F2}";
            }));
    }
}
