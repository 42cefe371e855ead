using BenchmarkDotNet.Attributes;

namespace AutoDiff.Benchmarks;

/// <summary>Matrix products of the sizes that a cache, a tile and a panel end at. For one thread set DOTNET_PROCESSOR_COUNT=1.</summary>
[BenchmarkCategory("Product")]
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
    public NDArray<float> Single() => _a.MatMul(_b);

    [Benchmark]
    public NDArray<float> SingleLeftTransposed() => _a.T.MatMul(_b);

    [Benchmark]
    public NDArray<float> SingleRightTransposed() => _a.MatMul(_b.T);

    [Benchmark]
    public NDArray<double> Double() => _c.MatMul(_d);
}
