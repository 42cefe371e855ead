namespace AutoDiff.Numerics.Tests.Numbers;

/// <summary>
/// The functions of <see cref="Math"/>, <see cref="MathF"/>, <see cref="double"/> and <see cref="float"/> over <see cref="Precise"/>, under
/// the names that the corpus calls them by. Every one is reduced to the five series of <see cref="Precise"/> by a textbook identity.
/// </summary>
public static class PreciseMath
{
    public static Precise Abs(Precise x) => x.Sign < 0 ? -x : x;

    public static Precise Acos(Precise x) => Precise.Pi / 2 - Asin(x);

    public static Precise AcosPi(Precise x) => Acos(x) / Precise.Pi;

    public static Precise Acosh(Precise x) => x < 1 ? Precise.NaN : Log(x + Sqrt(x * x - 1));

    public static Precise Asin(Precise x) =>
        Abs(x) > 1 ? Precise.NaN : Abs(x) == 1 ? x.Sign * Precise.Pi / 2 : Atan(x / Sqrt((1 - x) * (1 + x)));

    public static Precise AsinPi(Precise x) => Asin(x) / Precise.Pi;

    public static Precise Asinh(Precise x) => x.Sign < 0 ? -Asinh(-x) : Log(x + Sqrt(x * x + 1));

    public static Precise Atan(Precise x) => Precise.Atan(x);

    public static Precise Atan2(Precise y, Precise x) => x.Sign switch
    {
        > 0 => Atan(y / x),
        < 0 => Atan(y / x) + (y.Sign < 0 ? -Precise.Pi : Precise.Pi),
        _ => y.Sign * Precise.Pi / 2,
    };

    public static Precise Atan2Pi(Precise y, Precise x) => Atan2(y, x) / Precise.Pi;

    public static Precise AtanPi(Precise x) => Atan(x) / Precise.Pi;

    public static Precise Atanh(Precise x) => Log((1 + x) / (1 - x)) / 2;

    /// <summary>The neighbour among the doubles: the same number as far as derivatives and 1e-15 go.</summary>
    public static Precise BitDecrement(Precise x) => x;

    public static Precise BitIncrement(Precise x) => x;

    public static Precise Cbrt(Precise x) => RootN(x, 3);

    public static Precise Ceiling(Precise x) => -Floor(-x);

    public static Precise Clamp(Precise value, Precise min, Precise max) => value < min ? min : value > max ? max : value;

    public static Precise ClampNative(Precise value, Precise min, Precise max) => Clamp(value, min, max);

    public static Precise CopySign(Precise x, Precise y) => y.Sign < 0 ? -Abs(x) : Abs(x);

    public static Precise Cos(Precise x) => Precise.SinCos(x).Cos;

    public static Precise CosPi(Precise x) => Cos(x * Precise.Pi);

    public static Precise Cosh(Precise x) => (Exp(x) + Exp(-x)) / 2;

    public static Precise DegreesToRadians(Precise degrees) => degrees * Precise.Pi / 180;

    public static Precise Exp(Precise x) => Precise.Exp(x);

    public static Precise Exp10(Precise x) => Pow(10, x);

    public static Precise Exp10M1(Precise x) => Exp10(x) - 1;

    public static Precise Exp2(Precise x) => Pow(2, x);

    public static Precise Exp2M1(Precise x) => Exp2(x) - 1;

    public static Precise ExpM1(Precise x) => Exp(x) - 1;

    public static Precise Floor(Precise x)
    {
        Precise whole = Truncate(x);
        return whole > x ? whole - 1 : whole;
    }

    public static Precise FusedMultiplyAdd(Precise x, Precise y, Precise z) => x * y + z;

    public static Precise Hypot(Precise x, Precise y) => Sqrt(x * x + y * y);

    public static Precise IEEERemainder(Precise x, Precise y) => x - y * Round(x / y);

    public static Precise Ieee754Remainder(Precise x, Precise y) => IEEERemainder(x, y);

    public static int ILogB(Precise x) => Math.ILogB((double)x);

    public static bool IsFinite(Precise x) => x.IsFinite;

    public static bool IsInfinity(Precise x) => !x.IsFinite && !x.IsNaN;

    public static bool IsInteger(Precise x) => x.IsFinite && Truncate(x) == x;

    public static bool IsNaN(Precise x) => x.IsNaN;

    public static bool IsNegative(Precise x) => x.Sign < 0;

    public static bool IsPositive(Precise x) => x.Sign >= 0;

    public static Precise Lerp(Precise value1, Precise value2, Precise amount) => value1 * (1 - amount) + value2 * amount;

    public static Precise Log(Precise x) => Precise.Log(x);

    public static Precise Log(Precise a, Precise newBase) => Log(a) / Log(newBase);

    public static Precise Log10(Precise x) => Log(x, 10);

    public static Precise Log10P1(Precise x) => Log10(1 + x);

