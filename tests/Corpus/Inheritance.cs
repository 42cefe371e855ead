using System;
using System.Collections.Generic;
using System.Linq;
using AutoDiff;

namespace Corpus;

/// <summary>Classes that derive from others, made inside or given: constructors in turn, members of both, overrides known by the object.</summary>
public static partial class Inheritance
{
    public interface IShape
    {
        double Area();
        double Twice() => 2 * Area();
    }

    public abstract class Shape : IShape
    {
        public double K = 1;
        protected Shape(double k)
        {
            K *= k;
        }

        public abstract double Area();
        public virtual double Scaled(double s) => K * Area() * s;
        public void Grow(double f)
        {
            K *= f;
            Changed();
        }

        protected virtual void Changed()
        {
        }
    }

    public class Circle : Shape
    {
        public double R;
        public Circle(double r) : base(2)
        {
            R = r;
        }

        public override double Area() => Math.PI * R * R;
        protected override void Changed()
        {
            R += K;
        }
    }

    public sealed class Ring : Circle
    {
        private readonly double _inner;
        public Ring(double r, double i) : base(r * 2)
        {
            _inner = i;
            K += i;
        }

        public override double Area() => base.Area() - Math.PI * _inner * _inner;
        public override double Scaled(double s) => base.Scaled(s) + R;
    }

    public class Rect : Shape
    {
        public double W { get; set; }
        public double H { get; init; }

        public Rect(double w, double h) : base(w)
        {
            W = w;
            H = h;
        }

        public override double Area() => W * H;
    }

    public record R0(double A)
    {
        public virtual double V => A;
    }

    public record R1(double A, double B) : R0(A * 2)
    {
        public double S => A * B;
        public override double V => A + B;
    }

    public record R2(double C) : R1(C, 3)
    {
        public double D { get; init; } = 2;
    }

    public class BaseF
    {
        public double Q = 2;
        public double[] Z =
        {
            1,
            2
        };
    }

    public class DerF : BaseF
    {
        public double Y = 3;
        public DerF()
        {
            Q = Y;
            Z[1] = Q * 2;
        }
    }

    public class GB<T>
    {
        public T V;
        public GB(T v)
        {
            V = v;
        }
    }

    public class GD : GB<double>
    {
        public double W = 1;
        public GD(double v) : base(v * v)
        {
        }
    }

    public class BasP
    {
        public double A { get; set; }
        public double B { get; set; }
    }

    public sealed class DerP : BasP
    {
        public double C { get; set; }

        public double Ev(double x) => A * x + B;
    }

    public class Th
    {
        public double X;
        public Th(double x)
        {
            if (x < 0) throw new ArgumentException("n");
            X = x;
        }
    }

    public class ThD : Th
    {
        public double Y;
        public ThD(double x) : base(x - 1)
        {
            Y = X * x;
        }
    }

    public class Ord
    {
        public double X;
        public Ord(ref double t)
        {
            X = t;
            t *= 2;
        }
    }

    public class OrdD : Ord
    {
        public double Y = 4;
        public double Z;
        public OrdD(double a) : base(ref a)
        {
            Z = a;
        }
    }

    public class Self
    {
        public double X;
        public Self(double x) : this(x, 2)
        {
            X += 1;
        }

        public Self(double x, double k)
        {
            X = x * k;
        }
    }

    public class SelfD : Self
    {
        public double Y;
        public SelfD(double y) : base(y)
        {
            Y = X + y;
        }

        public SelfD() : this(3)
        {
            Y *= 2;
        }
    }

    public class Base
    {
        public double A;
        protected double K = 2;
        public Base(double a)
        {
            A = a;
        }

        public virtual double F(double x) => A * x;
        public double G(double x) => F(x) + K;
    }

    public class Derived : Base
    {
        public double C;
        public Derived(double a, double c) : base(a * 2)
        {
            C = c;
            K = 3;
        }

        public override double F(double x) => C * x * x + base.F(x);
    }

