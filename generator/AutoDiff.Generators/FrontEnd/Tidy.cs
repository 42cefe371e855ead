namespace AutoDiff.Generators.FrontEnd;

/// <summary>Removes what lowering left over: conditions that nothing tests, branches that do nothing, members that nothing reads.</summary>
/// <remarks>Expects and gives statements without versions.</remarks>
internal static class Tidy
{
    /// <param name="block">The body of a method.</param>
    /// <param name="outputs">The variables that somebody reads when it has ended.</param>
    public static Block Run(Block block, IEnumerable<Variable> outputs)
    {
        HashSet<Variable> kept = [.. outputs];
        while (true)
        {
            var read = new HashSet<Variable>(block.AllExpressions().OfType<Read>().Select(read => read.Variable).Concat(kept));
            Block next = Sweep(block, read);
            if (next.Equals(block)) return next;
            block = next;
        }
    }

    private static Block Sweep(Block block, HashSet<Variable> read)
    {
        bool Dead(Variable variable) => !variable.Type.IsSequence && !read.Contains(variable);
        // What may throw stays: of integers only constants go, of conditions what can be evaluated again.
        bool Harmless(Assign assign) => assign.Value is Opaque { Repeatable: true } && assign.Target is { Role: VariableRole.Temporary, Type.Name: "bool" } || assign.Value is Read || IsConstant(assign.Value);
        IEnumerable<Stmt> kept = block.Statements
            .Where(statement => statement is not Assign assign || !Dead(assign.Target) || !Harmless(assign))
            .Select(statement => statement.Map(expr => expr, inner => Sweep(inner, read)))
            .Where(statement => statement is not If { Then.IsEmpty: true, Else.IsEmpty: true, Condition: Read or Opaque { Repeatable: true } });
        Stmt[] statements = [.. kept];
        bool Needed(Variable local) => !Dead(local) || statements.Any(statement => statement.Assigned() == local || statement.Blocks().SelectMany(inner => inner.AllStatements()).Any(inner => inner.Assigned() == local));
        return new Block(block.Locals.Where(Needed).ToEquatable(), statements.ToEquatable());
    }

    private static bool IsConstant(Expr value) => value.DescendantsAndSelf().All(part => part is Literal or Negate or Binary or Convert or Opaque { Repeatable: true, Operands.Count: 0 });
}
