using System;
using System.Linq;
using AutoDiff;

namespace Corpus;

/// <summary>Delegates that an object, a record, a struct or a tuple keeps, and those that a method returns.</summary>
public static partial class DelegatesKept
{
    public class Ode
    {
        private readonly Func<double, double, double> f;
        private readonly double h;
        public Ode(Func<double, double, double> f, double h)
        {
            this.f = f;
            this.h = h;
        }

        public double Step(double t, double y) => y + h * f(t, y);
        public double Run(double y, int n)
        {
            double t = 0;
            for (int i = 0; i < n; i++)
            {
                y = Step(t, y);
                t += h;
            }

            return y;
        }
    }

    public class Primary(Func<double, double, double> f, double h)
    {
        public double Run(double y, int n)
        {
            double t = 0;
            for (int i = 0; i < n; i++)
            {
                y += h * f(t, y);
                t += h;
            }

            return y;
        }
    }

    public class Newton
    {
        private readonly Func<double, double> f, d;
        public Newton(Func<double, double> f, Func<double, double> d)
        {
            this.f = f ?? throw new ArgumentNullException(nameof(f));
            this.d = d ?? throw new ArgumentNullException(nameof(d));
        }

        public double Solve(double x)
        {
            for (int i = 0; i < 20; i++)
            {
                double s = f(x) / d(x);
                x -= s;
                if (Math.Abs(s) < 1e-12)
                    break;
            }

            return x;
        }
    }

    public record Option(Func<double, double> Payoff, double Strike)
    {
        public double Value(double s) => Payoff(s - Strike);
    }

    public struct Scaled
    {
        public Func<double, double> F;
        public double K;
        public double Of(double x) => K * F(x);
    }

    public class Activated
    {
        public Func<double, double> Act { get; init; } = x => x * x;

        public double W = 2;
        public double Of(double x) => Act(W * x);
    }

    public class Only
    {
        private readonly Func<double, double> f;
        public Only(Func<double, double> f) => this.f = f;
        public Func<double, double> F => f;

        public double Of(double x) => f(x);
        public double Twice(double x) => f(f(x));
        public double Integral(double a, double b)
        {
            double s = 0;
            for (int i = 0; i < 4; i++)
                s += f(a + (b - a) * (i + 0.5) / 4);
            return s * (b - a) / 4;
        }
    }

    public class Counter
    {
        public int N;
        public double S;
        private readonly Func<double, double> f;
        public Counter(Func<double, double> f)
        {
            this.f = f;
        }

        public double Of(double x)
        {
            N++;
            S += x;
            return f(x) * N;
        }
    }

    public class Root
    {
        protected readonly Func<double, double> g;
        public Root(Func<double, double> g)
        {
            this.g = g;
        }

        public virtual double Of(double x) => g(x);
    }

    public class Leaf : Root
    {
        private readonly double k;
        public Leaf(Func<double, double> g, double k) : base(g)
        {
            this.k = k;
        }

        public override double Of(double x) => base.Of(x) * k + g(k);
    }

    public class Chained
    {
        private readonly Func<double, double> f;
        public Chained() : this(v => v * v)
        {
        }

        public Chained(Func<double, double> f)
        {
            this.f = f;
        }

        public double Of(double x) => f(x);
    }

    public interface IFunction
    {
        double Of(double x);
    }

    public class Lambda : IFunction
    {
        private readonly Func<double, double> f;
        public Lambda(Func<double, double> f)
        {
            this.f = f;
        }

        public double Of(double x) => f(x);
    }

    public class Square : IFunction
    {
        public double Of(double x) => x * x;
    }

    public class Outer
    {
        private readonly Only o;
        public Outer(Only o)
        {
            this.o = o;
        }

        public double Of(double x) => o.Twice(x) * x;
    }

    public class Repeated
    {
        private readonly Action<double> a;
        public Repeated(Action<double> a)
        {
            this.a = a;
        }

        public void Do(double x)
        {
            a(x);
            a(2 * x);
        }
    }

