using AutoDiff.Generators.Analyses;
using AutoDiff.Generators.Rules;

namespace AutoDiff.Generators.Transforms.Reverse;

/// <summary>
/// The reverse sweep: the statements of the method backwards, each replaced by what it does to adjoints. Every variable has one
/// adjoint; a statement <c>v = f(a, v)</c> turns the adjoint of the new v into those of a and of the old v.
/// (A. Griewank, A. Walther, Evaluating Derivatives, 2008, chapters 3 and 6.)
/// </summary>
internal sealed partial class AdjointSweep
{
    private readonly MethodIr _method;
    private readonly SingleAssignment _form;
    private readonly Activity _activity;
    private readonly Aliases _aliases;
    private readonly NeededValues _needs;
    private readonly VariableSource _variables;
    private readonly IReadOnlyDictionary<Variable, Variable> _roaming;
    private readonly Dictionary<Variable, Variable> _adjoints;
    private readonly ScratchMemory _scratch;
    private readonly HashSet<Variable> _passedOver;
    private readonly List<int> _loops = [];
    private readonly List<Variable> _ignored = [];
    private List<Stmt> _out = [];

    /// <param name="method">The method.</param>
    /// <param name="form">Its body.</param>
    /// <param name="activity">What carries derivatives.</param>
    /// <param name="aliases">What shares memory.</param>
    /// <param name="needs">Collects the values that the sweep asks for.</param>
    /// <param name="variables">Where new variables get their ids.</param>
    /// <param name="scratch">Where adjoint arrays come from.</param>
    /// <param name="roaming">The shadows that the forward sweep keeps.</param>
    /// <param name="adjoints">The adjoints that exist before the sweep: those of the parameters and of the result.</param>
    public AdjointSweep(
        MethodIr method, SingleAssignment form, Activity activity, Aliases aliases, NeededValues needs, VariableSource variables, ScratchMemory scratch,
        IReadOnlyDictionary<Variable, Variable> roaming, Dictionary<Variable, Variable> adjoints)
    {
        _method = method;
        _form = form;
        _activity = activity;
        _aliases = aliases;
        _needs = needs;
        _variables = variables;
        _scratch = scratch;
        _roaming = roaming;
        _adjoints = adjoints;
        _passedOver = PassedOver.Analyze(form.Body, method.ResultVariables);
    }

    /// <summary>Variables whose adjoint does not start at zero: the result.</summary>
    public Dictionary<Variable, Expr> Seeds { get; } = [];

    /// <summary>A result whose adjoint is the constant 1.</summary>
    public Variable? Unit { get; set; }

    /// <summary>The whole sweep; the adjoint of each array of <paramref name="results"/> starts from its seed.</summary>
    public Block Run(IEnumerable<(Variable Array, Variable Seed)> results) => Scoped(_form.Body.Id, () =>
    {
        foreach ((Variable array, Variable seed) in results)
            if (_activity.IsActive(array)) _out.Add(SeedOf(array, Shadow(new Read(array, _form.LastOf(array))), new Read(seed)));
        Backwards(_form.Body);
    });

    /// <summary>Rows are added one by one, structs member by member; of arrays with several indices, which are added as a whole, the lengths are compared first.</summary>
    private Effect SeedOf(Variable array, Expr shadow, Read seed)
    {
        if (array.Type.IsFlat) return Kernel("Seed", array.Type, shadow, seed);
        if (array.Type.Rank > 1) _out.Add(new Effect(Integers.Text(IrType.Void, ["\u0001Adjoints\u0001.RequireShape(", ", ", ", \"the result\", nameof(", "))"], shadow, seed, seed) with { Repeatable = false }));
        return Kernel("Seed", new IrType(TypeShape.Array, array.Type.Scalar), _method.SumOf(array.Type), [shadow, seed]);
    }

    private Block Reverse(Block block) => Scoped(block.Id, () => Backwards(block));

    /// <summary>A block of the sweep; adjoints of the variables that the given blocks declare start at zero in it.</summary>
    private Block Scoped(int id, Action fill)
    {
        List<Stmt> outer = _out;
        _out = [];
        var scope = new ReverseScope(id);
        _needs.Scopes.Add(scope);
        fill();
        _needs.Scopes.RemoveAt(_needs.Scopes.Count - 1);
        bool idle = _out.Count == 0;
        Block block = idle ? Block.Empty : new(EquatableArray<Variable>.Empty, scope.Prologue.Concat(_out).Concat(scope.Epilogue).ToEquatable());
        _out = outer;
        return block;
    }

    private ReverseScope Scope => _needs.Scopes[_needs.Scopes.Count - 1];

