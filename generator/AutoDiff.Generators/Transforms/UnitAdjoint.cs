namespace AutoDiff.Generators.Transforms;

/// <summary>
/// Writes the adjoint companion of a generic method without its last parameter: C# has no default value for it, because the 1 of a type
/// parameter is no constant.
/// </summary>
internal static class UnitAdjoint
{
    public static Procedure Run(MethodIr method)
    {
        var signature = new CompanionSignature(method, new VariableSource(method.VariableCount));
        ProcedureParameter[] parameters = [.. signature.AdjointParameters().Where(parameter => parameter.Variable != signature.ResultAdjoint)];
        Expr[] arguments =
        [
            .. parameters.Select(parameter => parameter.Modifier is "ref " or "out " or "in "
                ? Integers.Text(parameter.Variable.Type, [parameter.Modifier, ""], new Read(parameter.Variable))
                : (Expr)new Read(parameter.Variable)),
            Literal.One(method.Result),
        ];
        string[] parts = [method.Reach(method.Name + "Adjoint") + "(", .. Enumerable.Repeat(", ", arguments.Length - 1), ")"];
        return new Procedure(
            method.Name + "Adjoint",
            method.Result.ToString(),
            parameters.ToEquatable(),
            "Value and adjoint of {0}: adds the partial derivatives to the adjoints.",
            EquatableArray<string>.Empty,
            new Block(EquatableArray<Variable>.Empty, EquatableArray.Of<Stmt>(new Return(Integers.Text(method.Result, parts, arguments)))));
    }
}
