namespace AutoDiff.Generators.FrontEnd;

/// <summary>A block under construction: the variables declared in it and its statements so far.</summary>
internal sealed class BlockBuilder(BlockBuilder? outer = null)
{
    private readonly BlockBuilder? _outer = outer;

    private readonly List<Variable> _locals = [];

    private readonly List<Stmt> _statements = [];

    public void Declare(Variable variable) => _locals.Add(variable);

    public void Add(Stmt statement) => _statements.Add(statement);

    public void AddFirst(Stmt statement) => _statements.Insert(0, statement);

    /// <summary>Declares in one of the blocks around this what is declared here, or between the two: it has a name there.</summary>
    public void Hoist(Variable variable, BlockBuilder to)
    {
        BlockBuilder? each = this;
        while (each is not null && each != to && !each._locals.Contains(variable)) each = each._outer;
        if (each is null || each == to || !each._locals.Remove(variable)) return;
        to.Declare(variable);
    }

    public Block Build() => new(_locals.ToEquatable(), _statements.ToEquatable());
}
