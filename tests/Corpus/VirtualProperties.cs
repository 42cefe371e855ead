using AutoDiff;

namespace Corpus;

/// <summary>Automatic properties that classes override: by the name of one, what the class of the object says is read and assigned.</summary>
public static partial class VirtualProperties
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

    public class Own
    {
        public virtual double X { get; private set; } = 0.4;

        public double Times(double k) => X * k;
    }

    public sealed class Squared : Own
    {
        public override double X => base.X * base.X;
    }

    [Differentiable]
    [At(new double[] { 0.4 }, 0.7)]
    public static double Read(Doubled m, double x) => m.X * x;

    [Differentiable]
    [At(new double[] { 0.4 }, 0.7)]
    public static double Assigned(Doubled m, double x)
    {
        m.X *= x;
        return m.X * x;
    }

    [Differentiable]
    [At(new double[] { 0.4 }, 0.7)]
    public static double ByAnInheritedMethod(Squared m, double x) => m.Times(x) * m.X;

    public record Given
    {
        public virtual double X { get; init; } = 0.4;

        public double Times(double k) => X * k;
    }

    public record GivenThrice : Given
    {
        public override double X
        {
            get => base.X * 2;
            init => base.X = value * 3;
        }
    }

    [Differentiable]
    [At(0.7)]
    public static double With(double x)
    {
        Given given = new GivenThrice { X = x };
        Given other = given with { X = given.X * x };
        return other.X * other.Times(x) + given.X;
    }

    [Differentiable]
    [At(0.7)]
    public static double Made(double x)
    {
        var own = new Doubled();
        own.X = x;
        Plain plain = own;
        return plain.X * x;
    }
}
