// expect: refused
// expect-id: DIFF0102 at: new Meter()
// expect-id: DIFF0102 at: sum = new Sum { Total = x }
// a struct would be disposed of as a copy; where it holds numbers, what is in the region was left out
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

    private struct Sum : IDisposable
    {
        public double Total;

        public void Dispose() => Total = 0;
    }

    [Differentiable]
    [At(3.0, Gradient = new double[] { 6 })]
    public static double OfNumbers(double x)
    {
        using (var sum = new Sum { Total = x })
        {
            return x * sum.Total;
        }
    }
}
