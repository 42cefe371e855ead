using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Order;

namespace AutoDiff.Benchmarks;

/// <summary>
/// Matrix products of the sizes that a cache, a tile and a panel end at, for each size beside the peak of the processor. For one thread set
/// DOTNET_PROCESSOR_COUNT=1.
/// </summary>
[BenchmarkCategory("Product")]
[Config(typeof(Table))]
public class ProductBenchmark
{
    private NDArray<float> _a = null!, _b = null!;
    private NDArray<double> _c = null!, _d = null!;

    [Params(3, 16, 63, 64, 100, 256, 257, 512, 1024)]
    public int Size { get; set; }

    [GlobalSetup]
    public void Create()
    {
        (_a, _b) = (new ArrayRandom(1).Normal<float>(Size, Size), new ArrayRandom(2).Normal<float>(Size, Size));
        (_c, _d) = (new ArrayRandom(1).Normal<double>(Size, Size), new ArrayRandom(2).Normal<double>(Size, Size));
    }

    [Benchmark]
    public float PeakSingle() => Peak.Single();

    [Benchmark]
    public NDArray<float> Single() => _a.MatMul(_b);

    [Benchmark]
    public NDArray<float> SingleLeftTransposed() => _a.T.MatMul(_b);

    [Benchmark]
    public NDArray<float> SingleRightTransposed() => _a.MatMul(_b.T);

    [Benchmark]
    public double PeakDouble() => Peak.Double();

    [Benchmark]
    public NDArray<double> Double() => _c.MatMul(_d);

    private sealed class Table : ManualConfig
    {
        public Table()
        {
            AddColumn(
                new MedianColumn("GFLOP/s", (own, _) => $"{Operations(own) / own.Median:F1}"),
                new MedianColumn("of peak", (own, others) =>
                {
                    MedianTime peak = others[own.Method.Contains("Double", StringComparison.Ordinal) ? nameof(PeakDouble) : nameof(PeakSingle)];
                    return $"{100 * Operations(own) / own.Median / (Operations(peak) / peak.Median):F0} %";
                }));
            WithOrderer(new DefaultOrderer(SummaryOrderPolicy.Declared));
        }

        private static double Operations(MedianTime time) => time.Method switch
        {
            nameof(PeakSingle) => Peak.Operations<float>(),
            nameof(PeakDouble) => Peak.Operations<double>(),
            _ => 2 * Math.Pow((int)time.Parameters["Size"], 3),
        };
    }
}
