using System;
using System.Collections.Generic;
using System.Linq;
using AutoDiff;

namespace Corpus;

/// <summary>Objects that the method makes, known under an abstract class they derive from or an interface they have: chosen, kept in lists, tested for their type.</summary>
public static partial class Polymorphism
{
    public abstract class Payoff
    {
        public abstract double Of(double s);
        public virtual double Discount(double t) => 1 / (1 + t);
    }

    public sealed class Call(double k) : Payoff
    {
        public override double Of(double s) => Math.Max(0, s - k);
    }

    public sealed class Put(double k) : Payoff
    {
        public override double Of(double s) => Math.Max(0, k - s);
        public override double Discount(double t) => Math.Exp(-t);
    }

    public class Digital : Payoff
    {
        private readonly double _k, _w;
        public Digital(double k, double w)
        {
            _k = k;
            _w = w;
        }

        public override double Of(double s) => 1 / (1 + Math.Exp(-(s - _k) / _w));
    }

    [Differentiable]
    [At(100.0, 90.0, true)]
    [At(100.0, 110.0, false)]
    public static double Price(double s, double k, bool isCall)
    {
        Payoff p = isCall ? new Call(k) : new Put(k);
        return p.Of(s) * p.Discount(0.05 * s / k);
    }

    [Differentiable]
    [At(100.0, 90.0, 0)]
    [At(100.0, 110.0, 1)]
    [At(100.0, 110.0, 2)]
    public static double Branches(double s, double k, int kind)
    {
        Payoff p;
        if (kind == 0)
            p = new Call(k);
        else if (kind == 1)
            p = new Put(k);
        else
            p = new Digital(k, 5);
        double sum = 0;
        for (int i = 0; i < 3; i++)
            sum += p.Of(s * (1 + 0.01 * i));
        return sum;
    }

    [Differentiable]
    [Allocates("the array")]
    [At(100.0, 90.0)]
    public static double Book(double s, double k)
    {
        var book = new List<Payoff>
        {
            new Call(k),
            new Put(k * 1.2),
            new Digital(k, s * 0.1)
        };
        double v = 0;
        foreach (var p in book)
            v += p.Of(s) * p.Discount(0.1);
        return v;
    }

    [Differentiable]
    [Allocates("the array")]
    [At(100.0, 90.0)]
    public static double BookArray(double s, double k)
    {
        Payoff[] book = [new Call(k), new Put(k * 1.2), new Digital(k, s * 0.1)];
        return book.Sum(p => p.Of(s) * p.Discount(0.1));
    }

    static Payoff Make(int kind, double k) => kind switch
    {
        0 => new Call(k),
        1 => new Put(k),
        _ => new Digital(k, 2)};
    [Differentiable]
    [At(100.0, 90.0, 0)]
    [At(100.0, 110.0, 1)]
    [At(100.0, 110.0, 2)]
    public static double Made(double s, double k, int kind) => Make(kind, k).Of(s);
    static double Value(Payoff p, double s) => p.Of(s) * p.Discount(0.1);
    [Differentiable]
    [At(100.0, 90.0)]
    public static double Passed(double s, double k) => Value(new Call(k), s) + Value(new Put(k + 20), s);
    public interface IForce
    {
        double At(double x, double v);
        string Name { get; }

        double Scale { get; }

        bool IsLinear => false;

        double Twice(double x) => 2 * At(x, 0) * Scale;
    }

    public class Spring(double k) : IForce
    {
        public double At(double x, double v) => -k * x;
        public string Name => "spring";
        public double Scale { get; } = k * 2;
        public bool IsLinear => true;
    }

    public class Drag : IForce
    {
        private readonly double _c;
        public Drag(double c)
        {
            if (c < 0)
                throw new ArgumentOutOfRangeException(nameof(c));
            _c = c;
        }

        public double At(double x, double v) => -_c * v * Math.Abs(v);
        public string Name => "drag";
        public double Scale => _c * _c;
    }

    public record Constant(double Scale) : IForce
    {
        public double At(double x, double v) => Scale;
        public string Name => "constant";

        public double Twice(double x) => Scale * x;
    }

    [Differentiable]
    [Allocates("the array")]
    [At(1.0, 0.5, 2.0, 0.1)]
    [At(1.0, 0.5, 2.0, -0.1, Throws = typeof(ArgumentOutOfRangeException))]
    public static double Simulate(double x, double v, double k, double c)
    {
        var forces = new List<IForce>
        {
            new Spring(k),
            new Drag(c)
        };
        forces.Add(new Constant(k * c));
        for (int step = 0; step < 10; step++)
        {
            double f = 0;
            foreach (IForce force in forces)
                f += force.At(x, v);
            v += 0.1 * f;
            x += 0.1 * v;
        }

        return x * v;
    }

    [Differentiable]
    [Allocates("the array")]
    [At(1.0, 0.5, 2.0)]
    public static double Members2(double x, double v, double k)
    {
        IForce[] all =
        {
            new Spring(k),
            new Drag(x * x),
            new Constant(v)
        };
        double s = 0;
        foreach (var f in all)
            s += f.Scale * f.Twice(x) * (f.IsLinear ? 3 : 1) * f.Name.Length;
        return s + all.Where(f => f is Spring or Constant).Sum(f => f.At(x, v)) + all.Count(f => f is Drag) * x + all.Select(f => f.Scale).Max();
    }

