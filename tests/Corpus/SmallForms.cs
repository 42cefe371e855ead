using System;
using AutoDiff;

namespace Corpus;

/// <summary>Small forms of C# that surround numbers.</summary>
public static partial class SmallForms
{
    private const double Half = 0.5;

    private static readonly int[] Degrees = { 1, 2, 3 };

    private static double scale = 2;

    [Differentiable]
    [At(0.7, new int[] { 1, 5, 2 })]
    public static double CompoundBooleans(double x, int[] a)
    {
        bool any = false, all = true, odd = false;
        foreach (int k in a)
        {
            any |= k > 4;
            all &= k > 1;
            odd ^= k % 2 == 1;
        }

        if (any) x *= x;
        if (all) x += 1;
        return odd ? x : Math.Exp(x);
    }

    [Differentiable]
    [At(0.7, 2)]
    [At(0.7, 0, Throws = typeof(DivideByZeroException))]
    public static double Discards(double x, int n)
    {
        _ = Cube(x);
        _ = 6 / n;
        _ = x * 2;
        ;
        return Cube(x);
    }

    [Differentiable]
    [At(0.7)]
    public static double Defaults(double x)
    {
        double a = default, b = default(double);
        int n = default(int) + sizeof(long) + sizeof(double);
        bool f = default;
        a += x * x;
        b -= x;
        return f ? a : a * b * n;
    }

    [Differentiable]
    [At(0.7, 3L, 5UL)]
    public static double LongCounters(double x, long n, ulong m)
    {
        double s = 0;
        for (long i = 0; i < n; i++) s += x * i;
        for (ulong k = 1; k < m; k *= 2) s *= 1 + x / k;
        for (nint j = 0; j < 2; j++) s += j * x * s;
        for (byte b = 0; b < 3; b++) s += b * x;
        for (uint u = 2; u > 0; u--) s *= x + u;
        return s;
    }

    [Differentiable]
    [At(0.7, 'c', Kernel.Cubic)]
    public static double CharactersAndEnums(double x, char c, Kernel kernel)
    {
        int degree = c - 'a';
        char next = (char)(c + 1);
        next++;
        kernel -= 1;
        double s = x * (int)kernel + (double)kernel * x;
        return Math.Pow(s, degree) + x * next + (kernel == Kernel.Quadratic ? x : 0) + x * c;
    }

    [Differentiable]
    [At(0.7)]
    public static double Decimals(double x)
    {
        decimal price = 19.99m;
        decimal total = price * 3 + 0.03m;
        if (total > 60m) x *= 2;
        return x * (double)total + (double)decimal.Round(price) * x * x;
    }

    [Differentiable]
    [At(0.7)]
    public static double Dates(double x)
    {
        var start = new DateTime(2024, 1, 15);
        var end = new DateTime(2025, 3, 1);
        double years = (end - start).TotalDays / 365.25;
        if (end.Year > start.Year && end > start) x *= years;
        return x * x + start.AddDays(40).Month * x;
    }

    [Differentiable]
    [At(0.7, "abc")]
    [At(0.7, null!)]
    public static double NullOperators(double x, string? text)
    {
        int n = text?.Length ?? 7;
        string name = text ?? "none";
        int? maybe = text?.Length;
        if (maybe.HasValue) x *= maybe.Value;
        if (maybe > 2) x += 1;
        text ??= "default";
        return x * n + name.Length * x * x + text.Trim().Length;
    }

    [Differentiable]
    [At(new double[] { 1, 2 }, null!, Throws = typeof(ArgumentNullException))]
    [At(new double[] { 1, 2 }, new double[] { 3, 4 })]
    public static double ThrowOnNull(double[] a, double[] b)
    {
        double[] w = b ?? throw new ArgumentNullException(nameof(b));
        double[] v = a ?? b;
        return v[0] * w[1] + v[1] * w[0];
    }

    [Differentiable]
    [At(new double[] { 1, 2 }, null!)]
    [At(new double[] { 1, 2 }, new double[] { 3, 4 })]
    public static double OptionalWeights(double[] a, double[]? w)
    {
        double s = 0;
        for (int i = 0; i < a.Length; i++) s += w is null ? a[i] * a[i] : w[i] * a[i];
        return s / (w?.Length ?? 1);
    }

    [Differentiable]
    [At(0.7, 2)]
    [At(-0.7, 2)]
    [At(0.7, -1, Throws = typeof(ArgumentException))]
    public static double ThrowExpressions(double x, int n)
    {
        int k = n > 0 ? n : throw new ArgumentException("n");
        double y = x > 0 ? x * k : x < -10 ? throw new InvalidOperationException() : -x;
        return y * (n > 5 ? throw new NotSupportedException() : y);
    }

    [Differentiable]
    [At(0.7)]
    public static double Shadows(double x)
    {
        double s = 0;
        {
            double t = x * x;
            s += t;
        }

        {
            int t = 3;
            s *= t;
        }

        for (int i = 0; i < 2; i++)
        {
            double t = s + i;
            s = t * x;
        }

        const int scale = 4;
        const double shift = 0.25 * Half;
        const string label = "x";
        return s * scale + shift * x + label.Length;
    }

    [Differentiable]
    [At(0.7, 1)]
    [At(0.7, 2)]
    [At(0.7, 3)]
    public static double NestedTernariesWithEffects(double x, int n)
    {
        double s = x;
        double y = n == 1 ? s++ : n == 2 ? (s *= x) > 0.3 ? s += 1 : --s : (s = x * x) * s--;
        return y * s;
    }

    [Differentiable]
    [At(0.7, 1)]
    public static double StackAllocationInAnExpression(double x, int n)
    {
        double s = Sum(stackalloc double[] { x, x * x, n });
        Span<double> w = n > 0 ? stackalloc double[4] : stackalloc double[8];
        w[n] = x;
        return s * Sum(w) + Sum([x, s]);
    }

    [Differentiable]
    [At(0.7, 2)]
    public static double StaticTable(double x, int n)
    {
        double s = 0;
        for (int i = 0; i <= n; i++) s += Math.Pow(x, Degrees[i]) * Degrees[^1];
        int last = Degrees[n] is var d && d > 2 ? d : 1;
        return s * last;
    }

    [Differentiable]
    [At(3.0, Gradient = new double[] { 6 })]
    public static double OfAnExtension(this double x) => x * x;

    [Differentiable]
    [At(new double[] { 1, 2, 3 }, Gradient = new double[] { 2, 4, 6 })]
    public static double OfParams(params double[] x)
    {
        double s = 0;
        foreach (double v in x) s += v * v;
        return s;
    }

    [Differentiable]
    [At(3.0, Gradient = new double[] { 8 })]
    public static double OfAPropertyThatSums(double x)
    {
        var total = new Total();
        total.Sum += x * x;
        total.Sum += 2 * x;
        return total.Sum;
    }

    [Differentiable]
    [At(3.0, Gradient = new double[] { 12 })]
    public static double OfAFieldThatMayChange(double x) => scale * x * x;

    public static void Rescale(double to) => scale = to;

    private static double Cube(double v) => v * v * v;

    private static double Sum(Span<double> v)
    {
        double s = 0;
        for (int i = 0; i < v.Length; i++) s += v[i] * v[i];
        return s;
    }

    private sealed class Total
    {
        public double Sum { get; set; }
    }
}
