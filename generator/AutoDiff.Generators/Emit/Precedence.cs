namespace AutoDiff.Generators.Emit;

/// <summary>How tightly C# text binds, from its outermost operator.</summary>
internal static class Precedence
{
    public const int Lowest = 0;
    public const int Conditional = 1;
    public const int Or = 2;
    public const int And = 3;
    public const int Bitwise = 4;
    public const int Equality = 5;
    public const int Relational = 6;
    public const int Shift = 7;
    public const int Additive = 8;
    public const int Multiplicative = 9;
    public const int Unary = 10;
    public const int Primary = 11;

    /// <summary>The binding of a whole text in which <c>\0</c> stands for an operand.</summary>
    public static int Of(string text)
    {
        if (text.StartsWith("throw ", StringComparison.Ordinal) || text.StartsWith("new ", StringComparison.Ordinal) || text.StartsWith("ref ", StringComparison.Ordinal)) return Lowest;
        int result = IsCast(text) ? Unary : Primary, depth = 0;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (c is '"' or '\'') i = SkipLiteral(text, i);
            else if (c is '(' or '[' or '{') depth++;
            else if (c is ')' or ']' or '}') depth--;
            else if (c == '<' && GenericEnd(text, i) is var end and > 0) i = end;
            else if (depth == 0 && Operator(text, ref i) is var found and >= 0 && found < result) result = found;
        }
        return result;
    }

    /// <summary>What an operand must bind like, between the text before it and the text after it.</summary>
    public static int Required(string before, string after)
    {
        string left = before.TrimEnd(), right = after.TrimStart();
        if (right.Length > 0 && right[0] is '.' or '[' or '(') return Primary;
        int required = Lowest;
        if (left.Length > 0 && left[left.Length - 1] is not ('(' or '[' or ',' or '{' or ':' or '?') && !IsAssignment(left))
        {
            int start = left.Length - 1;
            while (start > 0 && "+-*/%<>=!&|^".IndexOf(left[start - 1]) >= 0) start--;
            int at = start;
            int found = left[left.Length - 1] == ')' || left[left.Length - 1] is '!' or '~' ? Unary : Operator(left, ref at);
            bool isPrefix = before.Length > 0 && before[before.Length - 1] is '-' or '+' && !before.EndsWith(" -", StringComparison.Ordinal);
            required = isPrefix ? Unary : found < 0 ? Primary : found + (found is And or Or ? 0 : 1);
        }
        if (right.Length > 0 && right[0] is not (')' or ']' or ',' or '}' or ':' or ';'))
        {
            int at = 0;
            int found = Operator(right, ref at);
            required = Math.Max(required, found < 0 ? Primary : found == Conditional ? Or : found);
        }
        return required;
    }

    /// <summary>Does the text end in <c>=</c>, <c>+=</c> and the like?</summary>
    private static bool IsAssignment(string text) => text[text.Length - 1] == '=' && (text.Length == 1 || text[text.Length - 2] is not ('=' or '!' or '<' or '>'));

    private static bool IsCast(string text)
    {
        if (text.Length == 0 || text[0] != '(') return false;
        int close = text.IndexOf(')');
        return close > 0 && close + 1 < text.Length && (char.IsLetterOrDigit(text[close + 1]) || text[close + 1] is '\0' or '(' or '_');
    }

    private static int SkipLiteral(string text, int start)
    {
        int i = start + 1;
        while (i < text.Length && text[i] != text[start]) i += text[i] == '\\' ? 2 : 1;
        return i;
    }

    private static int GenericEnd(string text, int open)
    {
        int i = open + 1;
        while (i < text.Length && (char.IsLetterOrDigit(text[i]) || text[i] is '.' or ':' or '[' or ']' or '_')) i++;
        return i < text.Length - 1 && text[i] == '>' && text[i + 1] is '(' or '.' ? i : -1;
    }

    /// <summary>The binding of the operator at <paramref name="i"/>, which moves to its last character; -1 where there is none.</summary>
    private static int Operator(string text, ref int i)
    {
        char c = text[i], next = i + 1 < text.Length ? text[i + 1] : '\0';
        bool twice = c == next;
        switch (c)
        {
            case '?':
                return Conditional;
            case '|' when twice:
                i++;
                return Or;
            case '&' when twice:
                i++;
                return And;
            case '|' or '&' or '^':
                return Bitwise;
            case '=' or '!' when next == '=':
                i++;
                return Equality;
            case '!' or '~':
                return Unary;
            case '<' or '>' when twice:
                i++;
                return Shift;
            case '<' or '>':
                if (next == '=') i++;
                return Relational;
            case '+' or '-':
                return i == 0 ? next == ' ' ? Additive : Unary : IsExponent(text, i) ? -1 : Additive;
            case '*' or '/' or '%':
                return Multiplicative;
            case ' ' when i + 3 < text.Length && text[i + 1] == 'i' && text[i + 2] == 's' && text[i + 3] == ' ':
                return Relational;
            default:
                return -1;
        }
    }

    private static bool IsExponent(string text, int i) => i >= 2 && text[i - 1] is 'e' or 'E' && char.IsDigit(text[i - 2]);
}
