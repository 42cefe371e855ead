namespace AutoDiff.Generators.Ir;

// The grammar of expressions. All are pure: evaluating one changes nothing. What has an effect is a statement (Stmt.cs).
//
//   e ::= literal | v@n | e[e] | -e | e op e | f(e, …) | (T)e | opaque        real numbers; opaque also every inactive type
//       | lanes(e, …)                                                           SIMD vectors (Lanes.cs)
//       | view(e, e?, e?) | new T[e] | copy(e)                                  sequences

/// <summary>A pure expression.</summary>
internal abstract record Expr(IrType Type);

/// <summary>A real constant. <paramref name="Text"/> is C# that reads back to exactly the same bits, without a suffix.</summary>
internal sealed record Literal(string Text, IrType Type) : Expr(Type)
{
    public static Literal Zero(IrType type) => new("0", type);

    public static Literal One(IrType type) => new("1", type);

    public bool IsZero => Text is "0" or "0.0";

    public bool IsOne => Text is "1" or "1.0";
}

/// <summary>The value that <paramref name="Variable"/> has in its version <paramref name="Version"/> (see SingleAssignment).</summary>
internal sealed record Read(Variable Variable, int Version = 0) : Expr(Variable.Type);

/// <summary>One element of a sequence, or several in a row as a SIMD vector (<see cref="Window"/>).</summary>
internal sealed record Element(Expr Sequence, Expr Index) : Expr(Index switch
{
    Indices { Member.Length: > 0 } member => member.MemberType,
    Window window => window.Vector,
    _ => Sequence.Type.Element,
})
{
    /// <summary>A whole struct out of an array of structs. Only text can stand for it: what it is stored into has no derivative.</summary>
    public bool IsWhole => Sequence.Type is { IsAggregate: true, IsJagged: false } && Index is not Indices { Member.Length: > 0 };
}

internal sealed record Negate(Expr Operand) : Expr(Operand.Type);

internal enum Operator
{
    Add,
    Subtract,
    Multiply,
    Divide,
    Remainder,
}

/// <summary>Arithmetic of two reals of the same type.</summary>
internal sealed record Binary(Operator Operator, Expr Left, Expr Right) : Expr(Left.Type);

/// <summary>
/// A function of real numbers whose derivative is known: by the rule table (host <c>Math</c>, name <c>Exp</c>), or by a rule of the user's
/// own, the text of its call.
/// </summary>
internal sealed record Apply(string Host, string Name, EquatableArray<Expr> Arguments, IrType Type, UserRule? Rule = null) : Expr(Type);

/// <summary>
/// A method that gives the partial derivatives of a function. <paramref name="Partials"/>: what follows its call for each parameter
/// (nothing, or an element of a tuple), null where the parameter is not real.
/// </summary>
internal sealed record UserRule(string Method, bool TakesResult, EquatableArray<string?> Partials);

/// <summary>A conversion to a real type; <paramref name="Implicit"/> when the source text shows none.</summary>
internal sealed record Convert(Expr Operand, bool Implicit, IrType Type) : Expr(Type);

