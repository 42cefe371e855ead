using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AutoDiff.Generators.FrontEnd;

/// <summary>What the generated code may reach by accessors of its own, which the runtime binds to members that C# does not let it name.</summary>
internal static class Accessors
{
    private const string Accessor = "System.Runtime.CompilerServices.UnsafeAccessorAttribute", AccessorOfType = "System.Runtime.CompilerServices.UnsafeAccessorTypeAttribute";

    private static readonly ConditionalWeakTable<Compilation, StrongBox<bool>> Known = new();
    private static readonly ConditionalWeakTable<Compilation, ConcurrentDictionary<string, bool>> Extensions = new(), Shared = new();

    /// <summary>Does the framework have them, and does the name of the class that they stand in mean nothing else where the companions stand?</summary>
    public static bool Exist(ISymbol within, Compilation compilation)
    {
        for (INamedTypeSymbol? outer = within as INamedTypeSymbol ?? within.ContainingType; outer is not null; outer = outer.ContainingType)
            if (Layout.Hierarchy(outer).Any(type => type.MemberNames.Contains(PrivateMember.Class))) return false;
        return Known.GetValue(compilation, each => new StrongBox<bool>(
            each.GetTypeByMetadataName(Accessor) is not null
            && each.GetSymbolsWithName(PrivateMember.Class, SymbolFilter.Type).All(symbol => symbol is INamedTypeSymbol { IsFileLocal: true }))).Value;
    }

    /// <summary>Is a member of this name added to a type by an extension?</summary>
    public static bool IsExtension(string name, Compilation compilation) => Extensions.GetValue(compilation, _ => new()).GetOrAdd(name, each =>
        compilation.GetSymbolsWithName(each, SymbolFilter.Member).Any(symbol => symbol is IMethodSymbol { IsExtensionMethod: true } || symbol.ContainingType is { IsExtension: true }));

    /// <summary>Have several types this name?</summary>
    public static bool IsShared(string name, Compilation compilation) => Shared.GetValue(compilation, _ => new()).GetOrAdd(name, each => compilation.GetSymbolsWithName(each, SymbolFilter.Type).Take(2).Count() > 1);

    /// <summary>May there be one for a static member of a class, which is given by its name?</summary>
    public static bool TakeTypesByName(Compilation compilation) => compilation.GetTypeByMetadataName(AccessorOfType) is not null;

    /// <summary>May there be one for the field behind this member of a class or struct, under the name of a property?</summary>
    /// <param name="stored">A field, an automatic property, or a parameter of the constructor that the object keeps.</param>
    /// <param name="type">What it holds.</param>
    /// <param name="compilation">Where both stand.</param>
    public static bool HaveField(ISymbol stored, ITypeSymbol type, Compilation compilation) =>
        compilation is CSharpCompilation { LanguageVersion: >= LanguageVersion.CSharp14 }
        && stored.ContainingType is { TypeKind: TypeKind.Class or TypeKind.Struct } owner && !IsGeneric(owner) && CanBeNamed(owner, compilation) && CanBeNamed(type, compilation);

    /// <summary>Can the class of the accessors, which stands in no type, assign the member by its name?</summary>
    public static bool IsOpen(LayoutMember member, Compilation compilation) => member is { Assignable: true, Accessor: null }
        && compilation.IsSymbolAccessibleWithin(member.Symbol is IPropertySymbol { SetMethod: { } set } ? set : member.Symbol, compilation.Assembly);

    public static bool IsGeneric(INamedTypeSymbol type) => type.IsGenericType || type.ContainingType is { } outer && IsGeneric(outer);

    /// <summary>Can the type be named in the class of the accessors, which stands in no type?</summary>
    public static bool CanBeNamed(ITypeSymbol type, Compilation compilation) => type switch
    {
        IArrayTypeSymbol array => CanBeNamed(array.ElementType, compilation),
        INamedTypeSymbol { IsFileLocal: false } named => compilation.IsSymbolAccessibleWithin(named, compilation.Assembly) && named.TypeArguments.All(argument => CanBeNamed(argument, compilation)),
        _ => false,
    };

    /// <summary>The accessor of a field of an object: the one that there is, or a new one.</summary>
    /// <param name="stored">A field, or a parameter of the constructor that the object keeps.</param>
    /// <param name="type">What it holds, as C# names it.</param>
    /// <param name="accessors">Those of the file, to which it is added.</param>
    public static PrivateMember OfField(ISymbol stored, string type, Dictionary<ISymbol, PrivateMember> accessors)
    {
        if (accessors.TryGetValue(stored, out PrivateMember? known)) return known;
        string field = stored is IParameterSymbol captured ? CapturedParameters.FieldOf(captured) : stored.Name, owner = TypeReader.Name(stored.ContainingType);
        return accessors[stored] = new PrivateMember(NameOf(stored, accessors), "Field", field, "ref " + type, (stored.ContainingType.IsValueType ? "ref " : "") + owner, IsNamed: true, "", "");
    }

    /// <summary>A name for the accessor of a member, which no other in the file has.</summary>
    public static string NameOf(ISymbol member, Dictionary<ISymbol, PrivateMember> accessors)
    {
        ISymbol declared = (member as IMethodSymbol)?.AssociatedSymbol ?? (member as IFieldSymbol)?.AssociatedSymbol ?? member;
        string name = member.ContainingType.Name + "_" + declared.Name.TrimStart('_'), distinct = name;
        for (int i = 2; accessors.Values.Any(other => other.Name == distinct); i++) distinct = name + i.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return distinct;
    }
}
