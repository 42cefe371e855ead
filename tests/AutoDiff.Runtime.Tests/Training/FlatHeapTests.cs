namespace AutoDiff.Runtime.Tests.Training;

/// <summary>Tests that measure the whole heap run when no others do.</summary>
[CollectionDefinition(nameof(FlatHeapTests), DisableParallelization = true)]
public sealed class WholeHeap;

/// <summary>Training leaves nothing behind: neither small arrays nor buffers of the pool.</summary>
[Collection(nameof(FlatHeapTests))]
public sealed class FlatHeapTests
{
    sealed class Perceptron
    {
        readonly NDArray<float> _x, _y;
        readonly NDArray<float>[] _parameters;

        internal Perceptron(int batch, int inputs, int hidden)
        {
            ArrayRandom random = new(1);
            (_x, _y) = (random.Normal<float>(batch, inputs), random.Normal<float>(batch, 1));
            _parameters = [random.Normal(0f, 0.1f, [inputs, hidden]), NDArray.Zeros<float>(hidden), random.Normal(0f, 0.1f, [hidden, 1])];
            foreach (NDArray<float> parameter in _parameters) parameter.AttachGradient();
        }

        internal float Step(float rate)
        {
            NDArray<float> loss;
            using (Autograd.Record())
            {
                NDArray<float> error = (_x.Dot(_parameters[0]) + _parameters[1]).Relu().Dot(_parameters[2]) - _y;
                loss = (error * error).Sum();
            }
            loss.Backward();
            foreach (NDArray<float> parameter in _parameters) parameter.Add(parameter.Gradient! * -rate);
            return loss.ToScalar();
        }
    }

    [Theory]
    [InlineData(2, 3, 4, 1e-3f, 100_000, 2 << 20)] // everything on the heap; the smallest array a step that stayed would be 4 MB
    [InlineData(64, 200, 300, 2e-5f, 3_000, 100 << 20)] // the pool keeps up to its budget; one buffer a step that stayed would be 230 MB
    public void TrainingSteps_KeepTheHeapFlat(int batch, int inputs, int hidden, float rate, int steps, long tolerance)
    {
        Perceptron perceptron = new(batch, inputs, hidden);
        float first = perceptron.Step(rate);
        for (int i = 0; i < steps / 3; i++) perceptron.Step(rate);
        (long total, long oldest) = Heap();
        float last = 0;
        for (int i = 0; i < steps; i++) last = perceptron.Step(rate);
        Assert.True(last < first / 2, $"The network learns nothing: {first}, {last}.");
        (long totalAfter, long oldestAfter) = Heap();
        Assert.True(totalAfter - total < tolerance, $"{(totalAfter - total) / steps} bytes a step stay on the heap.");
        Assert.True(oldestAfter - oldest < tolerance, $"{(oldestAfter - oldest) / steps} bytes a step stay in generation 2.");
    }

    [Fact]
    public void LargeArrays_ThatNobodyKeeps_DoNotPileUp()
    {
        Heap();
        long before = GC.GetTotalMemory(false), peak = 0;
        for (int i = 0; i < 400; i++)
        {
            NDArray<double> a = NDArray.Ones<double>(1_000_000);
            a = a + 1;
            peak = Math.Max(peak, GC.GetTotalMemory(false));
        }
        // When the collector comes is its own affair, and later beside other work; where buffers grew old before they were found, it was 1.7 GB.
        Assert.True(peak - before < 1400L << 20, $"At most two arrays of 8 MB were reachable, but {(peak - before) >> 20} MB on the heap.");
    }

    /// <summary>What is alive, and what of it is in generation 2 or large, after a full collection. Pooled buffers that lie idle count, gaps do not.</summary>
    static (long Total, long Oldest) Heap()
    {
        for (int i = 0; i < 2; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
        GC.Collect();
        ReadOnlySpan<GCGenerationInfo> generations = GC.GetGCMemoryInfo(GCKind.FullBlocking).GenerationInfo;
        return (GC.GetTotalMemory(false), Used(generations[2]) + Used(generations[3]));

        static long Used(GCGenerationInfo generation) => generation.SizeAfterBytes - generation.FragmentationAfterBytes;
    }
}