/// <summary>
/// C# that carries no derivative, kept as the user wrote it: <paramref name="Parts"/> of text with an operand between each two.
/// Repeatable text gives the same value again as long as its operands do. <paramref name="Guarded"/> are the operands that must turn
/// out to be constants (arguments of a call the differentiator cannot look into); <paramref name="Site"/> is where it stands and
/// <paramref name="Subject"/> and <paramref name="Remedy"/> what a message calls it and advises. <paramref name="ChangesOutside"/>: it may
/// store into arrays that come from outside the method.
/// </summary>
internal sealed record Opaque(
    EquatableArray<string> Parts,
    EquatableArray<Expr> Operands,
    IrType Type,
    bool Repeatable = true,
    EquatableArray<Expr> Guarded = default,
    Site Site = default,
    string Subject = "",
    string Remedy = "",
    bool ChangesOutside = false) : Expr(Type)
{
    /// <summary>Is this <c>null</c>, in the place of an array? Then there is no memory, and no derivative either.</summary>
    public bool IsNull => Operands.Count == 0 && Parts is [{ } text] && text.StartsWith("default(", StringComparison.Ordinal);

    /// <summary>Text with operands between its parts.</summary>
    public static Opaque Of(IrType type, string[] parts, params Expr[] operands) => new(parts.ToEquatable(), operands.ToEquatable(), type);

    /// <summary>The opposite of a condition, in the words that C# has for it.</summary>
    public static Expr Not(Expr condition) => condition switch
    {
        Opaque { Parts: ["!", ""], Operands: [{ } denied] } => denied,
        Opaque { Parts: ["", " is null"] } missing => missing with { Parts = EquatableArray.Of("", " is not null") },
        Opaque { Parts: ["", " is not null"] } present => present with { Parts = EquatableArray.Of("", " is null") },
        Opaque { Parts: { } parts } compared when ComparisonIn(compared) is { } at => compared with { Parts = parts.Select((part, i) => i == at ? part.Contains(Equal) ? part.Replace(Equal, Unequal) : part.Replace(Unequal, Equal) : part).ToEquatable() },
        _ => new Opaque(EquatableArray.Of("!", ""), EquatableArray.Of(condition), IrType.Boolean),
    };

    private const string Equal = " == ", Unequal = " != ";

    /// <summary>The part that holds the <c>==</c> or <c>!=</c> of a condition that is one comparison of integers, and no more.</summary>
    private static int? ComparisonIn(Opaque condition)
    {
        bool isPlain = condition.Operands.Count > 0 && condition.Operands.All(operand => operand.Type == IrType.Int32)
            && !condition.Parts.Any(part => part.IndexOfAny(['&', '|', '?', '(', '"', '\'', '<', '>']) >= 0);
        if (!isPlain) return null;
        string text = string.Concat(condition.Parts);
        int count = (text.Length - text.Replace(Equal, "").Replace(Unequal, "").Length) / Equal.Length;
        return count == 1 ? Enumerable.Range(0, condition.Parts.Count).First(i => condition.Parts[i].Contains(Equal) || condition.Parts[i].Contains(Unequal)) : null;
    }

    public static Opaque Text(string text, IrType type) => new(EquatableArray.Of(text), EquatableArray<Expr>.Empty, type);
}

/// <summary>A part of a sequence that shares its memory: all of it when <paramref name="Start"/> is null.</summary>
internal sealed record View(Expr Sequence, Expr? Start, Expr? Length, IrType Type) : Expr(Type);

/// <summary>A fresh zeroed array, or a stack-allocated span.</summary>
internal sealed record NewArray(Expr Length, IrType Type) : Expr(Type);

/// <summary>A fresh array holding a copy of a sequence.</summary>
internal sealed record CopyOf(Expr Sequence, IrType Type) : Expr(Type);

/// <summary>A place in the source, relative to the start of its method so that edits elsewhere do not change it.</summary>
internal readonly record struct Site(int Start, int Length)
{
    /// <summary>Is <paramref name="other"/> a proper part of this place?</summary>
    public bool Contains(Site other) => this != other && Start <= other.Start && other.Start + other.Length <= Start + Length;
}

/// <summary>
/// The place of an element that takes more than a number to find: several indices (<c>i, j</c>), or a member of a struct in an array
/// (<c>[i].Position.X</c>), with its path and type, and how the struct is made anew where such a member cannot be assigned.
/// </summary>
internal sealed record Indices(EquatableArray<Expr> Values, string Member = "", IrType MemberType = default, Making? Making = null) : Expr(new IrType(TypeShape.Other, "int"));

/// <summary>C# that makes a struct anew, with a hole for each member: <c>new Point(</c>, <c>, </c>, <c>)</c>.</summary>
internal sealed record Making(EquatableArray<string> Construction, EquatableArray<MadeMember> Members);

/// <summary>A member of a struct that is made anew, and how it is itself where a part of it changes.</summary>
internal readonly record struct MadeMember(string Name, Making? Making);
