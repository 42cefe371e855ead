namespace AutoDiff.Runtime.Tests;

/// <summary>Random arrays for tests of kernels.</summary>
static class Arrays
{
    /// <summary>Numbers between -1 and 1, in row-major order.</summary>
    public static NDArray<T> Random<T>(System.Random random, params int[] shape)
    {
        T[] values = new T[shape.Aggregate(1, (size, length) => size * length)];
        for (int i = 0; i < values.Length; i++) values[i] = (T)Convert.ChangeType(2 * random.NextDouble() - 1, typeof(T), null);
        return NDArray.Create(values, shape);
    }

    /// <summary>The same in a view whose axes lie in the buffer in a random order, so that any axis may be the one with neighbours.</summary>
    public static NDArray<T> RandomView<T>(System.Random random, params int[] shape)
    {
        int[] order = [.. Enumerable.Range(0, shape.Length)];
        random.Shuffle(order);
        int[] inverse = new int[order.Length];
        for (int axis = 0; axis < order.Length; axis++) inverse[order[axis]] = axis;
        NDArray<T> buffer = Random<T>(random, [.. order.Select(axis => shape[axis])]);
        return shape.Length == 0 ? buffer : buffer.Transpose(inverse);
    }

    public static double[] ToDoubles<T>(this NDArray<T> array) => [.. array.ToArray().Select(value => Convert.ToDouble(value, null))];
}