    private void DeclareAdjoints(Block block)
    {
        foreach (Variable local in block.Locals)
            if (local.Type.IsReal && _activity.IsActive(local) && !_adjoints.ContainsKey(local))
                Scope.Prologue.Add(new Declare(AdjointOf(local), Seeds.TryGetValue(local, out Expr? seed) ? seed : Literal.Zero(local.Type)));
    }

    private void Backwards(Block block)
    {
        DeclareAdjoints(block);
        foreach (Stmt statement in block.Statements.Reverse())
        {
            int before = _out.Count;
            Reverse(statement);
            if (_out.Count > before && statement.Source is { } source && statement is not (For or Loop or If)) _out.Insert(before, new Comment(source));
        }
    }

    private Variable AdjointOf(Variable variable)
    {
        if (!_adjoints.TryGetValue(variable, out Variable? adjoint))
            _adjoints[variable] = adjoint = _variables.New(variable.Name + "Adjoint", variable.Type);
        return adjoint;
    }

    private void Reverse(Stmt statement)
    {
        switch (statement)
        {
            case Assign { Target.Type.IsReal: true } s when _activity.IsActive(s.Target):
                ReverseAssign(s);
                break;
            case Assign { Value: CopyOf copy } s when _activity.IsActive(s.Target) && _activity.IsActive(copy):
                _out.Add(Kernel("Accumulate", copy.Type, Shadow(copy.Sequence), Shadow(new Read(s.Target, s.Version))));
                break;
            case Store s when _activity.IsActive(s.Sequence):
                ReverseStore(s);
                break;
            case If s:
                ReverseIf(s);
                break;
            case For s:
                ReverseFor(s);
                break;
            case Loop s:
                ReverseLoop(s);
                break;
            case Region s:
                Backwards(s.Finally);
                Backwards(s.Body);
                break;
            case Invoke s:
                ReverseCall(s);
                break;
            case Bulk s when _activity.IsActive(s.Destination):
                ReverseBulk(s);
                break;
            case Tensor s:
                ReverseTensor(s);
                break;
            case Assign or Store or Bulk or Effect:
                break;
            default:
                throw new InvalidOperationException(statement.GetType().Name);
        }
    }

    private void ReverseAssign(Assign s)
    {
        if (s.Target == Unit)
        {
            Pull(s.Value, Literal.One(s.Target.Type), Fetched(s));
            return;
        }
        var adjoint = new Read(AdjointOf(s.Target));
        int occurrences = Occurrences(s.Value, leaf => leaf is Read read && read.Variable == s.Target);
        if (occurrences == 0)
        {
            PullWhole(s, adjoint);
            if (IsOverwrite(s)) _out.Add(new Update(adjoint, UpdateKind.Set, Literal.Zero(s.Target.Type)));
            return;
        }
        if (occurrences == 1)
        {
            // The old value's adjoint is a multiple of the new one's: everything else is pulled first, then it changes in place.
            _inPlace = new InPlace(leaf => leaf is Read read && read.Variable == s.Target, adjoint);
            PullWhole(s, adjoint);
            _out.AddRange(_inPlace.Last);
            _inPlace = null;
            return;
        }
        Read seed = Hold(adjoint, s.Target.Name + "Seed");
        _out.Add(new Update(adjoint, UpdateKind.Set, Literal.Zero(s.Target.Type)));
        PullWhole(s, seed);
    }

    /// <summary>What the result may not depend on, in the end, passes nothing on then, not even an infinity.</summary>
    private void PullWhole(Assign s, Read adjoint)
    {
        bool isSum = s.Value is Binary { Operator: Operator.Add or Operator.Subtract, Left: Read { Variable: { } summed } } && summed == s.Target;
        if (_passedOver.Contains(s.Target) && !s.Target.Type.IsVector && !isSum && !IsExtreme(s.Value, itself: true, 0) && MultipliesExtremes(s.Value))
            Guarded(adjoint, s.Target.Name + "Adjoint", seed => Pull(s.Value, seed, Fetched(s)));
        else Pull(s.Value, adjoint, Fetched(s));
    }

    /// <summary>Is a derivative in here multiplied by something that may be infinite, or no number, though no rule is guarded against it?</summary>
    private bool MultipliesExtremes(Expr value) => value.DescendantsAndSelf().Any(part => part switch
    {
        Binary { Operator: Operator.Multiply } e => _activity.IsActive(e.Left) && IsExtreme(e.Right, itself: false, 0) || _activity.IsActive(e.Right) && IsExtreme(e.Left, itself: false, 0),
        Apply e => _activity.IsActive(e) && !IsExtreme(e, itself: true, 0) && e.Arguments.Any(argument => IsExtreme(argument, itself: false, 0)),
        _ => false,
    });

