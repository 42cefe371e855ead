using AutoDiff;

namespace ImageClassification;

/// <summary>Scores that are linear in the pixels.</summary>
internal sealed class SoftmaxRegression(ArrayRandom random) : Classifier
{
    private readonly NDArray<float> _weights = Initializer.Normal(random, 0.01f, Side * Side, FashionMnist.ClassCount);
    private readonly NDArray<float> _bias = Initializer.Zeros<float>(FashionMnist.ClassCount);

    public override double LearningRate => 0.1;

    public override IReadOnlyList<NDArray<float>> Parameters => [_weights, _bias];

    public override NDArray<float> Scores(NDArray<float> images) => images.Reshape(-1, Side * Side).Dot(_weights) + _bias;
}
