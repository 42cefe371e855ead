// expect: refused
// expect-id: DIFF0101 at: var o = x > 1 ? Shared : Other;
// expect-id: DIFF0101 at: var o = x > 1 ? Holding : Holding;

using AutoDiff;

namespace Corpus;

/// <summary>An object from outside that is chosen among several is copied: what becomes of it afterwards is not seen, and a part that it has none of cannot be copied.</summary>
public static partial class OutsideObjectsCopied
{
    public sealed class Options
    {
        public double Scale = 2;
    }

    public sealed class Holder
    {
        public double Scale = 2;
        public Options? Part;
    }

    private static readonly Options Shared = new(), Other = new();

    private static readonly Holder Holding = new();

    private static void Raise() => Shared.Scale *= 2;

    [Differentiable]
    [At(1.3)]
    public static double ChangedAfterwards(double x)
    {
        var o = x > 1 ? Shared : Other;
        Raise();
        return o.Scale * x * x;
    }

    [Differentiable]
    [At(1.3)]
    public static double WithAPartThatIsMissing(double x)
    {
        var o = x > 1 ? Holding : Holding;
        return o.Scale * x * x;
    }
}
