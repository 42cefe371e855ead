// expect: refused
// expect-id: DIFF0101 at: b.V -= dt * b.X;
// expect-id: DIFF0101 at: l.W[0]
// expect-id: DIFF0101 at: Spanned
// expect-id: DIFF0103 at: bodies[0].Kick()
using System;
using AutoDiff;

namespace Corpus.Refused;

/// <summary>Objects in arrays that the method is given may be found in two places, and are not changed there.</summary>
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
    }

    [Differentiable]
    public static double Moved(Body[] bodies, double dt)
    {
        foreach (Body b in bodies)
        {
            b.V -= dt * b.X;
        }
        return bodies[0].V;
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