    /// <summary>May it be infinite, or no number, at finite values of what it is computed from?</summary>
    private bool IsExtreme(Expr value, bool itself, int depth) => value switch
    {
        Binary { Operator: Operator.Divide, Right: not Literal } => true,
        Apply { Type.IsReal: true } e when ScalarRules.Of(e).Extremes != Extremes.Finite => true,
        Read read => !itself && depth < 2 && _form[read].Definition is { Type.IsReal: true } definition && IsExtreme(definition, false, depth + 1),
        Negate or Convert or Binary or Apply => !itself && value.Children().Any(child => IsExtreme(child, false, depth)),
        _ => false,
    };

    /// <summary>The value that the assignment gave, for rules that read their result.</summary>
    private Func<Expr> Fetched(Assign s) => () => _needs.Fetch(new Read(s.Target, s.Version));

    /// <summary>Was there a value before that something may have read? Otherwise its adjoint is not looked at again.</summary>
    private static bool IsOverwrite(Assign s) => s.Replaces > 0 || s.Target.Role == VariableRole.Parameter;

    private void ReverseStore(Store s)
    {
        if (!s.Value.Type.IsReal) return;
        var slot = new Element(Shadow(s.Sequence), _needs.Fetch(s.Index));
        Expr zero = Literal.Zero(slot.Type);
        if (!_activity.IsActive(s.Value))
        {
            _out.Add(new Update(slot, UpdateKind.Set, zero));
            return;
        }
        bool IsSame(Expr leaf) => leaf is Element element && element.Sequence.Equals(s.Sequence) && element.Index.Equals(s.Index);
        bool IsOverlapping(Expr leaf) => leaf is Element element && _activity.IsActive(element) && _aliases.MayOverlap(element.Sequence, s.Sequence);
        if (Occurrences(s.Value, IsSame) == 1 && Occurrences(s.Value, IsOverlapping) == 1)
        {
            _inPlace = new InPlace(IsSame, slot);
            Pull(s.Value, slot, null);
            _out.AddRange(_inPlace.Last);
            _inPlace = null;
            return;
        }
        if (Occurrences(s.Value, IsOverlapping) == 0 && s.Value is Read)
        {
            Pull(s.Value, slot, null);
            _out.Add(new Update(slot, UpdateKind.Set, zero));
            return;
        }
        Read seed = Hold(slot, (s.Sequence.Base()?.Name ?? "element") + "Seed");
        _out.Add(new Update(slot, UpdateKind.Set, zero));
        Pull(s.Value, seed, null);
    }

    private void ReverseIf(If s)
    {
        Block then = Reverse(s.Then), otherwise = Reverse(s.Else);
        if (then.IsEmpty && otherwise.IsEmpty) return;
        Expr condition = _needs.FetchCondition(s, Scope.Block, _loops.ToEquatable());
        if (then.IsEmpty)
        {
            condition = Opaque.Not(condition);
            (then, otherwise) = (otherwise, then);
        }
        _out.Add(new If(condition, then, otherwise, s.Source));
    }

    private void ReverseBulk(Bulk s)
    {
        Expr destination = Shadow(s.Destination);
        switch (s.Kind)
        {
            case BulkKind.Copy when _activity.IsActive(s.Operand!):
                _out.Add(Kernel("Copy", destination.Type, destination, Shadow(s.Operand!)));
                break;
            case BulkKind.Fill when s.Operand!.Type.IsReal && _activity.IsActive(s.Operand):
                Expr sum = Integers.Text(destination.Type.Element, ["\u0001Adjoints\u0001.Fill<" + destination.Type.Name + ">(", ")"], destination) with { Repeatable = false };
                Pull(s.Operand, Hold(sum, "filledAdjoint"), null);
                break;
            case BulkKind.Copy or BulkKind.Fill or BulkKind.Clear:
                _out.Add(Kernel("Clear", destination.Type, destination));
                break;
            default:
                throw new InvalidOperationException();
        }
    }

    private static Effect Kernel(string name, IrType type, params Expr[] operands) => Kernel(name, type, "", operands);

    private static Effect Kernel(string name, IrType type, string last, Expr[] operands)
    {
        string[] parts = [.. Enumerable.Repeat(", ", operands.Length + 1)];
        parts[0] = "\u0001Adjoints\u0001." + name + "<" + type.Name + ">(";
        parts[operands.Length] = last + ")";
        return new Effect(Integers.Text(IrType.Void, parts, [.. operands.Select(Flat.Of)]) with { Repeatable = false });
    }

    /// <summary>A name for a value that is used more than once.</summary>
    private Read Hold(Expr value, string name)
    {
        Variable variable = _variables.New(name, value.Type);
        _out.Add(new Declare(variable, value));
        return new Read(variable);
    }
}
