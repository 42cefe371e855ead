using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiff.Generators.FrontEnd;

/// <summary>What may be done with a list, for all of it to be known. A list of which anything else is done is not read element by element.</summary>
internal sealed partial class BodyReader
{
    private static bool IsChange(IInvocationOperation call) => !call.TargetMethod.IsStatic && call.TargetMethod.Name switch
    {
        "Add" or "Clear" or "RemoveAt" or "RemoveRange" or "AddRange" => true,
        // The arguments in the order of the parameters.
        "Insert" => call.Arguments is [{ Parameter.Ordinal: 0 }, _],
        _ => false,
    };

    private static IEnumerable<IOperation> AllUses(ISymbol list, IOperation place)
    {
        IOperation root = place;
        while (root.Parent is { } parent) root = parent;
        return root.Descendants().Where(part => part is ILocalReferenceOperation or IParameterReferenceOperation && SymbolEqualityComparer.Default.Equals(Effects.Symbol(part), list));
    }

    private static IEnumerable<IOperation> Ancestors(IOperation operation)
    {
        for (IOperation? outer = operation.Parent; outer is not null; outer = outer.Parent) yield return outer;
    }

    private static IMethodSymbol? FunctionOf(IOperation operation) => operation switch
    {
        IAnonymousFunctionOperation lambda => lambda.Symbol,
        ILocalFunctionOperation function => function.Symbol,
        _ => null,
    };

