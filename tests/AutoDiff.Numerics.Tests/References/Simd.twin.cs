using System;
using System.Linq;
using System.Runtime.InteropServices;

namespace AutoDiff.Framework;

/// <summary>How many lanes a type of SIMD vectors has.</summary>
public interface ISimdWidth
{
    static abstract int Count { get; }
}

public readonly struct VectorOfDouble : ISimdWidth { public static int Count => System.Numerics.Vector<long>.Count; }
public readonly struct VectorOfSingle : ISimdWidth { public static int Count => System.Numerics.Vector<int>.Count; }
public readonly struct Vector128OfDouble : ISimdWidth { public static int Count => 2; }
public readonly struct Vector128OfSingle : ISimdWidth { public static int Count => 4; }
public readonly struct Vector256OfDouble : ISimdWidth { public static int Count => 4; }
public readonly struct Vector256OfSingle : ISimdWidth { public static int Count => 8; }
public readonly struct Vector512OfDouble : ISimdWidth { public static int Count => 8; }
public readonly struct Vector512OfSingle : ISimdWidth { public static int Count => 16; }

/// <summary>The answers of a comparison.</summary>
public readonly struct SimdMask(bool[] lanes)
{
    public bool this[int i] => lanes[i];

    public static SimdMask operator &(SimdMask x, SimdMask y) => new([.. x.All.Zip(y.All, (a, b) => a & b)]);

    public static SimdMask operator |(SimdMask x, SimdMask y) => new([.. x.All.Zip(y.All, (a, b) => a | b)]);

    public static SimdMask operator ~(SimdMask x) => new([.. x.All.Select(a => !a)]);

    public bool[] All => lanes;
}

/// <summary>
/// What the SIMD vectors of the framework do, one lane after the other, to be retargeted to the number types of the references. Only what
/// the corpus calls.
/// </summary>
public readonly struct Simd<TWidth>
    where TWidth : ISimdWidth
{
    private readonly double[] lanes;

    public Simd(double value) => lanes = [.. Enumerable.Repeat(value, Count)];

    public Simd(double[] values, int index = 0) => lanes = values[index..(index + Count)];

    public Simd(ReadOnlySpan<double> values) => lanes = values[..Count].ToArray();

    public static int Count => TWidth.Count;

    public static Simd<TWidth> Zero => new(0.0);

    public static Simd<TWidth> One => new(1.0);

    public double this[int i] => lanes is null ? 0.0 : lanes[i];

    public static Simd<TWidth> Create(params double[] values) => values.Length == 1 ? new(values[0]) : new(values);

    public static Simd<TWidth> Create(double[] values, int index) => new(values, index);

    public static Simd<TWidth> Create(ReadOnlySpan<double> values) => new(values);

    public static Simd<TWidth> LoadUnsafe(ref readonly double source) => new(MemoryMarshal.CreateReadOnlySpan(in source, Count));

    public static Simd<TWidth> operator +(Simd<TWidth> x, Simd<TWidth> y) => x.Zip(y, (a, b) => a + b);

    public static Simd<TWidth> operator -(Simd<TWidth> x, Simd<TWidth> y) => x.Zip(y, (a, b) => a - b);

    public static Simd<TWidth> operator -(Simd<TWidth> x) => x.Map(a => -a);

    public static Simd<TWidth> operator *(Simd<TWidth> x, Simd<TWidth> y) => x.Zip(y, (a, b) => a * b);

    public static Simd<TWidth> operator *(Simd<TWidth> x, double y) => x.Map(a => a * y);

    public static Simd<TWidth> operator *(double x, Simd<TWidth> y) => y.Map(a => x * a);

    public static Simd<TWidth> operator /(Simd<TWidth> x, Simd<TWidth> y) => x.Zip(y, (a, b) => a / b);

    public static Simd<TWidth> operator /(Simd<TWidth> x, double y) => x.Map(a => a / y);

    public Simd<TWidth> Map(Func<double, double> f)
    {
        Simd<TWidth> self = this;
        return new([.. Enumerable.Range(0, Count).Select(i => f(self[i]))]);
    }

    public Simd<TWidth> Zip(Simd<TWidth> other, Func<double, double, double> f)
    {
        Simd<TWidth> self = this;
        return new([.. Enumerable.Range(0, Count).Select(i => f(self[i], other[i]))]);
    }

    public void CopyTo(double[] target, int index = 0) => CopyTo(target.AsSpan(index));

    public void CopyTo(Span<double> target)
    {
        for (int i = 0; i < Count; i++) target[i] = this[i];
    }

    public void StoreUnsafe(ref double target) => CopyTo(MemoryMarshal.CreateSpan(ref target, Count));

    public double ToScalar() => this[0];

    public Simd<TWidth> WithElement(int index, double value)
    {
        Simd<TWidth> self = this;
        return new([.. Enumerable.Range(0, Count).Select(i => i == index ? value : self[i])]);
    }
}

