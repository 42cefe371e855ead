using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiff.Generators.FrontEnd;

/// <summary>
/// Arrays and lists of objects that stay inside the method. What is in the objects is kept, in tuples: an object belongs to its place, which
/// stands for it as a variable stands for a number. Objects that can change have no other name beside it, but those that are given to the
/// place itself: by a local, by <c>foreach</c>, by a parameter of a method that is read in place.
/// </summary>
internal sealed partial class BodyReader
{
    /// <summary>What is in an object of this class, where its place in an array can stand for it; null for any other type.</summary>
    private Layout? KeptLayout(ITypeSymbol? element) => LayoutOf(element) is { Type.IsReferenceType: true, Members.Count: > 0 } layout && CanBeNamed(layout) ? layout : null;

    private bool CanBeNamed(Layout layout) => layout.Members.All(member => member.Layout is { } inner ? CanBeNamed(inner) : _compilation.IsSymbolAccessibleWithin(Closed(member.Type)!, Home));

    /// <summary>An array of one index whose elements are such objects.</summary>
    private bool IsArrayOfObjects(ITypeSymbol? type) => Closed(type) is IArrayTypeSymbol { Rank: 1, ElementType: { } element } && KeptLayout(element) is not null;

    private IrType KeptIn(Layout layout) => new(TypeShape.Array, TupleText(layout), IsAggregate: true);

    /// <summary>The members of a class, and of what is in it, as a tuple; there is no way to write one of a single element but by its type.</summary>
    private string TupleText(Layout layout)
    {
        string[] types = [.. layout.Members.Select(member => member.Layout is { } inner ? TupleText(inner) : MemberType(member).IsAggregate && IsHeldArray(member) ? MemberType(member).ToString() : TypeReader.Name(member.Type))];
        return types is [{ } only] ? "global::System.ValueTuple<" + only + ">" : "(" + string.Join(", ", types.Select((type, i) => type + " " + KeptName(layout, i))) + ")";
    }

    /// <summary>The name of a member in the tuple that is kept; the tuples of the framework have taken some.</summary>
    private static string KeptName(Layout layout, int index)
    {
        if (layout.Members.Count == 1) return "Item1";
        string name = layout.Members[index].OwnName;
        bool taken = name is "Rest" or "ToString" or "Equals" or "GetHashCode" or "CompareTo" or "Deconstruct" || !layout.Type.IsTupleType && name.StartsWith("Item", StringComparison.Ordinal);
        return taken ? "the" + name : name;
    }

    /// <summary>A new array of objects; null where it is made in a way that is not known here, or where some may be missing.</summary>
    private GrowingList? MadeObjects(string name, ITypeSymbol element, IOperation value, ILocalSymbol? local)
    {
        Layout layout = KeptLayout(element)!;
        IOperation made = Unwrap(value);
        Variable? items = made switch
        {
            IArrayCreationOperation { Initializer.ElementValues: { } values } => FilledObjects(name, values, layout, value),
            ICollectionExpressionOperation { Elements: { } values } when !values.Any(each => each is ISpreadOperation) => FilledObjects(name, values, layout, value),
            ICollectionExpressionOperation collection when collection.Elements.All(CanBeSpread) => ((Read)SpreadArray(collection, KeptIn(layout), element)).Variable,
            IInvocationOperation call when LinqMethod(call) == "ToArray" && IsQuery(call.Arguments[0].Value) => Gathered(QueryOf(call.Arguments[0].Value).Begun(), call).Variable,
            IArrayCreationOperation { DimensionSizes: [{ } size] } when local is not null && IsFilled(local, made, size) => Objects(name, SizeOf(size), layout, value),
            _ => null,
        };
        return items is null ? null : new GrowingList(items, null, element);
    }

    private Variable Objects(string name, Expr length, Layout layout, IOperation value)
    {
        var items = new Variable(_variables++, name, KeptIn(layout), VariableRole.Local);
        _block.Declare(items);
        _madeIn[items] = _loops;
        _block.Add(new Assign(items, new NewArray(length, items.Type), SourceText.OneLine(value.Syntax)));
        return items;
    }

