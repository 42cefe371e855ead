// expect: refused
// expect-id: DIFF0101 at: new Only(v => v + k)
// expect-id: DIFF0101 at: new Only(v => v * k)

using System;
using AutoDiff;

namespace Corpus;

/// <summary>A member stands for one delegate, and its code is read where it is called: it is nothing that could be looked at.</summary>
public static partial class DelegatesInOnePlace
{
    public sealed class Only
    {
        private readonly Func<double, double> f;

        public Only(Func<double, double> f) => this.f = f;

        public double Of(double x) => f(x);
    }

    [Differentiable]
    [At(2, 1.5)]
    public static double NowOneNowAnother(double k, double x)
    {
        Only o = new Only(v => v * v);
        if (k > 1) o = new Only(v => v + k);
        return o.Of(x);
    }

    [Differentiable]
    [At(2, 1.5)]
    public static double LookedAt(double k, double x)
    {
        var o = new Only(v => v * k);
        object shown = o;
        return shown == null ? x : o.Of(x);
    }
}
