namespace AutoDiff.Numerics.Tests.Model;

/// <summary>A parameter of a corpus method. Differentiable means floating-point and not <c>[NoGradient]</c>.</summary>
public sealed record CorpusParameter(string Name, CorpusType Type, bool Differentiable)
{
    public bool IsScalar => Type.Storage == Storage.Scalar;
}
