// Nullable numbers and structs of numbers inside a method: made, tested, asked for their value, calculated with.
using System;
using System.Numerics;
using AutoDiff;

namespace Corpus;

public static partial class Nullables
{
    [Differentiable]
    [At(3.0, Gradient = new double[] { 6 })]
    [At(-3.0, Gradient = new double[] { 0 })]
    public static double Chosen(double x)
    {
        double? y = x > 0 ? x * x : null;
        return y ?? 0;
    }

    [Differentiable]
    [At(3.0, Gradient = new double[] { 1 })]
    public static double Assigned(double x)
    {
        double? y = null;
        y ??= x;
        return y.Value;
    }

    // The value of '??=' is used, and it assigns only the first time.
    [Differentiable]
    [At(3.0, 2.0)]
    public static double AssignedOnce(double x, double z)
    {
        double? y = null;
        double sum = 0;
        for (int i = 0; i < 3; i++) sum = sum * z + (y ??= x * sum + z);
        return sum + (double)y!;
    }

    private static double? Inverse(double x) => x == 0 ? null : 1 / x;

    [Differentiable]
    [At(0.5, 3.0)]
    [At(20.0, 3.0)]
    [At(0.0, 3.0, Kink = true)]
    public static double OfAMethod(double x, double z)
    {
        double? y = Inverse(x);
        if (y is { } v && v > 0.1) return v * z;
        return y.HasValue ? y.Value * 2 : z;
    }

    [Differentiable]
    [At(new double[] { 1, 3, 2 })]
    public static double Greatest(double[] a)
    {
        double? best = null;
        foreach (double v in a)
        {
            if (best is null || v > best) best = v;
        }
        return best!.Value * best.GetValueOrDefault();
    }

    // Reading a value that is missing throws, as in the plain method.
    [Differentiable]
    [At(new double[] { -1, 3, 2 })]
    [At(new double[] { -1, -2 }, Throws = typeof(InvalidOperationException))]
    public static double FirstPositive(double[] a)
    {
        double? found = null;
        foreach (double v in a)
        {
            if (v <= 0) continue;
            found = v * v;
            break;
        }
        return found!.Value;
    }

    [Differentiable]
    [At(0.5, 3.0)]
    [At(0.5, 0.5)]
    public static double LiftedArithmetic(double x, double z)
    {
        double? a = x, b = z > 1 ? z : null;
        double? c = a + b * 2 - -a / b;
        return c is null ? x * z : (double)c * x;
    }

    // 0 / 0 behind an operand that is missing carries no derivative.
    [Differentiable]
    [At(0.5, 0.0, Gradient = new double[] { 1, 0 }, Kink = true)]
    [At(0.5, 2.0)]
    public static double MissingQuotient(double x, double z)
    {
        double? a = z > 0 ? z : null;
        double? q = z / a / a;
        return (q ?? x) * x;
    }

    [Differentiable]
    [At(1.5, 2.0)]
    [At(0.3, 2.0)]
    public static double Accumulated(double x, double z)
    {
        double? t = null;
        for (int i = 0; i < 3; i++) t = t is null ? x : t * z;
        t += x;
        t *= 2;
        if (x < 1) t -= Inverse(0);
        return t switch { null => x * z, var q => q.Value * z };
    }

    private static double Rate(double x, double? spread = null) => x + (spread ?? 0.5 * x);

    [Differentiable]
    [At(1.5, 2.0)]
    public static double OptionalArguments(double x, double z) => Rate(x) * Rate(x, z) * Rate(z, null) * Rate(spread: x * z, x: z);

    [Differentiable]
    [At(1.5, 2.0)]
    [At(2.0, 2.0, Gradient = new double[] { 3, 0 }, Kink = true)]
    [At(0.5, 2.0, Throws = typeof(ArgumentException))]
    public static double Compared(double x, double y)
    {
        double? a = x > 1 ? x : null;
        double? b = y;
        if (a == b) return 3 * x;
        return a != null && a < b ? x * y : (a ?? throw new ArgumentException("a")) + y;
    }

    [Differentiable]
    [At(1.5, 2.0)]
    [At(-1.5, 2.0)]
    public static double Unequal(double x, double y)
    {
        double? a = x > 0 ? x : null, b = y > 0 ? y : null;
        double sum = 0;
        if (a != b) sum += x * y;
        if (!(a >= b)) sum += y * y;
        if (a == null ^ b == null) sum += x * x;
        return sum;
    }

