namespace AutoDiff.Generators.Transforms.Reverse;

internal sealed partial class AdjointSweep
{
    /// <summary>
    /// The adjoint of a call is a call of the adjoint. Where the callee stores into its arguments, they hold again what they held before
    /// the call while its adjoint runs, and get back what they hold now afterwards.
    /// </summary>
    private void ReverseCall(Invoke s)
    {
        bool result = s.Target is { } target && target.Type.CanBeActive && _activity.IsActive(target);
        bool written = s.Arguments.Where((argument, i) => s.Callee.Parameters[i] is { Written: true, Differentiable: true } && _activity.IsActive(argument)).Any();
        if (!result && !written) return;

        Expr? seed = Seed(s, result);
        bool restores = s.Callee.Writes;
        List<(Expr Now, Expr Then)> exchanged = [];
        var primals = new List<Expr>();
        for (int i = 0; i < s.Callee.Passed; i++)
        {
            CalleeParameter parameter = s.Callee.Parameters[i];
            Expr argument = s.Arguments[i];
            Expr? saved = s.Saved[i] is { } copy ? _needs.Fetch(copy) : null;
            if (parameter.Boxed)
            {
                primals.Add(parameter.Pass(saved ?? _needs.Fetch(argument), parameter.Passing));
                continue;
            }
            if (saved is not null && restores && Writable(argument) is { } place) exchanged.Add((_needs.Fetch(place), saved));
            primals.Add(saved is not null && !restores ? saved : _needs.Fetch(argument));
        }
        foreach ((Expr now, Expr then) in exchanged) _out.Add(Kernel("Exchange", now.Type, now, then));

        List<(Expr Argument, Read Adjoint)> pulled = [];
        List<Expr> adjoints = [];
        for (int i = 0; i < s.Callee.Passed; i++)
            if (s.Callee.Parameters[i].Differentiable) adjoints.Add(s.Callee.Parameters[i].Boxed ? BoxedAdjoint(s.Arguments[i]) : AdjointArgument(s.Arguments[i], s.Callee.Parameters[i].Type, pulled));
        Expr? returned = s.Callee.Rule is { ReturnsBox: true } ? CalleeParameter.Cell(Shadow(s.Arguments[s.Arguments.Count - 1])) : null;
        _out.Add(AdjointCall(s, primals, adjoints, returned ?? seed));
        if (returned is not null) _out.Add(new Update(returned, UpdateKind.Set, Opaque.Text("default", returned.Type)));

        foreach ((Expr now, Expr then) in Enumerable.Reverse(exchanged)) _out.Add(new Effect(Integers.Text(IrType.Void, ["", ".CopyTo(", now is Read && now.Type is { Shape: TypeShape.Array, Rank: 1 } ? ", 0)" : ")"], Flat.Of(then), Flat.Of(now))));
        foreach (Variable ignored in _ignored) _out.Add(_scratch.Free(ignored));
        _ignored.Clear();
        foreach ((Expr argument, Read adjoint) in pulled) Pull(argument, adjoint, null);
    }

    /// <summary>
    /// The memory of a sequence as something that can be stored into: behind a read-only span, what it is a view of. Null for a read-only
    /// parameter, which this method cannot change.
    /// </summary>
    private Expr? Writable(Expr sequence) => sequence switch
    {
        Read { Type.Shape: not TypeShape.ReadOnlySpan } => sequence,
        Read read => _form[read].Definition is { } definition ? Writable(definition) : null,
        View view => Writable(view.Sequence) is { } whole ? view with { Sequence = whole, Type = view.Type.As(TypeShape.Span) } : null,
        _ => null,
    };

    /// <summary>The adjoint of the result, taken out of its variable, which is overwritten by the call.</summary>
    private Expr? Seed(Invoke s, bool active)
    {
        if (s.Target is not { } target) return null;
        if (target.Type.IsSequence) return active ? Shadow(new Read(target, s.Version)) : Ignored(_needs.Fetch(new Read(target, s.Version)), target.Type);
        if (!active) return Literal.Zero(target.Type);
        if (target == Unit) return Literal.One(target.Type);
        var adjoint = new Read(AdjointOf(target));
        bool overwrites = s.Replaces > 0 || target.Role == VariableRole.Parameter;
        bool used = s.Arguments.Any(argument => Occurrences(argument, leaf => leaf is Read read && read.Variable == target) > 0);
        if (!overwrites && !used) return adjoint;
        Read seed = Hold(adjoint, target.Name + "Seed");
        _out.Add(new Update(adjoint, UpdateKind.Set, Literal.Zero(target.Type)));
        return seed;
    }

    private Expr AdjointArgument(Expr argument, IrType parameter, List<(Expr, Read)> pulled)
    {
        if (parameter.IsSequence) return _activity.IsActive(argument) ? Shadow(argument) : Ignored(_needs.Fetch(argument), parameter);
        // A part of a struct may be a property, which cannot be passed by reference.
        if (argument is Read { Type.IsReal: true } read && _activity.IsActive(read) && AdjointOf(read.Variable) is { Root: null } whole) return ByRef(new Read(whole));
        Read local = Hold(Literal.Zero(parameter), "argumentAdjoint");
        if (_activity.IsActive(argument)) pulled.Add((argument, local));
        return ByRef(local);
    }

    /// <summary>The adjoint of what is in a box, by reference.</summary>
    private Opaque BoxedAdjoint(Expr box)
    {
        IrType type = box.Type.Element;
        Expr place = _activity.IsActive(box) ? CalleeParameter.Cell(Shadow(box)) : Hold(Opaque.Text("default(" + type + ")", type), "argumentAdjoint");
        return Integers.Text(type, ["ref ", ""], place);
    }

    private static Opaque ByRef(Read variable) => Integers.Text(variable.Type, ["ref ", ""], variable);

    private static Effect AdjointCall(Invoke s, List<Expr> primals, List<Expr> adjoints, Expr? seed)
    {
        List<Expr> operands = [.. primals, .. adjoints];
        if (seed is not null) operands.Add(seed);
        return new Effect(s.Callee.Call(s.Callee.Adjoint, operands));
    }
}
