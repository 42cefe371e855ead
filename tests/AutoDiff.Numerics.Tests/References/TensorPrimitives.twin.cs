using System;

namespace AutoDiff.Framework;

/// <summary>
/// What <c>System.Numerics.Tensors.TensorPrimitives</c> does, one element after the other, to be retargeted to the number types of the
/// references. Only what the corpus calls; overlapping spans have the same start.
/// </summary>
public static class TensorPrimitives
{
    public static void Abs(ReadOnlySpan<double> x, Span<double> destination)
    {
        for (int i = 0; i < x.Length; i++) destination[i] = Math.Abs(x[i]);
    }

    public static void Acos(ReadOnlySpan<double> x, Span<double> destination)
    {
        for (int i = 0; i < x.Length; i++) destination[i] = Math.Acos(x[i]);
    }

    public static void Acosh(ReadOnlySpan<double> x, Span<double> destination)
    {
        for (int i = 0; i < x.Length; i++) destination[i] = Math.Acosh(x[i]);
    }

    public static void Asin(ReadOnlySpan<double> x, Span<double> destination)
    {
        for (int i = 0; i < x.Length; i++) destination[i] = Math.Asin(x[i]);
    }

    public static void Asinh(ReadOnlySpan<double> x, Span<double> destination)
    {
        for (int i = 0; i < x.Length; i++) destination[i] = Math.Asinh(x[i]);
    }

    public static void Atan(ReadOnlySpan<double> x, Span<double> destination)
    {
        for (int i = 0; i < x.Length; i++) destination[i] = Math.Atan(x[i]);
    }

    public static void Atanh(ReadOnlySpan<double> x, Span<double> destination)
    {
        for (int i = 0; i < x.Length; i++) destination[i] = Math.Atanh(x[i]);
    }

    public static void Cbrt(ReadOnlySpan<double> x, Span<double> destination)
    {
        for (int i = 0; i < x.Length; i++) destination[i] = Math.Cbrt(x[i]);
    }

    public static void Ceiling(ReadOnlySpan<double> x, Span<double> destination)
    {
        for (int i = 0; i < x.Length; i++) destination[i] = Math.Ceiling(x[i]);
    }

    public static void Cos(ReadOnlySpan<double> x, Span<double> destination)
    {
        for (int i = 0; i < x.Length; i++) destination[i] = Math.Cos(x[i]);
    }

    public static void Cosh(ReadOnlySpan<double> x, Span<double> destination)
    {
        for (int i = 0; i < x.Length; i++) destination[i] = Math.Cosh(x[i]);
    }

    public static void Exp(ReadOnlySpan<double> x, Span<double> destination)
    {
        for (int i = 0; i < x.Length; i++) destination[i] = Math.Exp(x[i]);
    }

    public static void Floor(ReadOnlySpan<double> x, Span<double> destination)
    {
        for (int i = 0; i < x.Length; i++) destination[i] = Math.Floor(x[i]);
    }

    public static void Log(ReadOnlySpan<double> x, Span<double> destination)
    {
        for (int i = 0; i < x.Length; i++) destination[i] = Math.Log(x[i]);
    }

    public static void Log10(ReadOnlySpan<double> x, Span<double> destination)
    {
        for (int i = 0; i < x.Length; i++) destination[i] = Math.Log10(x[i]);
    }

    public static void Log2(ReadOnlySpan<double> x, Span<double> destination)
    {
        for (int i = 0; i < x.Length; i++) destination[i] = Math.Log2(x[i]);
    }

    public static void Round(ReadOnlySpan<double> x, Span<double> destination)
    {
        for (int i = 0; i < x.Length; i++) destination[i] = Math.Round(x[i]);
    }

    public static void Sin(ReadOnlySpan<double> x, Span<double> destination)
    {
        for (int i = 0; i < x.Length; i++) destination[i] = Math.Sin(x[i]);
    }

    public static void Sinh(ReadOnlySpan<double> x, Span<double> destination)
    {
        for (int i = 0; i < x.Length; i++) destination[i] = Math.Sinh(x[i]);
    }

    public static void Sqrt(ReadOnlySpan<double> x, Span<double> destination)
    {
        for (int i = 0; i < x.Length; i++) destination[i] = Math.Sqrt(x[i]);
    }

    public static void Tan(ReadOnlySpan<double> x, Span<double> destination)
    {
        for (int i = 0; i < x.Length; i++) destination[i] = Math.Tan(x[i]);
    }

    public static void Tanh(ReadOnlySpan<double> x, Span<double> destination)
    {
        for (int i = 0; i < x.Length; i++) destination[i] = Math.Tanh(x[i]);
    }

