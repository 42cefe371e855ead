using AutoDiff.Generators.Analyses;
using AutoDiff.Generators.Rules;

namespace AutoDiff.Generators.Transforms;

/// <summary>
/// Writes the tangent companion: the method with, before each statement, what it does to tangents. Control flow stays as it is.
/// (A. Griewank, A. Walther, Evaluating Derivatives, 2008, chapter 3.)
/// </summary>
internal sealed partial class ForwardMode
{
    private readonly Activity _activity;
    private readonly VariableSource _variables;
    private readonly Dictionary<Variable, Variable> _tangents;
    private readonly HashSet<Variable> _own;
    private readonly HashSet<Variable> _missing;
    private List<Stmt> _out = [];
    private List<Variable> _locals = [];

    private ForwardMode(Activity activity, VariableSource variables, Dictionary<Variable, Variable> tangents, HashSet<Variable> own, HashSet<Variable> missing)
    {
        _missing = missing;
        _own = own;
        _activity = activity;
        _variables = variables;
        _tangents = tangents;
    }

    public static Procedure Run(MethodIr method)
    {
        var variables = new VariableSource(method.VariableCount);
        var signature = new CompanionSignature(method, variables);
        Variable[] parameters = [.. method.Parameters.Select(parameter => parameter.Variable)];
        Aliases plain = Aliases.Analyze(parameters, method.Body);
        Block prepared = Materialize.RunForward(method.Body, Activity.Analyze(method, plain), plain, variables);
        Activity activity = Activity.Analyze(method with { Body = prepared }, Aliases.Analyze(parameters, prepared));
        var pass = new ForwardMode(activity, variables, new(signature.Tangents), OwnArrays(prepared), MissingArrays.In(prepared));

        List<Stmt> statements = [.. signature.LengthChecks(signature.Tangents), .. signature.OverlapChecks(signature.Tangents), .. signature.ConstantChecks(), .. InnerArrayChecks.Of(method), .. signature.IdentityChecks(), .. signature.ElementChecks(signature.Tangents)];
        statements.AddRange(pass.InternalTangents(method));
        Block body = pass.Rewrite(prepared);
        statements.AddRange(body.Statements);
        if (method.ResultStructure is { } result) statements.Add(new Return(pass.Result(result)));
        string type = method.Result.Shape == TypeShape.Void ? "void" : "(" + method.Result + " Value, " + method.Result + " Tangent)";
        return new Procedure(
            method.Name + "Forward",
            type,
            signature.TangentParameters().ToEquatable(),
            method.Result.Shape == TypeShape.Void ? "Does what {0} does; the tangents of what it was given become those of what it leaves behind." : "Value of {0} and its derivative in the direction of the tangents.",
            EquatableArray<string>.Empty,
            Simplify.Run(new Block(body.Locals, statements.ToEquatable())));
    }

    /// <summary>Tangents of parameters that are constants on entry but carry a derivative later.</summary>
    private IEnumerable<Stmt> InternalTangents(MethodIr method)
    {
        foreach (Parameter parameter in method.Parameters)
        {
            Variable variable = parameter.Variable;
            if (parameter.Differentiable || !variable.Type.CanBeActive || !_activity.IsActive(variable)) continue;
            yield return new Declare(TangentOf(variable), variable.Type.IsReal ? Literal.Zero(variable.Type) : ZeroTangent(new Read(variable)));
        }
    }

    /// <summary>Local arrays that are made here, or missing, or are members of an object: their tangents are whole arrays too, which a result needs not copy.</summary>
    private static HashSet<Variable> OwnArrays(Block body)
    {
        var own = new HashSet<Variable>(body.AllLocals().Where(local => local.Type.Shape == TypeShape.Array));
        List<Stmt> assignments = [.. body.AllStatements().Where(statement => statement.Assigned() is { Type.Shape: TypeShape.Array })];
        while (assignments.Count(statement => !IsOwn(statement) && own.Remove(statement.Assigned()!)) > 0) { }
        return own;

        bool IsOwn(Stmt statement) => statement is Invoke or Assign { Value: NewArray or CopyOf or Opaque { IsNull: true } } || statement is Assign { Value: Read source } && (own.Contains(source.Variable) || source.Variable.Root is not null) || statement is Assign { Value: Element { Type.IsSequence: true } };
    }

