namespace AutoDiff.Generators.Transforms;

internal sealed partial class ForwardMode
{
    private bool HasTangent(Invoke s) => s.Target is { } target && target.Type.CanBeActive && _activity.IsActive(target)
        || s.Arguments.Where((argument, i) => s.Callee.Parameters[i] is { Written: true, Differentiable: true } && _activity.IsActive(argument)).Any();

    private void RewriteCall(Invoke s)
    {
        switch (s.Callee.Rule)
        {
            case null:
                CallForward(s, s.Callee.Reach("Forward"), [.. s.Arguments], [.. Tangents(s)]);
                break;
            case { Forward: { } forward }:
                CallRule(s, forward);
                break;
            default:
                _out.AddRange(new SeededTangent(s, argument => _activity.IsActive(argument), Direction, _variables).Statements(s.Target is { } target && target.Type.CanBeActive && _activity.IsActive(target) ? TangentOf(target) : null));
                break;
        }
    }

    private IEnumerable<Expr> Tangents(Invoke s) => s.Arguments.Where((_, i) => s.Callee.Parameters[i].Differentiable).Select(Direction);

    /// <summary>The tangent of an argument, zeros where it is constant.</summary>
    private Expr Direction(Expr argument) => argument.Type.IsSequence ? TangentSequence(argument) : Tangent(argument, null) ?? Literal.Zero(argument.Type);

    /// <summary>A rule with the signature of the forward companion.</summary>
    private void CallRule(Invoke s, string forward)
    {
        int passed = s.Callee.Passed;
        List<Expr> values = [], tangents = [];
        for (int i = 0; i < passed; i++)
        {
            CalleeParameter parameter = s.Callee.Parameters[i];
            values.Add(parameter.Pass(s.Arguments[i], parameter.Passing));
            if (!parameter.Differentiable) continue;
            Expr tangent = Direction(s.Arguments[i]);
            if (parameter.Boxed && tangent is not Read) _out.Add(new Declare(Held(tangent, out tangent), ZeroTangent(s.Arguments[i])));
            tangents.Add(parameter.Pass(tangent, parameter.Passing.Length > 0 ? "ref " : ""));
        }
        if (!s.Callee.Rule!.ReturnsBox)
        {
            CallForward(s, forward, values, tangents);
            return;
        }
        Expr box = s.Arguments[passed], boxTangent = Direction(box);
        string[] parts = ["(", ", ", ") = " + forward + "(", .. Enumerable.Repeat(", ", values.Count + tangents.Count - 1), ")"];
        _out.Add(new Effect(Integers.Text(IrType.Void, parts, [CalleeParameter.Cell(box), CalleeParameter.Cell(boxTangent), .. values, .. tangents]) with { Repeatable = false }, s.Source));
    }

    private Variable Held(Expr tangent, out Expr read)
    {
        Variable held = _variables.New("direction", tangent.Type.As(TypeShape.Array));
        read = new Read(held);
        return held;
    }

    private void CallForward(Invoke s, string forward, List<Expr> values, List<Expr> tangents)
    {
        List<Expr> operands = [.. values, .. tangents];
        Opaque code;
        if (s.Target is not { } target) code = s.Callee.Call(forward, operands);
        else if (_activity.IsActive(target)) code = s.Callee.Call(forward, operands, ") = ", new Read(target), new Read(TangentOf(target)));
        else
        {
            code = s.Callee.Call(forward, operands, " = ", new Read(target));
            string[] parts = [.. code.Parts];
            // A rule may leave the elements of its tuple without names.
            parts[parts.Length - 1] += s.Callee.Rule is null ? ".Value" : ".Item1";
            code = code with { Parts = parts.ToEquatable() };
        }
        _out.Add(new Effect(code, s.Source));
    }
}
