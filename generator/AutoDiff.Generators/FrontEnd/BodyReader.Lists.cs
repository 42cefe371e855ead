using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiff.Generators.FrontEnd;

/// <summary>
/// A <c>List&lt;T&gt;</c> that stays inside the method: an array that is replaced by a larger one when it is full, and how many of its
/// elements count. Or one that the method is given: itself, and it neither grows nor shrinks. A list of which anything else is done is
/// not known here.
/// </summary>
internal sealed partial class BodyReader
{
    /// <param name="Items">The array, or the list or array that was given.</param>
    /// <param name="Counter">How many elements count; null where all do.</param>
    /// <param name="Element">Their type.</param>
    private sealed record GrowingList(Variable Items, Variable? Counter, ITypeSymbol Element)
    {
        public Expr Count => Counter is { } counter ? new Read(counter) : Opaque.Of(IrType.Int32, ["", Items.Type.IsList ? ".Count" : ".Length"], new Read(Items));
    }

    private Dictionary<ISymbol, GrowingList> _lists => _names.Lists;

    public static bool IsList(ITypeSymbol? type) =>
        type is INamedTypeSymbol { Name: "List", Arity: 1, ContainingNamespace: { Name: "Generic", ContainingNamespace: { Name: "Collections", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } } };

    /// <summary>An interface of the framework that arrays and lists have: <c>IEnumerable&lt;T&gt;</c>, <c>IReadOnlyList&lt;T&gt;</c>, ….</summary>
    public static bool IsCollection(ITypeSymbol? type) =>
        type is INamedTypeSymbol { TypeKind: TypeKind.Interface, Arity: 1, Name: "IEnumerable" or "IReadOnlyCollection" or "IReadOnlyList" or "ICollection" or "IList", ContainingNamespace: { Name: "Generic", ContainingNamespace: { Name: "Collections", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } } };

    private GrowingList? ListOf(IOperation? operation) => operation is IMemberReferenceOperation member ? HeldList(member) : operation is ILocalReferenceOperation or IParameterReferenceOperation && _lists.TryGetValue(Effects.Symbol(operation)!, out GrowingList? list) ? list : null;

    /// <summary>A local list of numbers, or of what is made of numbers, or an array of objects, with which nothing is done that is not known here.</summary>
    private bool DeclaresList(ILocalSymbol local, IOperation value)
    {
        if (IsAssignedLater(local, value) && !IsRenewedArray(local, value)) return false;
        if (Unwrap(value) is IMemberReferenceOperation && ListOf(Unwrap(value)) is { Counter: not null } held)
        {
            // Another name for the list of an object.
            _lists[local] = held;
            _sharedLists.Add(held.Items);
            return true;
        }
        if (IsCollection(local.Type) && !IsList(Unwrap(value).Type)) return NamesCollection(local, value);
        if (ListedIn(local.Type) is not { } element || !AllUses(local, value).All(use => IsKnownUse(use) || IsReturned(use) || IsHeld(use))) return false;
        if (KeptLayout(element) is { } objects && !KeepsPlaces(local, value, objects)) return false;
        if ((Collected(local.Name, local.Type, value, local) ?? Returned(value)) is not { } list) return false;
        _lists[local] = list;
        if (local.Type is IArrayTypeSymbol) _bindings[local] = new Read(list.Items);
        return true;
    }

    /// <summary>An array of objects that do not change, which is given other arrays by statements of its own.</summary>
    private bool IsRenewedArray(ILocalSymbol local, IOperation value) => IsArrayOfObjects(local.Type) && KeptLayout(ElementOf(local.Type)) is { IsValue: true }
        && AllUses(local, value).Where(Effects.IsWritten).All(use => use.Parent is ISimpleAssignmentOperation { Parent: IExpressionStatementOperation });

    /// <summary>Such a local is given another array; false where the target is none.</summary>
    private bool RenewsArray(ISimpleAssignmentOperation assignment, string source)
    {
        if (assignment.Target is not ILocalReferenceOperation { Local: { } local } || !IsArrayOfObjects(local.Type) || ListOf(assignment.Target) is not { Counter: null } list) return false;
        if ((Collected(local.Name, local.Type, assignment.Value, null) ?? Returned(assignment.Value)) is { } other) _block.Add(new Assign(list.Items, new Read(other.Items), source));
        else RefuseFixed(assignment.Value, list.Element);
        return true;
    }

    /// <summary>What stands in a list or a collection, or in an array of objects, where that can be written into an array; null for any other type.</summary>
    private ITypeSymbol? ListedIn(ITypeSymbol type) => IsArrayOfObjects(type) ? ElementOf(type)
        : (IsList(type) || IsCollection(type)) && ((INamedTypeSymbol)type).TypeArguments[0] is var element && CanBeListed(element) ? element
        : null;

