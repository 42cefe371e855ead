using System;
using AutoDiff;

namespace Corpus;

/// <summary>Arrays and objects that a call makes of constants alone, filled afterwards.</summary>
public static partial class MadeByCalls
{
    private static double[] Zeros(int n) => new double[n];

    private static double[] Ones(int n)
    {
        var r = new double[n];
        for (int i = 0; i < n; i++) r[i] = 1.0;
        return r;
    }

    private static double[][] MatrixCreate(int rows, int cols)
    {
        double[][] result = new double[rows][];
        for (int i = 0; i < rows; ++i) result[i] = new double[cols];
        return result;
    }

    private static double[,] Eye(int n)
    {
        var r = new double[n, n];
        for (int i = 0; i < n; i++) r[i, i] = 1;
        return r;
    }

    [Differentiable]
    [At(new double[] { 1.5, 2.5 })]
    public static double OneStored(double[] d)
    {
        double[] a = Zeros(3);
        a[1] = d[0] * d[1];
        return a[1] * a[1] + a[0];
    }

    [Differentiable]
    [At(new double[] { 1.5, 2.5 })]
    public static double Scaled(double[] d)
    {
        double[] a = Ones(d.Length), fixedOnes = Ones(2);
        for (int i = 0; i < a.Length; i++) a[i] *= d[i] * d[0];
        return a[1] * a[1] + a[0] * fixedOnes[1];
    }

    [Differentiable]
    [At(new double[] { 1.5, 2.5 })]
    [Allocates("arrays of this kind are not pooled")]
    public static double ArrayOfArrays(double[] d)
    {
        double[][] a = MatrixCreate(2, 2);
        a[1][0] = d[0] * d[1];
        a[0][1] = d[0];
        return a[1][0] * a[1][0] + a[0][1];
    }

    [Differentiable]
    [At(new double[] { 1.5, 2.5 })]
    [Allocates("arrays of this kind are not pooled")]
    public static double Matrix(double[] d)
    {
        double[,] a = Eye(2);
        a[1, 0] = d[0] * d[1];
        a[1, 1] += d[0];
        return a[1, 0] * a[1, 0] * a[1, 1] * a[0, 0];
    }

    [Differentiable]
    [At(new double[] { 1.5, 2.5 })]
    public static double MadeInALoop(double[] d)
    {
        double[] a;
        a = Zeros(2);
        for (int k = 0; k < 3; k++)
        {
            double[] b = Zeros(2);
            for (int i = 0; i < 2; i++) b[i] = Math.Sin(a[i]) + d[i] * k;
            a = b;
        }

        return a[0] * a[1];
    }

    public sealed class Grid(int n)
    {
        public double[] Cells = new double[n];
        public double Scale = 2;

        public static Grid Empty(int n) => new(n);
    }

    [Differentiable]
    [At(new double[] { 1.5, 2.5 })]
    public static double AnObject(double[] d)
    {
        Grid grid = Grid.Empty(3);
        grid.Cells[1] = d[0] * d[1];
        grid.Scale *= d[0];
        return grid.Cells[1] * grid.Scale + grid.Cells[0];
    }
}
