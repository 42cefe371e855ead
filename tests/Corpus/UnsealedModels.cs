using System;
using AutoDiff;

namespace Corpus;

/// <summary>Virtual methods of models whose classes are not sealed, but from which none derives.</summary>
public static partial class UnsealedModels
{
    public abstract class Curve
    {
        public double A;
        public abstract double Of(double x);
        public virtual double Twice(double x) => 2 * Of(x);
    }

    public class Line : Curve
    {
        public double B;
        public override double Of(double x) => A * x + B;
    }

    public class Bend : Curve
    {
        public double C;
        public override double Of(double x) => A * x * C;
    }

    public class Hook : Bend
    {
        public override double Of(double x) => A * x * C * C;
    }

    [Differentiable]
    [At(new double[] { 1, 2 }, 0.5)]
    public static double OfLine(Line m, double x) => m.Of(x) * m.B + m.Twice(x);
    [Differentiable]
    [At(new double[] { 1, 2 }, 0.5)]
    public static double OfHook(Hook m, double x)
    {
        double sum = 0;
        for (int i = 0; i < 3; i++)
            sum += m.Of(x + i);
        return sum * m.Twice(x);
    }
}
