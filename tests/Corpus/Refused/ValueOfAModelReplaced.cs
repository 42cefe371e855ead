// expect: refused
// expect-id: DIFF0101 at: Replaced
// expect-id: DIFF0101 at: Multiplied
using System.Numerics;
using AutoDiff;

namespace Corpus.Refused;

/// <summary>Values in an object that the method is given, which can only be made anew, and are.</summary>
public static partial class ValueOfAModelReplaced
{
    public struct Pair
    {
        public double X, Y;
    }

    public sealed class Cell
    {
        public Pair Corner { get; set; }

        public Complex Pole;

        public double Weight;
    }

    [Differentiable]
    public static double Replaced(Cell c, double x)
    {
        c.Corner = new Pair { X = x };
        return c.Corner.X * c.Weight;
    }

    [Differentiable]
    public static double Multiplied(Cell c, double x)
    {
        c.Pole *= x;
        return c.Pole.Real * c.Weight;
    }
}
