using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiff.Generators.FrontEnd;

/// <summary>
/// Sequences that text hands on whole, under whatever type: who is given one may read what carries a derivative, or change it, and no
/// derivative could follow. Only looking at it, for its length or at whether it is there, is no such thing.
/// </summary>
internal sealed partial class BodyReader
{
    private static void GuardSequence(IOperation operation, OpaqueText text)
    {
        if (text.Harmless || text.IsModelled || !text.Replaced.TryGetValue(operation.Syntax.Span, out object? replaced) || replaced is not Expr { Type: { IsSequence: true, CanBeActive: true } } sequence) return;
        if (!text.Guarded.Contains(sequence) && !IsOnlyLookedAt(operation, text)) text.Guarded.Add(sequence);
    }

    private static bool IsOnlyLookedAt(IOperation operation, OpaqueText text)
    {
        // The text is nothing but the sequence: what becomes of that is seen where it is used.
        if (operation.Parent is not { } use || !text.Root.Span.Contains(use.Syntax.Span)) return true;
        return use switch
        {
            IParenthesizedOperation or IConversionOperation { OperatorMethod: null } when TypeReader.Read(use.Type).IsSequence => IsOnlyLookedAt(use, text),
            IConversionOperation { IsImplicit: true, Type.SpecialType: SpecialType.System_Object, Parent: IBinaryOperation } => true,
            IConditionalOperation choice when operation != choice.Condition => IsOnlyLookedAt(use, text),
            ICoalesceOperation => IsOnlyLookedAt(use, text),
            IPropertyReferenceOperation property => property.Instance == operation && IsSize(property),
            IConditionalAccessOperation { WhenNotNull: IPropertyReferenceOperation property } access => access.Operation == operation && IsSize(property),
            IInvocationOperation call => call.Instance == operation && PureCalls.IsPure(call.TargetMethod),
            IArgumentOperation { Parent: IInvocationOperation call } => PureCalls.IsPure(call.TargetMethod) && !TypeReader.HoldsReals(call.Type!),
            IBinaryOperation or IIsPatternOperation or IIsTypeOperation => true,
            _ => false,
        };
    }

    private static bool IsNullGuard(IOperation operation) => Ancestors(operation).OfType<IInvocationOperation>().FirstOrDefault() is { TargetMethod: { Name: "ThrowIfNull", ContainingType.Name: "ArgumentNullException" } };

    private static bool IsSize(IPropertyReferenceOperation property) => property.Property.Name is "Length" or "LongLength" or "Rank" or "Count" or "IsEmpty";

    /// <summary>An array under a type that lets it be changed, and of which no change is known.</summary>
    private void RefuseDisguise(IConversionOperation conversion, OpaqueText text)
    {
        if (text.Harmless || text.IsModelled || !TypeOf(conversion.Operand.Type).IsSequence || conversion.Type is not { SpecialType: SpecialType.System_Array } and not { Name: "IList", TypeKind: TypeKind.Interface }) return;
        if (conversion.Parent is IArgumentOperation { Parent: IInvocationOperation call } && (PureCalls.IsPure(call.TargetMethod) || call.TargetMethod.DeclaringSyntaxReferences.Length > 0)) return;
        Refuse(conversion, "DIFF0101", "An array as " + conversion.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat), "keep it in a variable of its own type");
    }
}
