using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiff.Generators.FrontEnd;

/// <summary>What a method that is read in place is given, and what its parameters stand for: the argument itself, a place, or a variable of their own.</summary>
internal sealed partial class BodyReader
{
    /// <summary>The arguments in the order of their evaluation, none of them changed by those after it.</summary>
    private List<(IParameterSymbol Parameter, Meaning? Value, Closure? Given)> ValuesOf(PlacedCall call)
    {
        var values = new List<(IParameterSymbol Parameter, Meaning? Value, Closure? Given)>();
        for (int i = 0; i < call.Arguments.Count; i++)
        {
            (IParameterSymbol parameter, IOperation argument) = call.Arguments[i];
            if (ClosureOf(argument) is { } closure)
            {
                values.Add((parameter, null, closure));
                continue;
            }
            if (CollectionFor(parameter, argument, call) is { } collection)
            {
                _lists[parameter.OriginalDefinition] = collection;
                values.Add((parameter, new Single(call.Arguments.Skip(i + 1).Aggregate<(IParameterSymbol, IOperation Value), Expr>(new Read(collection.Items), (whole, later) => ProtectSequence(whole, later.Value))), null));
                continue;
            }
            Meaning value;
            if (parameter.Type.TypeKind == TypeKind.Delegate && argument.ConstantValue.HasValue) RefuseDelegate(argument);
            if (parameter.RefKind is RefKind.Ref or RefKind.Out) value = ReferenceTo(argument, parameter.Type);
            else if (IsShared(parameter, argument)) value = argument is IConditionalOperation { IsRef: true } choice ? ChosenReference(choice) ?? Nothing(parameter.Type) : Located(MeaningOf(argument), argument);
            else
            {
                value = Worded(parameter, argument, () => Converted(MeaningOf(argument), parameter.Type));
                foreach ((_, IOperation later) in call.Arguments.Skip(i + 1)) value = Protect(value, later);
            }
            values.Add((parameter, value, null));
        }
        return values;
    }

