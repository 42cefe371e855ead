using AutoDiff;
using static System.Math;
using M = System.Math;

namespace Corpus;

/// <summary>The functions under other spellings.</summary>
public static partial class UsingStatic
{
    [Differentiable]
    [At(0.7, 1.3)]
    public static double Unqualified(double x, double y) => Sin(x) * Exp(-y) + Sqrt(x * PI) + Max(x, y) - Abs(y);

    [Differentiable]
    [At(0.7)]
    public static double ThroughAlias(double x) => M.Cos(x) * M.E + M.Pow(x, 3);

    [Differentiable]
    [At(0.7)]
    public static double FullyQualified(double x) => System.Math.Log(x) * global::System.Math.Tanh(x) + System.Double.Sqrt(x);
}
