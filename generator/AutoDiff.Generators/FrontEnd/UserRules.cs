using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoDiff.Generators.FrontEnd;

/// <summary>The methods marked <c>[DerivativeOf]</c>: which function each is about, and whether it has the signature of a rule.</summary>
internal static class UserRules
{
    private static readonly ConditionalWeakTable<Compilation, Dictionary<ISymbol, IMethodSymbol>> Known = new();
    private static readonly ConditionalWeakTable<SyntaxTree, (MethodDeclarationSyntax Method, string Attribute)[]> Candidates = new();
    private static readonly ConditionalWeakTable<SyntaxTree, string[]> Aliases = new();

    /// <summary>The method that is the rule for calls of <paramref name="function"/>; null where there is none, or none that fits.</summary>
    public static IMethodSymbol? Find(IMethodSymbol function, Compilation compilation, CancellationToken cancellation) =>
        Of(compilation, cancellation).TryGetValue(function.OriginalDefinition, out IMethodSymbol? rule) && Fits(function, rule) ? rule : null;

    /// <summary>Why a marked method is no rule, and what to do; null where it is one.</summary>
    public static string[]? Misfit(IMethodSymbol rule, Compilation compilation, CancellationToken cancellation)
    {
        if (Mark(rule) is not { } mark || mark.ConstructorArguments.IsEmpty || IsBroken(rule)) return null;
        (INamedTypeSymbol? type, string name) = Subject(rule, mark);
        if (type?.TypeKind == TypeKind.Error) return null;
        IMethodSymbol[] functions = [.. Functions(type, name)];
        if (functions.Length == 0) return [$"names '{name}', but '{type?.ToDisplayString() ?? "null"}' has no static method of that name", "name the function whose derivative it gives"];
        IMethodSymbol[] scalar = [.. functions.Where(IsScalar)];
        if (scalar.Length == 0) return [$"is about '{name}', which is no function of double or float numbers that returns one", "mark that method [Differentiable], or write a function of numbers and a rule for it"];
        if (IsInGenericType(rule)) return ["stands in a generic type, where generated code cannot call it", "move it to a type without type parameters"];
        if (scalar.FirstOrDefault(function => Fits(function, rule)) is not { } fitting)
            return [$"does not have the signature of a rule for '{name}'", "write " + string.Join(" or ", scalar.Select(function => "'" + Signature(function, rule.Name) + "'"))];
        return Of(compilation, cancellation).TryGetValue(fitting.OriginalDefinition, out IMethodSymbol? used) && !SymbolEqualityComparer.Default.Equals(used, rule)
            ? [$"is the second one for '{name}', after '{used.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat)}'", "remove one of them"]
            : null;
    }

    /// <summary>Then the compiler says what is wrong.</summary>
    private static bool IsBroken(IMethodSymbol rule) =>
        rule.ReturnType.TypeKind == TypeKind.Error || rule.Parameters.Any(parameter => parameter.Type.TypeKind == TypeKind.Error || parameter.Name.Length == 0)
        || rule.ReturnType is INamedTypeSymbol { IsTupleType: true } tuple && tuple.TupleElements.Any(element => element.Type.TypeKind == TypeKind.Error);

    public static bool IsAttribute(ITypeSymbol? type) =>
        type is { Name: "DerivativeOfAttribute", ContainingNamespace: { Name: "AutoDiff", ContainingNamespace.IsGlobalNamespace: true } };

    private static Dictionary<ISymbol, IMethodSymbol> Of(Compilation compilation, CancellationToken cancellation) => Known.GetValue(compilation, whole => All(whole, cancellation));

