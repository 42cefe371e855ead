using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiff.Generators.FrontEnd;

/// <summary>What is known of a differentiable method from the outside, without reading its body as a whole.</summary>
internal static class Differentiables
{
    public const string Attribute = "AutoDiff.DifferentiableAttribute";

    public static bool IsMarked(IMethodSymbol method) => Has(method.OriginalDefinition, "DifferentiableAttribute");

    public static bool IsConstant(ISymbol member) => Has(member, "NoGradientAttribute");

    /// <summary>Is this parameter one that gets an adjoint and a tangent?</summary>
    public static bool IsDifferentiable(IParameterSymbol parameter) => TypeReader.ReadParameter(parameter.Type).CanBeActive && !IsConstant(parameter);

    /// <summary>The part of a partial method that has the body; any other method itself.</summary>
    public static IMethodSymbol WithBody(IMethodSymbol method) => method.PartialImplementationPart ?? method;

    /// <summary>The method as a callee; null where its companions do not exist or cannot be called from <paramref name="caller"/>.</summary>
    /// <param name="method">The called method.</param>
    /// <param name="caller">The method that calls it.</param>
    /// <param name="identifiers">What the caller names; a companion of the same name can only be reached through its type.</param>
    /// <param name="compilation">Where both stand.</param>
    /// <param name="receiver">The type whose method it is, where it is called on another object; null on <c>this</c>, or for a static one.</param>
    /// <param name="isBase">It is called as <c>base.F(…)</c>.</param>
    public static Callee? Callee(IMethodSymbol method, IMethodSymbol caller, ICollection<string> identifiers, Compilation compilation, INamedTypeSymbol? receiver = null, bool isBase = false)
    {
        method = WithBody(method);
        if (!HasNumbersForTypes(method)) return null;
        if (method.Parameters.Any(parameter => parameter.RefKind != RefKind.None)) return null;
        // Aggregates and arrays of arrays are passed to no companion: such a method is read in place.
        if (method.Parameters.Any(parameter => !IsConstant(parameter) && !IsPlain(parameter.Type)) || !IsPlain(method.ReturnType)) return null;
        if (method.DeclaringSyntaxReferences.IsEmpty && method.ContainingType.GetMembers(method.Name + "Adjoint").IsEmpty) return null;
        if (!compilation.IsSymbolAccessibleWithin(method, caller.ContainingType)) return null;
        bool same = SymbolEqualityComparer.Default.Equals(method.ContainingType, caller.ContainingType);
        if (!method.IsStatic && !same && receiver is null && !Implementations.DerivesFrom(caller.ContainingType, method.ContainingType)) return null;
        bool hidden = identifiers.Contains(method.Name + "Adjoint") || identifiers.Contains(method.Name + "Forward") || caller.Parameters.Any(parameter => parameter.Name == method.Name);
        string path = receiver is not null ? "" : isBase ? "base." : same && !hidden ? "" : !method.IsStatic ? "this." : TypeReader.Name(method.ContainingType) + ".";
        string typeArguments = method.IsGenericMethod ? "<" + string.Join(", ", method.TypeArguments.Select(TypeReader.Name)) + ">" : "";
        var parameters = method.Parameters.Select(parameter => new CalleeParameter(
            IsDifferentiable(parameter), SequenceUse.Writes(parameter, []), TypeReader.Read(parameter.Type)));
        if (receiver is not null) parameters = parameters.Prepend(new CalleeParameter(false, false, TypeReader.Read(receiver)));
        return new Callee(path, Signature.Escape(method.Name), typeArguments, TypeReader.Read(method.ReturnType), parameters.ToEquatable(), Receiver: receiver is null ? null : TypeReader.Name(receiver).TrimEnd('?'));
    }

    /// <summary>Are all type arguments numbers that a derivative can be of? So are those of a method that is not generic.</summary>
    public static bool HasNumbersForTypes(IMethodSymbol method) =>
        method.TypeArguments.All(TypeReader.IsReal) && method.ContainingType.TypeArguments.All(TypeReader.IsReal);

    /// <summary>Numbers, arrays of them, and what holds none. Arrays of <c>Complex</c> are added, copied and exchanged as those of numbers are.</summary>
    private static bool IsPlain(ITypeSymbol type) => TypeReader.Read(type) is { IsReal: true } or { IsFlat: true, IsRealSequence: true } or { Shape: TypeShape.Array, IsRealSequence: true, IsJagged: false } and ({ IsAggregate: false } or { IsComplex: true, Rank: 1 }) || !TypeReader.HoldsReals(type);

    /// <summary>Is an array that the method returns always one that it made itself?</summary>
    public static bool ReturnsFresh(IMethodSymbol method, SemanticModel model) => ReturnsFresh(method, model, new HashSet<ISymbol>(SymbolEqualityComparer.Default));

    private static bool ReturnsFresh(IMethodSymbol method, SemanticModel model, HashSet<ISymbol> visited)
    {
        // A method that calls itself returns what it returns elsewhere.
        if (!visited.Add(method.OriginalDefinition)) return true;
        if (method.DeclaringSyntaxReferences is not [{ } reference] || reference.GetSyntax() is not MethodDeclarationSyntax syntax) return false;
        SemanticModel own = syntax.SyntaxTree == model.SyntaxTree ? model : model.Compilation.GetSemanticModel(syntax.SyntaxTree);
        if (own.GetOperation(syntax) is not { } body) return false;
        IEnumerable<IOperation> returned = body.Descendants().OfType<IReturnOperation>().Where(statement => !IsInFunction(statement)).Select(statement => statement.ReturnedValue!);
        return returned.All(value => IsFresh(value, own, visited));
    }

    /// <summary>Does it stand in a lambda or a local function, and return from that?</summary>
    private static bool IsInFunction(IOperation statement)
    {
        for (IOperation? outer = statement.Parent; outer is not null; outer = outer.Parent)
            if (outer is IAnonymousFunctionOperation or ILocalFunctionOperation) return true;
        return false;
    }

    private static bool IsFresh(IOperation value, SemanticModel model, HashSet<ISymbol> visited) => value switch
    {
        IArrayCreationOperation or ICollectionExpressionOperation => true,
        IConversionOperation conversion => IsFresh(conversion.Operand, model, visited),
        IInvocationOperation { TargetMethod: { MethodKind: MethodKind.Ordinary, DeclaringSyntaxReferences.IsEmpty: false } called } => !Implementations.IsOpen(called) && ReturnsFresh(called, model, visited),
        IInvocationOperation call => call.TargetMethod.Name is "ToArray" or "Clone",
        IConditionalOperation choice => IsFresh(choice.WhenTrue, model, visited) && IsFresh(choice.WhenFalse!, model, visited),
        ILocalReferenceOperation local when !visited.Add(local.Local) => true,
        ILocalReferenceOperation local => Effects.SourcesOf(local, local.Local) is { } sources && sources.All(source => IsFresh(source, model, visited)),
        _ => false,
    };

    public static bool IsAttribute(ITypeSymbol type) => Is(type, "DifferentiableAttribute");

    private static bool Has(ISymbol symbol, string attribute) => symbol.GetAttributes().Any(data => data.AttributeClass is { } type && Is(type, attribute));

    private static bool Is(ITypeSymbol type, string attribute) =>
        type.Name == attribute && type.ContainingNamespace is { Name: "AutoDiff", ContainingNamespace.IsGlobalNamespace: true };
}
