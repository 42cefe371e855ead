using System.Globalization;

namespace AutoDiff.Generators.Transforms;

/// <summary>Builds integer expressions: bounds and counts.</summary>
internal static class Integers
{
    public static Literal Constant(int value) => new(value.ToString(CultureInfo.InvariantCulture), IrType.Int32);

    /// <summary><c>e + k</c>, where <c>n - 1 + 1</c> is n again.</summary>
    public static Expr Plus(Expr e, int k)
    {
        if (e is Literal literal && int.TryParse(literal.Text, NumberStyles.None, CultureInfo.InvariantCulture, out int value) && value + k >= 0) return Constant(value + k);
        if (e is Opaque opaque && opaque.Parts[opaque.Parts.Count - 1] is { } last)
        {
            if (k > 0 && last.EndsWith(" - " + k.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal) && TopLevel(opaque)) return Trim(opaque, 3 + k.ToString(CultureInfo.InvariantCulture).Length);
            if (k < 0 && last.EndsWith(" + " + (-k).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal) && TopLevel(opaque)) return Trim(opaque, 3 + (-k).ToString(CultureInfo.InvariantCulture).Length);
        }
        return new Opaque(EquatableArray.Of("", (k < 0 ? " - " : " + ") + Math.Abs(k).ToString(CultureInfo.InvariantCulture)), EquatableArray.Of(e), IrType.Int32);
    }

    public static Opaque Text(IrType type, string[] parts, params Expr[] operands) => new(parts.ToEquatable(), operands.ToEquatable(), type);

    /// <summary>Is the last term of the sum outside every bracket, and nothing of lower precedence before it?</summary>
    private static bool TopLevel(Opaque opaque)
    {
        string text = string.Concat(opaque.Parts);
        return text.All(c => char.IsLetterOrDigit(c) || c is ' ' or '.' or '-' or '+' or '*' or '/' or '_');
    }

    private static Expr Trim(Opaque opaque, int count)
    {
        string[] parts = [.. opaque.Parts];
        parts[parts.Length - 1] = parts[parts.Length - 1].Substring(0, parts[parts.Length - 1].Length - count);
        Opaque trimmed = opaque with { Parts = parts.ToEquatable() };
        return trimmed is { Parts: ["", ""], Operands: [{ } only] } ? only : trimmed;
    }
}
