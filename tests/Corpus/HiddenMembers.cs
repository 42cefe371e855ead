using System;
using System.Collections.Generic;
using System.Linq;
using AutoDiff;

namespace Corpus;

/// <summary>Code of other types, read in place, that speaks of what is private there.</summary>
public static partial class HiddenMembers
{
    [Differentiable]
    [At(1.3)]
    [At(-0.4)]
    public static double Table(double x) => HiddenMembersOfAnother.Table(x);

    [Differentiable]
    [At(1.3, 0.7)]
    [At(2.6, -0.4)]
    public static double Noise(double x, double k) => k * HiddenMembersOfAnother.Noise(x) + HiddenMembersOfAnother.Noise(x * k);

    [Differentiable]
    [At(1.3, 4)]
    [At(-0.75, 0)]
    public static double Helpers(double x, int n)
    {
        double sum = HiddenMembersOfAnother.Alternating(x, n) + HiddenMembersOfAnother.Rows(x);
        for (int i = 0; i < n; i++)
            sum += HiddenMembersOfAnother.Matrix(x, i % 2) * HiddenMembersOfAnother.Weighted(x, i);
        return sum;
    }

    [Differentiable]
    [Allocates("the arguments of a method with params")]
    [At(1.3)]
    [At(0.3)]
    public static double OfEachKind(double x) => HiddenMembersOfAnother.WithDefault(x) + HiddenMembersOfAnother.WithParams(x) * HiddenMembersOfAnother.WithExtension(x) + HiddenMembersOfAnother.WithGeneric(x) * HiddenMembersOfAnother.Properties(x) + HiddenMembersOfAnother.Nested(x)
        + HiddenMembersOfAnother.WithNames(x);

    [Differentiable]
    [At(1.3, 2)]
    [At(0.3, -1, Throws = typeof(ArgumentOutOfRangeException))]
    public static double Guarded(double x, int n) => HiddenMembersOfAnother.Guarded(x, n);

    /// <summary>Of a generic class there is no accessor: a table that nobody changes is written down.</summary>
    [Differentiable]
    [Allocates("the table")]
    [At(1.3)]
    [At(0.3)]
    public static double OfAGenericClass(double x) => HiddenTable<int>.Evaluate(x);

    /// <summary>A private enumeration counts as its numbers.</summary>
    [Differentiable]
    [At(1.3, 5)]
    [At(0.3, 1)]
    public static double Enumeration(double x, int n) => HiddenMembersOfAnother.ByMode(x, n) + HiddenMembersOfAnother.ByFlags(x, n) * HiddenMembersOfAnother.ByDefaultMode(x);

    /// <summary>A parameter of its constructor that an object from outside keeps.</summary>
    [Differentiable]
    [At(1.3)]
    public static double OfAParameter(double x) => HiddenSpeed.Held.Rate(x);

    [Differentiable]
    [At(1.3)]
    public static double OfAStruct(double x) => PrivateSteps.Walk(x) * x;

    [Differentiable]
    [At(new[] { 1.3, 0.5, 0.25 }, 0.75)]
    [At(new[] { 1.3, 0.5, 0.25 }, 2.5)]
    public static double OfAnObject(double[] rates, double t) => PrivateCurve.Market.Interpolate(rates, t) + PrivateCurve.Market.Slope(rates[0]) * PrivateCurve.Market.Named(t);

    private static readonly PrivateIndex s_index = new(2);

    [Differentiable]
    [At(new[] { 1.3, 0.5, 0.25 }, 3)]
    [At(new[] { 1.3, 0.5, 0.25 }, 4)]
    public static double OfAnObjectWithoutNumbers(double[] x, int k) => s_index.Product(x, k) * new PrivateIndex(3).Product(x, k);

    /// <summary>What is private there can change: it is read where the method reads it, and only then.</summary>
    [Differentiable]
    [At(1.3)]
    [At(0.3)]
    public static double OfALoopOverATable(double x)
    {
        double y = x;
        for (int i = 0; i < 4; i++)
            y = HiddenMembersOfAnother.Step(y, i) + x;
        return y;
    }
}

/// <summary>Only its public methods can be called; nothing here is marked.</summary>
public static class HiddenMembersOfAnother
{
    private static readonly double[] s_coefficients = [76.18009172947146, -86.50532032941677, 24.01409824083091];
    private static readonly double[] s_large = [..Enumerable.Range(0, 512).Select(i => Math.Cos(i))];
    private static readonly double[, ] s_matrix =
    {
        {
            1,
            2
        },
        {
            3,
            4
        }
    };
    private static readonly double[][] s_rows = [[1, 2], [3, 4, 5]];
    private static readonly (double Weight, double Node)[] s_nodes = [(1, 0.5), (2, 0.25)];
    private static double s_factor = 1.5;
    private static int Count { get; } = 3;
    private static double Factor => s_factor;

    private static int Hash(int seed, int x)
    {
        seed ^= x * 31;
        return (seed >> 1) & 511;
    }

    private static bool IsOdd(int n) => (n & 1) != 0;
    private static int Power(int n, int exponent = 2) => exponent == 0 ? 1 : n * Power(n, exponent - 1);
    private static int Total(params int[] values) => values.Sum();
    private static int Twice(this int n) => 2 * n;
    private static T Same<T>(T value) => value;

    private static int OfParameter(int owner) => owner + 2;

    public static int Level { private get; set; } = 2;
    private static void Require(int n) => ArgumentOutOfRangeException.ThrowIfNegative(n);
    public static double Table(double x)
    {
        double sum = 1;
        for (int i = 0; i < s_coefficients.Length; i++)
            sum += s_coefficients[i] / (x + 1 + i);
        return sum;
    }