/// <summary>The functions of them.</summary>
public static class Simd
{
    public static double Sum<TWidth>(Simd<TWidth> x)
        where TWidth : ISimdWidth
    {
        double sum = 0;
        for (int i = 0; i < TWidth.Count; i++) sum += x[i];
        return sum;
    }

    public static double Dot<TWidth>(Simd<TWidth> x, Simd<TWidth> y)
        where TWidth : ISimdWidth => Sum(x * y);

    public static Simd<TWidth> SquareRoot<TWidth>(Simd<TWidth> x)
        where TWidth : ISimdWidth => x.Map(a => Math.Sqrt(a));

    public static Simd<TWidth> Sqrt<TWidth>(Simd<TWidth> x)
        where TWidth : ISimdWidth => x.Map(a => Math.Sqrt(a));

    public static Simd<TWidth> Exp<TWidth>(Simd<TWidth> x)
        where TWidth : ISimdWidth => x.Map(a => Math.Exp(a));

    public static Simd<TWidth> Sin<TWidth>(Simd<TWidth> x)
        where TWidth : ISimdWidth => x.Map(a => Math.Sin(a));

    public static Simd<TWidth> Abs<TWidth>(Simd<TWidth> x)
        where TWidth : ISimdWidth => x.Map(a => Math.Abs(a));

    public static Simd<TWidth> Negate<TWidth>(Simd<TWidth> x)
        where TWidth : ISimdWidth => -x;

    public static Simd<TWidth> Multiply<TWidth>(Simd<TWidth> x, double y)
        where TWidth : ISimdWidth => x * y;

    public static Simd<TWidth> Max<TWidth>(Simd<TWidth> x, Simd<TWidth> y)
        where TWidth : ISimdWidth => x.Zip(y, (a, b) => Math.Max(a, b));

    public static Simd<TWidth> Min<TWidth>(Simd<TWidth> x, Simd<TWidth> y)
        where TWidth : ISimdWidth => x.Zip(y, (a, b) => Math.Min(a, b));

    public static Simd<TWidth> FusedMultiplyAdd<TWidth>(Simd<TWidth> x, Simd<TWidth> y, Simd<TWidth> z)
        where TWidth : ISimdWidth => x * y + z;

    public static Simd<TWidth> MultiplyAddEstimate<TWidth>(Simd<TWidth> x, Simd<TWidth> y, Simd<TWidth> z)
        where TWidth : ISimdWidth => x * y + z;

    public static Simd<TWidth> WithElement<TWidth>(Simd<TWidth> x, int index, double value)
        where TWidth : ISimdWidth => x.WithElement(index, value);

    public static Simd<TWidth> ConditionalSelect<TWidth>(SimdMask mask, Simd<TWidth> x, Simd<TWidth> y)
        where TWidth : ISimdWidth => new([.. Enumerable.Range(0, TWidth.Count).Select(i => mask[i] ? x[i] : y[i])]);

    public static SimdMask GreaterThan<TWidth>(Simd<TWidth> x, Simd<TWidth> y)
        where TWidth : ISimdWidth => new([.. Enumerable.Range(0, TWidth.Count).Select(i => x[i] > y[i])]);

    public static SimdMask LessThan<TWidth>(Simd<TWidth> x, Simd<TWidth> y)
        where TWidth : ISimdWidth => GreaterThan(y, x);

    public static bool GreaterThanAny<TWidth>(Simd<TWidth> x, Simd<TWidth> y)
        where TWidth : ISimdWidth => GreaterThan(x, y).All.Any(each => each);
}