    public static Precise Log2(Precise x) => Log(x) / Precise.Log2Constant;

    public static Precise Log2P1(Precise x) => Log2(1 + x);

    public static Precise LogP1(Precise x) => Log(1 + x);

    public static Precise Max(Precise x, Precise y) => x.IsNaN || y.IsNaN ? Precise.NaN : x > y ? x : y;

    public static Precise MaxMagnitude(Precise x, Precise y) => Abs(x) == Abs(y) ? Max(x, y) : Abs(x) > Abs(y) ? x : y;

    public static Precise MaxMagnitudeNumber(Precise x, Precise y) => x.IsNaN ? y : y.IsNaN ? x : MaxMagnitude(x, y);

    public static Precise MaxNative(Precise x, Precise y) => Max(x, y);

    public static Precise MaxNumber(Precise x, Precise y) => x.IsNaN ? y : y.IsNaN ? x : Max(x, y);

    public static Precise Min(Precise x, Precise y) => x.IsNaN || y.IsNaN ? Precise.NaN : x < y ? x : y;

    public static Precise MinMagnitude(Precise x, Precise y) => Abs(x) == Abs(y) ? Min(x, y) : Abs(x) < Abs(y) ? x : y;

    public static Precise MinMagnitudeNumber(Precise x, Precise y) => x.IsNaN ? y : y.IsNaN ? x : MinMagnitude(x, y);

    public static Precise MinNative(Precise x, Precise y) => Min(x, y);

    public static Precise MinNumber(Precise x, Precise y) => x.IsNaN ? y : y.IsNaN ? x : Min(x, y);

    public static Precise MultiplyAddEstimate(Precise left, Precise right, Precise addend) => left * right + addend;

    public static Precise Pow(Precise x, Precise y)
    {
        if (y.IsZero || x == 1) return 1;
        if (x.IsZero) return y.Sign > 0 ? 0 : Precise.PositiveInfinity;
        if (IsInteger(y) && Abs(y) <= 1024) return y.Sign > 0 ? Power(x, (int)y) : 1 / Power(x, -(int)y);
        return Exp(y * Log(x));
    }

    public static Precise RadiansToDegrees(Precise radians) => radians * 180 / Precise.Pi;

    public static Precise RootN(Precise x, int n) =>
        x.IsZero ? x : x.Sign < 0 ? (n % 2 == 0 ? Precise.NaN : -RootN(-x, n)) : Exp(Log(x) / n);

    public static Precise Round(Precise x)
    {
        Precise down = Floor(x);
        Precise rest = (x - down) * 2;
        return rest < 1 || (rest == 1 && Truncate(down / 2) * 2 == down) ? down : down + 1;
    }

    public static Precise Round(Precise x, int digits) => Round(x * Pow(10, digits)) / Pow(10, digits);

    public static Precise Round(Precise x, MidpointRounding mode) => mode switch
    {
        MidpointRounding.ToEven => Round(x),
        MidpointRounding.AwayFromZero => x.Sign < 0 ? -Floor(-x + 0.5) : Floor(x + 0.5),
        MidpointRounding.ToZero => Truncate(x),
        MidpointRounding.ToNegativeInfinity => Floor(x),
        MidpointRounding.ToPositiveInfinity => Ceiling(x),
        _ => throw new ArgumentOutOfRangeException(nameof(mode)),
    };

    public static Precise ScaleB(Precise x, int n) => x * Pow(2, n);

    public static int Sign(Precise x) => x.IsNaN ? throw new ArithmeticException("NaN has no sign") : x.Sign;

    public static Precise Sin(Precise x) => Precise.SinCos(x).Sin;

    public static (Precise Sin, Precise Cos) SinCos(Precise x) => Precise.SinCos(x);

    public static (Precise SinPi, Precise CosPi) SinCosPi(Precise x) => Precise.SinCos(x * Precise.Pi);

    public static Precise SinPi(Precise x) => Sin(x * Precise.Pi);

    public static Precise Sinh(Precise x) => (Exp(x) - Exp(-x)) / 2;

    public static Precise Sqrt(Precise x) => Precise.Sqrt(x);

    public static Precise Tan(Precise x)
    {
        var (sin, cos) = Precise.SinCos(x);
        return sin / cos;
    }

    public static Precise TanPi(Precise x) => Tan(x * Precise.Pi);

    public static Precise Tanh(Precise x)
    {
        if (Abs(x) > 1000) return x.Sign;
        Precise power = Exp(x + x);
        return (power - 1) / (power + 1);
    }

    public static Precise Truncate(Precise x) => Precise.Truncate(x);

    private static Precise Power(Precise x, int n)
    {
        Precise product = 1;
        for (Precise square = x; n > 0; n >>= 1, square *= square)
        {
            if ((n & 1) == 1) product *= square;
        }

        return product;
    }
}