    private Variable FilledObjects(string name, IReadOnlyList<IOperation> values, Layout layout, IOperation value)
    {
        Variable items = Objects(name, Number(values.Count), layout, value);
        for (int i = 0; i < values.Count; i++) Put(new Element(new Read(items), Number(i)), Unconverted(values[i]), layout, null);
        return items;
    }

    /// <summary>An object goes to its place. If a local has named it until then, that is now another name for the place.</summary>
    private Bundle Put(Element place, IOperation value, Layout layout, string? source) => Put(place, value, BundleOf(value, layout), layout, source);

    private Bundle Put(Element place, IOperation value, Bundle given, Layout layout, string? source)
    {
        given = Converted(given, layout);
        Bundle there = MembersOf(place, layout, "");
        IReadOnlyList<(Names Names, ISymbol Name, IOperation Use)> left = layout.IsValue ? [] : NamesLeft(value);
        foreach ((Names names, ISymbol name, _) in left) names.Bundles.Remove(name);
        Store(there, given, source);
        foreach ((Names names, ISymbol name, IOperation use) in left) names.Bundles[name] = IsNamedAfter(name, use) ? WithLists(there, name.Name) : there;
        return there;
    }

    /// <summary>The names of an object that goes to its place here, and has the place as its name in all that follows: a local, or a parameter and what that was given.</summary>
    private IReadOnlyList<(Names Names, ISymbol Name, IOperation Use)> NamesLeft(IOperation value)
    {
        List<(Names, ISymbol, IOperation)> left = [];
        // In a method that is read in place the names of its caller are known as well.
        List<Names> reached = [];
        (Names names, Frame frame, IMethodSymbol method) = (_names, _frame, Innermost);
        while (true)
        {
            reached.Add(names);
            if (Effects.Symbol(value) is not { } name || !names.Bundles.ContainsKey(name)) return left;
            left.AddRange(reached.Where(known => known.Bundles.ContainsKey(name)).Select(known => (known, name, value)));
            if (value is ILocalReferenceOperation { Local: { } local }) return IsLeftInBlock(local, value, method) ? left : [];
            if (value is not IParameterReferenceOperation { Parameter: { } parameter } || frame is not { Call: { } call, OuterNames: { } outer, Outer: { } caller } || !IsLeftInBody(parameter, value, call)) return [];
            value = Unconverted(call.Arguments.First(argument => argument.Parameter.Ordinal == parameter.Ordinal).Value);
            (names, frame, method) = (outer, caller, caller.Call?.Method ?? _method);
        }
    }

    private static bool IsNamedAfter(ISymbol name, IOperation use) => AllUses(name, use).Any(each => each.Syntax.SpanStart > use.Syntax.Span.End);