    /// <param name="use">A reference to a list.</param>
    /// <param name="given">Is it one that the method was given?</param>
    private static bool IsKnownUse(IOperation use, bool given = false)
    {
        IOperation outer = use.Parent!;
        // In the code of a delegate a list is only read: it must not change while it is enumerated.
        ISymbol? declaredIn = Effects.Symbol(use)?.ContainingSymbol;
        bool inside = Ancestors(use).Select(FunctionOf).TakeWhile(function => !SymbolEqualityComparer.Default.Equals(function, declaredIn) || function is null).Any(function => function is not null);
        switch (outer)
        {
            case IPropertyReferenceOperation { Property.Name: "Count" or "Length" } or INameOfOperation:
                return true;
            case ISimpleAssignmentOperation { Parent: IExpressionStatementOperation } renewed when use.Type is IArrayTypeSymbol && !given:
                return renewed.Target == use && !inside;
            case IArrayElementReferenceOperation { Indices: [{ } index] } element when element.ArrayReference == use:
                return !IsRange(index) && (!Effects.IsWritten(element) || !inside);
            case IPropertyReferenceOperation { Property.IsIndexer: true } element when element.Instance == use:
                return !Effects.IsWritten(element) || !inside && !(given ? MayBeEnumerated(use) : IsEnumerated(use));
            case IImplicitIndexerReferenceOperation { Argument: IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat } } element when element.Instance == use:
                return !Effects.IsWritten(element) || !inside && !(given ? MayBeEnumerated(use) : IsEnumerated(use));
            case IInvocationOperation change when change.Instance == use && IsChange(change):
                return !given && !inside && change.Parent is IExpressionStatementOperation && !IsEnumerated(use) && !change.Arguments.Any(argument => Enumerates(argument.Value, use));
            case IInvocationOperation { TargetMethod: { IsStatic: false, Name: "ToArray" } } call:
                return call.Instance == use;
            case IInvocationOperation call when call.Instance == use && IsInPlace(call):
                return !inside && call.Parent is IExpressionStatementOperation && !(given ? MayBeEnumerated(use) : IsEnumerated(use));
            case IInvocationOperation call when call.Instance == use:
                return IsListSearch(call.TargetMethod) || IsSearchByDelegate(call.TargetMethod) || call.TargetMethod.Name == "ForEach" && call.Parent is IExpressionStatementOperation && !inside;
            case IConversionOperation { IsImplicit: true, Type.TypeKind: TypeKind.Interface, Parent: IArgumentOperation { Parent: IInvocationOperation call } } conversion:
                return (LinqMethod(call) is not null || IsCollection(conversion.Type) && call.TargetMethod.DeclaringSyntaxReferences.Length == 1 || HarmlessCalls.IsHarmless(call.TargetMethod) || IsList(call.Instance?.Type) && IsChange(call)) && call.Arguments.Any(argument => argument.Value == conversion);
            case IConversionOperation { IsImplicit: true, Type.TypeKind: TypeKind.Interface, Parent: IArgumentOperation { Parent: IObjectCreationOperation creation } }:
                return IsList(creation.Type) || creation.Constructor is { DeclaringSyntaxReferences.Length: 1 };
            // It is copied.
            case IArgumentOperation { Parent: IObjectCreationOperation copy } when IsList(copy.Type):
                return true;
            // A collection that the method is given, handed on as it is.
            case IArgumentOperation { Parent: IInvocationOperation query } when LinqMethod(query) is not null:
            case IConversionOperation { IsImplicit: true, Type.SpecialType: SpecialType.System_Object, Parent: IBinaryOperation }:
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } or IIsPatternOperation { Pattern: IConstantPatternOperation or INegatedPatternOperation { Pattern: IConstantPatternOperation } }:
                return true;
            case ISpreadOperation spread:
                return spread.Operand == use;
            case IConversionOperation { IsImplicit: true, Type.SpecialType: SpecialType.System_Object, Parent: IArgumentOperation { Parent: IInvocationOperation call } } when given:
                return HarmlessCalls.IsHarmless(call.TargetMethod);
            case IArgumentOperation { Parameter: { RefKind: RefKind.None } parameter, Parent: IInvocationOperation { TargetMethod.DeclaringSyntaxReferences.Length: 1 } or IObjectCreationOperation { Constructor.DeclaringSyntaxReferences.Length: 1 } }:
                // A method that is read in place: what it does with the list is looked at there.
                return !inside && (IsList(parameter.Type) || IsCollection(parameter.Type) || parameter.Type is IArrayTypeSymbol);
            case IConversionOperation { Parent: IForEachLoopOperation loop } conversion:
                return loop.Collection == conversion && (given || !Changes(use, loop.Body));
            case IForEachLoopOperation loop:
                return loop.Collection == use && (given || !Changes(use, loop.Body));
            default:
                return false;
        }
    }

    /// <summary>
    /// An element that is assigned ends the enumeration of its list, with an exception. So it is not known where it stands in a loop over
    /// any list or query, which may be of the same list under another name.
    /// </summary>
    private static bool MayBeEnumerated(IOperation use) => Ancestors(use).OfType<IForEachLoopOperation>()
        .Any(loop => (loop.Collection is IConversionOperation { IsImplicit: true, Operand: { } operand } ? operand : loop.Collection).Type is not (IArrayTypeSymbol or { IsRefLikeType: true } or { SpecialType: SpecialType.System_String }));

    /// <summary>Is it changed in a loop over itself, over a query of it, or over one that a variable holds and that may be of it?</summary>
    private static bool IsEnumerated(IOperation use) => Ancestors(use).OfType<IForEachLoopOperation>().Any(loop => loop.Collection.DescendantsAndSelf().Any(part =>
        SameLocal(part, use) || part is ILocalReferenceOperation { Type.TypeKind: TypeKind.Interface }));

    /// <summary>Is this a query of the list, or one that a variable holds and that may be of it? The list itself is not: it is copied at once.</summary>
    private static bool Enumerates(IOperation added, IOperation use) => added.Type?.TypeKind == TypeKind.Interface && !SameLocal(Unwrap(added), use)
        && added.Descendants().Append(added).Any(part => SameLocal(part, use) || part is ILocalReferenceOperation { Type.TypeKind: TypeKind.Interface });

    private static bool Changes(IOperation use, IOperation body) => body.Descendants().Any(part => SameLocal(part, use) && (Effects.IsWritten(part.Parent!) || part.Parent is IInvocationOperation call && (IsChange(call) || IsInPlace(call))));

    private static bool SameLocal(IOperation part, IOperation use) => part is ILocalReferenceOperation or IParameterReferenceOperation && SymbolEqualityComparer.Default.Equals(Effects.Symbol(part), Effects.Symbol(use));
}