    public static void Truncate(ReadOnlySpan<double> x, Span<double> destination)
    {
        for (int i = 0; i < x.Length; i++) destination[i] = Math.Truncate(x[i]);
    }

    public static void AcosPi(ReadOnlySpan<double> x, Span<double> destination)
    {
        for (int i = 0; i < x.Length; i++) destination[i] = double.AcosPi(x[i]);
    }

    public static void AsinPi(ReadOnlySpan<double> x, Span<double> destination)
    {
        for (int i = 0; i < x.Length; i++) destination[i] = double.AsinPi(x[i]);
    }

    public static void AtanPi(ReadOnlySpan<double> x, Span<double> destination)
    {
        for (int i = 0; i < x.Length; i++) destination[i] = double.AtanPi(x[i]);
    }

    public static void CosPi(ReadOnlySpan<double> x, Span<double> destination)
    {
        for (int i = 0; i < x.Length; i++) destination[i] = double.CosPi(x[i]);
    }

    public static void DegreesToRadians(ReadOnlySpan<double> x, Span<double> destination)
    {
        for (int i = 0; i < x.Length; i++) destination[i] = double.DegreesToRadians(x[i]);
    }

    public static void Exp10(ReadOnlySpan<double> x, Span<double> destination)
    {
        for (int i = 0; i < x.Length; i++) destination[i] = double.Exp10(x[i]);
    }

    public static void Exp10M1(ReadOnlySpan<double> x, Span<double> destination)
    {
        for (int i = 0; i < x.Length; i++) destination[i] = double.Exp10M1(x[i]);
    }

    public static void Exp2(ReadOnlySpan<double> x, Span<double> destination)
    {
        for (int i = 0; i < x.Length; i++) destination[i] = double.Exp2(x[i]);
    }

    public static void Exp2M1(ReadOnlySpan<double> x, Span<double> destination)
    {
        for (int i = 0; i < x.Length; i++) destination[i] = double.Exp2M1(x[i]);
    }

    public static void ExpM1(ReadOnlySpan<double> x, Span<double> destination)
    {
        for (int i = 0; i < x.Length; i++) destination[i] = double.ExpM1(x[i]);
    }

    public static void Log10P1(ReadOnlySpan<double> x, Span<double> destination)
    {
        for (int i = 0; i < x.Length; i++) destination[i] = double.Log10P1(x[i]);
    }

    public static void Log2P1(ReadOnlySpan<double> x, Span<double> destination)
    {
        for (int i = 0; i < x.Length; i++) destination[i] = double.Log2P1(x[i]);
    }

    public static void LogP1(ReadOnlySpan<double> x, Span<double> destination)
    {
        for (int i = 0; i < x.Length; i++) destination[i] = double.LogP1(x[i]);
    }

    public static void RadiansToDegrees(ReadOnlySpan<double> x, Span<double> destination)
    {
        for (int i = 0; i < x.Length; i++) destination[i] = double.RadiansToDegrees(x[i]);
    }

    public static void SinPi(ReadOnlySpan<double> x, Span<double> destination)
    {
        for (int i = 0; i < x.Length; i++) destination[i] = double.SinPi(x[i]);
    }

    public static void TanPi(ReadOnlySpan<double> x, Span<double> destination)
    {
        for (int i = 0; i < x.Length; i++) destination[i] = double.TanPi(x[i]);
    }

    public static void Negate(ReadOnlySpan<double> x, Span<double> destination)
    {
        for (int i = 0; i < x.Length; i++) destination[i] = -x[i];
    }

    public static void Increment(ReadOnlySpan<double> x, Span<double> destination)
    {
        for (int i = 0; i < x.Length; i++) destination[i] = x[i] + 1;
    }

    public static void Decrement(ReadOnlySpan<double> x, Span<double> destination)
    {
        for (int i = 0; i < x.Length; i++) destination[i] = x[i] - 1;
    }

    public static void Reciprocal(ReadOnlySpan<double> x, Span<double> destination)
    {
        for (int i = 0; i < x.Length; i++) destination[i] = 1 / x[i];
    }

    public static void ReciprocalSqrt(ReadOnlySpan<double> x, Span<double> destination)
    {
        for (int i = 0; i < x.Length; i++) destination[i] = 1 / Math.Sqrt(x[i]);
    }

    public static void Sigmoid(ReadOnlySpan<double> x, Span<double> destination)
    {
        for (int i = 0; i < x.Length; i++) destination[i] = 1 / (1 + Math.Exp(-x[i]));
    }

