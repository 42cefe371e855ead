namespace AutoDiff.Generators.Ir;

/// <summary>
/// How a parameter or a result of the method is made of variables: it is one itself, or it is a struct, a tuple or a model whose members
/// are. Inside the method there are only the variables.
/// </summary>
internal abstract record Structure
{
    public IEnumerable<Variable> Variables => this switch
    {
        Leaf leaf => [leaf.Variable],
        Composite composite => composite.Components.SelectMany(component => component.Structure.Variables),
        _ => throw new InvalidOperationException(),
    };

    /// <summary>The whole, made of a value for each variable.</summary>
    public Expr Build(Func<Variable, Expr> value) => this switch
    {
        Leaf leaf => value(leaf.Variable),
        Composite composite => new Opaque(composite.Construction, composite.Components.Select(component => component.Structure.Build(value)).ToEquatable(), composite.Type),
        _ => throw new InvalidOperationException(),
    };
}

internal sealed record Leaf(Variable Variable) : Structure;

/// <summary>
/// A struct, tuple, record or class. <paramref name="IsValue"/>: its adjoint is passed by reference and may be made anew; <paramref name="IsStruct"/>: all zero is
/// its default. <paramref name="Construction"/> is C# with a hole for each component in its order; empty where the method's own code
/// cannot make such an object.
/// </summary>
internal sealed record Composite(IrType Type, bool IsValue, bool IsStruct, EquatableArray<Component> Components, EquatableArray<string> Construction) : Structure
{
    /// <summary>The classes that it derives from.</summary>
    public EquatableArray<string> Ancestors { get; init; } = EquatableArray<string>.Empty;

    /// <summary>Is there an object in it?</summary>
    public bool HoldsObjects => Components.Any(component => component.Structure is Composite inner && (!inner.IsStruct || inner.HoldsObjects));

    /// <summary>May an object of the one be an object of the other?</summary>
    public bool IsRelatedTo(Composite other) => Type == other.Type || Ancestors.Contains(other.Type.Name) || other.Ancestors.Contains(Type.Name);
}

/// <summary>A member: <paramref name="Assignable"/> where the companions can assign the numbers in it one by one.</summary>
internal sealed record Component(string Name, bool Assignable, Structure Structure);
