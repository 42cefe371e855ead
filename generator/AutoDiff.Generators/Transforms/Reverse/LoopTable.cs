namespace AutoDiff.Generators.Transforms.Reverse;

/// <summary>
/// How the iterations of each loop are numbered, which is how what they record is found again: by the loop indices themselves where
/// the trip counts form a box known before the loop, otherwise by a counter that runs through the whole method.
/// </summary>
internal sealed class LoopTable
{
    private readonly Dictionary<int, Entry> _entries = [];
    private readonly Func<Expr, bool> _isFixed;
    private readonly VariableSource _variables;

    /// <param name="body">The method in single-assignment form.</param>
    /// <param name="isFixed">Does this expression have the same value from before the loop to the end of the reverse sweep?</param>
    /// <param name="variables">Where counters get their ids.</param>
    public LoopTable(Block body, Func<Expr, bool> isFixed, VariableSource variables)
    {
        _isFixed = isFixed;
        _variables = variables;
        foreach (Stmt statement in body.Statements) Visit(statement, null, statement);
    }

    /// <summary>A loop: its parent, the statement of the method's own block it stands in, and its counter once it needs one.</summary>
    public sealed class Entry(Stmt loop, Entry? parent, Stmt outermost)
    {
        public Stmt Loop { get; } = loop;

        public Entry? Parent { get; } = parent;

        public Stmt Outermost { get; } = outermost;

        /// <summary>Counts the iterations of this loop over the whole method.</summary>
        public Variable? Counter { get; set; }

        /// <summary>The number of the current iteration.</summary>
        public Expr? Index { get; set; }

        /// <summary>How many iterations there are in all; null where that is not known before the loop.</summary>
        public Expr? Size { get; set; }

        /// <summary>The counter counts the runs of what stands before the test, one more than those of the body.</summary>
        public bool CountsBefore { get; set; }

        public int Id => Loop is For counted ? counted.Id : ((Loop)Loop).Id;

        public string Header => Loop.Source ?? "loop";
    }

    public IEnumerable<Entry> Entries => _entries.Values;

    public Entry this[int id] => _entries[id];

    /// <summary>Decides the numbering of a loop, the first time something is recorded in it.</summary>
    public Entry Number(int id)
    {
        Entry entry = _entries[id];
        if (entry.Index is not null) return entry;
        if (Box(entry) is var (index, size))
        {
            entry.Index = index;
            entry.Size = size;
            return entry;
        }
        Count(entry);
        entry.Index = new Read(entry.Counter!);
        return entry;
    }

    public Variable Count(Entry entry) => entry.Counter ??= _variables.New("steps", IrType.Int32);

    private void Visit(Stmt statement, Entry? parent, Stmt outermost)
    {
        Entry? inside = parent;
        if (statement is For or Loop)
        {
            inside = new Entry(statement, parent, outermost);
            _entries[inside.Id] = inside;
        }
        foreach (Block block in statement.Blocks())
            foreach (Stmt inner in block.Statements) Visit(inner, inside, outermost);
    }

    /// <summary>Row-major numbering of a nest of loops that all start from zero, or near it, in steps of one; null for any other.</summary>
    private (Expr Index, Expr Size)? Box(Entry entry)
    {
        if (entry.Loop is not For { Step: 1 or -1 } loop || entry.Outermost != Root(entry).Loop) return null;
        if (Trips(loop) is not { } trips || !_isFixed(trips)) return null;
        Expr index = new Read(loop.Index, loop.IndexVersion);
        if (entry.Parent is null) return (index, trips);
        if (Box(entry.Parent) is not var (outerIndex, outerSize)) return null;
        return (Int("", " * ", " + ", "", outerIndex, trips, index), Int("", " * ", "", outerSize, trips));
    }

    private static Entry Root(Entry entry) => entry.Parent is null ? entry : Root(entry.Parent);

    /// <summary>One more than the largest index, for a loop whose smallest index is a small number: the places before it stay empty.</summary>
    private static Expr? Trips(For loop) => loop switch
    {
        { Step: 1, Inclusive: false } when IsSmall(loop.Start) => loop.Bound,
        { Step: 1, Inclusive: true } when IsSmall(loop.Start) => Integers.Plus(loop.Bound, 1),
        { Step: -1 } when IsSmall(loop.Bound) => Integers.Plus(loop.Start, 1),
        _ => null,
    };

    private static bool IsSmall(Expr index) => index is Literal { Text: "0" or "1" or "2" or "3" };

    private static Opaque Int(params object[] partsThenOperands) => new(
        partsThenOperands.OfType<string>().ToEquatable(), partsThenOperands.OfType<Expr>().ToEquatable(), IrType.Int32);
}
