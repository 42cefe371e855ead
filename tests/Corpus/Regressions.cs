using System;
using AutoDiff;

namespace Corpus;

/// <summary>Programs that random generation found and that were once wrong, each in its smallest form.</summary>
public static partial class Regressions
{
    // The reverse sweep read zeros: a span made in an inner block was made again there, without what was stored into it.
    [Differentiable]
    [At(new double[] { 0.8972, 1.281 }, 1)]
    [At(new double[] { 0.8972, 1.281 }, 0)]
    public static double StackInABranch(ReadOnlySpan<double> r, int depth)
    {
        if (depth <= 0) return 1;
        Span<double> s = stackalloc double[] { 1.29, r[0], 0.71, 1.58 };
        return Math.Sin(s[1]) * r[1];
    }

    [Differentiable]
    [At(0.8, 3)]
    public static double StackOfALocalFunctionInALoop(double x, int n)
    {
        double y = x;
        for (int i = 0; i < n; i++) y = Blend(y, x) + 0.1 * i;
        return y;

        static double Blend(double u, double v)
        {
            Span<double> s = stackalloc double[3];
            s[0] = u * v;
            s[1] = Math.Sin(s[0]);
            s[2] = s[0] * s[1];
            return s[2] + s[1];
        }
    }

    // The generator failed: parentheses have no operation of their own.
    [Differentiable]
    [At(0.5)]
    public static double StackWithAnAssignment(double x)
    {
        double y = x;
        Span<double> s = stackalloc double[] { y++, (x = 2 * x), (x), x++ * 2 };
        Span<double> t = stackalloc double[(3)];
        t[0] = s[0] * s[1];
        return t[0] + s[2] * s[3] * y;
    }

    // The generated code did not compile: a callee that writes elsewhere was given a read-only span, which cannot be put back.
    [Differentiable]
    [At(new double[] { 0.5, 0.25 }, new double[] { 1.5, 0.75, 2 }, 0.7)]
    public static double ReadOnlySpanBesideAWrittenOne(Span<double> s, double[] a, double x)
    {
        ReadOnlySpan<double> r = a.AsSpan(1, 2);
        double y = AddInto(s, a.AsSpan(1), r);
        a[1] *= x;
        return y * AddInto(s, r, a) + a[1];
    }

    [Differentiable]
    [At(new double[] { 0.5, 0.25 }, new double[] { 1.5, 0.75 }, new double[] { 2, 0.125 })]
    private static double AddInto(Span<double> to, ReadOnlySpan<double> u, ReadOnlySpan<double> v)
    {
        for (int i = 0; i < to.Length; i++) to[i] += u[i] * v[i] * to[i];
        return to[0] * to[1];
    }

    // A warning in the generated code where the program has none: the branch that a constant rules out.
    [Differentiable]
    [At(0.7f, 0.3f)]
    public static float ConstantChoice(float x, float y)
    {
        const bool scaled = true;
        float s = x * y;
        s += scaled ? x / 3 : s;
        float t = s = s * y;
        t = t = t * s;
        return scaled ? t * s : x;
    }

    // The adjoint of the value was read before the adjoint of the region, which it lies in, was cleared.
    [Differentiable]
    [At(new double[] { -0.7934, -1.4925, -1.474, -1.1727 }, -1.2849)]
    public static double FilledWithOneOfItsElements(double[] a, double y)
    {
        Array.Fill(a, a[1] * a[2], 1, 2);
        Array.Fill(a, a[1], 0, 2);
        return a[0] * y + a[2] * a[3];
    }

    // The operands of a bulk operation were not evaluated from left to right.
    [Differentiable]
    [At(new double[] { -1.3978, 0.4921, -0.6885, 1.31, 1.0441 }, 4)]
    public static double BulkOperandsThatStep(double[] a, int n)
    {
        double[] b = new double[5];
        Array.Fill(a, a[n & 3], (n += 1) & 1, 2);
        int i = 0;
        Array.Copy(a, i++, b, i++, ++i);
        Array.Clear(b, i - 2, i++ - 2);
        return b[2] * a[3] + b[3] * a[1] + i + n;
    }

    // The generated code did not compile: a copy of an array under another name.
    [Differentiable]
    [At(0.8, 1.3)]
    public static double[] CloneOfAnInitializedArray(double x, double y)
    {
        double[] a = { 1, x, y, x * y };
        return (double[])a.Clone();
    }

