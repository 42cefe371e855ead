namespace AutoDiff.Generators.FrontEnd;

/// <summary>Removes what lowering left over: conditions that nothing tests, branches that do nothing.</summary>
/// <remarks>Expects and gives statements without versions.</remarks>
internal static class Tidy
{
    public static Block Run(Block block)
    {
        while (true)
        {
            var read = new HashSet<Variable>(block.AllExpressions().OfType<Read>().Select(read => read.Variable));
            Block next = Sweep(block, read);
            if (next.Equals(block)) return next;
            block = next;
        }
    }

    private static Block Sweep(Block block, HashSet<Variable> read)
    {
        bool Dead(Variable variable) => variable is { Role: VariableRole.Temporary, Type.Name: "bool" or "int" } && !read.Contains(variable);
        // An integer expression may throw; a constant one cannot.
        IEnumerable<Stmt> kept = block.Statements
            .Where(statement => statement is not Assign { Value: Opaque { Repeatable: true } value } assign || !Dead(assign.Target) || assign.Target.Type.Name == "int" && value.Operands.Count > 0)
            .Select(statement => statement.Map(expr => expr, inner => Sweep(inner, read)))
            .Where(statement => statement is not If { Then.IsEmpty: true, Else.IsEmpty: true, Condition: Read or Opaque { Repeatable: true } });
        Stmt[] statements = [.. kept];
        bool Needed(Variable local) => !Dead(local) || statements.Any(statement => statement.Assigned() == local || statement.Blocks().SelectMany(inner => inner.AllStatements()).Any(inner => inner.Assigned() == local));
        return new Block(block.Locals.Where(Needed).ToEquatable(), statements.ToEquatable());
    }
}
