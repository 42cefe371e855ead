namespace AutoDiff.Numerics.Tests.Model;

/// <summary>A parameter of a corpus method. Differentiable means floating-point and not <c>[NoGradient]</c>.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type.</param>
/// <param name="Differentiable">Has it an adjoint and a tangent?</param>
/// <param name="Passing"><c>ref</c>, <c>out</c> or <c>in</c> and a blank; nothing where it is passed by value.</param>
public sealed record CorpusParameter(string Name, CorpusType Type, bool Differentiable, string Passing = "")
{
    public bool IsScalar => Type.Storage == Storage.Scalar;

    /// <summary>Does the caller see what the method assigns to it?</summary>
    public bool IsInOut => Passing is "ref " or "out ";

    /// <summary>Does a driver hold it in a variable, to pass it by reference or to take it apart afterwards?</summary>
    public bool IsHeld => Passing.Length > 0 || Type.Packing is not null;

    public bool IsAdjointByReference => Type.Storage == Storage.Scalar || Type.Packing is { IsValue: true };
}