    // A warning of unreachable code in the reverse sweep: a constant condition.
    [Differentiable]
    [At(0.8)]
    public static double ConstantInAVariable(double x)
    {
        int k = 3;
        double[] a = { x, x * x, k == 0 ? x : 0.125 };
        double s = a[0] * a[2];
        if (a[--k] > 0.1) s *= a[1];
        return s;
    }

    [Differentiable]
    [At(new double[] { 1, 2, 3, 4 }, new double[] { 0.5, 0.25 })]
    public static double ParameterGivenAnotherArray(double[] a, double[] b)
    {
        b[1] = a[0] * b[0];
        b = new double[] { b[1], a[1], 1 };
        a[2] *= b[0];
        return a[2] * b[1] + a[3];
    }

    [Differentiable]
    [At(new double[] { 1, 2, 3, 4 })]
    public static double RangesOfAnArray(double[] a)
    {
        double[] head = a[..2], tail = a[^2..], middle = a[1..3];
        middle[0] *= head[1];
        return middle[0] * tail[0] + head[0] * tail[1] * middle[1];
    }

    // The value was wrong: a negated negation was written as a decrement.
    [Differentiable]
    [At(1.4131, -0.2822)]
    public static double TwiceNegated(double x, double y)
    {
        double u = -(-Math.Sqrt(Math.Cos(y)));
        return -(-u) * x + Math.Atan2(-Math.Log(x + 2), y);
    }

    // The generated code did not compile: a constant parameter that is made to name another array.
    [Differentiable]
    [At(0.8, new double[] { 1, 2 })]
    public static double ConstantGivenAnotherArray(double x, [NoGradient] double[] w)
    {
        double s = w[0] * x;
        w = new double[] { x, 0.6, w[1] };
        return s * w[0] + w[2] * w[0];
    }

    // The generated code did not compile: an array result that nobody uses.
    [Differentiable]
    [At(0.8, 0.3)]
    [Allocates("the arrays that the called method returns")]
    public static double ArrayResultUnused(double x, double y)
    {
        double[] a = { x, y, x * y };
        Squared(a, a);
        Squared(a, [x, y]);
        return a[0] * a[1] + a[2];
    }

    // Its Jacobian was wrong: a column began with the tangents that the one before had left in the array that is stored into.
    [Differentiable]
    [At(new double[] { 1, 2, 3 }, new double[] { 0.5, 0.25 })]
    private static double[] Squared(double[] a, ReadOnlySpan<double> r)
    {
        a[0] *= a[1] + r[0];
        return (double[])a.Clone();
    }

    // The reverse sweep failed: in the run whose test ended the loop it looked for an array that only the body makes.
    [Differentiable]
    [At(new double[] { 0.5, 0.25, 0.75 }, 1.3)]
    public static double CopyInALoopWhoseTestAssigns(double[] a, double x)
    {
        double s = 0;
        int m = 0;
        while (m < 3 && (x *= Math.Cos(x)) < 0.8)
        {
            m++;
            double[] c = (double[])a.Clone();
            c[1] *= x;
            s += c[0] * c[1];
        }

        return s * x;
    }

    // Warnings in the generated code: a constant argument made a condition constant, and left a variable unused.
    [Differentiable]
    [At(0.5, 0.25)]
    public static double LocalFunctionOfAConstant(double x, double y)
    {
        return Signed(x * y, 1, 0.5 * 3) + Signed(y, -1, 2) * x;

        static double Signed(double u, double k, double unused) => k > 0 ? u * u : -u;
    }

    // The update of y was written behind the test that keeps zero times infinity away, where its factor has no name.
    [Differentiable]
    [At(0.7, 1.2, 0.3)]
    public static double InPlaceBehindATest(double y, double u, double c)
    {
        for (int i = 0; i < 3; i++) y = Math.Log(2.5 + u) - Math.Atan2(y * u, 2 + c * u);
        return y;
    }

    // The tangent of the part was cut where the new array ends.
    [Differentiable]
    [At(new double[] { 1, 2, 3, 4, 5, 6 }, 0.5)]
    public static double EndOfItself(double[] a, double x)
    {
        a = a[^4..];
        a[3] *= x;
        a = a[1..];
        return a[0] * a[1] * a[2] + a.Length * x;
    }

    // The compiler warns of these where they stand in the user's code; that they stand in generated code too is no news.
    [Differentiable]
    [At(0.7, 2)]
    public static double WarnedOf(double x, int n)
    {
#pragma warning disable CS0162, CS1717, CS1718
        n = n;
        double y = n < n ? x : x * x;
        return 1.27 >= 0.2371 ? y : Math.Exp(x);
#pragma warning restore
    }