    /// <summary>A new list, or a new array of objects; null where it is made in a way that is not known here.</summary>
    private GrowingList? Collected(string name, ITypeSymbol type, IOperation value, ILocalSymbol? local)
    {
        if (ListedIn(type) is not { } element) return null;
        if (type is IArrayTypeSymbol) return MadeObjects(name, element, value, local);
        return Contents(Unwrap(value)) is { } contents ? MadeList(name, element, value, contents) : null;
    }

    /// <summary>The list, or the array of objects, that a method makes which is read in place; null where that is not possible.</summary>
    private GrowingList? Returned(IOperation value)
    {
        if (Unwrap(value) is not IInvocationOperation call || ClosureOf(call.Instance) is not null || HasRule(call) || HasCompanion(call)) return null;
        PlacedCall placed = PlacedCall.Of(call);
        if (!placed.IsLocal && !IsWorthReading(placed) && !IsToBeRead(placed)) return null;
        (_collects, _collected) = (true, null);
        Meaning? read = ReadInPlace(placed);
        _collects = false;
        return read is null ? null : _collected;
    }

    /// <summary>Is the call that is read next asked for a list? Then it is found here.</summary>
    private bool _collects;
    private GrowingList? _collected;

    /// <summary>The local whose list the method that is being read returns at its end.</summary>
    private ISymbol? _returned;

    private bool IsReturned(IOperation use) => use.Parent is IReturnOperation && _returned is not null && SymbolEqualityComparer.Default.Equals(Effects.Symbol(use), _returned);

    /// <summary>The body of a method that returns a list of its own in its last statement, and nowhere else.</summary>
    private Meaning Collection(PlacedCall call, IOperation body)
    {
        IOperation? made = SingleExpression(body) ?? LastReturn(body);
        ISymbol? outer = _returned;
        _returned = made is ILocalReferenceOperation { Local: { } local } ? local : null;
        if (made is not null && body is IBlockOperation { Operations: { } all }) Statements(all.RemoveAt(all.Length - 1), 0);
        _collected = made is null ? null : _returned is null ? Collected(ResultName(call.Method), call.Method.ReturnType, made, null) : ListOf(made);
        _returned = outer;
        if (_collected is { } list) return new Single(new Read(list.Items));
        Refuse(call.Syntax, SiteOf(call.Syntax), "DIFF0101", "A method that returns a list or an array of objects which it does not make itself, or not in its last statement,", "make it there in a local variable, and return that at the end");
        return new Single(new Literal("0", IrType.Void));
    }

    /// <summary>A local <c>IReadOnlyList&lt;T&gt;</c> or the like for an array: another name for it.</summary>
    private bool NamesCollection(ILocalSymbol local, IOperation value)
    {
        IOperation given = Unwrap(value);
        if (TypeOf(given.Type) is not { Shape: TypeShape.Array, IsRealSequence: true, Rank: 1 } || !AllUses(local, value).All(use => IsKnownUse(use, given: true))) return false;
        Read items = SequenceVariable(given);
        if (Effects.Symbol(given) is { } symbol && IsAssignedLater(symbol, value)) items = Spill(items, local.Name);
        _lists[local] = new GrowingList(items.Variable, null, ElementOf(given.Type)!);
        _bindings[local] = items;
        return true;
    }

    private GrowingList MadeList(string name, ITypeSymbol element, IOperation value, IReadOnlyList<(IOperation Value, bool Many)> contents)
    {
        IOperation made = Unwrap(value);
        List<(Query? Many, IOperation? One)> parts = [.. contents.Select(part => part.Many ? (QueryOf(part.Value).Begun(), (IOperation?)null) : ((Query?)null, part.Value))];
        Expr? asked = made is IObjectCreationOperation { Arguments: [{ Value: { } given }] } && IsInteger(given.Type) ? Kept(Inactive(given), "capacity") : null;
        if (asked is not null and not Literal) ThrowIf(Opaque.Of(IrType.Boolean, ["", " < 0"], asked), "ArgumentOutOfRangeException", "capacity");
        Expr capacity = asked is not null
            ? Opaque.Of(IrType.Int32, ["\u0001Math\u0001.Max(", ", 4)"], asked)
            : Room(parts.Where(part => part.Many is { Filtered: false }).Select(part => part.Many!.Count));
        var items = new Variable(_variables++, name, ListType(element), VariableRole.Local);
        var count = new Variable(_variables++, name + "Count", IrType.Int32, VariableRole.Local);
        foreach (Variable variable in new[] { items, count }) _block.Declare(variable);
        _madeIn[items] = _loops;
        _block.Add(new Assign(items, new NewArray(capacity, items.Type), SourceText.OneLine(value.Syntax)));
        var list = new GrowingList(items, count, element);
        bool begins = parts is [{ Many.Filtered: false }, ..];
        if (!begins) _block.Add(new Assign(count, new Literal("0", IrType.Int32)));
        for (int i = 0; i < parts.Count; i++)
        {
            if (parts[i].Many is { } many) AppendAll(list, many, value.Syntax, isFirst: begins && i == 0);
            else Append(list, parts[i].One!, parts[i].One!.Syntax);
        }
        return list;
    }

