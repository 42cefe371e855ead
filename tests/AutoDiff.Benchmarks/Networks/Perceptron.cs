namespace AutoDiff.Benchmarks;

/// <summary>A training step of 784-256-10 with rectified linear units and cross entropy, batches of 256.</summary>
internal sealed class Perceptron
{
    private readonly NDArray<float> _images;
    private readonly NDArray<int> _labels;
    private readonly NDArray<float>[] _parameters;
    private readonly Sgd<float> _optimizer;

    public Perceptron()
    {
        ArrayRandom random = new(1);
        _images = random.Uniform(0f, 1f, 256, 784);
        _labels = NDArray.Create([.. Enumerable.Range(0, 256).Select(i => i * 7 % 10)]);
        _parameters = [random.Normal(0f, 0.05f, [784, 256]), NDArray.Zeros<float>(256), random.Normal(0f, 0.05f, [256, 10]), NDArray.Zeros<float>(10)];
        _optimizer = new(_parameters, learningRate: 0.1);
    }

    public NDArray<float> Forward()
    {
        NDArray<float> hidden = (_images.Dot(_parameters[0]) + _parameters[1]).Relu();
        return -(hidden.Dot(_parameters[2]) + _parameters[3]).LogSoftmax(1).Pick(_labels, 1).Sum() * (1f / 256);
    }

    public float Step()
    {
        NDArray<float> loss;
        using (Autograd.Record()) loss = Forward();
        loss.Backward();
        _optimizer.Step();
        return loss.ToScalar();
    }
}
