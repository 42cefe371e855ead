// expect: refused
// expect-id: DIFF0101 at: new[] { new Positive(x, y), new Positive(y, x) }
// expect-id: DIFF0101 at: xs.Select(x => new Positive(x, y)).ToArray()
// expect-id: DIFF0006 at: [Shape(1)] Positive[] all
// structs in an array are stored, and their adjoints added to, member by member: members that cannot be assigned need a constructor that stores them as they are
using System;
using System.Linq;
using AutoDiff;

namespace Corpus.Refused;

public static partial class StructsThatCannotBeMadeAnew
{
    public readonly struct Positive
    {
        public readonly double A, B;

        public Positive(double a, double b)
        {
            A = Math.Abs(a);
            B = Math.Abs(b);
        }
    }

    [Differentiable]
    [At(2.0, 3.0, Gradient = new double[] { 3, 2 })]
    public static double Filled(double x, double y)
    {
        Positive[] all = new[] { new Positive(x, y), new Positive(y, x) };
        return all[0].A * all[1].A;
    }

    [Differentiable]
    [At(new double[] { 2, 4 }, 3.0, Gradient = new double[] { 3, 0, 2 })]
    public static double Selected(double[] xs, double y)
    {
        Positive[] all = xs.Select(x => new Positive(x, y)).ToArray();
        return all[0].A * all[1].B;
    }

    [Differentiable]
    [At(new double[] { 2, 4 }, 3.0, Gradient = new double[] { 3, 0, 2 })]
    public static double Given([Shape(1)] Positive[] all, double y) => all[0].A * y;
}
