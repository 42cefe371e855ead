namespace AutoDiff.Generators.Transforms;

/// <summary>
/// The tangent of a call that has a rule for its adjoint and none for its tangent: with a unit seed for each number that comes out, the
/// adjoint gives a row of the Jacobian, whose product with the tangents of what goes in is the tangent of that number. It costs an
/// adjoint for each number that comes out.
/// </summary>
/// <remarks>Expects: <paramref name="directions"/> gives a variable or a view for an active sequence, any expression for a number.</remarks>
internal sealed class SeededTangent(Invoke call, Func<Expr, bool> isActive, Func<Expr, Expr> directions, VariableSource variables)
{
    private readonly List<Stmt> _out = [];
    private readonly Variable?[] _before = new Variable?[call.Arguments.Count];
    private readonly Variable?[] _work = new Variable?[call.Arguments.Count];
    private readonly Variable?[] _adjoints = new Variable?[call.Arguments.Count];
    private readonly Expr?[] _directions = new Expr?[call.Arguments.Count];
    private readonly Expr[] _values = [.. call.Arguments];
    private Variable? _seed;

    /// <summary><paramref name="tangent"/>: that of what the call returns; null where it returns nothing, or a constant.</summary>
    public IReadOnlyList<Stmt> Statements(Variable? tangent)
    {
        RequireSeparate();
        for (int i = 0; i < call.Callee.Passed; i++) Prepare(i);
        Variable? value = call.Target is { } target ? variables.New(target.Name + "Next", target.Type) : null;
        if (value is not null) _out.Add(new Declare(value, null));
        _out.Add(call with { Target = value, Arguments = _values.ToEquatable(), Source = null });
        List<Stmt> ends = [];
        if (tangent is not null) ends.AddRange(OfResult(value!, tangent));
        for (int i = 0; i < call.Arguments.Count; i++)
            if (call.Callee.Parameters[i] is { Written: true, Differentiable: true } && isActive(call.Arguments[i])) ends.AddRange(OfWritten(i));
        _out.AddRange(ends);
        if (value is not null) _out.Add(new Assign(call.Target!, new Read(value), call.Source));
        return _out;
    }

    /// <summary>Sequences of which one is written may not share memory: each run works on a copy of that one.</summary>
    private void RequireSeparate()
    {
        for (int i = 0; i < call.Callee.Passed; i++)
        {
            for (int j = i + 1; j < call.Callee.Passed; j++)
            {
                (CalleeParameter a, CalleeParameter b) = (call.Callee.Parameters[i], call.Callee.Parameters[j]);
                if (!a.Written && !b.Written || a.Boxed || b.Boxed || !a.Type.IsSequence || !b.Type.IsSequence || a.Type.Name != b.Type.Name) continue;
                _out.Add(new Effect(Integers.Text(IrType.Void, ["\u0001Adjoints\u0001.RequireUnshared<" + a.Type.Name + ">(", ", ", ", \"" + call.Callee.Name + "\")"], Flat.Span(call.Arguments[i]), Flat.Span(call.Arguments[j]))));
            }
        }
    }

    private void Prepare(int i)
    {
        CalleeParameter parameter = call.Callee.Parameters[i];
        Expr argument = call.Arguments[i];
        if (!argument.Type.IsSequence)
        {
            if (argument is not (Literal or Read)) _values[i] = Declared(call.Callee.Name + "Argument", argument.Type, argument);
            if (!parameter.Differentiable) return;
            if (isActive(argument)) _directions[i] = Declared("direction", argument.Type, directions(argument));
            _adjoints[i] = Declared("partial", argument.Type, Literal.Zero(argument.Type)).Variable;
            return;
        }
        // Whether a constant array is written is known only of those that the call is known to read.
        if (parameter.Written)
        {
            IrType array = argument.Type.As(TypeShape.Array);
            _before[i] = Declared("before", array, new CopyOf(argument, array)).Variable;
            _work[i] = Declared("work", array, new CopyOf(new Read(_before[i]!), array)).Variable;
        }
        if (!parameter.Differentiable) return;
        if (isActive(argument)) _directions[i] = directions(argument);
        _adjoints[i] = Declared("partials", argument.Type.As(TypeShape.Array), ZeroArray.Like(argument)).Variable;
    }

    private Read Declared(string name, IrType type, Expr initial)
    {
        Variable variable = variables.New(char.ToLowerInvariant(name[0]) + name.Substring(1), type);
        _out.Add(new Declare(variable, initial));
        return new Read(variable);
    }

    /// <summary>The tangent of what is returned; the statements put it in its place.</summary>
    private IEnumerable<Stmt> OfResult(Variable value, Variable tangent)
    {
        if (value.Type.IsReal)
        {
            Read slope = Declared("slope", value.Type, Literal.Zero(value.Type));
            Run(null, Literal.One(value.Type), new Read(slope.Variable));
            return [new Assign(tangent, slope)];
        }
        IrType array = value.Type.As(TypeShape.Array);
        _seed = Declared("seed", array, ZeroArray.Like(new Read(value))).Variable;
        Read next = Declared("next", array, ZeroArray.Like(new Read(value)));
        Each(next, index => Run(new Element(new Read(_seed), index), null, new Element(next, index)));
        return [new Assign(tangent, tangent.Type.IsSpan ? new View(next, null, null, tangent.Type) : next)];
    }

