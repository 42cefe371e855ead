namespace AutoDiff.Numerics.Tests.Numbers;

/// <summary>
/// The functions of <see cref="Math"/>, <see cref="MathF"/>, <see cref="double"/> and <see cref="float"/> over <see cref="Dual"/>. The
/// partial derivatives are written by hand from a table of calculus, not taken from the product.
/// </summary>
public static class DualMath
{
    private const double Ln2 = 0.69314718055994530942;
    private const double Ln10 = 2.30258509299404568402;

    public static Dual Abs(Dual x) => Of(Math.Abs(x.Value), x, x.Value > 0 ? 1 : x.Value < 0 ? -1 : x.Value * 0);

    public static Dual Acos(Dual x) => Of(Math.Acos(x.Value), x, -1 / ComplementRoot(x.Value));

    public static Dual AcosPi(Dual x) => Of(double.AcosPi(x.Value), x, -1 / (Math.PI * ComplementRoot(x.Value)));

    public static Dual Acosh(Dual x) => Of(Math.Acosh(x.Value), x, 1 / Math.Sqrt((x.Value - 1) * (x.Value + 1)));

    public static Dual Asin(Dual x) => Of(Math.Asin(x.Value), x, 1 / ComplementRoot(x.Value));

    public static Dual AsinPi(Dual x) => Of(double.AsinPi(x.Value), x, 1 / (Math.PI * ComplementRoot(x.Value)));

    public static Dual Asinh(Dual x) => Of(Math.Asinh(x.Value), x, 1 / Math.Sqrt(x.Value * x.Value + 1));

    public static Dual Atan(Dual x) => Of(Math.Atan(x.Value), x, 1 / (1 + x.Value * x.Value));

    public static Dual Atan2(Dual y, Dual x)
    {
        double square = x.Value * x.Value + y.Value * y.Value;
        return Of(Math.Atan2(y.Value, x.Value), y, x.Value / square, x, -y.Value / square);
    }

    public static Dual Atan2Pi(Dual y, Dual x)
    {
        double square = Math.PI * (x.Value * x.Value + y.Value * y.Value);
        return Of(double.Atan2Pi(y.Value, x.Value), y, x.Value / square, x, -y.Value / square);
    }

    public static Dual AtanPi(Dual x) => Of(double.AtanPi(x.Value), x, 1 / (Math.PI * (1 + x.Value * x.Value)));

    public static Dual Atanh(Dual x) => Of(Math.Atanh(x.Value), x, 1 / ((1 - x.Value) * (1 + x.Value)));

    public static Dual BitDecrement(Dual x) => Of(Math.BitDecrement(x.Value), x, 1);

    public static Dual BitIncrement(Dual x) => Of(Math.BitIncrement(x.Value), x, 1);

    public static Dual Cbrt(Dual x)
    {
        double root = Math.Cbrt(x.Value);
        return Of(root, x, 1 / (3 * root * root));
    }

    public static Dual Ceiling(Dual x) => Math.Ceiling(x.Value);

    public static Dual Clamp(Dual value, Dual min, Dual max)
    {
        double clamped = Math.Clamp(value.Value, min.Value, max.Value);
        return new(clamped, value.Value < min.Value ? min.Derivative : value.Value > max.Value ? max.Derivative : value.Derivative);
    }

    public static Dual ClampNative(Dual value, Dual min, Dual max) => Clamp(value, min, max);

    public static Dual CopySign(Dual x, Dual y)
    {
        double signed = Math.CopySign(x.Value, y.Value);
        return Of(signed, x, signed == x.Value ? 1 : -1);
    }

    public static Dual Cos(Dual x) => Of(Math.Cos(x.Value), x, -Math.Sin(x.Value));

    public static Dual CosPi(Dual x) => Of(double.CosPi(x.Value), x, -Math.PI * double.SinPi(x.Value));

    public static Dual Cosh(Dual x) => Of(Math.Cosh(x.Value), x, Math.Sinh(x.Value));

    public static Dual DegreesToRadians(Dual degrees) => Of(double.DegreesToRadians(degrees.Value), degrees, Math.PI / 180);

    public static Dual Exp(Dual x)
    {
        double power = Math.Exp(x.Value);
        return Of(power, x, power);
    }

    public static Dual Exp10(Dual x) => Of(double.Exp10(x.Value), x, Ln10 * Math.Pow(10, x.Value));

