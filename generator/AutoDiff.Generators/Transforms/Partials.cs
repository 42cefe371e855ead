using System.Globalization;
using AutoDiff.Generators.Rules;

namespace AutoDiff.Generators.Transforms;

/// <summary>Instantiated partial derivatives: shortened where an argument is a constant, kept from infinities where they are zero.</summary>
internal static class Partials
{
    /// <summary><c>x^k</c> for a constant k: <c>k · x^(k-1)</c>, without a power for k = 2 and 3.</summary>
    public static Expr Simplify(Expr partial) => partial is Apply { Host: "Partials", Name: "PowBase", Arguments: [{ } x, Literal { Text: { } text } exponent] }
        && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double k) ? Power(partial, x, exponent, k) : partial;

    /// <summary>
    /// The partial of a selection (<c>Max</c>, <c>Clamp</c>, …) times a tangent or an adjoint: the side that it does not take has a part in nothing, not even
    /// in an infinity. Null for any other partial.
    /// </summary>
    public static Expr? Selected(ScalarRule rule, Expr partial, Expr direction) => rule.Extremes == Extremes.Finite && partial is Apply { Host: "Partials" }
        ? Integers.Text(partial.Type, ["\u0001Partials\u0001.Times(", ", ", ")"], partial, direction)
        : null;

    private static Expr Power(Expr partial, Expr x, Literal exponent, double k)
    {
        if (k == 0) return Literal.Zero(x.Type);
        if (k == 1) return Literal.One(x.Type);
        if (k == 2) return new Binary(Operator.Multiply, Number("2", x.Type), x);
        if (k == 3) return new Binary(Operator.Multiply, new Binary(Operator.Multiply, Number("3", x.Type), x), x);
        if (k != Math.Floor(k) || k < 0 || k > 64) return partial;
        Expr lower = new Apply(Template.HostOf("Math", x.Type), "Pow", EquatableArray.Of(x, Number((k - 1).ToString(CultureInfo.InvariantCulture), x.Type)), x.Type);
        return new Binary(Operator.Multiply, exponent, lower);
    }

    private static Literal Number(string text, IrType type) => new(text, type);
}
