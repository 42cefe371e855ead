using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiff.Generators.FrontEnd;

/// <summary>
/// Generic code. A type parameter of the method itself stays one; those of a method that is read in place stand for its type arguments.
/// </summary>
internal sealed partial class BodyReader
{
    private Dictionary<ITypeSymbol, ITypeSymbol> _types = new(SymbolEqualityComparer.Default);

    private IrType TypeOf(ITypeSymbol? type) => SimdTypes.Read(Closed(type)) ?? (IsArrayOfModels(Closed(type)) ? TypeReader.Read(Closed(type)) with { IsAggregate = true, IsOfModels = true } : TypeReader.Read(Closed(type)));

    private bool IsReal(ITypeSymbol? type) => TypeReader.IsReal(Closed(type));

    private bool IsInteger(ITypeSymbol? type) => TypeReader.IsInteger(Closed(type));

    private bool HoldsReals(ITypeSymbol type) => TypeReader.HoldsReals(Closed(type)!);

    private string NameOf(ITypeSymbol type) => TypeReader.Name(Closed(type)!);

    /// <summary>A type with the type arguments of the methods that are being read in place; for an enumeration that is private there, the numbers that it is of.</summary>
    private ITypeSymbol? Closed(ITypeSymbol? type)
    {
        if (NumbersOf(type) is { } numbers) return numbers;
        if (_types.Count == 0) return type;
        switch (type)
        {
            case ITypeParameterSymbol when _types.TryGetValue(type, out ITypeSymbol? argument):
                return argument;
            case IArrayTypeSymbol array when Closed(array.ElementType) is { } element && !SymbolEqualityComparer.Default.Equals(element, array.ElementType):
                return _model.Compilation.CreateArrayTypeSymbol(element, array.Rank);
            case INamedTypeSymbol { IsTupleType: true } tuple when tuple.TupleElements.Any(each => !IsClosed(each.Type)):
                return _model.Compilation.CreateTupleTypeSymbol(
                    [.. tuple.TupleElements.Select(each => Closed(each.Type)!)],
                    [.. tuple.TupleElements.Select(each => each.IsExplicitlyNamedTupleElement ? each.Name : null)]);
            case INamedTypeSymbol { ContainingType: { } outer } nested when !IsClosed(outer):
                INamedTypeSymbol inside = ((INamedTypeSymbol)Closed(outer)!).GetTypeMembers(nested.Name, nested.Arity).First();
                return nested.Arity == 0 ? inside : inside.Construct([.. nested.TypeArguments.Select(each => Closed(each)!)]);
            case INamedTypeSymbol named when named.TypeArguments.Any(each => !IsClosed(each)):
                return named.ConstructedFrom.Construct([.. named.TypeArguments.Select(each => Closed(each)!)]);
            default:
                return type;
        }
    }

    private bool IsClosed(ITypeSymbol type) => SymbolEqualityComparer.Default.Equals(Closed(type), type);

    /// <summary>A method with the type arguments that it has here, its type's included.</summary>
    private IMethodSymbol Closed(IMethodSymbol method)
    {
        if (_types.Count == 0 || method.MethodKind is MethodKind.LocalFunction or MethodKind.AnonymousFunction && !method.IsGenericMethod) return method;
        if (method is { MethodKind: not MethodKind.LocalFunction, ContainingType: { IsGenericType: true } type } && !IsClosed(type) && Closed(type) is INamedTypeSymbol closed)
        {
            IMethodSymbol member = closed.GetMembers(method.Name).OfType<IMethodSymbol>().First(each => SymbolEqualityComparer.Default.Equals(each.OriginalDefinition, method.OriginalDefinition));
            method = method.IsGenericMethod ? member.Construct([.. method.TypeArguments]) : member;
        }
        return method.IsGenericMethod && method.TypeArguments.Any(each => !IsClosed(each))
            ? method.ConstructedFrom.Construct([.. method.TypeArguments.Select(each => Closed(each)!)])
            : method;
    }

