using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiff.Generators.FrontEnd;

/// <summary>Objects whose type is known to be just this one, and which are there: made on the spot, or kept in a variable that holds nothing else.</summary>
internal static class Exact
{
    /// <summary>The type of the object; null where it may be another one, or none.</summary>
    public static INamedTypeSymbol? TypeOf(IOperation? instance) => instance switch
    {
        IObjectCreationOperation { Type: INamedTypeSymbol made } => made,
        IConversionOperation { OperatorMethod: null, IsTryCast: false, Operand: { } operand } => TypeOf(operand),
        ILocalReferenceOperation { Local: { IsRef: false } local } when Effects.InitialOf(instance, local) is { } initial && !Effects.AssignedIn(Effects.RootAround(instance)).Contains(local) => TypeOf(initial),
        { Type: INamedTypeSymbol { IsValueType: true } value } => value,
        _ => null,
    };

    /// <summary>The same, where there may be no object: that of a sealed type can have no other.</summary>
    public static INamedTypeSymbol? TypeIfThere(IOperation? instance) => TypeOf(instance) ?? (instance?.Type is INamedTypeSymbol { IsSealed: true } type ? type : null);
}