    public static double Noise(double x)
    {
        int cell = (int)Math.Floor(x);
        double t = x - cell;
        return (1 - t) * s_large[Hash(3, cell)] + t * s_large[Hash(3, cell + 1)];
    }

    public static double Alternating(double x, int n)
    {
        double sum = 0;
        for (int i = 0; i < n; i++)
            sum += IsOdd(i) ? -x : x * x;
        return sum;
    }

    public static double Rows(double x)
    {
        double sum = 0;
        foreach (double[] row in s_rows)
            foreach (double c in row)
                sum = sum * x + c;
        return sum;
    }

    public static double Matrix(double x, int n) => s_matrix[n, 0] * x + s_matrix[0, n] * x * x;
    public static double Weighted(double x, int n)
    {
        double sum = n;
        foreach (var(weight, node)in s_nodes)
            sum += weight * Math.Exp(-node * x);
        return sum;
    }

    public static double WithDefault(double x) => x * Power(3) * Power(exponent: 1, n: 2);
    public static double WithParams(double x) => x * Total(1, 2, 3) + Total();
    public static double WithExtension(double x) => x * x * 3.Twice();
    public static double WithGeneric(double x) => x * Same(3);

    /// <summary>A parameter with the name of what an accessor is given, and a property that can only be set from outside.</summary>
    public static double WithNames(double x) => x * OfParameter(owner: 3) * Level;
    public static double Properties(double x) => x * Count * Factor;
    public static double Guarded(double x, int n)
    {
        Require(n);
        return x * x * n;
    }

    public static double Step(double y, int i) => Math.Sin(y) * s_large[i] + s_factor;
    public static double Nested(double x) => Tables.Offset * x + Tables.Scaled(x, Tables.Order);
    private static class Tables
    {
        internal static readonly double Offset = Math.Sqrt(2);
        private static int s_order = 2;
        internal static int Order => s_order + 1;

        internal static double Scaled(double x, int n) => Math.Pow(x, n) * Offset;
    }

    private enum Mode
    {
        Linear,
        Square = 5,
        Cubic
    }

    [Flags]
    private enum Sides
    {
        None,
        Left = 1,
        Right = 2,
        Both = Left | Right
    }

    private static Mode Pick(int i) => IsOdd(i) ? Mode.Square : Mode.Linear;
    public static double ByMode(double x, int n)
    {
        double sum = 0;
        for (int i = 0; i < n; i++)
        {
            sum += Pick(i) switch
            {
                Mode.Linear => x,
                Mode.Square => x * x,
                _ => 0
            };
            Mode next = (Mode)(5 + i % 2);
            switch (next)
            {
                case Mode.Cubic:
                    sum += x * x * x;
                    break;
                case Mode.Square when i > 1:
                    sum *= x;
                    break;
            }
        }

        return sum;
    }

    public static double ByFlags(double x, int n)
    {
        Sides sides = Sides.None;
        if (n > 0)
            sides |= Sides.Left;
        if (n > 1)
            sides |= Sides.Right;
        return (sides & Sides.Left) == 0 ? 0 : sides == Sides.Both ? x * x : 2 * x;
    }

    private static double Of(double x, Mode mode = Mode.Square) => mode is Mode.Square or Mode.Cubic ? x * x * (int)mode : x;
    public static double ByDefaultMode(double x) => Of(x) + Of(x, Mode.Linear) + Of(x, (Mode)6);
}

public static class HiddenTable<T>
{
    private static readonly double[] s_terms = [0.5, -1.5, 2];

    public static double Evaluate(double x)
    {
        double sum = 0;
        for (int i = s_terms.Length - 1; i >= 0; i--) sum = sum * x + s_terms[i];
        return sum;
    }
}

public struct PrivateSteps
{
    private static readonly int[] s_steps = [1, 2, 3, 4];
    private static int Step(int i) => s_steps[i & 3];
    public static double Walk(double x)
    {
        double sum = 0;
        for (int i = 0; i < 5; i++)
            sum += x / Step(i);
        return sum;
    }
}

public class PrivateCurve
{
    public static readonly PrivateCurve Market = new();
    protected static readonly double[] Offsets = [0.5, 0.25];
    private readonly double[] _times = [0, 1, 2];
    private readonly double _shift = 0.25;
    private readonly int _count = 3;
    private readonly Dictionary<string, double> _byName = new()
    {
        ["a"] = 2
    };
    private double Inclination { get; set; } = 0.5;

    private int Find(double t)
    {
        int i = 0;
        while (i < _count - 2 && _times[i + 1] < t)
            i++;
        return i;
    }

    private static int Clamp(int i, int n) => Math.Max(0, Math.Min(i, n - 1));
    public double Interpolate(double[] rates, double t)
    {
        int i = Find(t), j = Clamp(i + 1, _count);
        double w = (t - _times[i]) / (_times[j] - _times[i]);
        return (1 - w) * rates[i] + w * rates[j] + _shift * t;
    }

    public double Slope(double x) => Inclination * x * x + Offsets[1];
    public double Named(double x) => x * _byName["a"];
}

public sealed class PrivateIndex
{
    private readonly int[] _order = [0, 2, 1];
    private readonly int _size;
    public PrivateIndex(int size) => _size = size;
    private int At(int k) => _order[k % _size];
    public double Product(double[] x, int k) => x[At(k)] * x[At(k + 1)] + x[0];
}

public sealed class HiddenSpeed(double speed)
{
    public static readonly HiddenSpeed Held = new(2);

    public double Rate(double x) => speed * x * x;
}
