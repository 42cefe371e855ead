using System;
using System.Collections.Generic;
using AutoDiff;

namespace Corpus;

/// <summary>
/// Methods that change the struct they are called on: whether the original or a copy, is what these programs ask. C# copies what is no
/// variable, what is readonly, and what comes by <c>in</c>.
/// </summary>
public partial class StructReceivers
{
#pragma warning disable CS8656 // the copy is what is tested

    public struct Pair
    {
        public double A, B;

        public double Halved
        {
            get
            {
                A *= 0.5;
                return A * B;
            }
        }

        public double this[int i]
        {
            get
            {
                A *= 1.5;
                return i * A;
            }

            set
            {
                A = value;
                B *= value;
            }
        }

        public static implicit operator Pair(double x) => new() { A = x, B = 2 * x };

        public void Bump(double by)
        {
            A += by * B;
            B *= by;
        }

        public double Grow(double by)
        {
            A *= by;
            return A;
        }
    }

    public struct Mixed
    {
        public readonly Pair Shut;
        public Pair Open;

        public Mixed(Pair p, double k)
        {
            Shut = p;
            Shut.Bump(k);
            Open = p;
            Shut.Bump(k);
        }

        public double Change(double k)
        {
            Shut.Bump(k);
            Open.Bump(k);
            return Shut.A * Open.A;
        }

        public readonly double Peek(double k)
        {
            Open.Bump(k);
            return Open.A * Open.B;
        }
    }

    public sealed class Model(Pair p)
    {
        public Pair Open = p;
        public readonly Pair Shut = p;

        public Pair Part { get; set; } = p;

        public double Run(double k)
        {
            Part.Bump(k);
            Open.Bump(k);
            Shut.Bump(k);
            return Part.A * Open.A + Shut.B;
        }
    }

    private readonly Pair shut = new() { A = 1, B = 2 };
    private Pair open = new() { A = 1, B = 2 };

    private Pair Own { get; set; } = new() { A = 1, B = 2 };

    [Differentiable]
    [At(new double[] { 0.4, 0.9 }, 1.5)]
    public static double ReadonlyFields(Pair p, double k)
    {
        var mixed = new Mixed(p, k);
        double s = mixed.Change(k) * mixed.Peek(k);
        mixed.Open.Bump(k);
        mixed.Shut.Bump(s);
        return s * mixed.Open.A * mixed.Shut.A + mixed.Shut.B;
    }

    [Differentiable]
    [At(new double[] { 0.4, 0.9 }, 1.5)]
    [Allocates("a model is an object")]
    public static double MembersOfAnObject(Pair p, double k)
    {
        var model = new Model(p);
        double s = model.Run(k);
        model.Part.Bump(k);
        model.Open.Bump(s);
        model.Shut.Bump(s);
        return s * model.Part.A * model.Open.A + model.Shut.B * model.Shut.A;
    }

    [Differentiable]
    [At(new double[] { 0.4, 0.9 }, 1.5)]
    public double MembersOfTheObjectItself(Pair p, double k)
    {
        shut.Bump(2);
        Own.Bump(2);
        return shut.A * p.A + Own.A * k + open.A;
    }

    [Differentiable]
    [At(new double[] { 0.4, 0.9 }, 1.5)]
    public static double AccessorsThatChange(Pair p, double k)
    {
        (Pair X, Pair Y) t = (p, p);
        double s = t.X.Halved + t.Y[2];
        s += t.X[1];
        t.Y[3] = k;
        return s * t.X.A + t.Y.A * t.Y.B;
    }

    [Differentiable]
    [At(new double[] { 0.4, 0.9 }, 1.5)]
    public static double ReadonlyReference(Pair p, double k)
    {
        ref readonly Pair seen = ref p;
        seen.Bump(k);
        double s = seen.A;
        p.Bump(k);
        return s * seen.A * seen.B;
    }

    [Differentiable]
    [At(new double[] { 0.4, 0.9 }, 1.5)]
    public static double Reference(Pair p, double k)
    {
        ref Pair same = ref p;
        same.Bump(k);
        double s = same.A;
        p.Bump(k);
        return s * same.A * same.B;
    }

