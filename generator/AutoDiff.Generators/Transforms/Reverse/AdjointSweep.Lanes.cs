namespace AutoDiff.Generators.Transforms.Reverse;

internal sealed partial class AdjointSweep
{
    /// <summary>The transpose of each operation: a sum broadcasts its adjoint, a broadcast sums it, what takes a lane out puts it in.</summary>
    private void PullLanes(Lanes e, Expr adjoint)
    {
        EquatableArray<Expr> operands = e.Operands;
        switch (e.Operation)
        {
            case LaneOperation.Broadcast:
                Pull(operands[0], Lanes.Sum(adjoint), null);
                break;
            case LaneOperation.Create:
                Expr created = Named(adjoint, "lanesAdjoint");
                for (int i = 0; i < operands.Count; i++) Pull(operands[i], Lanes.Extract(created, Integers.Constant(i)), null);
                break;
            case LaneOperation.Extract:
                Pull(operands[0], Lanes.Insert(Literal.Zero(operands[0].Type), _needs.Fetch(operands[1]), adjoint), null);
                break;
            case LaneOperation.Insert:
                Expr index = _needs.Fetch(operands[1]), changed = Named(adjoint, "lanesAdjoint");
                Pull(operands[0], Lanes.Insert(changed, index, Literal.Zero(operands[2].Type)), null);
                Pull(operands[2], Lanes.Extract(changed, index), null);
                break;
            case LaneOperation.Sum:
                Pull(operands[0], Lanes.Broadcast(adjoint, operands[0].Type), null);
                break;
            case LaneOperation.Dot:
                Expr product = Named(adjoint, "dotAdjoint");
                PullFactor(operands[0], product, operands[1]);
                PullFactor(operands[1], product, operands[0]);
                break;
            case LaneOperation.Select:
                PullSelection(e, adjoint);
                break;
            default:
                throw new InvalidOperationException();
        }
    }

    private void PullFactor(Expr operand, Expr adjoint, Expr other)
    {
        if (_activity.IsActive(operand)) Pull(operand, Algebra.Multiply(Lanes.Broadcast(adjoint, operand.Type), _needs.Fetch(other)), null);
    }

    private void PullSelection(Lanes e, Expr adjoint)
    {
        Expr mask = _needs.Fetch(e.Operands[0]), seed = Named(adjoint, "selectedAdjoint"), zero = Literal.Zero(e.Type);
        if (_activity.IsActive(e.Operands[1])) Pull(e.Operands[1], e.With(mask, seed, zero), null);
        if (_activity.IsActive(e.Operands[2])) Pull(e.Operands[2], e.With(mask, zero, seed), null);
    }

    private Expr Named(Expr adjoint, string name) => adjoint is Read or Literal ? adjoint : Hold(adjoint, name);

    /// <summary>The strong zero of a quotient, lane by lane.</summary>
    private void PullVectorQuotient(Binary e, Expr adjoint, Expr divisor, Func<Expr>? result)
    {
        Expr seed = adjoint is Read ? adjoint : Hold(adjoint, "quotientAdjoint");
        bool twice = _activity.IsActive(e.Left) && _activity.IsActive(e.Right);
        Expr ratio = ForwardMode.StrongZero(seed, Algebra.Divide(seed, divisor));
        if (twice) ratio = Hold(ratio, "ratio");
        Pull(e.Left, ratio, null);
        if (!_activity.IsActive(e.Right)) return;
        Expr quotient = result?.Invoke() ?? throw new InvalidOperationException("a quotient without a name");
        Expr slope = twice ? Algebra.Multiply(ratio, quotient) : Algebra.Divide(Algebra.Multiply(seed, quotient), divisor);
        Pull(e.Right, Algebra.Negative(ForwardMode.StrongZero(seed, slope)), null);
    }
}
