// expect: refused or right
// expect-id: DIFF0103 at: new Twice().Apply(x)
using System;
using AutoDiff;

namespace Corpus.Refused;

public static partial class VirtualCall
{
    [Differentiable]
    [At(3.0, Gradient = new double[] { 2 })]
    public static double F(double x) => new Twice().Apply(x);

    public abstract class Function
    {
        public abstract double Apply(double x);
    }

    private sealed class Twice : Function
    {
        public override double Apply(double x) => 2 * x;
    }
}