    public static void Add(ReadOnlySpan<double> x, ReadOnlySpan<double> y, Span<double> destination)
    {
        for (int i = 0; i < x.Length; i++) destination[i] = x[i] + y[i];
    }

    public static void Add(ReadOnlySpan<double> x, double y, Span<double> destination)
    {
        for (int i = 0; i < x.Length; i++) destination[i] = x[i] + y;
    }

    public static void Subtract(ReadOnlySpan<double> x, ReadOnlySpan<double> y, Span<double> destination)
    {
        for (int i = 0; i < x.Length; i++) destination[i] = x[i] - y[i];
    }

    public static void Subtract(ReadOnlySpan<double> x, double y, Span<double> destination)
    {
        for (int i = 0; i < x.Length; i++) destination[i] = x[i] - y;
    }

    public static void Subtract(double x, ReadOnlySpan<double> y, Span<double> destination)
    {
        for (int i = 0; i < y.Length; i++) destination[i] = x - y[i];
    }

    public static void Multiply(ReadOnlySpan<double> x, ReadOnlySpan<double> y, Span<double> destination)
    {
        for (int i = 0; i < x.Length; i++) destination[i] = x[i] * y[i];
    }

    public static void Multiply(ReadOnlySpan<double> x, double y, Span<double> destination)
    {
        for (int i = 0; i < x.Length; i++) destination[i] = x[i] * y;
    }

    public static void Divide(ReadOnlySpan<double> x, ReadOnlySpan<double> y, Span<double> destination)
    {
        for (int i = 0; i < x.Length; i++) destination[i] = x[i] / y[i];
    }

    public static void Divide(ReadOnlySpan<double> x, double y, Span<double> destination)
    {
        for (int i = 0; i < x.Length; i++) destination[i] = x[i] / y;
    }

    public static void Divide(double x, ReadOnlySpan<double> y, Span<double> destination)
    {
        for (int i = 0; i < y.Length; i++) destination[i] = x / y[i];
    }

    public static void Remainder(ReadOnlySpan<double> x, ReadOnlySpan<double> y, Span<double> destination)
    {
        for (int i = 0; i < x.Length; i++) destination[i] = x[i] % y[i];
    }

    public static void Remainder(ReadOnlySpan<double> x, double y, Span<double> destination)
    {
        for (int i = 0; i < x.Length; i++) destination[i] = x[i] % y;
    }

    public static void Remainder(double x, ReadOnlySpan<double> y, Span<double> destination)
    {
        for (int i = 0; i < y.Length; i++) destination[i] = x % y[i];
    }

    public static void Pow(ReadOnlySpan<double> x, ReadOnlySpan<double> y, Span<double> destination)
    {
        for (int i = 0; i < x.Length; i++) destination[i] = Math.Pow(x[i], y[i]);
    }

    public static void Pow(ReadOnlySpan<double> x, double y, Span<double> destination)
    {
        for (int i = 0; i < x.Length; i++) destination[i] = Math.Pow(x[i], y);
    }

    public static void Pow(double x, ReadOnlySpan<double> y, Span<double> destination)
    {
        for (int i = 0; i < y.Length; i++) destination[i] = Math.Pow(x, y[i]);
    }

    public static void Atan2(ReadOnlySpan<double> y, ReadOnlySpan<double> x, Span<double> destination)
    {
        for (int i = 0; i < y.Length; i++) destination[i] = Math.Atan2(y[i], x[i]);
    }

    public static void Atan2(ReadOnlySpan<double> y, double x, Span<double> destination)
    {
        for (int i = 0; i < y.Length; i++) destination[i] = Math.Atan2(y[i], x);
    }

    public static void Atan2(double y, ReadOnlySpan<double> x, Span<double> destination)
    {
        for (int i = 0; i < x.Length; i++) destination[i] = Math.Atan2(y, x[i]);
    }

    public static void Hypot(ReadOnlySpan<double> x, ReadOnlySpan<double> y, Span<double> destination)
    {
        for (int i = 0; i < x.Length; i++) destination[i] = double.Hypot(x[i], y[i]);
    }

    public static void Log(ReadOnlySpan<double> x, ReadOnlySpan<double> y, Span<double> destination)
    {
        for (int i = 0; i < x.Length; i++) destination[i] = Math.Log(x[i], y[i]);
    }

    public static void Log(ReadOnlySpan<double> x, double y, Span<double> destination)
    {
        for (int i = 0; i < x.Length; i++) destination[i] = Math.Log(x[i], y);
    }

