namespace AutoDiff.Generators.Ir;

// What the transforms produce: the statements of Stmt.cs and the ones below, under the signature of a companion.
//
//   s ::= … | T v = e | e (= | += | -= | *=) e | return e | // text

internal enum UpdateKind
{
    Set,
    Add,
    Subtract,
    Multiply,
}

/// <summary>Changes a variable or element of the derivative: <c>xAdjoint += e</c>.</summary>
internal sealed record Update(Expr Target, UpdateKind Kind, Expr Value) : Stmt((string?)null)
{
    /// <summary>What the target is afterwards.</summary>
    public Expr Result => Kind switch
    {
        UpdateKind.Set => Value,
        UpdateKind.Add => new Binary(Operator.Add, Target, Value),
        UpdateKind.Subtract => new Binary(Operator.Subtract, Target, Value),
        UpdateKind.Multiply => new Binary(Operator.Multiply, Target, Value),
        _ => throw new InvalidOperationException(),
    };
}

/// <summary>Declares a variable where it stands; <paramref name="Using"/>: it is given back at the end of the method.</summary>
/// <remarks><paramref name="IsValue"/>: nothing changes what the initial value reads, so it may be written where it is used.</remarks>
internal sealed record Declare(Variable Variable, Expr? Initial, bool Using = false, bool IsValue = false) : Stmt((string?)null);

internal sealed record Return(Expr? Value) : Stmt((string?)null);

internal sealed record Comment(string Text) : Stmt(Text);

/// <summary>A parameter of a companion: modifier (<c>ref</c>, <c>params</c>), type, name, default.</summary>
internal sealed record ProcedureParameter(Variable Variable, string Modifier, string Default);

/// <summary>A companion method, ready to be written.</summary>
internal sealed record Procedure(
    string Name, string ResultType, EquatableArray<ProcedureParameter> Parameters, string Summary, EquatableArray<string> Remarks, Block Body)
{
    /// <summary>The method that this is a companion of, where it is not the one that the file is for.</summary>
    public MethodIr? Of { get; init; }
}
