namespace AutoDiff.Generators.FrontEnd;

/// <summary>Removes what lowering left over: conditions that nothing tests or that always hold, branches that do nothing, members that nothing reads.</summary>
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
        bool Dead(Variable variable) => !read.Contains(variable);
        // What may throw stays: of integers only constants go, of conditions what can be evaluated again.
        bool Harmless(Assign assign) => assign.Target.Type.IsSequence ? assign.Value is Opaque { Repeatable: true, Operands.Count: 0 } : assign.Value is Opaque { Repeatable: true } && assign.Target is { Role: VariableRole.Temporary, Type.Name: "bool" } || assign.Value is Read || IsConstant(assign.Value);
        HashSet<Variable> removed = [.. block.Statements.OfType<Assign>().Where(assign => Dead(assign.Target) && Harmless(assign)).Select(assign => assign.Target)];
        IEnumerable<Stmt> kept = block.Statements
            .Where(statement => statement is not Assign assign || !Dead(assign.Target) || !Harmless(assign))
            .Select(statement => statement.Map(expr => expr, inner => Sweep(inner, read)))
            .Where(statement => statement is not If { Then.IsEmpty: true, Else.IsEmpty: true, Condition: Read or Opaque { Repeatable: true } })
            .ToList();
        var locals = new List<Variable>(block.Locals);
        EquatableArray<Stmt> statements = kept.SelectMany(statement => Decided(statement, locals)).ToEquatable();
        var assigned = new HashSet<Variable>(statements.SelectMany(statement => new[] { statement }.Concat(statement.Blocks().SelectMany(inner => inner.AllStatements()))).Select(statement => statement.Assigned()!).Where(variable => variable is not null));
        return new Block(locals.Where(local => !Dead(local) || assigned.Contains(local) || local.Type.IsSequence && !removed.Contains(local)).ToEquatable(), statements);
    }

    /// <summary>A branch whose condition is a constant is the side that it takes.</summary>
    private static IEnumerable<Stmt> Decided(Stmt statement, List<Variable> locals)
    {
        if (statement is not If { Condition: Opaque { Operands.Count: 0, Parts: ["true" or "false"] } constant } branch) return [statement];
        Block taken = constant.Parts[0] == "true" ? branch.Then : branch.Else;
        locals.AddRange(taken.Locals);
        return taken.Statements;
    }

    private static bool IsConstant(Expr value) => value.DescendantsAndSelf().All(part =>
        part is Literal or Negate or Binary or Convert or Opaque { Repeatable: true, Operands.Count: 0 } || part is Opaque { Repeatable: true } text && IsArithmetic(text));

    /// <summary>Whole numbers and signs between operands, none of which divides: what cannot throw.</summary>
    private static bool IsArithmetic(Opaque text) => text.Parts.All(part => part.All(c => char.IsDigit(c) || c is ' ' or '+' or '-' or '*' or '&' or '|' or '^' or '~' or '(' or ')'));
}
