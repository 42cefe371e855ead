namespace AutoDiff.Benchmarks;

/// <summary>Two ways to the same derivative are compared before they are timed: a fast wrong answer is no peer.</summary>
internal static class Agreement
{
    public static void Require(ReadOnlySpan<double> byHand, ReadOnlySpan<double> generated, double tolerance = 1e-11)
    {
        if (byHand.Length != generated.Length) throw new InvalidOperationException($"{byHand.Length} numbers against {generated.Length}.");
        double scale = 0;
        foreach (double each in byHand) scale = Math.Max(scale, Math.Abs(each));
        for (int i = 0; i < byHand.Length; i++)
        {
            if (!(Math.Abs(byHand[i] - generated[i]) <= tolerance * scale))
                throw new InvalidOperationException($"Number {i}: {byHand[i]} by hand, {generated[i]} generated.");
        }
    }
}
