namespace AutoDiff;

public sealed partial class NDArray<TElement>
{
    /// <summary>
    /// Batch normalisation, as MXNet's: (x - mean) / √(variance + ε) · γ + β with a mean and a variance for each channel. In training
    /// (<see cref="Autograd.IsTraining"/>) they are those of this array, and the moving ones come closer to them; in prediction they are the moving ones.
    /// </summary>
    /// <param name="gamma">The factor γ of each channel.</param>
    /// <param name="beta">The summand β of each channel.</param>
    /// <param name="movingMean">The mean of each channel for prediction; changed in place in training.</param>
    /// <param name="movingVariance">The variance (divided by n) of each channel for prediction; changed in place in training.</param>
    /// <param name="epsilon">What is added to a variance.</param>
    /// <param name="momentum">Which part of the moving mean and variance stays in a step of training.</param>
    /// <param name="axis">The axis of the channels; negative from the end.</param>
    /// <returns>A new array of the same shape.</returns>
    /// <exception cref="ArgumentException">The arrays do not have one number for each channel, or in training there is nothing to take a mean of.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such axis.</exception>
    /// <exception cref="NotSupportedException">The elements are not real numbers.</exception>
    public NDArray<TElement> BatchNorm(
        NDArray<TElement> gamma, NDArray<TElement> beta, NDArray<TElement> movingMean, NDArray<TElement> movingVariance,
        double epsilon = 1e-5, double momentum = 0.9, int axis = 1)
    {
        if (!Element.IsReal<TElement>()) throw Element.Unsupported<TElement>("BatchNorm");
        int channelAxis = Shapes.Axis(axis, Shape, "BatchNorm"), channels = Layout.Shape[channelAxis];
        foreach (NDArray<TElement> each in (ReadOnlySpan<NDArray<TElement>>)[gamma, beta, movingMean, movingVariance])
        {
            ArgumentNullException.ThrowIfNull(each);
            if (!each.Layout.HasShape([channels]))
                throw new ArgumentException($"BatchNorm: an array of shape {Shapes.Text(Shape)} has {channels} channels, not those of the shape {Shapes.Text(each.Shape)}.");
        }
        int[] shape = Layout.Shape;
        NDArray<TElement> x = Reshape(Shapes.Count(shape.AsSpan(0, channelAxis)), channels, Shapes.Count(shape.AsSpan(channelAxis + 1)));
        NDArray<TElement> standardized = Autograd.IsTraining
            ? BatchMoments.InTraining(x, movingMean, movingVariance, epsilon, momentum)
            : BatchMoments.InPrediction(x, movingMean, movingVariance, epsilon);
        return (standardized * gamma.Reshape(1, channels, 1) + beta.Reshape(1, channels, 1)).Reshape(shape);
    }
}

/// <summary>The mean and the variance that a batch is standardized with.</summary>
static class BatchMoments
{
    internal static NDArray<T> InTraining<T>(NDArray<T> x, NDArray<T> movingMean, NDArray<T> movingVariance, double epsilon, double momentum)
    {
        int channels = x.Layout.Shape[1];
        if (x.Size == 0 && channels > 0) throw new ArgumentException($"BatchNorm: a batch of shape {Shapes.Text(x.Shape)} has no mean.");
        NDArray<T> result = Standardization.Apply(x, epsilon, "BatchNorm", out NDArray<T> moments);
        using (Autograd.Pause(Autograd.IsTraining))
        {
            Move(movingMean, moments, 0);
            Move(movingVariance, moments, 2);
        }
        return result;

        void Move(NDArray<T> moving, NDArray<T> moments, int row)
        {
            NDArray<T> batch = moments.View(Layout.Of([channels]), row * channels);
            moving.Assign(moving * Element.From<T>(momentum) + batch * Element.From<T>(1 - momentum));
        }
    }

    internal static NDArray<T> InPrediction<T>(NDArray<T> x, NDArray<T> movingMean, NDArray<T> movingVariance, double epsilon)
    {
        int channels = x.Layout.Shape[1];
        T[] shifts = movingMean.ToArray(), factors = movingVariance.ToArray();
        for (int i = 0; i < channels; i++)
        {
            shifts[i] = Element.From<T>(-Convert.ToDouble(shifts[i], null));
            factors[i] = Element.From<T>(1 / Math.Sqrt(Convert.ToDouble(factors[i], null) + epsilon));
        }
        return (x + NDArray.Create(shifts, 1, channels, 1)) * NDArray.Create(factors, 1, channels, 1);
    }
}
