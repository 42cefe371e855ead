using AutoDiff.Generators.Rules;
using Xunit;

namespace AutoDiff.Generators.Tests.Rules;

/// <summary>The conventions of the design where mathematics leaves a choice: kinks, ties, poles, 0 to the power 0.</summary>
public class CornerTests
{
    private const double Inf = double.PositiveInfinity;

    public static TheoryData<string, double[], double[]> Corners => new()
    {
        { "Abs(x)", [0], [0] },
        { "Abs(x)", [-0.0], [0] },
        { "Abs(x)", [-Inf], [-1] },

        { "Max(x, y)", [2, 2], [0.5, 0.5] },
        { "Max(x, y)", [0, -0.0], [0.5, 0.5] },
        { "Max(x, y)", [3, 2], [1, 0] },
        { "Min(x, y)", [2, 2], [0.5, 0.5] },
        { "Min(x, y)", [-0.0, 0], [0.5, 0.5] },
        { "Min(x, y)", [3, 2], [0, 1] },
        { "Min(x, y)", [1, Inf], [1, 0] },
        { "MaxNumber(x, y)", [2, 2], [0.5, 0.5] },
        { "MinNumber(x, y)", [2, 2], [0.5, 0.5] },
        { "MaxNumber(x, y)", [1, double.NaN], [1, 0] },
        { "MinNumber(x, y)", [double.NaN, 1], [0, 1] },
        { "MaxNative(x, y)", [2, 2], [0.5, 0.5] },
        { "MinNative(x, y)", [2, 2], [0.5, 0.5] },
        { "MaxNumber(x, y)", [double.NaN, -Inf], [0, 1] },
        { "MaxNumber(x, y)", [Inf, Inf], [0.5, 0.5] },
        { "MinNumber(x, y)", [1, double.NaN], [1, 0] },
        { "MinNumber(x, y)", [0, -0.0], [0.5, 0.5] },
        { "MaxMagnitude(x, y)", [-2, -2], [0.5, 0.5] },
        { "MaxMagnitude(x, y)", [-2, 2], [0, 1] },
        { "MinMagnitude(x, y)", [-2, 2], [1, 0] },
        { "MaxMagnitudeNumber(x, y)", [-2, 2], [0, 1] },
        { "MinMagnitudeNumber(x, y)", [-2, 2], [1, 0] },
        { "MaxMagnitudeNumber(x, y)", [-2, -2], [0.5, 0.5] },
        { "MinMagnitudeNumber(x, y)", [-2, -2], [0.5, 0.5] },
        { "MaxMagnitudeNumber(x, y)", [double.NaN, -3], [0, 1] },
        { "MinMagnitudeNumber(x, y)", [double.NaN, -3], [0, 1] },
        { "MaxMagnitude(x, y)", [-3, 2], [1, 0] },
        { "MinMagnitude(x, y)", [-2, -2], [0.5, 0.5] },
        { "MinMagnitude(x, y)", [-3, 2], [0, 1] },
        { "MaxMagnitudeNumber(x, y)", [1, double.NaN], [1, 0] },
        { "MinMagnitudeNumber(x, y)", [1, double.NaN], [1, 0] },

        { "Clamp(x, a, b)", [2, 1, 3], [1, 0, 0] },
        { "Clamp(x, a, b)", [0, 1, 3], [0, 1, 0] },
        { "Clamp(x, a, b)", [4, 1, 3], [0, 0, 1] },
        { "Clamp(x, a, b)", [1, 1, 3], [0.5, 0.5, 0] },
        { "Clamp(x, a, b)", [3, 1, 3], [0.5, 0, 0.5] },
        { "Clamp(x, a, b)", [2, 2, 2], [1 / 3.0, 1 / 3.0, 1 / 3.0] },
        { "CopySign(x, y)", [2, -0.0], [-1, 0] },
        { "CopySign(x, y)", [-2, -5], [1, 0] },
        { "CopySign(x, y)", [0, -1], [0, 0] },

        { "Sqrt(x)", [0], [Inf] },
        { "Cbrt(x)", [0], [Inf] },
        { "Cbrt(x)", [-8], [1 / 12.0] },
        { "RootN(x, n)", [0, 1], [1] },
        { "RootN(x, n)", [0, 2], [Inf] },
        { "RootN(x, n)", [-8, 3], [1 / 12.0] },
        { "RootN(x, n)", [4, -1], [-1 / 16.0] },
        { "RootN(x, n)", [0, -1], [-Inf] },
        { "Hypot(x, y)", [0, 0], [0, 0] },
        { "Hypot(x, y)", [3e200, 4e200], [0.6, 0.8] },
        { "Log(x)", [0], [Inf] },
        { "LogP1(x)", [-1], [Inf] },
        { "Asin(x)", [1], [Inf] },
        { "Acos(x)", [-1], [-Inf] },
        { "Acosh(x)", [1], [Inf] },
        { "Acosh(x)", [1e300], [1e-300] },
        { "Asinh(x)", [-1e200], [1e-200] },
        { "Atan(x)", [1e300], [0] },
        { "Tanh(x)", [1000], [0] },
        { "Atan2(y, x)", [0, -2], [-0.5, 0] },
        { "Atan2(y, x)", [0, 0], [double.NaN, double.NaN] },

        { "Pow(x, y)", [0, 1], [1, 0] },
        { "Pow(x, y)", [0, 2], [0, 0] },
        { "Pow(x, y)", [0, 0.5], [Inf, 0] },
        { "Pow(x, y)", [0, 0], [0, -Inf] },
        { "Pow(x, y)", [3, 0], [0, 1.0986122886681098] },
        { "Pow(x, y)", [-2, 3], [12, double.NaN] },
        { "Pow(x, y)", [0, -1], [-Inf, -Inf] },

        { "Round(x)", [0.5], [0] },
        { "Floor(x)", [1], [0] },
        { "Truncate(x)", [0], [0] },
        { "IEEERemainder(x, y)", [7.5, 2], [1, -4] },
        { "ScaleB(x, n)", [3, -2], [0.25] },
    };

    [Theory, MemberData(nameof(Corners))]
    public void Partials_AtACorner_FollowTheConvention(string rule, double[] arguments, double[] expected)
    {
        double[] partials = Elementary.Partials(Elementary.Rule(rule), arguments);

        Assert.Equal(expected, partials, (e, a) => e.Equals(a) || Math.Abs(e - a) <= 1e-15 * Math.Abs(e));
    }
}
