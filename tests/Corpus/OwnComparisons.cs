using System;
using AutoDiff;

namespace Corpus;

/// <summary>Operators of structs and classes that answer with something other than numbers.</summary>
public static partial class OwnComparisons
{
    public readonly struct Money(double amount)
    {
        public readonly double Amount = amount;

        public static bool operator <(Money a, Money b) => a.Amount < b.Amount;

        public static bool operator >(Money a, Money b) => a.Amount > b.Amount;

        public static bool operator ==(Money a, Money b)
        {
            double difference = a.Amount - b.Amount;
            return Math.Abs(difference) < 1e-9;
        }

        public static bool operator !=(Money a, Money b) => !(a == b);

        public static bool operator !(Money a) => a.Amount == 0;

        public static explicit operator bool(Money a) => a.Amount > 0;

        public override bool Equals(object? other) => other is Money money && money == this;

        public override int GetHashCode() => Amount.GetHashCode();
    }

    [Differentiable]
    [At(1.0, 2.0)]
    [At(2.0, 1.0)]
    public static double Larger(double x, double y)
    {
        Money a = new(x * x), b = new(y * y * y);
        return a < b ? b.Amount * x : a.Amount * y;
    }

    [Differentiable]
    [At(new double[] { 3, 1, 2, 4 })]
    [Allocates("arrays of this kind are not pooled")]
    public static double Sorted(double[] d)
    {
        var m = new Money[d.Length];
        for (int i = 0; i < m.Length; i++) m[i] = new Money(d[i] * d[0]);
        for (int i = 1; i < m.Length; i++)
        {
            Money key = m[i];
            int j = i - 1;
            while (j >= 0 && m[j] > key)
            {
                m[j + 1] = m[j];
                j--;
            }

            m[j + 1] = key;
        }

        int same = 0;
        for (int i = 0; i + 1 < m.Length && m[i] != m[i + 1]; i++) same++;
        return m[0].Amount * m[1].Amount - m[2].Amount + same;
    }

    [Differentiable]
    [At(1.0, 2.0)]
    [At(0.0, 2.0, Kink = true, Gradient = new double[] { 0, 4 })]
    public static double OneOperand(double x, double y)
    {
        Money a = new(x), b = new(y);
        if (!a) return y * y;
        return (bool)b && (bool)a ? a.Amount * b.Amount : x;
    }

    public struct Counted
    {
        public double Value;
        public int Count;

        public Counted(double value)
            : this()
        {
            Value = value;
        }
    }

    [Differentiable]
    [At(1.5)]
    public static double MadeOfTheEmptyOne(double x)
    {
        var c = new Counted(x * x);
        return c.Value * (c.Count + 1);
    }
}
