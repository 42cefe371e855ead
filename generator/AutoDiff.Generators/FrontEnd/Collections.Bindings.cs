using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoDiff.Generators.FrontEnd;

/// <summary>
/// Does code mean the same where the collections are those that are written down here? They have fewer interfaces than the framework's, so that
/// another overload could be called, or a test of a type could turn out in another way.
/// </summary>
internal static partial class Collections
{
    private static readonly ConditionalWeakTable<Compilation, ConcurrentDictionary<SyntaxNode, bool>> Compared = new();

    /// <summary>The compilations with collections of ours, and those that they are made of.</summary>
    private static readonly ConditionalWeakTable<Compilation, Compilation> Originals = new();

    public static bool MeansTheSame(SyntaxNode code, Compilation compilation) => !Originals.TryGetValue(compilation, out Compilation? original) || IsOurs(code.SyntaxTree) || !original.ContainsSyntaxTree(code.SyntaxTree)
        || Compared.GetValue(compilation, _ => new()).GetOrAdd(code, _ => MeansTheSame(code, original.GetSemanticModel(code.SyntaxTree), compilation.GetSemanticModel(code.SyntaxTree)));

    private static bool MeansTheSame(SyntaxNode code, SemanticModel original, SemanticModel model) => code.DescendantNodesAndSelf().All(node => node switch
    {
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.IsExpression or (int)SyntaxKind.AsExpression } test => !MayBeOurs(test.Left, model),
        InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax or ElementAccessExpressionSyntax or BinaryExpressionSyntax or ConstructorInitializerSyntax or PrimaryConstructorBaseTypeSyntax => IsSame(original.GetSymbolInfo(node).Symbol, model.GetSymbolInfo(node).Symbol),
        IsPatternExpressionSyntax { Pattern: ConstantPatternSyntax or UnaryPatternSyntax { Pattern: ConstantPatternSyntax } } => true,
        IsPatternExpressionSyntax test => !MayBeOurs(test.Expression, model),
        SwitchStatementSyntax choice => !MayBeOurs(choice.Expression, model),
        SwitchExpressionSyntax choice => !MayBeOurs(choice.GoverningExpression, model),
        CastExpressionSyntax cast => !MayBeOurs(cast.Expression, model),
        _ => true,
    });

    private static bool MayBeOurs(ExpressionSyntax expression, SemanticModel model) => model.GetTypeInfo(expression).Type is { } type
        && (IsTwin(type) || type.TypeKind == TypeKind.Interface && type.ContainingNamespace?.ToDisplayString() is "System.Collections" or "System.Collections.Generic");

    private static bool IsSame(ISymbol? before, ISymbol? now)
    {
        if (before is null || now is null) return before is null && now is null;
        if (before is IMethodSymbol { ReducedFrom: { } called }) before = called;
        if (now is IMethodSymbol { ReducedFrom: { } reduced }) now = reduced;
        if (IsTwin(now.ContainingType)) return before.Name == now.Name && (before.ContainingType?.Name == now.ContainingType.Name || before.ContainingType?.Name == "CollectionExtensions") && before.ContainingNamespace?.ToDisplayString() == "System.Collections.Generic";
        // The keys and the values of a dictionary of ours are known by their interface.
        if (before.ContainingType is { Name: "KeyCollection" or "ValueCollection", ContainingType: { } dictionary } && IsKnown(dictionary)) return before.Name == now.Name && now.ContainingType?.Name == "ICollection";
        return before.OriginalDefinition.ToDisplayString() == now.OriginalDefinition.ToDisplayString();
    }
}
