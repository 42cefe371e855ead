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
        bool Dead(Variable variable) => variable is { Role: VariableRole.Temporary, Type.Name: "bool" } && !read.Contains(variable);
        IEnumerable<Stmt> kept = block.Statements
            .Where(statement => statement is not Assign { Value: Opaque { Repeatable: true } } assign || !Dead(assign.Target))
            .Select(statement => statement.Map(expr => expr, inner => Sweep(inner, read)))
            .Where(statement => statement is not If { Then.IsEmpty: true, Else.IsEmpty: true, Condition: Read or Opaque { Repeatable: true } });
        return new Block(block.Locals.Where(local => !Dead(local)).ToEquatable(), kept.ToEquatable());
    }
}
