using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoDiff.Generators.FrontEnd;

/// <summary>The methods marked <c>[DerivativeOf]</c>: which function each is about, and whether it has the signature of a rule.</summary>
internal static class UserRules
{
    /// <summary>The rules for one function: its partial derivatives, or its adjoint and perhaps its tangent.</summary>
    public sealed record Rules(IMethodSymbol? Partials, IMethodSymbol? Adjoint, IMethodSymbol? Forward);

    private static readonly ConditionalWeakTable<Compilation, Dictionary<ISymbol, Rules>> Known = new();
    private static readonly ConditionalWeakTable<SyntaxTree, (MethodDeclarationSyntax Method, string Attribute)[]> Candidates = new();
    private static readonly ConditionalWeakTable<SyntaxTree, string[]> Aliases = new();

    /// <summary>The method that gives the partial derivatives of <paramref name="function"/>; null where there is none, or none that fits.</summary>
    public static IMethodSymbol? Find(IMethodSymbol function, Compilation compilation, CancellationToken cancellation) =>
        Of(compilation, cancellation).TryGetValue(function.OriginalDefinition, out Rules? rules) ? rules.Partials : null;

    /// <summary>The rules for calls of <paramref name="function"/> that is no scalar function; null where there is no adjoint.</summary>
    public static Rules? FindAdjoint(IMethodSymbol function, Compilation compilation, CancellationToken cancellation) =>
        Of(compilation, cancellation).TryGetValue(function.OriginalDefinition, out Rules? rules) && rules.Adjoint is not null ? rules : null;

    /// <summary>The one signature that a marked method should have; null where there are several, or none.</summary>
    public static string? Wanted(IMethodSymbol rule, Compilation compilation)
    {
        if (Mark(rule) is not { } mark) return null;
        (INamedTypeSymbol? type, string name) = Subject(rule, mark);
        IMethodSymbol[] served = [.. Served(type, name, rule, compilation)];
        return served is [{ } only] && !Fits(only, rule, compilation) && !RuleSignature.IsInGenericType(rule) ? RuleSignature.Wanted(only, rule.Name) : null;
    }

    private static IEnumerable<IMethodSymbol> Served(INamedTypeSymbol? type, string name, IMethodSymbol rule, Compilation compilation) =>
        Functions(type, name).Where(function => RuleSignature.IsScalar(function) || RuleSignature.HasAdjoint(function, rule.ContainingType, compilation));

    /// <summary>Why a marked method is no rule, and what to do; null where it is one.</summary>
    public static string[]? Misfit(IMethodSymbol rule, Compilation compilation, CancellationToken cancellation)
    {
        if (Mark(rule) is not { } mark || mark.ConstructorArguments.IsEmpty || IsBroken(rule)) return null;
        (INamedTypeSymbol? type, string name) = Subject(rule, mark);
        if (type?.TypeKind == TypeKind.Error) return null;
        IMethodSymbol[] functions = [.. Functions(type, name)];
        if (functions.Length == 0) return [$"names '{name}', but '{type?.ToDisplayString() ?? "null"}' has no static method of that name", "name the function whose derivative it gives"];
        IMethodSymbol[] served = [.. Served(type, name, rule, compilation)];
        if (served.Length == 0) return [$"is about '{name}', whose parameters or result no rule can pass on", "mark that method [Differentiable], or write a function of numbers, arrays and structs of numbers, and a rule for it"];
        if (RuleSignature.IsInGenericType(rule)) return ["stands in a generic type, where generated code cannot call it", "move it to a type without type parameters"];
        if (served.FirstOrDefault(function => Fits(function, rule, compilation)) is not { } fitting)
            return [$"does not have the signature of a rule for '{name}'", "write " + string.Join(" or ", served.Select(function => "'" + RuleSignature.Wanted(function, rule.Name) + "'"))];
        if (!Of(compilation, cancellation).TryGetValue(fitting.OriginalDefinition, out Rules? rules)) return null;
        if (new[] { rules.Partials, rules.Adjoint, rules.Forward }.Contains(rule, SymbolEqualityComparer.Default))
            return rules.Forward is not null && rules.Adjoint is null ? [$"gives '{name}' a tangent, but nothing gives it an adjoint, which reverse mode needs", "add '" + RuleSignature.Wanted(fitting, name + "Adjoint") + "'"] : null;
        IMethodSymbol used = (rules.Partials ?? (RuleSignature.FitsForward(fitting, rule) ? rules.Forward : rules.Adjoint))!;
        return [$"is the second one for '{name}', after '{used.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat)}'", "remove one of them"];
    }

