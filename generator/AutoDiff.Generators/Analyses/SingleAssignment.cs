namespace AutoDiff.Generators.Analyses;

/// <summary>Where a version of a variable comes from.</summary>
internal enum Origin
{
    /// <summary>It is there on entry: a parameter, or a local not yet assigned.</summary>
    Entry,
    Assignment,
    /// <summary>The meeting point after an <c>if</c> or a loop.</summary>
    Merge,
    /// <summary>The head of a loop: the value at the start of an iteration.</summary>
    LoopHead,
    /// <summary>The index of a counted loop.</summary>
    Index,
}

/// <summary>
/// One version of a variable: a single value per execution of the block <paramref name="Block"/> that defines it, inside the loops
/// <paramref name="Loops"/> (outermost first). <paramref name="Definition"/> is the expression assigned, where there is one.
/// </summary>
internal sealed record ValueVersion(Variable Variable, int Number, Origin Origin, int Block, EquatableArray<int> Loops, Expr? Definition);

/// <summary>
/// The method in single-assignment form: every read names the version it sees, and the places where versions meet are explicit.
/// Blocks are numbered in the order they are entered; the body of the method is block 0, and the two blocks of a loop share a number.
/// </summary>
internal sealed class SingleAssignment
{
    private readonly Dictionary<(Variable, int), ValueVersion> _versions = [];
    private readonly Dictionary<Variable, int> _counts = [];
    private readonly Dictionary<Variable, int> _declaredIn = [];
    private Dictionary<Variable, int> _current = [];
    private readonly List<int> _loops = [];
    private int _block;
    private int _blocks;
    private int _loopCount;
    private int _ifs;

    private SingleAssignment()
    {
    }

    public Block Body { get; private set; } = Block.Empty;

    /// <summary>Is this the last version that the variable ever has?</summary>
    public bool IsLast(ValueVersion version) => _counts[version.Variable] == version.Number;

    public static SingleAssignment Run(IEnumerable<Variable> parameters, Block body)
    {
        var form = new SingleAssignment();
        foreach (Variable parameter in parameters) form.Declare(parameter);
        form.Body = form.Rewrite(body);
        return form;
    }

    public int LastOf(Variable variable) => _counts[variable];

    public ValueVersion this[Read read] => _versions[(read.Variable, read.Version)];

    public ValueVersion this[Variable variable, int number] => _versions[(variable, number)];

    /// <summary>The block that declares the variable.</summary>
    public int DeclaredIn(Variable variable) => _declaredIn[variable];

    private void Declare(Variable variable)
    {
        _declaredIn[variable] = _block;
        _current[variable] = 0;
        _counts[variable] = 0;
        Define(variable, 0, Origin.Entry, null);
    }

    private void Define(Variable variable, int number, Origin origin, Expr? definition) =>
        _versions[(variable, number)] = new ValueVersion(variable, number, origin, _block, _loops.ToEquatable(), definition);

    private int Next(Variable variable, Origin origin, Expr? definition)
    {
        int number = ++_counts[variable];
        _current[variable] = number;
        Define(variable, number, origin, definition);
        return number;
    }

    private Block Rewrite(Block block)
    {
        foreach (Variable local in block.Locals) Declare(local);
        return block with { Statements = block.Statements.Select(Rewrite).ToEquatable(), Id = _block };
    }

    private Block RewriteNested(Block block)
    {
        int outer = _block;
        _block = ++_blocks;
        Block rewritten = Rewrite(block);
        _block = outer;
        return rewritten;
    }

    private Expr Rewrite(Expr expr) => expr is Read read ? read with { Version = _current[read.Variable] } : expr is Opaque opaque
        ? opaque with { Operands = opaque.Operands.Select(Rewrite).ToEquatable(), Guarded = opaque.Guarded.Select(Rewrite).ToEquatable() }
        : expr.Map(Rewrite);

