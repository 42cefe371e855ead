// expect: refused
// expect-id: DIFF0101 at: return r == null ? x * x : x * r.R;
// expect-id: DIFF0101 at: s += r == null ? x * x : r.Scale * x;

using System.Collections.Generic;
using AutoDiff;

namespace Corpus;

/// <summary>The variables of a copy hold what is in an object from outside, not whether there was one.</summary>
public static partial class ObjectsThatMayBeNone
{
    public sealed record Rate(double R);

    public sealed class Options
    {
        public double Scale = 2;
    }

    private static readonly Rate?[] Rates = { null, new Rate(3) };

    private static readonly Options? Shared = null;

    [Differentiable]
    [At(2)]
    public static double AssignedLater(double x)
    {
        var r = Rates[1];
        if (x > 1) r = Rates[0];
        return r == null ? x * x : x * r.R;
    }

    [Differentiable]
    [At(2)]
    public static double InAList(double x)
    {
        var l = new List<Options?> { Shared, new Options() };
        double s = 0;
        foreach (var r in l) s += r == null ? x * x : r.Scale * x;
        return s;
    }
}
