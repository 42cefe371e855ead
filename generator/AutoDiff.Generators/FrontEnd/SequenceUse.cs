using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoDiff.Generators.FrontEnd;

/// <summary>Does a method store into a sequence that it is given? Decided from the syntax, on the safe side.</summary>
internal static class SequenceUse
{
    public static bool Writes(IParameterSymbol parameter, HashSet<ISymbol> visited)
    {
        IrType type = TypeReader.Read(parameter.Type);
        if (!type.IsSequence || type.Shape == TypeShape.ReadOnlySpan) return false;
        if (parameter.ContainingSymbol is IMethodSymbol { PartialImplementationPart: { } implementation }) parameter = implementation.Parameters[parameter.Ordinal];
        if (!visited.Add(parameter)) return false;
        if (parameter.DeclaringSyntaxReferences is not [{ } reference]) return true;
        SyntaxNode? method = reference.GetSyntax().FirstAncestorOrSelf<MethodDeclarationSyntax>();
        return method is null || method.DescendantNodes().OfType<IdentifierNameSyntax>()
            .Any(name => name.Identifier.ValueText == parameter.Name && !OnlyReads(name, parameter, visited));
    }

    private static bool OnlyReads(IdentifierNameSyntax name, IParameterSymbol parameter, HashSet<ISymbol> visited) => name.Parent switch
    {
        ElementAccessExpressionSyntax access when access.Expression == name => !IsTarget(access) && !access.ArgumentList.Arguments.Any(argument => argument.Expression is RangeExpressionSyntax),
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Length" or "Rank" or "GetLength" or "GetUpperBound" or "GetLowerBound" } => true,
        ForEachStatementSyntax loop => loop.Expression == name,
        ArgumentSyntax { RefKindKeyword.RawKind: 0, NameColon: null, Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax call } list } argument =>
            PassedForReading(call, list.Arguments.IndexOf(argument), parameter, visited),
        NameColonSyntax => true,
        _ => false,
    };

    private static bool IsTarget(ExpressionSyntax place) => place.Parent switch
    {
        AssignmentExpressionSyntax assignment => assignment.Left == place,
        PrefixUnaryExpressionSyntax unary => unary.IsKind(SyntaxKind.PreIncrementExpression) || unary.IsKind(SyntaxKind.PreDecrementExpression),
        PostfixUnaryExpressionSyntax unary => unary.IsKind(SyntaxKind.PostIncrementExpression) || unary.IsKind(SyntaxKind.PostDecrementExpression),
        ArgumentSyntax argument => argument.Parent is TupleExpressionSyntax || !argument.RefKindKeyword.IsKind(SyntaxKind.None),
        RefExpressionSyntax => true,
        _ => false,
    };

    /// <summary>A call of a method of the same name in the same type: does that one only read what it is given here?</summary>
    private static bool PassedForReading(InvocationExpressionSyntax call, int index, IParameterSymbol parameter, HashSet<ISymbol> visited)
    {
        if (call.Expression is not IdentifierNameSyntax callee) return false;
        IMethodSymbol[] candidates = parameter.ContainingType.GetMembers(callee.Identifier.ValueText).OfType<IMethodSymbol>().ToArray();
        return candidates.Length > 0 && candidates.All(candidate => index < candidate.Parameters.Length && !Writes(candidate.Parameters[index], visited));
    }
}
