using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace AutoDiff.Generators.FrontEnd;

/// <summary>A class or struct, and the method that runs when a virtual or interface method is called on an object of exactly that type.</summary>
internal sealed record Implementation(INamedTypeSymbol Type, IMethodSymbol Method);

/// <summary>
/// What a call of a virtual, abstract or interface method may run: a method for each type of the compilation that can be the type of the
/// object. Other assemblies may add types, which generated code meets with an exception.
/// </summary>
internal static class Implementations
{
    private const int Most = 16;

    private static readonly ConditionalWeakTable<Compilation, INamedTypeSymbol[]> Types = new();
    private static readonly ConditionalWeakTable<Compilation, ConcurrentDictionary<IMethodSymbol, Implementation[]>> Known = new();

    /// <summary>Null where there are none, or too many, or where a generic type makes them infinitely many.</summary>
    public static IReadOnlyList<Implementation>? Of(IMethodSymbol method, Compilation compilation) =>
        All(method, compilation) is { Length: > 0 and <= Most } found && !found.Any(each => each.Type.IsGenericType) ? found : null;

    public static Implementation[] All(IMethodSymbol method, Compilation compilation) =>
        Known.GetValue(compilation, _ => new(SymbolEqualityComparer.Default)).GetOrAdd(method, each => [.. Find(each, compilation)]);

    private static IEnumerable<Implementation> Find(IMethodSymbol method, Compilation compilation)
    {
        foreach (INamedTypeSymbol type in Types.GetValue(compilation, all => [.. In(all.Assembly.GlobalNamespace)]))
        {
            if (type.IsAbstract || type.TypeKind is not (TypeKind.Class or TypeKind.Struct) || Implementing(type, method) is not { } implementation) continue;
            yield return new Implementation(type, implementation);
        }
    }

    /// <summary>The classes of the compilation of which an object can be that is known under this type, and the structs that are as good as one.</summary>
    public static IReadOnlyList<INamedTypeSymbol> Classes(INamedTypeSymbol type, Compilation compilation) =>
        [.. Types.GetValue(compilation, all => [.. In(all.Assembly.GlobalNamespace)]).Where(each => (each is { IsAbstract: false, IsStatic: false, TypeKind: TypeKind.Class } || IsAsAnObject(each)) && Is(each, type))];

    /// <summary>A struct that nothing changes: a copy of it, under the name of an interface, is as good as the object that C# makes of it.</summary>
    public static bool IsAsAnObject(ITypeSymbol? type) => type is INamedTypeSymbol { TypeKind: TypeKind.Struct, IsReadOnly: true, IsTupleType: false } && !Layout.IsNullableType(type);

    /// <summary>Can an object of just this class be known under the other type?</summary>
    public static bool Is(INamedTypeSymbol type, ITypeSymbol known) => known is INamedTypeSymbol { TypeKind: TypeKind.Interface } ? type.AllInterfaces.Contains(known, SymbolEqualityComparer.Default) || SymbolEqualityComparer.Default.Equals(type, known)
        : known is INamedTypeSymbol ancestor && (ancestor.SpecialType == SpecialType.System_Object || DerivesFrom(type, ancestor));

    private static IMethodSymbol? Implementing(INamedTypeSymbol type, IMethodSymbol method)
    {
        if (method.ContainingType.TypeKind == TypeKind.Interface)
            return type.AllInterfaces.Contains(method.ContainingType, SymbolEqualityComparer.Default)
                ? type.FindImplementationForInterfaceMember(method) is IMethodSymbol found ? Latest(type, found) : null
                : null;
        return DerivesFrom(type, method.ContainingType) ? Latest(type, method) : null;
    }

    /// <summary>The override of <paramref name="method"/> that an object of exactly <paramref name="type"/> has.</summary>
    public static IMethodSymbol Latest(INamedTypeSymbol type, IMethodSymbol method)
    {
        if (!method.IsVirtual && !method.IsAbstract && !method.IsOverride) return method;
        for (INamedTypeSymbol? each = type; each is not null; each = each.BaseType)
        {
            foreach (IMethodSymbol candidate in each.GetMembers(method.Name).OfType<IMethodSymbol>())
            {
                for (IMethodSymbol? overridden = candidate; overridden is not null; overridden = overridden.OverriddenMethod)
                    if (SymbolEqualityComparer.Default.Equals(overridden.OriginalDefinition, method.OriginalDefinition)) return candidate;
            }
        }
        return method;
    }

    /// <summary>The method that a call of <paramref name="method"/>, of a class or an interface, runs on an object of exactly <paramref name="type"/>.</summary>
    public static IMethodSymbol Running(INamedTypeSymbol type, IMethodSymbol method) => Implementing(type, method) ?? method;

    /// <summary>Can another type's method run in place of this one?</summary>
    public static bool IsOpen(IMethodSymbol method) =>
        (method.IsAbstract || method.IsVirtual || method.IsOverride) && !method.IsSealed && method.ContainingType is { IsSealed: false, IsValueType: false };

    /// <summary>Can a class derived from this one, here or in another assembly, have a property in place of one that the class has or inherits?</summary>
    public static bool MayBeOverridden(IPropertySymbol property, INamedTypeSymbol type, Compilation compilation) => !property.IsSealed && !type.IsSealed
        && (IsPublic(type) || Classes(type, compilation).Any(derived => !SymbolEqualityComparer.Default.Equals(derived, type)
            && Layout.Hierarchy(derived).TakeWhile(each => !SymbolEqualityComparer.Default.Equals(each, type)).Any(each => each.GetMembers(property.Name).Any(member => member is IPropertySymbol { IsOverride: true }))));

    private static bool IsPublic(INamedTypeSymbol type) => type.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal && (type.ContainingType is null || IsPublic(type.ContainingType));

    /// <summary>Is it that type, or one derived from it?</summary>
    public static bool DerivesFrom(INamedTypeSymbol type, INamedTypeSymbol ancestor)
    {
        for (INamedTypeSymbol? each = type; each is not null; each = each.BaseType)
            if (SymbolEqualityComparer.Default.Equals(each, ancestor)) return true;
        return false;
    }

    private static IEnumerable<INamedTypeSymbol> In(INamespaceOrTypeSymbol container)
    {
        foreach (ISymbol member in container.GetMembers())
        {
            if (member is INamespaceSymbol space)
                foreach (INamedTypeSymbol type in In(space)) yield return type;
            if (member is not INamedTypeSymbol named || Collections.IsTwin(named)) continue;
            yield return named;
            foreach (INamedTypeSymbol nested in In(named)) yield return nested;
        }
    }
}
