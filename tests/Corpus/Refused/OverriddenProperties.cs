// expect: refused
// expect-id: DIFF0006 at: Plain m
// expect-id: DIFF0104 at: m.X
// expect-id: DIFF0101 at: new BegunAnew(x)
// expect-id: DIFF0104 at: new BegunAnew(x)
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

    public class Begun
    {
        public virtual double X { get; set; }

        public double Y { get; }

        public Begun(double x)
        {
            X = x;
            Y = X * X;
        }
    }

    public sealed class BegunAnew : Begun
    {
        public override double X { get; set; } = 5;

        public BegunAnew(double x)
            : base(x)
        {
        }
    }

    /// <summary>What the constructor of the base class assigns is the property of the class that is made.</summary>
    [Differentiable]
    [At(0.7)]
    public static double InAConstructor(double x)
    {
        var made = new BegunAnew(x);
        return made.X * made.Y * x;
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
