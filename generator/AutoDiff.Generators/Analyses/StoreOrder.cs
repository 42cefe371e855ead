namespace AutoDiff.Generators.Analyses;

/// <summary>
/// Tells whether what a statement reads from a sequence can still change after it. Statements are numbered in the order of the text; a
/// store comes after a read if its number is not smaller, or if a loop around both runs it again.
/// </summary>
internal sealed class StoreOrder
{
    private static readonly string[] Changing = ["ref ", "out ", "++", "--", " = ", "+= ", "-= ", "*= "];

    private readonly Aliases _aliases;
    private readonly List<Stmt[]> _loops = [];
    private readonly List<(int Number, Stmt Statement, IReadOnlyCollection<Variable> Roots, string Element)> _stores = [];
    private readonly Dictionary<Variable, int> _madeIn = [];
    private readonly Dictionary<Variable, int> _assignments = [];
    private readonly IndexOrder _indices;

    public StoreOrder(Block body, Aliases aliases)
    {
        _aliases = aliases;
        HashSet<Variable> integers = [.. body.AllExpressions().OfType<Read>().Select(read => read.Variable).Where(variable => variable.Type == IrType.Int32)];
        Visit(body, []);
        integers.ExceptWith(body.AllExpressions().OfType<Opaque>().SelectMany(ChangedInside));
        _indices = new IndexOrder([.. integers.Where(IsAssignedAtMostOnce)]);
    }

    /// <summary>May the elements be other ones at the end of the method than they are at the statement with this number?</summary>
    public bool MayChangeAfter(int statement, Expr sequence) => MayChangeAfter(statement, sequence, index: null);

    /// <summary>May this element be another one at the end of the method than it is at the statement with this number?</summary>
    public bool MayChangeAfter(int statement, Element element) => MayChangeAfter(statement, element.Sequence, element.Index);

    private bool MayChangeAfter(int statement, Expr sequence, Expr? index)
    {
        IReadOnlyCollection<Variable> roots = _aliases.Roots(sequence);
        if (roots.Any(root => _madeIn.TryGetValue(root, out int depth) && depth > 0)) return _aliases.MayChange(sequence);
        return _stores.Any(store => store.Element == sequence.Type.Scalar && _aliases.MayShare(roots, store.Roots)
            && (store.Number >= statement || CommonLoop(store.Number, statement))
            && !(index is not null && IsElsewhere(statement, sequence, index, store.Number, store.Statement)));
    }

    private bool CommonLoop(int a, int b) => _loops[a].Any(loop => _loops[b].Any(other => ReferenceEquals(loop, other)));

    /// <summary>Does the store hit other elements of the same array, whenever it runs after the read?</summary>
    private bool IsElsewhere(int read, Expr sequence, Expr index, int number, Stmt statement)
    {
        if (statement is not Store { Sequence: Read stored } store || sequence is not Read array || stored.Variable != array.Variable || !IsAssignedAtMostOnce(array.Variable)) return false;
        if (_loops[read].Concat(_loops[number]).Any(loop => loop is not For)) return false;
        return _indices.NeverMeets(
            new IndexOrder.Place(read, [.. _loops[read].Cast<For>()], Numbers(index)), new IndexOrder.Place(number, [.. _loops[number].Cast<For>()], Numbers(store.Index)));
    }

    private static EquatableArray<Expr> Numbers(Expr index) => index is Indices indices ? indices.Values : EquatableArray.Of(index);

    private bool IsAssignedAtMostOnce(Variable variable) => !_assignments.TryGetValue(variable, out int count) || count == 1 && variable.Role != VariableRole.Parameter;

    /// <summary>Integers in text that may give them another value: no statement of ours says so.</summary>
    private static IEnumerable<Variable> ChangedInside(Opaque opaque) =>
        opaque.Parts.Any(part => Changing.Any(sign => part.IndexOf(sign, StringComparison.Ordinal) >= 0)) ? opaque.Reads().Select(read => read.Variable) : [];

    private void Visit(Block block, Stmt[] loops)
    {
        foreach (Stmt statement in block.Statements)
        {
            int number = _loops.Count;
            _loops.Add(loops);
            if (statement.Assigned() is { } assigned)
            {
                if (assigned.Type.IsSequence) _madeIn[assigned] = Math.Max(loops.Length, _madeIn.TryGetValue(assigned, out int depth) ? depth : 0);
                // An assignment in a loop counts as many.
                _assignments[assigned] = (_assignments.TryGetValue(assigned, out int count) ? count : 0) + (loops.Length > 0 || statement is For ? 2 : 1);
            }
            foreach ((IReadOnlyCollection<Variable> roots, string element) in _aliases.StoredBy(statement)) _stores.Add((number, statement, roots, element));
            Stmt[] inside = statement is For or Loop ? [.. loops, statement] : loops;
            foreach (Block inner in statement.Blocks()) Visit(inner, inside);
        }
    }
}
