using AutoDiff.Generators.Analyses;

namespace AutoDiff.Generators.Transforms;

/// <summary>
/// An array variable that stands for different arrays at different times (ping-pong buffers, a choice of two) needs an adjoint array
/// that goes where it goes. This pass adds, after each assignment of such a variable, the same assignment of its shadow.
/// </summary>
/// <remarks>Expects statements without versions. A shadow is assigned exactly when its variable is, so both have the same versions.</remarks>
internal sealed class RoamingShadows
{
    private readonly Activity _activity;
    private readonly VariableSource _variables;
    private readonly Dictionary<Variable, Variable> _shadows = [];
    private readonly HashSet<Variable> _missing;

    private RoamingShadows(Activity activity, VariableSource variables, HashSet<Variable> missing)
    {
        _missing = missing;
        _activity = activity;
        _variables = variables;
    }

    /// <summary>The body with shadows, and the shadow of each variable that has one.</summary>
    public static (Block Body, IReadOnlyDictionary<Variable, Variable> Shadows) Run(Block body, IEnumerable<Variable> parameters, Activity activity, Aliases aliases, VariableSource variables)
    {
        var pass = new RoamingShadows(activity, variables, MissingArrays.In(body));
        foreach (Variable variable in Roaming([.. parameters], body, aliases).Where(activity.IsActive))
            pass._shadows[variable] = variables.New(variable.Name + (variable.Role == VariableRole.Parameter ? "Shadow" : "Adjoint"), variable.Type);
        return (pass._shadows.Count == 0 ? body : pass.Rewrite(body), pass._shadows);
    }

    /// <summary>Array variables assigned more than once or away from their declaration, and those they exchange arrays with.</summary>
    private static HashSet<Variable> Roaming(HashSet<Variable> parameters, Block body, Aliases aliases)
    {
        var roaming = new HashSet<Variable>();
        var assignments = new Dictionary<Variable, int>();
        var pairs = new List<(Variable, Variable)>();
        var rows = new List<(Variable Row, Variable Whole)>();
        void Visit(Block block)
        {
            foreach (Stmt statement in block.Statements)
            {
                if (statement is Store { Value.Type.IsRealSequence: true } store && store.Sequence.Base() is { } whole)
                {
                    roaming.Add(whole);
                    if (store.Value is Read or Element && store.Value.Base() is { } part) pairs.Add((whole, part));
                }
                if (statement is not For && statement.Assigned() is { Type.Shape: TypeShape.Array } target)
                {
                    assignments[target] = assignments.TryGetValue(target, out int count) ? count + 1 : 1;
                    if (assignments[target] > 1 || parameters.Contains(target) || !block.Locals.Contains(target)) roaming.Add(target);
                    if (statement is Assign { Value: Read source }) pairs.Add((target, source.Variable));
                    if (statement is Assign { Value: Element row } && row.Base() is { } array)
                    {
                        rows.Add((target, array));
                        if (aliases.HasMovingRows(row.Sequence)) roaming.Add(target);
                    }
                }
                foreach (Block inner in statement.Blocks()) Visit(inner);
            }
        }
        Visit(body);
        while (pairs.Count(pair => (roaming.Contains(pair.Item1) || roaming.Contains(pair.Item2)) && (roaming.Add(pair.Item1) | roaming.Add(pair.Item2)))
            + rows.Count(row => roaming.Contains(row.Row) && roaming.Add(row.Whole)) > 0) { }
        return roaming;
    }

    private Block Rewrite(Block block)
    {
        var statements = new List<Stmt>();
        foreach (Stmt statement in block.Statements)
        {
            statements.Add(statement.Map(expr => expr, Rewrite));
            if (statement is Store { Value.Type.IsRealSequence: true, Sequence: Read whole } store && _shadows.TryGetValue(whole.Variable, out Variable? slots))
                statements.Add(new Store(new Read(slots), store.Index, store.Value switch
                {
                    Read part when _shadows.TryGetValue(part.Variable, out Variable? shadowed) => new Read(shadowed),
                    Element row when PlaceOf(row) is { } place => place,
                    NewArray => store.Value,
                    _ => ZeroArray.Like(store.Value, _missing),
                }));
            if (statement is not For && statement.Assigned() is { } target && _shadows.TryGetValue(target, out Variable? shadow)) statements.Add(new Assign(shadow, ShadowOf(statement, target)));
        }
        IEnumerable<Variable> shadows = block.Locals.Where(_shadows.ContainsKey).Select(local => _shadows[local]);
        return new Block(block.Locals.Concat(shadows).ToEquatable(), statements.ToEquatable());
    }

    /// <summary>Where the adjoint of an array in an array of arrays stands; null where the whole has no shadow.</summary>
    private Expr? PlaceOf(Expr sequence) => sequence switch
    {
        Read read => _shadows.TryGetValue(read.Variable, out Variable? shadow) ? new Read(shadow) : null,
        Element element => PlaceOf(element.Sequence) is { } whole ? new Element(whole, element.Index) : null,
        _ => null,
    };

    private Expr ShadowOf(Stmt statement, Variable target)
    {
        if (statement is Assign { Value: Read source } && _shadows.TryGetValue(source.Variable, out Variable? other)) return new Read(other);
        if (statement is Assign { Value: Element row } && PlaceOf(row) is { } place) return place;
        if (statement is Assign { Value: Opaque { IsNull: true } value }) return value;
        if (!target.Type.IsFlat && statement is not Assign { Value: NewArray, Target.Type.Rank: 1 }) return ZeroArray.Like(new Read(target)) is Opaque zeros ? zeros with { Repeatable = false } : throw new InvalidOperationException();
        // An array that may be missing, under another name.
        if (statement is Assign { Value: Read } && _missing.Contains(target)) return ZeroArray.Like(new Read(target), _missing) is Opaque none ? none with { Repeatable = false } : throw new InvalidOperationException();
        var length = new Opaque(EquatableArray.Of("", ".Length"), EquatableArray.Of<Expr>(new Read(target)), IrType.Int32);
        return new NewArray(length, target.Type);
    }
}
