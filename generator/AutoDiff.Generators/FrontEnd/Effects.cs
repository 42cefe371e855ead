using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiff.Generators.FrontEnd;

/// <summary>Questions about what evaluating a piece of C# changes, asked before it is lowered.</summary>
internal static class Effects
{
    /// <summary>Does evaluating <paramref name="operation"/> assign, call something unknown, or throw by itself?</summary>
    public static bool In(IOperation operation) => operation.DescendantsAndSelf().Any(IsEffect);

    /// <summary>The local variables and parameters that <paramref name="operation"/> assigns.</summary>
    public static HashSet<ISymbol> AssignedIn(params IEnumerable<IOperation?> operations)
    {
        var assigned = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (IOperation? operation in operations)
            foreach (IOperation part in operation?.DescendantsAndSelf() ?? [])
            {
                assigned.UnionWith(AssignedBy(part));
                if (part is IInvocationOperation call && MayRunClosure(call)) assigned.UnionWith(AssignedByClosures(part));
            }
        return assigned;
    }

    /// <summary>
    /// The variables that a local function or a lambda around <paramref name="place"/> assigns, whichever of them runs. One that is given from
    /// outside assigns what is seen here under another name.
    /// </summary>
    private static IEnumerable<ISymbol> AssignedByClosures(IOperation place) => Closures(place).SelectMany(closure => closure.Descendants()).SelectMany(AssignedBy)
        .Concat(RootAround(place).Descendants().OfType<IParameterReferenceOperation>().Select(reference => reference.Parameter).Where(parameter => parameter.RefKind != RefKind.None));

    private static IEnumerable<IOperation> Closures(IOperation place) =>
        RootAround(place).Descendants().Where(part => part is ILocalFunctionOperation or IAnonymousFunctionOperation);

    /// <summary>Does evaluating this call a delegate or a local function, or hand a delegate to somebody?</summary>
    public static bool MayRunClosure(IOperation operation) => operation.DescendantsAndSelf().Any(part => part is IInvocationOperation call && MayRunClosure(call));

    private static bool MayRunClosure(IInvocationOperation call) =>
        call.TargetMethod is { MethodKind: MethodKind.DelegateInvoke } or { MethodKind: MethodKind.LocalFunction, IsStatic: false }
        || call.TargetMethod.Parameters.Any(parameter => parameter.Type.TypeKind == TypeKind.Delegate);

    private static IEnumerable<ISymbol> AssignedBy(IOperation part) => Targets(part).Select(Symbol).Where(symbol => symbol is not null)!;

    /// <summary>
    /// The variables and objects (as <c>this</c>) that evaluating <paramref name="operation"/> changes, in whole or in a member: by itself,
    /// or in a local function or lambda that it may run.
    /// </summary>
    public static IEnumerable<IOperation> ChangedIn(IOperation operation)
    {
        foreach (IOperation part in operation.DescendantsAndSelf())
        {
            foreach (IOperation changed in ChangedBy(part)) yield return changed;
            if (part is not IInvocationOperation call || !MayRunClosure(call)) continue;
            foreach (IOperation changed in Closures(part).SelectMany(closure => closure.Descendants()).SelectMany(ChangedBy)) yield return changed;
        }
    }

    private static IEnumerable<IOperation> ChangedBy(IOperation part)
    {
        foreach (IOperation target in Targets(part)) yield return RootOf(target);
        if (ChangedInside(part) is { } changed) yield return RootOf(changed);
    }

    /// <summary>What code that runs here may change inside: what a method is called on, or a property or a deconstruction is of.</summary>
    private static IOperation? ChangedInside(IOperation part) => part switch
    {
        IInvocationOperation { Instance: { } instance, TargetMethod: { IsReadOnly: false, ContainingType.IsReadOnly: false } } => instance,
        IPropertyReferenceOperation { Instance: { } instance } when HiddenCode.Changes(part) => instance,
        IDeconstructionAssignmentOperation { Value: { } value } when HiddenCode.Changes(part) => value,
        _ => null,
    };

