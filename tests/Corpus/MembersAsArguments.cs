using System;
using System.Collections.Generic;
using AutoDiff;

namespace Corpus;

/// <summary>Members of an object given by value to code that changes the object: the parameter is what the member was.</summary>
public static partial class MembersAsArguments
{
    public struct Vector
    {
        public double P, R;
    }

    public class A
    {
        public double X, Y;
        public int N = 2;
        public double[] W = new double[2];
        public Vector S;
        public double? D = 1;
        public double Property { get; set; }

        public A(double x)
        {
            X = x;
            W[0] = x;
            S.P = x;
            Property = x;
        }

        public double Take(A o, double k)
        {
            o.X += k;
            return k * X;
        }

        public double Own(double k)
        {
            double s = 0;
            for (int i = 0; i < 2; i++)
            {
                X += k;
                s += k;
            }

            return s * k;
        }

        public double Bump()
        {
            X += 1;
            return X;
        }

        public double Both(double k)
        {
            Bump();
            return k;
        }

        public double Growing
        {
            get
            {
                X += 1;
                return X;
            }
        }

        public double this[double k, int j]
        {
            get
            {
                X += k;
                return k * k * j;
            }
        }

        public static double operator *(A a, double k)
        {
            a.X += k;
            return k * k;
        }
    }

    public interface IShape
    {
        double Grow(double k);
    }

    public class Sum : IShape
    {
        public double X;
        public double Grow(double k)
        {
            X += k;
            return X * k * k;
        }
    }

    public class Product : IShape
    {
        public double X;
        public double Grow(double k)
        {
            X *= k;
            return k + X;
        }
    }

    public class Box<T>
    {
        public T X;
        public Box(T x)
        {
            X = x;
        }
    }

    public class Captured(double k)
    {
        public double K => k;

        public double Grow(double d)
        {
            k += d;
            k += d;
            return d * d;
        }

        public double OfItself() => Grow(k);
    }

    public class Holder
    {
        public A A;
        public Holder(A a)
        {
            A = a;
        }

        public double Do(double k)
        {
            A.X += k;
            return k * k;
        }

        public double DoTo(Holder o, double k)
        {
            o.A.X = 4;
            return k;
        }
    }

    private static double Twice(A a, double k)
    {
        a.X += k;
        double s = k;
        a.X += k;
        return s * k * k;
    }

    private static double Other(A a, A b, double k)
    {
        a.X += k;
        return b.X * k;
    }

    private static double Whole(A a, int n)
    {
        a.N += n;
        a.N += n;
        return a.N * n;
    }

    private static double OfStruct(A a, Vector v)
    {
        a.S.P += v.P;
        a.S.R += v.P;
        return a.S.R * v.P;
    }

    private static double OfProperty(A a, double k)
    {
        a.Property += k;
        a.Property += k;
        return k * k;
    }

    private static double OfNullable(A a, double? k)
    {
        a.D += k;
        a.D += k;
        return a.D * k ?? 0;
    }

    private static double OfArray(A a, double[] w)
    {
        a.W = new[]
        {
            5.0,
            6
        };
        w[0] += 1;
        return w[0] * a.W[0];
    }

    private static double First(double k, A a)
    {
        a.X *= k;
        return k * a.X * k;
    }

    private static double Deep(A a, double k) => Twice(a, k) + k;
    private static double Sometimes(A a, double k)
    {
        if (k > 1)
            a.X = 0.5;
        return k;
    }

    private static double Generic<T>(T t, double k)
        where T : IShape => t.Grow(k) * k;
    private static double OfGenericType(Box<double> g, double k)
    {
        g.X += 1;
        return k * g.X;
    }

    private static double OfTypeParameter<T>(Box<T> g, T k, T n)
        where T : System.Numerics.INumber<T>
    {
        g.X += n;
        return double.CreateChecked(k * g.X);
    }

    private static double WithFunction(A a, double k, Func<double, double> f)
    {
        a.X += f(k);
        return k * f(k);
    }

    private static double ByAnotherName(A a, double k)
    {
        var b = a;
        b.X += 1;
        return k;
    }

    private static double ByLambda(A a, double k)
    {
        Action f = () => a.X += 1;
        f();
        return k;
    }

    private static double ByLocalFunction(A a, double k)
    {
        void F()
        {
            a.X += 1;
        }

        F();
        return k;
    }

    private static double ByReference(A a, double k)
    {
        ref double r = ref a.X;
        r += 5;
        return k;
    }

    private static double ByOut(A a, double k)
    {
        Set(out a.X);
        return k;
    }

    private static void Set(out double x)
    {
        x = 9;
    }

    private static double Swapped(A a, A b, double k, double l)
    {
        (a.X, b.X) = (b.X, a.X);
        return k - 2 * l;
    }

    private static double Raised(A a, int i)
    {
        a.X += i;
        return a.X * i;
    }

    private static double Added(A a, double k)
    {
        a.X += k;
        return a.X;
    }

    [Differentiable]
    [At(1.3, 0.7)]
    public static double OfTheObjectItself(double x, double y)
    {
        var a = new A(x);
        return Twice(a, a.X) * a.Own(a.X);
    }

    [Differentiable]
    [At(1.3, 0.7)]
    public static double BesideAnother(double x, double y)
    {
        var a = new A(x);
        return Other(a, new A(y), a.X);
    }

    [Differentiable]
    [At(1.3, 0.7)]
    public static double OfOtherKinds(double x, double y)
    {
        var a = new A(x);
        a.D = y;
        return Whole(a, a.N) * x + OfStruct(a, a.S) + OfProperty(a, a.Property) + OfNullable(a, a.D);
    }

