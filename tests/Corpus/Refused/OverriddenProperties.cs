// expect: refused
// expect-id: DIFF0006 at: Plain m
// expect-id: DIFF0104 at: m.X
// an automatic property that a class overrides: which one runs, only the class of the object says
using AutoDiff;

namespace Corpus.Refused;

public static partial class OverriddenProperties
{
    public class Plain
    {
        public virtual double X { get; set; } = 0.4;
    }

    public sealed class Doubled : Plain
    {
        public override double X
        {
            get => base.X * 2;
            set => base.X = value;
        }
    }

    [Differentiable]
    public static double OfAParameter(Plain m, double x) => m.X * x;

    [Differentiable]
    [At(0.7, 1)]
    [At(0.7, -1)]
    public static double Chosen(double x, int n)
    {
        Plain m = n > 0 ? new Doubled() : new Plain();
        m.X = x;
        return m.X * x;
    }
}