    public static void Max(ReadOnlySpan<double> x, ReadOnlySpan<double> y, Span<double> destination)
    {
        for (int i = 0; i < x.Length; i++) destination[i] = Math.Max(x[i], y[i]);
    }

    public static void Max(ReadOnlySpan<double> x, double y, Span<double> destination)
    {
        for (int i = 0; i < x.Length; i++) destination[i] = Math.Max(x[i], y);
    }

    public static void Min(ReadOnlySpan<double> x, ReadOnlySpan<double> y, Span<double> destination)
    {
        for (int i = 0; i < x.Length; i++) destination[i] = Math.Min(x[i], y[i]);
    }

    public static void Min(ReadOnlySpan<double> x, double y, Span<double> destination)
    {
        for (int i = 0; i < x.Length; i++) destination[i] = Math.Min(x[i], y);
    }

    public static void MaxMagnitude(ReadOnlySpan<double> x, ReadOnlySpan<double> y, Span<double> destination)
    {
        for (int i = 0; i < x.Length; i++) destination[i] = Math.MaxMagnitude(x[i], y[i]);
    }

    public static void MaxMagnitude(ReadOnlySpan<double> x, double y, Span<double> destination)
    {
        for (int i = 0; i < x.Length; i++) destination[i] = Math.MaxMagnitude(x[i], y);
    }

    public static void MinMagnitude(ReadOnlySpan<double> x, ReadOnlySpan<double> y, Span<double> destination)
    {
        for (int i = 0; i < x.Length; i++) destination[i] = Math.MinMagnitude(x[i], y[i]);
    }

    public static void MinMagnitude(ReadOnlySpan<double> x, double y, Span<double> destination)
    {
        for (int i = 0; i < x.Length; i++) destination[i] = Math.MinMagnitude(x[i], y);
    }

    public static void CopySign(ReadOnlySpan<double> x, ReadOnlySpan<double> y, Span<double> destination)
    {
        for (int i = 0; i < x.Length; i++) destination[i] = Math.CopySign(x[i], y[i]);
    }

    public static void CopySign(ReadOnlySpan<double> x, double y, Span<double> destination)
    {
        for (int i = 0; i < x.Length; i++) destination[i] = Math.CopySign(x[i], y);
    }

    public static void MaxNumber(ReadOnlySpan<double> x, ReadOnlySpan<double> y, Span<double> destination)
    {
        for (int i = 0; i < x.Length; i++) destination[i] = double.MaxNumber(x[i], y[i]);
    }

    public static void MaxNumber(ReadOnlySpan<double> x, double y, Span<double> destination)
    {
        for (int i = 0; i < x.Length; i++) destination[i] = double.MaxNumber(x[i], y);
    }

    public static void MinNumber(ReadOnlySpan<double> x, ReadOnlySpan<double> y, Span<double> destination)
    {
        for (int i = 0; i < x.Length; i++) destination[i] = double.MinNumber(x[i], y[i]);
    }

    public static void MinNumber(ReadOnlySpan<double> x, double y, Span<double> destination)
    {
        for (int i = 0; i < x.Length; i++) destination[i] = double.MinNumber(x[i], y);
    }

    public static void MultiplyAdd(ReadOnlySpan<double> x, ReadOnlySpan<double> y, ReadOnlySpan<double> addend, Span<double> destination)
    {
        for (int i = 0; i < x.Length; i++) destination[i] = x[i] * y[i] + addend[i];
    }

    public static void MultiplyAdd(ReadOnlySpan<double> x, ReadOnlySpan<double> y, double addend, Span<double> destination)
    {
        for (int i = 0; i < x.Length; i++) destination[i] = x[i] * y[i] + addend;
    }

    public static void MultiplyAdd(ReadOnlySpan<double> x, double y, ReadOnlySpan<double> addend, Span<double> destination)
    {
        for (int i = 0; i < x.Length; i++) destination[i] = x[i] * y + addend[i];
    }

    public static void FusedMultiplyAdd(ReadOnlySpan<double> x, ReadOnlySpan<double> y, ReadOnlySpan<double> addend, Span<double> destination)
    {
        for (int i = 0; i < x.Length; i++) destination[i] = Math.FusedMultiplyAdd(x[i], y[i], addend[i]);
    }

    public static void FusedMultiplyAdd(ReadOnlySpan<double> x, ReadOnlySpan<double> y, double addend, Span<double> destination)
    {
        for (int i = 0; i < x.Length; i++) destination[i] = Math.FusedMultiplyAdd(x[i], y[i], addend);
    }

