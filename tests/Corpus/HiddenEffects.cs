using System;
using AutoDiff;

namespace Corpus;

/// <summary>Constructors, accessors, indexers, operators and delegates that change something although nothing is assigned where they stand.</summary>
public static partial class HiddenEffects
{
    public struct Counter
    {
        public double V;

        public Counter(ref double x)
        {
            x *= 2;
            V = x;
        }

        public Counter(ref int i, double v)
        {
            i = 1;
            V = v;
        }

        public Counter(double[] t)
        {
            ref double first = ref t[0];
            first *= 2;
            V = first;
        }

        public Counter(double[] t, int k)
            : this(t) => V *= k;

        public double Next
        {
            get
            {
                V *= 2;
                return V;
            }
        }

        public double Tripled => Next * 3;

        public bool IsLarge => Tripled > 4;

        public double this[int i]
        {
            get
            {
                V += i;
                return V;
            }
        }

        public double Second => this[2];

        public void Deconstruct(out double a, out double b)
        {
            V *= 3;
            a = V;
            b = V * V;
        }
    }

    /// <summary>Its properties change its number of steps.</summary>
    public sealed class Steps
    {
        public double V;
        public int N;

        public double Taken
        {
            get
            {
                N--;
                return V;
            }

            set
            {
                V += value;
                N--;
            }
        }

        public double this[int i]
        {
            get => V * i;
            set
            {
                V = value * i;
                N--;
            }
        }
    }

    /// <summary>Numbers by chance, but always the same ones.</summary>
    public sealed class Generator
    {
        public int State = 5;

        public int Next() => State = ((State * 37) + 11) % 101;

        public static int operator %(Generator g, int n) => g.Next() % n;

        public static bool operator >(Generator g, int n) => g.Next() > n;

        public static bool operator <(Generator g, int n) => g.Next() < n;

        public static implicit operator double(Generator g) => g.Next();
    }

    [Differentiable]
    [At(0.7)]
    public static double InConstructors(double x)
    {
        double t = x;
        double s = t + new Counter(ref t).V * t;
        double[] a = [x, 2];
        int i = 0;
        s += a[i] + new Counter(ref i, x).V * a[i];
        s += a[0] + new Counter(a).V * a[0];
        return s * (a[0] + new Counter(a, 3).V * a[0]);
    }

    [Differentiable]
    [At(0.7)]
    [At(0.2)]
    public static double InGettersOfGetters(double x)
    {
        var c = new Counter { V = x };
        double s = c.V + c.Tripled * c.V;
        (double u, double v) = (c.V, c.Second);
        s += c.IsLarge ? c.V * u : c.V + v;
        return s - Combined(c.V, c.Tripled, c.V);
    }

    private static double Combined(double a, double b, double c) => a * b - c;

    [Differentiable]
    [At(0.7)]
    public static double InArguments(double x)
    {
        var c = new Counter { V = x };
        double s = ByGetter(c) + ByIndexer(c) + ByDeconstruction(c);
        return s * c.V;
    }

    private static double ByGetter(Counter c) => c.Next + c.Next;

    private static double ByIndexer(Counter c) => c[1] * c[2];

    private static double ByDeconstruction(Counter c)
    {
        var (u, v) = c;
        return u * v + c.V;
    }

    [Differentiable]
    [At(0.7)]
    public static double InLoopBounds(double x)
    {
        var a = new Steps { V = x, N = 7 };
        double s = 0;
        for (int i = 0; i < a.N; i++)
        {
            a.Taken = x;
            s += a.V;
        }

        a.N = 6;
        for (int i = 0; i < a.N; i++) s += a.Taken * i;
        a.N = 8;
        for (int i = 1; i < a.N; i++)
        {
            a[i] = x;
            s += a.V;
        }

        return s * a.N;
    }

    private static double Twice(ref double r, Func<double> f) => r * f() + r;

    private static double Read(in double r, Func<double> f)
    {
        double s = r;
        f();
        return s * r + r * f();
    }

    private static double Counted(ref int n, Func<double> f)
    {
        double s = 0;
        for (int i = 0; i < n; i++) s += f();
        return s;
    }

    public struct Scale
    {
        public double V;

        public readonly double Apply(Func<double> f) => V * f() + V;
    }

    [Differentiable]
    [At(0.7)]
    public static double InDelegates(double x)
    {
        double t = x;
        double Doubled()
        {
            t *= 2;
            return x;
        }

        double s = Twice(ref t, Doubled) + t;
        s += Read(in t, Doubled) * t;
        int n = 6;
        s += Counted(ref n, () => x * --n) * n;
        var scale = new Scale { V = x };
        return s * scale.Apply(() => scale.V *= 2) + scale.V;
    }

    [Differentiable]
    [At(new double[] { 1, 2, 3, 4 }, 0.7)]
    [Allocates("an object without numbers")]
    public static double InOperators(double[] a, double x)
    {
        var g = new Generator();
        a[g % 4] *= x;
        double s = a[g % 4] * (g % 7) + x * x * g;
        for (int i = 0; i < (g % 5) + 2; i++) s += g > 50 ? x * i : x;
        switch (g % 3)
        {
            case 0:
                return s;
            case 1:
                return s * x;
            default:
                return s * a[0];
        }
    }
}