    [Differentiable]
    [Allocates("arrays")]
    [At(1.3, 0.7)]
    public static double OfAnArray(double x, double y)
    {
        var a = new A(x);
        return OfArray(a, a.W);
    }

    [Differentiable]
    [At(1.3, 0.7)]
    public static double BeforeTheObject(double x, double y)
    {
        var a = new A(x);
        return First(a.X, a);
    }

    [Differentiable]
    [At(1.3, 0.7)]
    public static double OfAMethodOfTheObject(double x, double y)
    {
        var a = new A(x);
        return new A(y).Take(a, a.X) * a.Take(a, a.X) * a.Both(a.X) * a.Both(a.Bump());
    }

    [Differentiable]
    [At(1.3, 0.7)]
    public static double OfAnOperator(double x, double y)
    {
        var a = new A(x);
        return a * a.X + a[a.X, 2];
    }

    [Differentiable]
    [At(1.3, 0.7)]
    public static double OfAFamily(double x, double y)
    {
        IShape p = x > y ? new Sum
        {
            X = x
        }

        : new Product
        {
            X = y
        };
        return p is Sum a ? p.Grow(a.X) : p is Product b ? Generic(p, b.X) : 0;
    }

    [Differentiable]
    [At(1.3, 0.7)]
    public static double OfGenerics(double x, double y)
    {
        var g = new Box<double>(x);
        var s = new Sum
        {
            X = y
        };
        return OfGenericType(g, g.X) + OfTypeParameter(g, g.X, y) + Generic(s, s.X);
    }

    [Differentiable]
    [At(1.3, 0.7)]
    public static double OfAKeptParameter(double x, double y)
    {
        var p = new Captured(x);
        return p.Grow(p.K) + y * p.OfItself() * p.K;
    }

    [Differentiable]
    [At(1.3, 0.7)]
    public static double Deeper(double x, double y)
    {
        var a = new A(x);
        return Deep(a, a.X) + y * Sometimes(a, a.X) * a.X;
    }

    [Differentiable]
    [At(1.3, 0.7)]
    public static double OfANestedObject(double x, double y)
    {
        var h = new Holder(new A(x));
        var g = new Holder(new A(y));
        return h.Do(h.A.X) + h.DoTo(g, g.A.X) * g.DoTo(h, h.A.X) * x;
    }

    [Differentiable]
    [At(1.3, 0.7)]
    public static double OfFunctions(double x, double y)
    {
        var a = new A(x);
        Func<double, double> f = v =>
        {
            a.X += v;
            return v;
        };
        return WithFunction(a, a.X, v => v * a.X) + f(a.X) * f(y);
    }

    [Differentiable]
    [At(1.3, 0.7)]
    public static double ByOtherWays(double x, double y)
    {
        var a = new A(x);
        return ByAnotherName(a, a.X) + ByLambda(a, a.X) + ByLocalFunction(a, a.X) + ByReference(a, a.X) * y + ByOut(a, a.X);
    }

    [Differentiable]
    [At(1.3, 0.7)]
    public static double OfTwoObjects(double x, double y)
    {
        var a = new A(x);
        var b = new A(y);
        return Swapped(a, b, a.X, b.X) * a.X;
    }

    [Differentiable]
    [At(1.3, 0.7)]
    public static double BesideAChange(double x, double y)
    {
        var a = new A(x);
        double s = a.X;
        s += a.Growing;
        a.X += a.Bump();
        return s * a.X * a.Growing + a.X * Math.Max(a.X, a.Bump() - 3) * y;
    }

    [Differentiable]
    [Allocates("a list")]
    [At(1.3, 0.7)]
    public static double ElementWhoseIndexMoves(double x, double y)
    {
        var l = new List<A>
        {
            new(x),
            new(y)
        };
        int i = 0;
        return Raised(l[i], ++i) * l[0].X;
    }

    [Differentiable]
    [Allocates("an array")]
    [At(1.3, 0.7)]
    public static double ElementBesideAnother(double x, double y)
    {
        var l = new A[]
        {
            new(x),
            new(y)
        };
        int i = 0;
        return Added(l[i], l[i = 1].X) * l[0].X;
    }

    [Differentiable]
    [Allocates("a list")]
    [At(1.3, 0.7)]
    public static double ElementWhoseIndexAFunctionMoves(double x, double y)
    {
        var l = new List<A>
        {
            new(x),
            new(y)
        };
        int i = 0;
        double Next()
        {
            i = 1 - i;
            return l[i].X;
        }

        return Added(l[i], Next());
    }

    public class Indexed
    {
        public double X, Y;
        public int N = 1;
        public double this[int i]
        {
            get
            {
                N++;
                return X * i;
            }

            set
            {
                Y = value * i;
            }
        }
    }

    public struct IndexedStruct
    {
        public double X, Y;
        public int N;
        public double this[int i]
        {
            get
            {
                N++;
                return X * i;
            }

            set
            {
                Y = value * i;
            }
        }
    }

    [Differentiable]
    [At(1.3, 0.7)]
    public static double OfAnIndexerThatChangesIt(double x, double y)
    {
        var a = new Indexed
        {
            X = x
        };
        a[a.N] += y;
        var b = new IndexedStruct
        {
            X = y,
            N = 1
        };
        b[b.N] += x;
        var c = new Indexed
        {
            X = x
        };
        c[c.N]++;
        return a.Y * b.Y * c.Y;
    }
}
