using AutoDiff.Generators.Analyses;
using AutoDiff.Generators.Rules;

namespace AutoDiff.Generators.Transforms;

/// <summary>
/// Gives a name to every value that a derivative rule will read and that is too dear, or impossible, to evaluate a second time: calls
/// of functions, quotients, elements that are overwritten. Everything else a rule reads can be written down again.
/// </summary>
/// <remarks>Expects and gives statements without versions. With <c>everything</c> nothing is evaluated a second time.</remarks>
internal sealed class Materialize
{
    private const int CheapOperations = 2;

    private readonly Activity _activity;
    private readonly Aliases _aliases;
    private readonly VariableSource _variables;
    private readonly bool _everything;
    private readonly bool _forwardOnly;
    private readonly StoreOrder _order;
    private int _statement = -1;
    private int _current;
    private List<Variable> _locals = [];
    private List<Stmt> _statements = [];

    /// <summary>What already has a name in the statement at hand.</summary>
    private readonly Dictionary<Expr, Read> _named = [];

    private Materialize(Activity activity, Aliases aliases, VariableSource variables, bool everything, bool forwardOnly, Block body)
    {
        _order = new StoreOrder(body, aliases);
        _activity = activity;
        _aliases = aliases;
        _variables = variables;
        _everything = everything;
        _forwardOnly = forwardOnly;
    }

    /// <summary>For forward mode, where a rule reads its values in the same place: only what is dear to evaluate twice gets a name.</summary>
    public static Block RunForward(Block body, Activity activity, Aliases aliases, VariableSource variables) =>
        new Materialize(activity, aliases, variables, everything: false, forwardOnly: true, body).Rewrite(body);

    public static Block Run(Block body, Activity activity, Aliases aliases, VariableSource variables, bool everything = false) =>
        new Materialize(activity, aliases, variables, everything, forwardOnly: false, body).Rewrite(body);

    private Block Rewrite(Block block)
    {
        (List<Variable> locals, List<Stmt> statements) = (_locals, _statements);
        (_locals, _statements) = ([.. block.Locals], []);
        foreach (Stmt statement in block.Statements)
        {
            // The same numbers as in StoreOrder: outer before inner, in the order of the text.
            _current = ++_statement;
            _named.Clear();
            _statements.Add(Rewrite(statement));
        }
        var rewritten = new Block(_locals.ToEquatable(), _statements.ToEquatable());
        (_locals, _statements) = (locals, statements);
        return rewritten;
    }

    /// <summary>A block of a guarded region, whose variables the block around it declares.</summary>
    private Block Inside(Block block)
    {
        List<Stmt> outer = _statements;
        _statements = [];
        foreach (Stmt statement in block.Statements)
        {
            _current = ++_statement;
            _named.Clear();
            _statements.Add(Rewrite(statement));
        }
        Block rewritten = block with { Statements = _statements.ToEquatable() };
        _statements = outer;
        return rewritten;
    }

    private Stmt Rewrite(Stmt statement)
    {
        switch (statement)
        {
            case Assign s when s.Target.Type.IsReal && _activity.IsActive(s.Target):
                return s with { Value = Prepare(s.Value, isWhole: true) };
            case Assign { Value: View view } s:
                return s with { Value = Bounds(view) };
            case Assign { Value: Element { Type.IsSequence: true } row } s:
                return s with { Value = Row(row) };
            case Assign { Value: CopyOf copied } s:
                return s with { Value = copied with { Sequence = Region(copied.Sequence) } };
            case Assign { Value: NewArray created } s:
                return s with { Value = created with { Length = Need(created.Length) } };
            case Store s when _activity.IsActive(s.Sequence):
                return s with { Sequence = Region(s.Sequence), Index = Need(s.Index), Value = s.Value.Type.IsReal ? Prepare(s.Value, isWhole: false) : s.Value };
            case If s when !_forwardOnly && HasActive(s):
                return new If(Need(s.Condition), Rewrite(s.Then), Rewrite(s.Else), s.Source);
            case Region s:
                return s with { Body = Inside(s.Body), Finally = Inside(s.Finally) };
            case For s when !_forwardOnly && HasActive(s):
                return s with { Start = Need(s.Start), Bound = Need(s.Bound), Body = Rewrite(s.Body) };
            case Invoke s when !_forwardOnly && IsActive(s):
                return Call(s);
            case Tensor s when IsActive(s):
                return Prepare(s);
            case Tensor s:
                return s with { Saved = s.Arguments.Select(_ => (Expr?)null).ToEquatable() };
            case Bulk s when _activity.IsActive(s.Destination):
                return s with { Destination = Region(s.Destination), Operand = s.Kind == BulkKind.Copy ? Region(s.Operand!) : s.Operand is { Type.IsReal: true } value ? Prepare(value, false) : s.Operand };
            default:
                return statement.Map(expr => expr, Rewrite);
        }
    }

    private bool HasActive(Stmt statement) => statement.Blocks().SelectMany(block => block.AllStatements()).Any(inner => inner switch
    {
        Assign s => s.Target.Type.CanBeActive && _activity.IsActive(s.Target),
        Store s => _activity.IsActive(s.Sequence),
        Invoke s => IsActive(s),
        Bulk s => _activity.IsActive(s.Destination),
        Tensor s => IsActive(s),
        _ => false,
    });

