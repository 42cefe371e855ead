using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiff.Generators.FrontEnd;

/// <summary>
/// Stacks and other collections of the framework that the method makes, and whose code is written down in the folder <c>Collections</c>: what is
/// in them in the order of their enumeration, which is told by <c>Places</c>, <c>Holds</c> and <c>At</c> there.
/// </summary>
internal sealed partial class BodyReader
{
    /// <summary>Objects that are being enumerated where the reading is.</summary>
    private readonly Stack<Bundle> _enumeratedObjects = new();

    private bool IsCollectionObject(IOperation operation) => DictionaryOf(operation) is not null || !IsFromOutside(operation) && LayoutOf(operation) is { } layout && FrontEnd.Collections.IsTwin(layout.Type);

    /// <summary>A member of the object whose method is differentiated, or of none.</summary>
    private bool IsFromOutside(IOperation operation) => operation is IMemberReferenceOperation { Instance: var owner } and (IFieldReferenceOperation or IPropertyReferenceOperation) && (owner is null || IsOpaqueSelf(owner) || IsFromOutside(owner));

    /// <summary>The dictionary of which these are the values.</summary>
    private IOperation? DictionaryOf(IOperation operation) => operation is IPropertyReferenceOperation { Property: { Name: "Values", ContainingType: { } type }, Instance: { } owner }
        && FrontEnd.Collections.IsTwin(type) && IsCollectionObject(owner) ? owner : null;

    private Query CollectionQuery(IOperation operation)
    {
        IOperation owner = DictionaryOf(operation) ?? operation;
        Bundle self = Named(There(BundleOf(owner, LayoutOf(owner)!)), "source");
        IMethodSymbol? Member(string name) => self.Layout.Type.GetMembers(name).OfType<IMethodSymbol>().SingleOrDefault();
        IMethodSymbol at = Member(owner == operation ? "At" : "ValueAt")!, places = Member("get_Places")!;
        IMethodSymbol? holds = Member("Holds");
        Expr count = ((Single)ReadOn(self, places, operation.Syntax)).Value;
        return new Query(at.ReturnType, count, holds is not null, (index, yield) =>
        {
            void Give()
            {
                _enumeratedObjects.Push(self);
                Meaning element = ReadOn(self, at, operation.Syntax, index);
                yield(element is Bundle { Layout.IsValue: true } bundle ? Copy(bundle, "element") : element);
                _enumeratedObjects.Pop();
            }
            if (holds is null) Give();
            else _block.Add(new If(((Single)ReadOn(self, holds, operation.Syntax, index)).Value, Nested(Give), Block.Empty));
        });
    }

    /// <summary>What a method of an object gives that is known already.</summary>
    private Meaning ReadOn(Bundle self, IMethodSymbol method, SyntaxNode syntax, params Expr[] given)
    {
        SyntaxNode source = Source(method)!;
        SemanticModel model = ModelOf(source);
        return Placed(new PlacedCall(method, null, [], syntax), BodyOf(model, source)!, model, null, [.. given.Select((value, i) => (method.Parameters[i], (Meaning?)new Single(value), (Closure?)null))], self);
    }

    private static bool IsOfCollection(IMethodSymbol method) => FrontEnd.Collections.IsTwin(method.ContainingType);

    private bool ChangesEnumerated(IMethodSymbol method, Bundle self) => IsOfCollection(method) && !_replaces && _enumeratedObjects.Any(each => each.Leaves.SequenceEqual(self.Leaves)) && !FrontEnd.Collections.IsPure(method);

    /// <summary>The dictionary whose pairs the variable of a loop takes, or their keys.</summary>
    private readonly Dictionary<ISymbol, Bundle> _loopKeys = new(SymbolEqualityComparer.Default);

    private Bundle? PairsOf(IOperation collection) => Looked(QuerySource(collection)) is Bundle { Layout.Type.Name: "Dictionary" } keys && FrontEnd.Collections.IsTwin(keys.Layout.Type) ? keys : null;

    /// <summary>Is the code being read that gives another value to a key which is there?</summary>
    private bool _replaces;

    /// <summary>Is an element assigned whose key the loop over its dictionary has just given? It stays where it is, and the loop goes on.</summary>
    private bool Replaces(PlacedCall call)
    {
        if (call is not { Method.MethodKind: MethodKind.PropertySet, Instance: { } instance } || _model.GetOperation(call.Syntax, _cancellation) is not IPropertyReferenceOperation { Arguments: [{ Value: { } key }] }) return false;
        return (key is IPropertyReferenceOperation { Property.Name: "Key", Instance: { } pair } ? pair : key) is ILocalReferenceOperation { Local: { } local }
            && _loopKeys.TryGetValue(local, out Bundle? keys) && Looked(instance) is Bundle dictionary && dictionary.Leaves.SequenceEqual(keys.Leaves);
    }

    /// <summary>Reads a method of a collection, which may not change what is being enumerated.</summary>
    private Meaning? OnCollection(PlacedCall call, IOperation body, SemanticModel model, List<(IParameterSymbol Parameter, Meaning? Value, Closure? Given)>? known)
    {
        bool outer = _replaces;
        _replaces |= Replaces(call);
        Meaning? result = null;
        if (call.Instance is not null && Looked(call.Instance) is Bundle self && ChangesEnumerated(call.Method, self))
        {
            RefuseChange(call.Syntax);
            result = Nothing(call.Method.ReturnType);
        }
        else
        {
            Block code = Nested(() => result = Tried(call, () => Placed(call, body, model, null, known)));
            Splice(WithText(code, SourceText.OneLine(call.Syntax)));
        }
        _replaces = outer;
        return result;
    }

    private void RefuseChange(SyntaxNode call) => Refuse(call, SiteOf(call), "DIFF0101", "A collection that is changed while it is enumerated,", "collect the changes, and make them afterwards");

    /// <summary>The statements of a collection's code, with what the user has written in the place of its text.</summary>
    private static Block WithText(Block code, string text, bool isFirst = true) => code with
    {
        Statements = code.Statements.Select(statement => statement.Map(each => each, inner => WithText(inner, text, false)) with
        {
            Source = statement.Source is not null && (isFirst || statement is For or Ir.Loop) ? text : null,
        }).ToEquatable(),
    };

    /// <summary>An element between the braces after <c>new</c>: a call of <c>Add</c>, or an assignment by the indexer; null for anything else.</summary>
    private static PlacedCall? AddedBy(IOperation initial) => initial switch
    {
        IInvocationOperation { Instance: IInstanceReferenceOperation } call => PlacedCall.Of(call) with { Instance = null },
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.SetMethod: { } setter, Instance: IInstanceReferenceOperation, Arguments: [{ Value: { } key }] }, Value: { } value } =>
            new PlacedCall(setter, null, [(setter.Parameters[0], key), (setter.Parameters[1], value)], initial.Syntax),
        _ => null,
    };

    /// <summary>Runs that on a collection that is being made.</summary>
    private void AddInitial(Bundle collection, PlacedCall added)
    {
        SyntaxNode source = Source(added.Method)!;
        SemanticModel model = ModelOf(source);
        if (Tried(added, () => Placed(added, BodyOf(model, source)!, model, null, ValuesOf(added), collection)) is null) Refuse(added.Syntax, SiteOf(added.Syntax), "DIFF0101", Quote(added.Syntax));
    }
}
