using AutoDiff;

namespace QuickStart;

/// <summary>The two functions of the autograd lesson of <em>Dive into Deep Learning</em>, as plain methods over arrays.</summary>
public static partial class Lesson
{
    /// <summary><c>2x²</c>, element by element.</summary>
    [Differentiable]
    public static double[] TwiceTheSquare(double[] x)
    {
        double[] y = new double[x.Length];
        for (int i = 0; i < x.Length; i++) y[i] = 2 * x[i] * x[i];
        return y;
    }

    /// <summary>Doubles <paramref name="a"/> until its norm reaches 1000; then the sign of the sum decides whether to multiply by 100.</summary>
    [Differentiable]
    public static double[] DoubleUntilLarge(double[] a)
    {
        double[] b = new double[a.Length];
        for (int i = 0; i < a.Length; i++) b[i] = a[i] * 2;

        while (Norm(b) < 1000)
        {
            for (int i = 0; i < b.Length; i++) b[i] *= 2;
        }

        double sum = 0;
        foreach (double each in b) sum += each;
        if (sum > 0) return b;

        for (int i = 0; i < b.Length; i++) b[i] *= 100;
        return b;
    }

    [Differentiable]
    private static double Norm(double[] v)
    {
        double squares = 0;
        foreach (double each in v) squares += each * each;
        return Math.Sqrt(squares);
    }
}
