using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiff.Generators.FrontEnd;

/// <summary>
/// May a called method run a second time, in its adjoint companion, with the same outcome? A random number, a clock, a field that
/// something has changed in between would make it another computation than the one that gave the value. Such a method is read in place.
/// </summary>
/// <remarks>Looks at the code that is at hand, through all that it calls; what is not at hand and not known is taken to vary.</remarks>
internal static class Reruns
{
    /// <summary>What a method does besides computing with its parameters.</summary>
    private readonly record struct Traits(bool Varies, bool Reads, bool Changes)
    {
        public static Traits operator |(Traits a, Traits b) => new(a.Varies || b.Varies, a.Reads || b.Reads, a.Changes || b.Changes);
    }

    private static readonly ConditionalWeakTable<Compilation, ConcurrentDictionary<IMethodSymbol, Traits>> Known = new();

    private static readonly Traits Nothing = default;

    private static readonly Traits Unknown = new(true, true, true);

    /// <summary>A random number, or the time: another one each time, but nothing that anybody else could see has changed.</summary>
    private static readonly Traits Clock = new(true, true, false);

    /// <summary>Would <paramref name="callee"/> do the same again, after <paramref name="caller"/> has run to its end?</summary>
    public static bool Repeats(IMethodSymbol callee, IMethodSymbol caller, Compilation compilation)
    {
        Traits called = Of(callee, compilation);
        if (called.Varies || called.Changes) return false;
        if (!called.Reads) return true;
        return !Of(caller, compilation).Changes;
    }

    /// <summary>Why it would not, and what to do about it: two phrases of a message.</summary>
    public static string[] WhyNot(IMethodSymbol callee, Compilation compilation) => Of(callee, compilation) switch
    {
        { Varies: true } => ["which would not compute the same a second time (a random number, a clock),", "pass that in as a parameter"],
        { Changes: true } => ["which changes a field, or an object that it did not make,", "keep what changes in variables of its own, in parameters and in the result"],
        _ => ["which reads a field that this method changes,", "pass that in as a parameter"],
    };

    /// <summary>May a method change what is in a field, or behind one?</summary>
    public static bool MayChangeFields(IMethodSymbol method, Compilation compilation) => Of(method, compilation).Changes;

    private static Traits Of(IMethodSymbol method, Compilation compilation)
    {
        ConcurrentDictionary<IMethodSymbol, Traits> known = Known.GetValue(compilation, _ => new(SymbolEqualityComparer.Default));
        method = Differentiables.WithBody(method.OriginalDefinition);
        if (known.TryGetValue(method, out Traits traits)) return traits;
        bool changes = (HiddenCode.Of(method, compilation) & CodeEffects.Outside) != 0;
        return known.GetOrAdd(method, Through(method, compilation, new(SymbolEqualityComparer.Default)) | new Traits(false, false, changes));
    }

    private static Traits Through(IMethodSymbol method, Compilation compilation, HashSet<ISymbol> visited)
    {
        method = Differentiables.WithBody(method.OriginalDefinition);
        if (!visited.Add(method)) return Nothing;
        if (method.DeclaringSyntaxReferences is not [{ } reference]) return method.IsImplicitlyDeclared ? Nothing : OfUnseen(method);
        SyntaxNode syntax = reference.GetSyntax();
        // An automatic property, or the parameters of a record: its field is judged where it is read.
        if (Framework.ModelOf(compilation, syntax.SyntaxTree).GetOperation(syntax) is not { } body) return Nothing;
        return body.DescendantsAndSelf().Aggregate(Nothing, (sum, part) => sum | Of(part, compilation, visited));
    }

