// expect: refused or right
// expect-id: DIFF0104 at: Array.Copy(x, Cache, 3)
// expect-id: DIFF0104 at: x.CopyTo(cache, 0)
// expect-id: DIFF0104 at: Cache.AsSpan().Fill(x)
// expect-id: DIFF0104 at: a[0]
// expect-id: DIFF0104 at: Cache
// a bulk copy into memory from outside the method, by its name, by a local name for it, and by a called method
using System;
using AutoDiff;

namespace Corpus.Refused;

public static partial class CopyIntoField
{
    private static readonly double[] Cache = new double[3];

    [Differentiable]
    [At(new double[] { 2, 3, 5 }, Gradient = new double[] { 4, 0, 0 })]
    public static double ByName(double[] x)
    {
        Array.Copy(x, Cache, 3);
        return Cache[0] * Cache[0];
    }

    [Differentiable]
    [At(new double[] { 2, 3, 5 }, Gradient = new double[] { 3, 2, 0 })]
    public static double ByAnotherName(double[] x)
    {
        double[] cache = Cache;
        x.CopyTo(cache, 0);
        return cache[0] * cache[1];
    }

    [Differentiable]
    [At(3.0, Gradient = new double[] { 1 })]
    public static double Filled(double x)
    {
        Cache.AsSpan().Fill(x);
        return Cache[0];
    }

    [Differentiable]
    [At(3.0, Gradient = new double[] { 1 })]
    public static double InALoop(double x)
    {
        double[] a = new double[2];
        for (int i = 0; i < 2; i++)
        {
            a[0] = x;
            a = Cache;
        }

        return a[0];
    }

    [Differentiable]
    [At(3.0, Gradient = new double[] { 1 })]
    public static double ByACall(double x)
    {
        Put(Cache, x);
        return Cache[0];
    }

    [Differentiable]
    [At(new double[] { 2, 3 }, 3.0)]
    private static void Put(double[] a, double value) => a[0] = value;
}
