namespace AutoDiff.Generators.Transforms;

/// <summary>The lengths of sequences that a companion is given.</summary>
internal static class Lengths
{
    /// <summary>
    /// The length of a parameter. One that the method tests against null may be null, and then the method decides what happens, not the
    /// companion before it: null counts as empty.
    /// </summary>
    public static Expr Of(MethodIr method, Variable sequence) =>
        Integers.Text(IrType.Int32, (IsTested(method, sequence), sequence.Type.IsList) switch
        {
            (true, true) => ["", "?.Count ?? 0"],
            (true, false) => ["", "?.Length ?? 0"],
            (false, true) => ["", ".Count"],
            (false, false) => ["", ".Length"],
        }, new Read(sequence));

    /// <summary>A zeroed array in the shape of a parameter.</summary>
    public static Expr ArrayLike(MethodIr method, Variable sequence)
    {
        var given = new Read(sequence);
        if (method.Zeros.FirstOrDefault(zero => sequence.Type.IsAggregate && zero.Type == sequence.Type.Scalar) is { } zero)
            return Integers.Text(sequence.Type, ["", " is null ? null! : \u0001Array\u0001.ConvertAll(", ", " + zero.Code + ")"], given, given);
        if (IsUntouched(method, sequence)) return Integers.Text(sequence.Type, ["", " is null ? null! : ", ""], given, ZeroArray.Like(given));
        return sequence.Type.IsFlat && IsTested(method, sequence)
            ? Integers.Text(sequence.Type.As(TypeShape.Array), ["new " + sequence.Type.Name + "[", "]"], Of(method, sequence))
            : ZeroArray.Like(given);
    }

    /// <summary>Is it a member that the method does not look at? It may be missing there, and in the adjoint.</summary>
    public static bool IsUntouched(MethodIr method, Variable sequence) => sequence.Root is not null && !method.Body.AllExpressions().Any(part => part is Read read && read.Variable == sequence)
        && !method.Body.AllStatements().Any(statement => statement.Assigned() == sequence);

    private static bool IsTested(MethodIr method, Variable sequence) => sequence.Type.Shape is TypeShape.Array or TypeShape.List && method.Body.AllExpressions().OfType<Opaque>().Any(code =>
        code.Operands.Any(operand => operand is Read read && read.Variable == sequence)
        && code.Parts.Any(part => part.Contains("null") || part.Contains("ThrowIfNull") || part.Contains("?.")));
}