    private Stmt Rewrite(Stmt statement)
    {
        switch (statement)
        {
            case Assign s:
                Expr value = Rewrite(s.Value);
                return s with { Value = value, Replaces = _current[s.Target], Version = Next(s.Target, Origin.Assignment, value) };
            case Invoke s:
                EquatableArray<Expr> arguments = s.Arguments.Select(Rewrite).ToEquatable();
                return s with { Arguments = arguments, Saved = s.Saved.Select(saved => saved is null ? null : Rewrite(saved)).ToEquatable(), Replaces = s.Target is null ? 0 : _current[s.Target], Version = s.Target is null ? 0 : Next(s.Target, Origin.Assignment, null) };
            case Tensor s:
                var tensor = (Tensor)s.Map(Rewrite, block => block);
                return s.Target is null ? tensor : tensor with { Replaces = _current[s.Target], Version = Next(s.Target, Origin.Assignment, null) };
            case If s:
                return RewriteIf(s);
            case For s:
                return RewriteFor(s);
            case Loop s:
                return RewriteLoop(s);
            case Region:
                return statement.Map(Rewrite, Rewrite);
            default:
                return statement.Map(Rewrite, block => block);
        }
    }

    private If RewriteIf(If s)
    {
        Expr condition = Rewrite(s.Condition);
        Dictionary<Variable, int> before = new(_current);
        Block then = RewriteNested(s.Then);
        Dictionary<Variable, int> afterThen = _current;
        _current = new(before);
        Block otherwise = RewriteNested(s.Else);
        Dictionary<Variable, int> afterElse = _current;
        _current = new(before);
        var merges = new List<Merge>();
        foreach (Variable variable in before.Keys.OrderBy(variable => variable.Id))
        {
            if (afterThen[variable] == afterElse[variable]) _current[variable] = afterThen[variable];
            else merges.Add(new Merge(variable, Next(variable, Origin.Merge, null)));
        }
        return s with { Condition = condition, Then = then, Else = otherwise, Id = ++_ifs, After = merges.ToEquatable() };
    }

    private For RewriteFor(For s)
    {
        Expr start = Rewrite(s.Start), bound = Rewrite(s.Bound);
        int id = ++_loopCount, outer = _block;
        Dictionary<Variable, int> before = new(_current);
        _loops.Add(id);
        _block = ++_blocks;
        EquatableArray<Merge> heads = Heads(AssignedIn(s.Body), before);
        _declaredIn[s.Index] = _block;
        _counts[s.Index] = 0;
        _current[s.Index] = 0;
        int index = Next(s.Index, Origin.Index, null);
        Block body = Rewrite(s.Body);
        _block = outer;
        _loops.RemoveAt(_loops.Count - 1);
        _current = new(before);
        return s with { Start = start, Bound = bound, Body = body, Id = id, IndexVersion = index, Heads = heads, After = Exits(heads) };
    }

    private Loop RewriteLoop(Loop s)
    {
        int id = ++_loopCount, outer = _block;
        Dictionary<Variable, int> start = new(_current);
        _loops.Add(id);
        _block = ++_blocks;
        EquatableArray<Merge> heads = Heads(AssignedIn(s.Before).Concat(AssignedIn(s.Body)), start);
        Block before = Rewrite(s.Before);
        Expr condition = Rewrite(s.Condition);
        // What runs before the test runs once more than the body, whose values are then not there.
        if (!s.Before.IsEmpty) _block = ++_blocks;
        Block body = Rewrite(s.Body);
        _block = outer;
        _loops.RemoveAt(_loops.Count - 1);
        _current = new(start);
        return s with { Before = before, Condition = condition, Body = body, Id = id, Heads = heads, After = Exits(heads) };
    }

    private EquatableArray<Merge> Heads(IEnumerable<Variable> assigned, Dictionary<Variable, int> before) => assigned.Distinct()
        .Where(before.ContainsKey).OrderBy(variable => variable.Id)
        .Select(variable => new Merge(variable, Next(variable, Origin.LoopHead, null))).ToEquatable();

    /// <summary>After a loop, what it assigns has a version of its own: one value per execution of the loop, not of its body.</summary>
    private EquatableArray<Merge> Exits(EquatableArray<Merge> heads) =>
        heads.Select(head => new Merge(head.Variable, Next(head.Variable, Origin.Merge, null))).ToEquatable();

    private static IEnumerable<Variable> AssignedIn(Block block) =>
        block.AllStatements().Select(statement => statement.Assigned()).Where(variable => variable is not null)!;
}
