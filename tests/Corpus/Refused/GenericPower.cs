// expect: refused
// expect-id: DIFF0003 at: T.Pow(x, y)
// the partial derivative by the exponent takes a logarithm, which the constraints do not give
using System;
using System.Numerics;
using AutoDiff;

namespace Corpus.Refused;

public static partial class GenericPower
{
    [Differentiable]
    public static T F<T>(T x, T y)
        where T : IPowerFunctions<T> => T.Pow(x, y);
}
