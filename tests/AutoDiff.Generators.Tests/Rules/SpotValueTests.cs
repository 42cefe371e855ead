using AutoDiff.Generators.Rules;
using Xunit;

namespace AutoDiff.Generators.Tests.Rules;

/// <summary>
/// Every formula of the table to a few units in the last place. The expected values are derivatives taken by mpmath with 40 digits;
/// the arguments are binary fractions, so that they are exact.
/// </summary>
public class SpotValueTests
{
    public static TheoryData<string, double[], double[]> Values => new()
    {
        { "Sqrt(x)", [0.375], [0.816496580927726] },
        { "Cbrt(x)", [2.75], [0.16982056549426588] },
        { "RootN(x, n)", [2.75, 5], [0.08903563093558362] },
        { "Pow(x, y)", [1.75, -2.625], [-0.34523624256926944, 0.12879976793951095] },
        { "Hypot(x, y)", [-1.25, 0.875], [-0.8192319205190405, 0.5734623443633283] },
        { "Exp(x)", [1.375], [3.955076722920577] },
        { "Exp2(x)", [1.375], [1.797801361889925] },
        { "Exp10(x)", [0.625], [9.70992082562366] },
        { "ExpM1(x)", [0.625], [1.8682459574322223] },
        { "Exp2M1(x)", [0.625], [1.0689790854605403] },
        { "Exp10M1(x)", [0.625], [9.70992082562366] },
        { "Log(x)", [2.75], [0.36363636363636365] },
        { "Log2(x)", [2.75], [0.5246163785050776] },
        { "Log10(x)", [2.75], [0.15792526614663702] },
        { "Log(x, b)", [2.75, 1.75], [0.649796470142343, -1.845828072325928] },
        { "LogP1(x)", [0.375], [0.7272727272727273] },
        { "Log2P1(x)", [0.375], [1.0492327570101552] },
        { "Log10P1(x)", [0.375], [0.31585053229327403] },
        { "Sin(x)", [0.875], [0.6409968581633251] },
        { "Cos(x)", [0.875], [-0.7675435022360271] },
        { "Tan(x)", [0.875], [2.43381855815824] },
        { "SinPi(x)", [0.3125], [1.7453753626075519] },
        { "CosPi(x)", [0.3125], [-2.6121388256928295] },
        { "TanPi(x)", [0.3125], [10.178222384751468] },
        { "Asin(x)", [-0.8125], [1.7153800557404717] },
        { "Acos(x)", [-0.8125], [-1.7153800557404717] },
        { "Atan(x)", [1.625], [0.27467811158798283] },
        { "Atan2(y, x)", [1.625, -0.75], [-0.23414634146341465, -0.5073170731707317] },
        { "AsinPi(x)", [-0.8125], [0.5460224303046941] },
        { "AcosPi(x)", [-0.8125], [-0.5460224303046941] },
        { "AtanPi(x)", [1.625], [0.08743275843674937] },
        { "Atan2Pi(y, x)", [1.625, -0.75], [-0.0745310953015705, -0.16148403982006942] },
        { "DegreesToRadians(x)", [33], [0.017453292519943295] },
        { "RadiansToDegrees(x)", [0.5], [57.29577951308232] },
        { "Sinh(x)", [1.125], [1.7024346581381904] },
        { "Cosh(x)", [1.125], [1.3777821907798407] },
        { "Tanh(x)", [0.5], [0.7864477329659274] },
        { "Asinh(x)", [1.125], [0.6643638388299198] },
        { "Acosh(x)", [1.125], [1.9402850002906638] },
        { "Atanh(x)", [0.6875], [1.8962962962962964] },
        { "Abs(x)", [-1.5], [-1] },
        { "CopySign(x, y)", [1.5, -2], [-1, 0] },
        { "Max(x, y)", [1.5, -2], [1, 0] },
        { "MaxNumber(x, y)", [1.5, -2], [1, 0] },
        { "MaxNative(x, y)", [1.5, -2], [1, 0] },
        { "Min(x, y)", [1.5, -2], [0, 1] },
        { "MinNumber(x, y)", [1.5, -2], [0, 1] },
        { "MinNative(x, y)", [1.5, -2], [0, 1] },
        { "MaxMagnitude(x, y)", [1.5, -2], [0, 1] },
        { "MaxMagnitudeNumber(x, y)", [1.5, -2], [0, 1] },
        { "MinMagnitude(x, y)", [1.5, -2], [1, 0] },
        { "MinMagnitudeNumber(x, y)", [1.5, -2], [1, 0] },
        { "Clamp(x, a, b)", [1.5, -1, 1], [0, 0, 1] },
        { "ClampNative(x, a, b)", [-1.5, -1, 1], [0, 1, 0] },
        { "FusedMultiplyAdd(x, y, z)", [1.5, -2.25, 0.75], [-2.25, 1.5, 1] },
        { "MultiplyAddEstimate(x, y, z)", [1.5, -2.25, 0.75], [-2.25, 1.5, 1] },
        { "Lerp(x, y, t)", [1.5, -2.25, 0.375], [0.625, 0.375, -3.75] },
        { "ScaleB(x, n)", [1.5, -3], [0.125] },
        { "ReciprocalEstimate(x)", [-1.75], [-0.32653061224489793] },
        { "ReciprocalSqrtEstimate(x)", [1.75], [-0.21597969886241555] },
        { "IEEERemainder(x, y)", [7.25, -2.5], [1, 3] },
        { "Ieee754Remainder(x, y)", [7.25, -2.5], [1, 3] },
    };

    [Theory, MemberData(nameof(Values))]
    public void Partials_AtAPoint_AreRightToFiveUlp(string rule, double[] arguments, double[] expected)
    {
        double[] partials = Elementary.Partials(Elementary.Rule(rule), arguments);

        Assert.Equal(expected, partials, (e, a) => Math.Abs(e - a) <= 5 * (Math.BitIncrement(Math.Abs(e)) - Math.Abs(e)));
    }

    [Fact]
    public void Values_EveryRuleButTheSteps_HasOne()
    {
        var rules = ScalarRules.Entries.Where(rule => !rule.IsConstant).Select(rule => rule.ToString());

        Assert.Equal(rules.Order(StringComparer.Ordinal), Values.Select(row => row.Data.Item1).Distinct().Order(StringComparer.Ordinal));
    }
}
