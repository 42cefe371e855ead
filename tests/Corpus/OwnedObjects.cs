using System;
using AutoDiff;

namespace Corpus;

/// <summary>Objects that hold objects, which their constructors are given or make: each is known under all its names.</summary>
public static partial class OwnedObjects
{
    public sealed class Pid
    {
        public double Kp, Ki, Sum;

        public Pid(double kp, double ki)
        {
            Kp = kp;
            Ki = ki;
        }

        public double Step(double e)
        {
            Sum += e;
            return Kp * e + Ki * Sum;
        }
    }

    public sealed class Torque
    {
        public Pid Loop { get; set; }

        private double _last;

        public Torque(double k)
        {
            Loop = new Pid(k, 0.1 * k);
        }

        public double Run(double x)
        {
            _last = Loop.Step(x - _last);
            return _last;
        }
    }

    public sealed class Matrix
    {
        private readonly double[,] _d;
        public int N;

        public Matrix(int n)
        {
            N = n;
            _d = new double[n, n];
        }

        public double this[int i, int j]
        {
            get => _d[i, j];
            set => _d[i, j] = value;
        }

        public Matrix Copy()
        {
            Matrix m = new(N);
            for (int i = 0; i < N; i++) for (int j = 0; j < N; j++) m[i, j] = this[i, j];
            return m;
        }
    }

    public sealed class Qr
    {
        public Matrix Q { get; private set; }

        public Matrix R { get; private set; }

        public Qr(Matrix a)
        {
            Q = a.Copy();
            R = new Matrix(a.N);
            for (int i = 0; i < a.N; i++)
            {
                double s = 0;
                for (int k = 0; k < a.N; k++) s += Q[k, i] * Q[k, i];
                R[i, i] = Math.Sqrt(s);
                for (int k = 0; k < a.N; k++) Q[k, i] /= R[i, i];
                for (int j = i + 1; j < a.N; j++)
                {
                    double t = 0;
                    for (int k = 0; k < a.N; k++) t += Q[k, i] * Q[k, j];
                    R[i, j] = t;
                    for (int k = 0; k < a.N; k++) Q[k, j] -= Q[k, i] * t;
                }
            }
        }

        public double Det()
        {
            double d = 1;
            for (int i = 0; i < R.N; i++) d *= R[i, i];
            return d;
        }
    }

    public sealed class Shared
    {
        private readonly Pid _p;

        public Shared(Pid p)
        {
            _p = p;
        }

        public double Run(double x) => _p.Step(x);
    }

    public sealed class Twice
    {
        private readonly Pid _p, _q;

        public Twice(Pid p)
        {
            _p = p;
            _q = p;
        }

        public double Run(double x) => _p.Step(x) + _q.Step(x);
    }

    public sealed class Chain
    {
        private readonly Shared _s;
        private readonly Pid _own;

        public Chain(double k)
        {
            _own = new Pid(k, k);
            _s = new Shared(_own);
        }

        public double Run(double x)
        {
            _own.Sum += x;
            return _s.Run(x) * _own.Sum;
        }
    }

    public sealed class Vector
    {
        public readonly double[] D;
        public double S;

        public Vector(int n)
        {
            D = new double[n];
        }

        public Vector(double[] d)
        {
            D = d;
        }

        public Vector Copy()
        {
            var c = new Vector(D.Length);
            for (int i = 0; i < D.Length; i++) c.D[i] = D[i];
            c.S = S;
            return c;
        }

        public double Norm()
        {
            double s = 0;
            foreach (double v in D) s += v * v;
            return s + S;
        }
    }

    public sealed class Pair
    {
        public readonly Vector A, B;
        public double W;

        public Pair(Vector a, double w)
        {
            A = a;
            B = a.Copy();
            W = w;
            A.S += w;
        }

        public Pair(double w) : this(new Vector(2), w)
        {
            W *= 2;
        }

        public double Both() => A.Norm() * W + B.Norm();

        public Pair Swapped()
        {
            return new Pair(B, W);
        }
    }

    public struct Box
    {
        public Vector V;
        public double K;

        public Box(Vector v, double k)
        {
            V = v;
            K = k;
        }

        public double Run()
        {
            V.S += K;
            return V.Norm();
        }
    }

    public sealed record Record(Vector V, double K)
    {
        public double Run()
        {
            V.S += K;
            return V.Norm();
        }
    }

    public sealed class Solver
    {
        private readonly Pair _p;
        private readonly Vector _v;
        private int _n;

        public Solver(Pair p)
        {
            _p = p;
            _v = p.A;
            _n = 2;
        }