    /// <summary>Room for that many elements, and never for none: a list doubles its room when it grows.</summary>
    private static Expr Room(IEnumerable<Expr> counts)
    {
        Expr? all = null;
        foreach (Expr count in counts) all = all is null ? count : Opaque.Of(IrType.Int32, ["", " + ", ""], all, count);
        return all is null ? new Literal("4", IrType.Int32) : Opaque.Of(IrType.Int32, ["\u0001Math\u0001.Max(", ", 4)"], all);
    }

    /// <summary>What a new list holds first, element by element and sequence by sequence; null where it is made in a way that is not known here.</summary>
    private IReadOnlyList<(IOperation Value, bool Many)>? Contents(IOperation made)
    {
        switch (made)
        {
            case ICollectionExpressionOperation { Elements: { } elements } when !elements.Any(element => element is ISpreadOperation) || elements.All(CanBeSpread):
                return [.. elements.Select(element => element is ISpreadOperation spread ? (spread.Operand, true) : (element, false))];
            case IObjectCreationOperation creation when Added(creation) is { } added:
                if (creation.Arguments.Length == 0 || creation.Arguments is [{ Value.Type.SpecialType: SpecialType.System_Int32 }]) return added;
                return creation.Arguments is [{ Value: { } source }] && IsQuery(source) ? [(source, true), .. added] : null;
            case IInvocationOperation call when LinqMethod(call) == "ToList" && IsQuery(call.Arguments[0].Value):
                return [(call.Arguments[0].Value, true)];
            default:
                return null;
        }
    }

    /// <summary>What stands between the braces after <c>new</c>.</summary>
    private static IReadOnlyList<(IOperation Value, bool Many)>? Added(IObjectCreationOperation creation) => creation.Initializer?.Initializers is not { } initial ? []
        : initial.All(each => each is IInvocationOperation { TargetMethod.Name: "Add", Arguments.Length: 1 }) ? [.. initial.Cast<IInvocationOperation>().Select(each => (each.Arguments[0].Value, false))]
        : null;

    /// <summary>Is there an object in it that can change? Another one in its place would be another object.</summary>
    private static bool HoldsObjects(Layout layout) => layout.Members.Any(member => member.Layout is { } inner && (!inner.IsValue || HoldsObjects(inner)));

    /// <summary>Is there an object with arrays in a struct? The adjoint of the struct, at its default, has no such object.</summary>
    private static bool HoldsRecordsOfArrays(Layout layout) => layout.Type.IsValueType && layout.Members.Any(member => member.Layout is { } inner && (inner.Type.IsReferenceType ? Zeros.HoldsArrays(inner) : HoldsRecordsOfArrays(inner)));

    private bool CanBeListed(ITypeSymbol element) => KeptLayout(element) is not null || CanBeStored(element) || TypeOf(element) is { Shape: TypeShape.Array, IsRealSequence: true, IsAggregate: false };

    /// <summary>Can elements of this type be written one member after the other, or be made anew?</summary>
    private bool CanBeStored(ITypeSymbol element) => IsReal(element) || !Models.Contains(element) && LayoutOf(element) is { IsValue: true } layout && !HoldsObjects(layout) && !HoldsRecordsOfArrays(layout) && (element.IsValueType && IsAssignable(layout) || layout is { Making: not null, IsAllocated: false });

    private IrType ListType(ITypeSymbol element) => KeptLayout(element) is { } objects ? KeptIn(objects) : TypeOf(_model.Compilation.CreateArrayTypeSymbol(element));

