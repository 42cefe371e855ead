namespace AutoDiff.Generators.Analyses;

/// <summary>
/// Tells whether what a statement reads from a sequence can still change after it. Statements are numbered in the order of the text; a
/// store comes after a read if its number is not smaller, or if a loop around both runs it again.
/// </summary>
internal sealed class StoreOrder
{
    private readonly Aliases _aliases;
    private readonly List<int[]> _loops = [];
    private readonly List<(int Statement, IReadOnlyCollection<Variable> Roots, string? Element)> _stores = [];
    private readonly Dictionary<Variable, int> _madeIn = [];

    public StoreOrder(Block body, Aliases aliases)
    {
        _aliases = aliases;
        Visit(body, []);
    }

    /// <summary>May the elements be other ones at the end of the method than they are at the statement with this number?</summary>
    public bool MayChangeAfter(int statement, Expr sequence)
    {
        IReadOnlyCollection<Variable> roots = _aliases.Roots(sequence);
        if (roots.Any(root => _madeIn.TryGetValue(root, out int depth) && depth > 0)) return _aliases.MayChange(sequence);
        return _stores.Any(store => (store.Element is null || store.Element == sequence.Type.Scalar) && _aliases.MayShare(roots, store.Roots)
            && (store.Statement >= statement || CommonLoop(store.Statement, statement)));
    }

    /// <summary>The same, where what the statement itself stores has been stored.</summary>
    public bool MayChangeLater(int statement, Expr sequence)
    {
        IReadOnlyCollection<Variable> roots = _aliases.Roots(sequence);
        if (roots.Any(root => _madeIn.TryGetValue(root, out int depth) && depth > 0)) return _aliases.MayChange(sequence);
        return _stores.Any(store => (store.Element is null || store.Element == sequence.Type.Scalar) && _aliases.MayShare(roots, store.Roots)
            && (store.Statement > statement || CommonLoop(store.Statement, statement)));
    }

    private bool CommonLoop(int a, int b) => _loops[a].Intersect(_loops[b]).Any();

    private void Visit(Block block, int[] loops)
    {
        foreach (Stmt statement in block.Statements)
        {
            int number = _loops.Count;
            _loops.Add(loops);
            if (statement.Assigned() is { Type.IsSequence: true } made) _madeIn[made] = Math.Max(loops.Length, _madeIn.TryGetValue(made, out int depth) ? depth : 0);
            foreach ((IReadOnlyCollection<Variable> roots, string? element) in _aliases.StoredBy(statement)) _stores.Add((number, roots, element));
            int[] inside = statement is For or Loop ? [.. loops, number] : loops;
            foreach (Block inner in statement.Blocks()) Visit(inner, inside);
        }
    }
}