    private Opaque Result(Structure result) =>
        Integers.Text(IrType.Void, ["(", ", ", ")"], result.Build(variable => new Read(variable)), result.Build(TangentOfResult));

    private Expr TangentOfResult(Variable result)
    {
        bool active = result.Type.CanBeActive && _activity.IsActive(result);
        if (result.Type.IsSequence && result.Type.CanBeActive)
            return !active ? ZeroTangent(new Read(result))
                : result.Type.IsFlat && !_own.Contains(result) ? Integers.Text(result.Type, ["", ".ToArray()"], new Read(TangentOf(result)))
                : new Read(TangentOf(result));
        return active ? new Read(TangentOf(result)) : result.Type.IsReal ? Literal.Zero(result.Type) : new Read(result);
    }

    private Variable TangentOf(Variable variable)
    {
        if (!_tangents.TryGetValue(variable, out Variable? tangent))
            _tangents[variable] = tangent = _variables.New(variable.Name + "Tangent", variable.Type is { Shape: TypeShape.Array, IsFlat: true } && !_own.Contains(variable) ? variable.Type.As(TypeShape.Span) : variable.Type);
        return tangent;
    }

    private Block Rewrite(Block block)
    {
        (List<Stmt> statements, List<Variable> locals) = (_out, _locals);
        (_out, _locals) = ([], [.. block.Locals, .. block.Locals.Where(local => local.Type.CanBeActive && _activity.IsActive(local)).Select(TangentOf)]);
        foreach (Stmt statement in block.Statements) Rewrite(statement);
        var rewritten = new Block(_locals.ToEquatable(), _out.ToEquatable());
        (_out, _locals) = (statements, locals);
        return rewritten;
    }

    private void Rewrite(Stmt statement)
    {
        switch (statement)
        {
            case Assign { Target.Type.IsReal: true } s when _activity.IsActive(s.Target):
                RewriteAssign(s);
                break;
            case Assign { Target.Type.IsSequence: true, Value: View or CopyOf } s when _activity.IsActive(s.Target) && s.Value.Reads().Any(read => read.Variable == s.Target):
                // A part of the array itself, as in a = a[1..]: where it begins and ends is said by the old one.
                _out.Add(new Assign(TangentOf(s.Target), TangentSequence(s)));
                _out.Add(s);
                break;
            case Assign { Target.Type.IsSequence: true } s when _activity.IsActive(s.Target):
                _out.Add(s);
                _out.Add(new Assign(TangentOf(s.Target), TangentSequence(s)));
                break;
            case Store { Value.Type.IsReal: true } s when _activity.IsActive(s.Sequence):
                Expr? stored = Tangent(s.Value, null);
                _out.Add(new Update(new Element(TangentSequence(s.Sequence), s.Index), UpdateKind.Set, stored ?? Literal.Zero(s.Value.Type)));
                _out.Add(s);
                break;
            case Store { Value.Type.IsRealSequence: true } s when _activity.IsActive(s.Sequence):
                _out.Add(s);
                _out.Add(new Update(new Element(TangentSequence(s.Sequence), s.Index), UpdateKind.Set, s.Value is NewArray ? s.Value : TangentSequence(s.Value)));
                break;
            case Invoke s when HasTangent(s):
                RewriteCall(s);
                break;
            case Bulk s when _activity.IsActive(s.Destination):
                RewriteBulk(s);
                break;
            case Tensor s:
                RewriteTensor(s);
                break;
            case If or For or Loop or Region:
                _out.Add(statement.Map(expr => expr, Rewrite));
                break;
            case Assign or Store or Invoke or Bulk or Effect:
                _out.Add(statement);
                break;
            default:
                throw new InvalidOperationException(statement.GetType().Name);
        }
    }

