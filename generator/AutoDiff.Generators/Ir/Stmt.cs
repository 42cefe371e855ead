namespace AutoDiff.Generators.Ir;

// The grammar of statements. Control flow is structured: there are no jumps; break, continue and return were lowered to conditions.
//
//   s ::= v@n = e | v[e] = e | if e {s…} else {s…} | for (v from e to e step k) {s…} | loop {s…} while e {s…}
//       | try {s…} finally {s…} | using/lock (e) {s…} | call | copy/fill/clear | tensor | effect

/// <summary>A statement; <paramref name="Source"/> is the user's text it came from, on its first part only.</summary>
internal abstract record Stmt(string? Source);

/// <summary>Statements with the variables declared among them; <paramref name="Id"/> is given by SingleAssignment.</summary>
internal sealed record Block(EquatableArray<Variable> Locals, EquatableArray<Stmt> Statements, int Id = 0)
{
    public static readonly Block Empty = new(EquatableArray<Variable>.Empty, EquatableArray<Stmt>.Empty);

    public bool IsEmpty => Statements.Count == 0;
}

/// <summary><c>v = e</c>; it makes <paramref name="Version"/> and ends <paramref name="Replaces"/> (0: there was no value before).</summary>
internal sealed record Assign(Variable Target, Expr Value, string? Source = null, int Version = 0, int Replaces = 0) : Stmt(Source);

internal sealed record Store(Expr Sequence, Expr Index, Expr Value, string? Source = null, Site Site = default) : Stmt(Source);

/// <summary>A new version of a variable where control flow meets: after an <c>if</c>, at the head of a loop, after a loop.</summary>
internal readonly record struct Merge(Variable Variable, int Version);

internal sealed record If(Expr Condition, Block Then, Block Else, string? Source = null, int Id = 0, EquatableArray<Merge> After = default) : Stmt(Source);

/// <summary>
/// A loop whose trip count is known before it starts: <c>Index</c> runs from <c>Start</c> in steps of <c>Step</c> while it is below
/// (above, for negative steps) <c>Bound</c>, or equal to it when <c>Inclusive</c>. Nothing in the body changes index or bound.
/// </summary>
internal sealed record For(
    Variable Index, Expr Start, Expr Bound, bool Inclusive, int Step, Block Body, string? Source = null,
    int Id = 0, int IndexVersion = 0, EquatableArray<Merge> Heads = default, EquatableArray<Merge> After = default) : Stmt(Source);

/// <summary>The general loop: <c>for (;;) { Before; if (!Condition) break; Body }</c>.</summary>
internal sealed record Loop(
    Block Before, Expr Condition, Block Body, string? Source = null,
    int Id = 0, EquatableArray<Merge> Heads = default, EquatableArray<Merge> After = default) : Stmt(Source);

internal enum RegionKind
{
    Finally,
    Using,
    Lock,
}

/// <summary>
/// A region that ends in a fixed way, however it is left: <c>try … finally</c>, or <c>using</c> and <c>lock</c> of a subject. Without an
/// exception its blocks run one after the other, so they define versions as the block around them does; it declares their variables.
/// </summary>
internal sealed record Region(RegionKind Kind, Expr? Subject, Block Body, Block Finally, string? Source = null) : Stmt(Source);

/// <summary>
/// A call of another differentiable method. Arguments are reals, sequences (reads or views) or inactive expressions;
/// <paramref name="Saved"/> are copies of what sequences hold before the call, where the reverse sweep needs them;
/// <paramref name="Sites"/> is where each argument stands.
/// </summary>
internal sealed record Invoke(
    Variable? Target, Callee Callee, EquatableArray<Expr> Arguments, string? Source = null, int Version = 0, int Replaces = 0,
    EquatableArray<Expr?> Saved = default, EquatableArray<Site> Sites = default) : Stmt(Source);

internal enum BulkKind
{
    Copy,
    Fill,
    Clear,
}

/// <summary>A whole region at once. <paramref name="Primal"/> is the user's own call, for the forward sweep.</summary>
internal sealed record Bulk(BulkKind Kind, Expr Destination, Expr? Operand, Opaque Primal, string? Source = null, Site Site = default) : Stmt(Source);

/// <summary>
/// A method of <c>TensorPrimitives</c>, which <paramref name="Primal"/> calls: it fills <paramref name="Destination"/> from the elements
/// of its arguments, or reduces them to the number <paramref name="Target"/>. Arguments are sequences (reads or views), reals that are
/// the same for all elements, or integers. <paramref name="Saved"/> are copies of what sequences hold before the call, and the
/// <paramref name="Target"/> of one with a destination is a copy of what it leaves there, where a rule needs them.
/// </summary>
internal sealed record Tensor(
    string Name, IrType Number, Variable? Target, Expr? Destination, EquatableArray<Expr> Arguments, Opaque Primal, string? Source = null, Site Site = default,
    int Version = 0, int Replaces = 0, EquatableArray<Expr?> Saved = default) : Stmt(Source);

/// <summary>A statement without a derivative (a log line, a guard that throws), run once, in the forward sweep.</summary>
internal sealed record Effect(Opaque Code, string? Source = null) : Stmt(Source);
