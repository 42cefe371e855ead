using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoDiff.Generators.FrontEnd;

/// <summary>The methods marked <c>[DerivativeOf]</c>: which function each is about, and whether it has the signature of a rule.</summary>
internal static class UserRules
{
    private static readonly ConditionalWeakTable<Compilation, Dictionary<ISymbol, IMethodSymbol>> Known = new();
    private static readonly ConditionalWeakTable<SyntaxTree, MethodDeclarationSyntax[]> Marked = new();

    /// <summary>The rule for calls of <paramref name="function"/>; null where there is none, or none that fits.</summary>
    public static UserRule? Find(IMethodSymbol function, Compilation compilation, CancellationToken cancellation)
    {
        Dictionary<ISymbol, IMethodSymbol> rules = Known.GetValue(compilation, whole => All(whole, cancellation));
        return rules.TryGetValue(function.OriginalDefinition, out IMethodSymbol? rule) && Fits(function, rule) ? Describe(function, rule) : null;
    }

    public static bool IsMarked(IMethodSymbol method) => Mark(method) is not null;

    /// <summary>The signature that a marked method should have, where it has another; null where it fits.</summary>
    public static string? Wanted(IMethodSymbol rule, Compilation compilation)
    {
        if (Mark(rule) is not { } mark) return null;
        IMethodSymbol[] functions = [.. Functions(rule, mark)];
        if (functions.Any(function => Fits(function, rule))) return null;
        return functions.FirstOrDefault(IsScalar) is { } wanted ? Signature(wanted, rule.Name) : "";
    }

    private static Dictionary<ISymbol, IMethodSymbol> All(Compilation compilation, CancellationToken cancellation)
    {
        var rules = new Dictionary<ISymbol, IMethodSymbol>(SymbolEqualityComparer.Default);
        foreach (SyntaxTree tree in compilation.SyntaxTrees)
        {
            foreach (MethodDeclarationSyntax syntax in Marked.GetValue(tree, whole => MarkedIn(whole, cancellation)))
            {
                if (compilation.GetSemanticModel(tree).GetDeclaredSymbol(syntax, cancellation) is not IMethodSymbol rule || Mark(rule) is not { } mark) continue;
                foreach (IMethodSymbol function in Functions(rule, mark).Where(function => Fits(function, rule))) rules[function.OriginalDefinition] = rule;
            }
        }
        return rules;
    }

    private static MethodDeclarationSyntax[] MarkedIn(SyntaxTree tree, CancellationToken cancellation) =>
        [.. tree.GetRoot(cancellation).DescendantNodes(node => node is not BlockSyntax).OfType<MethodDeclarationSyntax>()
            .Where(method => method.AttributeLists.SelectMany(list => list.Attributes).Any(attribute => attribute.Name.ToString().Contains("DerivativeOf")))];

    private static AttributeData? Mark(IMethodSymbol method) => method.GetAttributes().FirstOrDefault(data =>
        data.AttributeClass is { Name: "DerivativeOfAttribute", ContainingNamespace: { Name: "AutoDiff", ContainingNamespace.IsGlobalNamespace: true } });

    private static IEnumerable<IMethodSymbol> Functions(IMethodSymbol rule, AttributeData mark)
    {
        INamedTypeSymbol? type = rule.ContainingType;
        TypedConstant name = default;
        foreach (TypedConstant argument in mark.ConstructorArguments)
        {
            if (argument.Kind == TypedConstantKind.Type) type = argument.Value as INamedTypeSymbol;
            else name = argument;
        }
        return name.Value is string text && type is not null ? type.GetMembers(text).OfType<IMethodSymbol>().Where(function => function.IsStatic) : [];
    }

    private static bool IsScalar(IMethodSymbol function) => TypeReader.IsReal(function.ReturnType) && !function.IsGenericMethod
        && function.Parameters.Any(parameter => TypeReader.IsReal(parameter.Type))
        && function.Parameters.All(parameter => parameter.RefKind == RefKind.None && (TypeReader.IsReal(parameter.Type) || !TypeReader.HoldsReals(parameter.Type)));

    private static bool Fits(IMethodSymbol function, IMethodSymbol rule)
    {
        if (!rule.IsStatic || rule.IsGenericMethod || !IsScalar(function)) return false;
        int count = function.Parameters.Length;
        bool takesResult = rule.Parameters.Length == count + 1 && SymbolEqualityComparer.Default.Equals(rule.Parameters[count].Type, function.ReturnType);
        if (rule.Parameters.Length != count && !takesResult) return false;
        if (!function.Parameters.Zip(rule.Parameters, (a, b) => SymbolEqualityComparer.Default.Equals(a.Type, b.Type) && b.RefKind == RefKind.None).All(same => same)) return false;
        int reals = function.Parameters.Count(parameter => TypeReader.IsReal(parameter.Type));
        return reals == 1
            ? TypeReader.IsReal(rule.ReturnType)
            : rule.ReturnType is INamedTypeSymbol { IsTupleType: true } tuple && tuple.TupleElements.Length == reals && tuple.TupleElements.All(element => TypeReader.IsReal(element.Type));
    }

    private static UserRule Describe(IMethodSymbol function, IMethodSymbol rule)
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
        string parameters = string.Join(", ", function.Parameters.Select(parameter => parameter.Type.ToDisplayString() + " " + parameter.Name));
        return "static " + result + " " + name + "(" + parameters + ", " + function.ReturnType.ToDisplayString() + " result)";
    }
}