    public record struct Sides(double X, double Y);

    public struct Plate
    {
        public Sides P;
        public double W;
    }

    [Differentiable]
    [At(0.7)]
    public static double Cubed(double x) => x * x * x;

    // The adjoint of a property was passed by reference, which does not compile.
    [Differentiable]
    [At(new double[] { 0.7, -1.2, 1.5 })]
    public static double PropertyAsAnArgument(Plate p)
    {
        ref double w = ref p.W;
        w *= Cubed(p.P.X);
        p.P.Y = w * p.P.X;
        return Cubed(p.P.Y) + Cubed(p.P.X) * p.W;
    }

    // A span over the stack was put into a variable declared outside of the branch, which does not compile.
    [Differentiable]
    [At(new double[] { 0.8, -0.7 }, 1)]
    [At(new double[] { 0.8, -0.7 }, 3)]
    public static double[] StackMemoryAfterAnEarlyReturn(double[] r, int n)
    {
        Span<double> s = stackalloc double[4];
        double v = Math.Exp(s[n] + r[1]);
        if (n > 2) return new double[2];
        try
        {
            s[n] = r[0] * v;
            (v, s[n & 3]) = (Math.Max(v * r[0], r[1]), s[n]++ * v);
            return [v, s[n & 3]];
        }
        finally
        {
            s[0] = 0;
        }
    }

    // What copies of rows held did not count: the derivative was zero.
    [Differentiable]
    [At(new double[] { 0.1, 2, 1, 3, 0.5, 0.2, 1, 1, 4 })]
    [Allocates("arrays of this kind are not pooled")]
    public static double DeterminantOfCopiedRows([Shape(3, 3, 3)] double[][] m)
    {
        int n = m.Length;
        var a = new double[n][];
        for (int i = 0; i < n; i++) a[i] = (double[])m[i].Clone();
        double det = 1;
        for (int c = 0; c < n; c++)
        {
            int pivot = c;
            for (int r = c + 1; r < n; r++)
                if (Math.Abs(a[r][c]) > Math.Abs(a[pivot][c])) pivot = r;
            if (pivot != c)
            {
                for (int k = 0; k < n; k++) (a[c][k], a[pivot][k]) = (a[pivot][k], a[c][k]);
                det = -det;
            }

            det *= a[c][c];
            for (int r = c + 1; r < n; r++)
            {
                double f = a[r][c] / a[c][c];
                for (int k = c; k < n; k++) a[r][k] -= f * a[c][k];
            }
        }

        return det;
    }

    [Differentiable]
    [At(new double[] { 0.1, 2, 3, 0.5 }, 0.3)]
    [Allocates("arrays of this kind are not pooled")]
    public static double RowsOfParts([Shape(2, 2)] double[][] m, double x)
    {
        double[][] a = [m[1][..], m[0].AsSpan(1).ToArray()];
        a[0][1] *= x;
        a[1][0] += a[0][0] * a[0][1];
        return a[0][1] + a[1][0] * m[0][1];
    }

    // The second tanh was taken for the first: within a region, names outlived the statement that they were given in.
    [Differentiable]
    [At(new double[] { -0.6, -0.5 }, 0.85)]
    public static double TwiceTheSameInARegion(double[] a, double y)
    {
        try
        {
            a[0] = Math.Tanh(y *= Math.Tanh(y));
        }
        finally
        {
            a[1] *= Math.Sin(y += Math.Sin(y));
        }

        return y;
    }

    // Which row it was, the reverse sweep asked of an element that had changed since.
    [Differentiable]
    [At(new double[] { 0.3, 0.7, 0.2, 0.4 }, new double[] { 0.6, 0.5 })]
    public static double RowsChosenByElements([Shape(2, 2)] double[][] g, double[] a)
    {
        double sum = 0;
        double[] first = g[(int)Derivative.Stop(2.5 * a[1]) & 1];
        first[1] *= a[0];
        for (int i = 0; i < 4; i++)
        {
            g[(int)Derivative.Stop(2.5 * a[1]) & 1][0] *= Math.Sin(a[0]);
            sum += g[(int)Derivative.Stop(2.5 * a[1]) & 1][i & 1] * a[0];
            a[1] += 0.4;
        }

        Span<double> part = g[(int)Derivative.Stop(a[1]) & 1].AsSpan(1);
        part[0] *= a[0];
        Array.Fill(g[(int)Derivative.Stop(a[1] + 1) & 1], a[0] * sum);
        a[1] += 1;
        return sum * first[1] + part[0] * g[0][0];
    }
}
