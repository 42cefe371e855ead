using System;
using System.Collections.Generic;
using System.Linq;
using AutoDiff;

namespace Corpus;

/// <summary>Structs that nothing changes among the classes of an interface.</summary>
public static partial class StructsInFamilies
{
    public interface IDist
    {
        double L(double x);
    }

    public readonly record struct Nd(double M) : IDist
    {
        public double L(double x) => -(x - M) * (x - M);
    }

    public sealed class Gd(double a) : IDist
    {
        public double L(double x) => a * x;
    }

    public struct Sd : IDist
    {
        public double M;
        public double L(double x) => x * x * M;
    }

    public readonly struct Pd(double m) : IDist
    {
        public double L(double x) => x * x * m;
    }

    public readonly struct Cd : IDist
    {
        public double M { get; }

        public Cd(double m)
        {
            M = m;
        }

        public double L(double x) => x * x * M;
    }

    [Differentiable]
    [Allocates("the objects")]
    [At(2.0, 3.0)]
    public static double RecordBraces(double x, double y)
    {
        IDist[] d =
        {
            new Nd(y)
        };
        return d[0].L(x);
    }

    [Differentiable]
    [Allocates("the objects")]
    [At(2.0, 3.0)]
    public static double RecordCollection(double x, double y)
    {
        IDist[] d = [new Nd(y)];
        return d[0].L(x);
    }

    [Differentiable]
    [Allocates("the objects")]
    [At(2.0, 3.0)]
    public static double StructPrimary(double x, double y)
    {
        IDist[] d = [new Pd(y)];
        return d[0].L(x);
    }

    [Differentiable]
    [Allocates("the objects")]
    [At(2.0, 3.0)]
    public static double StructConstructor(double x, double y)
    {
        IDist[] d = [new Cd(y)];
        return d[0].L(x);
    }

    [Differentiable]
    [Allocates("the objects")]
    [At(2.0, 3.0)]
    public static double NewArray(double x, double y)
    {
        var d = new IDist[]
        {
            new Nd(y)
        };
        return d[0].L(x);
    }

    [Differentiable]
    [Allocates("the objects")]
    [At(2.0, 3.0)]
    public static double ListCollection(double x, double y)
    {
        List<IDist> d = [new Nd(y)];
        return d[0].L(x);
    }

    [Differentiable]
    [Allocates("the objects")]
    [At(2.0, 3.0)]
    public static double Stored(double x, double y)
    {
        var d = new IDist[1];
        d[0] = new Nd(y);
        return d[0].L(x);
    }

    [Differentiable]
    [Allocates("the objects")]
    [At(2.0, 3.0)]
    public static double Variable(double x, double y)
    {
        var n = new Nd(y);
        IDist[] d = [n, n];
        return d[0].L(x) + d[1].L(y + 1);
    }

    [Differentiable]
    [Allocates("the objects")]
    [At(2.0, 3.0)]
    public static double Query(double x, double y)
    {
        IDist[] d = [new Nd(y), new Nd(x)];
        return d.Sum(e => e.L(x + y));
    }
}
