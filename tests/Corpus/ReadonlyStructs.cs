using System;
using System.Collections.Generic;
using System.Linq;
using AutoDiff;

namespace Corpus;

/// <summary>Arrays of structs whose members cannot be assigned: an element is made anew, and so is its adjoint.</summary>
public static partial class ReadonlyStructs
{
    public readonly record struct Spot(double X, double Y)
    {
        public double Length => Math.Sqrt(X * X + Y * Y);

        public static Spot operator +(Spot a, Spot b) => new(a.X + b.X, a.Y + b.Y);

        public static Spot operator *(double k, Spot a) => new(k * a.X, k * a.Y);
    }

    /// <summary>All that is in it can be given: a struct in a property, and a number that is a constant.</summary>
    public readonly record struct Edge(Spot From, Spot To, int Weight);

    public struct Holder
    {
        public double B;

        public Spot In { get; set; }
    }

    [Differentiable]
    [At(new double[] { 1, 2, -0.5, 0.7, 3, 1.1 })]
    public static double Perimeter([Shape(3)] Spot[] spots)
    {
        double sum = 0;
        for (int i = 0; i < spots.Length; i++)
        {
            Spot a = spots[i], b = spots[(i + 1) % spots.Length];
            sum += (a + -1 * b).Length + a.X * b.Y;
        }

        return sum;
    }

    [Differentiable]
    [At(new double[] { 1, 2, -0.5, 0.7, 3, 1.1 }, 0.3, 2)]
    public static void Relax([Shape(3)] Spot[] spots, double k, int steps)
    {
        for (int t = 0; t < steps; t++)
        {
            for (int i = 1; i < spots.Length; i++)
            {
                Spot moved = k * spots[i - 1] + spots[i];
                spots[i] = moved with { Y = moved.Length * spots[i].X };
            }

            (spots[0], spots[2]) = (spots[2], spots[0]);
        }
    }

    [Differentiable]
    [At(0.9, 0.4, 4)]
    [Allocates("arrays of this kind are not pooled")]
    public static double MadeHere(double x, double y, int n)
    {
        Spot[] spots = [new(x, y), new(y, x), new(x * y, 1)];
        Spot total = spots[0];
        for (int i = 0; i < n; i++)
        {
            int at = i % spots.Length;
            if (spots[at].X > 0.5) spots[at] = new Spot(spots[at].Y * x, spots[at].X);
            total += spots[at];
        }

        return total.Length + spots.Sum(spot => spot.X * spot.X);
    }

    [Differentiable]
    [At(new double[] { 1, 2, 3, -1 }, 0.8)]
    [Allocates("arrays of this kind are not pooled")]
    public static double InALinq(double[] xs, double y)
    {
        Spot[] all = xs.Select(x => new Spot(x, y * x)).ToArray();
        var kept = new List<Spot>();
        foreach (Spot spot in all)
            if (spot.X > 0) kept.Add(y * spot);
        double sum = 0;
        foreach (Spot spot in kept) sum += spot.Length;
        return sum;
    }

    [Differentiable]
    [At(0.9, 0.4)]
    [Allocates("arrays of this kind are not pooled")]
    public static double Nested(double x, double y)
    {
        var edges = new Edge[2];
        for (int i = 0; i < edges.Length; i++) edges[i] = new Edge(new Spot(x, i), new Spot(i * x, y), i + 1);
        edges[1] = edges[1] with { To = edges[0].From + edges[1].From };
        double sum = 0;
        foreach (Edge edge in edges) sum += edge.Weight * (edge.From.X * edge.To.Y + edge.To.X * edge.From.Y);
        return sum;
    }

    [Differentiable]
    [At(2.0, 3.0, Gradient = new double[] { 12, 4 })]
    [Allocates("arrays of this kind are not pooled")]
    public static double InAProperty(double x, double y)
    {
        var all = new Holder[2];
        all[0].In = new Spot(x * y, 0);
        return all[0].In.X * x;
    }

    [Differentiable]
    [At(new double[] { 2, 4, 3, 1, -1, 5 }, 3.0)]
    public static double Held([Shape(2)] Holder[] all, double y)
    {
        double sum = 0;
        for (int i = 0; i < all.Length; i++)
        {
            all[i].B *= all[i].In.X;
            sum += all[i].In.Y * y * all[i].B;
        }

        return sum;
    }
}
