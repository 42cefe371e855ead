using AutoDiff.Generators.Rules;

namespace AutoDiff.Generators.Transforms.Reverse;

internal sealed partial class AdjointSweep
{
    /// <summary>The leaf whose adjoint is the one that the statement starts from; its update is kept for last.</summary>
    private sealed record InPlace(Func<Expr, bool> IsLeaf, Expr Adjoint)
    {
        public List<Stmt> Last { get; } = [];
    }

    private InPlace? _inPlace;

    /// <summary>
    /// Adds <c>adjoint · ∂expr/∂leaf</c> to the adjoint of every active leaf of <paramref name="expr"/>. <paramref name="result"/>
    /// gives the value of the expression where it is in a variable.
    /// </summary>
    private void Pull(Expr expr, Expr adjoint, Func<Expr>? result)
    {
        if (!_activity.IsActive(expr)) return;
        switch (expr)
        {
            case Read or Element:
                PullLeaf(expr, adjoint);
                break;
            case Negate e:
                Pull(e.Operand, Algebra.Negative(adjoint), null);
                break;
            case Convert e:
                Pull(e.Operand, Algebra.To(e.Operand.Type, adjoint), null);
                break;
            case Binary { Operator: Operator.Add or Operator.Subtract } e:
                Expr shared = Shared(adjoint, e.Left, e.Right);
                Pull(e.Left, shared, null);
                Pull(e.Right, e.Operator == Operator.Add ? shared : Algebra.Negative(shared), null);
                break;
            case Binary { Operator: Operator.Multiply } e when IsSquare(e):
                Pull(e.Right, Algebra.Multiply(adjoint, Algebra.Twice(_needs.Fetch(e.Left))), null);
                break;
            case Binary { Operator: Operator.Multiply } e:
                Expr both = Shared(adjoint, e.Left, e.Right);
                if (_activity.IsActive(e.Left)) Pull(e.Left, Algebra.Multiply(both, _needs.Fetch(e.Right)), null);
                if (_activity.IsActive(e.Right)) Pull(e.Right, Algebra.Multiply(both, _needs.Fetch(e.Left)), null);
                break;
            case Binary { Operator: Operator.Divide } e:
                PullQuotient(e, adjoint, result);
                break;
            case Binary { Operator: Operator.Remainder } e:
                Expr whole = Shared(adjoint, e.Left, e.Right);
                Pull(e.Left, whole, null);
                if (_activity.IsActive(e.Right)) Pull(e.Right, Algebra.Multiply(whole, Partial("RemainderSecond", _needs.Fetch(e.Left), _needs.Fetch(e.Right), _needs.Fetch(e))), null);
                break;
            case Apply e:
                PullFunction(e, adjoint, result);
                break;
            case Lanes e:
                PullLanes(e, adjoint);
                break;
            default:
                throw new InvalidOperationException(expr.GetType().Name);
        }
    }

    private void PullLeaf(Expr leaf, Expr adjoint)
    {
        if (_inPlace is { } inPlace && inPlace.IsLeaf(leaf))
        {
            Expr target = inPlace.Adjoint;
            if (adjoint.Equals(target)) return;
            inPlace.Last.Add(adjoint is Binary { Operator: Operator.Multiply } product && product.Left.Equals(target)
                ? new Update(target, UpdateKind.Multiply, product.Right)
                : new Update(target, UpdateKind.Set, adjoint));
            return;
        }
        Expr place = leaf is Element element
            ? new Element(Shadow(element.Sequence), _needs.Fetch(element.Index))
            : new Read(AdjointOf(((Read)leaf).Variable));
        _out.Add(Algebra.Accumulate(place, adjoint));
    }

    /// <summary>q = x / y: ∂q/∂x = 1 / y, ∂q/∂y = -q / y. Infinite at y = 0, so an adjoint of zero is kept away (strong zero).</summary>
    private void PullQuotient(Binary e, Expr adjoint, Func<Expr>? result)
    {
        Expr divisor = _needs.Fetch(e.Right);
        bool twice = _activity.IsActive(e.Left) && _activity.IsActive(e.Right);
        if (divisor is Literal or Convert { Operand.Type.IsReal: false } or Lanes { Operation: LaneOperation.Broadcast, Operands: [Literal or Convert { Operand.Type.IsReal: false }] })
        {
            Pull(e.Left, Algebra.Divide(adjoint, divisor), null);
            return;
        }
        if (e.Type.IsVector)
        {
            PullVectorQuotient(e, adjoint, divisor, result);
            return;
        }
        Guarded(adjoint, "quotientAdjoint", seed =>
        {
            Expr ratio = Algebra.Divide(seed, divisor);
            if (twice) ratio = Hold(ratio, "ratio");
            Pull(e.Left, ratio, null);
            if (!_activity.IsActive(e.Right)) return;
            Expr quotient = result?.Invoke() ?? throw new InvalidOperationException("a quotient without a name");
            Pull(e.Right, Algebra.Negative(twice ? Algebra.Multiply(ratio, quotient) : Algebra.Divide(Algebra.Multiply(seed, quotient), divisor)), null);
        });
    }

