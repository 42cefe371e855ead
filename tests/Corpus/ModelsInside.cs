using System;
using System.Collections.Generic;
using AutoDiff;

namespace Corpus;

/// <summary>What models hold: objects that are got, structs that hold objects, parameters that are structs, members that the method does not look at.</summary>
public static partial class ModelsInside
{
    [Differentiable]
    [At(new double[] { 0.4, 0.3, 1.2 }, 0.7)]
    public static double Got(HoldsPublicObjects m, double x) => m.First.Of(x) * m.Second.Of(x) * m.Third.Of(x);

    [Differentiable]
    [At(new double[] { 0.4, 0.3 }, 0.7)]
    public static double InARecord(HoldsInARecord m, double x) => m.Inner.Of(x) * m.K;

    [Differentiable]
    [At(new double[] { 0.4, 0.3 }, 0.7)]
    public static double InAStruct(HoldsInAStruct m, double x) => m.Of(x);

    [Differentiable]
    [Allocates("the elements of the adjoint")]
    [At(new double[] { 0.4, 0.3, -0.6, 1.2 }, 0.7)]
    public static double InStructs([Shape(2)] HoldsInAStruct[] m, double x) => m[0].Of(x) * m[1].Of(x * x);

    /// <summary>A parameter of the constructor that is a struct, and is changed in part.</summary>
    [Differentiable]
    [At(new double[] { 0.4, 0.3 }, 0.7)]
    public static double ChangedParameter(HoldsAChangedParameter m, double x) => m.Of(x) + m.Of(x);

    [Differentiable]
    [At(0.7)]
    public static double ChangedParameterOfOwn(double x)
    {
        var m = new HoldsAChangedParameter(new InsidePair { X = x, Y = 2 });
        HoldsAChangedParameter same = m;
        double sum = m.Of(x);
        return sum + same.Of(x);
    }

    /// <summary>A property that only gives a private array is the array.</summary>
    [Differentiable]
    [At(new double[] { 0.5, 1, 2, 3 }, 0.7)]
    public static double GivenArray([Shape(3)] HoldsAGivenArray m, double x)
    {
        double sum = m.Of(x);
        foreach (double w in m.W) sum += w * x;
        for (int i = 0; i < m.W.Length; i++) m.W[i] *= x;
        return sum + m.W[0] * m.W[2];
    }

    /// <summary>Members that cannot be taken apart, and that the method does not read.</summary>
    [Differentiable]
    [At(new double[] { 0.4 }, 0.7)]
    public static double Unread(HoldsMore m, double x) => m.Of(x);

    /// <summary>No constructor runs where a derivative needs an object.</summary>
    [Differentiable]
    [At(new double[] { 0.4 }, 0.7)]
    public static double NotMade(HoldsEffects m, double x) => m.A * x;

    [Differentiable]
    [At(new double[] { 0.4 }, 0.7)]
    public static double InATuple(Inside m, double x)
    {
        var pair = (m, x);
        pair.m.Scale(x);
        return pair.m.Of(pair.x) + m.Of(2);
    }

    [Differentiable]
    [At(new double[] { 0.4 }, 0.7)]
    public static double InAnAnonymousObject(Inside m, double x)
    {
        var both = new { Model = m, X = x };
        return both.Model.Of(both.X);
    }

    [Differentiable]
    [At(new double[] { 0.4 }, 0.7)]
    public static double InAnObject(Inside m, double x) => new InsideWrapped(m, x).Of();
}

public sealed class Inside
{
    private double _k = 0.4;

    public double Of(double x) => _k * x;

    public void Scale(double x) => _k *= x;
}

public sealed class InsideWrapped(Inside model, double x)
{
    public double Of() => model.Of(x);
}

public sealed class HoldsPublicObjects
{
    private readonly Inside _third = new();

    public readonly Inside First = new();

    public Inside Second { get; } = new();

    public Inside Third => _third;
}

public sealed record HoldsInARecord(Inside Inner, double K);

public readonly struct HoldsInAStruct(Inside inner, double k)
{
    private readonly Inside _inner = inner;
    private readonly double _k = k;

    public double Of(double x) => _inner.Of(x) * _k;
}

public struct InsidePair
{
    public double X, Y;
}

public sealed class HoldsAChangedParameter(InsidePair pair)
{
    public double Of(double x)
    {
        pair.X = x * pair.X;
        return pair.X * pair.Y;
    }
}

public sealed class HoldsAGivenArray
{
    private readonly double[] _w = [1, 2, 3];

    public double Scale { get; set; }

    public double[] W => _w;

    public double Of(double x) => Scale * x * W[1];
}

public sealed class HoldsMore
{
    private readonly List<double> _losses = [];
    private readonly double[][,] _blocks = [];
    private readonly Func<double, double> _function = Math.Tanh;
    private double? _last;
    private double _k = 0.4;

    public Dictionary<string, double> Cache { get; } = [];

    public double Of(double x) => _k * x;

    public double Report(double x)
    {
        _losses.Add(_function(x));
        _last = _losses[^1];
        return _last.Value + _blocks.Length;
    }
}

public class HoldsEffects
{
    public double A = Refuse();

    public HoldsEffects() => throw new InvalidOperationException();

    private static double Refuse() => throw new InvalidOperationException();
}