    [Differentiable]
    [Allocates("objects, arrays")]
    [At(0.7)]
    public static double Overridden(double x)
    {
        var d = new Derived(x, x * x);
        return d.F(x) + d.G(2 * x) + d.A;
    }

    [Differentiable]
    [Allocates("objects, arrays")]
    [At(0.7)]
    public static double Grown(double x)
    {
        Shape c = new Circle(x);
        Shape r = new Rect(x, 2);
        c.Grow(x);
        return c.Scaled(x) + r.Area() * r.K;
    }

    [Differentiable]
    [Allocates("objects, arrays")]
    [At(0.7)]
    public static double Twofold(double x)
    {
        var r = new Ring(x, 0.1 * x);
        r.Grow(2 * x);
        r.R *= x;
        return r.Scaled(3) * r.K;
    }

    [Differentiable]
    [Allocates("objects, arrays")]
    [At(0.7)]
    public static double ByAnInterface(double x)
    {
        IShape c = new Ring(x, 0.2);
        return c.Area() + c.Area() * x;
    }

    [Differentiable]
    [Allocates("objects, arrays")]
    [At(0.7)]
    public static double ByItsDefault(double x)
    {
        IShape c = new Ring(x, 0.2);
        return c.Twice();
    }

    private static double Total(Shape a, Shape b) => a.Scaled(2) + b.Area();

    private static double TotalI(IShape a, double y)
    {
        return a.Area() * y;
    }

    [Differentiable]
    [Allocates("objects, arrays")]
    [At(0.7)]
    public static double AsArguments(double x) => Total(new Circle(x), new Rect(x, x * x)) + TotalI(new Ring(x, x), x);

    [Differentiable]
    [Allocates("objects, arrays")]
    [At(0.7)]
    public static double UnderTwoTypes(double x)
    {
        var c = new Circle(x);
        Shape s = c;
        s.K = 5 * x;
        return TotalI(s, x) + c.K * c.R;
    }

    [Differentiable]
    [Allocates("objects, arrays")]
    [At(0.7)]
    public static double InAList(double x)
    {
        var l = new List<Circle>
        {
            new(x),
            new(2 * x)
        };
        double s = 0;
        foreach (var c in l) s += c.R * c.K;
        return s;
    }

    [Differentiable]
    [Allocates("objects, arrays")]
    [At(0.7)]
    public static double Records(double x)
    {
        var r = new R1(x, 3 * x);
        var q = r with
        {
            A = 2 * x
        };
        R0 z = r;
        return r.S + q.S * q.A + r.V * z.V;
    }

    [Differentiable]
    [Allocates("objects, arrays")]
    [At(0.7)]
    public static double Initialisers(double x)
    {
        var d = new DerF
        {
            Y = x
        };
        d.Z[0] *= d.Y;
        return d.Q * d.Z[0] * d.Z[1] * x;
    }

    [Differentiable]
    [Allocates("objects, arrays")]
    [At(0.7)]
    public static double OfAGenericClass(double x)
    {
        var g = new GD(x);
        g.V += g.W;
        return g.V * x;
    }

    [Differentiable]
    [Allocates("objects, arrays")]
    [At(new double[] { 0.7, 2, 3 }, 1.5)]
    public static double Given(DerP p, double x) => p.Ev(x) * p.C;

    [Differentiable]
    [Allocates("objects, arrays")]
    [At(0.7, Throws = typeof(ArgumentException))]
    [At(1.7)]
    public static double Guarded(double x) => new ThD(x).Y;

    [Differentiable]
    [Allocates("objects, arrays")]
    [At(0.7)]
    public static double ByReference(double x)
    {
        var o = new OrdD(x);
        return o.X * o.Y * o.Z;
    }

    [Differentiable]
    [Allocates("objects, arrays")]
    [At(0.7)]
    public static double ThisAndBase(double x) => new SelfD(x).Y * x + new SelfD().X * x;
}
