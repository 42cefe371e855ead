using AutoDiff;

namespace ImageClassification;

/// <summary>One hidden layer of rectified linear units.</summary>
internal sealed class MultilayerPerceptron(ArrayRandom random) : Classifier
{
    private const int Hidden = 256;

    private readonly NDArray<float> _hiddenWeights = Initializer.Normal(random, 0.01f, Side * Side, Hidden);
    private readonly NDArray<float> _hiddenBias = Initializer.Zeros<float>(Hidden);
    private readonly NDArray<float> _weights = Initializer.Normal(random, 0.01f, Hidden, FashionMnist.ClassCount);
    private readonly NDArray<float> _bias = Initializer.Zeros<float>(FashionMnist.ClassCount);

    public override double LearningRate => 0.5;

    public override IReadOnlyList<NDArray<float>> Parameters => [_hiddenWeights, _hiddenBias, _weights, _bias];

    public override NDArray<float> Scores(NDArray<float> images)
    {
        NDArray<float> hidden = (images.Reshape(-1, Side * Side).Dot(_hiddenWeights) + _hiddenBias).Relu();
        return hidden.Dot(_weights) + _bias;
    }
}
