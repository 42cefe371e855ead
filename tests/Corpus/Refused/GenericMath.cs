// expect: refused
// expect-id: DIFF0003 at: F
// a later issue
using System;
using System.Numerics;
using AutoDiff;

namespace Corpus.Refused;

public static partial class GenericMath
{
    [Differentiable]
    public static T F<T>(T x)
        where T : INumber<T> => x * x;
}
