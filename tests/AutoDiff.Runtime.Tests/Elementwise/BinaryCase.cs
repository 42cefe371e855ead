namespace AutoDiff.Runtime.Tests.Elementwise;

/// <summary>An operation on pairs of elements as the tests know it.</summary>
/// <param name="Value">An independent reference, special cases included.</param>
/// <param name="Double">The operation on arrays of <see cref="double"/>.</param>
/// <param name="Single">The operation on arrays of <see cref="float"/>.</param>
/// <param name="Right">The operation with a number on the right.</param>
/// <param name="Left">The operation with a number on the left; null where there is none.</param>
/// <param name="Low">Where both operands may be taken from: from here …</param>
/// <param name="High">… to here.</param>
public sealed record BinaryCase(
    Func<double, double, double> Value,
    Func<NDArray<double>, NDArray<double>, NDArray<double>> Double,
    Func<NDArray<float>, NDArray<float>, NDArray<float>> Single,
    Func<NDArray<double>, double, NDArray<double>> Right,
    Func<double, NDArray<double>, NDArray<double>>? Left,
    double Low,
    double High)
{
    /// <summary>Every operation by its name.</summary>
    public static IReadOnlyDictionary<string, BinaryCase> All { get; } = new Dictionary<string, BinaryCase>
    {
        ["Add"] = new((x, y) => x + y, (x, y) => x + y, (x, y) => x + y, (x, y) => x + y, (x, y) => x + y, -3, 3),
        ["Subtract"] = new((x, y) => x - y, (x, y) => x - y, (x, y) => x - y, (x, y) => x - y, (x, y) => x - y, -3, 3),
        ["Multiply"] = new((x, y) => x * y, (x, y) => x * y, (x, y) => x * y, (x, y) => x * y, (x, y) => x * y, -3, 3),
        ["Divide"] = new((x, y) => x / y, (x, y) => x / y, (x, y) => x / y, (x, y) => x / y, (x, y) => x / y, 0.5, 3),
        ["Remainder"] = new((x, y) => x % y, (x, y) => x % y, (x, y) => x % y, (x, y) => x % y, (x, y) => x % y, 0.5, 3),
        ["Maximum"] = new(Math.Max, NDArray.Maximum, NDArray.Maximum, NDArray.Maximum, NDArray.Maximum, -3, 3),
        ["Minimum"] = new(Math.Min, NDArray.Minimum, NDArray.Minimum, NDArray.Minimum, NDArray.Minimum, -3, 3),
        ["Pow"] = new(Math.Pow, (x, y) => x.Pow(y), (x, y) => x.Pow(y), (x, y) => x.Pow(y), null, 0.5, 3),
        ["Hypot"] = new(double.Hypot, (x, y) => x.Hypot(y), (x, y) => x.Hypot(y), (x, y) => x.Hypot(y), null, 0.5, 3),
        ["Atan2"] = new(Math.Atan2, (x, y) => x.Atan2(y), (x, y) => x.Atan2(y), (x, y) => x.Atan2(y), null, 0.5, 3),
    };
}
