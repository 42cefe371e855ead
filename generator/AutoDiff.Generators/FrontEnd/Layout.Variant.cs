using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoDiff.Generators.FrontEnd;

/// <summary>
/// A class or an interface under whose name objects of several classes are known. Such an object is read as which class it is of, and the members
/// of all of them: those that its class does not have are never looked at.
/// </summary>
internal sealed partial record Layout
{
    private const int MostKinds = 16;

    /// <summary>What objects of each class have; null for a type of which all objects are of the same.</summary>
    public IReadOnlyList<Layout>? Kinds { get; private init; }

    /// <summary>The members of an own type, whether they hold numbers or not; null where they cannot be seen.</summary>
    /// <param name="type">The type.</param>
    /// <param name="within">The type of the method.</param>
    /// <param name="compilation">Where both stand.</param>
    /// <param name="way">How far objects are taken apart.</param>
    public static Layout? OfOwn(ITypeSymbol? type, ISymbol within, Compilation compilation, WayOfReading way = WayOfReading.TakenApart) => OfOwn(type, new Scope(within, compilation, [], way));

    /// <summary>The members of objects of just this class.</summary>
    public static Layout? OfExact(INamedTypeSymbol type, ISymbol within, Compilation compilation, WayOfReading way) => Of(type, new Scope(within, compilation, [], way));

    /// <summary>Is the type one of the user's, whose objects can be taken apart where nothing else is possible?</summary>
    public static bool IsOwnType(ITypeSymbol type) => type is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct or TypeKind.Interface, IsTupleType: false, IsStatic: false, SpecialType: SpecialType.None, DeclaringSyntaxReferences.IsEmpty: false };

    /// <summary>Where the layout is for, and the types that it is made for: one that is met again within itself has none.</summary>
    private sealed record Scope(ISymbol Within, Compilation Compilation, IReadOnlyList<INamedTypeSymbol>? Own, WayOfReading Way = WayOfReading.AsWritten)
    {
        public bool IsOwn(ITypeSymbol type) => Own is not null && IsOwnType(type);

        public bool IsBegun(ITypeSymbol type) => Own!.Contains(type, SymbolEqualityComparer.Default);

        public Scope Begin(INamedTypeSymbol type) => this with { Own = [.. Own!, type] };
    }

    private static Layout? OfOwn(ITypeSymbol? type, Scope scope)
    {
        if (IsNullableType(type)) return OfNullable(type!, scope.Within, scope.Compilation, own: true, scope.Way);
        if (type is not INamedTypeSymbol named || !scope.IsOwn(type)) return Of(type, scope);
        if (scope.IsBegun(type)) return null;
        IReadOnlyList<INamedTypeSymbol> classes = named.IsValueType || named.IsGenericType && named.TypeKind != TypeKind.Interface ? [] : Implementations.Classes(named, scope.Compilation);
        if (classes.Count == 0 || classes is [{ } only] && SymbolEqualityComparer.Default.Equals(only, named))
        {
            Layout? own = named.IsAbstract ? null : Of(named, scope);
            // An object that can change stays the one that it is, and is there or not.
            return scope.Way == WayOfReading.WithPresence && own is { IsValue: true, Type: { IsReferenceType: true, IsAnonymousType: false } } ? OfKinds(named, [own], scope.Compilation) : own;
        }
        Layout[] kinds = [.. classes.Select(each => Of(each, SymbolEqualityComparer.Default.Equals(each, named) ? scope : scope.Begin(named))).OfType<Layout>()];
        return kinds.Length is 0 or > MostKinds ? null : OfKinds(named, kinds, scope.Compilation);
    }

    private static Layout OfKinds(INamedTypeSymbol type, Layout[] kinds, Compilation compilation)
    {
        var members = new List<LayoutMember>();
        foreach (Layout kind in kinds)
            foreach (LayoutMember member in kind.Members)
            {
                if (members.Any(known => SymbolEqualityComparer.Default.Equals(known.Symbol, member.Symbol))) continue;
                bool taken = members.Any(known => known.Name == member.Name) || member.Name == KindName;
                members.Add(taken ? member with { Name = BodyReader.Joined(kind.Type.Name, member.Name) } : member);
            }
        var which = new LayoutMember(KindName, type, compilation.GetSpecialType(SpecialType.System_Int32), null, false, false, true);
        return new Layout((INamedTypeSymbol)type.WithNullableAnnotation(NullableAnnotation.NotAnnotated), [which, .. members], null) { Kinds = kinds };
    }

    private const string KindName = "Kind";
}
