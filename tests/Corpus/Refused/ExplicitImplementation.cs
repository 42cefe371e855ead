// expect: refused
// expect-id: DIFF0007 at: F
using System;
using AutoDiff;

namespace Corpus.Refused;

public partial class ExplicitImplementation : ExplicitImplementation.IFunction
{
    public interface IFunction
    {
        static abstract double F(double x);
    }

    [Differentiable]
    [At(3.0)]
    static double IFunction.F(double x) => x * x;
}
