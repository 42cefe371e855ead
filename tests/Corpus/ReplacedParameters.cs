using System.Linq;
using AutoDiff;

namespace Corpus;

/// <summary>Parameters that are arrays of arrays, or have several indices, and are assigned: the caller keeps his.</summary>
public static partial class ReplacedParameters
{
    private static double[][] Copied(double[][] m)
    {
        var r = new double[m.Length][];
        for (int i = 0; i < m.Length; i++) r[i] = (double[])m[i].Clone();
        return r;
    }

    [Differentiable]
    [At(new double[] { 1, 2, .5, 1.5 }, 0.7)]
    public static double OfOtherLength([Shape(2, 2)] double[][] m, double k)
    {
        m[0][0] *= k;
        m = new double[][] { new[] { k } };
        return m[0][0];
    }

    [Differentiable]
    [At(new double[] { 1, 2, .5, 1.5 }, new double[] { 1, 2, .5, 1.5 }, 0.7)]
    public static double Exchanged([Shape(2, 2)] double[][] m, [Shape(2, 2)] double[][] n, double k)
    {
        m[0][0] *= k;
        (m, n) = (n, m);
        m[0][0] *= k;
        return m[0][0] * n[1][0];
    }

    [Differentiable]
    [At(new double[] { 1, 2, .5, 1.5 }, 0.7)]
    public static double ByACopy([Shape(2, 2)] double[][] m, double k)
    {
        m[0][0] *= k;
        m = Copied(m);
        m[1][0] *= k;
        return m[0][0] * m[1][0];
    }

    [Differentiable]
    [At(new double[] { 1, 2, .5, 1.5 }, 0.7)]
    public static double ByAQuery([Shape(2, 2)] double[][] m, double k)
    {
        m[0][0] *= k;
        m = m.Select(r => (double[])r.Clone()).ToArray();
        m[1][0] *= k;
        return m[0][0] * m[1][0];
    }

    [Differentiable]
    [At(new double[] { 1, 2, .5, 1.5 }, 0.7)]
    public static double Sometimes([Shape(2, 2)] double[][] m, double k)
    {
        m[0][0] *= k;
        if (k > .5) m = Copied(m);
        m[1][0] *= k;
        return m[0][0] * m[1][0];
    }

    [Differentiable]
    [At(new double[] { 1, 2, .5, 1.5 }, 0.7)]
    public static double RowsInAnotherOrder([Shape(2, 2)] double[][] m, double k)
    {
        m[0][0] *= k;
        m = new[] { m[1], m[0] };
        m[1][0] *= k;
        return m[0][0] * m[1][0];
    }

    [Differentiable]
    [At(new double[] { 1, 2, 0.5, 1.5 }, 0.7)]
    public static double MatrixByACopy([Shape(2, 2)] double[,] m, double k)
    {
        m = (double[,])m.Clone();
        m[0, 0] *= k;
        return m[0, 0] * m[0, 1];
    }

    [Differentiable]
    [At(new double[] { 1, 2, 0.5, 1.5 }, new double[] { 1, 2, 0.5, 1.5 }, 0.7)]
    public static double MatricesExchanged([Shape(2, 2)] double[,] m, [Shape(2, 2)] double[,] c, double k)
    {
        m[0, 0] *= k;
        (m, c) = (c, m);
        m[0, 0] *= k;
        return m[0, 0] * m[0, 1] + c[0, 0];
    }

    [Differentiable]
    [At(new double[] { 1, 2, 0.5, 1.5 }, 0.7)]
    public static double MatrixOrAnother([Shape(2, 2)] double[,] m, double k)
    {
        double[,] w;
        if (k > .5) w = m;
        else w = new double[2, 2];
        w[0, 0] *= k;
        return w[0, 0] * m[0, 1];
    }

    [Differentiable]
    [At(new double[] { 1, 2, 0.5, 1.5 }, 0.7)]
    public static double MatrixChosen([Shape(2, 2)] double[,] m, double k)
    {
        var w = k > .8 ? m : new double[2, 2];
        w[0, 0] += k;
        return w[0, 0] * m[0, 1];
    }
}
