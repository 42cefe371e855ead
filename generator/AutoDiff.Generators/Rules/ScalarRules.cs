using System.Runtime.CompilerServices;
using static AutoDiff.Generators.Rules.Domain;
using static AutoDiff.Generators.Rules.Extremes;

namespace AutoDiff.Generators.Rules;

/// <summary>Every derivative the differentiator knows by heart: a line per function, a formula per parameter, r is the result.</summary>
/// <remarks>
/// A formula that reads r is preferred to one that evaluates another function, when its error is small beside 1: far out, where the slope
/// of Tanh or ExpM1 vanishes, it is absolutely but not relatively exact. What a formula cannot say (kinks, ties, 0 to the power 0) is
/// settled in the runtime's <c>Partials</c>, by the conventions of the design.
/// </remarks>
internal static class ScalarRules
{
    private static readonly ScalarRule[] Table =
    [
        // Roots and powers.
        Rule("Sqrt(x)", "0.5 / r", Positive, Singular),
        Rule("Cbrt(x)", "1 / (3 * r * r)", NonZero, Singular),
        Rule("Number.RootN(x, n)", "Partials.RootNFirst(x, n, r)", "-", Positive, Singular),
        Rule("Pow(x, y)", "Partials.PowBase(x, y)", "Partials.PowExponent(x, y, r)", PositiveFirst, Singular),
        Rule("Number.Hypot(x, y)", "Partials.HypotFirst(x, r)", "Partials.HypotFirst(y, r)", NonZero),

        // Exponentials and logarithms.
        Rule("Exp(x)", "r", All, Overflows),
        Rule("Number.Exp2(x)", "Ln2 * r", All, Overflows),
        Rule("Number.Exp10(x)", "Ln10 * r", All, Overflows),
        Rule("Number.ExpM1(x)", "r + 1", All, Overflows),
        Rule("Number.Exp2M1(x)", "Ln2 * (r + 1)", All, Overflows),
        Rule("Number.Exp10M1(x)", "Ln10 * (r + 1)", All, Overflows),
        Rule("Log(x)", "1 / x", Positive, Singular),
        Rule("Log2(x)", "1 / (x * Ln2)", Positive, Singular),
        Rule("Log10(x)", "1 / (x * Ln10)", Positive, Singular),
        Rule("Log(x, b)", "1 / (x * Log(b))", "-r / (b * Log(b))", Positive, Singular),
        Rule("Number.LogP1(x)", "1 / (1 + x)", AboveMinusOne, Singular),
        Rule("Number.Log2P1(x)", "1 / ((1 + x) * Ln2)", AboveMinusOne, Singular),
        Rule("Number.Log10P1(x)", "1 / ((1 + x) * Ln10)", AboveMinusOne, Singular),

        // Trigonometric functions; the Pi variants measure angles in half turns.
        Rule("Sin(x)", "Cos(x)", All),
        Rule("Cos(x)", "-Sin(x)", All),
        Rule("Tan(x)", "1 + r * r", All),
        Rule("Number.SinPi(x)", "PI * Number.CosPi(x)", All),
        Rule("Number.CosPi(x)", "-PI * Number.SinPi(x)", All),
        Rule("Number.TanPi(x)", "PI * (1 + r * r)", All, Singular),
        Rule("Asin(x)", "1 / Sqrt((1 - x) * (1 + x))", Unit, Singular),
        Rule("Acos(x)", "-1 / Sqrt((1 - x) * (1 + x))", Unit, Singular),
        Rule("Atan(x)", "1 / (1 + x * x)", All),
        Rule("Atan2(y, x)", "x / (x * x + y * y)", "-y / (x * x + y * y)", NonZero, Singular),
        Rule("Number.AsinPi(x)", "1 / (PI * Sqrt((1 - x) * (1 + x)))", Unit, Singular),
        Rule("Number.AcosPi(x)", "-1 / (PI * Sqrt((1 - x) * (1 + x)))", Unit, Singular),
        Rule("Number.AtanPi(x)", "1 / (PI * (1 + x * x))", All),
        Rule("Number.Atan2Pi(y, x)", "x / (PI * (x * x + y * y))", "-y / (PI * (x * x + y * y))", NonZero, Singular),
        Rule("Number.DegreesToRadians(x)", "PI / 180", All),
        Rule("Number.RadiansToDegrees(x)", "180 / PI", All),

        // Hyperbolic functions. Hypot(x, 1) is Sqrt(x * x + 1) without the overflow of the square.
        Rule("Sinh(x)", "Cosh(x)", All, Overflows),
        Rule("Cosh(x)", "Sinh(x)", All, Overflows),
        Rule("Tanh(x)", "1 - r * r", All),
        Rule("Asinh(x)", "1 / Number.Hypot(x, 1)", All),
        Rule("Acosh(x)", "1 / (Sqrt(x - 1) * Sqrt(x + 1))", AboveOne, Singular),
        Rule("Atanh(x)", "1 / ((1 - x) * (1 + x))", Unit, Singular),

        // Kinks: half to each at a tie, 0 at the kink of Abs.
        Rule("Abs(x)", "Partials.AbsPartial(x)", NonZero),
        Rule("CopySign(x, y)", "Partials.CopySignFirst(x, y)", "0", NonZero),
        Rule("Max(x, y)", "Partials.MaxFirst(x, y)", "Partials.MaxFirst(y, x)", All),
        Rule("Min(x, y)", "Partials.MinFirst(x, y)", "Partials.MinFirst(y, x)", All),
        Rule("MaxMagnitude(x, y)", "Partials.MaxMagnitudeFirst(x, y)", "Partials.MaxMagnitudeFirst(y, x)", All),
        Rule("MinMagnitude(x, y)", "Partials.MinMagnitudeFirst(x, y)", "Partials.MinMagnitudeFirst(y, x)", All),
        Rule("Clamp(x, a, b)", "Partials.ClampValue(x, a, b)", "Partials.ClampLow(x, a, b)", "Partials.ClampHigh(x, a, b)", Ordered)
            .Except(Hosts.MathF),
        Rule("Number.ClampNative(x, a, b)", "Partials.ClampValue(x, a, b)", "Partials.ClampLow(x, a, b)", "Partials.ClampHigh(x, a, b)",
            Ordered),

        // The same, but never NaN's way. MinFirst(r, x) is half if x is the maximum r, 0 if it is less or NaN; MaxFirst likewise.
        Rule("Number.MaxNumber(x, y)",
            "0.5 + Partials.MinFirst(r, x) - Partials.MinFirst(r, y)", "0.5 + Partials.MinFirst(r, y) - Partials.MinFirst(r, x)", All),
        Rule("Number.MinNumber(x, y)",
            "0.5 + Partials.MaxFirst(r, x) - Partials.MaxFirst(r, y)", "0.5 + Partials.MaxFirst(r, y) - Partials.MaxFirst(r, x)", All),
        Rule("Number.MaxNative(x, y)",
            "0.5 + Partials.MinFirst(r, x) - Partials.MinFirst(r, y)", "0.5 + Partials.MinFirst(r, y) - Partials.MinFirst(r, x)", All),
        Rule("Number.MinNative(x, y)",
            "0.5 + Partials.MaxFirst(r, x) - Partials.MaxFirst(r, y)", "0.5 + Partials.MaxFirst(r, y) - Partials.MaxFirst(r, x)", All),
        Rule("Number.MaxMagnitudeNumber(x, y)",
            "0.5 + Partials.MinMagnitudeFirst(r, x) - Partials.MinMagnitudeFirst(r, y)",
            "0.5 + Partials.MinMagnitudeFirst(r, y) - Partials.MinMagnitudeFirst(r, x)", All),
        Rule("Number.MinMagnitudeNumber(x, y)",
            "0.5 + Partials.MaxMagnitudeFirst(r, x) - Partials.MaxMagnitudeFirst(r, y)",
            "0.5 + Partials.MaxMagnitudeFirst(r, y) - Partials.MaxMagnitudeFirst(r, x)", All),

        // Arithmetic. The derivative of an estimate is that of what it estimates. (r - x) / y is minus the whole number of y taken from x.
        Rule("FusedMultiplyAdd(x, y, z)", "y", "x", "1", All),
        Rule("Number.MultiplyAddEstimate(x, y, z)", "y", "x", "1", All),
        Rule("Number.Lerp(x, y, t)", "1 - t", "t", "y - x", All),
        Rule("ScaleB(x, n)", "ScaleB(1, n)", "-", All, Overflows),
        Rule("ReciprocalEstimate(x)", "-1 / (x * x)", NonZero, Singular),
        Rule("ReciprocalSqrtEstimate(x)", "-0.5 / (x * Sqrt(x))", Positive, Singular),
        Rule("Math.IEEERemainder(x, y)", "1", "Round((r - x) / y)", NonZero, Singular),
        Rule("Number.Ieee754Remainder(x, y)", "1", "Round((r - x) / y)", NonZero, Singular),

        // Steps: constant between their jumps.
        Rule("Floor(x)", "0", All),
        Rule("Ceiling(x)", "0", All),
        Rule("Truncate(x)", "0", All),
        Rule("Round(x)", "0", All),
        Rule("Round(x, n)", "0", "-", All),
        Rule("Round(x, n, mode)", "0", "-", "-", All),
    ];