    /// <summary>What a parameter stands for: the argument itself where neither side changes it, otherwise a variable of its own.</summary>
    private void Bind(IParameterSymbol parameter, Meaning value, PlacedCall call, IOperation? body, HashSet<Variable> changed, Bundle? self)
    {
        IParameterSymbol symbol = parameter.OriginalDefinition;
        bool byReference = parameter.RefKind is RefKind.Ref or RefKind.Out
            || call.Arguments.Any(argument => SymbolEqualityComparer.Default.Equals(argument.Parameter, parameter) && IsShared(parameter, argument.Value));
        bool IsParameter(IOperation root) => root is IParameterReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Parameter, parameter.OriginalDefinition);
        bool own = body is not null && (Effects.Mutates(body, IsParameter) || ReachesOut(call, body) || value.Leaves.Any(leaf => leaf is Read read && (changed.Contains(read.Variable) || MayBecomeAnother(read.Variable, body, self))));
        switch (value)
        {
            case Bundle bundle:
                _bundles[symbol] = byReference || !bundle.Layout.IsValue ? WithLists(call.Method.MethodKind == MethodKind.Constructor ? Lasting(NamedElement(bundle, parameter.Name)) : NamedElement(bundle, parameter.Name), parameter.Name) : own ? OwnCopy(bundle, parameter) : Named(bundle, parameter.Name);
                _bindings.Remove(symbol);
                _lists.Remove(symbol);
                break;
            case Single { Value: Read { Variable: { Type.IsSequence: true } items } } when body is not null && !byReference && (IsList(parameter.Type) || IsCollection(parameter.Type) || IsKept(items, parameter.Type)):
                GrowingList list = _lists.TryGetValue(symbol, out GrowingList? known) && known.Items == items ? known : new GrowingList(items, null, parameter.Type is INamedTypeSymbol { TypeArguments: [{ } element] } ? element : ElementOf(parameter.Type)!);
                GiveList(symbol, list, body, IsInMethod(body) ? null : call.Syntax);
                break;
            case Single { Value: Read items } when _lists.TryGetValue(symbol, out GrowingList? given) && given.Items == items.Variable && !TypeOf(parameter.Type).IsSequence:
                _bindings[symbol] = items;
                break;
            case Single single:
                _bindings[symbol] = byReference ? single.Value : Bound(parameter, single.Value, own);
                _bundles.Remove(symbol);
                _lists.Remove(symbol);
                break;
        }
    }

    /// <summary>Could the body change variables of the caller, so that arguments must be copied?</summary>
    private static bool ReachesOut(PlacedCall call, IOperation body) =>
        call.Arguments.Any(argument => argument.Parameter.RefKind is RefKind.Ref or RefKind.Out)
        || !call.Method.IsStatic && !call.Method.ContainingType.IsExtension && Effects.Mutates(body, root => root is IInstanceReferenceOperation);

    private Expr Bound(IParameterSymbol parameter, Expr value, bool own)
    {
        RequireVisible(parameter.Type);
        IrType type = TypeOf(parameter.Type);
        // A functor is never looked at: a variable for it would be unused.
        if (value is Opaque { Operands.Count: 0 } && IsStateless(Closed(parameter.Type))) return Opaque.Text("default(" + type + ")", type);
        if (value is Literal && !own || value is Read && value.Type == type && !own) return value;
        Variable variable = Temporary(char.ToLowerInvariant(parameter.Name[0]) + parameter.Name.Substring(1), type);
        _block.Declare(variable);
        if (value is Read && value.Type.IsSequence && variable.Type.IsSequence) value = Viewed(value, variable.Type);
        else if (value is Read && value.Type.IsSequence) RefuseHere("A list or an array in code that takes any collection", "give it an array");
        _block.Add(new Assign(variable, value));
        return new Read(variable);
    }

    /// <summary>The place that a <c>ref</c> or <c>out</c> argument names; its index is evaluated once, here.</summary>
    private Meaning ReferenceTo(IOperation argument, ITypeSymbol type)
    {
        if (LayoutOf(type) is { } layout)
        {
            if (PlaceOf(argument, layout, null) is { } places) return Located(places, argument);
            Refuse(argument, "DIFF0104", Shorten(argument.Syntax));
            return Zero(layout);
        }
        if (argument is IDiscardOperation)
        {
            Variable ignored = Temporary("ignored", TypeOf(argument.Type));
            _block.Declare(ignored);
            return new Single(new Read(ignored));
        }
        return TargetOf(argument, null) switch
        {
            VariableTarget place => new Single(new Read(place.Variable)),
            ElementTarget place => Located(new Single(new Element(place.Sequence, place.Index)), argument),
            _ => new Single(Default(TypeOf(type))),
        };
    }

    /// <summary>
    /// Does an <c>in</c> parameter see what happens to its argument during the call? A variable of the same type is passed itself, whoever may
    /// change it, and any other value as a copy.
    /// </summary>
    private static bool IsShared(IParameterSymbol parameter, IOperation argument) =>
        parameter.RefKind is RefKind.In or RefKind.RefReadOnlyParameter && IsStored(argument) && SymbolEqualityComparer.Default.Equals(argument.Type, parameter.Type);

    /// <summary>Does this name a variable, whether it may be assigned or not?</summary>
    private static bool IsStored(IOperation operation) => operation switch
    {
        ILocalReferenceOperation or IParameterReferenceOperation or IInstanceReferenceOperation or IArrayElementReferenceOperation => true,
        IPropertyReferenceOperation property => property.Property.ReturnsByRef || property.Property.ReturnsByRefReadonly,
        IInvocationOperation call => call.TargetMethod.ReturnsByRef || call.TargetMethod.ReturnsByRefReadonly,
        IImplicitIndexerReferenceOperation { IndexerSymbol: IPropertySymbol indexer } => indexer.ReturnsByRef || indexer.ReturnsByRefReadonly,
        IConditionalOperation { IsRef: true } => true,
        IFieldReferenceOperation { Instance: { } instance } => instance.Type is { IsReferenceType: true } || IsStored(instance),
        _ => false,
    };

    /// <summary>The same places, which stay where they are whatever is assigned later.</summary>
    private Meaning Located(Meaning meaning, IOperation source)
    {
        IOperation around = Effects.RootAround(source);
        bool moves = Effects.MayMoveArrays(around);
        HashSet<Variable> renamed = [.. ChangedBy(around), .. GivenAway(around)];
        renamed.ExceptWith(NeverAssigned(around));
        var found = new Dictionary<Expr, Expr>();
        Expr Found(Expr sequence)
        {
            if (found.TryGetValue(sequence, out Expr? known)) return known;
            return found[sequence] = sequence is Element row ? moves ? Spill(row, (row.Base()?.Name ?? "array") + "Row") : Place(row) : sequence is Read read && renamed.Contains(read.Variable) && !_lists.Values.Any(list => list.Items == read.Variable) ? Spill(read, "array") : sequence;
        }
        Expr Kept(Expr index) => found.TryGetValue(index, out Expr? known) ? known : found[index] = Frozen(index);
        Element Place(Element element) => new(Found(element.Sequence), element.Index is Indices indices ? indices.Map(Kept) : Kept(element.Index));
        return meaning.Map(leaf => leaf is Element element ? Place(element) : leaf);
    }

    /// <summary>The local variables and parameters for arrays and spans that are the same all the time, whatever is stored into them.</summary>
    private IEnumerable<Variable> NeverAssigned(IOperation code)
    {
        HashSet<ISymbol> assigned = Effects.AssignedIn(code);
        return code.Descendants().Select(Effects.Symbol).Where(symbol => symbol is ILocalSymbol { IsRef: false } or IParameterSymbol { RefKind: RefKind.None }).Where(symbol => !assigned.Contains(symbol!)).Distinct(SymbolEqualityComparer.Default)
            .Select(symbol => _bindings.TryGetValue(symbol!, out Expr? bound) && bound is Read { Variable: { Type.IsSequence: true } own } && !_lists.ContainsKey(symbol!) && own.Name == symbol!.Name ? own : null)
            .OfType<Variable>();
    }

    /// <summary>The members of the objects that are given to other code, which may assign them.</summary>
    private IEnumerable<Variable> GivenAway(IOperation code) => code.Descendants().OfType<IArgumentOperation>()
        .Where(argument => argument.Value.Type is { IsReferenceType: true }).SelectMany(argument => VariablesOf(Unwrap(argument.Value), _names, _frame.This));

    /// <summary>An index that keeps its value whatever is assigned later.</summary>
    private Expr Frozen(Expr index) => index is Literal ? index : index is Indices indices ? indices.Map(Frozen) : Spill(index, "index");
}
