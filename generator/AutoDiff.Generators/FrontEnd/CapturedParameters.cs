using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoDiff.Generators.FrontEnd;

/// <summary>
/// Parameters of a primary constructor that the methods of a class or struct speak of: the object keeps them, in fields that have no name. Those of a
/// record are properties.
/// </summary>
internal static class CapturedParameters
{
    /// <summary>The captured ones in the order of their declaration.</summary>
    public static IReadOnlyList<IParameterSymbol> Of(INamedTypeSymbol type) =>
        PrimaryConstructor(type) is { } constructor ? [.. constructor.Parameters.Where(parameter => type.GetMembers(FieldOf(parameter)).Any(member => member is IFieldSymbol))] : [];

    /// <summary>Is it the field of a captured parameter?</summary>
    public static bool IsField(IFieldSymbol field) => field.IsImplicitlyDeclared && field.AssociatedSymbol is null && PrimaryConstructor(field.ContainingType) is { } constructor && constructor.Parameters.Any(parameter => field.Name == FieldOf(parameter));

    /// <summary>The name that the compiler gives to the field.</summary>
    public static string FieldOf(IParameterSymbol parameter) => "<" + parameter.Name + ">P";

    /// <summary>Is it a parameter of the primary constructor of a type that is no record?</summary>
    public static bool Is(IParameterSymbol parameter) => parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor, ContainingType.IsRecord: false } constructor
        && constructor.DeclaringSyntaxReferences is [{ } reference] && reference.GetSyntax() is TypeDeclarationSyntax;

    /// <summary>Does anything in the type assign it, or give it away to be assigned? A struct is changed by what changes a part of it, too.</summary>
    public static bool IsAssigned(IParameterSymbol parameter) => Parts(parameter.ContainingType).Any(part => Names(part, parameter.Name).Any(name => IsChanged(name, parameter.Type is { IsValueType: true, IsReadOnly: false, SpecialType: SpecialType.None, TypeKind: not TypeKind.Enum })));

    private static bool IsChanged(ExpressionSyntax name, bool isStruct) => name.Parent switch
    {
        MemberAccessExpressionSyntax access when isStruct && access.Expression == name => access.Parent is InvocationExpressionSyntax || IsChanged(access, isStruct),
        ElementAccessExpressionSyntax access when isStruct && access.Expression == name => IsChanged(access, isStruct),
        AssignmentExpressionSyntax assignment => assignment.Left == name,
        PrefixUnaryExpressionSyntax step => step.Kind() is SyntaxKind.PreIncrementExpression or SyntaxKind.PreDecrementExpression,
        PostfixUnaryExpressionSyntax step => step.Kind() is SyntaxKind.PostIncrementExpression or SyntaxKind.PostDecrementExpression,
        ArgumentSyntax argument => argument.Parent is TupleExpressionSyntax || !argument.RefOrOutKeyword.IsKind(SyntaxKind.None),
        RefExpressionSyntax => true,
        _ => false,
    };

    private static IMethodSymbol? PrimaryConstructor(INamedTypeSymbol type) => type.InstanceConstructors.FirstOrDefault(each => each.DeclaringSyntaxReferences is [{ } reference] && reference.GetSyntax() is TypeDeclarationSyntax { ParameterList: not null });

    private static IEnumerable<TypeDeclarationSyntax> Parts(INamedTypeSymbol type) => type.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax()).OfType<TypeDeclarationSyntax>();

    /// <summary>The places where the name stands by itself, and not for a member of something else or an argument's parameter.</summary>
    private static IEnumerable<IdentifierNameSyntax> Names(SyntaxNode code, string name) => code.DescendantNodes(node => node is not TypeDeclarationSyntax || node == code).OfType<IdentifierNameSyntax>()
        .Where(each => each.Identifier.ValueText == name && each.Parent is not (NameColonSyntax or MemberBindingExpressionSyntax) && !(each.Parent is MemberAccessExpressionSyntax access && access.Name == each));
}
