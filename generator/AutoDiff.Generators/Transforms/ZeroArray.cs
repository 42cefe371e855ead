namespace AutoDiff.Generators.Transforms;

/// <summary>Zeroed arrays in the shape of others.</summary>
internal static class ZeroArray
{
    /// <summary>The same, or <c>null</c> where the array is.</summary>
    /// <param name="sequence">The array.</param>
    /// <param name="missing">The variables that may hold none.</param>
    public static Expr Like(Expr sequence, HashSet<Variable> missing)
    {
        if (sequence is not Read read || !missing.Contains(read.Variable) || Like(sequence) is not Opaque zeros) return Like(sequence);
        return Integers.Text(zeros.Type, ["", " is null ? null! : " + zeros.Parts[0], .. zeros.Parts.Skip(1)], [sequence, .. zeros.Operands]);
    }

    /// <summary>A freshly allocated array of zeros with the lengths of <paramref name="sequence"/>.</summary>
    public static Expr Like(Expr sequence)
    {
        IrType type = sequence.Type;
        if (type.IsJagged || type.IsList) return Integers.Text(type, ["\u0001Adjoints\u0001.ZerosLike(", ")"], sequence);
        if (type.Rank == 1) return Integers.Text(type.As(TypeShape.Array), ["new " + type.Name + "[", ".Length]"], sequence);
        string[] parts = [.. Enumerable.Range(0, type.Rank + 1).Select(i =>
            i == 0 ? "new " + type.Name + "[" : ".GetLength(" + (i - 1).ToString(System.Globalization.CultureInfo.InvariantCulture) + ")" + (i == type.Rank ? "]" : ", "))];
        return Integers.Text(type, parts, [.. Enumerable.Repeat(sequence, type.Rank)]);
    }
}