    public class Box
    {
        public double X;
        public Box(double x)
        {
            X = x;
        }
    }

    private static double Growth(double t, double y) => t * y + y;
    private static double Use(IFunction f, double x) => f.Of(x) * x;
    private static Only Made(double k) => new Only(v => v * k);
    private static double Applied(Only o, double x) => o.Of(x) + o.F(x);
    private static Func<double, double> Scale(double k) => v => k * v;
    private static Func<double, double> Compose(Func<double, double> f, Func<double, double> g) => x => f(g(x));
    private static Func<double, double> Twice(Func<double, double> f) => x => f(f(x));
    private static Func<double, double> Slope(Func<double, double> f)
    {
        double h = 0.25;
        return x => (f(x + h) - f(x - h)) / (2 * h);
    }

    [Differentiable]
    [At(2, 0.5)]
    public static double InAField(double k, double y0) => new Ode((t, y) => -k * y + t, 0.1).Run(y0, 4) + new Ode(Growth, k).Run(y0, 3);
    [Differentiable]
    [At(2, 0.5)]
    public static double InAParameter(double k, double y0)
    {
        Func<double, double, double> g = (t, y) => -k * y;
        var o = new Primary(g, 0.1);
        return o.Run(y0, 4) + new Ode(g, k).Run(y0, 3);
    }

    [Differentiable]
    [At(2, 1.5)]
    public static double CheckedForNull(double a, double x0) => new Newton(x => x * x - a, x => 2 * x).Solve(x0);
    [Differentiable]
    [At(2, 1.5)]
    public static double InARecord(double k, double s)
    {
        var o = new Option(v => Math.Max(v, 0) * k, 1);
        return o.Value(s) * (o with
        {
            Strike = k
        }

        ).Value(3 * s);
    }

    [Differentiable]
    [At(2, 1.5)]
    public static double InAStruct(double k, double s)
    {
        var f = new Scaled
        {
            F = v => v * v * k,
            K = s
        };
        var g = f;
        g.K = 3;
        return f.Of(2) * g.Of(s) * g.F(k);
    }

    [Differentiable]
    [At(2, 1.5)]
    public static double Initialised(double k, double s) => new Activated().Of(k) + new Activated
    {
        Act = v => Math.Sin(v * s)
    }.Of(k);
    [Differentiable]
    [At(2, 1.5)]
    public static double InATuple(double k, double s)
    {
        var t = (F: (Func<double, double>)(v => v * k), X: s);
        return t.F(t.X) * t.X;
    }

    [Differentiable]
    [At(2, 1.5)]
    public static double InAnAnonymousObject(double k, double s)
    {
        Func<double, double> f = v => v * k;
        var o = new
        {
            F = f,
            K = s
        };
        return o.F(o.K);
    }

    [Differentiable]
    [At(2, 1.5)]
    public static double Returned(double k, double s)
    {
        var f = Scale(k);
        var g = Compose(f, Math.Sin);
        return g(s) + f(s) + new Only(Scale(s)).Twice(k);
    }

    [Differentiable]
    [At(2, 1.5)]
    public static double ReturnedOfItself(double k, double s)
    {
        var second = Slope(Slope(v => v * v * v * k));
        return second(s) * Twice(Twice(v => v * k))(s);
    }

    [Differentiable]
    [At(2, 1.5)]
    public static double ReturnedInALoop(double k, double s)
    {
        Func<double, double> f = v => v * k;
        for (int i = 0; i < 2; i++)
        {
            var g = Twice(f);
            s = g(s);
        }

        return s;
    }

    [Differentiable]
    [At(2, 1.5)]
    public static double ReturnedByLocalFunctions(double k, double s)
    {
        Func<double, double> Power(int n)
        {
            double c = k;
            return x => c * Math.Pow(x, n);
        }

        Func<double, Func<double, double>> curried = a => b => a * b * k;
        return Power(2)(s) + Power(3)(s) + curried(s)(2) * curried(k)(s);
    }