    public abstract class Body
    {
        public double X, V;
        public string Tag = "b";
        protected Body(double x, double v)
        {
            X = x;
            V = v;
        }

        public abstract double Force();
        public virtual void Step(double h)
        {
            V += h * Force();
            X += h * V;
        }

        public double Energy() => 0.5 * V * V + Potential();
        protected virtual double Potential() => 0;
    }

    public class Ball(double x, double v, double g) : Body(x, v)
    {
        public override double Force() => -g;
        protected override double Potential() => g * X;
    }

    public class Osc : Body
    {
        private double k;
        private int steps;
        public Osc(double x, double v, double k) : base(x, v)
        {
            this.k = k;
        }

        public override double Force() => -k * X;
        public override void Step(double h)
        {
            base.Step(h);
            k *= 1.01;
            steps++;
        }

        protected override double Potential() => 0.5 * k * X * X + base.Potential() + steps;
    }

    [Differentiable]
    [At(1.0, 0.5, 2.0, true)]
    [At(1.0, 0.5, 2.0, false)]
    public static double Mutable(double x, double v, double k, bool ball)
    {
        Body b = ball ? new Ball(x, v, k) : new Osc(x, v, k);
        for (int i = 0; i < 5; i++)
            b.Step(0.1);
        b.X *= 2;
        return b.Energy() * b.X + b.Tag.Length;
    }

    [Differentiable]
    [Allocates("the array")]
    [At(1.0, 0.5, 2.0)]
    public static double MutableList(double x, double v, double k)
    {
        var all = new List<Body>();
        all.Add(new Ball(x, v, k));
        all.Add(new Osc(v, x, k * k));
        for (int i = 0; i < 3; i++)
            all.Add(new Osc(x * i, v, k));
        for (int t = 0; t < 4; t++)
            foreach (var b in all)
                b.Step(0.05 + 0.01 * t);
        double e = 0;
        foreach (var b in all)
            e += b.Energy();
        return e + all[1].X * all[0].V;
    }

    [Differentiable]
    [At(1.0, 0.5, 2.0)]
    [At(-1.0, 0.5, 2.0)]
    public static double Tests(double x, double v, double k)
    {
        IForce f = x > 0 ? new Spring(k) : new Drag(k * v);
        double s = f switch
        {
            Spring { Scale: var sc } => sc * x,
            Drag d => d.At(x, v) * d.Scale,
            _ => throw new InvalidOperationException()};
        if (f is Drag { Scale: > 0.5 } big)
            s += big.Scale * x;
        if (f is not Spring spring)
            return s * 2;
        return s + spring.Scale + ((Spring)f).At(x, v);
    }

    [Differentiable]
    [At(1.0, 0.5, 2.0)]
    [At(-1.0, 0.5, 2.0, Throws = typeof(InvalidCastException))]
    public static double Casts(double x, double v, double k)
    {
        IForce f = x > 0 ? new Spring(k) : new Drag(k * v);
        var s = (Spring)f;
        return s.Scale * v;
    }

    [Differentiable]
    [At(1.0, 0.5, 2.0)]
    [At(-1.0, 0.5, 2.0, Throws = typeof(NullReferenceException))]
    [At(0.2, 0.5, 2.0)]
    public static double Nulls(double x, double v, double k)
    {
        IForce? f = null;
        if (x > 0.5)
            f = new Spring(k);
        else if (x > 0)
            f = new Constant(v * k);
        return f!.At(x, v) * f.Scale;
    }

    [Differentiable]
    [At(1.0, 0.5, 2.0)]
    [At(-1.0, 0.5, 2.0)]
    public static double NullTests(double x, double v, double k)
    {
        IForce? f = null;
        if (x > 0.5)
            f = new Spring(k);
        if (f is null)
            return x * v;
        double s = f.At(x, v);
        f = new Drag(v);
        return s * f.At(x, v) + (f != null ? f.Scale : 0);
    }

    public class Damped(IForce inner, double c) : IForce
    {
        public double At(double x, double v) => inner.At(x, v) - c * v;
        public string Name => "damped " + inner.Name;
        public double Scale => inner.Scale * c;
    }

    public class System2
    {
        private readonly IForce _a;
        private readonly IForce _b;
        public System2(IForce a, IForce b)
        {
            _a = a;
            _b = b;
        }

        public double Total(double x, double v) => _a.At(x, v) + _b.At(x, v) * _a.Scale;
    }

    [Differentiable]
    [At(1.0, 0.5, 2.0)]
    public static double Injected(double x, double v, double k)
    {
        var s = new System2(new Spring(k), new Damped(new Constant(x), v));
        return s.Total(x, v) + ((IForce)new Damped(new Spring(x), k)).Twice(v);
    }

    [Differentiable]
    [Allocates("the array")]
    [At(1.0, 0.5, 2.0)]
    [At(3.0, 0.5, 2.0)]
    public static double Best(double x, double v, double k)
    {
        IForce[] all = [new Spring(k), new Drag(v), new Constant(x)];
        IForce best = all[0];
        foreach (var f in all)
            if (f.Scale > best.Scale)
                best = f;
        return best.At(x, v) * best.Scale;
    }
}