    private PlacedCall Closed(PlacedCall call)
    {
        IMethodSymbol method = Closed(call.Method);
        if (method is { IsStatic: false, ContainingType.TypeKind: TypeKind.Interface } && call.Instance is { Type: ITypeParameterSymbol parameter }
            && Closed(parameter) is INamedTypeSymbol { TypeKind: TypeKind.Struct } known && known.FindImplementationForInterfaceMember(method) is IMethodSymbol implementation)
            method = implementation;
        if (method is { IsStatic: false, ContainingType.TypeKind: TypeKind.Interface } && Exact.TypeOf(call.Instance) is { } exact && exact.FindImplementationForInterfaceMember(method) is IMethodSymbol only)
            method = only;
        // T.Area(x): the member of the type argument, or the body that the interface gives.
        if (method is { IsStatic: true, ContainingType.TypeKind: TypeKind.Interface } && (method.IsAbstract || method.IsVirtual) && Closed(call.Owner) is INamedTypeSymbol owner && owner.FindImplementationForInterfaceMember(method) is IMethodSymbol member)
            return call.To(member) with { Owner = null };
        return SymbolEqualityComparer.Default.Equals(method, call.Method)
            ? call
            : call.To(method);
    }

    /// <summary>
    /// A struct that only has methods, as a type argument that says what to compute: nothing is lost where it is not there when they are
    /// read in place.
    /// </summary>
    private bool IsFunctor(PlacedCall call) =>
        call is { Instance: (ILocalReferenceOperation or IParameterReferenceOperation) and { Type: ITypeParameterSymbol parameter }, Method: { ContainingType: { TypeKind: TypeKind.Struct } type } }
        && Closed(parameter) is { } known && SymbolEqualityComparer.Default.Equals(known, type)
        && IsStateless(type)
        && Source(call.Method) is { } source && BodyOf(ModelOf(source), source) is { } body
        && !body.DescendantsAndSelf().Any(part => part is IInstanceReferenceOperation);

    /// <summary>Is every value of a struct the same, and made without running any code?</summary>
    private static bool IsStateless(ITypeSymbol? type) =>
        type is INamedTypeSymbol { TypeKind: TypeKind.Struct, SpecialType: SpecialType.None, IsTupleType: false } named && named.Locations.Any(location => location.IsInSource)
        && named.GetMembers().All(member => member is not IFieldSymbol { IsStatic: false }) && named.InstanceConstructors.All(constructor => constructor.IsImplicitlyDeclared);

    /// <summary>What type parameters stand for in the body of <paramref name="method"/>; <paramref name="outside"/> is what they do around it.</summary>
    private static Dictionary<ITypeSymbol, ITypeSymbol> TypesIn(IMethodSymbol method, Dictionary<ITypeSymbol, ITypeSymbol> outside)
    {
        return !method.IsGenericMethod ? TypesIn(method.ContainingType, outside) : With(TypesIn(method.ContainingType, outside), method.OriginalDefinition.TypeParameters, method.TypeArguments);
    }

    /// <summary>The same in the code of a type outside its methods.</summary>
    private static Dictionary<ITypeSymbol, ITypeSymbol> TypesIn(INamedTypeSymbol? type, Dictionary<ITypeSymbol, ITypeSymbol> outside) =>
        Around(type).Where(each => each.IsGenericType).Aggregate(outside, (types, each) => With(types, each.OriginalDefinition.TypeParameters, each.TypeArguments));

    private static Dictionary<ITypeSymbol, ITypeSymbol> With(Dictionary<ITypeSymbol, ITypeSymbol> outside, IReadOnlyList<ITypeParameterSymbol> parameters, IReadOnlyList<ITypeSymbol> arguments)
    {
        var types = new Dictionary<ITypeSymbol, ITypeSymbol>(outside, SymbolEqualityComparer.Default);
        for (int i = 0; i < parameters.Count; i++)
        {
            if (SymbolEqualityComparer.Default.Equals(parameters[i], arguments[i])) types.Remove(parameters[i]);
            else types[parameters[i]] = arguments[i];
        }
        return types;
    }

    private static IEnumerable<INamedTypeSymbol> Around(INamedTypeSymbol? type)
    {
        for (; type is not null; type = type.ContainingType) yield return type;
    }
}
