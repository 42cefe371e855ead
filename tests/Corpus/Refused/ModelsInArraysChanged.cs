// expect: refused
// expect-id: DIFF0101 at: b.Held.V -= dt * b.Held.X;
// expect-id: DIFF0101 at: b.Position += dt * b.Position;
// expect-id: DIFF0101 at: l.W[0]
// expect-id: DIFF0101 at: Spanned
// expect-id: DIFF0103 at: bodies[0].Kick()
using System;
using AutoDiff;

namespace Corpus.Refused;

/// <summary>
/// Objects in arrays that the method is given are changed where the companions can see whether one is in two places: not where they hold objects, or
/// are made anew.
/// </summary>
public static partial class ModelsInArraysChanged
{
    public class Body
    {
        public double X, V;

        public void Kick()
        {
            try
            {
                X *= 2;
            }
            catch (InvalidOperationException)
            {
            }
        }
    }

    public sealed class Layer
    {
        public double[] W = [];
        public Body[] Bodies = [];
    }

    public sealed class Holder
    {
        public double Weight;
        public Body Held = new();
    }

    public readonly record struct Vec(double X, double Y)
    {
        public static Vec operator +(Vec a, Vec b) => new(a.X + b.X, a.Y + b.Y);

        public static Vec operator *(double k, Vec a) => new(k * a.X, k * a.Y);
    }

    public sealed class Particle
    {
        public Vec Position { get; set; }
    }

    [Differentiable]
    public static double Moved(Holder[] holders, double dt)
    {
        foreach (Holder b in holders)
        {
            b.Held.V -= dt * b.Held.X;
        }
        return holders[0].Held.V;
    }

    [Differentiable]
    public static double MadeAnew(Particle[] particles, double dt)
    {
        foreach (Particle b in particles)
        {
            b.Position += dt * b.Position;
        }
        return particles[0].Position.X;
    }

    [Differentiable]
    public static double Stored(Layer[] layers, double x)
    {
        foreach (Layer l in layers) l.W[0] = x;
        return layers[0].W[0];
    }

    [Differentiable]
    public static double Spanned(Body[] bodies)
    {
        double sum = 0;
        foreach (Body b in bodies.AsSpan(1)) sum += b.X;
        return sum;
    }

    [Differentiable]
    public static double Kicked(Body[] bodies)
    {
        bodies[0].Kick();
        return bodies[0].X;
    }
}
