using System.Globalization;
using System.Numerics;

namespace AutoDiff.Numerics.Tests.Numbers;

/// <summary>
/// A floating-point number with a mantissa of 256 bits (77 decimal digits) and no limit on the exponent: <c>mantissa · 2^exponent</c>.
/// It is the judge of the corpus, so it shares nothing with the product: central differences with a step of 1e-20, taken in it, give
/// derivatives to some thirty digits. There is one zero and no subnormal; infinities and NaN follow IEEE 754.
/// </summary>
public readonly partial struct Precise : IEquatable<Precise>, IComparable<Precise>
{
    private const int Precision = 256;

    private readonly BigInteger mantissa;
    private readonly int exponent;
    private readonly Kind kind;

    private Precise(BigInteger mantissa, int exponent)
    {
        this.mantissa = mantissa;
        this.exponent = mantissa.IsZero ? 0 : exponent;
    }

    private Precise(Kind kind) => this.kind = kind;

    private enum Kind : byte
    {
        Finite,
        NaN,
        PositiveInfinity,
        NegativeInfinity,
    }

    public static Precise NaN { get; } = new(Kind.NaN);

    public static Precise PositiveInfinity { get; } = new(Kind.PositiveInfinity);

    public static Precise NegativeInfinity { get; } = new(Kind.NegativeInfinity);

    public static Precise One { get; } = new(BigInteger.One, 0);

    public bool IsNaN => kind == Kind.NaN;

    public bool IsFinite => kind == Kind.Finite;

    public bool IsZero => IsFinite && mantissa.IsZero;

    /// <summary>The nearest <c>double</c>, as patterns test it.</summary>
    public double Rounded => (double)this;

    /// <summary>−1, 0 or 1; 0 for NaN.</summary>
    public int Sign => kind switch
    {
        Kind.Finite => mantissa.Sign,
        Kind.PositiveInfinity => 1,
        Kind.NegativeInfinity => -1,
        _ => 0,
    };

    /// <summary>The position of the leading bit: <c>2^(Magnitude−1) ≤ |x| &lt; 2^Magnitude</c> for a finite non-zero x.</summary>
    private long Magnitude => exponent + BigInteger.Abs(mantissa).GetBitLength();

    public static implicit operator Precise(int value) => new(value, 0);

    public static implicit operator Precise(long value) => new(value, 0);

    public static implicit operator Precise(double value)
    {
        if (double.IsNaN(value)) return NaN;
        if (double.IsInfinity(value)) return value > 0 ? PositiveInfinity : NegativeInfinity;
        long bits = BitConverter.DoubleToInt64Bits(value);
        int biased = (int)((bits >> 52) & 0x7FF);
        long fraction = bits & 0xF_FFFF_FFFF_FFFF;
        long significand = biased == 0 ? fraction : fraction | (1L << 52);
        return new(value < 0 ? -significand : significand, Math.Max(biased, 1) - 1075);
    }

    public static explicit operator double(Precise x)
    {
        if (x.kind == Kind.NaN) return double.NaN;
        if (x.kind != Kind.Finite) return x.Sign * double.PositiveInfinity;
        Precise rounded = Round(x.mantissa, x.exponent, 53);
        return Math.ScaleB((double)rounded.mantissa, rounded.exponent);
    }

    public static explicit operator int(Precise x) => (int)(long)x;

    public static explicit operator long(Precise x) => (long)x.ToInteger();

    public static bool operator ==(Precise x, Precise y) => !x.IsNaN && !y.IsNaN && Compare(x, y) == 0;

    public static bool operator !=(Precise x, Precise y) => !(x == y);

    public static bool operator <(Precise x, Precise y) => !x.IsNaN && !y.IsNaN && Compare(x, y) < 0;

    public static bool operator >(Precise x, Precise y) => !x.IsNaN && !y.IsNaN && Compare(x, y) > 0;

    public static bool operator <=(Precise x, Precise y) => !x.IsNaN && !y.IsNaN && Compare(x, y) <= 0;

    public static bool operator >=(Precise x, Precise y) => !x.IsNaN && !y.IsNaN && Compare(x, y) >= 0;

    public int CompareTo(Precise other) => IsNaN || other.IsNaN ? other.IsNaN.CompareTo(IsNaN) : Compare(this, other);

    public bool Equals(Precise other) => IsNaN ? other.IsNaN : this == other;

    public override bool Equals(object? obj) => obj is Precise other && Equals(other);

    public override int GetHashCode() => ((double)this).GetHashCode();

    public override string ToString() => ((double)this).ToString("R", CultureInfo.InvariantCulture);

    /// <summary>Rounds <c>mantissa · 2^exponent</c> to the given number of bits, to nearest, ties upwards.</summary>
    private static Precise Round(BigInteger mantissa, long exponent, int precision = Precision)
    {
        long excess = (long)BigInteger.Abs(mantissa).GetBitLength() - precision;
        if (excess <= 0) return new(mantissa, checked((int)exponent));
        BigInteger half = BigInteger.One << (int)(excess - 1);
        return new((mantissa + half) >> (int)excess, checked((int)(exponent + excess)));
    }

    private static int Compare(Precise x, Precise y)
    {
        if (x.kind == y.kind && !x.IsFinite) return 0;
        if (x.Sign != y.Sign) return x.Sign.CompareTo(y.Sign);
        if (!x.IsFinite || !y.IsFinite) return x.IsFinite ? -y.Sign : x.Sign;
        if (x.Magnitude != y.Magnitude) return x.Sign * x.Magnitude.CompareTo(y.Magnitude);
        int shared = Math.Min(x.exponent, y.exponent);
        return (x.mantissa << (x.exponent - shared)).CompareTo(y.mantissa << (y.exponent - shared));
    }

    /// <summary>The integer part, towards zero.</summary>
    private BigInteger ToInteger()
    {
        if (!IsFinite) throw new OverflowException("no integer value");
        if (exponent >= 0) return mantissa << exponent;
        BigInteger whole = BigInteger.Abs(mantissa) >> -exponent;
        return mantissa.Sign < 0 ? -whole : whole;
    }

    /// <summary><c>x · 2^bits</c> as an integer, the fixed-point form in which the series are summed.</summary>
    private BigInteger ToFixed(int bits)
    {
        long shift = (long)exponent + bits;
        return shift >= 0 ? mantissa << (int)shift : mantissa >> (int)Math.Min(-shift, int.MaxValue);
    }
}