    /// <summary>The tangents of what a sequence, or a box, holds afterwards.</summary>
    private IEnumerable<Stmt> OfWritten(int i)
    {
        CalleeParameter parameter = call.Callee.Parameters[i];
        Expr direction = _directions[i] ?? directions(call.Arguments[i]);
        if (parameter.Boxed)
        {
            if (i >= call.Callee.Passed) _adjoints[i] = Declared("partials", call.Arguments[i].Type, ZeroArray.Like(call.Arguments[i])).Variable;
            List<Stmt> ends = [];
            foreach (MemberPath member in parameter.Members)
            {
                Element target = Cell(direction, member);
                Read slope = Declared("slope", target.Type, Literal.Zero(target.Type));
                Run(Cell(new Read(_adjoints[i]!), member), null, slope);
                ends.Add(new Update(target, UpdateKind.Set, slope));
            }
            return ends;
        }
        IrType array = call.Arguments[i].Type.As(TypeShape.Array);
        Read next = Declared("next", array, ZeroArray.Like(call.Arguments[i]));
        Read flat = Declared("flat", new IrType(TypeShape.Span, array.Name), Flat.Span(next)), seeds = Declared("seeds", flat.Type, Flat.Span(new Read(_adjoints[i]!)));
        Each(flat, index => Run(new Element(seeds, index), null, new Element(flat, index)));
        return [new Effect(Integers.Text(IrType.Void, ["", ".CopyTo(", ")"], flat, Flat.Span(direction)))];
    }

    private void Each(Read sequence, Action<Read> body)
    {
        Variable index = variables.New("unit", IrType.Int32);
        List<Stmt> before = [.. _out];
        _out.Clear();
        body(new Read(index));
        Block block = new(EquatableArray<Variable>.Empty, _out.ToEquatable());
        _out.Clear();
        _out.AddRange(before);
        _out.Add(new For(index, Integers.Constant(0), Integers.Text(IrType.Int32, ["", ".Length"], sequence), false, 1, block));
    }

    /// <summary>One adjoint: everything at zero but the seed, then the rows times the directions.</summary>
    private void Run(Element? unit, Literal? seed, Expr target)
    {
        for (int i = 0; i < call.Arguments.Count; i++)
        {
            if (_work[i] is { } work) _out.Add(new Effect(Integers.Text(IrType.Void, ["", ".CopyTo(", ")"], Flat.Span(new Read(_before[i]!)), Flat.Span(new Read(work)))));
            if (_adjoints[i] is not { } adjoint) continue;
            if (adjoint.Type.IsReal) _out.Add(new Update(new Read(adjoint), UpdateKind.Set, Literal.Zero(adjoint.Type)));
            else _out.Add(new Effect(Integers.Text(IrType.Void, ["", ".Clear()"], Flat.Span(new Read(adjoint)))));
        }
        if (_seed is not null) _out.Add(new Effect(Integers.Text(IrType.Void, ["", ".Clear()"], Flat.Span(new Read(_seed)))));
        if (unit is not null) _out.Add(new Update(unit, UpdateKind.Set, Literal.One(unit.Type)));
        List<Expr> operands = [];
        for (int i = 0; i < call.Callee.Passed; i++) operands.Add(call.Callee.Parameters[i].Pass(_work[i] is { } work ? new Read(work) : _values[i], call.Callee.Parameters[i].Passing));
        for (int i = 0; i < call.Callee.Passed; i++)
            if (_adjoints[i] is { } adjoint) operands.Add(ByReference(call.Callee.Parameters[i], new Read(adjoint)));
        if (call.Callee.Rule!.ReturnsBox) operands.Add(_adjoints[call.Callee.Passed] is { } returned ? CalleeParameter.Cell(new Read(returned)) : Opaque.Text("default", call.Arguments[call.Callee.Passed].Type.Element));
        else if (_seed is not null) operands.Add(new Read(_seed));
        else if (call.Target is { Type.IsReal: true } result) operands.Add(seed ?? Literal.Zero(result.Type));
        else if (call.Target is { } sequence) operands.Add(ZeroArray.Like(new Read(sequence)));
        _out.Add(new Effect(Integers.Text(IrType.Void, [call.Callee.Adjoint + "(", .. Enumerable.Repeat(", ", operands.Count - 1), ")"], [.. operands]) with { Repeatable = false }));
        for (int i = 0; i < call.Callee.Passed; i++)
            foreach (Expr product in Products(i)) _out.Add(new Update(target, UpdateKind.Add, product));
    }

    private static Expr ByReference(CalleeParameter parameter, Expr adjoint) => parameter.Boxed ? parameter.Pass(adjoint, "ref ")
        : adjoint.Type.IsReal ? Integers.Text(adjoint.Type, ["ref ", ""], adjoint) : adjoint;

    private IEnumerable<Expr> Products(int i)
    {
        if (_adjoints[i] is not { } adjoint || _directions[i] is not { } direction) yield break;
        var row = new Read(adjoint);
        if (adjoint.Type.IsReal) yield return Times(row, direction);
        else if (!call.Callee.Parameters[i].Boxed) yield return Integers.Text(row.Type.Element, ["\u0001Adjoints\u0001.Along<" + row.Type.Name + ">(", ", ", ")"], Flat.Span(row), Flat.Span(direction));
        else foreach (MemberPath member in call.Callee.Parameters[i].Members) yield return Times(Cell(row, member), Cell(direction, member));
    }

    private static Expr Times(Expr row, Expr direction) => Integers.Text(row.Type, ["\u0001Adjoints\u0001.Along(", ", ", ")"], row, direction);

    private static Element Cell(Expr box, MemberPath member) => member.Path.Length == 0 ? CalleeParameter.Cell(box)
        : new Element(box, new Indices(EquatableArray.Of<Expr>(new Literal("0", IrType.Int32)), member.Path, member.Type, member.Making));
}
