using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using AutoDiff;

namespace Corpus;

/// <summary>Objects known under an interface in collections, tuples, results and members.</summary>
public static partial class ObjectsByAnotherName
{
    public interface IShape
    {
        double Area();
    }

    public class Circle(double r) : IShape
    {
        public double Area() => Math.PI * r * r;
    }

    public class Square(double a) : IShape
    {
        public double Area() => a * a;
    }

    [Differentiable]
    [Allocates("the array")]
    [At(1.5, 2.5)]
    public static double A(double x, double y)
    {
        double s = 0;
        foreach (var f in new IShape[]
        {
            new Circle(x),
            new Square(y)
        }

        )
            s += f.Area() * s + f.Area();
        return s;
    }

    [Differentiable]
    [Allocates("the array")]
    [At(1.5, 2.5)]
    public static double B(double x, double y) => new IShape[]
    {
        new Circle(x),
        new Square(y)
    }.Sum(f => f.Area());
    [Differentiable]
    [Allocates("the array")]
    [At(1.5, 2.5)]
    public static double C(double x, double y) => Total(new Circle(x), new Square(y), new Circle(x * y));
    static double Total(params IShape[] all)
    {
        double s = 0;
        foreach (var f in all)
            s += f.Area();
        return s;
    }

    [Differentiable]
    [Allocates("the array")]
    [At(1.5, 2.5)]
    public static double D(double x, double y)
    {
        IShape[] all = [new Circle(x), new Square(y)];
        return Total2(all) + Total2(new List<IShape> { new Circle(y) });
    }

    static double Total2(IEnumerable<IShape> all) => all.Sum(f => f.Area());
    [Differentiable]
    [Allocates("the array")]
    [At(1.5, 2.5)]
    public static double E(double x, double y)
    {
        var all = new List<IShape>();
        for (int i = 0; i < 4; i++)
            all.Add(i % 2 == 0 ? new Circle(x + i) : new Square(y * i));
        return all.Max(f => f.Area()) + all.OrderBy(f => f.Area()).First().Area();
    }

    [Differentiable]
    [Allocates("the array")]
    [At(1.5, 2.5)]
    public static double F(double x, double y)
    {
        var all = new IShape[3];
        for (int i = 0; i < 3; i++)
            all[i] = i == 1 ? new Circle(x) : new Square(y + i);
        double s = 0;
        for (int i = 0; i < all.Length; i++)
            s += (i + 1) * all[i].Area();
        return s;
    }

    [Differentiable]
    [Allocates("the array")]
    [At(1.5, 2.5)]
    public static double G(double x, double y)
    {
        IShape? best = null;
        double big = 0;
        foreach (var f in new IShape[]
        {
            new Circle(x),
            new Square(y)
        }

        )
        {
            if (f.Area() > big)
            {
                big = f.Area();
                best = f;
            }
        }

        return best!.Area() * x;
    }

    public abstract class Animal
    {
        protected double weight;
        protected Animal(double w) => weight = w;
        public abstract double Food { get; }

        public virtual Animal Grow(double k) => this;
        public static Animal Make(string s, double w) => s == "cat" ? new Cat(w) : new Dog(w, 2);
    }

    public class Cat : Animal
    {
        public Cat(double w) : base(w)
        {
        }

        public override double Food => weight * 0.1;

        public override Animal Grow(double k) => new Cat(weight * k);
    }

    public class Dog : Animal
    {
        double f;
        public Dog(double w, double f) : base(w)
        {
            this.f = f;
        }

        public override double Food => weight * f + 1;
    }

    [Differentiable]
    [At(1.5, 2.5, "cat")]
    [At(1.5, 2.5, "dog")]
    public static double I(double x, double y, string s) => Animal.Make(s, x).Food * y;
    [Differentiable]
    [At(1.5, 2.5, "cat")]
    [At(1.5, 2.5, "dog")]
    public static double J(double x, double y, string s)
    {
        Animal a = Animal.Make(s, x);
        return a.Grow(y).Food + a.Food;
    }

    public sealed class Scene(IShape a, params IShape[] rest)
    {
        public double Total() => a.Area() + rest.Length;
    }

    [Differentiable]
    [Allocates("the array")]
    [At(1.5, 2.5)]
    public static double K(double x, double y) => new Scene(new Circle(x)).Total() * y;
    class Neuron(double w, double b, IAct act)
    {
        public double Run(double x) => act.F(w * x + b);
    }

    interface IAct
    {
        double F(double x);
    }

    class Tanh : IAct
    {
        public double F(double x) => Math.Tanh(x);
    }

    class Relu : IAct
    {
        public static readonly Relu Instance = new();
        public double F(double x) => x > 0 ? x : 0;
    }

    class Leaky(double a) : IAct
    {
        public double F(double x) => x > 0 ? x : a * x;
    }

    [Differentiable]
    [At(1.5, 0.5, 0.2)]
    public static double L(double x, double w, double b) => new Neuron(w, b, new Tanh()).Run(x) + new Neuron(b, w, new Leaky(0.1)).Run(-x);
    [Differentiable]
    [Allocates("the array")]
    [At(1.5, 0.5, 0.2)]
    public static double M(double x, double w, double b)
    {
        var layers = new List<Neuron>
        {
            new(w, b, new Tanh()),
            new(b, w, new Leaky(w)),
            new(w * b, x, new Relu())
        };
        foreach (var n in layers)
            x = n.Run(x);
        return x;
    }

    record struct Hit(double T, IShape S);
    [Differentiable]
    [Allocates("the array")]
    [At(1.5, 0.5)]
    public static double O(double x, double w)
    {
        Hit? best = null;
        foreach (var s in new IShape[]
        {
            new Circle(x),
            new Square(w)
        }

        )
        {
            var h = new Hit(s.Area(), s);
            if (best is null || h.T < best.Value.T)
                best = h;
        }

        return best!.Value.T * best.Value.S.Area();
    }

    [Differentiable]
    [At(1.5, 0.5)]
    public static double P(double x, double w)
    {
        (double, IShape) h = (x, new Circle(w));
        if (x > 1)
            h = (w, new Square(x));
        return h.Item1 * h.Item2.Area();
    }

    [Differentiable]
    [At(1.5, 0.5)]
    public static double Q(double x, double w)
    {
        Func<double, IShape> make = v => v > 1 ? new Circle(v) : new Square(v);
        IShape Local(double v)
        {
            if (v < 1)
                return new Square(v * v);
            return make(v);
        }

        return make(x).Area() + Local(w).Area() * Local(x).Area();
    }
}