    private void PullFunction(Apply e, Expr adjoint, Func<Expr>? result)
    {
        ScalarRule rule = ScalarRules.Of(e);
        int[] active = [.. Enumerable.Range(0, e.Arguments.Count).Where(i => rule.Partials[i] is { IsZero: false } && _activity.IsActive(e.Arguments[i]))];
        void All(Expr seed)
        {
            foreach (int i in active)
            {
                Expr partial = PartialOf(rule, i, e, result);
                Pull(e.Arguments[i], Partials.Selected(rule, partial, seed) ?? Algebra.Multiply(seed, partial), null);
            }
        }
        string name = char.ToLowerInvariant(e.Name[0]) + e.Name.Substring(1) + "Adjoint";
        if (e.Type.IsVector && rule.Extremes != Extremes.Finite)
        {
            Expr seed = adjoint is Read ? adjoint : Hold(adjoint, name);
            foreach (int i in active) Pull(e.Arguments[i], ForwardMode.StrongZero(seed, Algebra.Multiply(seed, PartialOf(rule, i, e, result))), null);
        }
        else if (rule.Extremes != Extremes.Finite) Guarded(adjoint, name, All);
        else All(active.Length > 1 && adjoint is not (Read or Literal) ? Hold(adjoint, name) : adjoint);
    }

    private Expr PartialOf(ScalarRule rule, int i, Apply e, Func<Expr>? result)
    {
        Template partial = rule.Partials[i]!;
        var arguments = new Expr[e.Arguments.Count];
        for (int k = 0; k < arguments.Length; k++) arguments[k] = partial.Reads(k) ? _needs.Fetch(e.Arguments[k]) : e.Arguments[k];
        Expr value = partial.ReadsResult ? result?.Invoke() ?? throw new InvalidOperationException("a result without a name: " + e.Name) : e;
        return Partials.Simplify(partial.Instantiate(arguments, value, e.Type));
    }

    /// <summary>What happens only if the adjoint is not exactly zero.</summary>
    private void Guarded(Expr adjoint, string name, Action<Expr> fill)
    {
        if (_inPlace is { } inPlace && inPlace.Adjoint.Equals(adjoint))
        {
            // The adjoint itself is updated in place; zero stays zero.
            (List<Stmt> outer, _out) = (_out, []);
            int last = inPlace.Last.Count;
            fill(adjoint);
            List<Stmt> body = [.. _out, .. inPlace.Last.Skip(last)];
            inPlace.Last.RemoveRange(last, inPlace.Last.Count - last);
            _out = outer;
            inPlace.Last.Add(new If(NotZero(adjoint), Body(body), Block.Empty));
            return;
        }
        if (adjoint is Literal)
        {
            fill(adjoint);
            return;
        }
        Expr seed = adjoint is Read ? adjoint : Hold(adjoint, name);
        int kept = _inPlace?.Last.Count ?? 0;
        (List<Stmt> before, _out) = (_out, []);
        fill(seed);
        List<Stmt> guarded = _out;
        _out = before;
        CarryOut(guarded, kept);
        if (guarded.Count > 0) _out.Add(new If(NotZero(seed), Body(guarded), Block.Empty));
    }

    /// <summary>
    /// An update that is kept for last, after what reads the adjoint of the statement, but stems from guarded code: its new value is
    /// made there and carried out in a variable, which is zero where the code does not run.
    /// </summary>
    private void CarryOut(List<Stmt> guarded, int kept)
    {
        if (_inPlace is not { } inPlace) return;
        for (int i = kept; i < inPlace.Last.Count; i++)
        {
            if (inPlace.Last[i] is not Update { Target: { } target } update) continue;
            Variable next = _variables.New("next", target.Type);
            _out.Add(new Declare(next, Literal.Zero(target.Type)));
            guarded.Add(new Update(new Read(next), UpdateKind.Set, update.Kind == UpdateKind.Multiply ? Algebra.Multiply(target, update.Value) : update.Value));
            inPlace.Last[i] = new Update(target, UpdateKind.Set, new Read(next));
        }
    }

    private static Block Body(List<Stmt> statements) => new(EquatableArray<Variable>.Empty, statements.ToEquatable());

    private static Opaque NotZero(Expr value) => Integers.Text(IrType.Boolean, ["", " != ", ""], value, Literal.Zero(value.Type));

    private static Opaque Partial(string name, params Expr[] operands) =>
        Integers.Text(operands[0].Type, ["\u0001Partials\u0001." + name + "(", .. Enumerable.Repeat(", ", operands.Length - 1), ")"], operands);

    /// <summary>An adjoint that goes to two sides gets a name, unless it is one.</summary>
    private Expr Shared(Expr adjoint, Expr left, Expr right) =>
        adjoint is Literal or Read or Negate { Operand: Read or Literal } or Element || !_activity.IsActive(left) || !_activity.IsActive(right) ? adjoint : Hold(adjoint, "termAdjoint");

    /// <summary><c>x * x</c>, or <c>k * x * x</c> with a constant k: its derivative is twice its left side.</summary>
    private bool IsSquare(Binary e) => e.Left.Equals(e.Right)
        || e.Left is Binary { Operator: Operator.Multiply } scaled && scaled.Right.Equals(e.Right) && !_activity.IsActive(scaled.Left);

    private int Occurrences(Expr expr, Func<Expr, bool> isLeaf)
    {
        if (!_activity.IsActive(expr)) return 0;
        if (expr is Binary { Operator: Operator.Multiply } product && IsSquare(product)) return Occurrences(product.Right, isLeaf);
        return expr is Read or Element ? isLeaf(expr) ? 1 : 0 : expr.Children().Sum(child => Occurrences(child, isLeaf));
    }
}
