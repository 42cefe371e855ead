using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiff.Generators.FrontEnd;

/// <summary>What running a piece of code can be noticed by.</summary>
[Flags]
internal enum CodeEffects
{
    None = 0,

    /// <summary>It changes the object whose code it is.</summary>
    Own = 1,

    /// <summary>It changes elements of arrays that it did not make.</summary>
    Elements = 2,

    /// <summary>It changes something else: an argument, another object, a static field, what a call that cannot be seen changes.</summary>
    Others = 4,

    /// <summary>It may throw by a statement of its own.</summary>
    Throws = 8,

    /// <summary>Among what it changes may be the elements of an array that it neither made nor was given: one behind a field.</summary>
    Outside = 16,
}

/// <summary>
/// Code of the user's that runs without a call being written: accessors, constructors, operators, conversions, deconstructors. What it does
/// is read from it once, with all that it runs in turn.
/// </summary>
internal static class HiddenCode
{
    private static readonly ConditionalWeakTable<Compilation, ConcurrentDictionary<IMethodSymbol, CodeEffects>> Known = new();

    /// <summary>What evaluating this operation by itself, without its operands, does.</summary>
    public static CodeEffects Of(IOperation operation) => operation.SemanticModel is not { Compilation: { } compilation } ? CodeEffects.None
        : RunBy(operation).Aggregate(CodeEffects.None, (all, method) => all | Of(method, compilation));

    /// <summary>What the method does that this calls; nothing where it is no call.</summary>
    public static CodeEffects OfCall(IOperation operation) => operation is IInvocationOperation { SemanticModel.Compilation: { } compilation } call && !PureCalls.IsPure(call.TargetMethod) ? Of(call.TargetMethod, compilation) : CodeEffects.None;

    /// <summary>Does it change anything?</summary>
    public static bool Changes(IOperation operation) => (Of(operation) & ~CodeEffects.Throws) != 0;

    /// <summary>Does it change members of objects?</summary>
    public static bool ChangesMembers(IOperation operation) => (Of(operation) & (CodeEffects.Own | CodeEffects.Others)) != 0;

    /// <summary>May it, or a call, change the elements of arrays that come from outside the method it stands in?</summary>
    public static bool ChangesOutside(IOperation operation)
    {
        if (operation is not IInvocationOperation call) return (Of(operation) & (CodeEffects.Elements | CodeEffects.Outside)) != 0;
        if (call.SemanticModel is not { Compilation: { } compilation }) return true;
        CodeEffects inner = Of(call.TargetMethod, compilation);
        return ((inner | OfGiven(call, inner)) & CodeEffects.Outside) != 0;
    }

    /// <summary>What a called method does.</summary>
    public static CodeEffects Of(IMethodSymbol method, Compilation compilation) => Of(method, compilation, new Dictionary<IMethodSymbol, CodeEffects>(SymbolEqualityComparer.Default));

    private static IEnumerable<IMethodSymbol> RunBy(IOperation operation)
    {
        switch (operation)
        {
            case IPropertyReferenceOperation { Property: { } property } reference:
                bool written = reference.Parent is IAssignmentOperation assignment && assignment.Target == reference || reference.Parent is IIncrementOrDecrementOperation;
                if (written && property.SetMethod is { } setter) yield return setter;
                if ((!written || reference.Parent is not ISimpleAssignmentOperation) && property.GetMethod is { } getter) yield return getter;
                break;
            case IObjectCreationOperation { Constructor: { } constructor }:
                yield return constructor;
                break;
            case IDeconstructionAssignmentOperation { Syntax: AssignmentExpressionSyntax syntax, SemanticModel: { } model }:
                for (var info = new Queue<DeconstructionInfo>([model.GetDeconstructionInfo(syntax)]); info.Count > 0;)
                {
                    DeconstructionInfo next = info.Dequeue();
                    if (next.Method is { } taken) yield return taken;
                    foreach (DeconstructionInfo inner in next.Nested) info.Enqueue(inner);
                }
                break;
            default:
                IMethodSymbol? method = operation switch
                {
                    IBinaryOperation binary => binary.OperatorMethod,
                    IUnaryOperation unary => unary.OperatorMethod,
                    IConversionOperation conversion => conversion.OperatorMethod,
                    ICompoundAssignmentOperation compound => compound.OperatorMethod,
                    IIncrementOrDecrementOperation step => step.OperatorMethod,
                    _ => null,
                };
                if (method is not null) yield return method;
                break;
        }
    }

