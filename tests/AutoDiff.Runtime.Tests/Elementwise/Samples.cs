using System.Numerics;

namespace AutoDiff.Runtime.Tests.Elementwise;

/// <summary>Arrays to try operations on.</summary>
static class Samples
{
    /// <summary>Zeros, infinities, NaN, subnormals, and numbers around which functions change.</summary>
    internal static readonly double[] Special =
    [
        0, -0.0, 1, -1, 0.5, -0.5, 1.5, 2.5, -1.5, -2.5, 2, -2, double.NaN, double.PositiveInfinity, double.NegativeInfinity, 5e-324, -5e-324, 1e-310, -1e-310,
        1e-20, -1e-20, 1e-8, -1e-8, 0.3465, 0.3466, -0.3466, 0.66, 0.6601, 2.4142, 2.4143, 1e5, -1e5, 1e10, -1e10, 1e300, -1e300, 20, -20, 22.5, -22.5, 37, -37, 45,
        700, -700, 709.7, 709.8, 710.4, 710.5, -745, -746, 88.7, 89, -103, -104, 6, -6, 5.9, 0.99999, 1.00001, -0.99999, double.MaxValue, double.MinValue,
    ];

    /// <summary>One array in every way its elements can lie: row-major, transposed, broadcast, without axes, without elements.</summary>
    internal static IEnumerable<NDArray<T>> Layouts<T>(double low, double high) where T : unmanaged, IFloatingPointIeee754<T>
    {
        Random random = new(7);
        foreach (int[] shape in (int[][])[[], [1], [1, 1], [0], [2, 0, 3], [3], [8], [2, 3], [17], [5, 1, 7]]) yield return Random<T>(random, low, high, shape);
        yield return Random<T>(random, low, high, 3, 4).T;
        yield return Random<T>(random, low, high, 2, 3, 4).Transpose(1, 2, 0);
        yield return Random<T>(random, low, high, 3).BroadcastTo(2, 3);
        yield return Random<T>(random, low, high, 3, 1).BroadcastTo(3, 5).T;
    }

    internal static NDArray<T> Random<T>(Random random, double low, double high, params ReadOnlySpan<int> shape) where T : unmanaged, IFloatingPointIeee754<T>
    {
        int size = 1;
        foreach (int length in shape) size *= length;
        T[] values = new T[size];
        for (int i = 0; i < size; i++) values[i] = T.CreateTruncating(low + (high - low) * random.NextDouble());
        return NDArray.Create(values, shape);
    }

    /// <summary>The distance in units of the last place; 0 for two NaN, infinite where only one is finite or zeros have different signs.</summary>
    internal static double Ulps(double expected, double actual)
    {
        if (double.IsNaN(expected) && double.IsNaN(actual)) return 0;
        if (expected.Equals(actual) && double.IsNegative(expected) == double.IsNegative(actual)) return 0;
        if (!double.IsFinite(expected) || !double.IsFinite(actual)) return double.PositiveInfinity;
        return expected == actual ? double.PositiveInfinity : Math.Abs(expected - actual) / (Math.BitIncrement(Math.Abs(expected)) - Math.Abs(expected));
    }

    /// <inheritdoc cref="Ulps(double, double)"/>
    internal static double Ulps(float expected, float actual)
    {
        if (float.IsNaN(expected) && float.IsNaN(actual)) return 0;
        if (expected.Equals(actual) && float.IsNegative(expected) == float.IsNegative(actual)) return 0;
        if (!float.IsFinite(expected) || !float.IsFinite(actual)) return double.PositiveInfinity;
        if (expected == actual) return double.PositiveInfinity;
        return Math.Abs((double)expected - actual) / ((double)MathF.BitIncrement(MathF.Abs(expected)) - MathF.Abs(expected));
    }
}
