// expect: refused
// expect-id: DIFF0007 at: F
using System;
using System.Threading.Tasks;
using AutoDiff;

namespace Corpus.Refused;

public static partial class Async
{
    [Differentiable]
    [At(2.0)]
    public static async Task<double> F(double x)
    {
        await Task.Yield();
        return x * x;
    }
}
