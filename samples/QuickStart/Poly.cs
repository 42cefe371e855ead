using AutoDiff;

public static partial class Poly
{
    [Differentiable]
    public static double Horner(double x, [NoGradient] double[] c)
    {
        double acc = 0;
        for (int i = c.Length - 1; i >= 0; i--) acc = acc * x + c[i];
        return acc;
    }
}
