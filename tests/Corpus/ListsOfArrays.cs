using System;
using System.Collections.Generic;
using System.Linq;
using AutoDiff;

namespace Corpus;

/// <summary>Lists of arrays: trajectories, rows of a matrix.</summary>
public static partial class ListsOfArrays
{
    [Differentiable]
    [Allocates("the objects")]
    [At(0.7)]
    public static double Trajectory(double k)
    {
        var l = new List<double[]>();
        double[] y =
        {
            1,
            0.5
        };
        for (int i = 0; i < 6; i++)
        {
            l.Add(y);
            y = new[]
            {
                y[0] - k * y[1] * 0.1,
                y[1] + k * y[0] * 0.1
            };
        }

        double s = 0;
        foreach (var p in l)
            s += p[0] * p[1];
        return s + l[2][1] + l[l.Count - 1][0];
    }

    [Differentiable]
    [Allocates("the objects")]
    [At(0.7)]
    public static double SameArrayAdded(double k)
    {
        var l = new List<double[]>();
        double[] y =
        {
            1,
            0.5
        };
        for (int i = 0; i < 3; i++)
        {
            l.Add(y);
            y[0] += k * y[1];
        }

        double s = 0;
        foreach (var p in l)
            s += p[0] * p[1];
        return s;
    }

    [Differentiable]
    [Allocates("the objects")]
    [At(0.7)]
    public static double Cloned(double k)
    {
        var l = new List<double[]>();
        double[] y =
        {
            1,
            0.5
        };
        for (int i = 0; i < 7; i++)
        {
            l.Add((double[])y.Clone());
            y[0] += k * y[1];
        }

        double s = 0;
        for (int i = 0; i < l.Count; i++)
        {
            var p = l[i];
            s += p[0] * p[1];
        }

        return s;
    }

    [Differentiable]
    [Allocates("the objects")]
    [At(0.7)]
    public static double ChangedThere(double k)
    {
        var l = new List<double[]>
        {
            new[]
            {
                k,
                1
            },
            new[]
            {
                2,
                k
            }
        };
        l[0][1] = k * k;
        l[1][0] *= l[0][1];
        var r = l[0];
        r[0] = 3 * k;
        return l[0][0] * l[0][1] + l[1][0] * l[1][1];
    }

    [Differentiable]
    [Allocates("the objects")]
    [At(0.7)]
    public static double Replaced(double k)
    {
        var l = new List<double[]>
        {
            new[]
            {
                k,
                1
            },
            new[]
            {
                2,
                k
            }
        };
        var old = l[0];
        l[0] = new[]
        {
            k * k,
            4
        };
        old[0] *= 7;
        return l[0][0] * l[1][1] + old[0];
    }

    [Differentiable]
    [Allocates("the objects")]
    [At(0.7)]
    public static double RemovedAndInserted(double k)
    {
        var l = new List<double[]>
        {
            new[]
            {
                k,
                1
            },
            new[]
            {
                2,
                k
            }
        };
        l.Insert(1, new[] { k * k, 5 });
        l.RemoveAt(0);
        l.Add(new[] { Math.Sin(k) });
        return l[0][0] * l[1][1] + l[^1][0];
    }

    static List<double[]> Solve(Func<double, double[], double[]> f, double[] y0, int n)
    {
        var l = new List<double[]>
        {
            y0
        };
        for (int i = 0; i < n; i++)
        {
            var y = l[^1];
            var d = f(i * 0.1, y);
            var z = new double[y.Length];
            for (int j = 0; j < z.Length; j++)
                z[j] = y[j] + 0.1 * d[j];
            l.Add(z);
        }

        return l;
    }

    [Differentiable]
    [Allocates("the objects")]
    [At(0.7, 0.2)]
    public static double Solved(double k, double y0)
    {
        var t = Solve((s, y) => new[] { -k * y[0] + y[1], y[0] * y[1] * Math.Cos(s) }, new[] { 1, y0 }, 6);
        return t[^1][0] + t[3][1];
    }

    [Differentiable]
    [Allocates("the objects")]
    [At(0.7, 0.2)]
    public static double Solved2(double k, double y0) => Solve((s, y) => new[] { -k * y[0] + y[1], y[0] * y[1] * Math.Cos(s) }, new[] { 1, y0 }, 6)[^1][0];
    [Differentiable]
    [Allocates("the objects")]
    [At(0.7)]
    public static double Matrix(double k)
    {
        var rows = new List<double[]>();
        for (int i = 0; i < 3; i++)
        {
            var r = new double[3];
            for (int j = 0; j < 3; j++)
                r[j] = k * i + j;
            rows.Add(r);
        }

        double t = 0;
        for (int i = 0; i < 3; i++)
            t += rows[i][i] * rows[i][(i + 1) % 3];
        return t;
    }

    [Differentiable]
    [Allocates("the objects")]
    [At(0.7, Throws = typeof(ArgumentOutOfRangeException))]
    public static double Beyond(double k)
    {
        var l = new List<double[]>
        {
            new[]
            {
                k
            }
        };
        return l[1][0];
    }

    [Differentiable]
    [Allocates("the objects")]
    [At(0.7)]
    public static double NestedRows(double k)
    {
        var l = new List<double[][]>();
        l.Add(new[] { new[] { k }, new[] { k * k, 1 } });
        return l[0][1][0] * l[0][0][0];
    }

    [Differentiable]
    [Allocates("the objects")]
    [At(0.7)]
    public static double Mats(double k)
    {
        var l = new List<double[, ]>();
        l.Add(new[, ] { { k, 1 }, { 2, k } });
        l.Add(new double[2, 2]);
        l[1][0, 1] = k * 3;
        return l[0][1, 1] * l[1][0, 1];
    }
}