    /// <summary>Does anything here store into a sequence whose elements have this type?</summary>
    public static bool StoresInto(ITypeSymbol element, params IEnumerable<IOperation?> operations) =>
        operations.Any(operation => operation is not null && operation.DescendantsAndSelf().Any(part =>
            Targets(part).Any(target => Symbol(target) is null && SymbolEqualityComparer.Default.Equals(target.Type, element))
            || part is IInvocationOperation call && !PureCalls.IsPure(call.TargetMethod) || HiddenCode.Changes(part)));

    /// <summary>May evaluating this change the member of some object? Only code that is seen does not.</summary>
    public static bool MayChange(ISymbol member, IOperation operation) => operation.DescendantsAndSelf().Any(part =>
        Targets(part).Any(target => SymbolEqualityComparer.Default.Equals(target switch
        {
            IFieldReferenceOperation field => field.Field.OriginalDefinition,
            IPropertyReferenceOperation property => property.Property.OriginalDefinition,
            // One of the constructor that an object keeps.
            IParameterReferenceOperation parameter => parameter.Parameter.OriginalDefinition,
            _ => null,
        }, member.OriginalDefinition) || LocalOrParameter(target)?.Type is { IsValueType: true } type && SymbolEqualityComparer.Default.Equals(type, member.ContainingType))
        || HiddenCode.ChangesMembers(part)
        || part is IInvocationOperation call && !PureCalls.IsPure(call.TargetMethod) && (!call.TargetMethod.IsStatic || call.Arguments.Any(argument => argument.Value.Type is { IsReferenceType: true } and not IArrayTypeSymbol || argument.Parameter?.RefKind is RefKind.Ref or RefKind.Out)));

    /// <summary>Does this piece of C# change the members of the object that <paramref name="isRoot"/> recognises?</summary>
    public static bool Mutates(IOperation operation, Func<IOperation, bool> isRoot) => operation.DescendantsAndSelf().Any(part =>
        Targets(part).Any(target => isRoot(RootOf(target)))
        || ChangedInside(part) is { Type: { IsValueType: true } or ITypeParameterSymbol { IsReferenceType: false } } changed && isRoot(RootOf(changed)));

    private static IOperation RootOf(IOperation place) => PlaceOf(place) switch
    {
        IFieldReferenceOperation { Instance: { } instance } => RootOf(instance),
        IPropertyReferenceOperation { Instance: { } instance } => RootOf(instance),
        { } root => root,
    };

    /// <summary>What a <c>ref</c> local is another name for; anything else as it is.</summary>
    private static IOperation PlaceOf(IOperation operation)
    {
        while (true)
        {
            if (operation is ILocalReferenceOperation { Local: { IsRef: true } local } && InitialOf(operation, local) is { } place) operation = place;
            // Both are elements of one array: nothing else is read.
            else if (operation is IConditionalOperation { IsRef: true, WhenTrue: { } one }) operation = one;
            else return operation;
        }
    }

    /// <summary>What a local is declared with.</summary>
    public static IOperation? InitialOf(IOperation use, ILocalSymbol local) => RootAround(use).Descendants().OfType<IVariableDeclaratorOperation>()
        .FirstOrDefault(declarator => SymbolEqualityComparer.Default.Equals(declarator.Symbol, local))?.GetVariableInitializer()?.Value;

