namespace AutoDiff.Generators.Analyses;

/// <summary>
/// Numbers that the result may turn out not to depend on: there is a way through the branches on which nothing is done with them, or only
/// something that goes into such numbers; or a branch puts another value in their place. Their adjoint is then exactly zero, and must stay
/// so whatever infinity it would be multiplied by.
/// </summary>
internal sealed class PassedOver
{
    /// <summary>For each number, the blocks around its assignments, outermost first, how many of them are branches, and the values.</summary>
    private readonly Dictionary<Variable, List<(Block[] Path, int Depth, Expr Value)>> _defined = [];

    private readonly HashSet<Variable> _passedOver;

    private PassedOver(Block body, IEnumerable<Variable> results)
    {
        Visit(body, [body], 0);
        _passedOver = [.. _defined.Keys.Except(results)];
        HashSet<Variable> replaced = [.. _passedOver.Where(IsReplaced)];
        while (_passedOver.RemoveWhere(variable => !replaced.Contains(variable) && IsUsed(variable)) > 0) { }
    }

    public static HashSet<Variable> Analyze(Block body, IEnumerable<Variable> results) => new PassedOver(body, results)._passedOver;

    /// <summary>Does a branch assign a value that does not come from the one before?</summary>
    private bool IsReplaced(Variable variable) => _defined[variable].Any(outer => _defined[variable].Any(inner =>
        inner.Depth > outer.Depth && inner.Value.Reads().All(read => read.Variable != variable)));

    /// <summary>Is something done with it, whatever way is taken after it has its value?</summary>
    private bool IsUsed(Variable variable)
    {
        Block[] path = _defined[variable][0].Path;
        int common = Enumerable.Range(0, path.Length).Last(i => _defined[variable].All(definition => i < definition.Path.Length && ReferenceEquals(definition.Path[i], path[i])));
        return IsUsed(variable, path[common]);
    }

    private bool IsUsed(Variable variable, Block block) => block.Statements.Any(statement => statement switch
    {
        If branch => IsUsed(variable, branch.Then) && IsUsed(variable, branch.Else),
        For or Loop or Region => statement.Blocks().Any(inner => IsUsed(variable, inner)),
        Assign { Target: { } target } when target == variable || _passedOver.Contains(target) => false,
        _ => statement.Expressions().SelectMany(expr => expr.Reads()).Any(read => read.Variable == variable),
    });

    private void Visit(Block block, Block[] path, int depth)
    {
        foreach (Stmt statement in block.Statements)
        {
            if (statement is Assign { Target: { Type.IsReal: true, Role: not VariableRole.Parameter } target } assign)
            {
                if (!_defined.TryGetValue(target, out List<(Block[], int, Expr)>? definitions)) _defined[target] = definitions = [];
                definitions.Add((path, depth, assign.Value));
            }
            foreach (Block inner in statement.Blocks()) Visit(inner, [.. path, inner], statement is If ? depth + 1 : depth);
        }
    }
}