    /// <summary>The tangent comes first, from the old values; after the value only where its rule reads the result.</summary>
    private void RewriteAssign(Assign s)
    {
        var tangent = TangentOf(s.Target);
        if (!ReadsResult(s.Value))
        {
            Expr value = Tangent(s.Value, null) ?? Literal.Zero(s.Target.Type);
            if (value is not Read same || same.Variable != tangent) _out.Add(new Assign(tangent, value));
            _out.Add(s);
            return;
        }
        bool self = s.Value.Reads().Any(read => read.Variable == s.Target);
        Variable result = self ? _variables.New(s.Target.Name + "Next", s.Target.Type) : s.Target;
        if (self) _locals.Add(result);
        _out.Add(s with { Target = result });
        _out.Add(new Assign(tangent, Tangent(s.Value, new Read(result)) ?? Literal.Zero(s.Target.Type)));
        if (self) _out.Add(new Assign(s.Target, new Read(result)));
    }

    private bool ReadsResult(Expr value) => value switch
    {
        Binary { Operator: Operator.Divide } e => _activity.IsActive(e.Right),
        Apply e => Rule(e).Partials.Where((partial, i) => partial is { IsZero: false, ReadsResult: true } && _activity.IsActive(e.Arguments[i])).Any(),
        _ => false,
    };

    private static ScalarRule Rule(Apply e) => ScalarRules.Of(e);

    /// <summary>The tangent of an expression; null where it is zero. <paramref name="result"/> holds its value where a rule reads it.</summary>
    private Expr? Tangent(Expr expr, Expr? result)
    {
        if (!_activity.IsActive(expr)) return null;
        switch (expr)
        {
            case Read e:
                return new Read(TangentOf(e.Variable));
            case Element e:
                return new Element(TangentSequence(e.Sequence), e.Index);
            case Negate e:
                return Algebra.Negative(Tangent(e.Operand, null)!);
            case Convert e:
                return Algebra.To(e.Type, Tangent(e.Operand, null)!);
            case Binary { Operator: Operator.Add } e:
                return Sum(Tangent(e.Left, null), Tangent(e.Right, null));
            case Binary { Operator: Operator.Subtract } e:
                return Sum(Tangent(e.Left, null), Negative(Tangent(e.Right, null)));
            case Binary { Operator: Operator.Multiply } e when e.Left.Equals(e.Right):
                return Times(Tangent(e.Left, null), Algebra.Twice(e.Left))!;
            case Binary { Operator: Operator.Multiply } e:
                return Sum(Times(Tangent(e.Left, null), e.Right), Times(Tangent(e.Right, null), e.Left));
            case Binary { Operator: Operator.Divide } e:
                return Quotient(e, result);
            case Binary { Operator: Operator.Remainder } e:
                Expr whole = Integers.Text(e.Type, ["\u0001Partials\u0001.RemainderSecond(", ", ", ", ", ")"], e.Left, e.Right, e);
                return Sum(Tangent(e.Left, null), Times(Tangent(e.Right, null), whole));
            case Apply e:
                return Function(e, result);
            case Lanes e:
                return OfLanes(e);
            default:
                throw new InvalidOperationException(expr.GetType().Name);
        }
    }

    private Expr Quotient(Binary e, Expr? result)
    {
        Expr? right = Times(Tangent(e.Right, null), result ?? e);
        Expr numerator = Sum(Tangent(e.Left, null), Negative(right))!;
        return e.Right is Literal or Convert { Operand.Type.IsReal: false } ? Algebra.Divide(numerator, e.Right) : Guarded(numerator, tangent => Algebra.Divide(tangent, e.Right));
    }

    private Expr Function(Apply e, Expr? result) => Terms(Rule(e), [.. e.Arguments], result ?? e, e.Type, i => Tangent(e.Arguments[i], null));