    /// <param name="method">The method.</param>
    /// <param name="compilation">Where it stands.</param>
    /// <param name="found">What is known of those met on the way; of one that is still being read, nothing: it adds nothing to what it does itself.</param>
    private static CodeEffects Of(IMethodSymbol method, Compilation compilation, Dictionary<IMethodSymbol, CodeEffects> found)
    {
        method = (method.PartialImplementationPart ?? method).OriginalDefinition;
        if (method.DeclaringSyntaxReferences.Length != 1 && !IsImplicitConstructor(method)) return IsUnknown(method) ? CodeEffects.Others : CodeEffects.None;
        ConcurrentDictionary<IMethodSymbol, CodeEffects> known = Known.GetValue(compilation, _ => new(SymbolEqualityComparer.Default));
        if (known.TryGetValue(method, out CodeEffects effects) || found.TryGetValue(method, out effects)) return effects;
        bool isFirst = found.Count == 0;
        found.Add(method, CodeEffects.None);
        if (!Implementations.IsOpen(method)) effects = OfCodeOf(method, compilation, found);
        else if (Implementations.Of(method, compilation) is not { } implementations) effects = CodeEffects.Own | CodeEffects.Others | CodeEffects.Outside;
        else effects = implementations.Aggregate(CodeEffects.None, (all, each) => all | OfCodeOf(each.Method.OriginalDefinition, compilation, found));
        if (method.MethodKind == MethodKind.Constructor && BaseOf(method) is { } inherited) effects |= Of(inherited, compilation, found);
        found[method] = effects;
        if (isFirst) known.TryAdd(method, effects);
        return effects;
    }

    private static CodeEffects OfCodeOf(IMethodSymbol method, Compilation compilation, Dictionary<IMethodSymbol, CodeEffects> found)
    {
        CodeEffects effects = CodeEffects.None;
        foreach (SyntaxNode syntax in CodeOf(method))
            if (Framework.ModelOf(compilation, syntax.SyntaxTree).GetOperation(syntax) is { } body) effects |= OfCode(body, compilation, found);
        return effects;
    }

