using Microsoft.CodeAnalysis;

namespace AutoDiff.Generators.FrontEnd;

/// <summary>
/// The object that an instance method is called on, where its members are read one by one: as the first parameter of static companions beside those
/// that take its members for constants. <c>LossAdjoint(Net self, …)</c> is the derivative by the members of <c>self</c>, too.
/// </summary>
/// <param name="Type">The type of the method.</param>
/// <param name="Name">Of the parameter; no other name in the method or the type.</param>
/// <param name="Passing"><c>ref</c> with a blank, where the method changes the struct that it is called on.</param>
/// <param name="IsConstant">The companions are those of the object itself, and what they read of it is a constant.</param>
internal sealed record Receiver(INamedTypeSymbol Type, string Name, string Passing, bool IsConstant)
{
    /// <summary>The parameter; null where there are no such companions: the type holds no numbers with a derivative, or another may take the place of the method.</summary>
    public static Receiver? Of(IMethodSymbol method, Compilation compilation)
    {
        if (LayoutOf(method, compilation) is not { } layout || Implementations.IsOpen(method) || CompanionNames.IsTaken(method, method.ContainingType)) return null;
        bool isChanged = layout.IsValue && method is { IsReadOnly: false, ContainingType: { IsValueType: true, IsReadOnly: false } } && (HiddenCode.Of(method, compilation) & CodeEffects.Own) != 0;
        bool holdsNumbers = layout.Members.Any(member => !member.Constant && TypeReader.HoldsReals(member.Type));
        return holdsNumbers && Signature.HasDerivatives(layout, isChanged) ? new Receiver(method.ContainingType, NameIn(method), isChanged ? "ref " : "", IsConstant: false) : null;
    }

    /// <summary>The object as a constant, taken apart; null where it cannot be.</summary>
    public static Receiver? Constant(IMethodSymbol method, Compilation compilation) =>
        LayoutOf(method, compilation) is { } layout && Signature.IsVisible(layout) ? new Receiver(method.ContainingType, "", "", IsConstant: true) : null;

    private static Layout? LayoutOf(IMethodSymbol method, Compilation compilation) =>
        method is { IsStatic: false, ContainingType: { TypeKind: TypeKind.Class or TypeKind.Struct, IsRefLikeType: false } type } && Layout.Of(type, type, compilation) is { HoldsClosed: false } layout ? layout : null;

    private static string NameIn(IMethodSymbol method)
    {
        HashSet<string> taken = [.. method.ContainingType.MemberNames, .. method.DeclaringSyntaxReferences.SelectMany(reference => reference.GetSyntax().DescendantTokens()).Select(token => token.ValueText)];
        string name = "self";
        for (int i = 2; taken.Contains(name); i++) name = "self" + i;
        return name;
    }
}
