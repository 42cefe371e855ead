using AutoDiff.Generators.Analyses;

namespace AutoDiff.Generators.Transforms.Reverse;

/// <summary>The forward sweep of the adjoint: the method as it is, and beside each definition what has to be saved of it.</summary>
internal sealed class RecordingSweep
{
    private readonly SingleAssignment _form;
    private readonly NeededValues _needs;
    private readonly VariableSource _variables;
    private readonly ScratchMemory _scratch;
    private readonly HashSet<Variable> _escaping;
    private readonly HashSet<Variable> _declaredFirst = [];
    private int _regions;

    /// <param name="form">The method.</param>
    /// <param name="needs">What the reverse sweep asked for.</param>
    /// <param name="variables">Where new variables get their ids.</param>
    /// <param name="scratch">Where its arrays come from.</param>
    /// <param name="escaping">Arrays that outlive the call, which must not come from pooled memory.</param>
    public RecordingSweep(SingleAssignment form, NeededValues needs, VariableSource variables, ScratchMemory scratch, HashSet<Variable> escaping)
    {
        _form = form;
        _needs = needs;
        _variables = variables;
        _scratch = scratch;
        _escaping = escaping;
    }

    public Block Run(IEnumerable<Variable> parameters)
    {
        Block body = Rewrite(_form.Body, isWhole: true);
        var first = new List<Stmt>();
        foreach (Variable parameter in parameters) first.AddRange(parameter.Root is { } root ? SavesOfPart(parameter, root) : Saves(parameter, 0));
        return body with
        {
            Locals = body.Locals.Concat(_needs.Promoted).ToEquatable(),
            Statements = first.Concat(body.Statements).ToEquatable(),
        };
    }

    /// <summary>What a part of an object holds on entry, if the object is there where the method asks for it.</summary>
    private IEnumerable<Stmt> SavesOfPart(Variable part, Variable root)
    {
        if (_needs.CopyOf(_form[part, 0]) is not { } copy) return [];
        string[] asked = [.. Presence.AskedFor(root, _form.Body.AllExpressions()).Where(path => part.Path.StartsWith(path + ".", StringComparison.Ordinal))];
        if (asked.Length == 0) return Saves(part, 0);
        _declaredFirst.Add(copy);
        Stmt save = new Update(new Read(copy), UpdateKind.Set, new Read(part, 0));
        foreach (string path in asked) save = new If(Presence.IsPresent(root, path), new Block(EquatableArray<Variable>.Empty, EquatableArray.Of(save)), Block.Empty);
        return [save];
    }

    private Block Rewrite(Block block, bool isWhole = false, IEnumerable<Stmt>? first = null, IEnumerable<Stmt>? last = null)
    {
        var statements = new List<Stmt>(first ?? []);
        foreach (Stmt statement in block.Statements)
        {
            if (isWhole)
                foreach (Declare buffer in ExactBuffers(statement)) statements.Insert(PlaceOf(buffer, statements), buffer);
            Add(statement, statements);
        }
        statements.AddRange(last ?? []);
        if (!isWhole) statements.AddRange(Freed(block));
        return new Block(block.Locals.Where(local => !_needs.Promoted.Contains(local) || isWhole).Where(local => !(isWhole && _needs.Promoted.Contains(local))).ToEquatable(), statements.ToEquatable(), block.Id);
    }

    private void Add(Stmt statement, List<Stmt> statements)
    {
        switch (statement)
        {
            case Assign s:
                statements.Add(s with { Value = Allocated(s.Target, s.Value) });
                statements.AddRange(Saves(s.Target, s.Version));
                break;
            case Invoke s:
                statements.Add(s);
                if (s.Target is { } target) statements.AddRange(Saves(target, s.Version));
                break;
            case If s:
                AddBranch(s, statements);
                break;
            case For s:
                LoopTable.Entry counted = _needs.Loops[s.Id];
                IEnumerable<Stmt> next = counted.Counter is { } counter ? [AdjointSweep.Step(counter, 1)] : [];
                statements.Add(s with { Body = Rewrite(s.Body, first: Saves(s.Heads).Concat(Saves(s.Index, s.IndexVersion)), last: next) });
                statements.AddRange(Saves(s.After));
                break;
            case Loop s:
                AddLoop(s, statements);
                break;
            case Region s:
                _regions++;
                statements.Add(s with { Body = Rewrite(s.Body), Finally = Rewrite(s.Finally) });
                _regions--;
                break;
            case Tensor s:
                if (s.Destination is null) statements.Add(new Assign(s.Target!, s.Primal, s.Source, s.Version, s.Replaces));
                else statements.Add(new Effect(s.Primal, s.Source));
                if (s is { Destination: { } filled, Target: { } kept }) statements.Add(new Assign(kept, _scratch.Copy(kept.Type, filled)));
                if (s.Target is { } assigned) statements.AddRange(Saves(assigned, s.Version));
                break;
            case Store or Bulk or Effect:
                statements.Add(statement);
                break;
            default:
                throw new InvalidOperationException(statement.GetType().Name);
        }
    }

