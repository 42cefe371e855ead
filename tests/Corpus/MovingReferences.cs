using System;
using AutoDiff;

namespace Corpus;

/// <summary>References that refer to one element after another.</summary>
public static partial class MovingReferences
{
    public struct Body
    {
        public double Mass, Position;
        public int Kind;
        public readonly double Pull(double x) => Mass / (1 + (x - Position) * (x - Position));
        public void Push(double by) => Position += by * Mass;
    }

    [Differentiable]
    [At(new[] { 1.3, 0.4, 2.0 }, 0.5)]
    [At(new[] { 1.3, 2.4, 2.0 }, -0.5)]
    public static double Assigned(double[] x, double k)
    {
        double[] y = (double[])x.Clone();
        ref double r = ref y[0];
        r *= k;
        r = ref y[1];
        r += k * r;
        r = ref y[2];
        return y[0] * y[1] + r * r;
    }

    private static ref double Largest(double[] x)
    {
        ref double best = ref x[0];
        for (int i = 1; i < x.Length; i++)
            if (x[i] > best)
                best = ref x[i];
        return ref best;
    }

    [Differentiable]
    [At(new[] { 1.3, 0.4, 2.0 }, 0.5)]
    [At(new[] { 3.3, 0.4, 2.0 }, 0.5)]
    public static double OfALoop(double[] x, double k)
    {
        double[] y = (double[])x.Clone();
        Largest(y) *= k;
        ref double again = ref Largest(y);
        again = Math.Sin(again) + k;
        return y[0] * y[1] + y[2] * y[2];
    }

    /// <summary>Each step changes what the next one compares.</summary>
    [Differentiable]
    [At(new[] { 1.3, 0.4, 2.0 }, 0.5, 4)]
    [At(new[] { 1.3, 0.4, 2.0, 5.0 }, 0.25, 6)]
    [At(new[] { 1.0 }, 0.25, 0)]
    public static double Repeatedly(double[] x, double k, int n)
    {
        double[] y = (double[])x.Clone();
        double sum = 0;
        for (int i = 0; i < n; i++)
        {
            ref double top = ref Largest(y);
            sum += top * (i + 1);
            top *= k;
            top = ref y[i % y.Length];
            top += k;
        }

        return sum + y[0];
    }

    private static ref double Find(double[] x, double above)
    {
        for (int i = 0; i < x.Length; i++)
            if (x[i] > above)
                return ref x[i];
        return ref x[^1];
    }

    [Differentiable]
    [At(new[] { 1.3, 0.4, 2.0 }, 0.5, 1.0)]
    [At(new[] { 1.3, 0.4, 2.0 }, 0.5, 1.5)]
    [At(new[] { 1.3, 0.4, 2.0 }, 0.5, 9.0)]
    public static double Found(double[] x, double k, [NoGradient] double above)
    {
        Find(x, above) = k * k;
        Find(x, k) *= 3;
        return x[0] * x[1] + x[2] * Find(x, 0);
    }

    private static ref double FindIn(double[, ] m, double above)
    {
        for (int i = 0; i < m.GetLength(0); i++)
            for (int j = 0; j < m.GetLength(1); j++)
                if (m[i, j] > above)
                    return ref m[i, j];
        throw new InvalidOperationException("Not found");
    }

    [Differentiable]
    [Allocates("a matrix")]
    [At(0.5, 1.5)]
    [At(2.5, 0.5)]
    [At(0.25, 0.5, Throws = typeof(InvalidOperationException))]
    public static double InAMatrix(double x, double k)
    {
        double[, ] m =
        {
            {
                x,
                k
            },
            {
                x * k,
                1
            }
        };
        ref double found = ref FindIn(m, 1);
        found *= m[1, 0];
        found = ref m[1, 1];
        found += k;
        return m[0, 0] * m[0, 1] + m[1, 1] * found;
    }

    [Differentiable]
    [Allocates("an array of structs")]
    [At(new[] { 1.3, 0.4, 2.0 }, new[] { 0.3, 0.2, 0.1 }, 0.5)]
    [At(new[] { 0.3, 1.4, 0.25 }, new[] { 0.3, 0.2, 0.1 }, -0.75)]
    public static double NearestBody(double[] mass, [NoGradient] double[] place, double x)
    {
        var bodies = new Body[mass.Length];
        for (int i = 0; i < bodies.Length; i++)
            bodies[i] = new Body
            {
                Mass = mass[i],
                Position = place[i] + mass[i] * mass[i],
                Kind = i
            };
        ref Body nearest = ref bodies[0];
        for (int i = 1; i < bodies.Length; i++)
        {
            ref Body each = ref bodies[i];
            if (Math.Abs(each.Position - x) < Math.Abs(nearest.Position - x))
                nearest = ref each;
        }

        nearest.Push(x);
        nearest.Mass *= 2 + nearest.Kind;
        double sum = 0;
        foreach (Body b in bodies)
            sum += b.Pull(x) * (1 + b.Kind);
        return sum;
    }

    private static ref Body Heaviest(Span<Body> bodies)
    {
        ref Body best = ref bodies[0];
        foreach (ref Body each in bodies)
            if (each.Mass > best.Mass)
                best = ref each;
        return ref best;
    }

