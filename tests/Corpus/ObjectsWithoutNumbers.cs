using System;
using System.Collections.Generic;
using System.Linq;
using AutoDiff;

namespace Corpus;

/// <summary>Objects of classes and structs that hold no numbers with derivatives, and compute with those they are given.</summary>
public static partial class ObjectsWithoutNumbers
{
    public interface IShape
    {
        double Area(double r);
    }

    public partial class Circle : IShape
    {
        [Differentiable]
        [At(1.5)]
        public double Area(double r) => Math.PI * r * r;
    }

    public partial class Square : IShape
    {
        [Differentiable]
        [At(1.5)]
        public double Area(double r) => r * r;
    }

    public partial class Scaled(double k) : IShape
    {
        public double Area(double r) => k * r * r * r;
    }

    [Differentiable]
    [Allocates("the array")]
    [At(1.5)]
    public static double InArray(double x)
    {
        IShape[] shapes =
        {
            new Circle(),
            new Square(),
            new Scaled(2)
        };
        double s = 0;
        foreach (var f in shapes)
            s += f.Area(x);
        return s;
    }

    [Differentiable]
    [Allocates("the array")]
    [At(1.5)]
    public static double InList(double x)
    {
        var shapes = new List<IShape>
        {
            new Circle(),
            new Square(),
            new Scaled(2)
        };
        double s = 0;
        for (int i = 0; i < shapes.Count; i++)
            s += shapes[i].Area(x) * i;
        return s;
    }

    [Differentiable]
    [At(1.5, 0)]
    [At(1.5, 1)]
    public static double Chosen(double x, int kind)
    {
        IShape f = kind == 0 ? new Circle() : new Square();
        return f.Area(x);
    }

    [Differentiable]
    [At(1.5, 0)]
    [At(1.5, 1)]
    [At(1.5, 2)]
    public static double Switched(double x, int kind)
    {
        IShape f = kind switch
        {
            0 => new Circle(),
            1 => new Square(),
            _ => new Scaled(3)};
        return f.Area(x);
    }

    static IShape Make(string name) => name switch
    {
        "circle" => new Circle(),
        "square" => new Square(),
        _ => throw new ArgumentException(name)};
    [Differentiable]
    [At(1.5, "circle")]
    [At(1.5, "square")]
    [At(1.5, "no", Throws = typeof(ArgumentException))]
    public static double Factory(double x, string name) => Make(name).Area(x) * x;
    [Differentiable]
    [Allocates("the array")]
    [At(1.5)]
    public static double Queried(double x) => new IShape[]
    {
        new Circle(),
        new Square()
    }.Sum(f => f.Area(x));
    public class Monomial
    {
        private readonly int n;
        public Monomial(int n)
        {
            this.n = n;
        }

        public double At(double x) => Math.Pow(x, n);
    }

    public record class Mono2(int N)
    {
        public double At(double x) => Math.Pow(x, N);
    }

    public struct Mono3
    {
        public int N;
        public double At(double x) => Math.Pow(x, N);
    }

    public enum Kind
    {
        A,
        B
    }

    public readonly record struct Spec(Kind K, string Name)
    {
        public double Of(double x) => K == Kind.A ? x * x : Math.Sin(x);
    }

    [Differentiable]
    [At(1.5)]
    public static double A(double x) => new Monomial(3).At(x);
    [Differentiable]
    [At(1.5)]
    public static double B(double x)
    {
        var m = new Monomial(2);
        return m.At(x) + m.At(2 * x);
    }

    [Differentiable]
    [At(1.5)]
    public static double C(double x) => new Mono2(2).At(x);
    [Differentiable]
    [At(1.5)]
    public static double D(double x) => new Mono3
    {
        N = 3
    }.At(x);
    [Differentiable]
    [At(1.5)]
    public static double E(double x)
    {
        var s = new Spec(Kind.A, "a");
        return s.Of(x);
    }

    [Differentiable]
    [Allocates("the array")]
    [At(1.5)]
    public static double F(double x)
    {
        Spec[] all =
        {
            new(Kind.A, "a"),
            new(Kind.B, "b")
        };
        double t = 0;
        foreach (var s in all)
            t += s.Of(x);
        return t;
    }

    [Differentiable]
    [Allocates("the array")]
    [At(1.5)]
    public static double G(double x)
    {
        Monomial[] all =
        {
            new(1),
            new(2),
            new(3)
        };
        double t = 0;
        foreach (var s in all)
            t += s.At(x);
        return t;
    }

    [Differentiable]
    [Allocates("the array")]
    [At(1.5)]
    public static double H(double x)
    {
        var all = Enumerable.Range(0, 4).Select(i => new Monomial(i)).ToList();
        double t = 0;
        foreach (var s in all)
            t += s.At(x);
        return t;
    }
}
