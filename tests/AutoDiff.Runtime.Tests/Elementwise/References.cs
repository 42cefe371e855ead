namespace AutoDiff.Runtime.Tests.Elementwise;

/// <summary>Functions that <see cref="Math"/> does not have, by other formulas than the library's.</summary>
static class References
{
    internal static double Expm1(double x) =>
        Math.Abs(x) > 1 ? Math.Exp(x) - 1 : 2 * Math.Sinh(x / 2) * Math.Exp(x / 2);

    internal static double Log1p(double x) =>
        x == 0 ? x : Math.Abs(x) > 0.5 ? Math.Log(1 + x) : 2 * Math.Atanh(x / (2 + x));

    internal static double Sigmoid(double x) => x < 0 ? Math.Exp(x) / (1 + Math.Exp(x)) : 1 / (1 + Math.Exp(-x));

    /// <summary>Maclaurin's series with the 28 digits of <see cref="decimal"/>; from 3 on, 1 less a continued fraction.</summary>
    internal static double Erf(double x)
    {
        if (double.IsNaN(x)) return x;
        double magnitude = Math.Abs(x);
        double z = x * x;
        if (magnitude < 0.01) return x * 1.1283791670955126 * (1 - z / 3 + z * z / 10 - z * z * z / 42);
        return Math.CopySign(magnitude < 3 ? (double)Series(Exact(magnitude)) : 1 - Complement(magnitude), x);
    }

    /// <summary>All binary digits, where a cast would keep 15 decimal ones.</summary>
    static decimal Exact(double x) => (decimal)(long)(x * (1L << 60)) / (1L << 60);

    static decimal Series(decimal x)
    {
        decimal power = x, sum = x;
        for (int n = 1; n < 80; n++)
        {
            power *= -x * x / n;
            sum += power / (2 * n + 1);
        }
        return sum * 1.1283791670955125738961589031m;
    }

    static double Complement(double x)
    {
        double fraction = x;
        for (int n = 60; n > 0; n--) fraction = x + n / 2.0 / fraction;
        return Math.Exp(-x * x) / (Math.Sqrt(Math.PI) * fraction);
    }
}
