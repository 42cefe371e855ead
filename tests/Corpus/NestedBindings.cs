using System;
using AutoDiff;

namespace Corpus;

/// <summary>Patterns behind another condition, and those with dots in them.</summary>
public static partial class NestedBindings
{
    public sealed class Box
    {
        public double V;
        public Box(double v) => V = v;
    }

    public sealed record Pair(double V, double W);
    public sealed record Venue(int Code);
    public readonly record struct Quote(double Bid, Venue Venue);
    public record struct Named(double Bid, string Venue);
    private static Box Make(double x) => new Box(x * x);
    [Differentiable]
    [At(2.0, 1)]
    [At(2.0, 0)]
    [At(-2.0, 1)]
    public static double NewObject(double x, int k)
    {
        if (k > 0 && new Box(x)is { V: > 0 } b)
            return b.V * b.V;
        return x;
    }

    [Differentiable]
    [At(2.0, 1)]
    [At(2.0, 0)]
    public static double MadeAndChanged(double x, int k)
    {
        if (k > 0 && Make(x)is { } b && b.V > 1)
        {
            b.V += 1;
            return b.V * b.V;
        }

        return x;
    }

    [Differentiable]
    [At(new double[] { 1.5, -2, 3 })]
    public static double MadeInALoop(double[] x)
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            if (x[i] > 0 && Make(x[i])is { V: > 1 } b)
            {
                b.V *= x[0];
                sum += b.V;
            }
            else
                sum += x[i];
        }

        return sum;
    }

    [Differentiable]
    [At(2.0, 1)]
    [At(2.0, 0)]
    public static double RecordByPosition(double x, int k) => k > 0 && new Pair(x, 2 * x)is (> 1, var w) && w > 0 ? w * w : x;
    [Differentiable]
    [At(3.0, 1)]
    [At(3.0, 2)]
    [Allocates("the venue")]
    public static double DottedMember(double bid, int code) => new Quote(bid, new Venue(code))is { Venue.Code: 1 } ? bid * bid : bid;
    [Differentiable]
    [At(3.0, 1)]
    [At(3.0, 2)]
    [Allocates("the venue")]
    public static double DottedArm(double bid, int code)
    {
        var venue = new Venue(code);
        var quote = new Quote(bid, venue);
        return quote switch
        {
            { Venue.Code: 1 } => bid * bid,
            _ => bid
        };
    }

    [Differentiable]
    [At(1.5, "X")]
    [At(1.5, "XY")]
    public static double DottedLength(double bid, string venue) => new Named(bid, venue)is { Venue.Length: 1 } ? bid : 2 * bid;
    [Differentiable]
    [At(2.0, 4)]
    public static double NumbersOfAnAnonymousObject(double x, int n)
    {
        var p = new
        {
            N = n
        };
        var box = new Box(x);
        for (int i = 0; i < p.N; i++)
            box.V *= x;
        return box.V;
    }
}
