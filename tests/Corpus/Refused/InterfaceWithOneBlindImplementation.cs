// expect: refused or right
// expect-id: DIFF0103 at: Of(new Square(), x)
using System;
using AutoDiff;

namespace Corpus.Refused;

public static partial class InterfaceWithOneBlindImplementation
{
    public interface IShape
    {
        double Area(double x);
    }

    public sealed partial class Square : IShape
    {
        [Differentiable]
        public double Area(double x) => x * x;
    }

    public sealed class Blind : IShape
    {
        public double Area(double x) => 2 * x;
    }

    [Differentiable]
    [At(3.0, Gradient = new double[] { 6 })]
    public static double F(double x) => Of(new Square(), x);

    private static double Of(IShape shape, double x) => shape.Area(x);
}
