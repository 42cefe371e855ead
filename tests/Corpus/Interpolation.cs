using System;
using AutoDiff;

namespace Corpus;

/// <summary>Values between samples: the cell comes from a floor or a search, the weights carry the derivative.</summary>
public static partial class Interpolation
{
    [Differentiable]
    [At(1.3, 0.6, new double[] { 1, 2, 4, 3, 5, 8, 6, 7, 9 }, 3)]
    public static double Bilinear(double x, double y, double[] grid, int width)
    {
        int i = (int)Math.Floor(x), j = (int)Math.Floor(y);
        double u = x - i, v = y - j;
        double top = (1 - u) * grid[j * width + i] + u * grid[j * width + i + 1];
        double bottom = (1 - u) * grid[(j + 1) * width + i] + u * grid[(j + 1) * width + i + 1];
        return (1 - v) * top + v * bottom;
    }

    [Differentiable]
    [At(2.2, new double[] { 0, 1, 2.5, 4, 7 }, new double[] { 3, 1, 4, 1.5, 5 })]
    [At(-1.0, new double[] { 0, 1, 2.5 }, new double[] { 3, 1, 4 })]
    [At(9.0, new double[] { 0, 1, 2.5 }, new double[] { 3, 1, 4 })]
    public static double PiecewiseLinear(double x, double[] knots, double[] values)
    {
        if (x <= knots[0]) return values[0];
        if (x >= knots[^1]) return values[^1];
        int low = 0, high = knots.Length - 1;
        while (high - low > 1)
        {
            int middle = (low + high) >> 1;
            if (knots[middle] <= x) low = middle;
            else high = middle;
        }

        double t = (x - knots[low]) / (knots[high] - knots[low]);
        return values[low] + t * (values[high] - values[low]);
    }

    [Differentiable]
    [At(1.6, new double[] { 1, 3, 2, 5 })]
    public static double CatmullRom(double x, ReadOnlySpan<double> p)
    {
        int i = Math.Clamp((int)x, 1, p.Length - 3);
        double t = x - i;
        double a = -0.5 * p[i - 1] + 1.5 * p[i] - 1.5 * p[i + 1] + 0.5 * p[i + 2];
        double b = p[i - 1] - 2.5 * p[i] + 2 * p[i + 1] - 0.5 * p[i + 2];
        double c = -0.5 * p[i - 1] + 0.5 * p[i + 1];
        return ((a * t + b) * t + c) * t + p[i];
    }

    [Differentiable]
    [At(0.7, new double[] { 0, 1, 2, 4 }, new double[] { 1, 2, -1, 3 })]
    public static double Neville(double x, double[] nodes, double[] values)
    {
        double[] p = new double[values.Length];
        values.CopyTo(p, 0);
        for (int k = 1; k < p.Length; k++)
        {
            for (int i = 0; i < p.Length - k; i++)
            {
                p[i] = ((x - nodes[i + k]) * p[i] + (nodes[i] - x) * p[i + 1]) / (nodes[i] - nodes[i + k]);
            }
        }

        return p[0];
    }

    // De Casteljau on a copy of the control points.
    [Differentiable]
    [At(0.35, new double[] { 0, 1, 3, 2, 5 })]
    public static double Bezier(double t, double[] control)
    {
        double[] b = control.AsSpan().ToArray();
        for (int level = b.Length - 1; level > 0; level--)
        {
            for (int i = 0; i < level; i++) b[i] = (1 - t) * b[i] + t * b[i + 1];
        }

        return b[0];
    }

    [Differentiable]
    [At(new double[] { 0.5, 1.9 }, new double[] { 0, 0, 1, 1, 2, 2 }, new double[] { 1, 2, 3 })]
    public static double InverseDistance(double[] at, double[] sites, double[] values)
    {
        double top = 0, bottom = 0;
        for (int k = 0; k < values.Length; k++)
        {
            double dx = at[0] - sites[2 * k], dy = at[1] - sites[2 * k + 1];
            double weight = 1 / (dx * dx + dy * dy);
            top += weight * values[k];
            bottom += weight;
        }

        return top / bottom;
    }
}
