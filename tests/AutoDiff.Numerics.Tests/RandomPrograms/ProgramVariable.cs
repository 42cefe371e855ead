namespace AutoDiff.Numerics.Tests.RandomPrograms;

/// <summary>What a random program can do with a name that it has in scope.</summary>
public enum VariableKind
{
    Real,
    Int,
    Bool,
    Array,
    Span,
    ReadOnlySpan,
    IntArray,
}

/// <summary>A variable in scope. Sequences have at least <paramref name="Least"/> elements, so that any index below it is valid.</summary>
/// <param name="Name">Unique in the method.</param>
/// <param name="Kind">Its type.</param>
/// <param name="Assignable">Whether statements may give it another value; a loop's own index they may not.</param>
/// <param name="Least">The smallest length that a sequence can have.</param>
/// <param name="Constant">Whether it is a parameter marked <c>[NoGradient]</c>.</param>
public sealed record ProgramVariable(string Name, VariableKind Kind, bool Assignable = true, int Least = 0, bool Constant = false)
{
    /// <summary>Whether real numbers can be stored into it.</summary>
    public bool TakesReals => Kind is VariableKind.Array or VariableKind.Span;

    public bool HoldsReals => TakesReals || Kind == VariableKind.ReadOnlySpan;
}