    public static Dual Exp10M1(Dual x) => Of(double.Exp10M1(x.Value), x, Ln10 * Math.Pow(10, x.Value));

    public static Dual Exp2(Dual x) => Of(double.Exp2(x.Value), x, Ln2 * Math.Pow(2, x.Value));

    public static Dual Exp2M1(Dual x) => Of(double.Exp2M1(x.Value), x, Ln2 * Math.Pow(2, x.Value));

    public static Dual ExpM1(Dual x) => Of(double.ExpM1(x.Value), x, Math.Exp(x.Value));

    public static Dual Floor(Dual x) => Math.Floor(x.Value);

    public static Dual FusedMultiplyAdd(Dual x, Dual y, Dual z) =>
        new(Math.FusedMultiplyAdd(x.Value, y.Value, z.Value), Dual.Chain(y.Value, x) + Dual.Chain(x.Value, y) + z.Derivative);

    public static Dual Hypot(Dual x, Dual y)
    {
        double length = double.Hypot(x.Value, y.Value);
        return Of(length, x, x.Value / length, y, y.Value / length);
    }

    public static Dual IEEERemainder(Dual x, Dual y) =>
        Of(Math.IEEERemainder(x.Value, y.Value), x, 1, y, -Math.Round(x.Value / y.Value));

    public static Dual Ieee754Remainder(Dual x, Dual y) => IEEERemainder(x, y);

    public static int ILogB(Dual x) => Math.ILogB(x.Value);

    public static bool IsFinite(Dual x) => double.IsFinite(x.Value);

    public static bool IsInfinity(Dual x) => double.IsInfinity(x.Value);

    public static bool IsInteger(Dual x) => double.IsInteger(x.Value);

    public static bool IsNaN(Dual x) => double.IsNaN(x.Value);

    public static bool IsNegative(Dual x) => double.IsNegative(x.Value);

    public static bool IsPositive(Dual x) => double.IsPositive(x.Value);

    public static Dual Lerp(Dual value1, Dual value2, Dual amount) =>
        new(
            double.Lerp(value1.Value, value2.Value, amount.Value),
            Dual.Chain(1 - amount.Value, value1) + Dual.Chain(amount.Value, value2) + Dual.Chain(value2.Value - value1.Value, amount));

    public static Dual Log(Dual x) => Of(Math.Log(x.Value), x, 1 / x.Value);

    public static Dual Log(Dual a, Dual newBase)
    {
        double logarithm = Math.Log(a.Value, newBase.Value);
        double ofBase = Math.Log(newBase.Value);
        return Of(logarithm, a, 1 / (a.Value * ofBase), newBase, -logarithm / (newBase.Value * ofBase));
    }

    public static Dual Log10(Dual x) => Of(Math.Log10(x.Value), x, 1 / (x.Value * Ln10));

    public static Dual Log10P1(Dual x) => Of(double.Log10P1(x.Value), x, 1 / ((1 + x.Value) * Ln10));

    public static Dual Log2(Dual x) => Of(Math.Log2(x.Value), x, 1 / (x.Value * Ln2));

    public static Dual Log2P1(Dual x) => Of(double.Log2P1(x.Value), x, 1 / ((1 + x.Value) * Ln2));

    public static Dual LogP1(Dual x) => Of(double.LogP1(x.Value), x, 1 / (1 + x.Value));

    public static Dual Max(Dual x, Dual y) => Select(Math.Max(x.Value, y.Value), x, y);

    public static Dual MaxMagnitude(Dual x, Dual y) => Select(Math.MaxMagnitude(x.Value, y.Value), x, y);

    public static Dual MaxMagnitudeNumber(Dual x, Dual y) => Select(double.MaxMagnitudeNumber(x.Value, y.Value), x, y);

    public static Dual MaxNative(Dual x, Dual y) => Select(double.MaxNative(x.Value, y.Value), x, y);

    public static Dual MaxNumber(Dual x, Dual y) => Select(double.MaxNumber(x.Value, y.Value), x, y);

    public static Dual Min(Dual x, Dual y) => Select(Math.Min(x.Value, y.Value), x, y);

    public static Dual MinMagnitude(Dual x, Dual y) => Select(Math.MinMagnitude(x.Value, y.Value), x, y);

