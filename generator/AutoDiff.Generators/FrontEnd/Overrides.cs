using Microsoft.CodeAnalysis;

namespace AutoDiff.Generators.FrontEnd;

/// <summary>
/// A differentiable method that overrides another, or can be overridden: its companions are virtual as it is, so that the derivative is
/// always that of the method that runs.
/// </summary>
internal static class Overrides
{
    /// <summary>Why the companions cannot follow the method from type to type, and what to do; null where they can.</summary>
    public static string[]? Misfit(IMethodSymbol method, Compilation compilation)
    {
        if (method.IsStatic) return null;
        if (method.ContainingType.TypeKind == TypeKind.Interface)
            return method.IsSealed || !method.IsVirtual ? null : ["may be implemented anew by any type, whose derivative it would not be", "make it sealed, or mark the methods that implement it"];
        if (Overridden(method) is { } overridden && !method.Parameters.Zip(overridden.Parameters, (one, other) => Differentiables.IsConstant(one) == Differentiables.IsConstant(other)).All(same => same))
            return ["has other [NoGradient] parameters than '" + Name(overridden) + "', which it overrides", "mark the same ones"];
        return Implementations.IsOpen(method) && Later(method, compilation).FirstOrDefault(each => !Differentiables.IsMarked(each)) is { } unmarked
            ? ["is overridden by '" + Name(unmarked) + "', which has no derivative", "mark that one [Differentiable]"]
            : null;
    }

    /// <summary>The methods that have a derivative only if this one has.</summary>
    public static IEnumerable<IMethodSymbol> Partners(IMethodSymbol method, Compilation compilation) =>
        method.IsStatic || method.ContainingType.TypeKind == TypeKind.Interface ? []
        : (Implementations.IsOpen(method) ? Later(method, compilation) : []).Concat(Overridden(method) is { } overridden ? [overridden] : Enumerable.Empty<IMethodSymbol>());

    /// <summary>What the companions say before their type, with a blank.</summary>
    public static string Virtuality(IMethodSymbol method) =>
        method.IsStatic || method.ContainingType.TypeKind == TypeKind.Interface ? ""
        : Overridden(method) is not null ? method.IsSealed ? "sealed override " : "override "
        : Implementations.IsOpen(method) ? "virtual " : "";

    /// <summary>The type, where other assemblies can derive from it and override the method; otherwise nothing.</summary>
    public static string OpenType(IMethodSymbol method)
    {
        if (method.ContainingType.TypeKind == TypeKind.Interface || !Implementations.IsOpen(method) || !IsSeen(method)) return "";
        for (INamedTypeSymbol? type = method.ContainingType; type is not null; type = type.ContainingType)
            if (!IsSeen(type)) return "";
        return method.ContainingType.InstanceConstructors.Any(IsSeen) ? TypeReader.Name(method.ContainingType) : "";
    }

    private static bool IsSeen(ISymbol symbol) => symbol.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal;

    private static IMethodSymbol? Overridden(IMethodSymbol method) => method.OverriddenMethod is { IsAbstract: false } overridden && Differentiables.IsMarked(overridden) ? overridden : null;

    private static IEnumerable<IMethodSymbol> Later(IMethodSymbol method, Compilation compilation) =>
        Implementations.All(method, compilation).Select(each => each.Method).Where(each => !SymbolEqualityComparer.Default.Equals(each.OriginalDefinition, method.OriginalDefinition));

    private static string Name(IMethodSymbol method) => method.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat);
}
