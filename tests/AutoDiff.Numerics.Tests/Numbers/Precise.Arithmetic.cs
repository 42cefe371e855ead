using System.Numerics;

namespace AutoDiff.Numerics.Tests.Numbers;

/// <content>The four operations, remainder and square root, each rounded once.</content>
public readonly partial struct Precise
{
    public static Precise operator +(Precise x) => x;

    public static Precise operator -(Precise x) => x.kind switch
    {
        Kind.Finite => new(-x.mantissa, x.exponent),
        Kind.PositiveInfinity => NegativeInfinity,
        Kind.NegativeInfinity => PositiveInfinity,
        _ => NaN,
    };

    public static Precise operator ++(Precise x) => x + One;

    public static Precise operator --(Precise x) => x - One;

    public static Precise operator +(Precise x, Precise y)
    {
        if (!x.IsFinite || !y.IsFinite) return AddNonFinite(x, y);
        if (x.mantissa.IsZero) return y;
        if (y.mantissa.IsZero) return x;

        // A summand beyond the last kept bit cannot change the rounded sum; shifting it in could cost memory without limit.
        if (x.Magnitude - y.Magnitude > 2 * Precision) return x;
        if (y.Magnitude - x.Magnitude > 2 * Precision) return y;
        int shared = Math.Min(x.exponent, y.exponent);
        return Round((x.mantissa << (x.exponent - shared)) + (y.mantissa << (y.exponent - shared)), shared);
    }

    public static Precise operator -(Precise x, Precise y) => x + -y;

    public static Precise operator *(Precise x, Precise y)
    {
        if (x.IsFinite && y.IsFinite) return Round(x.mantissa * y.mantissa, (long)x.exponent + y.exponent);
        return x.IsNaN || y.IsNaN ? NaN : Infinity(x.Sign * y.Sign);
    }

    public static Precise operator /(Precise x, Precise y)
    {
        if (x.IsNaN || y.IsNaN || (!x.IsFinite && !y.IsFinite)) return NaN;
        if (!y.IsFinite) return 0;
        if (!x.IsFinite) return Infinity(y.Sign < 0 ? -x.Sign : x.Sign);
        if (y.mantissa.IsZero) return Infinity(x.Sign);
        int shift = Precision + 2 + (int)BigInteger.Abs(y.mantissa).GetBitLength();
        return Round((x.mantissa << shift) / y.mantissa, (long)x.exponent - y.exponent - shift);
    }

    /// <summary>The remainder of C#: <c>x − y·trunc(x / y)</c>, with the sign of x.</summary>
    public static Precise operator %(Precise x, Precise y)
    {
        if (!x.IsFinite || y.IsNaN || y.IsZero) return NaN;
        return y.IsFinite ? x - y * Truncate(x / y) : x;
    }

    /// <summary>The integer part, towards zero.</summary>
    public static Precise Truncate(Precise x) => x.IsFinite ? new(x.ToInteger(), 0) : x;

    public static Precise Sqrt(Precise x)
    {
        if (x.IsNaN || x.Sign < 0) return NaN;
        if (!x.IsFinite || x.IsZero) return x;
        int shift = Math.Max(0, 2 * Precision + 4 - (int)x.mantissa.GetBitLength());
        if (((x.exponent - shift) & 1) != 0) shift++;
        return Round(SquareRoot(x.mantissa << shift), (x.exponent - shift) / 2);
    }

    /// <summary>⌊√n⌋ by Newton's iteration, which falls monotonically from any start above the root.</summary>
    private static BigInteger SquareRoot(BigInteger n)
    {
        BigInteger root = BigInteger.One << (int)((n.GetBitLength() + 1) / 2);
        while (true)
        {
            BigInteger next = (root + n / root) >> 1;
            if (next >= root) return root;
            root = next;
        }
    }

    private static Precise AddNonFinite(Precise x, Precise y)
    {
        if (x.IsNaN || y.IsNaN) return NaN;
        if (!x.IsFinite && !y.IsFinite && x.kind != y.kind) return NaN;
        return x.IsFinite ? y : x;
    }

    private static Precise Infinity(int sign) => sign == 0 ? NaN : sign > 0 ? PositiveInfinity : NegativeInfinity;
}
