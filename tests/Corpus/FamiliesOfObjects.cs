using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using AutoDiff;

namespace Corpus;

/// <summary>Families of classes with members of the same names, hidden and explicit members, objects renewed in loops.</summary>
public static partial class FamiliesOfObjects
{
    public interface IP
    {
        double Of(double s);
    }

    public class A(double k) : IP
    {
        public double Of(double s) => k * s * s;
    }

    public class B : IP
    {
        public double K;
        public int N;
        public B(double k)
        {
            K = k;
        }

        public double Of(double s)
        {
            K *= 1.1;
            N++;
            return K * s + N;
        }
    }

    public class C(double k, double j) : IP
    {
        double IP.Of(double s) => k * s - j;
        public double Of(double s) => 1000;
    }

    [Differentiable]
    [At(1.5, 2.5, true)]
    [At(1.5, 2.5, false)]
    public static double F2(double x, double y, bool c)
    {
        IP p = c ? new B(x) : new A(y);
        IP q = p;
        double s = q.Of(y) + p.Of(x);
        return s * q.Of(x + y);
    }

    [Differentiable]
    [Allocates("the objects and arrays that it makes")]
    [At(1.5, 2.5)]
    public static double F3(double x, double y)
    {
        IP[] all =
        {
            new B(x),
            new A(y),
            new C(x, y)
        };
        var b = all[0];
        double s = b.Of(y);
        foreach (var p in all)
            s += p.Of(x) * b.Of(1);
        return s + all[0].Of(2);
    }

    [Differentiable]
    [At(1.5, 2.5, 5)]
    public static double F4(double x, double y, int n)
    {
        IP p = new A(x);
        double s = 0;
        for (int i = 0; i < n; i++)
        {
            s += p.Of(x + i);
            p = i % 3 == 0 ? new B(x * i + s * 0.01) : i % 3 == 1 ? new C(y, s * 0.1) : new A(y);
        }

        return s + p.Of(y);
    }

    [Differentiable]
    [At(1.5, 2.5)]
    public static double F8(double x, double y)
    {
        var b = new B(x);
        IP p = b;
        p.Of(y);
        b.K += x;
        p.Of(x);
        return b.K * b.N + p.Of(1);
    }

    public interface IOp<T>
    {
        T Do(T a, T b);
    }

    public class Add : IOp<double>
    {
        public double Do(double a, double b) => a + b;
    }

    public class Mul(double k) : IOp<double>
    {
        public double Do(double a, double b) => a * b * k;
    }

    [Differentiable]
    [At(1.5, 2.5, 0)]
    [At(1.5, 2.5, 1)]
    public static double F9(double x, double y, int n)
    {
        IOp<double> op = n == 0 ? new Add() : new Mul(x);
        return op.Do(x, y) * op.Do(y, y);
    }

    public abstract class Sh
    {
        public virtual double Area() => 0;
        public virtual string Name => "sh";

        public double Twice() => 2 * Area();
    }

    public class Ci(double r) : Sh
    {
        public override double Area() => 3 * r * r;
    }

    public class Sq(double a) : Sh
    {
        public override double Area() => a * a + base.Area();
        public override string Name => "sq";

        public new double Twice() => 100 * a;
    }

    public class Sq2(double a) : Sq(a)
    {
        public sealed override double Area() => base.Area() * 2;
    }

    [Differentiable]
    [Allocates("the objects and arrays that it makes")]
    [At(1.5, 2.5)]
    public static double G5(double x, double y)
    {
        Sh[] all = [new Ci(x), new Sq(y), new Sq2(x * y)];
        double s = 0;
        foreach (var a in all)
            s += a.Twice() * a.Name.Length;
        return s + new Sq(x).Twice() + ((Sh)new Sq2(y)).Twice() + all.Where(a => a is Sq).Sum(a => a.Area());
    }

    [Differentiable]
    [At(1.5, 2.5)]
    public static double G6(double x, double y)
    {
        Sh? best = null;
        foreach (var v in new[]
        {
            x,
            y,
            x * y
        }

        )
        {
            Sh c = v > 2 ? new Ci(v) : new Sq2(v);
            if (best == null || c.Area() < best.Area())
                best = c;
        }

        return best!.Area() + (best is Sq2 ? x : y);
    }

    [Differentiable]
    [At(1.5, 2.5)]
    public static double G8(double x, double y)
    {
        IP Make(int i)
        {
            switch (i)
            {
                case 0:
                    return new A(x);
                case 1:
                    return new B(y);
                default:
                    throw new InvalidOperationException();
            }
        }

        double s = 0;
        for (int i = 0; i < 2; i++)
        {
            var p = Make(i);
            s += p.Of(y) + p.Of(x);
        }

        return s;
    }
}
