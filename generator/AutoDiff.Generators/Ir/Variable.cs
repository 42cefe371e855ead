namespace AutoDiff.Generators.Ir;

internal enum VariableRole
{
    Parameter,
    /// <summary>A local variable of the user.</summary>
    Local,
    /// <summary>A name made by the compiler; it may be renamed freely.</summary>
    Temporary,
}

/// <summary>
/// A variable of the program. <paramref name="Id"/> tells apart variables that share a name in disjoint scopes; the emitter decides
/// what each is called in the end. A part of another variable has it as its <paramref name="Root"/> and is written with the
/// <paramref name="Path"/> from there: <c>p.Position.X</c>.
/// </summary>
internal sealed record Variable(int Id, string Name, IrType Type, VariableRole Role, Variable? Root = null, string Path = "")
{
    public override string ToString() => Name + "#" + Id.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