    private static readonly Dictionary<(string Host, string Name, int Arity), ScalarRule> ByMethod = Index();

    /// <summary>Whose functions a type parameter has that stands for a number.</summary>
    public const string GenericHost = "double";

    public static IReadOnlyList<ScalarRule> Entries => Table;

    /// <summary>The rule of an application: the user's own, or the one of the table.</summary>
    public static ScalarRule Of(Apply apply) => apply.Rule is { } rule
        ? ScalarRule.Of(apply.Name, rule)
        : apply.Type.IsVector ? VectorRules.Find(apply.Name, apply.Arguments.Count)!
        : Find(apply.Type.IsGeneric && apply.Host == apply.Type.Name ? GenericHost : apply.Host, apply.Name, apply.Arguments.Count)!;

    /// <param name="host"><c>Math</c>, <c>MathF</c>, <c>double</c> or <c>float</c>; a type parameter has the functions of <c>double</c>.</param>
    /// <param name="name">The method.</param>
    /// <param name="arity">How many arguments it takes, integers included.</param>
    public static ScalarRule? Find(string host, string name, int arity) =>
        ByMethod.TryGetValue((host, name, arity), out ScalarRule? rule) ? rule : null;

    /// <summary>The hosts of a rule as they are called in C#.</summary>
    public static IEnumerable<string> Names(Hosts hosts)
    {
        if (hosts.HasFlag(Hosts.Math)) yield return "Math";
        if (hosts.HasFlag(Hosts.MathF)) yield return "MathF";
        if (hosts.HasFlag(Hosts.Number)) yield return "double";
        if (hosts.HasFlag(Hosts.Number)) yield return "float";
    }

    private static Dictionary<(string, string, int), ScalarRule> Index()
    {
        Dictionary<(string, string, int), ScalarRule> index = [];
        foreach (ScalarRule rule in Table)
            foreach (string host in Names(rule.Hosts)) index.Add((host, rule.Name, rule.Arity), rule);
        return index;
    }

    private static ScalarRule Rule(
        string function, string dx, Domain domain, Extremes extremes = Finite, [CallerLineNumber] int line = 0) =>
        ScalarRule.Parse(function, [dx], domain, extremes, line);

    private static ScalarRule Rule(
        string function, string dx, string dy, Domain domain, Extremes extremes = Finite, [CallerLineNumber] int line = 0) =>
        ScalarRule.Parse(function, [dx, dy], domain, extremes, line);

    private static ScalarRule Rule(
        string function, string dx, string dy, string dz, Domain domain, Extremes extremes = Finite, [CallerLineNumber] int line = 0) =>
        ScalarRule.Parse(function, [dx, dy, dz], domain, extremes, line);
}
