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

    /// <summary>A struct of two numbers.</summary>
    Pair,

    /// <summary>A struct of a pair and a number.</summary>
    Box,

    /// <summary>A tuple of two numbers.</summary>
    Tuple,

    /// <summary>An array of four pairs.</summary>
    Pairs,

    /// <summary>An array of two rows and three columns.</summary>
    Matrix,

    /// <summary>Two arrays of at least two numbers each.</summary>
    Jagged,

    /// <summary>A <c>float</c> in a program of doubles.</summary>
    Single,

    /// <summary>A list of at least four numbers.</summary>
    List,

    /// <summary>An object of a class: two numbers that change and, in some programs, an array of four.</summary>
    Node,

    /// <summary>An object that holds a node and a number.</summary>
    Hub,

    /// <summary>A record of two numbers that never changes.</summary>
    Mark,
}

/// <summary>A variable in scope. Sequences have at least <paramref name="Least"/> elements, so that any index below it is valid.</summary>
/// <param name="Name">Unique in the method.</param>
/// <param name="Kind">Its type.</param>
/// <param name="Assignable">Whether statements may give it another value; a loop's own index they may not.</param>
/// <param name="Least">The smallest length that a sequence can have.</param>
/// <param name="Constant">Whether it is a parameter marked <c>[NoGradient]</c>.</param>
/// <param name="Passing">How a parameter is passed: <c>ref</c>, <c>out</c>, <c>in</c> and a blank, or nothing.</param>
/// <param name="Capturable">Whether a local function around which it stands may use it.</param>
/// <param name="Referable">Whether a reference can be made to it; a property has none.</param>
public sealed record ProgramVariable(
    string Name, VariableKind Kind, bool Assignable = true, int Least = 0, bool Constant = false, string Passing = "", bool Capturable = true, bool Referable = true)
{
    /// <summary>Whether real numbers can be stored into it.</summary>
    public bool TakesReals => Kind is VariableKind.Array or VariableKind.Span;

    public bool HoldsReals => TakesReals || Kind == VariableKind.ReadOnlySpan;

    public bool CanBeCaptured => Capturable && Passing.Length == 0 && Kind is not (VariableKind.Span or VariableKind.ReadOnlySpan);
}
