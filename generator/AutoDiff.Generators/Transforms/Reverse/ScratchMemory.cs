namespace AutoDiff.Generators.Transforms.Reverse;

/// <summary>The pooled memory that the local and adjoint arrays of one companion come from: a variable for each element type used.</summary>
internal sealed class ScratchMemory(VariableSource variables)
{
    private readonly Dictionary<string, Variable> _byElement = [];

    public static bool Serves(IrType type) => type.IsFlat && (type.IsRealSequence || type.Name is "int" or "long" or "bool" or "byte");

    /// <summary>An array with exactly this length, zeroed.</summary>
    public Opaque New(IrType type, Expr length) => Integers.Text(type, ["", ".New(", ")"], Of(type), length);

    public Opaque Copy(IrType type, Expr sequence) => Integers.Text(type, ["", ".Copy(", ")"], Of(type), sequence);

    public Effect Free(Variable array) => new(Integers.Text(IrType.Void, ["", ".Free(", ")"], Of(array.Type), new Read(array)) with { Repeatable = false });

    public IEnumerable<Stmt> Declarations() => _byElement.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair =>
        new Declare(pair.Value, Opaque.Text(pair.Value.Type.Name + ".Begin()", pair.Value.Type), Using: true));

    private Read Of(IrType type)
    {
        if (!_byElement.TryGetValue(type.Name, out Variable? memory))
            _byElement[type.Name] = memory = variables.New("scratch", new IrType(TypeShape.Other, "\u0001Scratch\u0001<" + type.Name + ">"));
        return new Read(memory);
    }
}