    public static void FusedMultiplyAdd(ReadOnlySpan<double> x, double y, ReadOnlySpan<double> addend, Span<double> destination)
    {
        for (int i = 0; i < x.Length; i++) destination[i] = Math.FusedMultiplyAdd(x[i], y, addend[i]);
    }

    public static void AddMultiply(ReadOnlySpan<double> x, ReadOnlySpan<double> y, ReadOnlySpan<double> multiplier, Span<double> destination)
    {
        for (int i = 0; i < x.Length; i++) destination[i] = (x[i] + y[i]) * multiplier[i];
    }

    public static void AddMultiply(ReadOnlySpan<double> x, ReadOnlySpan<double> y, double multiplier, Span<double> destination)
    {
        for (int i = 0; i < x.Length; i++) destination[i] = (x[i] + y[i]) * multiplier;
    }

    public static void AddMultiply(ReadOnlySpan<double> x, double y, ReadOnlySpan<double> multiplier, Span<double> destination)
    {
        for (int i = 0; i < x.Length; i++) destination[i] = (x[i] + y) * multiplier[i];
    }

    public static void Lerp(ReadOnlySpan<double> x, ReadOnlySpan<double> y, ReadOnlySpan<double> amount, Span<double> destination)
    {
        for (int i = 0; i < x.Length; i++) destination[i] = double.Lerp(x[i], y[i], amount[i]);
    }

    public static void Lerp(ReadOnlySpan<double> x, ReadOnlySpan<double> y, double amount, Span<double> destination)
    {
        for (int i = 0; i < x.Length; i++) destination[i] = double.Lerp(x[i], y[i], amount);
    }

    public static void Lerp(ReadOnlySpan<double> x, double y, ReadOnlySpan<double> amount, Span<double> destination)
    {
        for (int i = 0; i < x.Length; i++) destination[i] = double.Lerp(x[i], y, amount[i]);
    }

    public static void Clamp(ReadOnlySpan<double> x, ReadOnlySpan<double> min, ReadOnlySpan<double> max, Span<double> destination)
    {
        for (int i = 0; i < x.Length; i++) destination[i] = Math.Clamp(x[i], min[i], max[i]);
    }

    public static void Clamp(ReadOnlySpan<double> x, double min, double max, Span<double> destination)
    {
        for (int i = 0; i < x.Length; i++) destination[i] = Math.Clamp(x[i], min, max);
    }

    public static double Sum(ReadOnlySpan<double> x)
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++) sum += x[i];
        return sum;
    }

    public static double SumOfSquares(ReadOnlySpan<double> x)
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++) sum += x[i] * x[i];
        return sum;
    }

    public static double SumOfMagnitudes(ReadOnlySpan<double> x)
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++) sum += Math.Abs(x[i]);
        return sum;
    }

    public static double Dot(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++) sum += x[i] * y[i];
        return sum;
    }

    public static double Product(ReadOnlySpan<double> x)
    {
        double sum = 1;
        for (int i = 0; i < x.Length; i++) sum *= x[i];
        return sum;
    }

    public static double Average(ReadOnlySpan<double> x) => Sum(x) / x.Length;

    public static double Norm(ReadOnlySpan<double> x) => Math.Sqrt(SumOfSquares(x));

    public static double CosineSimilarity(ReadOnlySpan<double> x, ReadOnlySpan<double> y) => Dot(x, y) / (Norm(x) * Norm(y));

    public static double Distance(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++) sum += (x[i] - y[i]) * (x[i] - y[i]);
        return Math.Sqrt(sum);
    }

    public static double StdDev(ReadOnlySpan<double> x)
    {
        double mean = Average(x), sum = 0;
        for (int i = 0; i < x.Length; i++) sum += (x[i] - mean) * (x[i] - mean);
        return Math.Sqrt(sum / x.Length);
    }

    public static double Max(ReadOnlySpan<double> x) => x[IndexOfMax(x)];

    public static double MinMagnitude(ReadOnlySpan<double> x)
    {
        double least = x[0];
        for (int i = 1; i < x.Length; i++) least = Math.Abs(x[i]) < Math.Abs(least) ? x[i] : least;
        return least;
    }

    public static int IndexOfMax(ReadOnlySpan<double> x)
    {
        int index = 0;
        for (int i = 1; i < x.Length; i++)
            if (x[i] > x[index]) index = i;
        return index;
    }

    public static void SoftMax(ReadOnlySpan<double> x, Span<double> destination)
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++) sum += Math.Exp(x[i]);
        for (int i = 0; i < x.Length; i++) destination[i] = Math.Exp(x[i]) / sum;
    }
}
