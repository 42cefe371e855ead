using AutoDiff;

namespace Corpus;

/// <summary>Whole numbers and answers that a method gives beside its result.</summary>
public static partial class WholeResults
{
    [Differentiable]
    [At(1.3, 1e-9, 0)]
    public static double Root(double x, double tol, out int steps)
    {
        double y = x;
        steps = 0;
        while (y * y - x > tol)
        {
            y = 0.5 * (y + x / y);
            steps++;
        }
        return y;
    }

    [Differentiable]
    [At(1.3, 1.1, false)]
    [At(1.3, 0.0, false, Kink = true)]
    public static double Safe(double x, double y, out bool ok)
    {
        ok = y != 0;
        if (!ok) return x;
        return x / y;
    }

    [Differentiable]
    [At(1.3)]
    public static double OfBoth(double x)
    {
        double r = Root(x, 1e-9, out int n);
        double s = Safe(x, r, out bool ok);
        return ok ? s * n + r : x;
    }

    [Differentiable]
    [At(new double[] { 1.3, -0.5, 2.1 }, new double[] { 0, 0, 0.0 }, 0)]
    public static void Fill(double[] a, double[] r, out int n)
    {
        n = 0;
        for (int i = 0; i < a.Length; i++) if (a[i] > 0)
        {
            r[n] = a[i] * a[i];
            n++;
        }
        r[0] *= n;
    }
}
