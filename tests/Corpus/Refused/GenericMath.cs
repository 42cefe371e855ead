// expect: refused
// expect-id: DIFF0003 at: T x
// the constraints give no number: neither zero nor one
using System;
using System.Numerics;
using AutoDiff;

namespace Corpus.Refused;

public static partial class GenericMath
{
    [Differentiable]
    public static T F<T>(T x)
        where T : IMultiplyOperators<T, T, T> => x * x;
}