    private static Dictionary<ISymbol, IMethodSymbol> All(Compilation compilation, CancellationToken cancellation)
    {
        HashSet<string> names = [.. compilation.SyntaxTrees.SelectMany(tree => Aliases.GetValue(tree, whole => AliasesIn(whole, cancellation)))];
        var rules = new Dictionary<ISymbol, IMethodSymbol>(SymbolEqualityComparer.Default);
        foreach (SyntaxTree tree in compilation.SyntaxTrees)
        {
            foreach ((MethodDeclarationSyntax syntax, string attribute) in Candidates.GetValue(tree, whole => CandidatesIn(whole, cancellation)))
            {
                if (!attribute.Contains("DerivativeOf") && !names.Contains(attribute)) continue;
                if (compilation.GetSemanticModel(tree).GetDeclaredSymbol(syntax, cancellation) is not IMethodSymbol rule || Mark(rule) is not { } mark) continue;
                (INamedTypeSymbol? type, string name) = Subject(rule, mark);
                // The first of two rules counts; the other one is an error.
                foreach (IMethodSymbol function in Functions(type, name).Where(function => Fits(function, rule) && !rules.ContainsKey(function.OriginalDefinition)))
                    rules[function.OriginalDefinition] = rule;
            }
        }
        return rules;
    }

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

    private static bool IsInGenericType(IMethodSymbol rule)
    {
        for (INamedTypeSymbol? type = rule.ContainingType; type is not null; type = type.ContainingType)
            if (type.IsGenericType) return true;
        return false;
    }

    private static bool IsScalar(IMethodSymbol function) => TypeReader.IsReal(function.ReturnType) && !function.IsGenericMethod
        && function.Parameters.Any(parameter => TypeReader.IsReal(parameter.Type))
        && function.Parameters.All(parameter => parameter.RefKind == RefKind.None && (TypeReader.IsReal(parameter.Type) || !TypeReader.HoldsReals(parameter.Type)));

    private static bool Fits(IMethodSymbol function, IMethodSymbol rule)
    {
        if (!rule.IsStatic || rule.IsGenericMethod || rule.ReturnsByRef || rule.ReturnsByRefReadonly || IsInGenericType(rule) || !IsScalar(function)) return false;
        int count = function.Parameters.Length;
        bool takesResult = rule.Parameters.Length == count + 1 && rule.Parameters[count].RefKind == RefKind.None
            && SymbolEqualityComparer.Default.Equals(rule.Parameters[count].Type, function.ReturnType);
        if (rule.Parameters.Length != count && !takesResult) return false;
        if (!function.Parameters.Zip(rule.Parameters, (a, b) => SymbolEqualityComparer.Default.Equals(a.Type, b.Type) && b.RefKind == RefKind.None).All(same => same)) return false;
        ITypeSymbol[] reals = [.. function.Parameters.Select(parameter => parameter.Type).Where(TypeReader.IsReal)];
        return reals.Length == 1
            ? SymbolEqualityComparer.Default.Equals(rule.ReturnType, reals[0])
            : rule.ReturnType is INamedTypeSymbol { IsTupleType: true } tuple && tuple.TupleElements.Select(element => element.Type).SequenceEqual(reals, SymbolEqualityComparer.Default);
    }

    public static UserRule Describe(IMethodSymbol function, IMethodSymbol rule)
    {
        int reals = function.Parameters.Count(parameter => TypeReader.IsReal(parameter.Type)), next = 0;
        IEnumerable<string?> partials = function.Parameters.Select(parameter => !TypeReader.IsReal(parameter.Type) ? null
            : reals == 1 ? "" : ".Item" + (++next).ToString(System.Globalization.CultureInfo.InvariantCulture));
        return new UserRule(TypeReader.Name(rule.ContainingType) + "." + rule.Name, rule.Parameters.Length > function.Parameters.Length, partials.ToEquatable());
    }

    private static string Signature(IMethodSymbol function, string name)
    {
        IParameterSymbol[] reals = [.. function.Parameters.Where(parameter => TypeReader.IsReal(parameter.Type))];
        string result = reals.Length == 1 ? reals[0].Type.ToDisplayString() : "(" + string.Join(", ", reals.Select(parameter => parameter.Type.ToDisplayString() + " " + parameter.Name)) + ")";
        string parameters = string.Concat(function.Parameters.Select(parameter => parameter.Type.ToDisplayString() + " " + parameter.Name + ", "));
        // The last parameter may be left away.
        string last = function.Parameters.Any(parameter => parameter.Name == "result") ? "value" : "result";
        return "static " + result + " " + name + "(" + parameters + function.ReturnType.ToDisplayString() + " " + last + ")";
    }
}
