using AutoDiff;

namespace ImageClassification;

/// <summary>Two convolutions with pooling, then three dense layers. (LeCun, Bottou, Bengio &amp; Haffner 1998, with maxima for means.)</summary>
internal sealed class LeNet(ArrayRandom random) : Classifier
{
    private const int FirstChannels = 6, SecondChannels = 16, Window = 5, FirstDense = 120, SecondDense = 84;

    /// <summary>28 → 24 → 12 → 8 → 4 pixels a side.</summary>
    private const int Features = SecondChannels * 4 * 4;

    private readonly NDArray<float> _kernel1 = Initializer.Xavier<float>(random, FirstChannels, 1, Window, Window);
    private readonly NDArray<float> _kernelBias1 = Initializer.Zeros<float>(FirstChannels);
    private readonly NDArray<float> _kernel2 = Initializer.Xavier<float>(random, SecondChannels, FirstChannels, Window, Window);
    private readonly NDArray<float> _kernelBias2 = Initializer.Zeros<float>(SecondChannels);
    private readonly NDArray<float> _weights1 = Initializer.Xavier<float>(random, Features, FirstDense);
    private readonly NDArray<float> _bias1 = Initializer.Zeros<float>(FirstDense);
    private readonly NDArray<float> _weights2 = Initializer.Xavier<float>(random, FirstDense, SecondDense);
    private readonly NDArray<float> _bias2 = Initializer.Zeros<float>(SecondDense);
    private readonly NDArray<float> _weights3 = Initializer.Xavier<float>(random, SecondDense, FashionMnist.ClassCount);
    private readonly NDArray<float> _bias3 = Initializer.Zeros<float>(FashionMnist.ClassCount);

    public override double LearningRate => 0.9;

    public override IReadOnlyList<NDArray<float>> Parameters =>
        [_kernel1, _kernelBias1, _kernel2, _kernelBias2, _weights1, _bias1, _weights2, _bias2, _weights3, _bias3];

    public override NDArray<float> Scores(NDArray<float> images)
    {
        NDArray<float> first = images.Conv2D(_kernel1, _kernelBias1).Sigmoid().MaxPool2D(2);
        NDArray<float> second = first.Conv2D(_kernel2, _kernelBias2).Sigmoid().MaxPool2D(2);
        NDArray<float> dense = (second.Reshape(-1, Features).Dot(_weights1) + _bias1).Sigmoid();
        dense = (dense.Dot(_weights2) + _bias2).Sigmoid();
        return dense.Dot(_weights3) + _bias3;
    }
}
