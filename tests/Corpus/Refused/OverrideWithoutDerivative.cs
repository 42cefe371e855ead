// expect: refused
// expect-id: DIFF0010 at: F
using System;
using AutoDiff;

namespace Corpus.Refused;

public partial class OverrideWithoutDerivative
{
    [Differentiable]
    [At(3.0)]
    public virtual double F(double x) => x * x;

    public class Later : OverrideWithoutDerivative
    {
        public override double F(double x) => 2 * x;
    }
}