    /// <summary>
    /// An array, a list or a query that is given for a parameter which takes any collection: what holds its elements, all of them, or as many as a
    /// list made here has. Null for anything else.
    /// </summary>
    private GrowingList? CollectionFor(IParameterSymbol parameter, IOperation argument, PlacedCall call)
    {
        if (parameter.RefKind != RefKind.None) return null;
        if (IsArrayOfObjects(parameter.Type)) return ListOf(Unwrap(argument)) ?? (IsNewObjects(argument) || Unwrap(argument) is IInvocationOperation made && LinqMethod(made) == "ToArray" && IsQuery(made.Arguments[0].Value) ? Collected(parameter.Name, parameter.Type, argument, null) : null);
        if (!IsList(parameter.Type) && !IsCollection(parameter.Type) || !IsCollectionOfReals(argument)) return null;
        IOperation given = QuerySource(Unwrap(argument));
        if (ListOf(given) is { } known) return known;
        if (TypeOf(given.Type) is { Shape: TypeShape.Array, Rank: 1 }) return new GrowingList(SequenceVariable(given).Variable, null, ElementOf(given.Type)!);
        ITypeSymbol element = ((INamedTypeSymbol)given.Type!).TypeArguments[0];
        if (!CanBeListed(element)) return null;
        if (IsMadeHere(given)) return Contents(given) is { } contents ? MadeList(parameter.Name, element, given, contents) : null;
        // The elements are found once, before the call: they are the same, whenever and however often the method asks for them, where nothing changes
        // what the query speaks of, and nothing is missed of one that it does not ask for, where they cannot throw.
        bool isQuiet = (HiddenCode.Of(call.Method, _model.Compilation) & ~(CodeEffects.Throws | (call.Method.MethodKind == MethodKind.Constructor ? CodeEffects.Own : CodeEffects.None))) == 0;
        if (!isQuiet || call.Arguments.Any(other => other.Parameter.RefKind != RefKind.None || ClosureOf(other.Value) is not null || other.Value != argument && Effects.In(other.Value)) || !IsCollectionObject(given) && MayThrow(given) || (given as IInvocationOperation ?? argument.Parent?.Parent as IInvocationOperation) is not { } source) return null;
        Query all = QueryOf(given);
        return all.Assigns ? null : new GrowingList(Gathered(all.Begun(), source).Variable, null, all.Element);
    }

    /// <summary>Do the functions of a query do more than calculate with numbers and members?</summary>
    private static bool MayThrow(IOperation query) => query is ILocalReferenceOperation { Local: { } named }
        ? Effects.InitialOf(query, named) is not { } initial || MayThrow(QuerySource(Unwrap(initial)))
        : query is not IInvocationOperation || query.Descendants().OfType<IMethodReferenceOperation>().Any(function => !PureCalls.IsPure(function.Method))
            || query.Descendants().Any(part => part is ILocalReferenceOperation { Type.TypeKind: TypeKind.Delegate or TypeKind.Interface } or IParameterReferenceOperation { Type.TypeKind: TypeKind.Delegate or TypeKind.Interface })
            || query.Descendants().OfType<IAnonymousFunctionOperation>().SelectMany(function => function.Body.Descendants()).Any(part => part switch
    {
        ILocalReferenceOperation or IParameterReferenceOperation or ILiteralOperation or IUnaryOperation { OperatorMethod: null } or IConversionOperation { OperatorMethod: null, IsChecked: false } => false,
        IBinaryOperation { OperatorMethod: null } binary => !TypeReader.IsReal(binary.Type) && binary.Type?.SpecialType != SpecialType.System_Boolean && (TypeReader.IsInteger(binary.Type) && binary.OperatorKind is BinaryOperatorKind.Divide or BinaryOperatorKind.Remainder || binary.IsChecked),
        IFieldReferenceOperation { Instance: null or { Type.IsValueType: true } } or IReturnOperation or IArgumentOperation or ITupleOperation => false,
        IPropertyReferenceOperation { Instance.Type.IsValueType: true, Property.DeclaringSyntaxReferences.IsEmpty: true } => false,
        IInvocationOperation call => !(call.Instance is null && PureCalls.IsPure(call.TargetMethod) && call.TargetMethod.ContainingType.Name is "Math" or "MathF"),
        IBlockOperation => false,
        _ => true,
    });

    /// <summary>Is it a list that is made on the spot, or a collection expression?</summary>
    private static bool IsMadeHere(IOperation given) => IsList(given.Type) || given is ICollectionExpressionOperation && IsCollection(given.Type);

    /// <summary>Does this hand a collection of numbers that may carry a derivative to somebody?</summary>
    private bool IsCollectionOfReals(IOperation argument) => argument.Type is { } type && (IsList(type) || IsCollection(type))
        && QuerySource(Unwrap(argument)) is var given && (ListOf(given) is not null || TypeOf(given.Type) is { Shape: TypeShape.Array, IsRealSequence: true, Rank: 1 } || IsActiveQuery(given) || IsMadeHere(given) && Contents(given) is { } contents && contents.Any(part => TakesReals(part.Value)));

