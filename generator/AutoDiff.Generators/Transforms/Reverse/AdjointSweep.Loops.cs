namespace AutoDiff.Generators.Transforms.Reverse;

internal sealed partial class AdjointSweep
{
    /// <summary>A counted loop backwards runs the same indices backwards.</summary>
    private void ReverseFor(For s)
    {
        LoopTable.Entry entry = _needs.Loops[s.Id];
        _loops.Add(s.Id);
        Block body = Scoped(s.Body.Id, () => Backwards(s.Body));
        _loops.RemoveAt(_loops.Count - 1);
        if (body.IsEmpty) return;
        if (entry.Counter is { } counter) body = body with { Statements = body.Statements.Prepend(Step(counter, -1)).ToEquatable() };
        Expr start = _needs.Fetch(s.Start), bound = _needs.Fetch(s.Bound);
        _out.Add(new For(s.Index, LastIndex(s, start, bound), start, true, -s.Step, body, s.Source));
    }

    /// <summary>The last index that the loop reaches; before its start where it does not run at all.</summary>
    private static Expr LastIndex(For s, Expr start, Expr bound)
    {
        int nearest = s.Inclusive ? 0 : s.Step > 0 ? -1 : 1;
        Expr end = nearest == 0 ? bound : Integers.Plus(bound, nearest);
        if (s.Step is 1 or -1) return end;
        string stride = Math.Abs(s.Step).ToString(System.Globalization.CultureInfo.InvariantCulture);
        // The division rounds towards zero; where the loop does not run, one whole stride less keeps the result before the start.
        return s.Step > 0
            ? Integers.Text(IrType.Int32, ["", " > ", " ? ", " - " + stride + " : ", " + (", " - ", ") / " + stride + " * " + stride], start, end, start, start, end, start)
            : Integers.Text(IrType.Int32, ["", " > ", " ? ", " + " + stride + " : ", " - (", " - ", ") / " + stride + " * " + stride], end, start, start, start, start, end);
    }

    /// <summary>
    /// A general loop backwards counts its iterations down. What runs before the test ran once more than the body: its last run is
    /// undone first.
    /// </summary>
    private void ReverseLoop(Loop s)
    {
        LoopTable.Entry entry = _needs.Loops[s.Id];
        bool hadIndex = entry.Index is not null;
        _loops.Add(s.Id);
        bool hasBefore = false, hasBody = false;
        Variable unfinished = _variables.New("unfinished", IrType.Boolean);
        Block all = Scoped(s.Before.IsEmpty ? s.Body.Id : s.Before.Id, () =>
        {
            (List<Stmt> outer, _out) = (_out, []);
            if (s.Before.IsEmpty) Backwards(s.Body);
            else
            {
                // The body reads variables that are declared before the test.
                DeclareAdjoints(s.Before);
                _out.AddRange(Reverse(s.Body).Statements);
            }
            List<Stmt> body = _out;
            _out = [];
            Backwards(s.Before);
            List<Stmt> before = _out;
            _out = outer;
            (hasBefore, hasBody) = (before.Count > 0, body.Count > 0);
            if (hasBefore && hasBody) _out.Add(new If(Integers.Text(IrType.Boolean, ["!", ""], new Read(unfinished)), Body(body), Block.Empty));
            else _out.AddRange(body);
            _out.AddRange(before);
            if (hasBefore && hasBody) _out.Add(new Update(new Read(unfinished), UpdateKind.Set, Opaque.Text("false", IrType.Boolean)));
        });
        _loops.RemoveAt(_loops.Count - 1);
        if (!hasBefore && !hasBody) return;
        Variable counter = _needs.Loops.Count(entry);
        entry.CountsBefore = hasBefore;
        Expr start = _needs.FetchStart(entry);
        if (hasBefore && hasBody) _out.Add(new Declare(unfinished, Opaque.Text("true", IrType.Boolean)));
        Expr running = Integers.Text(IrType.Boolean, ["", " > ", ""], new Read(counter), start);
        Block stepped = all with { Statements = all.Statements.Prepend(Step(counter, -1)).ToEquatable() };
        _out.Add(new Loop(Block.Empty, running, stepped, s.Source));
    }

    internal static Assign Step(Variable counter, int by) => new(counter, new Opaque(
        EquatableArray.Of("", by > 0 ? " + 1" : " - 1"), EquatableArray.Of<Expr>(new Read(counter)), IrType.Int32));
}
