namespace AutoDiff.Framework;

/// <summary>Functions of two results.</summary>
internal static class Pairs
{
    public static (double Sin, double Cos) SinCos(double x) => (System.Math.Sin(x), System.Math.Cos(x));
}

/// <summary>The same of smaller numbers.</summary>
internal static class SinglePairs
{
    public static (float Sin, float Cos) SinCos(float x) => (System.MathF.Sin(x), System.MathF.Cos(x));
}