    /// <summary>All that a local is ever given: by its declaration, by assignments, as the elements of a loop. Null where it is given something in another way.</summary>
    public static IReadOnlyList<IOperation>? SourcesOf(IOperation use, ILocalSymbol local)
    {
        var sources = new List<IOperation>();
        bool Is(IOperation? operation) => operation is ILocalReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Local, local);
        foreach (IOperation part in RootAround(use).Descendants())
            switch (part)
            {
                case IVariableDeclaratorOperation { Parent: IForEachLoopOperation loop } declarator when SymbolEqualityComparer.Default.Equals(declarator.Symbol, local):
                    sources.Add(loop.Collection);
                    break;
                case IVariableDeclaratorOperation declarator when SymbolEqualityComparer.Default.Equals(declarator.Symbol, local):
                    if (declarator.GetVariableInitializer() is { Value: { } initial }) sources.Add(initial);
                    break;
                case ISimpleAssignmentOperation assignment when Is(assignment.Target):
                    sources.Add(assignment.Value);
                    break;
                case ILocalReferenceOperation when Is(part) && Counterpart(part) is { } given:
                    sources.Add(given);
                    break;
                case ILocalReferenceOperation when Is(part) && IsWritten(part) && part.Parent is not ISimpleAssignmentOperation:
                case IDeclarationPatternOperation { DeclaredSymbol: ILocalSymbol bound } when SymbolEqualityComparer.Default.Equals(bound, local):
                case IRecursivePatternOperation { DeclaredSymbol: ILocalSymbol matched } when SymbolEqualityComparer.Default.Equals(matched, local):
                case ILocalReferenceOperation { IsDeclaration: true } when Is(part):
                    return null;
            }
        return sources;
    }

    /// <summary>What a target in <c>(a, b) = (c, d)</c> is given; null for anything else.</summary>
    private static IOperation? Counterpart(IOperation target) =>
        target.Parent is ITupleOperation { Parent: IDeconstructionAssignmentOperation { Target: ITupleOperation targets, Value: { } value } } tuple && tuple == targets
            && (value is IConversionOperation { Operand: ITupleOperation inner } ? inner : value as ITupleOperation) is { } values && values.Elements.Length == targets.Elements.Length
            ? values.Elements[targets.Elements.IndexOf(target)]
            : null;

    /// <summary>Is this where something is stored: by an assignment, a step, as an argument by reference, under another name?</summary>
    public static bool IsWritten(IOperation place) => place.Parent switch
    {
        IAssignmentOperation assignment => assignment.Target == place || assignment is ISimpleAssignmentOperation { IsRef: true },
        IConditionalOperation { IsRef: true } choice => place != choice.Condition && IsWritten(choice),
        IIncrementOrDecrementOperation or IAddressOfOperation or IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol.IsRef: true } } => true,
        IArgumentOperation argument => argument.Parameter?.RefKind is RefKind.Ref or RefKind.Out,
        ITupleOperation tuple => IsTarget(tuple),
        IDeclarationExpressionOperation declaration => IsWritten(declaration),
        _ => false,
    };

    private static bool IsTarget(ITupleOperation tuple) => tuple.Parent switch
    {
        IDeconstructionAssignmentOperation deconstruction => deconstruction.Target == tuple,
        ITupleOperation outer => IsTarget(outer),
        _ => false,
    };

    public static IOperation RootAround(IOperation place)
    {
        while (place.Parent is { } parent) place = parent;
        return place;
    }

    private static IOperation? LocalOrParameter(IOperation operation) => operation is ILocalReferenceOperation or IParameterReferenceOperation ? operation : null;

    /// <summary>Is this variable among the assigned ones, or may it be one of them under another name? A reference may stand for any variable of its type.</summary>
    public static bool MayBeAmong(this HashSet<ISymbol> assigned, ISymbol symbol) => assigned.Contains(symbol)
        || assigned.Any(other => (IsReference(symbol) || IsReference(other)) && SymbolEqualityComparer.Default.Equals(TypeOf(symbol), TypeOf(other)));

    private static bool IsReference(ISymbol symbol) => symbol is ILocalSymbol { IsRef: true } or IParameterSymbol { RefKind: not RefKind.None };

    private static ITypeSymbol? TypeOf(ISymbol symbol) => symbol switch
    {
        ILocalSymbol local => local.Type,
        IParameterSymbol parameter => parameter.Type,
        _ => null,
    };

    public static ISymbol? Symbol(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        _ => null,
    };

    /// <summary>May evaluating <paramref name="operation"/> put another array in the place of one?</summary>
    public static bool MayMoveArrays(IOperation operation) => operation.DescendantsAndSelf().Any(part => IsEffect(part) && part switch
    {
        IAssignmentOperation or IIncrementOrDecrementOperation => DirectTargets(part).Any(target => target.Type is IArrayTypeSymbol || HiddenCode.Changes(target)) || HiddenCode.Changes(part),
        IInvocationOperation or IPropertyReferenceOperation or IObjectCreationOperation or IBinaryOperation or IUnaryOperation or IConversionOperation => true,
        _ => false,
    });

    /// <summary>The variable that an assignment or increment changes; null for an element or several targets.</summary>
    public static ISymbol? Target(IOperation operation) => Targets(operation).ToArray() is [{ } only] ? Symbol(only) : null;

    private static bool IsEffect(IOperation operation) => operation switch
    {
        IAssignmentOperation or IIncrementOrDecrementOperation or IThrowOperation => true,
        // What these bind or choose is lowered to statements of its own.
        ISwitchExpressionOperation or IListPatternOperation => true,
        ICoalesceOperation { Value.Type: { } value } => IsNullableOfNumbers(value) || IsModel(value),
        IConditionalAccessOperation { Operation.Type: { } value } => IsNullableOfNumbers(value) || IsModel(value),
        IBinaryOperation { IsLifted: true, Type: { } value } => IsNullableOfNumbers(value),
        IDeclarationPatternOperation { DeclaredSymbol: not null } or IRecursivePatternOperation { DeclaredSymbol: not null } => true,
        // Putting text together, which only the call that takes the text looks at.
        IInvocationOperation { Parent: IInterpolatedStringAppendOperation } => false,
        IInvocationOperation call => !PureCalls.IsPure(call.TargetMethod),
        IPropertyReferenceOperation { Property: { Name: "Value", ContainingType.OriginalDefinition.SpecialType: SpecialType.System_Nullable_T }, Instance: { } nullable } => !NullTests.Holds(nullable),
        IObjectCreationOperation => (HiddenCode.Of(operation) & ~CodeEffects.Own) != 0,
        // What a comparison of the user's looks at is read into variables before it.
        IBinaryOperation { OperatorMethod: { IsImplicitlyDeclared: false, DeclaringSyntaxReferences.Length: 1 }, Type.SpecialType: SpecialType.System_Boolean } => true,
        IPropertyReferenceOperation or IBinaryOperation or IUnaryOperation or IConversionOperation => HiddenCode.Of(operation) != CodeEffects.None,
        _ => false,
    };

    private static bool IsModel(ITypeSymbol type) => type is { TypeKind: TypeKind.Class, DeclaringSyntaxReferences.Length: > 0 } && TypeReader.HoldsReals(type);

    /// <summary>A nullable number or struct, which is chosen from by statements of its own.</summary>
    private static bool IsNullableOfNumbers(ITypeSymbol type) => Layout.IsNullableType(type) && ((INamedTypeSymbol)type).TypeArguments[0] is var value && (TypeReader.IsReal(value) || value.SpecialType == SpecialType.None && value.TypeKind == TypeKind.Struct);

    /// <summary>The places that this part itself changes; one reached through a <c>ref</c> local under both names.</summary>
    public static IEnumerable<IOperation> Targets(IOperation operation)
    {
        foreach (IOperation target in DirectTargets(operation))
        {
            yield return target;
            if (PlaceOf(target) is { } place && place != target) yield return place;
        }
    }

    private static IEnumerable<IOperation> Elements(ITupleOperation tuple) => tuple.Elements.SelectMany(element => element is ITupleOperation inner ? Elements(inner) : [element]);

    private static IEnumerable<IOperation> DirectTargets(IOperation operation) => operation switch
    {
        IDeconstructionAssignmentOperation { Target: ITupleOperation tuple } => Elements(tuple),
        IAssignmentOperation assignment => [assignment.Target],
        IIncrementOrDecrementOperation increment => [increment.Target],
        IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument => [argument.Value],
        // What a pointer does there is not seen.
        IAddressOfOperation address => [address.Reference],
        _ => [],
    };
}