    /// <summary>What runs when a method is called: of a constructor also what the members of its type are initialised with.</summary>
    private static IEnumerable<SyntaxNode> CodeOf(IMethodSymbol method)
    {
        SyntaxNode? own = method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax();
        // The accessors and the constructor of a positional record only read and store.
        if (own is not (null or TypeDeclarationSyntax or ParameterSyntax)) yield return own;
        if (method.MethodKind is not MethodKind.Constructor || own is ConstructorDeclarationSyntax { Initializer.RawKind: (int)SyntaxKind.ThisConstructorInitializer }) yield break;
        foreach (SyntaxReference reference in method.ContainingType.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax() is not TypeDeclarationSyntax type) continue;
            if (own == type && type.BaseList?.Types.OfType<PrimaryConstructorBaseTypeSyntax>().FirstOrDefault() is { } called) yield return called;
            foreach (MemberDeclarationSyntax member in type.Members)
            {
                if (member.Modifiers.Any(SyntaxKind.StaticKeyword) || member.Modifiers.Any(SyntaxKind.ConstKeyword)) continue;
                if (member is PropertyDeclarationSyntax { Initializer: { } value }) yield return value;
                if (member is FieldDeclarationSyntax fields)
                    foreach (VariableDeclaratorSyntax field in fields.Declaration.Variables)
                        if (field.Initializer is { } initial) yield return initial;
            }
        }
    }

    private static bool IsImplicitConstructor(IMethodSymbol method) => method is { IsImplicitlyDeclared: true, MethodKind: MethodKind.Constructor, Parameters.IsEmpty: true, ContainingType.DeclaringSyntaxReferences.IsEmpty: false };

    /// <summary>The constructor of the base class that runs without being written.</summary>
    private static IMethodSymbol? BaseOf(IMethodSymbol constructor) =>
        constructor.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is ConstructorDeclarationSyntax { Initializer: not null } || constructor.ContainingType is not { TypeKind: TypeKind.Class, BaseType: { } inherited }
            ? null
            : inherited.InstanceConstructors.FirstOrDefault(each => each.Parameters.IsEmpty);

    private static bool IsQuery(IMethodSymbol method) => method.ContainingType is { Name: "Enumerable", ContainingNamespace: { Name: "Linq", ContainingNamespace.Name: "System" } };

    /// <summary>A method of a library that may change what it is called on or given. Its properties, constructors and operators do not.</summary>
    private static bool IsUnknown(IMethodSymbol method) => !method.IsImplicitlyDeclared
        && method.MethodKind is MethodKind.Ordinary or MethodKind.ReducedExtension or MethodKind.DelegateInvoke or MethodKind.ExplicitInterfaceImplementation
        && !PureCalls.IsPure(method) && !HarmlessCalls.IsHarmless(method) && method.Name is not ("Clone" or "ToArray");

    private static CodeEffects OfCode(IOperation body, Compilation compilation, Dictionary<IMethodSymbol, CodeEffects> found)
    {
        CodeEffects effects = CodeEffects.None;
        foreach (IOperation part in body.DescendantsAndSelf())
        {
            if (part is IThrowOperation) effects |= CodeEffects.Throws;
            foreach (IOperation target in Effects.Targets(part)) effects |= OfPlace(target, inside: false);
            // A query runs the functions that it is given: those written here are a part of this code.
            if (part is IInvocationOperation { Arguments: { } given } query && IsQuery(query.TargetMethod))
            {
                if (given.Any(argument => argument.Value.Type is { TypeKind: TypeKind.Delegate } && argument.Value is not IDelegateCreationOperation)) effects |= CodeEffects.Others;
            }
            // The code of a local function is a part of this one.
            else if (part is IInvocationOperation { TargetMethod: { MethodKind: not MethodKind.LocalFunction } called } call) effects |= Seen(Of(called, compilation, found), call.Instance) | OfGiven(call, Of(called, compilation, found));
            IOperation? instance = (part as IPropertyReferenceOperation)?.Instance ?? (part as IDeconstructionAssignmentOperation)?.Value;
            foreach (IMethodSymbol method in RunBy(part))
                effects |= part is IObjectCreationOperation ? Of(method, compilation, found) & ~CodeEffects.Own : Seen(Of(method, compilation, found), instance);
        }
        return effects;
    }

    /// <summary>What code of another object does, as seen from here: that may be this object, a variable of here, or any other.</summary>
    private static CodeEffects Seen(CodeEffects inner, IOperation? instance) =>
        (inner & CodeEffects.Own) == 0 || instance is null ? inner : inner & ~CodeEffects.Own | OfPlace(instance, inside: true);

    /// <summary>What a call changes in the arrays that are handed to it.</summary>
    private static CodeEffects OfGiven(IInvocationOperation call, CodeEffects inner)
    {
        if (call.TargetMethod.MethodKind == MethodKind.DelegateInvoke) return CodeEffects.Outside;
        if ((inner & (call.TargetMethod.DeclaringSyntaxReferences.IsEmpty ? CodeEffects.Others : CodeEffects.Elements | CodeEffects.Others)) == 0) return CodeEffects.None;
        return call.Arguments.Select(argument => argument.Value).Append(call.Instance).Where(value => value is { Type: IArrayTypeSymbol or { IsRefLikeType: true } })
            .Aggregate(CodeEffects.None, (all, value) => all | OfElements(value!, [])) & CodeEffects.Outside;
    }

    /// <summary>Whose the elements are: nobody's where the array was made here.</summary>
    private static CodeEffects OfElements(IOperation array, HashSet<ISymbol> visited) => array switch
    {
        IParameterReferenceOperation => CodeEffects.Elements,
        IObjectCreationOperation or IArrayCreationOperation or ICollectionExpressionOperation or IDefaultValueOperation or ILiteralOperation or IInvocationOperation { TargetMethod.Name: "Clone" or "ToArray" } => CodeEffects.None,
        IConversionOperation conversion => OfElements(conversion.Operand, visited),
        IConditionalOperation { WhenFalse: { } other } choice => OfElements(choice.WhenTrue, visited) | OfElements(other, visited),
        ICoalesceOperation choice => OfElements(choice.Value, visited) | OfElements(choice.WhenNull, visited),
        ISimpleAssignmentOperation assignment => OfElements(assignment.Value, visited),
        IArrayElementReferenceOperation row => OfElements(row.ArrayReference, visited),
        IImplicitIndexerReferenceOperation part => OfElements(part.Instance, visited),
        IInvocationOperation view when PureCalls.IsView(view.TargetMethod) => OfElements(view.Instance ?? view.Arguments[0].Value, visited),
        ILocalReferenceOperation { Local: { } local } => !visited.Add(local) ? CodeEffects.None
            : Effects.SourcesOf(array, local) is { } sources ? sources.Aggregate(CodeEffects.None, (all, source) => all | OfElements(source, visited)) : CodeEffects.Elements | CodeEffects.Outside,
        _ => CodeEffects.Elements | CodeEffects.Outside,
    };

    /// <summary>Whose the place is that is changed, itself or <paramref name="inside"/> of what it holds.</summary>
    private static CodeEffects OfPlace(IOperation place, bool inside)
    {
        bool shared = inside && place.Type is { IsReferenceType: true };
        switch (place)
        {
            case IInstanceReferenceOperation:
                return CodeEffects.Own;
            case ILocalReferenceOperation { Local: { IsRef: true } local }:
                // Where it is known what it refers to, that is a place of its own, or of the object.
                return CodeEffects.Others | (Effects.InitialOf(place, local) is { } referred ? OfPlace(referred, inside) & CodeEffects.Own : CodeEffects.Outside);
            case ILocalReferenceOperation { Local: { } local }:
                return shared && !IsMadeHere(place, local) ? CodeEffects.Others : CodeEffects.None;
            case IParameterReferenceOperation { Parameter: { } parameter }:
                return parameter.RefKind != RefKind.None || shared ? CodeEffects.Others : CodeEffects.None;
            case IFieldReferenceOperation { Instance: { } instance } when !shared:
                return OfPlace(instance, inside: true);
            case IFieldReferenceOperation { Type: { IsValueType: true, IsRefLikeType: false } } when !shared:
                return CodeEffects.Others;
            case IPropertyReferenceOperation { Instance: { } instance, Property: { ReturnsByRef: false } } when !shared:
                return OfPlace(instance, inside: true);
            case IDeclarationExpressionOperation or IDiscardOperation:
                return CodeEffects.None;
            case IArrayElementReferenceOperation element when !shared:
                return OfElements(element.ArrayReference, []);
            case IPropertyReferenceOperation { Property.ReturnsByRef: true, Instance: { Type: { } span } viewed } when !shared && TypeReader.Read(span).IsSpan:
                return OfElements(viewed, []);
            default:
                return CodeEffects.Others | CodeEffects.Outside;
        }
    }

    /// <summary>Is the local never given anything but what is made for it?</summary>
    private static bool IsMadeHere(IOperation place, ILocalSymbol local) => Effects.SourcesOf(place, local) is { Count: > 0 } sources
        && sources.All(source => source is IObjectCreationOperation or IArrayCreationOperation or ICollectionExpressionOperation or IInvocationOperation { TargetMethod.Name: "Clone" or "ToArray" });
}
