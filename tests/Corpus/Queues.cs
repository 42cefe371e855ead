using System;
using System.Collections.Generic;
using System.Linq;
using AutoDiff;

namespace Corpus;

public static partial class Queues
{
    [Differentiable]
    [At(new double[] { 1, 2, 3, 4, 5, 6 }, 0.7)]
    [Allocates("the queue")]
    public static double MovingAverage(double[] x, double a)
    {
        var window = new Queue<double>();
        double sum = 0, r = 0;
        foreach (double v in x)
        {
            window.Enqueue(v * a);
            sum += v * a;
            if (window.Count > 3)
                sum -= window.Dequeue();
            r += sum * sum / window.Count;
        }

        return r;
    }

    [Differentiable]
    [At(0.7, 1.2)]
    [Allocates("the queue")]
    public static double DelayLine(double a, double b)
    {
        var line = new Queue<double>(new double[5]);
        double y = a;
        for (int i = 0; i < 40; i++)
        {
            double d = line.Dequeue();
            y = 0.9 * y + 0.1 * d * b;
            line.Enqueue(y * y);
        }

        return y + line.Sum();
    }

    [Differentiable]
    [At(0.7, 1.2)]
    [Allocates("the queue")]
    public static double Wraps(double a, double b)
    {
        var q = new Queue<double>(2);
        double r = 0;
        for (int i = 0; i < 30; i++)
        {
            q.Enqueue(a * i);
            q.Enqueue(b + i);
            q.Enqueue(a * b);
            r = r * 0.3 + q.Dequeue() * q.Dequeue();
            foreach (double x in q)
                r = r * 0.9 + x;
        }

        double[] z = q.ToArray();
        return r + z[3] * z[7] + q.Peek() * q.Last() + q.Count;
    }

    [Differentiable]
    [At(0.7, 1.2)]
    [Allocates("the queue")]
    public static double Cleared(double a, double b)
    {
        var q = new Queue<double>();
        for (int i = 0; i < 7; i++)
            q.Enqueue(a * i);
        q.Dequeue();
        q.Clear();
        double r = q.TryPeek(out double v) ? v : b;
        if (!q.TryDequeue(out v))
            r += v + 1;
        q.Enqueue(a);
        q.Enqueue(b);
        if (q.TryDequeue(out double w))
            r *= w;
        if (q.TryPeek(out w))
            r += w;
        return r + q.Dequeue() * q.Count;
    }

    [Differentiable]
    [At(0.7, 1.2, Throws = typeof(InvalidOperationException))]
    [Allocates("the queue")]
    public static double TakenTooOften(double a, double b)
    {
        var q = new Queue<double>();
        q.Enqueue(a);
        return q.Dequeue() * q.Dequeue() * b;
    }

    [Differentiable]
    [At(0.7, 1.2, Throws = typeof(InvalidOperationException))]
    [Allocates("the queue")]
    public static double PeekedWhereEmpty(double a, double b)
    {
        var q = new Queue<double>();
        if (a > 100)
            q.Enqueue(b);
        return q.Peek();
    }

    static void Rotate(Queue<double> q) => q.Enqueue(q.Dequeue());
    static Queue<double> Make(double a, double b)
    {
        var q = new Queue<double>();
        q.Enqueue(a);
        q.Enqueue(b);
        return q;
    }

    [Differentiable]
    [At(0.7, 1.2)]
    [Allocates("the queue")]
    public static double Helpers(double a, double b)
    {
        var q = Make(a, b);
        var t = q;
        Rotate(q);
        Rotate(t);
        Rotate(q);
        t.Enqueue(a * b);
        Func<double> next = () => q.Dequeue();
        return next() + 2 * next() + 3 * q.Dequeue() + t.Count;
    }

    [Differentiable]
    [At(0.7, 1.2)]
    [Allocates("the queue")]
    public static double BreadthFirst(double a, double b)
    {
        var q = new Queue<(int Depth, double V)>();
        q.Enqueue((0, a));
        double r = 0;
        while (q.TryDequeue(out var node))
        {
            r = r * 0.5 + node.V * node.V;
            if (node.Depth < 3)
            {
                q.Enqueue((node.Depth + 1, node.V * b));
                q.Enqueue((node.Depth + 1, node.V + a));
            }
        }

        return r;
    }

    struct P
    {
        public double X, Y;
    }

    [Differentiable]
    [At(0.7, 1.2)]
    [Allocates("the queue")]
    public static double Structs(double a, double b)
    {
        var s = new Queue<P>();
        var p = new P
        {
            X = a,
            Y = b
        };
        s.Enqueue(p);
        p.X = 100 * a;
        s.Enqueue(p);
        P q = s.Peek();
        q.Y = 7;
        double r = s.Peek().Y * q.X;
        P t = s.Dequeue();
        s.Enqueue(new P { X = b, Y = b });
        r += t.X * t.Y;
        foreach (P e in s)
            r = r * 0.5 + e.X * e.Y;
        return r;
    }

    [Differentiable]
    [At(0.7f, 1.2f)]
    [Allocates("the queue")]
    public static float Floats(float a, float b)
    {
        var s = new Queue<float>();
        s.Enqueue(a);
        s.Enqueue(b * a);
        float r = s.Dequeue();
        return r * s.Dequeue() + s.Count;
    }

