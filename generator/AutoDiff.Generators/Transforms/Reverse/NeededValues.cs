using AutoDiff.Generators.Analyses;

namespace AutoDiff.Generators.Transforms.Reverse;

/// <summary>A buffer for the values that one version of a variable takes, one for each iteration of its loop.</summary>
internal sealed record Recording(Variable Buffer, ValueVersion Version, LoopTable.Entry Loop);

/// <summary>
/// Finds the values that the reverse sweep reads, and decides for each how it gets there: it is still in its variable, it is cheap to
/// evaluate again, it is copied before it is overwritten, or it is recorded. What the reverse sweep does not ask for is not stored.
/// (To-be-recorded analysis; L. Hascoët, U. Naumann, V. Pascual, 2005.)
/// </summary>
internal sealed class NeededValues
{
    private const int DeepestRecomputation = 4;
    private const int CheapRecomputation = 3;

    private readonly SingleAssignment _form;
    private readonly Aliases _aliases;
    private readonly HashSet<Variable> _movingShadows;
    private readonly VariableSource _variables;
    private readonly bool _everything;
    private readonly Dictionary<ValueVersion, Recording> _recordings = [];
    private readonly Dictionary<ValueVersion, Variable> _copies = [];
    private readonly Dictionary<int, Variable> _taken = [];
    private readonly Dictionary<Variable, Recording> _takenRecordings = [];
    private readonly HashSet<Variable> _promoted = [];
    private readonly Dictionary<int, (Variable Buffer, LoopTable.Entry Loop)> _starts = [];

    /// <param name="form">The method.</param>
    /// <param name="aliases">What shares memory.</param>
    /// <param name="movingShadows">The shadows in which arrays change places as in what they are the shadows of.</param>
    /// <param name="variables">Where new variables get their ids.</param>
    /// <param name="everything">Is nothing evaluated a second time?</param>
    public NeededValues(SingleAssignment form, Aliases aliases, HashSet<Variable> movingShadows, VariableSource variables, bool everything)
    {
        _movingShadows = movingShadows;
        _form = form;
        _aliases = aliases;
        _variables = variables;
        _everything = everything;
        Loops = new LoopTable(form.Body, IsFixed, variables);
    }

    public LoopTable Loops { get; }

    /// <summary>The blocks of the reverse sweep that are open, outermost first.</summary>
    public List<ReverseScope> Scopes { get; } = [];

    public IEnumerable<Recording> Recordings => _recordings.Values.Concat(_takenRecordings.Values);

    public IReadOnlyDictionary<int, (Variable Buffer, LoopTable.Entry Loop)> Starts => _starts;

    public IReadOnlyDictionary<ValueVersion, Variable> Copies => _copies;

    /// <summary>Variables of inner blocks that the reverse sweep reads: they have to be declared for the whole method.</summary>
    public IReadOnlyCollection<Variable> Promoted => _promoted;

    public Recording? RecordingOf(ValueVersion version) => _recordings.TryGetValue(version, out Recording? recording) ? recording : null;

    public Variable? CopyOf(ValueVersion version) => _copies.TryGetValue(version, out Variable? copy) ? copy : null;

    public Variable? TakenAt(int branch) => _taken.TryGetValue(branch, out Variable? taken) ? taken : null;

    public Recording? RecordingOfTaken(Variable taken) => _takenRecordings.TryGetValue(taken, out Recording? recording) ? recording : null;

    /// <summary>The value of <paramref name="expr"/>, as it was at its place, in terms of what the reverse sweep has.</summary>
    public Expr Fetch(Expr expr) => expr switch
    {
        Read read => Fetch(read),
        Opaque { Repeatable: false } => throw new InvalidOperationException("not repeatable: " + expr),
        _ => expr.Map(Fetch),
    };

    /// <summary>The condition of a branch: evaluated again where that needs no recording, otherwise recorded as a whole.</summary>
    public Expr FetchCondition(If branch, int block, EquatableArray<int> loops)
    {
        if (!IsFree(branch.Condition, 0) && branch.Condition is not Read)
        {
            if (!_taken.TryGetValue(branch.Id, out Variable? taken)) _taken[branch.Id] = taken = _variables.New("taken", IrType.Boolean);
            if (loops.Count == 0)
            {
                _promoted.Add(taken);
                return new Read(taken);
            }
            if (!_takenRecordings.TryGetValue(taken, out Recording? recording))
                _takenRecordings[taken] = recording = Record("takenAt", new ValueVersion(taken, 0, Origin.Assignment, block, loops, null));
            return new Element(new Read(recording.Buffer), recording.Loop.Index!);
        }
        return Fetch(branch.Condition);
    }

    /// <summary>The count at which this execution of a loop started, where the loop runs many times.</summary>
    public Expr FetchStart(LoopTable.Entry entry)
    {
        if (entry.Parent is null) return Integers.Constant(0);
        if (!_starts.TryGetValue(entry.Id, out (Variable Buffer, LoopTable.Entry Loop) start))
        {
            LoopTable.Entry parent = Loops.Number(entry.Parent.Id);
            _starts[entry.Id] = start = (_variables.New("startAt", new IrType(TypeShape.Array, "int")), parent);
        }
        return new Element(new Read(start.Buffer), start.Loop.Index!);
    }