        public double Solve(double x)
        {
            for (int i = 0; i < _n; i++)
            {
                _v.D[i] += x;
                _p.B.D[i] *= x;
            }
            _n = 1;
            return _p.Both();
        }
    }

    public sealed class ByInitializer
    {
        public Vector V { get; }

        = new Vector(2);

        private readonly Vector _w;

        public ByInitializer(double x)
        {
            V.D[0] = x;
            _w = V;
            _w.D[1] = x * x;
            V.S = 1;
        }

        public double F() => V.Norm() * _w.Norm();
    }

    public sealed class Later
    {
        private readonly Vector _v;

        public Later(double x)
        {
            double y = x * x;
            for (int i = 0; i < 2; i++) y += i;
            _v = Make(y);
            _v.S -= 1;
        }

        private static Vector Make(double y)
        {
            var v = new Vector(2);
            v.D[0] = y;
            return v;
        }

        public Vector V => _v;
    }

    public sealed class Tree
    {
        public readonly ByInitializer L, R;

        public Tree(double x)
        {
            L = new ByInitializer(x);
            R = new ByInitializer(2 * x);
            L.V.S = R.V.D[0];
        }

        public double F() => L.F() + R.F();
    }

    [Differentiable]
    [Allocates("objects")]
    [At(1.3, 0.7)]
    public static double Controller(double k, double x)
    {
        var t = new Torque(k);
        double s = 0;
        for (int i = 0; i < 3; i++) s += t.Run(x * i);
        return s;
    }

    [Differentiable]
    [Allocates("objects")]
    [At(new double[] { 1.3, 0.5, 2.1, 0.9 })]
    public static double Factorised(double[] a)
    {
        var m = new Matrix(2);
        for (int i = 0; i < 2; i++) for (int j = 0; j < 2; j++) m[i, j] = a[2 * i + j];
        var qr = new Qr(m);
        return qr.Det() + qr.Q[0, 1] * qr.R[0, 1] + m[0, 0];
    }

    [Differentiable]
    [Allocates("objects")]
    [At(1.3, 0.7)]
    public static double SharedController(double k, double x)
    {
        var p = new Pid(k, 2);
        var s = new Shared(p);
        double y = s.Run(x) + p.Step(x);
        p.Kp = x;
        return y * s.Run(x) * p.Sum;
    }

    [Differentiable]
    [Allocates("objects")]
    [At(1.3, 0.7)]
    public static double GivenOnTheSpot(double k, double x)
    {
        var s = new Shared(new Pid(k, x));
        return s.Run(x) * s.Run(k);
    }

    [Differentiable]
    [Allocates("objects")]
    [At(1.3, 0.7)]
    public static double TwiceOnTheSpot(double k, double x)
    {
        var s = new Twice(new Pid(k, x));
        return s.Run(x) * s.Run(k);
    }

    [Differentiable]
    [Allocates("objects")]
    [At(1.3, 0.7)]
    public static double TwiceByName(double k, double x)
    {
        var p = new Pid(k, x);
        var s = new Twice(p);
        p.Sum += k;
        return s.Run(x) * s.Run(k) * p.Sum;
    }

    [Differentiable]
    [Allocates("objects")]
    [At(1.3, 0.7)]
    public static double Chained(double k, double x)
    {
        var s = new Chain(k);
        return s.Run(x) * s.Run(k);
    }

    [Differentiable]
    [Allocates("objects")]
    [At(1.3, 0.7)]
    public static double SecondName(double k, double x)
    {
        var a = new Chain(k);
        var b = a;
        return a.Run(x) * b.Run(k) * a.Run(1);
    }

    [Differentiable]
    [Allocates("objects")]
    [At(1.3, 0.7)]
    public static double MemberByName(double k, double x)
    {
        var a = new Torque(k);
        var p = a.Loop;
        p.Kp *= x;
        return a.Run(x) * p.Step(k) * a.Loop.Sum;
    }

    [Differentiable]
    [Allocates("objects")]
    [At(1.3, 0.7)]
    public static double InALoop(double k, double x)
    {
        double y = 0;
        for (int i = 0; i < 3; i++)
        {
            var a = new Torque(k + i);
            y += a.Run(x) * a.Run(y);
        }
        return y;
    }

    [Differentiable]
    [Allocates("objects")]
    [At(1.3, 0.7)]
    public static double CopyAndOriginal(double k, double x)
    {
        var v = new Vector(2);
        v.D[0] = k;
        var p = new Pair(v, x);
        v.D[1] = x;
        p.B.D[1] = k;
        return p.Both() * v.S;
    }

