using System;
using System.Numerics;
using AutoDiff;

namespace Corpus;

/// <summary>Arrays of structs, their fields updated in place.</summary>
public static partial class StructArrays
{
    public struct Body
    {
        public double X, V, Mass;
    }

    public record struct Spot(double X, double Y);

    [Differentiable]
    [At(new double[] { 1, 0.1, 2, -1, 0.2, 3, 0.5, -0.3, 1 }, 3)]
    public static double Energy([Shape(3)] Body[] bodies, int steps)
    {
        for (int t = 0; t < steps; t++)
        {
            for (int i = 0; i < bodies.Length; i++)
            {
                double force = 0;
                for (int j = 0; j < bodies.Length; j++)
                    if (i != j) force += bodies[j].Mass * (bodies[j].X - bodies[i].X);
                bodies[i].V += 0.01 * force;
            }

            for (int i = 0; i < bodies.Length; i++) bodies[i].X += 0.1 * bodies[i].V;
        }

        double energy = 0;
        foreach (Body b in bodies) energy += 0.5 * b.Mass * b.V * b.V;
        return energy;
    }

    [Differentiable]
    [At(new double[] { 1, 2, 0.5, 0.7, -1, 1 }, 2.0)]
    public static double PathLength([Shape(3)] Spot[] spots, double k)
    {
        double sum = 0;
        for (int i = 0; i + 1 < spots.Length; i++)
        {
            double dx = spots[i + 1].X - spots[i].X, dy = spots[i + 1].Y - spots[i].Y;
            sum += Math.Sqrt(dx * dx + dy * dy) * k;
        }

        return sum;
    }

    [Differentiable]
    [At(0.9, 4)]
    [Allocates("arrays of this kind are not pooled")]
    public static double MadeHere(double x, int n)
    {
        var spots = new Spot[n];
        for (int i = 0; i < n; i++)
        {
            spots[i] = new Spot(x * i, x + i);
            spots[i].X += 1;
            spots[i].Y *= spots[i].X;
        }

        (spots[0], spots[1]) = (spots[1], spots[0]);
        Spot copy = spots[2];
        spots[2].X = 0;
        double sum = copy.X * copy.Y;
        for (int i = 0; i < n; i++) sum += spots[i].X * spots[i].Y;
        return sum;
    }

    [Differentiable]
    [At(new double[] { 1, 2, 0.5, 0.7 }, 1)]
    public static void MoveInPlace([Shape(2)] Spot[] spots, int i)
    {
        spots[i--].X *= spots[i].Y;
        Scale(ref spots[i], spots[1].X);
        ref Spot other = ref spots[1];
        other.Y += spots[0].X;
    }

    private static void Scale(ref Spot s, double k)
    {
        s.X *= k;
        s.Y /= k;
    }

    // The generator failed: it took spans of structs for constants.
    [Differentiable]
    [At(new double[] { 1, 2, 0.5, 0.7 }, 1.5)]
    public static double Spans([Shape(2)] Spot[] spots, double k)
    {
        Span<Spot> made = stackalloc Spot[2];
        made[0].X = k;
        made[1] = spots[1];
        double s = 0;
        foreach (Spot spot in made) s += spot.X * spot.Y + spot.X;
        for (int i = 0; i < made.Length; i++)
        {
            made[i].X *= s;
            Scale(ref made[i], made[1 - i].X);
        }

        Span<Spot> last = spots.AsSpan(1);
        last[0].X *= made[^1].Y;
        return spots[0].X * spots[1].X * made[0].X + s;
    }

    [Differentiable]
    [Allocates("arrays of structs are not pooled")]
    [At(0.5f, 2f)]
    public static float Copied(float x, float y)
    {
        Vector3[] a = [new(x, y, 1), new(1, 2, x), new(y)];
        var b = (Vector3[])a.Clone();
        b[0].X *= x;
        a[1].Y = y * y;
        Vector3[] c = a[1..];
        return b[0].X * a[0].X + Vector3.Dot(b[1], c[0]) * c[1].Z;
    }
}
