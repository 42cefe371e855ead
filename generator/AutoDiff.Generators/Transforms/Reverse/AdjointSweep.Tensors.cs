using AutoDiff.Generators.Rules;

namespace AutoDiff.Generators.Transforms.Reverse;

internal sealed partial class AdjointSweep
{
    /// <summary>
    /// The adjoint of a call of <c>TensorPrimitives</c>: a loop over the elements with the formulas of its rule, or a function of the
    /// runtime where a formula does not say it. Argument and destination may be the same memory, element by element.
    /// </summary>
    private void ReverseTensor(Tensor s)
    {
        if (s.Destination is { } stored ? !_activity.IsActive(stored) : !_activity.IsActive(s.Target!)) return;
        TensorRule rule = TensorRules.Of(s);
        int[] active = [.. Enumerable.Range(0, s.Arguments.Count).Where(i => rule.Passes(i) && _activity.IsActive(s.Arguments[i]))];
        if (s.Destination is { } destination) ReverseMap(s, rule, active, HeldView(Shadow(destination), "destinationAdjoint"));
        else ReverseSum(s, rule, active);
    }

    private void ReverseMap(Tensor s, TensorRule rule, int[] active, Expr adjoints)
    {
        Expr whole = s.Target is { } kept ? new Read(kept, s.Version) : s.Destination!;
        if (active.Length == 0 || rule.Elementwise is null)
        {
            Expr written = new View(adjoints, Integers.Constant(0), LengthOf(s, active), adjoints.Type.As(TypeShape.Span));
            _out.Add(active.Length == 0
                ? Kernel("Clear", adjoints.Type, written)
                : new Effect(Integers.Text(IrType.Void, ["\u0001Reductions\u0001." + rule.Function + "Adjoint<" + s.Number + ">(", ", ", ", ", ")"], _needs.Fetch(whole), written, Shadow(s.Arguments[0])) with { Repeatable = false }));
            return;
        }
        Expr result = rule.NeedsResult(active) ? HeldView(_needs.Fetch(whole), "result") : s.Destination!;
        ElementLoop(s, rule, active, (index, pull) =>
        {
            var slot = new Element(adjoints, index);
            Read seed = Hold(slot, s.Name.Length > 0 ? char.ToLowerInvariant(s.Name[0]) + s.Name.Substring(1) + "Adjoint" : "elementAdjoint");
            _out.Add(new Update(slot, UpdateKind.Set, Literal.Zero(s.Number)));
            if (rule.IsGuarded) Guarded(seed, seed.Variable.Name, each => pull(each, new Element(result, index)));
            else pull(seed, new Element(result, index));
        });
    }

    private void ReverseSum(Tensor s, TensorRule rule, int[] active)
    {
        Variable target = s.Target!;
        Expr seed = target == Unit ? Literal.One(s.Number) : new Read(AdjointOf(target));
        Expr result = rule.NeedsResult(active) ? _needs.Fetch(new Read(target, s.Version)) : Literal.Zero(s.Number);
        if (rule.Elementwise is not null) ElementLoop(s, rule, active, (_, pull) => pull(seed, result));
        else
        {
            foreach (int i in active)
            {
                List<Expr> operands = [.. rule.ReadsArguments ? ForwardMode.Rotated([.. s.Arguments.Select((_, k) => Argument(s, k))], i) : [], .. rule.ReadsResult ? [result] : Array.Empty<Expr>(), seed, Shadow(s.Arguments[i])];
                string[] parts = ["\u0001Reductions\u0001." + rule.Function + "Adjoint<" + s.Number + ">(", .. Enumerable.Repeat(", ", operands.Count - 1), ")"];
                _out.Add(new Effect(Integers.Text(IrType.Void, parts, [.. operands]) with { Repeatable = false }));
            }
        }
        if (target != Unit && s.Replaces > 0) _out.Add(new Update(seed, UpdateKind.Set, Literal.Zero(s.Number)));
    }

    /// <summary>
    /// A loop in which <paramref name="each"/> has the adjoint pulled to the elements of the arguments. An argument that is a number, the
    /// same for all elements, gets the sum after the loop.
    /// </summary>
    private void ElementLoop(Tensor s, TensorRule rule, int[] active, Action<Read, Action<Expr, Expr>> each)
    {
        ScalarRule formulas = rule.Elementwise!;
        Expr[] values = [.. s.Arguments.Select((argument, i) => !rule.Reads(i, active) ? argument : argument.Type.IsSequence ? HeldView(Argument(s, i), "argument") : _needs.Fetch(argument))];
        Dictionary<int, Expr> places = active.ToDictionary(i => i, i => s.Arguments[i].Type.IsSequence ? HeldView(Shadow(s.Arguments[i]), "argumentAdjoint") : Hold(Literal.Zero(s.Number), formulas.Parameters[i] + "Sum"));
        Expr length = LengthOf(s, active);
        var index = new Read(_variables.New("index", IrType.Int32));
        Expr At(Expr value) => value.Type.IsSequence ? new Element(value, index) : value;
        (List<Stmt> outer, _out) = (_out, []);
        each(index, (seed, result) =>
        {
            foreach (int i in active)
            {
                Expr partial = Partials.Simplify(formulas.Partials[i]!.Instantiate([.. values.Select(At)], result, s.Number));
                _out.Add(Algebra.Accumulate(At(places[i]), Partials.Selected(formulas, partial, seed) ?? Algebra.Multiply(seed, partial)));
            }
        });
        Block body = Body(_out);
        _out = outer;
        _out.Add(new For(index.Variable, Integers.Constant(0), length, false, 1, body));
        foreach (int i in active.Where(i => !s.Arguments[i].Type.IsSequence)) Pull(s.Arguments[i], places[i], null);
    }

    /// <summary>An argument as it was at the call.</summary>
    private Expr Argument(Tensor s, int i) => _needs.Fetch(s.Saved[i] ?? s.Arguments[i]);

    private Expr LengthOf(Tensor s, int[] active)
    {
        int vector = Enumerable.Range(0, s.Arguments.Count).OrderBy(i => active.Contains(i) ? 0 : 1).First(i => s.Arguments[i].Type.IsSequence);
        return Integers.Text(IrType.Int32, ["", ".Length"], active.Contains(vector) ? Shadow(s.Arguments[vector]) : _needs.Fetch(s.Arguments[vector]));
    }

    private Expr HeldView(Expr sequence, string name)
    {
        if (sequence is Read) return sequence;
        Variable held = _variables.New(name, sequence.Type.As(sequence.Type.IsSpan ? sequence.Type.Shape : TypeShape.Span));
        _out.Add(new Declare(held, sequence));
        return new Read(held);
    }
}
