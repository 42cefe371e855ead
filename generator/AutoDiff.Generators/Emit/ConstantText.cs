using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoDiff.Generators.Emit;

/// <summary>
/// Arithmetic of constants that the compiler would do itself, and refuse where it overflows or divides by zero. The user's method has it
/// with variables whose values are known, and throws there, wraps around, or never comes to it.
/// </summary>
internal static class ConstantText
{
    /// <summary>May the compiler refuse a part of this expression? Said too often rather than too seldom: integers are taken for <c>int</c>.</summary>
    public static bool MayBeRefused(string expression) => expression.IndexOfAny(['+', '-', '*', '/', '%', '(']) >= 0
        && SyntaxFactory.ParseExpression(expression).DescendantNodesAndSelf().OfType<ExpressionSyntax>().Any(IsDoubtful);

    private static bool IsDoubtful(ExpressionSyntax part) => part switch
    {
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.DivideExpression or (int)SyntaxKind.ModuloExpression } quotient => Value(quotient.Left) is { IsWhole: true } && Value(quotient.Right) is { IsWhole: true, Amount: 0 } || !Fits(part),
        BinaryExpressionSyntax or PrefixUnaryExpressionSyntax => !Fits(part),
        CastExpressionSyntax { Type: PredefinedTypeSyntax type } cast => Value(cast.Expression) is { } value && Range(type) is { } range && !(Math.Truncate(value.Amount) >= range.Least && Math.Truncate(value.Amount) <= range.Greatest),
        _ => false,
    };

    private static bool Fits(ExpressionSyntax part) => Value(part) is not { IsWhole: true } value || value.Amount is >= int.MinValue and <= int.MaxValue;

    private readonly record struct Number(double Amount, bool IsWhole);

    /// <summary>What a constant expression is; null for one that is none.</summary>
    private static Number? Value(ExpressionSyntax expression)
    {
        switch (expression)
        {
            case ParenthesizedExpressionSyntax inner:
                return Value(inner.Expression);
            case CheckedExpressionSyntax inner:
                return Value(inner.Expression);
            case LiteralExpressionSyntax { Token.Value: { } value and not (string or bool) }:
                return value is char letter ? new Number(letter, true) : new Number(System.Convert.ToDouble(value, CultureInfo.InvariantCulture), value is not (double or float or decimal));
            case CastExpressionSyntax { Type: PredefinedTypeSyntax type } cast when Value(cast.Expression) is { } number:
                return Range(type) is null ? number with { IsWhole = false } : new Number(Math.Truncate(number.Amount), true);
            case PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.UnaryMinusExpression } minus when Value(minus.Operand) is { } number:
                return number with { Amount = -number.Amount };
            case BinaryExpressionSyntax binary when Value(binary.Left) is { } left && Value(binary.Right) is { } right:
                bool whole = left.IsWhole && right.IsWhole;
                double? amount = binary.Kind() switch
                {
                    SyntaxKind.AddExpression => left.Amount + right.Amount,
                    SyntaxKind.SubtractExpression => left.Amount - right.Amount,
                    SyntaxKind.MultiplyExpression => left.Amount * right.Amount,
                    SyntaxKind.DivideExpression when whole => right.Amount == 0 ? null : Math.Truncate(left.Amount / right.Amount),
                    SyntaxKind.DivideExpression => left.Amount / right.Amount,
                    SyntaxKind.ModuloExpression => whole && right.Amount == 0 ? null : left.Amount % right.Amount,
                    _ => null,
                };
                return amount is { } known ? new Number(known, whole) : null;
            default:
                return null;
        }
    }

    /// <summary>The range of an integer type; null for any other.</summary>
    private static (double Least, double Greatest)? Range(PredefinedTypeSyntax type) => type.Keyword.Kind() switch
    {
        SyntaxKind.SByteKeyword => (sbyte.MinValue, sbyte.MaxValue),
        SyntaxKind.ByteKeyword => (byte.MinValue, byte.MaxValue),
        SyntaxKind.ShortKeyword => (short.MinValue, short.MaxValue),
        SyntaxKind.UShortKeyword => (ushort.MinValue, ushort.MaxValue),
        SyntaxKind.CharKeyword => (char.MinValue, char.MaxValue),
        SyntaxKind.IntKeyword => (int.MinValue, int.MaxValue),
        SyntaxKind.UIntKeyword => (uint.MinValue, uint.MaxValue),
        SyntaxKind.LongKeyword => (-9e18, 9e18),
        SyntaxKind.ULongKeyword => (0, 1.8e19),
        _ => null,
    };
}
