namespace AutoDiff.Generators.Ir;

/// <summary>A parameter of the method. <paramref name="Written"/>: the method stores into it, so that its adjoint is in-out.</summary>
internal sealed record Parameter(Variable Variable, bool Differentiable, bool Written, string Default, string Modifiers);

/// <summary>The parameter of a called method, as far as its companions need it.</summary>
internal readonly record struct CalleeParameter(bool Differentiable, bool Written, IrType Type);

/// <summary>A differentiable method that is called: <paramref name="Path"/> is what stands before its name (a type and a dot, or nothing).</summary>
internal sealed record Callee(string Path, string Name, IrType Result, EquatableArray<CalleeParameter> Parameters)
{
    public bool Writes => Parameters.Any(p => p.Written);
}

/// <summary>A type that has to be opened again, outermost first: <c>partial class Poly</c>.</summary>
internal sealed record Enclosing(string Keyword, string Name);

/// <summary>
/// A method as the compiler sees it: records only, equal by value, no symbol, syntax or location, so that the pipeline can compare it.
/// <paramref name="Taken"/> are the identifiers that new names must avoid; <paramref name="Shadowed"/> the well-known type names that
/// mean something else here and must be written in full.
/// </summary>
internal sealed record MethodIr(
    string Namespace,
    EquatableArray<Enclosing> Types,
    string Accessibility,
    string Name,
    string HintName,
    bool Overloaded,
    EquatableArray<Parameter> Parameters,
    IrType Result,
    Variable? ResultVariable,
    Block Body,
    int VariableCount,
    EquatableArray<string> Taken,
    EquatableArray<string> Shadowed)
{
    /// <summary>How one companion calls another: by its name alone, where no parameter or its derivative has that name.</summary>
    public string Reach(string member) => Parameters.All(parameter => parameter.Variable.Name != member && !member.StartsWith(parameter.Variable.Name, StringComparison.Ordinal))
        ? member
        : "global::" + (Namespace.Length == 0 ? "" : Namespace + ".") + string.Join(".", Types.Select(type => type.Name)) + "." + member;

    public IEnumerable<Parameter> Differentiable => Parameters.Where(p => p.Differentiable);
}