    [Differentiable]
    [At(2, 1.5)]
    public static double EachWithItsOwn(double k, double s)
    {
        Func<double> Count()
        {
            double c = k;
            return () => c += s;
        }

        var a = Count();
        var b = Count();
        return a() + 2 * a() + 3 * b();
    }

    [Differentiable]
    [At(2, 1.5)]
    public static double ChangesWhatItCaptured(double k, double s)
    {
        double sum = 0;
        var o = new Only(v =>
        {
            sum += v;
            return v * k;
        });
        double r = sum + o.Twice(s) + sum;
        double t = k;
        var p = new Only(v => t++ * v);
        return r * sum + t + p.Of(s) * t + p.Of(k);
    }

    [Differentiable]
    [At(2, 1.5)]
    public static double SeesWhatBecameOfIt(double k, double s)
    {
        var o = new Only(v => v * k);
        k = 7;
        return o.Twice(s) * k;
    }

    [Differentiable]
    [At(2, 1.5)]
    public static double ChangesAnObject(double k, double s)
    {
        var a = new Box(k);
        var o = new Only(v =>
        {
            a.X += v;
            return a.X;
        });
        double r = a.X;
        r += o.Of(s);
        return r * a.X + a.X * o.Of(k);
    }

    [Differentiable]
    [At(2, 1.5)]
    public static double InALoop(double k, double s)
    {
        double r = 0;
        for (int i = 0; i < 3; i++)
        {
            int j = i;
            var o = new Only(v => v * k * j + s);
            r += o.Twice(s) * i;
        }

        return r;
    }

    [Differentiable]
    [At(2, 1.5)]
    public static double OfAnObjectThatChanges(double k, double s)
    {
        var c = new Counter(v => v * k);
        double r = 0;
        for (int i = 0; i < 3; i++)
            r += c.Of(s * i);
        return r * c.N + c.S;
    }

    [Differentiable]
    [At(2, 1.5)]
    public static double InBaseClasses(double k, double s)
    {
        Root b = new Leaf(v => v * v * s, k);
        return b.Of(s) + new Root(Math.Sin).Of(k) + new Chained().Of(k) + new Chained(v => v * s).Of(k);
    }

    [Differentiable]
    [At(2, 1.5)]
    [At(0.5, 1.5)]
    public static double UnderAnInterface(double k, double s)
    {
        IFunction f = k > 1 ? new Lambda(v => v * k) : new Square();
        return f.Of(s) + Use(new Lambda(v => v * k), s) * Use(new Square(), s);
    }

    [Differentiable]
    [At(2, 1.5)]
    public static double OfAMember(double k, double s) => new Outer(new Only(v => v * k)).Of(s);
    [Differentiable]
    [At(2, 1.5)]
    public static double HandedOn(double k, double s)
    {
        var o = new Only(v => v * k);
        var p = o;
        var q = new Only(p.F);
        return q.Twice(s) + o.F(k) + Applied(Made(k), s) * Applied(new Only(v => v + s), k);
    }

    [Differentiable]
    [At(2, 1.5)]
    public static double MethodOfAnObject(double k, double s)
    {
        var o = new Only(v => v * k);
        Func<double, double> g = o.Twice;
        return g(s) + o.Integral(0, s);
    }

    [Differentiable]
    [At(new double[] { 1, 2, 3 }, 1.5)]
    public static double InAQuery(double[] a, double s)
    {
        var o = new Only(v => v * a[1]);
        a[1] = s * s;
        return a.Select(o.F).Sum() + a.Sum(v => o.Of(v));
    }

    [Differentiable]
    [At(2, 1.5)]
    public static double Actions(double k, double s)
    {
        double t = 1;
        new Repeated(v => t *= v).Do(s);
        return t * k;
    }

    [Differentiable]
    [At(2, 1.5, Throws = typeof(ArgumentException))]
    public static double Throwing(double k, double s)
    {
        var o = new Only(v => v > 1 ? throw new ArgumentException() : v * k);
        return o.Of(s);
    }
}
