using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoDiff.Generators.FrontEnd;

/// <summary>
/// Types whose fields C# does not let the companions name or assign: what is private, <c>private set</c> or readonly in a model, and models that only a
/// constructor of their own can make. The generated file has properties for the fields, and makes the objects without a constructor. Of a struct a
/// property gives a copy: where its numbers change, it is made anew.
/// </summary>
internal sealed partial record Layout
{
    /// <summary>The method of the generated file that makes one without a constructor; null where C# makes it.</summary>
    public string? Maker { get; private init; }

    /// <summary>Is it a class of which the generated file makes objects? They are for derivatives alone.</summary>
    public bool IsAllocated => Maker is not null && Type.IsReferenceType;

    private Layout Opened(ISymbol within, Compilation compilation)
    {
        if (!Members.Any(member => TypeReader.HoldsReals(member.Type)) || !Accessors.Exist(within, compilation)) return this;
        bool isValue = IsValue;
        LayoutMember[] members = [.. Members.Select(member => NeedsAccessor(member, isValue) && Accessors.HaveField(member.Symbol, member.Type, compilation)
            ? member with { Accessor = PropertyOf(member, within, compilation), Assignable = member.Assignable || !isValue }
            : member)];
        bool isMade = (Construction is null || !IsQuietlyMade()) && Accessors.CanBeNamed(Type, compilation)
            && members.All(member => member.IsReached && (Accessors.IsOpen(member, compilation) || Accessors.HaveField(member.Symbol, member.Type, compilation)));
        if (!isMade) return this with { Members = members };
        string maker = "New" + (Accessors.IsShared(Type.Name, compilation) ? string.Join("_", Type.ToDisplayString().Split('.')) : Type.Name);
        return this with { Members = members, Maker = maker, Construction = [PrivateMember.Class + "." + maker + "(", .. Enumerable.Repeat(", ", members.Length - 1), ")"] };
    }

    /// <summary>Does nothing happen when one is made but that its members are given? The user's program makes none where a derivative needs one.</summary>
    private bool IsQuietlyMade() => Type.IsValueType || Hierarchy(Type).All(type => type.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax()).OfType<TypeDeclarationSyntax>().All(part => part.Members.All(member => member switch
    {
        // One that takes the members stores them, and nothing else.
        ConstructorDeclarationSyntax { ParameterList.Parameters.Count: 0 } constructor => Construction is [{ } first, ..] && first.EndsWith("(", StringComparison.Ordinal) && SymbolEqualityComparer.Default.Equals(type, Type) || constructor.Modifiers.Any(SyntaxKind.StaticKeyword) || constructor is { Initializer: null, ExpressionBody: null, Body.Statements.Count: 0 },
        FieldDeclarationSyntax field => field.Modifiers.Any(SyntaxKind.StaticKeyword) || !field.DescendantNodes().Any(node => node is InvocationExpressionSyntax),
        PropertyDeclarationSyntax { Initializer: { } initializer } property => property.Modifiers.Any(SyntaxKind.StaticKeyword) || !initializer.DescendantNodes().Any(node => node is InvocationExpressionSyntax),
        _ => true,
    })));

    /// <summary>Is it one that cannot be named, or one of an object that changes, and cannot be assigned?</summary>
    private static bool NeedsAccessor(LayoutMember member, bool isValue) =>
        !member.Visible || !isValue && !member.Assignable && !member.Constant && (TypeReader.IsReal(member.Type) || member.Layout is { IsValue: true } || !IsFixed(member.Symbol));

    /// <summary>The field's own name, or a new one where that would mean something else on an object of the type.</summary>
    private string PropertyOf(LayoutMember member, ISymbol within, Compilation compilation)
    {
        string name = member.Visible ? member.Name + "Field" : member.Name;
        while (IsTaken(name)) name = name.EndsWith("Field", StringComparison.Ordinal) ? name + "_" : name + "Field";
        return name;

        bool IsTaken(string name) => Members.Any(other => other != member && other.Name == name) || MembersNamed(name).Any(other => compilation.IsSymbolAccessibleWithin(other, within)) || Accessors.IsExtension(name, compilation);
    }

    /// <summary>Those of the type and of all that it derives from, <c>object</c>, too.</summary>
    private IEnumerable<ISymbol> MembersNamed(string name)
    {
        for (INamedTypeSymbol? type = Type; type is not null; type = type.BaseType)
            foreach (ISymbol member in type.GetMembers(name)) yield return member;
    }
}
