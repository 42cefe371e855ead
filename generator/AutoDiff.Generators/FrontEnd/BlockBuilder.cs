namespace AutoDiff.Generators.FrontEnd;

/// <summary>A block under construction: the variables declared in it and its statements so far.</summary>
internal sealed class BlockBuilder
{
    private readonly List<Variable> _locals = [];

    private readonly List<Stmt> _statements = [];

    public void Declare(Variable variable) => _locals.Add(variable);

    public void Add(Stmt statement) => _statements.Add(statement);

    public void AddFirst(Stmt statement) => _statements.Insert(0, statement);

    public Block Build() => new(_locals.ToEquatable(), _statements.ToEquatable());
}
