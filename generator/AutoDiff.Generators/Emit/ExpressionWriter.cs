using System.Text;
using AutoDiff.Generators.FrontEnd;

namespace AutoDiff.Generators.Emit;

/// <summary>Expressions as C#, with no more brackets and casts than needed.</summary>
/// <param name="names">What variables are called.</param>
/// <param name="shadowed">Well-known type names that mean something else here.</param>
internal sealed partial class ExpressionWriter(NameTable names, EquatableArray<string> shadowed)
{
    private readonly SortedSet<string> _namespaces = new(StringComparer.Ordinal);
    private bool _hidesConstants;

    /// <summary>The namespaces of the types that it has named in short.</summary>
    public IEnumerable<string> Namespaces => _namespaces;

    public string Write(Expr expr, int required = Precedence.Lowest, bool strong = false)
    {
        (string text, int binding) = expr switch
        {
            Literal { Type.IsVector: true } e => (Constant(e), Precedence.Primary),
            Literal e => (Number(e, strong), Precedence.Primary),
            Read e => (names[e.Variable], Precedence.Primary),
            Element { Index: Window window } e => (Loaded(e.Sequence, window), Precedence.Primary),
            Element e => (Write(e.Sequence, Precedence.Primary) + "[" + Write(e.Index) + "]" + (e.Index as Indices)?.Member, Precedence.Primary),
            Negate e => ("-" + Apart('-', Write(e.Operand, Precedence.Unary, strong)), Precedence.Unary),
            Binary { Type.IsVector: true } e => Lanewise(e),
            Binary e => Arithmetic(e, strong),
            Lanes e => (OfLanes(e), Precedence.Primary),
            Apply e => ((e.Type.IsGeneric ? e.Host : Type(e.Host)) + "." + e.Name + "(" + Arguments(e) + ")", Precedence.Primary),
            Convert e => Conversion(e, required, strong),
            Opaque e => Verbatim(e),
            View e => (Slice(e), Precedence.Primary),
            NewArray { Type.IsSpan: true } e => ("stackalloc " + e.Type.Name + "[" + Write(e.Length) + "]", Precedence.Lowest),
            NewArray e => ("new " + Created(e.Type, Write(e.Length)), Precedence.Lowest),
            Window e => (Write(e.Start), Precedence.Lowest),
            Indices e => (string.Join(", ", e.Values.Select(index => Write(index))), Precedence.Lowest),
            CopyOf { Type.Rank: > 1 } e => ("(" + Type(e.Type) + ")" + Write(e.Sequence, Precedence.Primary) + ".Clone()", Precedence.Unary),
            CopyOf e => (Write(e.Sequence, Precedence.Primary) + (e.Sequence.Type.Shape == TypeShape.Array && e.Sequence is not View ? ".AsSpan()" : "") + ".ToArray()", Precedence.Primary),
            _ => throw new InvalidOperationException(expr.GetType().Name),
        };
        return binding < required ? "(" + text + ")" : text;
    }

    /// <summary><c>double[n]</c>, <c>double[n, m]</c>, and <c>double[n][]</c> for an array of arrays.</summary>
    private static string Created(IrType type, string length)
    {
        int open = type.Scalar.Length;
        return type.Scalar + "[" + length + "]" + type.Name.Substring(open);
    }

    public string Type(IrType type) => type.Shape switch
    {
        TypeShape.Span => Type("Span") + "<" + type.Name + ">",
        TypeShape.ReadOnlySpan => Type("ReadOnlySpan") + "<" + type.Name + ">",
        TypeShape.Array or TypeShape.List => Named(type.ToString()),
        TypeShape.Void or TypeShape.Real or TypeShape.Other => Named(type.Name),
        _ => throw new InvalidOperationException(),
    };

    /// <summary>Text in which well-known type names stand between marks.</summary>
    public string Named(string text)
    {
        if (text.IndexOf('\u0001') < 0) return text;
        string[] pieces = text.Split('\u0001');
        for (int i = 1; i < pieces.Length; i += 2) pieces[i] = Type(pieces[i]);
        return string.Concat(pieces);
    }

    private string Type(string name)
    {
        if (!KnownNames.Namespaces.TryGetValue(name, out string? space)) return name;
        _namespaces.Add(space);
        return KnownNames.Qualify(name, shadowed);
    }

    /// <summary><c>-(-x)</c>: without brackets it would change x.</summary>
    private static string Apart(char before, string text) => before is '-' or '+' && text.Length > 0 && text[0] == before ? "(" + text + ")" : text;

    /// <summary>Digits alone are an <c>int</c> to C#; where nothing beside them makes them real, they get a point.</summary>
    private static string Number(Literal e, bool strong)
    {
        if (!e.Type.IsReal) return e.Text;
        if (e.Type.IsGeneric) return e.Type.Name + (e.IsZero ? ".Zero" : e.IsOne ? ".One" : ".CreateChecked(" + e.Text + ")");
        bool digits = e.Text.All(char.IsDigit);
        if (digits && !strong) return e.Text;
        return e.Type.IsSingle ? e.Text + "f" : digits ? e.Text + ".0" : e.Text;
    }

    private (string, int) Arithmetic(Binary e, bool strong)
    {
        (string sign, int binding) = Sign(e.Operator);
        bool left = IsStrong(e.Left), right = IsStrong(e.Right);
        string first = Write(e.Left, binding, !right);
        string second = Write(e.Right, binding + 1, !left);
        return (first + sign + second, binding);
    }

