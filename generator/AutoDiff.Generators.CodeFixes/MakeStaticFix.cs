using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoDiff.Generators.CodeFixes;

/// <summary><c>DIFF0002</c>: makes a method static that reads nothing of its object.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MakeStaticFix))]
[Shared]
public sealed class MakeStaticFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ["DIFF0002"];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        SemanticModel? model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            if (root?.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { } method || !CanBeStatic(method, model!, context.CancellationToken)) continue;
            string title = "Make '" + method.Identifier.ValueText + "' static";
            context.RegisterCodeFix(CodeAction.Create(title, _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(method, Static(method)))), nameof(MakeStaticFix)), diagnostic);
        }
    }

    private static bool CanBeStatic(MethodDeclarationSyntax method, SemanticModel model, CancellationToken cancellation)
    {
        if (model.GetDeclaredSymbol(method, cancellation) is not { IsVirtual: false, IsOverride: false, IsAbstract: false } symbol || symbol.ContainingType.TypeKind == TypeKind.Interface) return false;
        bool implements = symbol.ContainingType.AllInterfaces.SelectMany(type => type.GetMembers()).Any(member =>
            SymbolEqualityComparer.Default.Equals(symbol.ContainingType.FindImplementationForInterfaceMember(member), symbol));
        return !implements && !method.DescendantNodes().Any(node => node is ThisExpressionSyntax or BaseExpressionSyntax || node is SimpleNameSyntax name && ReadsObject(name, model, cancellation));
    }

    /// <summary>Does this name stand for a member of <c>this</c>?</summary>
    private static bool ReadsObject(SimpleNameSyntax name, SemanticModel model, CancellationToken cancellation)
    {
        bool qualified = name.Parent is MemberAccessExpressionSyntax access && access.Name == name || name.Parent is MemberBindingExpressionSyntax;
        // The name of an attribute stands for its constructor.
        return !qualified && name.Parent is not AttributeSyntax && model.GetSymbolInfo(name, cancellation).Symbol is { IsStatic: false, ContainingSymbol: INamedTypeSymbol, Kind: SymbolKind.Field or SymbolKind.Property or SymbolKind.Event or SymbolKind.Method };
    }

    private static MethodDeclarationSyntax Static(MethodDeclarationSyntax method)
    {
        SyntaxToken keyword = SyntaxFactory.Token(SyntaxKind.StaticKeyword).WithTrailingTrivia(SyntaxFactory.Space);
        int place = method.Modifiers.TakeWhile(IsAccessibility).Count();
        if (method.Modifiers.Count > 0)
        {
            SyntaxToken next = place < method.Modifiers.Count ? method.Modifiers[place] : default;
            if (place > 0 || next == default) return method.WithModifiers(method.Modifiers.Insert(place, keyword));
            return method.WithModifiers(method.Modifiers.Replace(next, next.WithLeadingTrivia()).Insert(0, keyword.WithLeadingTrivia(next.LeadingTrivia)));
        }
        SyntaxTriviaList leading = method.ReturnType.GetLeadingTrivia();
        return method.WithReturnType(method.ReturnType.WithLeadingTrivia()).WithModifiers(SyntaxFactory.TokenList(keyword.WithLeadingTrivia(leading)));
    }

    private static bool IsAccessibility(SyntaxToken modifier) => modifier.Kind() is
        SyntaxKind.PublicKeyword or SyntaxKind.PrivateKeyword or SyntaxKind.ProtectedKeyword or SyntaxKind.InternalKeyword;
}
