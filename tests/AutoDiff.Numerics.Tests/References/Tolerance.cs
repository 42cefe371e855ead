using System.Globalization;
using Xunit;

namespace AutoDiff.Numerics.Tests.References;

/// <summary>
/// Compares rows of numbers. Each may err by the tolerance relative to its own modulus, and by a hundredth of the tolerance relative to the
/// largest of the row: a component that is small by cancellation cannot be had to more than that. Infinities and NaN have to be met
/// exactly.
/// </summary>
public static class Tolerance
{
    public static void Within(
        double tolerance, IReadOnlyList<double> expected, IReadOnlyList<double> moduli, IReadOnlyList<double> actual, string what)
    {
        Assert.True(expected.Count == actual.Count, $"{what}: {actual.Count} numbers instead of {expected.Count}");
        double largest = moduli.Where(double.IsFinite).DefaultIfEmpty(0).Max(Math.Abs);
        for (int i = 0; i < expected.Count; i++)
        {
            double allowed = tolerance * Math.Max(Math.Abs(moduli[i]), 0.01 * largest);
            double error = Math.Abs(actual[i] - expected[i]);
            Assert.True(double.IsFinite(expected[i]) ? error <= allowed : actual[i].Equals(expected[i]), string.Create(
                CultureInfo.InvariantCulture,
                $"{what}[{i}]: expected {expected[i]:R}, actual {actual[i]:R}, error {error:G3}, allowed {allowed:G3}"));
        }
    }

    public static void Within(double tolerance, IReadOnlyList<double> expected, IReadOnlyList<double> actual, string what) =>
        Within(tolerance, expected, expected, actual, what);

    public static void Within(double tolerance, IEnumerable<object?> expected, IEnumerable<object?> actual, string what) =>
        Within(tolerance, [.. Numbering.FlattenDoubles(expected)], [.. Numbering.FlattenDoubles(actual)], what);

    /// <summary>Every number the same; of the zeros, which a sum into a cleared buffer cannot tell apart, either will do.</summary>
    public static void Same(IEnumerable<object?> expected, IEnumerable<object?> actual, string what) =>
        Assert.True(
            Numbering.FlattenDoubles(expected).SequenceEqual(Numbering.FlattenDoubles(actual)),
            $"{what}: expected {Text(expected)}, actual {Text(actual)}");

    /// <summary>Every bit the same, the sign of a zero and the kind of NaN included.</summary>
    public static void SameBits(IEnumerable<object?> expected, IEnumerable<object?> actual, string what) =>
        Assert.True(
            Numbering.FlattenDoubles(expected).Select(BitConverter.DoubleToInt64Bits)
                .SequenceEqual(Numbering.FlattenDoubles(actual).Select(BitConverter.DoubleToInt64Bits)),
            $"{what}: expected {Text(expected)}, actual {Text(actual)}");

    private static string Text(IEnumerable<object?> values) =>
        string.Join(", ", Numbering.FlattenDoubles(values).Select(value => value.ToString("R", CultureInfo.InvariantCulture)));
}
