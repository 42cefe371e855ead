// expect: refused
// expect-id: DIFF0102 at: new Meter()
using System;
using AutoDiff;

namespace Corpus.Refused;

public static partial class DisposableStruct
{
    private struct Meter : IDisposable
    {
        public int Readings;

        public void Dispose() => Readings = 0;
    }

    [Differentiable]
    [At(3.0, Gradient = new double[] { 6 })]
    public static double F(double x)
    {
        using (new Meter())
        {
            return x * x;
        }
    }
}