    private bool IsActive(Invoke call) => call.Target is { } target && target.Type.CanBeActive && _activity.IsActive(target)
        || call.Arguments.Where((argument, i) => call.Callee.Parameters[i] is { Written: true, Differentiable: true } && _activity.IsActive(argument)).Any();

    /// <summary>
    /// The reverse sweep calls the adjoint with the arguments of the call: scalars again, and sequences as they were, from a copy where
    /// they change afterwards or in the call itself.
    /// </summary>
    private Invoke Call(Invoke call)
    {
        var arguments = new List<Expr>();
        var saved = new List<Expr?>();
        for (int i = 0; i < call.Arguments.Count; i++)
        {
            Expr argument = call.Arguments[i];
            if (!argument.Type.IsSequence)
            {
                arguments.Add(Need(_activity.IsActive(argument) ? Prepare(argument, false) : argument));
                saved.Add(null);
                continue;
            }
            Expr sequence = Region(argument);
            arguments.Add(sequence);
            if (call.Callee.Parameters[i].Boxed)
            {
                // Nothing else knows a box: it changes in the call itself, or not at all. What is returned into one starts as nothing.
                bool changes = call.Callee.Parameters[i].Written && i < call.Callee.Passed;
                saved.Add(changes ? Name(Integers.Text(sequence.Type, ["", ".AsSpan().ToArray()"], sequence) with { Repeatable = false }, "saved") : null);
                continue;
            }
            bool copied = (call.Callee.Writes || MayChange(sequence)) && sequence.Type is { IsJagged: false } and ({ IsAggregate: false } or { IsComplex: true });
            saved.Add(copied ? Name(new CopyOf(sequence, sequence.Type.As(TypeShape.Array)), "saved") : null);
        }
        return call with { Arguments = arguments.ToEquatable(), Saved = saved.ToEquatable() };
    }

    private bool IsActive(Tensor tensor) => tensor.Destination is { } filled ? _activity.IsActive(filled) : _activity.IsActive(tensor.Target!);

    /// <summary>
    /// A rule reads the arguments as they were before the call and the result as it is after it: from copies where they change, in the
    /// reverse sweep until then, in forward mode by the call itself.
    /// </summary>
    private Tensor Prepare(Tensor tensor)
    {
        TensorRule rule = TensorRules.Of(tensor);
        int[] active = [.. Enumerable.Range(0, tensor.Arguments.Count).Where(i => rule.Passes(i) && _activity.IsActive(tensor.Arguments[i]))];
        var arguments = new List<Expr>();
        var saved = new List<Expr?>();
        for (int i = 0; i < tensor.Arguments.Count; i++)
        {
            Expr argument = tensor.Arguments[i];
            bool read = rule.Reads(i, active);
            Expr prepared = argument.Type.IsSequence ? Region(argument) : Prepare(argument, false);
            arguments.Add(read && !argument.Type.IsSequence ? Need(prepared) : prepared);
            bool copied = read && argument.Type.IsSequence && (_forwardOnly ? tensor.Destination is { } filled && _aliases.MayOverlap(argument, filled) : MayChange(argument));
            int same = arguments.IndexOf(prepared);
            saved.Add(same >= 0 && same < i && saved[same] is { } shared ? shared : copied ? Name(new CopyOf(prepared, argument.Type.As(TypeShape.Array)), "saved") : null);
        }
        Variable? target = tensor.Target;
        if (tensor.Destination is { } destination && !_forwardOnly && rule.NeedsResult(active) && (_everything || _order.MayChangeLater(_current, destination)))
        {
            target = _variables.New(char.ToLowerInvariant(tensor.Name[0]) + tensor.Name.Substring(1) + "Result", destination.Type.As(TypeShape.Array));
            _locals.Add(target);
        }
        return tensor with { Target = target, Destination = tensor.Destination is { } whole ? Region(whole) : null, Arguments = arguments.ToEquatable(), Saved = saved.ToEquatable() };
    }

    private Expr Region(Expr sequence) => sequence is View view ? Bounds(view) : Row(sequence);

    /// <summary>Which array of an array of arrays it is must be known again when the reverse sweep comes to it.</summary>
    private Expr Row(Expr sequence) => sequence is Element ? Need(sequence) : sequence;

    private View Bounds(View view) => view with { Sequence = Row(view.Sequence), Start = view.Start is null ? null : Need(view.Start), Length = view.Length is null ? null : Need(view.Length) };