    private static (string Sign, int Binding) Sign(Operator sign) => sign switch
    {
        Operator.Add => (" + ", Precedence.Additive),
        Operator.Subtract => (" - ", Precedence.Additive),
        Operator.Multiply => (" * ", Precedence.Multiplicative),
        Operator.Divide => (" / ", Precedence.Multiplicative),
        Operator.Remainder => (" % ", Precedence.Multiplicative),
        _ => throw new InvalidOperationException(),
    };

    /// <summary>Is the text of this expression of its type by itself?</summary>
    private static bool IsStrong(Expr e) => e switch
    {
        Literal literal => literal.Type.IsGeneric || !literal.Text.All(char.IsDigit),
        Negate negate => IsStrong(negate.Operand),
        Binary binary => IsStrong(binary.Left) || IsStrong(binary.Right),
        Convert convert => !convert.Implicit,
        _ => true,
    };

    private string Arguments(Apply e)
    {
        bool strong = e.Arguments.Any(argument => argument.Type.IsReal && IsStrong(argument));
        return string.Join(", ", e.Arguments.Select(argument => Write(argument, strong: !strong)));
    }

    private (string, int) Conversion(Convert e, int required, bool strong) => e.Type.IsGeneric || e.Operand.Type.IsGeneric
        ? (e.Type + ".CreateChecked(" + Write(e.Operand, strong: true) + ")", Precedence.Primary)
        : e.Implicit && !strong
        ? (Write(e.Operand, required), Precedence.Primary)
        : ("(" + e.Type + ")" + Write(e.Operand, Precedence.Unary, strong: true), Precedence.Unary);

    private (string, int) Verbatim(Opaque e)
    {
        (string text, int binding) = Composed(e);
        if (_hidesConstants || !HoldsConstants(e) || !ConstantText.MayBeRefused(text)) return (text, binding);
        _hidesConstants = true;
        (text, binding) = Composed(e);
        _hidesConstants = false;
        return (text, binding);
    }

    /// <summary>Is a constant put in here where the user has something else?</summary>
    private static bool HoldsConstants(Opaque e) => e.Operands.Any(operand => operand is Literal or Negate { Operand: Literal } || operand is Opaque inner && HoldsConstants(inner));

    private (string, int) Composed(Opaque e)
    {
        var text = new StringBuilder();
        var outline = new StringBuilder();
        bool isClosed = false;
        for (int i = 0; i < e.Parts.Count; i++)
        {
            string part = Named(e.Parts[i]);
            if (isClosed) part = part.Substring(1);
            isClosed = false;
            text.Append(part);
            outline.Append(part);
            if (i >= e.Operands.Count) continue;
            int required = Precedence.Required(e.Parts[i], e.Parts[i + 1]);
            string operand = Write(e.Operands[i], required, strong: e.Operands[i] is not Literal || e.Operands[i].Type.IsReal && !IsRealThere(e, i));
            if (_hidesConstants && (e.Operands[i] is Literal or Negate { Operand: Literal })) operand = Type("Adjoints") + ".NotConstant(" + operand + ")";
            if (IsNameOf(part) && LastOf(operand) is [OpenedMember.Mark, ..])
            {
                text.Length -= "nameof(".Length;
                text.Append('"').Append(LastOf(operand).Trim(OpenedMember.Mark)).Append('"');
                outline.Append('\0');
                isClosed = true;
                continue;
            }
            text.Append(Apart(part.Length > 0 ? part[part.Length - 1] : ' ', operand));
            outline.Append('\0');
        }
        return (text.ToString(), Precedence.Of(outline.ToString()));
    }

    /// <summary>Is the name of the next operand asked for? A property of the generated file has none.</summary>
    private static bool IsNameOf(string part) => part.EndsWith("nameof(", StringComparison.Ordinal);

    /// <summary>The last of the names in a path.</summary>
    private static string LastOf(string path) => path.Substring(path.LastIndexOf('.') + 1);

    /// <summary>
    /// Do digits alone mean the real number where this operand stands: beside a comparison, as one of two that are chosen from, or where a
    /// constructor or a target takes nothing else?
    /// </summary>
    private static bool IsRealThere(Opaque e, int operand)
    {
        string before = e.Parts[operand].TrimEnd(), after = e.Parts[operand + 1].TrimStart();
        return before is "" && after is ""
            || before is [.., '=' or '<' or '>'] || after is ['=' or '!' or '<' or '>', ..]
            || (before is [.., '?'] && after is [':', ..] || before is [.., ':']) && e.Operands.Any(other => other.Type.IsReal && IsStrong(other))
            || e.Parts[0].StartsWith("new ", StringComparison.Ordinal) && before is [.., '(' or ','] && after is [',' or ')', ..];
    }

    private string Slice(View e)
    {
        string whole = Write(e.Sequence, Precedence.Primary);
        string bounds = e.Start is null ? "" : Write(e.Start) + (e.Length is null ? "" : ", " + Write(e.Length));
        bool array = e.Sequence.Type.Shape == TypeShape.Array;
        if (array) return whole + ".AsSpan(" + bounds + ")";
        if (e.Sequence.Type.IsList) whole = Type("Adjoints") + ".Flat<" + e.Sequence.Type.Name + ">(" + whole + ")";
        return e.Start is null ? whole : whole + ".Slice(" + bounds + ")";
    }
}