    [Differentiable]
    [Allocates("an array of structs")]
    [At(1.5, 2.0)]
    [At(2.5, 2.0)]
    public static double StructsByReference(double x, double k)
    {
        Body[] bodies = [new()
        {
            Mass = x,
            Position = k
        }, new()
        {
            Mass = k,
            Position = x * k
        }, new()
        {
            Mass = x * x / 3,
            Position = 1
        }

        ];
        ref Body best = ref Heaviest(bodies);
        best.Push(k);
        Heaviest(bodies.AsSpan(1)).Mass *= x;
        double sum = 0;
        foreach (Body b in bodies)
            sum += b.Pull(x);
        return sum;
    }

    [Differentiable]
    [Allocates("an array of structs")]
    [At(1.5, 2.0)]
    [At(2.5, 2.0)]
    public static double MemberByMember(double x, double k)
    {
        Body[] bodies = [new()
        {
            Mass = x,
            Position = k
        }, new()
        {
            Mass = k,
            Position = x * k
        }

        ];
        ref double mass = ref bodies[0].Mass;
        mass *= k;
        mass = ref bodies[1].Mass;
        mass += x;
        return bodies[0].Pull(x) * bodies[1].Pull(k);
    }

    [Differentiable]
    [At(new[] { 1.3, 0.4, 2.0 }, 0.5)]
    [At(new[] { 0.3, 0.4, 2.0 }, 0.5)]
    public static double Chosen(double[] x, double k)
    {
        double[] y = (double[])x.Clone();
        ref double greater = ref (y[0] > y[1] ? ref y[0] : ref y[1]);
        greater *= k;
        (y[0] > y[1] ? ref y[0] : ref y[2]) += greater;
        return y[0] * y[1] + y[2] * y[2];
    }

    private static ref double Greater(double[] x, int i, int j) => ref x[i] > x[j] ? ref x[i] : ref x[j];
    [Differentiable]
    [At(new[] { 1.3, 0.4, 2.0 }, 0.5)]
    [At(new[] { 0.3, 0.4, 2.0 }, 0.5)]
    public static double ChosenByAMethod(double[] x, double k)
    {
        double[] y = (double[])x.Clone();
        Greater(y, 0, 1) *= k;
        Greater(y, 1, 2) = Greater(y, 0, 1) * Greater(y, 0, 2);
        return y[0] * y[1] + y[2] * y[2];
    }

    /// <summary>The index is taken where the reference is made; the variables in it change afterwards.</summary>
    [Differentiable]
    [At(new[] { 1.3, 0.4, 2.0 }, 0.5)]
    [At(new[] { 0.3, 0.4, 2.0 }, 0.5)]
    public static double IndexChangedLater(double[] x, double k)
    {
        int i = 0;
        ref double r = ref x[i++];
        r *= k;
        i++;
        r = ref x[i];
        i = 1;
        r += k * x[i];
        r = ref x[(int)r % 3];
        return r * x[0] + x[1] * x[2] * x[2];
    }

    /// <summary>Through a span, and through the rows of an array of arrays.</summary>
    [Differentiable]
    [Allocates("an array of arrays")]
    [At(new[] { 1.3, 0.4, 2.0, 0.7 }, 0.5)]
    public static double InSpansAndRows(double[] x, double k)
    {
        Span<double> tail = x.AsSpan(1);
        ref double r = ref tail[0];
        for (int i = 0; i < tail.Length; i++)
        {
            r = ref tail[i];
            r *= k + i;
        }

        double[][] rows = [[r, k], [x[0], 3]];
        ref double s = ref rows[0][1];
        s *= r;
        s = ref rows[1][0];
        s += k;
        return rows[0][0] * rows[0][1] + rows[1][0] * x[2];
    }

    [Differentiable]
    [At(new[] { 1.3, 0.4, 2.0 }, 0.5, 2)]
    [At(new[] { 1.3, 0.4, 2.0 }, 0.5, 3, Throws = typeof(IndexOutOfRangeException))]
    [At(new[] { 1.3, 0.4, 2.0 }, 0.5, -1, Throws = typeof(IndexOutOfRangeException))]
    public static double OutOfRange(double[] x, double k, int i)
    {
        ref readonly double r = ref x[0];
        double y = r * k;
        r = ref x[i];
        return y;
    }

    /// <summary>A swap by way of two references that move towards each other.</summary>
    [Differentiable]
    [At(new[] { 1.3, 0.4, 2.0, 0.7, 0.1 }, 0.5)]
    [At(new[] { 1.3, 0.4, 2.0, 0.7 }, 1.5)]
    public static double Reversed(double[] x, double k)
    {
        double[] y = new double[x.Length];
        for (int i = 0; i < x.Length; i++)
            y[i] = x[i] * Math.Exp(-k * i);
        int from = 0, to = y.Length - 1;
        ref double a = ref y[from];
        ref double b = ref y[to];
        while (from < to)
        {
            (a, b) = (b * k, a);
            a = ref y[++from];
            b = ref y[--to];
        }

        double sum = 0;
        for (int i = 0; i < y.Length; i++)
            sum += y[i] * (i + 1);
        return sum;
    }

    /// <summary>What a reference refers to is handed on by reference.</summary>
    [Differentiable]
    [At(new[] { 1.3, 0.4, 2.0 }, 0.5)]
    public static double HandedOn(double[] x, double k)
    {
        ref double r = ref x[2];
        Scale(ref r, k);
        r = ref x[0];
        Scale(ref r, k);
        Scale(ref Greater(x, 0, 1), 3);
        return x[0] * x[1] * x[2];
        static void Scale(ref double place, double by)
        {
            place *= by;
            place += by;
        }
    }
}
