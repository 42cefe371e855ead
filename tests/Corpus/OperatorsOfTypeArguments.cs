using System;
using AutoDiff;

namespace Corpus;

/// <summary>Operators that an interface declares and a type argument defines.</summary>
public static partial class OperatorsOfTypeArguments
{
    public interface IRing<T>
        where T : IRing<T>
    {
        static abstract T operator *(T a, T b);
        static abstract T operator +(T a, T b);
        static abstract T operator -(T a);
        static abstract T One { get; }

        static virtual T operator -(T a, T b) => a + -b;
        static abstract bool operator>(T a, T b);
        static abstract bool operator <(T a, T b);
    }

    public readonly record struct Number(double V) : IRing<Number>
    {
        public static Number operator *(Number a, Number b) => new(a.V * b.V);
        public static Number operator +(Number a, Number b) => new(a.V + b.V);
        public static Number operator -(Number a) => new(-a.V);
        public static Number One => new(1);

        public static bool operator>(Number a, Number b) => a.V > b.V;
        public static bool operator <(Number a, Number b) => a.V < b.V;
    }

    public readonly record struct Dual(double V, double E) : IRing<Dual>
    {
        public static Dual operator *(Dual a, Dual b) => new(a.V * b.V, a.V * b.E + a.E * b.V);
        public static Dual operator +(Dual a, Dual b) => new(a.V + b.V, a.E + b.E);
        public static Dual operator -(Dual a) => new(-a.V, -a.E);
        public static Dual One => new(1, 0);

        public static bool operator>(Dual a, Dual b) => a.V > b.V;
        public static bool operator <(Dual a, Dual b) => a.V < b.V;
        static Dual IRing<Dual>.operator -(Dual a, Dual b) => new(a.V - b.V, a.E - b.E + 1);
    }

    public sealed class Box(double v) : IRing<Box>
    {
        public double V = v;
        public static Box operator *(Box a, Box b) => new(a.V * b.V);
        public static Box operator +(Box a, Box b) => new(a.V + b.V);
        public static Box operator -(Box a) => new(-a.V);
        public static Box One => new(1);

        public static bool operator>(Box a, Box b) => a.V > b.V;
        public static bool operator <(Box a, Box b) => a.V < b.V;
    }

    static T Pow<T>(T t, int n)
        where T : IRing<T>
    {
        T r = T.One;
        for (int i = 0; i < n; i++)
            r = r * t;
        return r;
    }

    static T Minus<T>(T t, T u)
        where T : IRing<T> => t > u ? t - u : u - t * t;
    static TA Fold<TA, TB>(TA a, TB b)
        where TA : IRing<TA> where TB : IRing<TB>
    {
        TB r = b * b;
        return r > b ? a * a : a + a * a;
    }

    static T Steps<T>(T x, int n)
        where T : IRing<T>
    {
        T s = x;
        while (n-- > 0)
        {
            s = s * x + s;
            s += x;
            if (s > x * x)
                s = -s;
        }

        return s;
    }

    [Differentiable]
    [At(0.5)]
    public static double Powers(double x)
    {
        var d = Pow(new Dual(x, 1), 3);
        return Pow(new Number(x), 3).V * d.V + d.E;
    }

    [Differentiable]
    [At(0.5, 1.2)]
    public static double GivenByTheInterface(double x, double a) => Minus(new Number(x), new Number(a)).V * Minus(new Number(a), new Number(x)).V;
    [Differentiable]
    [At(0.5, 1.2)]
    public static double GivenExplicitly(double x, double a) => Minus(new Dual(x, a), new Dual(a, x)).E + Minus(new Dual(a, x), new Dual(x, a)).E;
    [Differentiable]
    [At(0.5, 1.2)]
    public static double OfObjects(double x, double a) => Pow(new Box(x), 2).V * a;
    [Differentiable]
    [At(0.5, 1.2)]
    public static double OfTwoTypes(double x, double a) => Fold(new Number(x), new Dual(a, x)).V + Fold(new Dual(x, a), new Number(a)).E;
    [Differentiable]
    [At(0.5, 3)]
    public static double InALoop(double x, int n) => Steps(new Number(x), n).V + Steps<Dual>(new Dual(x, x), n).E;
}