    // The value is read behind a test of it in the same condition: 'y.Value' must not be asked for before.
    [Differentiable]
    [At(1.5, 2.0)]
    [At(-1.5, 2.0)]
    public static double Guarded(double x, double z)
    {
        double? y = x > 0 ? x * x : null;
        if (y.HasValue && y.Value > 1) return y.Value * z;
        if (y == null || y.Value < 0) return z;
        return x;
    }

    // Of whole numbers, and made without a value.
    [Differentiable]
    [At(1.5, 5)]
    [At(1.5, 1)]
    public static double OfWholeNumbers(double x, int k)
    {
        int? n = k > 2 ? k : null;
        double? d = n, y = x, none = new double?();
        none ??= x;
        return (d ?? 0.5) * x + (y * n ?? x * x) * none.Value;
    }

    [Differentiable]
    [At(-1.0, 2.0)]
    [At(1.0, 2.0)]
    public static double Switched(double x, double z)
    {
        double? y = x > 0 ? x : null;
        switch (y)
        {
            case null:
                return z;
            case { } v when v * z > 1:
                return v * z * z;
            default:
                return z;
        }
    }

    [Differentiable]
    [At(1.0, 2.0)]
    public static double InALoop(double x, double z)
    {
        double? y = x;
        while (y is { } v && v < 9) y = v * z + x * 0.1;
        return y.Value;
    }

    // Assigned by reference, by a tuple, by a local function.
    [Differentiable]
    [At(1.5, 2.0)]
    public static double AssignedElsewhere(double x, double z)
    {
        double? y = x;
        ref double? r = ref y;
        r = z * y;
        double? w;
        (w, z) = (y, x);
        void Double() => w = w * 2;
        Double();
        return y.Value * w!.Value * z;
    }

    [Differentiable]
    [At(1.5)]
    public static float Narrowed(double x)
    {
        double? y = x;
        float? f = (float?)y;
        double? back = f;
        return (f ?? 1f) * (float)back!.Value;
    }

    private static double? Clamped(double? value, double most) => value > most ? most : value;

    [Differentiable]
    [At(1.5, 2.0)]
    [At(2.5, 2.0)]
    public static double OfParameters(double x, double z) => Clamped(x, z) * x ?? 0;

    private static bool TrySolve(double a, double b, out double? root)
    {
        root = a == 0 ? null : -b / a;
        return root is not null;
    }

    [Differentiable]
    [At(1.5, 2.0)]
    public static double OfOut(double a, double b) => TrySolve(a, b, out double? root) ? root!.Value * root.Value : b;

    [Differentiable]
    [At(1.5)]
    [At(-1.5)]
    public static double OfComplex(double x)
    {
        Complex? c = x > 0 ? new Complex(x, 2 * x) : null;
        return c is { } d ? d.Real * d.Imaginary : x * x;
    }

    [Differentiable]
    [At(1.5f, 2f)]
    public static float OfSingle(float x, float z)
    {
        float? a = x, b = z;
        return (a * b + a ?? 0f) * (b ?? 1f);
    }

    public struct Pair
    {
        public double A, B;
    }

    [Differentiable]
    [At(2.0, 3.0, Gradient = new double[] { 3, 2 })]
    public static double OfAStruct(double x, double k)
    {
        var p = new Pair { A = x, B = k };
        Pair? maybe = p;
        p.A = 0;
        return maybe.Value.A * k;
    }

    [Differentiable]
    [At(new double[] { 2, 5 }, 3.0, Gradient = new double[] { 15, 6, 10 })]
    public static double OfAnElement([Shape(1)] Pair[] pairs, double k)
    {
        Pair? maybe = pairs[0];
        return maybe.Value.A * k * pairs[0].B;
    }

    // A property that throws, behind the test that keeps it from that.
    public readonly record struct Measured(double Reading, bool IsThere)
    {
        public double Value => IsThere ? Reading : throw new InvalidOperationException("nothing measured");
    }

    [Differentiable]
    [At(1.5, 2.0)]
    [At(1.5, 0.5)]
    public static double OfAThrowingProperty(double x, double z)
    {
        var m = new Measured(x, z > 1);
        if (m.IsThere && m.Value > 1) return m.Value * z;
        return z;
    }
}
