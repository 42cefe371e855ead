namespace AutoDiff.Generators.FrontEnd;

/// <summary>Removes what lowering left over: conditions that nothing tests or that always hold, branches that do nothing, members that nothing reads.</summary>
/// <remarks>Expects and gives statements without versions.</remarks>
internal static class Tidy
{
    /// <param name="block">The body of a method.</param>
    /// <param name="results">The variables that the method returns.</param>
    public static Block Run(Block block, IEnumerable<Variable> results)
    {
        Variable[] returned = [.. results];
        while (true)
        {
            var read = new HashSet<Variable>(block.AllExpressions().OfType<Read>().Select(read => read.Variable).Concat(returned));
            Block next = Sweep(block, read);
            if (next.Equals(block)) return next;
            block = next;
        }
    }

    private static Block Sweep(Block block, HashSet<Variable> read)
    {
        bool Dead(Variable variable) => variable is { Role: VariableRole.Temporary, Type.IsSequence: false } && !read.Contains(variable);
        IEnumerable<Stmt> kept = block.Statements
            .Where(statement => statement is not Assign { Value: Literal or Read or Opaque { Repeatable: true, Operands.Count: 0 } or Opaque { Repeatable: true, Type.Name: "bool" } } assign || !Dead(assign.Target))
            .Select(statement => statement.Map(expr => expr, inner => Sweep(inner, read)))
            .Where(statement => statement is not If { Then.IsEmpty: true, Else.IsEmpty: true, Condition: Read or Opaque { Repeatable: true } })
            .ToList();
        var locals = new List<Variable>(block.Locals);
        EquatableArray<Stmt> statements = kept.SelectMany(statement => Decided(statement, locals)).ToEquatable();
        var assigned = new HashSet<Variable>(statements.SelectMany(statement => new[] { statement }.Concat(statement.Blocks().SelectMany(inner => inner.AllStatements()))).Select(statement => statement.Assigned()!).Where(variable => variable is not null));
        return new Block(locals.Where(local => !Dead(local) || assigned.Contains(local)).ToEquatable(), statements);
    }

    /// <summary>A branch whose condition is a constant is the side that it takes.</summary>
    private static IEnumerable<Stmt> Decided(Stmt statement, List<Variable> locals)
    {
        if (statement is not If { Condition: Opaque { Operands.Count: 0, Parts: ["true" or "false"] } constant } branch) return [statement];
        Block taken = constant.Parts[0] == "true" ? branch.Then : branch.Else;
        locals.AddRange(taken.Locals);
        return taken.Statements;
    }
}