    private static Traits Of(IOperation part, Compilation compilation, HashSet<ISymbol> visited) => part switch
    {
        IFieldReferenceOperation field => OfMember(field.Field, field.Instance, IsFixed(field.Field), field),
        IPropertyReferenceOperation property => OfProperty(property, compilation, visited),
        IEventReferenceOperation => Unknown,
        IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke, Instance: not ILocalReferenceOperation } => Unknown,
        IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke or MethodKind.LocalFunction } => Nothing,
        IInvocationOperation call => OfCall(call, compilation, visited),
        IObjectCreationOperation { Constructor: { } constructor } creation => IsClock(constructor.ContainingType) && creation.Arguments.IsEmpty ? Clock
            : constructor.DeclaringSyntaxReferences.IsEmpty ? Nothing : Through(constructor, compilation, visited),
        IBinaryOperation { OperatorMethod: { DeclaringSyntaxReferences.Length: 1 } method } => Through(method, compilation, visited),
        IUnaryOperation { OperatorMethod: { DeclaringSyntaxReferences.Length: 1 } method } => Through(method, compilation, visited),
        IConversionOperation { OperatorMethod: { DeclaringSyntaxReferences.Length: 1 } method } => Through(method, compilation, visited),
        _ => Nothing,
    };

    private static Traits OfProperty(IPropertyReferenceOperation reference, Compilation compilation, HashSet<ISymbol> visited)
    {
        IPropertySymbol property = reference.Property.OriginalDefinition;
        if (property.DeclaringSyntaxReferences.IsEmpty)
            return reference.Instance is null && IsClock(property.ContainingType) ? Clock : IsWritten(reference) && !IsOwn(reference.Instance) ? new(false, false, true) : Nothing;
        if (property.IsAbstract || property.IsVirtual || property.ContainingType.TypeKind == TypeKind.Interface) return Unknown;
        if (Layout.IsAutomatic(property)) return OfMember(property, reference.Instance, property.SetMethod is null or { IsInitOnly: true } && IsImmutable(property.Type), reference);
        Traits traits = property.GetMethod is { } getter ? Through(getter, compilation, visited) : Nothing;
        return IsWritten(reference) && property.SetMethod is { } setter ? traits | Through(setter, compilation, visited) : traits;
    }

    private static Traits OfMember(ISymbol member, IOperation? instance, bool isFixed, IOperation reference) =>
        isFixed && !IsWritten(reference) || instance is not null && member.ContainingType.IsValueType && IsOwn(instance) ? Nothing
        : new(false, true, IsWritten(reference) && !IsUnderConstruction(reference));

    private static Traits OfCall(IInvocationOperation call, Compilation compilation, HashSet<ISymbol> visited)
    {
        IMethodSymbol method = call.TargetMethod;
        if (!method.DeclaringSyntaxReferences.IsEmpty)
        {
            return !Implementations.IsOpen(method) || call.Instance is IInstanceReferenceOperation { Syntax: Microsoft.CodeAnalysis.CSharp.Syntax.BaseExpressionSyntax } ? Through(method, compilation, visited) : new Traits(false, true, false) | OfOverrides(method, compilation, visited);
        }
        return OfUnseen(method) is { Varies: true } varies && !IsOwn(call.Instance) ? varies : Nothing;
    }

    /// <summary>A method that may be any of those that implement or override it.</summary>
    private static Traits OfOverrides(IMethodSymbol method, Compilation compilation, HashSet<ISymbol> visited) =>
        Implementations.Of(method, compilation) is { } implementations
            ? implementations.Aggregate(Nothing, (sum, each) => sum | Through(each.Method, compilation, visited))
            : Unknown;

    /// <summary>Code that is not at hand: calculation, text and collections do the same again, anything else may not.</summary>
    private static Traits OfUnseen(IMethodSymbol method)
    {
        if (PureCalls.IsPure(method) || HarmlessCalls.IsHarmless(method) || HarmlessCalls.IsFormatting(method)) return Nothing;
        if (IsClock(method.ContainingType)) return Clock;
        string space = method.ContainingNamespace?.ToDisplayString() ?? "";
        return method.IsStatic && space is "System" or "System.Linq" or "System.Numerics" or "AutoDiff" || space is "System.Linq" or "System.Numerics" || method.ContainingType.IsValueType || method.ContainingType.SpecialType != SpecialType.None ? Nothing : Unknown;
    }

    private static bool IsClock(INamedTypeSymbol type) => type.Name is "Random" or "DateTime" or "DateTimeOffset" or "Environment" or "Stopwatch" or "Guid" or "TimeProvider" or "RandomNumberGenerator";

    /// <summary>A variable of the method itself: what it holds is made there, or was given to it.</summary>
    private static bool IsOwn(IOperation? instance) => instance switch
    {
        ILocalReferenceOperation local => local.Type is { IsValueType: true } or ITypeParameterSymbol || local.Type is INamedTypeSymbol named && !IsClock(named),
        IParameterReferenceOperation { Type.IsValueType: true } => true,
        IFieldReferenceOperation { Field.ContainingType.IsValueType: true } field => IsOwn(field.Instance),
        IPropertyReferenceOperation { Property.ContainingType.IsValueType: true } property => IsOwn(property.Instance),
        IInvocationOperation or IObjectCreationOperation or IConversionOperation or IBinaryOperation or ITupleOperation or IDefaultValueOperation or IArrayElementReferenceOperation => true,
        _ => false,
    };

    private static bool IsFixed(IFieldSymbol field) => field.IsConst || field.IsReadOnly && IsImmutable(field.Type);

    private static bool IsImmutable(ITypeSymbol type) => type.SpecialType is not (SpecialType.None or SpecialType.System_Object or SpecialType.System_Array) || type.TypeKind == TypeKind.Enum || type.IsValueType && type.IsReadOnly;

    /// <summary>Is the member itself changed, or an element of what it holds?</summary>
    private static bool IsWritten(IOperation reference) => reference.Parent switch
    {
        IArrayElementReferenceOperation element when element.ArrayReference == reference => IsWritten(element),
        IPropertyReferenceOperation { Arguments.Length: > 0 } element => IsWritten(element),
        _ => Effects.IsWritten(reference),
    };

    /// <summary>An object initialiser, or the code of a constructor: nobody else knows the object.</summary>
    private static bool IsUnderConstruction(IOperation reference)
    {
        for (IOperation? around = reference; around is not null; around = around.Parent)
            if (around is IObjectOrCollectionInitializerOperation or IConstructorBodyOperation) return true;
        return false;
    }
}
