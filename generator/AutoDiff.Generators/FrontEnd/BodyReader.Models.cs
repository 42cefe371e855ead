using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiff.Generators.FrontEnd;

/// <summary>
/// Arrays of models that the method is given. They are read as arrays of structs are, member by member, and their adjoints stand in an array of
/// such objects; but an element is an object, and a local is another name for it. So the array stays what it is, and so does each of its places.
/// </summary>
internal sealed partial class BodyReader
{
    private HashSet<ITypeSymbol>? _models;

    /// <summary>The classes of which objects stand in arrays that the method is given.</summary>
    private HashSet<ITypeSymbol> Models => _models ??= new(
        _method.Parameters.Where(parameter => !Differentiables.IsConstant(parameter)).Select(parameter => parameter.Type).Concat(_receiver is null ? [] : [_receiver.Type]).SelectMany(type => Layout.ModelsIn(type, Home, _compilation)), SymbolEqualityComparer.Default);

    private bool IsArrayOfModels(ITypeSymbol? type) => type is IArrayTypeSymbol { Rank: 1, ElementType: { IsReferenceType: true } element } && Models.Contains(element);

    /// <summary>Is this array one that the method has made, in which tuples stand for objects?</summary>
    private bool IsKept(Variable items, ITypeSymbol? array) => !items.Type.IsOfModels && items.Type.IsAggregate && IsArrayOfObjects(array);

    /// <summary>An element under a name of its own. Where the method changes no objects, variables hold what is in it; otherwise it is its place.</summary>
    private Bundle NamedElement(Bundle found, string name)
    {
        if (!IsElementOfModels(found)) return found;
        return ChangesModels ? Lasting(found) : Outside(Copy(found, name));
    }

    private static bool IsElementOfModels(Bundle found) => !found.Layout.Type.IsValueType && found.Leaves.FirstOrDefault() is Element { Sequence.Type.IsOfModels: true };

    /// <summary>Models of classes from which, in the compilation, none derives: those whose virtual methods are read in place.</summary>
    private readonly Dictionary<Variable, ITypeSymbol> _exactModels = [];

    /// <summary>
    /// The class of a model that is a parameter, or that the method is called on, where nothing in the compilation derives from it; an object of a class
    /// from elsewhere is refused by the companions.
    /// </summary>
    private INamedTypeSymbol? ExactModel(IOperation? instance)
    {
        if (KnownAs(instance) is not { Layout.Type: { TypeKind: TypeKind.Class, IsAbstract: false } type } model || !IsGivenModel(instance!, model)) return null;
        if (model.Leaves.FirstOrDefault() is not Read { Variable.Root: { Role: VariableRole.Parameter } whole } || Implementations.Classes(type, _compilation) is not [{ } only] || !SymbolEqualityComparer.Default.Equals(only, type)) return null;
        _exactModels[whole] = type;
        model = model with { IsExact = true };
        if (instance is IParameterReferenceOperation { Parameter: { } parameter }) _bundles[parameter] = model;
        else _frame.This = model;
        return type;
    }

    private bool IsGivenModel(IOperation instance, Bundle model) => instance is IInstanceReferenceOperation && _self is not null && model.Leaves.SequenceEqual(_self.Leaves)
        || instance is IParameterReferenceOperation { Parameter: { RefKind: RefKind.None } parameter } && SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, _method);

    /// <summary>An object of a derived class may run another method than the one that has been read.</summary>
    private void RequireExactModels()
    {
        foreach (KeyValuePair<Variable, ITypeSymbol> model in _exactModels)
        {
            Read whole = new(model.Key);
            string name = NameOf(model.Value).TrimEnd('?');
            Opaque isOther = Opaque.Of(IrType.Boolean, ["", " is not null && ", ".GetType() != typeof(" + name + ")"], whole, whole);
            Opaque refusal = Opaque.Of(IrType.Void, ["throw \u0001Adjoints\u0001.UnknownImplementation(", ", \"virtual method\")"], whole) with { Repeatable = false };
            _outermost.AddFirst(new If(isOther, Nested(() => _block.Add(new Effect(refusal))), Block.Empty));
        }
    }

    /// <summary>The types of elements, and where in them there is an object, which may be in another element as well.</summary>
    private readonly HashSet<(string Element, string Path)> _objectsInElements = [];

    /// <summary>Objects that are changed in the structs of arrays that the method is given: nobody asks whether two of them hold the same one.</summary>
    public IEnumerable<Refusal> ObjectsChangedInElements(Block body) =>
        from store in body.AllStatements().OfType<Store>()
        where !store.Sequence.Type.IsOfModels && store.Index is Indices { Member: { } member } && _objectsInElements.Any(known => known.Element == store.Sequence.Type.Scalar && member.StartsWith(known.Path, StringComparison.Ordinal))
        select new Refusal("DIFF0104", store.Site, EquatableArray.Of(store.Source ?? store.Sequence.Base()?.Name ?? "an object in an element"));

    private bool? _changesModels;

    private bool ChangesModels => _changesModels ??= _method.DeclaringSyntaxReferences is [{ } reference, ..] && ModelOf(reference.GetSyntax(_cancellation)).GetOperation(reference.GetSyntax(_cancellation), _cancellation) is { } body
        && body.Descendants().Any(part => (part is IMemberReferenceOperation { Instance: not null } or IInvocationOperation { TargetMethod.ReturnsByRef: true }) && Effects.IsWritten(part) || ChangesObjects(part));

    /// <summary>Another array in a variable whose elements may have names: they would stay those of the array before.</summary>
    private bool ReplacesModels(ISimpleAssignmentOperation assignment, Variable target)
    {
        if (!target.Type.IsOfModels) return false;
        Refuse(assignment, "DIFF0101", "Another array of objects in a variable that has one", "use a variable of its own for each array");
        return true;
    }
}