    [Differentiable]
    [At(new double[] { 0.9, 2, 3 }, 0.5)]
    [Allocates("the queue")]
    public static double Copied(double[] x, double a)
    {
        var s = new Queue<double>(x.Select(v => v * a));
        var t = new Queue<double>(s);
        var u = new Queue<double>(x.Where(v => v > 1.0));
        var st = new Stack<double>(t);
        var w = new Queue<double>(st);
        x[0] = 100;
        s.Enqueue(7);
        return s.Dequeue() * 2 + t.Dequeue() * 3 + u.Dequeue() * u.Dequeue() * 4 + w.Dequeue() * w.Count + t.Count * st.Pop();
    }

    [Differentiable]
    [At(0.7, 1.2)]
    [Allocates("the queue")]
    public static double Remade(double a, double b)
    {
        double r = 0;
        for (int i = 0; i < 4; i++)
        {
            var q = new Queue<double>();
            for (int j = 0; j <= 2 * i; j++)
                q.Enqueue(a + j * r);
            while (q.Count > 1)
                q.Enqueue(0.5 * (q.Dequeue() + q.Dequeue() * b));
            r += q.Dequeue();
        }

        return r;
    }

    [Differentiable]
    [At(0.7, 1.2)]
    [At(1.7, 0.2)]
    [Allocates("the queue")]
    public static double Branches(double a, double b)
    {
        var q = new Queue<double>();
        try
        {
            for (int i = 0; i < 10; i++)
            {
                q.Enqueue(a * i);
                if (a > 1)
                    q.Enqueue(b);
                if (q.Count > 6)
                    return q.Dequeue() + q.Dequeue() * b + q.Dequeue();
            }
        }
        finally
        {
            q.Clear();
        }

        return 0;
    }

    [Differentiable]
    [At(0.7, 1.2)]
    [Allocates("the queue")]
    public static double Order(double a, double b)
    {
        var s = new Queue<double>();
        s.Enqueue(a);
        s.Enqueue(b);
        s.Enqueue(3);
        double r = s.Peek() * (s.Dequeue() - s.Peek() * 7) + s.Dequeue() * s.Peek();
        s.Enqueue(s.Dequeue() + s.Count);
        s.Enqueue(s.Peek() + (s.Count > 0 ? s.Dequeue() : 1));
        return r + s.Dequeue();
    }

    sealed class Fir
    {
        private readonly Queue<double> line = new Queue<double>();
        private readonly double[] taps;
        public Fir(double[] taps)
        {
            this.taps = taps;
            foreach (double t in taps)
                line.Enqueue(0 * t);
        }

        public double Next(double x)
        {
            line.Dequeue();
            line.Enqueue(x);
            double y = 0;
            int i = 0;
            foreach (double v in line)
                y += v * taps[i++];
            return y;
        }
    }

    [Differentiable]
    [At(new double[] { 1, 2, 3 }, 0.5)]
    [Allocates("the queue")]
    public static double Filter(double[] taps, double a)
    {
        var f = new Fir(taps);
        var g = new Fir(taps);
        double r = 0;
        for (int i = 0; i < 9; i++)
            r += f.Next(a * i) * g.Next(r * 0.01);
        return r;
    }

    [Differentiable]
    [At(0.7, 1.2)]
    [Allocates("the queue")]
    public static double Linq(double a, double b)
    {
        var s = new Queue<double>();
        s.Enqueue(a);
        s.Enqueue(b);
        s.Enqueue(-1);
        double r = s.Where(x => x > 0).Select(x => x * x).Sum() + s.Average() + s.Min() + s.Last() + s.ElementAt(1) + s.Reverse().First() + s.Zip(s.Skip(1), (x, y) => x * y).Sum();
        return r + s.Aggregate(1.0, (x, y) => x * y + 1) + s.OrderBy(x => x).First();
    }

    [Differentiable]
    [At(0.7, 1.2, 0)]
    [At(0.7, 1.2, 3)]
    [At(0.7, 1.2, -1, Throws = typeof(ArgumentOutOfRangeException))]
    [Allocates("the queue")]
    public static double Room(double a, double b, int n)
    {
        var s = new Queue<double>(n);
        double r = 0;
        for (int i = 0; i < 11; i++)
        {
            s.Enqueue(a * i);
            s.Enqueue(r);
            r += s.Dequeue() * b;
        }

        var t = new Queue<double>(new double[n]);
        for (int i = 0; i < 11; i++)
        {
            t.Enqueue(a * i);
            t.Enqueue(r);
            r += t.Dequeue() * b;
        }

        return r + s.Count + t.ToArray()[3];
    }

    [Differentiable]
    [At(0.7, 1.2)]
    [Allocates("the queue")]
    public static double OfArrays(double a, double b)
    {
        var s = new Queue<double[]>();
        var row = new double[]
        {
            a,
            b
        };
        s.Enqueue(row);
        row[0] = 2 * b;
        return s.Dequeue()[0];
    }

    [Differentiable]
    [At(0.7, 1.2)]
    [Allocates("the queue")]
    public static double MadeInATuple(double a, double b)
    {
        var(s, t) = (new Stack<double>(), new Queue<double>());
        s.Push(a);
        t.Enqueue(b);
        return s.Pop() * t.Dequeue();
    }
}
