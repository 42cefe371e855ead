using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiff.Generators.FrontEnd;

/// <summary>
/// Objects without numbers of their own that a companion is given: collections, builders of text, arrays of arrays of integers. The adjoint of the call runs
/// at the end, and must find them as they were. Arrays are kept as copies; of other objects nothing may be changed.
/// </summary>
internal static class LastingArguments
{
    /// <summary>An argument that may not be at the end what it is in the call; null where there is none.</summary>
    public static IOperation? Changing(IInvocationOperation call, IMethodSymbol caller, Compilation compilation) => call.Arguments
        .Where(argument => argument.Parameter is { } parameter && IsMutable(parameter.Type))
        .Select(argument => argument.Value)
        .FirstOrDefault(value => value.Parent is IArgumentOperation { Parameter: { } parameter } && MayChange(parameter, compilation, []) || MayBeChangedAround(value, caller, compilation));

    private static bool IsMutable(ITypeSymbol type) => type.IsReferenceType && type.SpecialType != SpecialType.System_String && type.TypeKind != TypeKind.Delegate
        && !TypeReader.HoldsReals(type) && !TypeReader.ReadParameter(type).IsList && type is not INamedTypeSymbol { TypeKind: TypeKind.Class, DeclaringSyntaxReferences.Length: > 0 }
        && !(TypeReader.Read(type) is { IsSequence: true, IsJagged: false });

    /// <summary>May the method that passes it on change it?</summary>
    private static bool MayBeChangedAround(IOperation argument, IMethodSymbol caller, Compilation compilation)
    {
        while (argument is IConversionOperation { OperatorMethod: null } conversion) argument = conversion.Operand;
        if (SymbolOf(argument) is not { } symbol) return argument is not (IObjectCreationOperation or IArrayCreationOperation or ICollectionExpressionOperation or ILiteralOperation or IInvocationOperation);
        return symbol is not (ILocalSymbol or IParameterSymbol) && Reruns.MayChangeFields(caller, compilation) || IsChangedIn(Effects.RootAround(argument), symbol, compilation, []);
    }

    private static bool MayChange(IParameterSymbol parameter, Compilation compilation, HashSet<ISymbol> visited)
    {
        if (parameter.ContainingSymbol is not IMethodSymbol method) return true;
        parameter = Differentiables.WithBody(method.OriginalDefinition).Parameters[parameter.Ordinal];
        if (!visited.Add(parameter)) return false;
        return ((IMethodSymbol)parameter.ContainingSymbol).DeclaringSyntaxReferences is not [{ } reference] || reference.GetSyntax() is not { } syntax
            || Framework.ModelOf(compilation, syntax.SyntaxTree).GetOperation(syntax) is not { } body || IsChangedIn(body, parameter, compilation, visited);
    }

    private static bool IsChangedIn(IOperation root, ISymbol symbol, Compilation compilation, HashSet<ISymbol> visited) =>
        root.Descendants().Any(part => SymbolEqualityComparer.Default.Equals(SymbolOf(part), symbol) && !OnlyLooksAt(part, compilation, visited));

    private static ISymbol? SymbolOf(IOperation operation) => operation switch
    {
        IFieldReferenceOperation field => field.Field,
        IPropertyReferenceOperation property => property.Property,
        _ => Effects.Symbol(operation),
    };

    /// <summary>Is nothing done with the object, or with what is in it, but to read?</summary>
    private static bool OnlyLooksAt(IOperation use, Compilation compilation, HashSet<ISymbol> visited)
    {
        bool Found(IOperation part) => part.Type is { IsValueType: true } or { SpecialType: SpecialType.System_String } ? !Effects.IsWritten(part) : !Effects.IsWritten(part) && OnlyLooksAt(part, compilation, visited);
        switch (use.Parent)
        {
            case IArrayElementReferenceOperation element when element.ArrayReference == use:
                return Found(element);
            case IPropertyReferenceOperation property when property.Instance == use:
                return Found(property);
            case IConversionOperation { OperatorMethod: null } conversion:
                return OnlyLooksAt(conversion, compilation, visited);
            case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: { IsRef: false } alias } }:
                return !visited.Add(alias) || !IsChangedIn(Effects.RootAround(use), alias, compilation, visited);
            case ISimpleAssignmentOperation assignment when assignment.Target == use && Effects.Symbol(use) is not null:
            case IForEachLoopOperation or IIsPatternOperation or IIsTypeOperation or IBinaryOperation:
                return true;
            case IInvocationOperation call when call.Instance == use:
                return call.TargetMethod.Name is "Contains" or "ContainsKey" or "ContainsValue" or "TryGetValue" or "GetValueOrDefault" or "IndexOf" or "LastIndexOf" or "BinarySearch" or "Exists" or "ToString" or "Equals" or "GetHashCode" or "GetLength" or "GetUpperBound" or "GetLowerBound" or "Peek" or "ToArray";
            case IArgumentOperation { Parameter: { RefKind: RefKind.None } parameter, Parent: IInvocationOperation { TargetMethod: { } called } }:
                return PureCalls.IsPure(called) || HarmlessCalls.IsHarmless(called) || HarmlessCalls.IsFormatting(called) || called.ContainingType is { Name: "Enumerable", ContainingNamespace.Name: "Linq" } or { SpecialType: SpecialType.System_String }
                    || !called.DeclaringSyntaxReferences.IsEmpty && !MayChange(parameter, compilation, visited);
            default:
                return false;
        }
    }
}