    /// <summary>Is the parameter of a method used here, whatever happens, and by no lambda or local function?</summary>
    private static bool IsLeftInBody(IParameterSymbol parameter, IOperation use, PlacedCall call)
    {
        if (!SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol.OriginalDefinition, call.Method.OriginalDefinition) || IsAssignedLater(parameter, use)) return false;
        if (AllUses(parameter, use).Any(each => Ancestors(each).Any(outer => FunctionOf(outer) is not null))) return false;
        IOperation statement = StatementOf(use);
        return statement.Parent is IBlockOperation { Parent: IMethodBodyBaseOperation, Operations: { } statements } && !statements.Any(each => each is ILabeledOperation)
            && !statements.Take(statements.IndexOf(statement)).Any(Jumps.Leave);
    }

    /// <summary>The statement that the object is part of, as it is: what is stored, or given to a call.</summary>
    private static IOperation StatementOf(IOperation use)
    {
        IOperation statement = use;
        while (statement.Parent is IArgumentOperation or IInvocationOperation or IExpressionStatementOperation or ISimpleAssignmentOperation or IObjectCreationOperation or IObjectOrCollectionInitializerOperation or IArrayInitializerOperation or IArrayCreationOperation
            or ICollectionExpressionOperation or IVariableInitializerOperation or IVariableDeclaratorOperation or IVariableDeclarationOperation or IVariableDeclarationGroupOperation or IConversionOperation) statement = statement.Parent;
        return statement;
    }

    /// <summary>
    /// Is the local used here, unconditionally, in the very block that declares it, and by no lambda or local function? Then it has the new
    /// meaning in all that follows.
    /// </summary>
    private static bool IsLeftInBlock(ILocalSymbol local, IOperation use, IMethodSymbol method)
    {
        if (!SymbolEqualityComparer.Default.Equals(local.ContainingSymbol.OriginalDefinition, method.OriginalDefinition) || IsAssignedLater(local, use)) return false;
        if (AllUses(local, use).Any(each => Ancestors(each).Any(outer => FunctionOf(outer) is { } function && !SymbolEqualityComparer.Default.Equals(function, local.ContainingSymbol)))) return false;
        // A label that is jumped to may pass over this.
        return StatementOf(use).Parent is IBlockOperation block && !block.Operations.Any(each => each is ILabeledOperation) && block.Locals.Contains(local, SymbolEqualityComparer.Default);
    }

    /// <summary>Where there is no such place, C# throws, though nothing of the object may be read.</summary>
    private void RequirePlace(Bundle found)
    {
        if (found is { Layout.Type.IsReferenceType: true } && (found.Object ?? found.Leaves.FirstOrDefault()) is Element { Sequence.Type.IsAggregate: true } element) _block.Add(new Effect(Opaque.Of(IrType.Void, ["_ = ", ""], element) with { Repeatable = false }));
    }

    /// <summary>The object at a place, wherever its index goes from here.</summary>
    private Bundle Lasting(Bundle found)
    {
        if (found.Layout.IsValue || !found.Leaves.Any(leaf => leaf is Element)) return found;
        var indices = new Dictionary<Expr, Expr>();
        Expr Kept(Expr index) => indices.TryGetValue(index, out Expr? known) ? known : indices[index] = Frozen(index);
        return (Bundle)found.Map(leaf => leaf is Element { Index: Indices place } element ? element with { Index = place with { Values = place.Values.Select(Kept).ToEquatable() } } : leaf);
    }

    /// <summary>An element of such an array or list is given another object; null where the target is none.</summary>
    private Bundle? Kept(IAssignmentOperation assignment, Layout layout, string? source)
    {
        if (assignment is not ISimpleAssignmentOperation { IsRef: false } || !IsListElement(assignment.Target) || TargetOf(assignment.Target, assignment.Value) is not ElementTarget target) return null;
        if (target.Sequence is Read { Variable: { } items }) NoteReplacing(new GrowingList(items, null, layout.Type));
        bool named = assignment.Parent is not IExpressionStatementOperation || Unconverted(assignment.Value) is ILocalReferenceOperation;
        return Put(new Element(target.Sequence, named ? Frozen(target.Index) : target.Index), Unconverted(assignment.Value), layout, source);
    }

    private bool IsListElement(IOperation operation) => operation switch
    {
        IArrayElementReferenceOperation { ArrayReference: { } array, Indices.Length: 1 } => ListOf(array) is not null,
        IPropertyReferenceOperation { Arguments.Length: 1, Instance: { } list } => ListOf(list) is not null,
        IImplicitIndexerReferenceOperation { Instance: { } list } => ListOf(list) is not null,
        _ => false,
    };

    /// <summary>
    /// Do the places of objects that can change keep them as long as these have names? Every use that puts another object into a place must
    /// come before those that give an object a name, and no loop may lead back to it.
    /// </summary>
    private static bool KeepsPlaces(ILocalSymbol local, IOperation value, Layout layout)
    {
        if (layout.IsValue) return true;
        IOperation[] uses = [.. AllUses(local, value)];
        IOperation[] naming = [.. uses.Where(use => !IsReplacing(use) && IsNaming(use) || IsPuttingNamed(use))];
        return uses.Where(IsReplacing).All(replacing => naming.All(use => use == replacing || use.Syntax.SpanStart > replacing.Syntax.SpanStart && !Ancestors(use).OfType<ILoopOperation>().Intersect(Ancestors(replacing)).Any()));
    }

    /// <summary>Does another object come to stand in a place that had one?</summary>
    private static bool IsReplacing(IOperation use) => use.Parent switch
    {
        IArrayElementReferenceOperation or IPropertyReferenceOperation { Property.IsIndexer: true } or IImplicitIndexerReferenceOperation => Effects.IsWritten(use.Parent),
        IInvocationOperation call => call.Instance == use && (IsInPlace(call) || IsChange(call) && call.TargetMethod.Name is not ("Add" or "AddRange")),
        _ => false,
    };

    /// <summary>Does anything but the members of an element, or the number of elements, come of this?</summary>
    private static bool IsNaming(IOperation use) => use.Parent switch
    {
        IPropertyReferenceOperation { Property.IsIndexer: false } => false,
        IArrayElementReferenceOperation or IPropertyReferenceOperation or IImplicitIndexerReferenceOperation => use.Parent.Parent switch
        {
            IMemberReferenceOperation { Type: { } type } => type is { TypeKind: TypeKind.Class } and not { SpecialType: SpecialType.System_String },
            IInvocationOperation call => call.Instance != use.Parent,
            _ => true,
        },
        IInvocationOperation call => !(call.Instance == use && IsChange(call)),
        _ => true,
    };

    /// <summary>Is an object stored that a local names, and names from then on?</summary>
    private static bool IsPuttingNamed(IOperation use) => use.Parent switch
    {
        IArrayElementReferenceOperation or IPropertyReferenceOperation { Property.IsIndexer: true } => use.Parent.Parent is ISimpleAssignmentOperation { Value: ILocalReferenceOperation },
        IInvocationOperation call => call.Instance == use && call.TargetMethod.Name == "Add" && call.Arguments[0].Value is ILocalReferenceOperation,
        _ => false,
    };

    /// <summary>
    /// Does the code after the declaration store into each place before it looks at one? Into the first ones by their numbers, into the rest in
    /// a loop over all of them. An element without an object would have no place to stand for.
    /// </summary>
    private bool IsFilled(ILocalSymbol local, IOperation made, IOperation size)
    {
        bool Speaks(IOperation operation) => operation.DescendantsAndSelf().Any(part => part is ILocalReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Local, local));
        IOperation declaration = Ancestors(made).OfType<IVariableDeclarationGroupOperation>().First();
        if (declaration.Parent is not IBlockOperation { Operations: { } statements }) return false;
        int filled = 0;
        bool IsEarlier(IOperation element, ILocalSymbol? index) => element is IArrayElementReferenceOperation { Indices: [{ } at] } && (at.ConstantValue is { HasValue: true, Value: int known } && known >= 0 && known < filled
            || index is not null && at is IBinaryOperation { OperatorKind: BinaryOperatorKind.Subtract, LeftOperand: ILocalReferenceOperation { Local: { } counter }, RightOperand.ConstantValue: { HasValue: true, Value: > 0 } } && SymbolEqualityComparer.Default.Equals(counter, index));
        bool LooksBack(IOperation operation, ILocalSymbol? index) => operation.DescendantsAndSelf().Where(part => part is ILocalReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Local, local))
            .All(part => part.Parent is IPropertyReferenceOperation { Property.Name: "Length" } || IsEarlier(part.Parent!, index));
        foreach (IOperation statement in statements.Skip(statements.IndexOf(declaration) + 1))
        {
            if (size.ConstantValue is { HasValue: true, Value: int known } && known == filled) return true;
            switch (statement)
            {
                case var _ when !Speaks(statement):
                    if (Jumps.Leave(statement)) return false;
                    continue;
                case IExpressionStatementOperation { Operation: ISimpleAssignmentOperation { Target: IArrayElementReferenceOperation { ArrayReference: ILocalReferenceOperation, Indices: [{ ConstantValue: { HasValue: true, Value: int at } }] } target, Value: { } value } } when at == filled && Speaks(target) && LooksBack(value, null):
                    filled++;
                    continue;
                case IForLoopOperation loop:
                    return CountedLoop.Match(loop) is { Step: 1, Index: { } index } counted && counted.Start.ConstantValue is { HasValue: true, Value: int from } && from == filled && IsWhole(counted, local, size, made)
                        && !Jumps.Leaving(loop.Body).Any() && IsFilledIn(loop.Body is IBlockOperation { Operations: { } body } ? body : [loop.Body], local, index, part => LooksBack(part, index));
                default:
                    return false;
            }
        }
        return false;
    }

    /// <summary>Is the place with the number of the loop stored into before anything is read but places of earlier numbers?</summary>
    private static bool IsFilledIn(IReadOnlyList<IOperation> body, ILocalSymbol local, ILocalSymbol index, Func<IOperation, bool> looksBack)
    {
        foreach (IOperation statement in body)
        {
            if (statement is IExpressionStatementOperation { Operation: ISimpleAssignmentOperation { Target: IArrayElementReferenceOperation { ArrayReference: ILocalReferenceOperation array, Indices: [ILocalReferenceOperation at] }, Value: { } value } }
                && SymbolEqualityComparer.Default.Equals(array.Local, local) && SymbolEqualityComparer.Default.Equals(at.Local, index)) return looksBack(value);
            if (!looksBack(statement)) return false;
        }
        return false;
    }

    /// <summary>Does the loop go to the last element?</summary>
    private static bool IsWhole(CountedLoop loop, ILocalSymbol local, IOperation size, IOperation made)
    {
        if (!loop.Inclusive) return IsLength(loop.Bound, local, size, made);
        static IOperation? Stepped(IOperation operation, BinaryOperatorKind kind) => operation is IBinaryOperation { LeftOperand: { } whole, RightOperand.ConstantValue: { HasValue: true, Value: 1 } } step && step.OperatorKind == kind ? whole : null;
        return Stepped(size, BinaryOperatorKind.Add) is { } last && IsSame(loop.Bound, last, made) || Stepped(loop.Bound, BinaryOperatorKind.Subtract) is { } length && IsLength(length, local, size, made)
            || loop.Bound.ConstantValue is { HasValue: true, Value: int known } && size.ConstantValue is { HasValue: true, Value: int given } && known == given - 1;
    }

    /// <summary>Is this the number of elements: the length of the array, or what it was made with, which has not changed since?</summary>
    private static bool IsLength(IOperation bound, ILocalSymbol local, IOperation size, IOperation made) => bound switch
    {
        IPropertyReferenceOperation { Property.Name: "Length", Instance: ILocalReferenceOperation { Local: { } counted } } => SymbolEqualityComparer.Default.Equals(counted, local) || IsSame(bound, size, made),
        { ConstantValue: { HasValue: true, Value: int known } } => size.ConstantValue is { HasValue: true, Value: int given } && known == given,
        _ => IsSame(bound, size, made),
    };

    private static bool IsSame(IOperation bound, IOperation size, IOperation made) => (bound, size) switch
    {
        (ILocalReferenceOperation or IParameterReferenceOperation, ILocalReferenceOperation or IParameterReferenceOperation) => SymbolEqualityComparer.Default.Equals(Effects.Symbol(bound), Effects.Symbol(size)) && !IsAssignedLater(Effects.Symbol(bound)!, made),
        (IPropertyReferenceOperation { Property.Name: "Length", Instance: { Type: IArrayTypeSymbol } one }, IPropertyReferenceOperation { Property.Name: "Length", Instance: { } other }) => IsSame(one, other, made),
        (IBinaryOperation { OperatorMethod: null } one, IBinaryOperation { OperatorMethod: null } other) => one.OperatorKind == other.OperatorKind && IsSame(one.LeftOperand, other.LeftOperand, made) && IsSame(one.RightOperand, other.RightOperand, made),
        _ => bound.ConstantValue is { HasValue: true, Value: int known } && size.ConstantValue is { HasValue: true, Value: int given } && known == given,
    };
}
