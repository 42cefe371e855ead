namespace AutoDiff.Numerics.Tests.Numbers;

/// <summary>
/// <c>Derivative.Stop</c> for differences: a stopped value has to stay what it was at the unperturbed point. The first run records the
/// stopped values in their order; the perturbed runs, which take the same branches, are given them back.
/// </summary>
public static class PreciseConstant
{
    [ThreadStatic]
    private static List<Precise>? recorded;

    [ThreadStatic]
    private static int next;

    [ThreadStatic]
    private static bool replaying;

    public static void Record()
    {
        recorded = [];
        replaying = false;
    }

    public static void Replay()
    {
        next = 0;
        replaying = true;
    }

    public static Precise Stop(Precise value)
    {
        if (recorded is null) throw new InvalidOperationException("no run was started");
        if (replaying) return recorded[next++];
        recorded.Add(value);
        return value;
    }

    public static Precise[] Stop(Precise[] values) => Array.ConvertAll(values, Stop);

    public static T Stop<T>(T value) => value;
}
