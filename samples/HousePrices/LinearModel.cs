using AutoDiff;

namespace HousePrices;

/// <summary>A price that is linear in the features, fitted by Adam to the squared error.</summary>
internal sealed class LinearModel
{
    private readonly NDArray<float> _weights;
    private readonly NDArray<float> _bias = Initializer.Zeros<float>(1);

    private LinearModel(int features, ArrayRandom random) => _weights = Initializer.Uniform(random, -0.07f, 0.07f, features, 1);

    public NDArray<float> Predict(NDArray<float> features) => features.Dot(_weights) + _bias;

    public static LinearModel Fit(NDArray<float> features, NDArray<float> prices, Settings settings, ulong seed, Action advance, CancellationToken cancellation)
    {
        ArrayRandom random = new(seed);
        LinearModel model = new(features.Shape[1], random);
        Adam<float> optimizer = new([model._weights, model._bias], settings.LearningRate, weightDecay: settings.WeightDecay);
        DataLoader<float, float> batches = new(features, prices, settings.Batch, random);
        for (int epoch = 0; epoch < settings.Epochs; epoch++)
        {
            foreach ((NDArray<float> x, NDArray<float> y) in batches)
            {
                cancellation.ThrowIfCancellationRequested();
                NDArray<float> loss;
                using (Autograd.Record()) loss = Loss.Squared(model.Predict(x), y);
                loss.Backward();
                optimizer.Step(batches.BatchSize);
            }
            advance();
        }
        return model;
    }

    /// <summary>The root of the mean squared difference of the logarithms, which weighs errors by what the house is worth.</summary>
    public double LogError(NDArray<float> features, NDArray<float> prices)
    {
        NDArray<float> predictions = Predict(features).Clip(1, float.PositiveInfinity);
        return (predictions.Log() - prices.Log()).Square().Mean().Sqrt().ToScalar();
    }
}
