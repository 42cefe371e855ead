using Microsoft.CodeAnalysis;

namespace AutoDiff.Generators.FrontEnd;

/// <summary>Which members the companions of a method would be, and whether the type has room for them.</summary>
internal static class CompanionNames
{
    /// <summary>The name of a companion that cannot be added, because a member of the type or a companion of an overload has it; otherwise null.</summary>
    public static string? Taken(IMethodSymbol method)
    {
        foreach (string companion in Of(method))
            if (method.ContainingType.GetMembers(companion).Any(member => !IsGenerated(member) && (member is not IMethodSymbol other || StartsAlike(method, other))))
                return companion;
        return method.ContainingType.GetMembers(method.Name).OfType<IMethodSymbol>()
            .Where(other => !SymbolEqualityComparer.Default.Equals(other, method) && !IsPartOf(other, method) && Differentiables.IsMarked(other))
            .Select(other => Signatures(method).Intersect(Signatures(other)).FirstOrDefault())
            .FirstOrDefault(shared => shared.Name is not null).Name;
    }

    /// <summary>
    /// Has the type a member that could be meant by a call of a companion with the object as its first parameter, or another method with
    /// such companions?
    /// </summary>
    public static bool IsTaken(IMethodSymbol method, INamedTypeSymbol receiver)
    {
        bool TakesFirst(IMethodSymbol other) => other.Parameters.Length > method.Parameters.Length && SymbolEqualityComparer.Default.Equals(other.Parameters[0].Type, receiver)
            && method.Parameters.Zip(other.Parameters.Skip(1), (a, b) => SymbolEqualityComparer.Default.Equals(a.Type, b.Type)).All(same => same);
        return Of(method).SelectMany(companion => receiver.GetMembers(companion)).Any(member => !IsGenerated(member) && (member is not IMethodSymbol other || TakesFirst(other)))
            || receiver.GetMembers(method.Name).OfType<IMethodSymbol>().Any(TakesFirst);
    }

    private static IEnumerable<string> Of(IMethodSymbol method)
    {
        IrType result = TypeReader.Read(method.ReturnType);
        if (result.IsReal) yield return method.Name + "Gradient";
        if (result.IsSequence) yield return method.Name + "Jacobian";
        yield return method.Name + "Adjoint";
        yield return method.Name + "Forward";
    }

    /// <summary>A companion itself, which the analyzer sees and the generator does not.</summary>
    private static bool IsGenerated(ISymbol member) => member.DeclaringSyntaxReferences.All(reference =>
        reference.SyntaxTree.FilePath.EndsWith(".g.cs", StringComparison.Ordinal) && reference.SyntaxTree.FilePath.Contains(nameof(DifferentiableGenerator)));

    private static bool IsPartOf(IMethodSymbol part, IMethodSymbol whole) =>
        SymbolEqualityComparer.Default.Equals(part.PartialImplementationPart, whole) || SymbolEqualityComparer.Default.Equals(part.PartialDefinitionPart, whole);

    /// <summary>
    /// Does a member that has the name of a companion take the parameters of <paramref name="method"/> first? Then calls could mean
    /// either, even where the two can stand side by side.
    /// </summary>
    private static bool StartsAlike(IMethodSymbol method, IMethodSymbol other) =>
        other.Parameters.Length >= method.Parameters.Length
        && method.Parameters.Zip(other.Parameters, (a, b) => SymbolEqualityComparer.Default.Equals(a.Type, b.Type)).All(same => same);

    /// <summary>The companions with the types of their parameters, as far as C# tells overloads apart by them.</summary>
    private static IEnumerable<(string Name, string Parameters)> Signatures(IMethodSymbol method)
    {
        IParameterSymbol[] differentiable = [.. method.Parameters.Where(Differentiables.IsDifferentiable)];
        IrType result = TypeReader.Read(method.ReturnType);
        string own = string.Join(", ", method.Parameters.Select(parameter => parameter.Type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)));
        IEnumerable<string> adjoints = differentiable.Select(parameter => TypeReader.ReadParameter(parameter.Type)).Select(type => type.IsReal ? "ref " + type : type.IsList ? type.ToString() : type.As(TypeShape.Span).ToString());
        IEnumerable<string> seed = result.Shape == TypeShape.Void ? [] : result.IsReal ? [result.ToString()] : [result.As(TypeShape.ReadOnlySpan).ToString()];
        IEnumerable<string> tangents = differentiable.Select(parameter => TypeReader.ReadParameter(parameter.Type)).Select(type => type.Shape == TypeShape.Array ? type.As(TypeShape.Span).ToString() : type.ToString());
        yield return (method.Name + "Adjoint", string.Join(", ", [Spans(own), .. adjoints, .. seed]));
        yield return (method.Name + "Forward", string.Join(", ", [Spans(own), .. tangents]));
    }

    private static string Spans(string types) => types.Replace("global::System.Span<", "Span<").Replace("global::System.ReadOnlySpan<", "ReadOnlySpan<");
}