    private Expr Fetch(Read read)
    {
        ValueVersion version = _form[read];
        if (version.Origin == Origin.Index || IsDirect(version))
        {
            if (version.Origin != Origin.Index && _form.DeclaredIn(version.Variable) != 0) _promoted.Add(version.Variable);
            return read;
        }
        if (IsRecomputed(version, 0)) return Local(version, () => Fetch(version.Definition!));
        if (version.Loops.Count > 0) return Local(version, () => Recorded(version));
        if (!_copies.TryGetValue(version, out Variable? copy))
            _copies[version] = copy = _variables.New(version.Variable.Name + "Before", version.Variable.Type);
        return new Read(copy);
    }

    private Element Recorded(ValueVersion version)
    {
        if (!_recordings.TryGetValue(version, out Recording? recording))
            _recordings[version] = recording = Record(version.Variable.Name + "At", version);
        return new Element(new Read(recording.Buffer), recording.Loop.Index!);
    }

    private Recording Record(string name, ValueVersion version)
    {
        LoopTable.Entry loop = Loops.Number(version.Loops[version.Loops.Count - 1]);
        return new Recording(_variables.New(name, new IrType(TypeShape.Array, version.Variable.Type.ToString(), IsGeneric: version.Variable.Type.IsGeneric)), version, loop);
    }

    /// <summary>A local of the reverse sweep, in the block that mirrors the one that defines the version.</summary>
    private Read Local(ValueVersion version, Func<Expr> value)
    {
        ReverseScope scope = Scopes.Last(candidate => candidate.Block == version.Block);
        if (scope.Values.TryGetValue((version.Variable, version.Number), out Variable? local)) return new Read(local);
        Variable original = version.Variable;
        bool visible = _form.DeclaredIn(original) == 0 || _promoted.Contains(original);
        local = visible
            ? _variables.New(original.Name + "Before", original.Type)
            : _variables.New(original.Name, original.Type, original.Role);
        scope.Values[(version.Variable, version.Number)] = local;
        Expr initial = value();
        scope.Prologue.Add(new Declare(local, initial, IsValue: true));
        return new Read(local);
    }

    /// <summary>Does the variable still hold this version when the reverse sweep runs?</summary>
    private bool IsDirect(ValueVersion version) => version.Loops.Count == 0 && _form.IsLast(version) && !(version.Variable.Type.IsSpan && version.Origin != Origin.Entry && _form.DeclaredIn(version.Variable) != 0);

    private bool IsFixed(Expr expr) => expr switch
    {
        Literal => true,
        Read read => IsDirect(_form[read]) && _form.DeclaredIn(read.Variable) == 0,
        Opaque opaque => opaque.Repeatable && opaque.Operands.All(IsFixed),
        _ => false,
    };

    private bool IsRecomputed(ValueVersion version, int depth)
    {
        if (version.Definition is not { } definition || depth >= DeepestRecomputation) return false;
        if (version.Variable.Type.IsSpan) return definition is View or Read;
        if (definition is Element { Type.IsSequence: true } && IsFree(definition, depth + 1)) return true;
        if (version.Variable.Type.IsSequence || _everything && version.Variable.Type.IsReal) return false;
        return IsFree(definition, depth + 1);
    }

    /// <summary>Can this be evaluated in the reverse sweep without recording anything for it?</summary>
    private bool IsFree(Expr expr, int depth) => expr switch
    {
        Literal => true,
        Read read => _form[read] is var version && (version.Origin == Origin.Index || IsDirect(version) || IsRecomputed(version, depth)),
        // The arrays in an array of arrays mostly stay where they are; only their elements change.
        Element { Type.IsSequence: true } e => !_aliases.HasMovingRows(e.Sequence) && !(e.Base() is { } whole && _movingShadows.Contains(whole)) && e.Children().All(child => IsFree(child, depth)),
        Element e => !_aliases.MayChange(e.Sequence) && e.Children().All(child => IsFree(child, depth)),
        Opaque e => e.Repeatable && e.Operands.All(operand => IsFree(operand, depth)),
        Negate or Convert => expr.Children().All(child => IsFree(child, depth)),
        Binary { Operator: Operator.Add or Operator.Subtract or Operator.Multiply } =>
            expr.DescendantsAndSelf().Count(each => each is Binary) <= CheapRecomputation && expr.Children().All(child => IsFree(child, depth)),
        View or Indices or Window or Lanes { Operation: LaneOperation.Broadcast } => expr.Children().All(child => IsFree(child, depth)),
        Binary or Apply or Lanes or NewArray or Ir.CopyOf => false,
        _ => throw new InvalidOperationException(expr.GetType().Name),
    };
}