    /// <summary>Makes known a list that the method was given, or refuses what is done with it.</summary>
    private void GiveList(IParameterSymbol parameter, GrowingList list, IOperation body, SyntaxNode? call)
    {
        _lists[parameter] = list;
        _bindings[parameter] = new Read(list.Items);
        bool isFixed = KeptLayout(list.Element) is { IsValue: false };
        foreach (IOperation use in AllUses(parameter, body).Where(use => !IsKnownUse(use, given: true) && !(list.Counter is not null && IsKnownUse(use)) && !IsHeld(use) || isFixed && IsReplacing(use)))
        {
            IOperation whole = use.Parent is IArgumentOperation or IConversionOperation { IsImplicit: true } or IExpressionStatementOperation ? use : use.Parent!;
            SyntaxNode place = call ?? (whole is IPropertyReferenceOperation { Parent: IAssignmentOperation { } assignment } ? assignment.Syntax : whole.Syntax);
            Refuse(place, SiteOf(place.Span), "DIFF0101", Quote(place) + " on a list that the method is given", "read and store its elements by index, count or enumerate them; copy it with ToArray() for anything else");
        }
    }

    /// <summary>Is it a call that gives a list which its method makes?</summary>
    private bool MakesList(IOperation operation) => operation is IInvocationOperation call && IsList(call.Type) && ListedIn(call.Type!) is not null && Source(call.TargetMethod) is { } source
        && BodyOf(ModelOf(source), source) is { } body && (SingleExpression(body) ?? LastReturn(body)) is not null;

    private Meaning ElementMeaning(Element place, ITypeSymbol type) => LayoutOf(type) is { } layout ? MembersOf(place, layout, "") : new Single(place);

    private void StoreElement(Element place, ITypeSymbol type, Meaning value, string? source = null)
    {
        if (LayoutOf(type) is { } layout) Store(MembersOf(place, layout, ""), (Bundle)value, source);
        else _block.Add(new Store(place.Sequence, place.Index, Stored(((Single)value).Value), source, _statement));
    }

    /// <summary>An element of a list; beyond its count it throws, though the array behind it may be longer.</summary>
    private Element? ListElement(IOperation operation)
    {
        (IOperation? instance, IOperation? index, bool fromEnd) = operation switch
        {
            IArrayElementReferenceOperation { ArrayReference: { } array, Indices: [IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat, Operand: { } back }] } => (array, back, true),
            IArrayElementReferenceOperation { ArrayReference: { } array, Indices: [{ } at] } => (array, at, false),
            IPropertyReferenceOperation { Instance: { } list, Arguments: [{ Value: { } at }] } => (list, at, false),
            IImplicitIndexerReferenceOperation { Instance: { } list, Argument: IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat, Operand: { } back } } => (list, back, true),
            _ => (null, (IOperation?)null, false),
        };
        if (index is null || (ListOf(instance) ?? (instance is not null && MakesList(instance) ? Returned(instance) : null)) is not { } known) return null;
        Expr position = operation is IArrayElementReferenceOperation ? Position(index) : Inactive(index);
        if (fromEnd) position = Opaque.Of(IrType.Int32, ["", " - ", ""], known.Count, position);
        // What is written down here looks at no element that is not there.
        bool isThere = known.Counter is null || FrontEnd.Collections.IsOurs(operation.Syntax.SyntaxTree);
        return new Element(new Read(known.Items), isThere ? position : Opaque.Of(IrType.Int32, ["\u0001Lists\u0001.Index(", ", ", ")"], position, known.Count));
    }

    private Query ListQuery(GrowingList list) => new(list.Element, list.Count, false, (index, yield) =>
    {
        Meaning element = ElementMeaning(new Element(new Read(list.Items), index), list.Element);
        _enumerated.Push(list);
        yield(element is Bundle { Layout.IsValue: true } bundle ? Copy(bundle, "element") : element);
        _enumerated.Pop();
    });

    private Expr ListToArray(GrowingList list, IOperation call)
    {
        if (KeptLayout(list.Element) is not null) return RefuseFixed(call, list.Element);
        IrType span = list.Items.Type.As(TypeShape.Span);
        var all = list.Counter is null ? new View(new Read(list.Items), null, null, span) : new View(new Read(list.Items), new Literal("0", IrType.Int32), list.Count, span);
        return CopiedArray(call, all, list.Items.Type.As(TypeShape.Array));
    }
}
