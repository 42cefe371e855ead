using System;
using AutoDiff;

namespace Corpus;

/// <summary>Calls of differentiable methods that would not compute the same a second time: their code is read in place, and runs once.</summary>
public static partial class RepeatedCalls
{
    [Differentiable]
    [At(0.7)]
    [Allocates("a generator of random numbers")]
    public static double OfRandomNumbers(double x)
    {
        var random = new Random(5);
        double sum = 0;
        for (int i = 0; i < 3; i++) sum += Noisy(x, random) * x;
        return sum;
    }

    [Differentiable]
    [MayBeRefused("a point cannot have a generator of random numbers")]
    [At(0.7, null!)]
    [Allocates("a generator of random numbers")]
    private static double Noisy(double x, Random random) => x * x * (random ?? new Random(1)).NextDouble();
}
