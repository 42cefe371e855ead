// expect: refused
// expect-id: DIFF0103 at: TCurve.Of(x)
// which method is called is not known before the type argument is
using System;
using System.Numerics;
using AutoDiff;

namespace Corpus.Refused;

public interface ICurve<TSelf>
    where TSelf : ICurve<TSelf>
{
    static virtual double Of(double x) => x * x;
}

public static partial class GenericVirtual
{
    [Differentiable]
    public static double F<TCurve>(double x)
        where TCurve : ICurve<TCurve> => TCurve.Of(x);
}
