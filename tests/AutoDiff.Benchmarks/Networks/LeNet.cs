namespace AutoDiff.Benchmarks;

/// <summary>A training step of LeNet with rectified linear units and maximum pooling on batches of 256 images of 28 × 28.</summary>
internal sealed class LeNet
{
    private readonly NDArray<float> _images;
    private readonly NDArray<int> _labels;
    private readonly NDArray<float>[] _weights;
    private readonly NDArray<float>[] _biases;
    private readonly Sgd<float> _optimizer;

    public LeNet()
    {
        ArrayRandom random = new(1);
        _images = random.Uniform(0f, 1f, 256, 1, 28, 28);
        _labels = NDArray.Create([.. Enumerable.Range(0, 256).Select(i => i * 7 % 10)]);
        int[][] shapes = [[6, 1, 5, 5], [16, 6, 5, 5], [400, 120], [120, 84], [84, 10]];
        _weights = [.. shapes.Select(shape => random.Normal(0f, 0.1f, shape))];
        _biases = [.. ((int[])[6, 16, 120, 84, 10]).Select(length => NDArray.Zeros<float>(length))];
        _optimizer = new([.. _weights, .. _biases], learningRate: 0.1);
    }

    public NDArray<float> Forward()
    {
        NDArray<float> x = _images.Conv2D(_weights[0], _biases[0], padding: 2).Relu().MaxPool2D(2);
        x = x.Conv2D(_weights[1], _biases[1]).Relu().MaxPool2D(2).Reshape(256, 400);
        x = (x.Dot(_weights[2]) + _biases[2]).Relu();
        x = (x.Dot(_weights[3]) + _biases[3]).Relu();
        return -(x.Dot(_weights[4]) + _biases[4]).LogSoftmax(1).Pick(_labels, 1).Sum() * (1f / 256);
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
