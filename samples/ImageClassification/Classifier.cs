using AutoDiff;

namespace ImageClassification;

/// <summary>A model that gives each image a score for every class.</summary>
internal abstract class Classifier
{
    /// <summary>Height and width of an image.</summary>
    public const int Side = 28;

    public static IReadOnlyList<string> Names { get; } = ["softmax", "mlp", "lenet"];

    public static Classifier Create(string name, ArrayRandom random) => name switch
    {
        "softmax" => new SoftmaxRegression(random),
        "mlp" => new MultilayerPerceptron(random),
        "lenet" => new LeNet(random),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No such model."),
    };

    /// <summary>The learning rate that the course uses.</summary>
    public abstract double LearningRate { get; }

    /// <summary>What is learned.</summary>
    public abstract IReadOnlyList<NDArray<float>> Parameters { get; }

    /// <summary>The scores before the softmax.</summary>
    /// <param name="images">Examples × 1 × height × width.</param>
    /// <returns>Examples × classes.</returns>
    public abstract NDArray<float> Scores(NDArray<float> images);
}