    /// <summary>The sum of the partials of a function, each times the tangent of its argument.</summary>
    private Expr Terms(ScalarRule rule, Expr[] arguments, Expr result, IrType type, Func<int, Expr?> tangentOf)
    {
        Expr? sum = null;
        for (int i = 0; i < arguments.Length; i++)
        {
            if (rule.Partials[i] is not { IsZero: false } partial || tangentOf(i) is not { } tangent) continue;
            Expr slope = Partials.Simplify(partial.Instantiate(arguments, result, type));
            sum = Sum(sum, rule.Extremes == Extremes.Finite ? Partials.Selected(rule, slope, tangent) ?? Algebra.Multiply(slope, tangent) : Guarded(tangent, each => Algebra.Multiply(each, slope)));
        }
        return sum ?? Literal.Zero(type);
    }

    /// <summary>A tangent of exactly zero stays zero, whatever the slope (strong zero).</summary>
    private Expr Guarded(Expr tangent, Func<Expr, Expr> slope)
    {
        if (tangent is not (Read or Element))
        {
            Variable held = _variables.New("direction", tangent.Type);
            _out.Add(new Declare(held, tangent));
            tangent = new Read(held);
        }
        if (tangent.Type.IsVector) return StrongZero(tangent, slope(tangent));
        Literal zero = Literal.Zero(tangent.Type);
        return Integers.Text(tangent.Type, ["", " == ", " ? ", " : ", ""], tangent, zero, zero, slope(tangent));
    }

    private static Expr? Sum(Expr? a, Expr? b) => a is null ? b : b is null ? a : Algebra.Add(a, b);

    private static Expr? Negative(Expr? a) => a is null ? null : Algebra.Negative(a);

    private static Expr? Times(Expr? tangent, Expr factor) => tangent is null ? null : Algebra.Multiply(tangent, factor);

    private Expr TangentSequence(Assign s) => s.Value switch
    {
        Read or View or Element when _activity.IsActive(s.Value) => TangentSequence(s.Value),
        CopyOf { Type.IsFlat: false } e when _activity.IsActive(e.Sequence) => new CopyOf(TangentSequence(e.Sequence), e.Type),
        CopyOf e when _activity.IsActive(e.Sequence) => new CopyOf(TangentSequence(e.Sequence), s.Target.Type.As(TypeShape.Array)),
        NewArray { Type.IsJagged: true } created => created,
        Opaque { IsNull: true } => s.Value,
        NewArray or CopyOf => ZeroArray.Like(new Read(s.Target)),
        _ => ZeroTangent(new Read(s.Target)),
    };

    private Expr TangentSequence(Expr sequence) => sequence switch
    {
        Read e => _activity.IsActive(e) ? new Read(TangentOf(e.Variable)) : ZeroTangent(e),
        Element e => new Element(TangentSequence(e.Sequence), e.Index),
        View e => e with { Sequence = TangentSequence(e.Sequence), Type = e.Type.Shape == TypeShape.Array ? e.Type.As(TypeShape.Span) : e.Type },
        _ => ZeroTangent(sequence),
    };

    private Expr ZeroTangent(Expr sequence) => ZeroArray.Like(sequence, _missing);

    private void RewriteBulk(Bulk s)
    {
        Expr destination = TangentSequence(s.Destination);
        if (destination.Type.Shape == TypeShape.Array) destination = new View(destination, null, null, destination.Type.As(TypeShape.Span));
        Expr? operand = s.Operand is null ? null : s.Kind == BulkKind.Copy ? _activity.IsActive(s.Operand) ? TangentSequence(s.Operand) : null : Tangent(s.Operand, null);
        (string[] parts, Expr[] operands) = (s.Kind, operand) switch
        {
            (BulkKind.Copy, not null) => (new[] { "", ".CopyTo(", ")" }, new[] { operand, destination }),
            (BulkKind.Fill, not null) => (["", ".Fill(", ")"], [destination, operand]),
            _ => (["", ".Clear()"], [destination]),
        };
        var moved = new Effect(Integers.Text(IrType.Void, parts, operands) with { Repeatable = false }, s.Source);
        // What is filled in may be computed of what stands there; a copy is not, and throws what the array says.
        if (s.Kind == BulkKind.Fill) _out.AddRange([moved, s with { Source = null }]);
        else _out.AddRange([s with { Source = null }, moved]);
    }
}