    public static Dual MinMagnitudeNumber(Dual x, Dual y) => Select(double.MinMagnitudeNumber(x.Value, y.Value), x, y);

    public static Dual MinNative(Dual x, Dual y) => Select(double.MinNative(x.Value, y.Value), x, y);

    public static Dual MinNumber(Dual x, Dual y) => Select(double.MinNumber(x.Value, y.Value), x, y);

    public static Dual MultiplyAddEstimate(Dual left, Dual right, Dual addend) =>
        new(
            double.MultiplyAddEstimate(left.Value, right.Value, addend.Value),
            Dual.Chain(right.Value, left) + Dual.Chain(left.Value, right) + addend.Derivative);

    public static Dual Pow(Dual x, Dual y)
    {
        double power = Math.Pow(x.Value, y.Value);
        double byBase = y.Value == 0 ? 0 : y.Value * Math.Pow(x.Value, y.Value - 1);
        double byExponent = x.Value == 0 && y.Value > 0 ? 0 : power * Math.Log(x.Value);
        return Of(power, x, byBase, y, byExponent);
    }

    public static Dual RadiansToDegrees(Dual radians) => Of(double.RadiansToDegrees(radians.Value), radians, 180 / Math.PI);

    public static Dual RootN(Dual x, int n)
    {
        double root = double.RootN(x.Value, n);
        return Of(root, x, root / (n * x.Value));
    }

    public static Dual Round(Dual x) => Math.Round(x.Value);

    public static Dual Round(Dual x, int digits) => Math.Round(x.Value, digits);

    public static Dual Round(Dual x, MidpointRounding mode) => Math.Round(x.Value, mode);

    public static Dual ScaleB(Dual x, int n) => Of(Math.ScaleB(x.Value, n), x, Math.ScaleB(1.0, n));

    public static int Sign(Dual x) => Math.Sign(x.Value);

    public static Dual Sin(Dual x) => Of(Math.Sin(x.Value), x, Math.Cos(x.Value));

    public static (Dual Sin, Dual Cos) SinCos(Dual x)
    {
        var (sin, cos) = Math.SinCos(x.Value);
        return (Of(sin, x, cos), Of(cos, x, -sin));
    }

    public static (Dual SinPi, Dual CosPi) SinCosPi(Dual x)
    {
        var (sin, cos) = double.SinCosPi(x.Value);
        return (Of(sin, x, Math.PI * cos), Of(cos, x, -Math.PI * sin));
    }

    public static Dual SinPi(Dual x) => Of(double.SinPi(x.Value), x, Math.PI * double.CosPi(x.Value));

    public static Dual Sinh(Dual x) => Of(Math.Sinh(x.Value), x, Math.Cosh(x.Value));

    public static Dual Sqrt(Dual x)
    {
        double root = Math.Sqrt(x.Value);
        return Of(root, x, 1 / (2 * root));
    }

    public static Dual Tan(Dual x)
    {
        double tangent = Math.Tan(x.Value);
        return Of(tangent, x, 1 + tangent * tangent);
    }

    public static Dual TanPi(Dual x)
    {
        double tangent = double.TanPi(x.Value);
        return Of(tangent, x, Math.PI * (1 + tangent * tangent));
    }

    /// <summary>1 / cosh² rather than 1 − tanh²: no cancellation for large |x|.</summary>
    public static Dual Tanh(Dual x)
    {
        double cosh = Math.Cosh(x.Value);
        return Of(Math.Tanh(x.Value), x, 1 / (cosh * cosh));
    }

    public static Dual Truncate(Dual x) => Math.Truncate(x.Value);

    private static Dual Of(double value, Dual x, double byX) => new(value, Dual.Chain(byX, x));

    private static Dual Of(double value, Dual x, double byX, Dual y, double byY) => new(value, Dual.Chain(byX, x) + Dual.Chain(byY, y));

    /// <summary>Maximum and minimum of any kind: the argument that was taken has the derivative, a tie shares it by halves.</summary>
    private static Dual Select(double taken, Dual x, Dual y) =>
        x.Value == y.Value ? new(taken, (x.Derivative + y.Derivative) / 2)
        : taken.Equals(x.Value) ? new(taken, x.Derivative)
        : new(taken, y.Derivative);

    private static double ComplementRoot(double x) => Math.Sqrt((1 - x) * (1 + x));
}
