namespace AutoDiff.Generators.Transforms.Reverse;

/// <summary>One block of the reverse sweep under construction: the mirror of a block of the method.</summary>
internal sealed class ReverseScope(int block)
{
    public int Block { get; } = block;

    /// <summary>Declarations at its start: values fetched from the forward sweep, adjoints at zero.</summary>
    public List<Stmt> Prologue { get; } = [];

    /// <summary>What is given back at its end.</summary>
    public List<Stmt> Epilogue { get; } = [];

    /// <summary>The locals that hold versions of variables.</summary>
    public Dictionary<(Variable, int), Variable> Values { get; } = [];

    /// <summary>The locals that hold adjoint arrays.</summary>
    public Dictionary<(Variable, int), Variable> Shadows { get; } = [];
}
