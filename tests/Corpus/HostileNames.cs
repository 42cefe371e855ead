using System;
using AutoDiff;

namespace Corpus;

/// <summary>
/// Hard program 16: locals and parameters that are called what a differentiator would call its own (tangent, <c>gradname_aliasing</c>).
/// </summary>
public static partial class HostileNames
{
    [Differentiable]
    [At(1.4)]
    public static double LocalsCalledLikeDerivatives(double x)
    {
        double xAdjoint = x * x;
        double dx = xAdjoint + x;
        double _d_x = dx * xAdjoint;
        double da = _d_x - dx;
        double resultAdjoint = da * x;
        double xTangent = Math.Sin(resultAdjoint);
        return xTangent * xAdjoint + dx;
    }

    [Differentiable]
    [At(0.7, 1.2)]
    public static double ParameterCalledLikeAnAdjoint(double x, double xAdjoint) => x * x * xAdjoint + Math.Exp(xAdjoint);

    [Differentiable]
    [At(0.7, 1.2)]
    public static double ParametersCalledValueAndResult(double value, double resultAdjoint) => value / resultAdjoint;

    [Differentiable]
    [At(0.7, 1.2, -0.4)]
    public static double KeywordsAsNames(double @double, double @class, double @ref)
    {
        double @return = @double * @class;
        double @if = @return - @ref;
        return @if * @if * @double;
    }

    [Differentiable]
    [At(0.8, 3)]
    public static double SiblingScopes(double x, int n)
    {
        double s = 0;
        for (int i = 0; i < n; i++)
        {
            double t = x * i;
            s += t * t;
        }

        for (int i = 0; i < n; i++)
        {
            double t = x + i;
            s *= t;
        }

        if (s > 0)
        {
            double t = Math.Log(s);
            s += t;
        }
        else
        {
            double t = s * s;
            s -= t;
        }

        return s;
    }

    [Differentiable]
    [At(new double[] { 0.2, 0.5 })]
    public static double MathLikeNames(double[] Math)
    {
        double Exp = System.Math.Exp(Math[0]);
        double Array = Exp * Math[1];
        double Recorded = Array + Exp;
        double Span = Recorded * Array;
        double System_ = Span - Exp;
        return System_ * Math[0];
    }

    [Differentiable]
    [At(0.3, 0.9)]
    public static double UnderscoresAndCapitals(double _, double X)
    {
        double __ = _ * X;
        double x = __ + X;
        double i = x * _;
        double n = i + 1;
        return n / x;
    }

    [Differentiable]
    [At(1.1, 2)]
    public static double NumberedNames(double x1, int n)
    {
        double x2 = x1, x = x1 * x2, x1_ = x;
        for (int x0 = 0; x0 < n; x0++)
        {
            x2 = x * x1_;
            x1_ += x2;
            x = x2 - x1;
        }

        return x + x1_ * x2;
    }

    [Differentiable]
    [At(0.45, 0.55)]
    public static double GreekNames(double α, double β)
    {
        double γ = α * β;
        double Δ = Math.Sqrt(γ);
        return Δ / (α + β);
    }
}
