namespace AutoDiff.Generators.Analyses;

/// <summary>
/// Which memory each sequence may stand for. A root is a parameter, a place that makes an array, or memory of unknown origin; the
/// analysis does not look at the order of statements. Parameters, and memory of unknown origin, may overlap each other.
/// </summary>
internal sealed class Aliases
{
    /// <summary>Memory that comes from outside the method: a static field, the result of an unknown call.</summary>
    private static readonly Variable Foreign = new(-1, "foreign", IrType.Void, VariableRole.Temporary);

    private readonly HashSet<Variable> _parameters;
    private readonly Dictionary<Variable, HashSet<Variable>> _roots = [];
    private readonly HashSet<Variable> _stored = [];
    private readonly HashSet<Variable> _moving = [];
    private readonly HashSet<Variable> _givenRows = [];

    private Aliases(IEnumerable<Variable> parameters) => _parameters = [.. parameters];

    public static Aliases Analyze(IEnumerable<Variable> parameters, Block body)
    {
        var aliases = new Aliases(parameters);
        foreach (Variable parameter in aliases._parameters) aliases._roots[parameter] = [parameter];
        List<Stmt> statements = [.. body.AllStatements()];
        while (statements.Count(aliases.Flow) > 0) { }
        foreach (Store store in RowStores.Moving(body, aliases)) aliases._moving.UnionWith(aliases.Roots(store.Sequence).Where(root => root.Type.HoldsArrays));
        foreach (Store store in statements.OfType<Store>().Where(store => store.Value.Type.IsSequence)) aliases._givenRows.UnionWith(aliases.Roots(store.Sequence).Where(root => root.Type.HoldsArrays));
        foreach (Stmt statement in statements)
            foreach ((IReadOnlyCollection<Variable> roots, _) in aliases.StoredBy(statement)) aliases._stored.UnionWith(roots);
        return aliases;
    }

    /// <summary>The roots of a sequence: what its memory may be.</summary>
    public IReadOnlyCollection<Variable> Roots(Expr sequence) => sequence switch
    {
        Read read => Roots(read.Variable),
        View view => Roots(view.Sequence),
        // The arrays in an array of arrays share its root.
        Element element => Roots(element.Sequence),
        Opaque { IsNull: true } => [],
        _ => [Foreign],
    };

    public IReadOnlyCollection<Variable> Roots(Variable variable) => _roots.TryGetValue(variable, out HashSet<Variable>? roots) ? roots : [];

    public bool IsStored(Variable root) => _stored.Contains(root);

    /// <summary>Is an array put into this array of arrays?</summary>
    public bool IsGivenRows(Variable root) => _givenRows.Contains(root);

    /// <summary>
    /// May the arrays in this array of arrays change places, or give way to others, after they have been put there? Which array stands
    /// at a place is then another question at each point of the method.
    /// </summary>
    public bool HasMovingRows(Expr sequence) => _moving.Count > 0 && Roots(sequence).Any(_moving.Contains);

    /// <summary>May this variable stand for memory that is neither the caller's nor made here?</summary>
    public bool MayBeForeign(Variable variable) => Roots(variable).Contains(Foreign);

    public bool MayBeForeign(Expr sequence) => Roots(sequence).Contains(Foreign);

    /// <summary>May any statement of the method change the elements of this sequence?</summary>
    public bool MayChange(Expr sequence) => Roots(sequence).Any(root =>
        _stored.Contains(root) || IsOutside(root) && _stored.Any(stored => IsOutside(stored) && SameElement(stored, root, sequence)));

    /// <summary>May two sequences share memory?</summary>
    public bool MayOverlap(Expr a, Expr b) => a.Type.Scalar == b.Type.Scalar && MayShare(Roots(a), Roots(b));

    private bool IsOutside(Variable root) => root == Foreign || _parameters.Contains(root);

    private static bool SameElement(Variable stored, Variable root, Expr sequence) =>
        (stored == Foreign ? sequence.Type.Scalar : stored.Type.Scalar) == (root == Foreign ? sequence.Type.Scalar : root.Type.Scalar);

    private bool Flow(Stmt statement)
    {
        (Variable? target, Expr? value) = statement switch
        {
            Store { Value.Type.IsSequence: true } s => (s.Sequence.Base(), s.Value),
            Assign s => (s.Target, s.Value),
            Invoke s => (s.Target, null),
            Tensor s => (s.Target, null),
            _ => (null, (Expr?)null),
        };
        if (target is not { Type.IsSequence: true }) return false;
        if (!_roots.TryGetValue(target, out HashSet<Variable>? roots)) _roots[target] = roots = [];
        int before = roots.Count;
        if (statement is Store && value is NewArray or CopyOf) return false;
        if (statement is Store store) return Put(store, Roots(value!));
        if (value is null or NewArray or CopyOf) roots.Add(target);
        else roots.UnionWith(Roots(value));
        return roots.Count > before;
    }

    /// <summary>An array that is put into an array of arrays is found there under every name that this has.</summary>
    private bool Put(Store store, IReadOnlyCollection<Variable> put)
    {
        Variable[] into = [.. Roots(store.Sequence).Where(root => root == Foreign || root.Type.HoldsArrays)];
        Variable[] added = [.. put];
        bool changed = false;
        foreach (KeyValuePair<Variable, HashSet<Variable>> known in _roots)
        {
            if (known.Key != store.Sequence.Base() && !MayShare(into, known.Value)) continue;
            int before = known.Value.Count;
            known.Value.UnionWith(added);
            changed |= known.Value.Count > before;
        }
        return changed;
    }

    /// <summary>The memory that a statement stores into by itself (not in its blocks), with the type of the elements where that is known.</summary>
    public IEnumerable<(IReadOnlyCollection<Variable> Roots, string? Element)> StoredBy(Stmt statement)
    {
        foreach (Expr stored in SequencesStoredBy(statement)) yield return (Roots(stored), stored.Type.Scalar);
        if (statement is Store { Value.Type.IsSequence: true } moved && HasMovingRows(moved.Sequence)) yield return ([.. Roots(moved.Sequence).Where(root => root.Type.HoldsArrays)], moved.Sequence.Type.Scalar);
        foreach (Opaque opaque in OpaquesIn(statement))
            if (opaque.ChangesOutside) yield return ([Foreign], null);
    }

    /// <summary>The sequences whose numbers a statement stores by itself.</summary>
    public static IEnumerable<Expr> SequencesStoredBy(Stmt statement)
    {
        if (statement is Store { Value.Type.IsSequence: false } store) yield return store.Sequence;
        if (statement is Bulk bulk) yield return bulk.Destination;
        if (statement is Tensor { Destination: { } filled }) yield return filled;
        if (statement is Invoke call)
            for (int i = 0; i < call.Arguments.Count; i++)
                if (call.Callee.Parameters[i].Written) yield return call.Arguments[i];
        foreach (Opaque opaque in OpaquesIn(statement))
            foreach (Expr passed in opaque.Guarded.Where(expr => expr.Type.IsSequence)) yield return passed;
    }

    private static IEnumerable<Opaque> OpaquesIn(Stmt statement) => statement.Expressions().SelectMany(expr => expr.DescendantsAndSelf()).OfType<Opaque>();

    /// <summary>May two sets of roots stand for the same memory?</summary>
    public bool MayShare(IReadOnlyCollection<Variable> a, IReadOnlyCollection<Variable> b) =>
        a.Any(root => b.Any(other => root == other || IsOutside(root) && IsOutside(other)));
}