    [Differentiable]
    [At(new double[] { 0.4, 0.9 }, 1.5)]
    public static double Values(Pair p, double k)
    {
        Swapped(p).Bump(k);
        ((Pair)k).Bump(2);
        (k > 1 ? p : default).Bump(k);
        return p.A * p.B + Swapped(p).Grow(k);
    }

    private static Pair Swapped(Pair p) => new() { A = p.B, B = p.A };

    [Differentiable]
    [At(new double[] { 0.4, 0.9 }, 1.5)]
    public static double InOfALocalFunction(in Pair p, double k)
    {
        return Bumped(in p) * p.A * k;

        double Bumped(in Pair q)
        {
            q.Bump(k);
            return q.A * q.B;
        }
    }

    // The value was wrong: the parameter was taken for a copy of its argument.
    [Differentiable]
    [At(new double[] { 0.4, 0.9 }, 1.5)]
    public static double InAndRefToTheSameStruct(Pair p, double k) => AfterBump(in p, ref p, k) * p.A;

    private static double AfterBump(in Pair seen, ref Pair changed, double k)
    {
        changed.Bump(k);
        return seen.A * seen.B;
    }

    [Differentiable]
    [At(0.4, 1.5)]
    public static double InAndRefToTheSameNumber(double x, double k) => AfterScaling(in x, ref x, k) * x + AfterScaling(x + 1, ref x, k) + AfterScaling(in x, x = 3 * k);

    private static double AfterScaling(in double seen, ref double changed, double k)
    {
        changed *= k;
        return seen * k;
    }

    private static double AfterScaling(in double seen, double k) => seen * k;

    [Differentiable]
    [At(new double[] { 1.2, -0.3, 0.7, 0.8 }, 1.5)]
    [Allocates("makes another array")]
    public static double InOfAnElement(double[] a, double k) => StoredBehind(in a[1], a, k) * Replaced(in a[0], ref a, k);

    private static double StoredBehind(in double x, double[] v, double k)
    {
        v[1] *= k;
        return x * k;
    }

    private static double Replaced(in double x, ref double[] v, double k)
    {
        v = [k, k];
        return x * k;
    }

    // The variable of a loop cannot be assigned, yet a method changes it.
    [Differentiable]
    [At(new double[] { 1.2, -0.3, 0.7, 0.8 }, 1.5)]
    public static double LoopVariable([Shape(2)] Pair[] pairs, double k)
    {
        double s = 0;
        foreach (Pair each in pairs)
        {
            each.Bump(k);
            s += each.A * each.B;
        }

        pairs[^1].Bump(k);
        return s * pairs[1].A;
    }

    [Differentiable]
    [At(new double[] { 1.2, -0.3, 0.7, 0.8 }, 1.5)]
    [Allocates("makes a list")]
    public static double ElementOfAList([Shape(2)] Pair[] pairs, double k)
    {
        var list = new List<Pair> { pairs[0], pairs[1] };
        list[0].Bump(k);
        return list[0].A * list[0].B * k;
    }

    [Differentiable]
    [At(new double[] { 1.2, -0.3, 0.7, 0.8 }, 1.5)]
    public static double ElementOfASpan([Shape(2)] Pair[] pairs, double k)
    {
        Span<Pair> open = pairs;
        open[0].Bump(k);
        ReadOnlySpan<Pair> shut = pairs;
        shut[1].Bump(k);
        return pairs[0].A * pairs[1].B;
    }

    [Differentiable]
    [At(new double[] { 1.2, -0.3, 0.7, 0.8 }, 1.5)]
    public static double ReadBeforeItIsChanged([Shape(2)] Pair[] pairs, double k)
    {
        Pair p = pairs[0];
        double s = p.A * p.Grow(k) + pairs[0].A * pairs[0].Grow(k) + p.A - p.Grow(k) * p.A;
        return s + Combined(pairs[1].A, pairs[1].Grow(k), pairs[1].A);
    }

    private static double Combined(double a, double b, double c) => a * b + c * c;
}