    /// <summary>Readies an active expression for its derivative; <paramref name="isWhole"/>: its value ends up in a variable anyway.</summary>
    private Expr Prepare(Expr expr, bool isWhole)
    {
        if (!_activity.IsActive(expr)) return expr;
        switch (expr)
        {
            case Element e:
                return e with { Sequence = Region(e.Sequence), Index = Need(e.Index) };
            case Lanes e:
                return Prepare(e);
            case Binary { Operator: Operator.Multiply } e:
                Expr left = Prepare(e.Left, false), right = Prepare(e.Right, false);
                return e with { Left = _activity.IsActive(e.Right) ? Need(left) : left, Right = _activity.IsActive(e.Left) ? Need(right) : right };
            case Binary { Operator: Operator.Divide } e:
                Expr quotient = e with { Left = Prepare(e.Left, false), Right = Need(Prepare(e.Right, false)) };
                return isWhole || !_activity.IsActive(e.Right) ? quotient : Name(quotient, "quotient");
            case Binary { Operator: Operator.Remainder } e:
                return e with { Left = Need(Prepare(e.Left, false)), Right = Need(Prepare(e.Right, false)) };
            case Apply e:
                return Function(e, isWhole);
            default:
                return expr.Map(child => Prepare(child, false));
        }
    }

    /// <summary>Everything but the numbers that go through is read again: a mask, an index, the other side of a product.</summary>
    private Lanes Prepare(Lanes e) => e with
    {
        Operands = e.Operands.Select((operand, i) =>
        {
            Expr prepared = operand.Type.IsReal ? Prepare(operand, false) : Need(operand);
            return e.Operation == LaneOperation.Dot && _activity.IsActive(e.Operands[1 - i]) ? Need(prepared) : prepared;
        }).ToEquatable(),
    };

    private Expr Function(Apply e, bool isWhole)
    {
        ScalarRule rule = ScalarRules.Of(e);
        List<Template> used = [.. rule.Partials.Where((partial, i) => partial is { IsZero: false } && _activity.IsActive(e.Arguments[i])).Select(partial => partial!)];
        IEnumerable<Expr> arguments = e.Arguments.Select((argument, i) =>
        {
            Expr prepared = Prepare(argument, false);
            return used.Any(partial => partial.Reads(i)) ? Need(prepared) : prepared;
        });
        Expr applied = e with { Arguments = arguments.ToEquatable() };
        return used.Any(partial => partial.ReadsResult) && !isWhole ? Name(applied, NameOf(e)) : applied;
    }

    /// <summary>An expression that may be written down again later: the same one, or the name of its value.</summary>
    private Expr Need(Expr expr)
    {
        if (CanRepeat(expr)) return expr;
        return expr switch
        {
            Negate or Convert or Indices or Window or Lanes { Operation: LaneOperation.Broadcast } => expr.Map(Need),
            Binary { Operator: Operator.Add or Operator.Subtract or Operator.Multiply } when !_everything && Cost(expr) <= CheapOperations => expr.Map(Need),
            Element { Type.IsSequence: true } => expr.Map(Need),
            Element e => Name(e, e.Sequence is Read { Variable.Name: { } name } ? name + "Element" : "element"),
            Apply e => Name(e, NameOf(e)),
            Lanes e => Name(e, e.Operation.ToString().ToLowerInvariant()),
            Binary { Operator: Operator.Divide } => Name(expr, "quotient"),
            Binary { Operator: Operator.Multiply } => Name(expr, "product"),
            Binary { Operator: Operator.Add } => Name(expr, "sum"),
            Binary { Operator: Operator.Subtract } => Name(expr, "difference"),
            Opaque { Type.Name: "bool" } => Name(expr, "taken"),
            _ => Name(expr, "value"),
        };
    }

    private bool CanRepeat(Expr expr) => expr switch
    {
        Literal or Read => true,
        Element { Type.IsSequence: true } e => !_aliases.HasMovingRows(e.Sequence) && e.Children().All(CanRepeat),
        Element e => _forwardOnly || !_everything && !MayChange(e.Sequence) && e.Children().All(CanRepeat),
        Negate or Convert or Indices or Window or Lanes { Operation: LaneOperation.Broadcast } => expr.Children().All(CanRepeat),
        Binary { Operator: Operator.Add or Operator.Subtract or Operator.Multiply } => !_everything && Cost(expr) <= CheapOperations && expr.Children().All(CanRepeat),
        Opaque e => e.Repeatable && e.Operands.All(CanRepeat),
        Binary or Apply or Lanes or View or NewArray or CopyOf => false,
        _ => throw new InvalidOperationException(expr.GetType().Name),
    };

    private bool MayChange(Expr sequence) => _everything ? _aliases.MayChange(sequence) : _order.MayChangeAfter(_current, sequence);

    private static int Cost(Expr expr) => expr.DescendantsAndSelf().Count(each => each is Binary or Negate);

    private Read Name(Expr value, string name)
    {
        Expr key = value;
        if (_named.TryGetValue(key, out Read? known)) return known;
        if (_activity.IsActive(value) && value.Type.IsReal) value = Prepare(value, isWhole: true);
        Variable variable = _variables.New(name, value.Type);
        _locals.Add(variable);
        _statements.Add(new Assign(variable, value));
        var named = new Read(variable);
        if (key.DescendantsAndSelf().All(each => each is not (Opaque { Repeatable: false } or NewArray or CopyOf))) _named[key] = named;
        return named;
    }

    private static string NameOf(Apply e) => char.ToLowerInvariant(e.Name[0]) + e.Name.Substring(1);
}
