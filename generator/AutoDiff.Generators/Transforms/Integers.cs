using System.Globalization;

namespace AutoDiff.Generators.Transforms;

/// <summary>Builds integer expressions: bounds and counts.</summary>
internal static class Integers
{
    public static Literal Constant(int value) => new(value.ToString(CultureInfo.InvariantCulture), IrType.Int32);

    /// <summary><c>e + k</c>, where <c>n - 1 + 1</c> is n again and <c>n - 1 - 1</c> is <c>n - 2</c>.</summary>
    public static Expr Plus(Expr e, int k)
    {
        if (e is Literal literal && int.TryParse(literal.Text, NumberStyles.None, CultureInfo.InvariantCulture, out int value) && value + k >= 0) return Constant(value + k);
        if (e is Opaque opaque && TopLevel(opaque) && Constant(opaque.Parts[opaque.Parts.Count - 1]) is var (length, already))
        {
            Expr rest = Trim(opaque, length);
            return already + k == 0 ? rest : Plus(rest, already + k);
        }
        return new Opaque(EquatableArray.Of("", (k < 0 ? " - " : " + ") + Math.Abs(k).ToString(CultureInfo.InvariantCulture)), EquatableArray.Of(e), IrType.Int32);
    }

    /// <summary>The constant that a text adds at its end, and how long its own text is.</summary>
    private static (int Length, int Value)? Constant(string text)
    {
        int digits = text.Length;
        while (digits > 0 && char.IsDigit(text[digits - 1])) digits--;
        if (digits < 3 || digits == text.Length || text[digits - 1] != ' ' || text[digits - 2] is not ('+' or '-') || text[digits - 3] != ' ') return null;
        if (!int.TryParse(text.Substring(digits), NumberStyles.None, CultureInfo.InvariantCulture, out int value)) return null;
        return (text.Length - digits + 3, text[digits - 2] == '-' ? -value : value);
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
