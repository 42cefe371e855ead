using System;
using AutoDiff;

namespace Corpus;

/// <summary>Interface, abstract and virtual methods, all of whose implementations are differentiable; the objects are constants.</summary>
public static partial class Dispatch
{
    public interface IShape
    {
        double Area(double x);
    }

    public sealed partial class Square : IShape
    {
        [Differentiable]
        [At(0.7)]
        public double Area(double x) => x * x;
    }

    public partial class Disc : IShape
    {
        public double Factor { get; init; } = 3;

        [Differentiable]
        [At(0.7)]
        public double Area(double x) => Factor * Math.Sin(x);
    }

    /// <summary>Inherits what it is asked for.</summary>
    public sealed class Ring : Disc;

    public readonly partial struct Cube : IShape
    {
        [Differentiable]
        [At(0.7)]
        public double Area(double x) => 6 * x * x * x;
    }

    public abstract class Force
    {
        public abstract double At(double x, double[] a);

        protected virtual double Scale(double x) => 2 * x;

        public static double Twice(double x) => 2 * x;
    }

    public sealed partial class Spring : Force
    {
        [Differentiable]
        [At(0.7, new double[] { 1, 2 })]
        public override double At(double x, double[] a) => a[0] * x + Scale(x) + Twice(a[1]);
    }

    public sealed partial class Damper : Force
    {
        [Differentiable]
        [At(0.7, new double[] { 1, 2 })]
        public override double At(double x, double[] a)
        {
            double sum = 0;
            foreach (double each in a) sum += each * x * Scale(each);
            return sum;
        }

        protected override double Scale(double x) => base.Scale(x) * x;
    }

    public partial class Layer
    {
        [Differentiable]
        [At(0.7)]
        public virtual double Apply(double x) => x * x;

        /// <summary>The object itself decides what is applied.</summary>
        [Differentiable]
        [At(0.7)]
        public double Repeated(double x)
        {
            for (int i = 0; i < 3; i++) x = Apply(x) + 0.1;
            return x;
        }
    }

    public partial class Bent : Layer
    {
        [Differentiable]
        [At(0.7)]
        public override double Apply(double x) => Math.Tanh(base.Apply(x)) * x;
    }

    public sealed partial class Sharp : Bent
    {
        [Differentiable]
        [At(0.7)]
        public sealed override double Apply(double x) => base.Apply(2 * x);
    }

    private static IShape ShapeAt(int i) => i switch { 0 => new Square(), 1 => new Disc(), 2 => new Cube(), _ => new Ring() };

    private static Layer LayerAt(int i) => i switch { 0 => new Layer(), 1 => new Bent(), _ => new Sharp() };

    [Differentiable]
    [At(0.7)]
    [Allocates("the objects of the plain method")]
    public static double OfAnInterface(double x)
    {
        double sum = 0;
        for (int i = 0; i < 4; i++)
        {
            sum += ShapeAt(i).Area(x * (i + 1)) * x;
            if (sum > 1) x *= 0.5;
        }
        return sum;
    }

    [Differentiable]
    [At(0.7, 1.3)]
    [Allocates("the objects of the plain method")]
    public static double OfASumOfShapes(double x, double y)
    {
        IShape first = new Square(), second = new Disc { Factor = 2 };
        x *= first.Area(y + x++) - second.Area(x);
        return first.Area(second.Area(x)) * y;
    }

    [Differentiable]
    [At(0.7, new double[] { 1.2, -0.4 })]
    [Allocates("the objects of the plain method")]
    public static double OfAnAbstractClass(double x, double[] a)
    {
        var forces = new Force[] { new Spring(), new Damper() };
        double sum = 0;
        foreach (Force force in forces)
        {
            a[0] *= force.At(x, a);
            sum += a[0] * x;
        }
        return sum;
    }

    [Differentiable]
    [At(0.6)]
    [Allocates("the objects of the plain method")]
    public static double OfLayers(double x)
    {
        for (int i = 0; i < 3; i++) x = LayerAt(i).Apply(x) + x;
        return x;
    }

    [Differentiable]
    [At(0.6)]
    [Allocates("the objects of the plain method")]
    public static double OfTemplates(double x) => LayerAt(0).Repeated(x) * LayerAt(1).Repeated(x) + LayerAt(2).Repeated(x);

    /// <summary>The type is known: no test is needed.</summary>
    [Differentiable]
    [At(0.6)]
    [Allocates("the objects of the plain method")]
    public static double OfKnownTypes(double x)
    {
        var sharp = new Sharp();
        return new Bent().Apply(x) * sharp.Apply(x) + new Cube().Area(x);
    }

    public interface IPayoff
    {
        double Of(double price);
    }

    public sealed partial class Call : IPayoff
    {
        public double Strike = 1;

        [Differentiable]
        [At(1.7)]
        public double Of(double price) => Math.Max(price - Strike, 0);
    }

    public sealed partial class Power : IPayoff
    {
        public double Exponent { get; set; } = 1.5;

        [Differentiable]
        [At(1.7)]
        public double Of(double price) => Math.Pow(price, Exponent);
    }

    /// <summary>A random number changes nothing that the payoff reads.</summary>
    [Differentiable]
    [At(1.1, 0.3, true, 12)]
    [At(1.1, 0.3, false, 12)]
    [Allocates("the objects of the plain method")]
    public static double ByMonteCarlo(double spot, double volatility, bool call, int paths)
    {
        IPayoff payoff = call ? new Call { Strike = 0.9 } : new Power();
        var random = new Random(7);
        double sum = 0;
        for (int i = 0; i < paths; i++)
        {
            double normal = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
            sum += payoff.Of(spot * Math.Exp(volatility * normal - 0.5 * volatility * volatility));
        }

        return sum / paths;
    }
}
