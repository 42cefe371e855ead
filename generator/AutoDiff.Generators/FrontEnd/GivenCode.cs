using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AutoDiff.Generators.FrontEnd;

/// <summary>
/// Methods that call code which they are given: <c>Integrate(Func&lt;double, double&gt; f, double a, double b)</c>. By itself such a method has no derivative;
/// a differentiable method that calls it with code that is known reads it in place.
/// </summary>
internal static class GivenCode
{
    private static readonly ConditionalWeakTable<SyntaxTree, HashSet<string>> Called = new();

    /// <summary>What there is to say of such a method instead of its refusals, where nothing else stands in the way and a differentiable method calls it; null for any other.</summary>
    public static Refusal? Note(IMethodSymbol method, MethodDeclarationSyntax syntax, SemanticModel model, IReadOnlyList<Refusal> refusals, CancellationToken cancellation)
    {
        if (refusals.Count == 0 || method.Parameters.FirstOrDefault(parameter => parameter.Type.TypeKind == TypeKind.Delegate) is not { } code) return null;
        bool SpeaksOfIt(Refusal refusal) => refusal.Site != default && syntax.FindNode(new TextSpan(syntax.SpanStart + refusal.Site.Start, refusal.Site.Length)).DescendantNodesAndSelf().OfType<IdentifierNameSyntax>()
            .Any(name => model.GetSymbolInfo(name, cancellation).Symbol is IParameterSymbol { Type.TypeKind: TypeKind.Delegate } given && SymbolEqualityComparer.Default.Equals(given.ContainingSymbol, method));
        if (!refusals.All(SpeaksOfIt) || !model.Compilation.SyntaxTrees.Any(tree => Called.GetValue(tree, whole => CalledIn(whole, cancellation)).Contains(method.Name))) return null;
        TextSpan place = syntax.ParameterList.Parameters[code.Ordinal].Identifier.Span;
        return new Refusal("DIFF0203", new Site(place.Start - syntax.SpanStart, place.Length), EquatableArray.Of(method.Name, code.Name));
    }

    /// <summary>The names of what is called, by others, in the methods of a file that are marked.</summary>
    private static HashSet<string> CalledIn(SyntaxTree tree, CancellationToken cancellation) => [.. from marked in tree.GetRoot(cancellation).DescendantNodes(node => node is not BlockSyntax).OfType<MethodDeclarationSyntax>()
        where marked.AttributeLists.SelectMany(list => list.Attributes).Any(attribute => attribute.Name.ToString().Contains("Differentiable"))
        from call in marked.DescendantNodes().OfType<InvocationExpressionSyntax>()
        let name = call.Expression switch { MemberAccessExpressionSyntax { Name: { } member } => member.Identifier.ValueText, SimpleNameSyntax simple => simple.Identifier.ValueText, _ => "" }
        where name != marked.Identifier.ValueText
        select name];
}
