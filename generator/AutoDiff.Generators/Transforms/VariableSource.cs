namespace AutoDiff.Generators.Transforms;

/// <summary>Makes variables with ids that the method does not use yet.</summary>
internal sealed class VariableSource(int first)
{
    private int _next = first;

    public int Count => _next;

    public Variable New(string name, IrType type, VariableRole role = VariableRole.Temporary) => new(_next++, name, type, role);

    /// <summary>A member of <paramref name="root"/>, as a variable.</summary>
    public Variable Part(Variable root, string path, string name, IrType type) => new(_next++, name, type, root.Role, root, path);
}
