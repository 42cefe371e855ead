using Microsoft.CodeAnalysis;

namespace AutoDiff.Numerics.Tests.Model;

/// <summary>A <c>[Differentiable]</c> method of the corpus: all that the drivers, the references and the properties need of it.</summary>
/// <param name="Number">Its place in the sorted corpus; the driver class is called after it.</param>
/// <param name="Id">Type, name and parameter types, as the test rows show them.</param>
/// <param name="Name">The simple name.</param>
/// <param name="Accessibility">Which the companions share.</param>
/// <param name="Namespace">The namespace of the enclosing types.</param>
/// <param name="EnclosingTypes">The headers of the partial types around it, from the outside in.</param>
/// <param name="TypeName">The metadata name of the innermost of them.</param>
/// <param name="Result">The type of the result.</param>
/// <param name="Parameters">All parameters, constants included.</param>
/// <param name="Points">Where it is tested.</param>
/// <param name="MayBeRefused">Whether the generator may refuse it instead.</param>
/// <param name="Allocates">Whether it allocates inactive storage of its own.</param>
/// <param name="IsStatic">Whether it is called on the type; otherwise on a new object of it.</param>
/// <param name="IsGeneric">Whether it is generic over number types; everything else here is of the method over <c>double</c>.</param>
/// <param name="IsVectorCode">Whether it calls vector code of the framework, whose last bits the references do not have.</param>
/// <param name="IsDrivable">Whether a driver can be written for it; so it is for all but some of the refused ones.</param>
public sealed record CorpusMethod(
    int Number,
    string Id,
    string Name,
    Accessibility Accessibility,
    string Namespace,
    IReadOnlyList<string> EnclosingTypes,
    string TypeName,
    CorpusType Result,
    IReadOnlyList<CorpusParameter> Parameters,
    IReadOnlyList<CorpusPoint> Points,
    bool MayBeRefused,
    bool Allocates,
    bool IsDrivable,
    bool IsStatic = true,
    bool IsGeneric = false,
    bool IsVectorCode = false)
{
    public IEnumerable<CorpusParameter> Differentiable => Parameters.Where(parameter => parameter.Differentiable);

    /// <summary>Is every parameter and result a number, or a flat sequence of numbers?</summary>
    public bool IsFlat => Result.Packing is null && Parameters.All(parameter => !parameter.IsHeld);

    public bool IsSinglePrecision => Result.Element == "float" || Differentiable.Any(parameter => parameter.Type.Element == "float");

    /// <summary>No <c>float</c> anywhere in the signature, and no vector code, so that a retargeted copy in double computes the very same bits.</summary>
    public bool IsDoublePrecision => !IsVectorCode && Result.Element != "float" && Parameters.All(parameter => parameter.Type.Element != "float");

    public double Epsilon => IsSinglePrecision ? 1.1920929e-7 : 2.220446049250313e-16;

    public double ToleranceAt(CorpusPoint point) => point.Tolerance > 0 ? point.Tolerance : IsSinglePrecision ? 2e-5 : 1e-12;

    public override string ToString() => Id;
}