    private void AddBranch(If s, List<Stmt> statements)
    {
        Block then = Rewrite(s.Then), otherwise = Rewrite(s.Else);
        if (_needs.TakenAt(s.Id) is { } taken)
        {
            Recording? recording = _needs.RecordingOfTaken(taken);
            if (recording is null) statements.Add(new Assign(taken, s.Condition));
            else
            {
                statements.Add(new Declare(taken, s.Condition));
                statements.Add(Save(recording, new Read(taken)));
            }
            statements.Add(s with { Condition = new Read(taken), Then = then, Else = otherwise });
        }
        else statements.Add(s with { Then = then, Else = otherwise });
        statements.AddRange(Saves(s.After));
    }

    private void AddLoop(Loop s, List<Stmt> statements)
    {
        LoopTable.Entry entry = _needs.Loops[s.Id];
        if (_needs.Starts.TryGetValue(s.Id, out (Variable Buffer, LoopTable.Entry Loop) start))
            statements.Add(new Update(new Element(new Read(start.Buffer), start.Loop.Index!), UpdateKind.Set, new Read(entry.Counter!)));
        List<Stmt> heads = [.. Saves(s.Heads)];
        bool headsFirst = !s.Before.IsEmpty;
        List<Stmt> count = entry.Counter is { } counter ? [AdjointSweep.Step(counter, 1)] : [];
        if (entry.CountsBefore && !s.Body.IsEmpty)
        {
            // The test decides whether the body follows; both ways the run of what stands before it has been counted.
            Variable go = _variables.New("go", IrType.Boolean);
            Stmt ended = new If(Integers.Text(IrType.Boolean, ["!", ""], new Read(go)), new Block(EquatableArray<Variable>.Empty, count.ToEquatable()), Block.Empty);
            Block before = Rewrite(s.Before, first: heads, last: [new Declare(go, s.Condition), ended]);
            statements.Add(s with { Before = before, Condition = new Read(go), Body = Rewrite(s.Body, last: count) });
        }
        else
        {
            Block before = Rewrite(s.Before, first: headsFirst ? heads : [], last: entry.CountsBefore ? count : []);
            Block body = Rewrite(s.Body, first: headsFirst ? [] : heads, last: entry.CountsBefore ? [] : count);
            statements.Add(s with { Before = before, Body = body });
        }
        statements.AddRange(Saves(s.After));
    }

    private IEnumerable<Stmt> Saves(IEnumerable<Merge> merges) => merges.SelectMany(merge => Saves(merge.Variable, merge.Version));

    private IEnumerable<Stmt> Saves(Variable variable, int number)
    {
        ValueVersion version = _form[variable, number];
        if (_needs.RecordingOf(version) is { } recording) yield return Save(recording, new Read(variable, number));
        if (_needs.CopyOf(version) is not { } copy) yield break;
        // Inside a block or a region the copy would be out of sight for the reverse sweep.
        bool first = version.Block != 0 || _regions > 0;
        if (first) _declaredFirst.Add(copy);
        yield return first ? new Update(new Read(copy), UpdateKind.Set, new Read(variable, number)) : new Declare(copy, new Read(variable, number));
    }

    private static Update Save(Recording recording, Expr value) =>
        new(new Element(new Read(recording.Buffer), recording.Loop.Index!), UpdateKind.Set, value);

