using AutoDiff.Generators.Rules;

namespace AutoDiff.Generators.Transforms;

internal sealed partial class ForwardMode
{
    /// <summary>
    /// A call of <c>TensorPrimitives</c> comes first, because it checks what it is given. Materialize has kept the arguments that it
    /// may overwrite and a rule reads.
    /// </summary>
    private void RewriteTensor(Tensor s)
    {
        _out.Add(s.Target is { } value ? new Assign(value, s.Primal, s.Source) : new Effect(s.Primal, s.Source));
        if (s.Destination is { } stored ? !_activity.IsActive(stored) : !_activity.IsActive(s.Target!)) return;
        TensorRule rule = TensorRules.Of(s);
        int[] active = [.. Enumerable.Range(0, s.Arguments.Count).Where(i => rule.Passes(i) && _activity.IsActive(s.Arguments[i]))];
        Expr[] values = [.. s.Arguments.Select((argument, i) => s.Saved[i] ?? argument)];
        if (s.Destination is { } destination) TensorMap(s, rule, active, values, HeldView(destination, "destination"), HeldView(TangentSequence(destination), "destinationTangent"));
        else TensorSum(s, rule, active, values);
    }

    private void TensorMap(Tensor s, TensorRule rule, int[] active, Expr[] values, Expr destination, Expr tangents)
    {
        if (rule.Elementwise is not { } formulas)
        {
            Expr length = Integers.Text(IrType.Int32, ["", ".Length"], values[0]);
            Expr result = new View(destination, Integers.Constant(0), length, destination.Type.As(TypeShape.Span));
            Expr written = new View(tangents, Integers.Constant(0), length, tangents.Type.As(TypeShape.Span));
            _out.Add(new Effect(active.Length == 0
                ? Integers.Text(IrType.Void, ["", ".Clear()"], written)
                : Integers.Text(IrType.Void, ["\u0001Reductions\u0001." + rule.Function + "Tangent<" + s.Number + ">(", ", ", ", ", ")"], result, TangentSequence(s.Arguments[0]), written)));
            return;
        }
        ElementLoop(s, values, active, (index, elements, moved) =>
            new Update(new Element(tangents, index), UpdateKind.Set, Terms(formulas, elements, new Element(destination, index), s.Number, i => active.Contains(i) ? moved(i) : null)));
    }

    private void TensorSum(Tensor s, TensorRule rule, int[] active, Expr[] values)
    {
        var tangent = new Read(TangentOf(s.Target!));
        var result = new Read(s.Target!);
        _out.Add(new Assign(tangent.Variable, Literal.Zero(s.Number)));
        if (rule.Elementwise is { } formulas)
        {
            ElementLoop(s, values, active, (index, elements, moved) =>
                new Update(tangent, UpdateKind.Add, Terms(formulas, elements, result, s.Number, i => active.Contains(i) ? moved(i) : null)));
            return;
        }
        foreach (int i in active)
        {
            List<Expr> operands = [.. rule.ReadsArguments ? Rotated(values, i) : [], .. rule.ReadsResult ? [result] : Array.Empty<Expr>(), TangentSequence(s.Arguments[i])];
            _out.Add(new Update(tangent, UpdateKind.Add, Integers.Text(s.Number, ["\u0001Reductions\u0001." + rule.Function + "Tangent<" + s.Number + ">(", .. Enumerable.Repeat(", ", operands.Count - 1), ")"], [.. operands])));
        }
    }

    /// <summary>The arguments of a function that treats them alike, the one at <paramref name="first"/> before the others.</summary>
    public static IEnumerable<Expr> Rotated(IReadOnlyList<Expr> values, int first) => values.Skip(first).Take(1).Concat(values.Where((_, i) => i != first));

    private void ElementLoop(Tensor s, Expr[] values, int[] active, Func<Read, Expr[], Func<int, Expr>, Stmt> each)
    {
        Expr[] held = [.. values.Select((value, i) => value.Type.IsSequence ? HeldView(value, "argument") : value)];
        var tangents = new Dictionary<int, Expr>();
        foreach (int i in active)
            tangents[i] = values[i].Type.IsSequence ? HeldView(TangentSequence(s.Arguments[i]), "argumentTangent") : Held(Tangent(s.Arguments[i], null)!, "direction");
        var index = new Read(_variables.New("index", IrType.Int32));
        Expr At(Expr value) => value.Type.IsSequence ? new Element(value, index) : value;
        Stmt body = each(index, [.. held.Select(At)], i => At(tangents[i]));
        Expr length = Integers.Text(IrType.Int32, ["", ".Length"], held.First(value => value.Type.IsSequence));
        _out.Add(new For(index.Variable, Integers.Constant(0), length, false, 1, new Block(EquatableArray<Variable>.Empty, EquatableArray.Of(body))));
    }

    private Expr HeldView(Expr sequence, string name) => sequence is Read ? sequence : Held(sequence, name);

    private Expr Held(Expr value, string name)
    {
        if (value is Read or Literal) return value;
        Variable held = _variables.New(name, value is View or Element { Type.IsSequence: true } ? value.Type.As(value.Type.IsSpan ? value.Type.Shape : TypeShape.Span) : value.Type);
        _out.Add(new Declare(held, value));
        return new Read(held);
    }
}
