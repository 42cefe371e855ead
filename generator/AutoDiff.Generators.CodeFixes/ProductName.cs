using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoDiff.Generators.CodeFixes;

/// <summary>The names of the library as they can be written at a place: short where <c>using AutoDiff;</c> is in force, in full elsewhere.</summary>
internal static class ProductName
{
    public static string At(SemanticModel model, int position, string type, string written)
    {
        bool visible = model.LookupNamespacesAndTypes(position, name: type) is [INamedTypeSymbol { ContainingNamespace: { Name: "AutoDiff", ContainingNamespace.IsGlobalNamespace: true } }];
        return visible ? written : "AutoDiff." + written;
    }

    /// <summary><c>[Name] </c></summary>
    public static AttributeListSyntax Attribute(string name) => SyntaxFactory
        .AttributeList(SyntaxFactory.SingletonSeparatedList(SyntaxFactory.Attribute(SyntaxFactory.ParseName(name))))
        .WithTrailingTrivia(SyntaxFactory.Space);
}