    /// <summary>The buffers whose size is known before this statement.</summary>
    private IEnumerable<Declare> ExactBuffers(Stmt statement)
    {
        foreach (Recording recording in _needs.Recordings.Where(recording => recording.Loop.Size is not null && recording.Loop.Outermost == statement))
            yield return Buffer(recording.Buffer, recording.Loop.Size);
        foreach ((Variable buffer, LoopTable.Entry loop) in _needs.Starts.Values.Where(start => start.Loop.Size is not null && start.Loop.Outermost == statement))
            yield return Buffer(buffer, loop.Size);
    }

    /// <summary>
    /// Ahead of arithmetic that stands before the loop: a number that lives across the call that rents a buffer lives in memory, and
    /// the loop that carries it would wait for that memory at each trip.
    /// </summary>
    private static int PlaceOf(Declare buffer, List<Stmt> statements)
    {
        int place = statements.Count;
        while (place > 0 && statements[place - 1] is Assign { Target.Type.IsReal: true } s && IsArithmetic(s.Value) && buffer.Initial!.Reads().All(read => read.Variable != s.Target)) place--;
        return place;
    }

    /// <summary>Can this neither throw nor call?</summary>
    private static bool IsArithmetic(Expr value) => value.DescendantsAndSelf().All(each => each is Literal or Read or Negate or Binary);

    /// <summary>The buffers that grow, and the counters: declared before everything else.</summary>
    public IEnumerable<Stmt> GrowingBuffers()
    {
        foreach (LoopTable.Entry entry in _needs.Loops.Entries.Where(entry => entry.Counter is not null))
            yield return new Declare(entry.Counter!, Integers.Constant(0));
        foreach (Recording recording in _needs.Recordings.Where(recording => recording.Loop.Size is null)) yield return Buffer(recording.Buffer, null);
        foreach ((Variable buffer, LoopTable.Entry _) in _needs.Starts.Values.Where(start => start.Loop.Size is null)) yield return Buffer(buffer, null);
        foreach (Variable copy in _needs.Copies.Values.Where(_declaredFirst.Contains))
            yield return new Declare(copy, Unset(copy.Type));
    }

    private static Expr Unset(IrType type) => type.IsReal ? Literal.Zero(type) : Opaque.Text("default!", type);

    private static Declare Buffer(Variable buffer, Expr? size)
    {
        string type = (size is null ? "\u0001RecordedStack\u0001<" : "\u0001Recorded\u0001<") + buffer.Type.Name + ">";
        Expr rented = size is null
            ? Opaque.Text(type + ".Rent()", new IrType(TypeShape.Other, type))
            : Integers.Text(new IrType(TypeShape.Other, type), [type + ".Rent(", ")"], size);
        return new Declare(buffer, rented, Using: true);
    }

    private bool IsPooled(Variable target, Expr value) => value is NewArray or Ir.CopyOf && !_escaping.Contains(target) && ScratchMemory.Serves(value.Type);

    /// <summary>Arrays of the method come from pooled memory, except those that outlive the call.</summary>
    private Expr Allocated(Variable target, Expr value)
    {
        if (!IsPooled(target, value)) return value;
        switch (value)
        {
            case NewArray e:
                return _scratch.New(e.Type, e.Length);
            case Ir.CopyOf e:
                return _scratch.Copy(e.Type, e.Sequence);
            default:
                return value;
        }
    }

    /// <summary>Arrays made in this block that nothing needs after it: given back, so that a loop does not pile them up.</summary>
    private IEnumerable<Stmt> Freed(Block block)
    {
        foreach (Stmt statement in block.Statements)
        {
            if (statement is not Assign { Value: NewArray or Ir.CopyOf } s || !block.Locals.Contains(s.Target)) continue;
            if (!IsPooled(s.Target, s.Value) || s.Target.Type.Shape != TypeShape.Array) continue;
            ValueVersion version = _form[s.Target, s.Version];
            bool kept = version.Loops.Count == 0 || _needs.RecordingOf(version) is not null || _form.LastOf(s.Target) > 1 || IsAliased(s.Target);
            if (!kept) yield return _scratch.Free(s.Target);
        }
    }

    private bool IsAliased(Variable array) => _form.Body.AllStatements().OfType<Store>().Any(s => s.Value is Read stored && stored.Variable == array) || _form.Body.AllStatements().OfType<Assign>().Any(s =>
        s.Value is Read read && read.Variable == array || s.Value is View { Sequence: Read viewed } && viewed.Variable == array && s.Target.Type.Shape == TypeShape.Array);
}
