using System.Collections;

namespace AutoDiff;

/// <summary>Goes through examples in batches, in a new order every time if asked to.</summary>
/// <typeparam name="TFeature">The element type of the features.</typeparam>
/// <typeparam name="TLabel">The element type of the labels.</typeparam>
public sealed class DataLoader<TFeature, TLabel> : IEnumerable<(NDArray<TFeature> Features, NDArray<TLabel> Labels)>
{
    readonly NDArray<TFeature> _features;
    readonly NDArray<TLabel> _labels;
    readonly ArrayRandom? _shuffle;

    /// <summary>Prepares to go through examples.</summary>
    /// <param name="features">The features; the first axis counts the examples.</param>
    /// <param name="labels">The labels; the first axis counts the same examples.</param>
    /// <param name="batchSize">The number of examples in a batch; the last one may have fewer.</param>
    /// <param name="shuffle">Where the order of each pass comes from; null to go through the examples as they are.</param>
    /// <exception cref="ArgumentException">There are not as many labels as features.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The batch size is not positive.</exception>
    public DataLoader(NDArray<TFeature> features, NDArray<TLabel> labels, int batchSize, ArrayRandom? shuffle = null)
    {
        ArgumentNullException.ThrowIfNull(features);
        ArgumentNullException.ThrowIfNull(labels);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(batchSize);
        if (features.Rank == 0 || labels.Rank == 0 || features.Shape[0] != labels.Shape[0])
            throw new ArgumentException($"The features have the shape {Shapes.Text(features.Shape)}, the labels {Shapes.Text(labels.Shape)}: the first axis counts the examples.", nameof(labels));
        (_features, _labels, BatchSize, _shuffle) = (features, labels, batchSize, shuffle);
    }

    /// <summary>The number of examples in a batch; the last one may have fewer.</summary>
    public int BatchSize { get; }

    /// <summary>The number of examples.</summary>
    public int ExampleCount => _features.Shape[0];

    /// <summary>The number of batches in a pass.</summary>
    public int Count => (ExampleCount + BatchSize - 1) / BatchSize;

    /// <summary>Goes through all examples once.</summary>
    /// <returns>The batches: views if the order is that of the examples, copies otherwise.</returns>
    public IEnumerator<(NDArray<TFeature> Features, NDArray<TLabel> Labels)> GetEnumerator()
    {
        int[]? order = _shuffle?.Permutation(ExampleCount);
        for (int start = 0; start < ExampleCount; start += BatchSize)
        {
            Range batch = start..Math.Min(start + BatchSize, ExampleCount);
            if (order is null)
            {
                yield return (_features.Slice(0, batch), _labels.Slice(0, batch));
            }
            else
            {
                NDArray<int> rows = NDArray.Create(order[batch]);
                yield return (_features.Take(rows, 0), _labels.Take(rows, 0));
            }
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