    [Differentiable]
    [Allocates("objects")]
    [At(1.3, 0.7)]
    public static double ByOtherConstructor(double k, double x)
    {
        var p = new Pair(x);
        p.A.D[0] = k;
        p.B.D[1] = k * x;
        return p.Both() * p.W;
    }

    [Differentiable]
    [Allocates("objects")]
    [At(1.3, 0.7)]
    public static double CopiedStruct(double k, double x)
    {
        var v = new Vector(2);
        v.D[0] = k;
        var b = new Box(v, x);
        var c = b;
        c.K = k;
        return b.Run() * c.Run() * v.S;
    }

    [Differentiable]
    [Allocates("objects")]
    [At(1.3, 0.7)]
    public static double CopiedStructOfTemporary(double k, double x)
    {
        var b = new Box(new Vector(2), x);
        var c = b;
        c.K = k;
        c.V.D[0] = x;
        return b.Run() * c.Run() * b.V.S;
    }

    [Differentiable]
    [Allocates("objects")]
    [At(1.3, 0.7)]
    public static double CopiedRecord(double k, double x)
    {
        var r = new Record(new Vector(2), x);
        var s = r with { K = k };
        return r.Run() * s.Run() + r.V.S * s.V.S;
    }

    [Differentiable]
    [Allocates("objects")]
    [At(1.3, 0.7)]
    public static double Solved(double k, double x)
    {
        var p = new Pair(x);
        p.A.D[1] = k;
        var s = new Solver(p);
        double y = s.Solve(k) * s.Solve(x);
        return y + p.Both() * p.A.D[0];
    }

    [Differentiable]
    [Allocates("objects")]
    [At(1.3, 0.7)]
    public static double Initialised(double k, double x)
    {
        var p = new ByInitializer(x);
        p.V.D[0] += k;
        return p.F();
    }

    [Differentiable]
    [Allocates("objects")]
    [At(1.3, 0.7)]
    public static double MadeByMethod(double k, double x)
    {
        var p = new Later(x);
        var v = p.V;
        v.D[1] = k;
        return p.V.Norm() * v.S;
    }

    [Differentiable]
    [Allocates("objects")]
    [At(1.3, 0.7)]
    public static double TwoLevels(double k, double x)
    {
        var p = new Tree(x);
        p.R.V.D[1] = k;
        return p.F();
    }

    [Differentiable]
    [Allocates("objects")]
    [At(1.3, 0.7)]
    public static double Swapped(double k, double x)
    {
        var p = new Pair(x);
        p.A.D[1] = k;
        p.B.D[0] = x;
        var q = p.Swapped();
        q.A.D[1] = 5 * x;
        return q.Both() * p.Both();
    }

    [Differentiable]
    [Allocates("objects")]
    [At(1.3, 0.7)]
    public static double SolvedOnTheSpot(double k, double x)
    {
        var s = new Solver(new Pair(x));
        return s.Solve(k) * s.Solve(x);
    }

    [Differentiable]
    [Allocates("objects")]
    [At(1.3, 0.7)]
    public static double SharedInLoop(double k, double x)
    {
        double y = 0;
        Vector v = new(2);
        for (int i = 0; i < 3; i++)
        {
            var p = new Pair(v, x + i);
            p.B.D[1] = y;
            y += p.Both();
            v.D[0] += k;
        }
        return y * v.S;
    }

    [Differentiable]
    [Allocates("objects")]
    [At(1.3, 0.7)]
    public static double ReturnedAndGiven(double k, double x) => Make(k, x).Both() * Use(Make(x, k));

    private static Pair Make(double k, double x)
    {
        var v = new Vector([k, x]);
        return new Pair(v, k * x);
    }

    private static double Use(Pair p)
    {
        p.A.D[0] += 1;
        return p.Both();
    }

    [Differentiable]
    [Allocates("objects")]
    [At(1.3, 0.7)]
    public static double Chosen(double k, double x)
    {
        var p = k > 0 ? Make(k, x) : Make(x, k);
        p.A.D[0] = 3 * k;
        return p.Both();
    }

    [Differentiable]
    [Allocates("objects")]
    [At(1.3, 0.7)]
    public static double ArraysByName(double k, double x)
    {
        var v = new Vector([k, x]);
        double[] d = v.D;
        var a = new Pair(v, x);
        d[0] *= k;
        d = a.B.D;
        d[1] += k;
        return a.Both();
    }

    [Differentiable]
    [Allocates("objects")]
    [At(1.3, 0.7)]
    public static double InLocalFunction(double k, double x)
    {
        Pair a = Make(k, x), b = a;
        b.A.S = 7 * x;
        double F()
        {
            a.W = x;
            return b.Both();
        }
        return F() * a.W;
    }
}
