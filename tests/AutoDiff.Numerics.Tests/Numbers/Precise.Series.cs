using System.Numerics;

namespace AutoDiff.Numerics.Tests.Numbers;

/// <content>
/// Exponential, logarithm and the circular functions from their power series, after argument reduction, in fixed point with 320 bits
/// behind the point: sixty-four more than are kept.
/// </content>
public readonly partial struct Precise
{
    private const int Fraction = 320;

    private static readonly BigInteger FixedOne = BigInteger.One << Fraction;
    private static readonly BigInteger FixedLog2 = SumLog2();
    private static readonly BigInteger FixedHalfPi = (4 * InverseArctangent(5) - InverseArctangent(239)) * 2;

    public static Precise Log2Constant { get; } = Round(FixedLog2, -Fraction);

    public static Precise Pi { get; } = Round(FixedHalfPi, 1 - Fraction);

    /// <summary><c>e^x = 2^k · e^r</c> with |r| ≤ ½ log 2; the series is summed at r / 2^12 and squared back twelve times.</summary>
    public static Precise Exp(Precise x)
    {
        const int Halvings = 12;
        if (x.IsNaN || x.kind == Kind.PositiveInfinity) return x;
        if (x.kind == Kind.NegativeInfinity || x < -1e8) return 0;
        if (x > 1e8) return PositiveInfinity;

        int k = (int)Math.Round((double)x / Math.Log(2));
        BigInteger r = (x.ToFixed(Fraction) - k * FixedLog2) >> Halvings;
        BigInteger sum = FixedOne;
        BigInteger term = FixedOne;
        for (int n = 1; !term.IsZero && term != BigInteger.MinusOne; n++)
        {
            term = ((term * r) >> Fraction) / n;
            sum += term;
        }

        for (int i = 0; i < Halvings; i++) sum = (sum * sum) >> Fraction;
        return Round(sum, k - Fraction);
    }

    /// <summary>
    /// Halley's iteration on <c>e^y = m</c> for <c>x = m · 2^k</c>, ½ &lt; m &lt; 2: each step triples the digits of <see
    /// cref="Math.Log(double)"/>.
    /// </summary>
    public static Precise Log(Precise x)
    {
        if (x.IsNaN || x.Sign < 0) return NaN;
        if (x.IsZero) return NegativeInfinity;
        if (!x.IsFinite) return x;

        int k = (int)x.Magnitude;
        var m = new Precise(x.mantissa, x.exponent - k);
        if ((double)m < 0.75)
        {
            m += m;
            k--;
        }

        Precise y = Math.Log((double)m);
        for (int i = 0; i < 2; i++)
        {
            Precise power = Exp(y);
            y += 2 * (m - power) / (m + power);
        }

        return y + k * Log2Constant;
    }

    /// <summary><c>x = k·π/2 + r</c> with |r| ≤ π/4; the quadrant k picks the function and the sign.</summary>
    public static (Precise Sin, Precise Cos) SinCos(Precise x)
    {
        if (!x.IsFinite) return (NaN, NaN);
        long k = (long)Math.Round((double)x / (Math.PI / 2));
        BigInteger r = x.ToFixed(Fraction) - k * FixedHalfPi;
        Precise sin = Round(Circular(r, r, 1), -Fraction);
        Precise cos = Round(Circular(FixedOne, r, 0), -Fraction);
        return (k & 3) switch
        {
            0 => (sin, cos),
            1 => (cos, -sin),
            2 => (-sin, -cos),
            _ => (-cos, sin),
        };
    }

    /// <summary>
    /// One correction of <see cref="Math.Atan"/>: <c>atan x = y + atan((x − tan y) / (1 + x·tan y))</c>, whose last argument is about
    /// 2^−53, so that three terms of the series are enough.
    /// </summary>
    public static Precise Atan(Precise x)
    {
        if (x.IsNaN) return NaN;
        if (!x.IsFinite) return x.Sign * Pi / 2;
        if (x > 1) return Pi / 2 - Atan(1 / x);
        if (x < -1) return -Pi / 2 - Atan(1 / x);

        double y = Math.Atan((double)x);
        var (sin, cos) = SinCos(y);
        Precise d = (x * cos - sin) / (cos + x * sin);
        Precise square = d * d;
        return y + d * (1 - square / 3 + square * square / 5);
    }

    /// <summary>first − first·r²/((n+1)(n+2)) + …: the sine for (r, n = 1), the cosine for (1, n = 0).</summary>
    private static BigInteger Circular(BigInteger first, BigInteger r, int n)
    {
        BigInteger square = (r * r) >> Fraction;
        BigInteger sum = first;
        BigInteger term = first;
        while (!term.IsZero && term != BigInteger.MinusOne)
        {
            term = -((term * square) >> Fraction) / ((n + 1) * (n + 2));
            sum += term;
            n += 2;
        }

        return sum;
    }

    /// <summary>log 2 = Σ 1 / (k·2^k).</summary>
    private static BigInteger SumLog2()
    {
        BigInteger sum = BigInteger.Zero;
        for (int k = 1; k <= Fraction; k++) sum += (FixedOne >> k) / k;
        return sum;
    }

    /// <summary>atan(1/n) by Gregory's series; π/4 = 4 atan(1/5) − atan(1/239) (Machin).</summary>
    private static BigInteger InverseArctangent(int n)
    {
        BigInteger power = FixedOne / n;
        BigInteger sum = power;
        for (int k = 3; !power.IsZero; k += 2)
        {
            power /= -n * n;
            sum += power / k;
        }

        return sum;
    }
}