    private static bool Fits(IMethodSymbol function, IMethodSymbol rule, Compilation compilation) => RuleSignature.IsScalar(function)
        ? RuleSignature.FitsPartials(function, rule)
        : RuleSignature.HasAdjoint(function, rule.ContainingType, compilation) && (RuleSignature.FitsAdjoint(function, rule) || RuleSignature.FitsForward(function, rule));

    /// <summary>Then the compiler says what is wrong.</summary>
    private static bool IsBroken(IMethodSymbol rule) =>
        rule.ReturnType.TypeKind == TypeKind.Error || rule.Parameters.Any(parameter => parameter.Type.TypeKind == TypeKind.Error || parameter.Name.Length == 0)
        || rule.ReturnType is INamedTypeSymbol { IsTupleType: true } tuple && tuple.TupleElements.Any(element => element.Type.TypeKind == TypeKind.Error);

    public static bool IsAttribute(ITypeSymbol? type) =>
        type is { Name: "DerivativeOfAttribute", ContainingNamespace: { Name: "AutoDiff", ContainingNamespace.IsGlobalNamespace: true } };

    private static Dictionary<ISymbol, Rules> Of(Compilation compilation, CancellationToken cancellation) => Known.GetValue(compilation, whole => All(whole, cancellation));

    private static Dictionary<ISymbol, Rules> All(Compilation compilation, CancellationToken cancellation)
    {
        HashSet<string> names = [.. compilation.SyntaxTrees.SelectMany(tree => Aliases.GetValue(tree, whole => AliasesIn(whole, cancellation)))];
        var rules = new Dictionary<ISymbol, Rules>(SymbolEqualityComparer.Default);
        foreach (SyntaxTree tree in compilation.SyntaxTrees)
        {
            foreach ((MethodDeclarationSyntax syntax, string attribute) in Candidates.GetValue(tree, whole => CandidatesIn(whole, cancellation)))
            {
                if (!attribute.Contains("DerivativeOf") && !names.Contains(attribute)) continue;
                if (compilation.GetSemanticModel(tree).GetDeclaredSymbol(syntax, cancellation) is not IMethodSymbol rule || Mark(rule) is not { } mark) continue;
                (INamedTypeSymbol? type, string name) = Subject(rule, mark);
                foreach (IMethodSymbol function in Functions(type, name).Where(function => Fits(function, rule, compilation)))
                    rules[function.OriginalDefinition] = With(rules.TryGetValue(function.OriginalDefinition, out Rules? known) ? known : new Rules(null, null, null), function, rule);
            }
        }
        return rules;
    }

    /// <summary>The first of two rules counts; the other one is an error.</summary>
    private static Rules With(Rules known, IMethodSymbol function, IMethodSymbol rule) =>
        RuleSignature.IsScalar(function) ? known with { Partials = known.Partials ?? rule }
        : RuleSignature.FitsForward(function, rule) ? known with { Forward = known.Forward ?? rule }
        : known with { Adjoint = known.Adjoint ?? rule };

    private static (MethodDeclarationSyntax, string)[] CandidatesIn(SyntaxTree tree, CancellationToken cancellation) =>
        [.. from method in tree.GetRoot(cancellation).DescendantNodes(node => node is not BlockSyntax).OfType<MethodDeclarationSyntax>()
            from list in method.AttributeLists
            from attribute in list.Attributes
            where attribute.ArgumentList is not null
            select (method, attribute.Name.ToString())];

    /// <summary>Other names that the attribute is given in a file, perhaps for the whole compilation.</summary>
    private static string[] AliasesIn(SyntaxTree tree, CancellationToken cancellation) =>
        [.. tree.GetRoot(cancellation).DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax).OfType<UsingDirectiveSyntax>()
            .Where(directive => directive.Alias is not null && directive.NamespaceOrType.ToString().Contains("DerivativeOf"))
            .Select(directive => directive.Alias!.Name.ToString())];

    private static AttributeData? Mark(IMethodSymbol method) => method.GetAttributes().FirstOrDefault(data => IsAttribute(data.AttributeClass));

    /// <summary>The type and the name that the attribute gives.</summary>
    private static (INamedTypeSymbol? Type, string Name) Subject(IMethodSymbol rule, AttributeData mark)
    {
        INamedTypeSymbol? type = rule.ContainingType;
        string name = "";
        foreach (TypedConstant argument in mark.ConstructorArguments)
        {
            if (argument.Kind == TypedConstantKind.Type) type = argument.Value as INamedTypeSymbol;
            else name = argument.Value as string ?? "";
        }
        return (type, name);
    }

    private static IEnumerable<IMethodSymbol> Functions(INamedTypeSymbol? type, string name) =>
        type?.GetMembers(name).OfType<IMethodSymbol>().Where(function => function is { IsStatic: true, MethodKind: MethodKind.Ordinary }) ?? [];
}
