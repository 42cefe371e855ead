using AutoDiff;

namespace QuickStart;

/// <summary>The models of the data sets: the response at every observation <c>x</c>, for the parameters <c>b</c>.</summary>
public static partial class Models
{
    [Differentiable]
    public static double[] Misra1a(double[] b, [NoGradient] double[] x)
    {
        double[] y = new double[x.Length];
        for (int i = 0; i < x.Length; i++) y[i] = b[0] * (1 - Math.Exp(-b[1] * x[i]));
        return y;
    }

    [Differentiable]
    public static double[] MGH09(double[] b, [NoGradient] double[] x)
    {
        double[] y = new double[x.Length];
        for (int i = 0; i < x.Length; i++)
        {
            double square = x[i] * x[i];
            y[i] = b[0] * (square + x[i] * b[1]) / (square + x[i] * b[2] + b[3]);
        }

        return y;
    }

    [Differentiable]
    public static double[] MGH10(double[] b, [NoGradient] double[] x)
    {
        double[] y = new double[x.Length];
        for (int i = 0; i < x.Length; i++) y[i] = b[0] * Math.Exp(b[1] / (x[i] + b[2]));
        return y;
    }
}
