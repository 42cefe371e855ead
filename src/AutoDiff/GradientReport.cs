using System.Globalization;
using System.Text;

namespace AutoDiff;

/// <summary>What <see cref="GradientCheck"/> found: derivatives as they were given beside the same ones from values of the function.</summary>
public sealed class GradientReport
{
    const int Shown = 10;

    internal GradientReport(IReadOnlyList<Entry> entries, double tolerance)
    {
        Entries = entries;
        Tolerance = tolerance;
        Entry? worst = null;
        foreach (Entry entry in entries)
            if (worst is null || !(entry.RelativeError <= worst.RelativeError)) worst = entry;
        Worst = worst;
    }

    /// <summary>Every derivative that was compared.</summary>
    public IReadOnlyList<Entry> Entries { get; }

    /// <summary>The derivative with the largest error; null if there was none to compare.</summary>
    public Entry? Worst { get; }

    /// <summary>The largest error; 0 if there was nothing to compare, ∞ if one of two derivatives is not a number.</summary>
    public double MaxRelativeError => Worst?.RelativeError ?? 0;

    /// <summary>The largest error that passes.</summary>
    public double Tolerance { get; }

    /// <summary>Whether no error is larger than <see cref="Tolerance"/>.</summary>
    public bool Passed => MaxRelativeError <= Tolerance;

    /// <summary>The verdict, the largest error and where it is; after a failure the ten largest ones, a line each.</summary>
    /// <returns>One line, or several.</returns>
    public override string ToString()
    {
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"Gradient check {(Passed ? "passed" : "FAILED")}: ");
        text.Append(CultureInfo.InvariantCulture, $"{Entries.Count} derivative{(Entries.Count == 1 ? "" : "s")} compared");
        if (Worst is null) return text.Append('.').ToString();
        text.Append(CultureInfo.InvariantCulture, $", largest relative error {MaxRelativeError:G3} (tolerance {Tolerance:G3})");
        if (Passed) return text.Append(CultureInfo.InvariantCulture, $" at {Worst}.").ToString();
        text.Append('.');
        Entry[] failed = [.. Entries.Where(entry => !(entry.RelativeError <= Tolerance)).OrderByDescending(entry => entry.RelativeError)];
        foreach (Entry entry in failed.Take(Shown)) text.Append(CultureInfo.InvariantCulture, $"\n  {entry}");
        if (failed.Length > Shown) text.Append(CultureInfo.InvariantCulture, $"\n  and {failed.Length - Shown} more");
        return text.ToString();
    }

    /// <summary>One derivative.</summary>
    /// <param name="Place">What it is the derivative with respect to, as <c>x[3]</c>.</param>
    /// <param name="Analytic">The derivative that is checked.</param>
    /// <param name="Numeric">The derivative from values of the function.</param>
    /// <param name="RelativeError">Their difference, relative to the larger one, or to what the values of the function can resolve.</param>
    public sealed record Entry(string Place, double Analytic, double Numeric, double RelativeError)
    {
        /// <summary>The place and both numbers.</summary>
        /// <returns>One line.</returns>
        public override string ToString() => string.Create(
            CultureInfo.InvariantCulture, $"{Place}: {Analytic:G10} as derived, {Numeric:G10} by differences, relative error {RelativeError:G3}");
    }
}
