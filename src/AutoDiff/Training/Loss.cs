namespace AutoDiff;

/// <summary>How far predictions are from what they should be: one number for each example, the mean over all axes but the first.</summary>
/// <remarks>Take <c>Mean()</c> of it, or its gradient as it is (the sum) and divide in <see cref="Optimizer{T}.Step"/>.</remarks>
public static class Loss
{
    /// <summary>½(p − y)².</summary>
    /// <typeparam name="T">The element type, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="prediction">The predictions, examples × ….</param>
    /// <param name="label">What they should be, of the same shape.</param>
    /// <returns>An array with an element for each example.</returns>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public static NDArray<T> Squared<T>(NDArray<T> prediction, NDArray<T> label)
    {
        RequireSameShape(prediction, label, nameof(Squared));
        return PerExample((prediction - label).Square() * Element.From<T>(0.5));
    }

    /// <summary>|p − y|.</summary>
    /// <typeparam name="T">The element type, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="prediction">The predictions, examples × ….</param>
    /// <param name="label">What they should be, of the same shape.</param>
    /// <returns>An array with an element for each example.</returns>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public static NDArray<T> Absolute<T>(NDArray<T> prediction, NDArray<T> label)
    {
        RequireSameShape(prediction, label, nameof(Absolute));
        return PerExample((prediction - label).Abs());
    }

    /// <summary>−log of the probability that softmax gives to the label. Does not overflow, whatever the scores.</summary>
    /// <typeparam name="T">The element type, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="scores">The scores before the softmax, examples × classes.</param>
    /// <param name="label">The class of each example.</param>
    /// <returns>An array with an element for each example.</returns>
    /// <exception cref="ArgumentException">There is not one label for each row of scores, or a label is no class.</exception>
    public static NDArray<T> SoftmaxCrossEntropy<T>(NDArray<T> scores, NDArray<int> label)
    {
        ArgumentNullException.ThrowIfNull(scores);
        ArgumentNullException.ThrowIfNull(label);
        if (scores.Rank != 2 || label.Rank != 1 || scores.Shape[0] != label.Shape[0])
            throw new ArgumentException($"SoftmaxCrossEntropy: scores of shape {Shapes.Text(scores.Shape)} do not go with labels of shape {Shapes.Text(label.Shape)}.", nameof(label));
        return -scores.LogSoftmax(1).Pick(label, 1);
    }

    /// <summary>−y·log σ(s) − (1−y)·log(1−σ(s)), for labels between 0 and 1. Does not overflow, whatever the scores.</summary>
    /// <typeparam name="T">The element type, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="scores">The scores before the sigmoid, examples × ….</param>
    /// <param name="label">The probability each should have, of the same shape.</param>
    /// <returns>An array with an element for each example.</returns>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public static NDArray<T> SigmoidCrossEntropy<T>(NDArray<T> scores, NDArray<T> label)
    {
        RequireSameShape(scores, label, nameof(SigmoidCrossEntropy));
        return PerExample(scores.Softplus() - scores * label);
    }

    static NDArray<T> PerExample<T>(NDArray<T> each) => each.Rank <= 1 ? each : each.Reshape(each.Shape[0], -1).Mean(1);

    static void RequireSameShape<T>(NDArray<T> prediction, NDArray<T> label, string operation)
    {
        ArgumentNullException.ThrowIfNull(prediction);
        ArgumentNullException.ThrowIfNull(label);
        if (!prediction.Shape.SequenceEqual(label.Shape))
            throw new ArgumentException($"{operation}: the predictions have the shape {Shapes.Text(prediction.Shape)}, the labels {Shapes.Text(label.Shape)}.", nameof(label));
    }
}
