using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiff.Generators.FrontEnd;

/// <summary>LINQ over arrays and ranges: what a query looks at, and what becomes of each element on its way.</summary>
internal sealed partial class BodyReader
{
    /// <summary>The method of <c>System.Linq.Enumerable</c> that a call names; null for any other, and where the arguments are not in its order.</summary>
    private static string? LinqMethod(IInvocationOperation call) =>
        !AreReordered(call.Arguments) && call.TargetMethod is { IsStatic: true, ContainingType: { Name: "Enumerable", ContainingNamespace: { Name: "Linq", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } } } method ? method.Name : null;

    private static IOperation QuerySource(IOperation operation) => operation switch
    {
        IConversionOperation { OperatorMethod: null, Operand: { } operand, Type.TypeKind: TypeKind.Interface } => QuerySource(operand),
        ITranslatedQueryOperation query => QuerySource(query.Operation),
        IParenthesizedOperation inner => QuerySource(inner.Operand),
        _ => operation,
    };

    /// <summary>Can this be read as a query, and do numbers that may carry a derivative take part in it?</summary>
    private bool IsActiveQuery(IOperation operation) => IsQuery(operation) && TakesReals(operation);

    private bool TakesReals(IOperation operation) => operation.DescendantsAndSelf().Any(part =>
        TypeOf(part.Type).CanBeActive || LayoutOf(part.Type) is not null || ListOf(part) is not null || IsCollectionObject(part) || part is ILocalReferenceOperation { Local: { } local } && _queries.ContainsKey(local));

    private bool IsQuery(IOperation operation)
    {
        operation = QuerySource(operation);
        if (operation is ILocalReferenceOperation or IParameterReferenceOperation && _queries.ContainsKey(Effects.Symbol(operation)!)) return true;
        if (TypeOf(operation.Type) is { Shape: TypeShape.Array, Rank: 1 } || ListOf(operation) is not null || MakesList(operation) || IsCollectionObject(operation)) return true;
        if (operation is not IInvocationOperation call || LinqMethod(call) is not { } name) return false;
        int given = call.Arguments.Length;
        bool Inner() => IsQuery(call.Arguments[0].Value);
        bool Function(int index) => ClosureOf(call.Arguments[index].Value) is not null;
        return name switch
        {
            "Range" or "Repeat" => true,
            "Select" or "Where" => Function(1) && Inner(),
            "Zip" => Inner() && IsQuery(call.Arguments[1].Value) && (given == 2 || given == 3 && Function(2)) && !MayFilter(call.Arguments[0].Value) && !MayFilter(call.Arguments[1].Value),
            "Take" or "Skip" or "TakeLast" or "SkipLast" => call.Arguments[1].Value.Type?.SpecialType == SpecialType.System_Int32 && Inner() && !MayFilter(call.Arguments[0].Value),
            "AsEnumerable" => Inner(),
            "Index" => Inner() && !MayFilter(call.Arguments[0].Value) && LayoutOf(((INamedTypeSymbol)call.Type!).TypeArguments[0]) is not null,
            "DefaultIfEmpty" => Inner() && call.Type is INamedTypeSymbol { TypeArguments: [{ } element] } && IsSortable(element),
            "SelectMany" => IsFlat(call),
            _ => IsJoinOrPart(call, name) || IsOrdering(call, name),
        };
    }

    /// <summary>Does the query leave out elements, so that their number is not known before it runs?</summary>
    private bool MayFilter(IOperation operation)
    {
        operation = QuerySource(operation);
        if (Effects.Symbol(operation) is { } symbol && _queries.TryGetValue(symbol, out Query? known)) return known.Filtered;
        return operation is IInvocationOperation call && !TypeOf(call.Type).IsSequence && LinqMethod(call) is { } name && (name is "Where" or "TakeWhile" or "SkipWhile" or "SelectMany" || name == "Concat" && MayFilter(call.Arguments[1].Value) || name is not ("Range" or "Repeat") && !IsOrdering(call, name) && MayFilter(call.Arguments[0].Value));
    }

    /// <summary>Expects that <see cref="IsQuery"/> holds.</summary>
    private Query QueryOf(IOperation operation)
    {
        operation = QuerySource(operation);
        if (Effects.Symbol(operation) is { } symbol && _queries.TryGetValue(symbol, out Query? known)) return known;
        // The query keeps the array that the variable holds now.
        if (ListOf(operation) is { } list) return ListQuery(list.Counter is null && Effects.Symbol(operation) is ILocalSymbol local && IsAssignedLater(local, operation) ? list with { Items = Spill(new Read(list.Items), "source").Variable } : list);
        if (MakesList(operation))
        {
            if (Returned(operation) is { } returned) return ListQuery(returned);
            Refuse(operation, "DIFF0101", Quote(operation.Syntax), _obstacles.TryGetValue(operation.Syntax, out Refusal? obstacle) ? Remedies.Inside(obstacle) : "keep the list in a local variable first");
            return new Query(((INamedTypeSymbol)operation.Type!).TypeArguments[0], Number(0), false, (_, _) => { });
        }
        if (TypeOf(operation.Type) is { IsSequence: true, IsList: false }) return ArrayQuery(operation);
        if (IsCollectionObject(operation)) return CollectionQuery(operation);
        var call = (IInvocationOperation)operation;
        ITypeSymbol element = ((INamedTypeSymbol)call.Type!).TypeArguments[0];
        switch (LinqMethod(call))
        {
            case "Range":
                Expr start = Kept(Inactive(call.Arguments[0].Value), "start");
                Expr many = Kept(Inactive(call.Arguments[1].Value), "count");
                if (many is not Literal) ThrowIf(Opaque.Of(IrType.Boolean, ["", " < 0"], many), "ArgumentOutOfRangeException", "count");
                return new Query(element, many, false, (index, yield) => yield(new Single(start is Literal { Text: "0" } ? index : Opaque.Of(IrType.Int32, ["", " + ", ""], start, index))));
            case "Repeat":
                RequireValue(element, call);
                Meaning same = KeptMeaning(Copied(MeaningOf(call.Arguments[0].Value)), "same");
                Expr times = Kept(Inactive(call.Arguments[1].Value), "count");
                if (times is not Literal) ThrowIf(Opaque.Of(IrType.Boolean, ["", " < 0"], times), "ArgumentOutOfRangeException", "count");
                return new Query(element, times, false, (_, yield) => yield(same));
        }
        if ((Ordering(call, element) ?? JoinOrPart(call, LinqMethod(call)!, element)) is { } made) return made;
        Query source = QueryOf(call.Arguments[0].Value);
        bool assigns = source.Assigns || call.Arguments.Any(argument => ClosureOf(argument.Value) is { } function && Shows(function));
        // Of what is passed over, the framework leaves out the functions of some queries and runs those of others; and of two it asks the first one first.
        if (source.Assigns && LinqMethod(call) is ("Skip" or "SkipLast" or "TakeLast" or "DefaultIfEmpty" or "Zip")) Refuse(call, "DIFF0101", "'" + LinqMethod(call) + "' of a query whose functions assign or throw", "write a loop");
        Query query = Transformed(source, element, call);
        return query with { Assigns = assigns || query.Assigns };
    }

    /// <summary>An object that can change, which a query gives more than once, would be as many objects in what is made of it.</summary>
    private void RequireValue(ITypeSymbol element, IInvocationOperation call)
    {
        if (LayoutOf(element) is { IsValue: false } layout) Refuse(call, "DIFF0101", "'" + LinqMethod(call) + "' of an object of '" + layout.Type.Name + "', which may come to stand in several places,", "write a loop that makes a new one for each");
    }

    private Query Transformed(Query source, ITypeSymbol element, IInvocationOperation call)
    {
        Closure? function = call.Arguments.Length > 1 ? ClosureOf(call.Arguments[call.Arguments.Length - 1].Value) : null;
        switch (LinqMethod(call))
        {
            case "Select":
                return Select(source, element, function!, call);
            case "Where":
                return Where(source, function!, call);
            case "SelectMany":
                return Flat(source, element, call);
            case "Zip":
                Query other = QueryOf(call.Arguments[1].Value);
                return source.Then(element, false, first => other.Then(element, false, second => Zip(first, second, element, function, call))) with { Assigns = other.Assigns };
            case "Take":
                Expr taken = Kept(Inactive(call.Arguments[1].Value), "taken");
                return Query.Deferred(element, false, () => Take(source.Begun(), taken));
            case "Skip":
                Expr skipped = Kept(Inactive(call.Arguments[1].Value), "skipped");
                return source.Then(element, false, all => Skip(all, skipped));
            case "SkipLast":
                Expr left = Kept(Inactive(call.Arguments[1].Value), "left");
                return source.Then(element, false, all => all with { Count = Spill(AllBut(left, all), "count") });
            case "TakeLast":
                Expr last = Kept(Inactive(call.Arguments[1].Value), "last");
                return source.Then(element, false, all => Skip(all, Spill(AllBut(last, all), "first")));
            case "Index":
                return source.Then(element, false, all => all with { Element = element, Each = (index, yield) => all.Each(index, value => yield(new Bundle(LayoutOf(element)!, [new Single(index), value]))) });
            case "DefaultIfEmpty":
                Meaning instead = KeptMeaning(call.Arguments.Length > 1 ? Copied(Converted(MeaningOf(call.Arguments[1].Value), element)) : new Single(Default(TypeOf(element))), "instead");
                return Query.Deferred(element, false, () => OrElse(source.Begun(), instead, call));
            default:
                return source;
        }
    }

    /// <summary>An array of objects that is made on the spot.</summary>
    private bool IsNewObjects(IOperation operation) => operation is IArrayCreationOperation { Initializer: not null } or ICollectionExpressionOperation && IsArrayOfObjects(operation.Type);

    private Query ArrayQuery(IOperation operation)
    {
        if (IsNewObjects(operation) && Collected("items", operation.Type!, operation, null) is { } objects) return ListQuery(objects);
        Expr sequence = Sequence(operation);
        // The query keeps the array that the variable holds now.
        if (sequence is not Read || Effects.Symbol(operation) is not { } symbol || IsAssignedLater(symbol, operation)) sequence = Spill(sequence, "source");
        ITypeSymbol element = ElementOf(operation.Type)!;
        return new Query(element, Opaque.Of(IrType.Int32, ["", ".Length"], sequence), false, (index, yield) =>
        {
            var place = new Element(sequence, index);
            yield(LayoutOf(element) is not { } layout ? new Single(place) : ElementOfArray(MembersOf(place, layout, ""), "element"));
        });
    }

    /// <summary>An element that is looked at once, under a name of its own.</summary>
    private Bundle ElementOfArray(Bundle found, string name) => IsElementOfModels(found) ? NamedElement(found, name) : found.IsForeign ? Held(found, name) : Outside(Copy(found, name));

    private Query Select(Query source, ITypeSymbol element, Closure function, IInvocationOperation call) => Counting(source, element, false, function, (all, number) => all with
    {
        Element = element,
        Each = (index, yield) => all.Each(index, value => yield(Run(function, function.Method.Parameters.Length == 2 ? [value, new Single(Numbered(number) ?? index)] : [value], call))),
    });

    private Query Where(Query source, Closure predicate, IInvocationOperation call) => Counting(source, source.Element, true, predicate, (all, number) => all with
    {
        Filtered = true,
        Each = (index, yield) => all.Each(index, value =>
        {
            value = KeptMeaning(value, "element");
            Expr test = ((Single)Run(predicate, predicate.Method.Parameters.Length == 2 ? [value, new Single(Numbered(number) ?? index)] : [value], call)).Value;
            _block.Add(new If(test, Nested(() => yield(value)), Block.Empty));
        }),
    });

    /// <summary>A query whose function may be given the number of the element: where some are left out, every enumeration counts anew.</summary>
    private Query Counting(Query source, ITypeSymbol element, bool filters, Closure function, Func<Query, Expr?, Query> made) =>
        function.Method.Parameters.Length == 2 && source.Filtered
            ? Query.Deferred(element, true, () => made(source.Begun(), Counter("number")))
            : source.Then(element, filters, all => made(all, null));

    private Query Zip(Query first, Query second, ITypeSymbol element, Closure? combine, IInvocationOperation call) => new(element, Least(first.Count, second.Count), false, (index, yield) => first.Each(index, one =>
    {
        one = KeptMeaning(one, "first");
        second.Each(index, other => yield(combine is not null ? Run(combine, [one, other], call) : LayoutOf(element) is { } pair ? new Bundle(pair, [one, other]) : new Single(new Opaque(EquatableArray.Of("(", ", ", ")"), one.Leaves.Concat(other.Leaves).ToEquatable(), TypeOf(element)))));
    }));

    private Query Take(Query source, Expr taken)
    {
        Expr count = Opaque.Of(IrType.Int32, ["\u0001Math\u0001.Clamp(", ", 0, ", ")"], taken, source.Count);
        return source with { Count = Spill(count, "count") };
    }

    private Query Skip(Query source, Expr skipped)
    {
        Expr first = skipped is Literal ? skipped : Spill(Opaque.Of(IrType.Int32, ["\u0001Math\u0001.Max(", ", 0)"], skipped), "first");
        return source with
        {
            Count = Opaque.Of(IrType.Int32, ["\u0001Math\u0001.Max(", " - ", ", 0)"], source.Count, first),
            Each = (index, yield) => source.Each(index is Literal { Text: "0" } ? first : Opaque.Of(IrType.Int32, ["", " + ", ""], index, first), yield),
        };
    }

    /// <summary>The number of elements without these at the end.</summary>
    private static Opaque AllBut(Expr last, Query all) => Opaque.Of(IrType.Int32, ["\u0001Math\u0001.Max(", " - \u0001Math\u0001.Max(", ", 0), 0)"], all.Count, last);

    /// <summary>The elements of a query, or one value where it has none.</summary>
    private Query OrElse(Query source, Meaning other, IInvocationOperation call)
    {
        Expr found = Gathered(source, call), count = Spill(LengthOf(found), "count");
        return new Query(source.Element, Opaque.Of(IrType.Int32, ["\u0001Math\u0001.Max(", ", 1)"], count), false, (index, yield) =>
        {
            Meaning chosen = FreshDefault("element", source.Element);
            Block one = Nested(() => StoreMeaning(chosen, new Single(new Element(found, index)))), none = Nested(() => StoreMeaning(chosen, other));
            _block.Add(new If(Opaque.Of(IrType.Boolean, ["", " > 0"], count), one, none));
            yield(chosen);
        });
    }

    private static Expr Least(Expr first, Expr second) => first.Equals(second) ? first : Opaque.Of(IrType.Int32, ["\u0001Math\u0001.Min(", ", ", ")"], first, second);

    private Expr Kept(Expr value, string name) => value is Literal ? value : Spill(value, name);

    private Meaning KeptMeaning(Meaning value, string name) => value switch
    {
        Bundle bundle => Named(bundle, name),
        Single { Value: Literal or Read } => value,
        Single single => new Single(Spill(single.Value, name)),
        _ => throw new InvalidOperationException(),
    };

    /// <summary>The number of an element among those that are left, which are counted by <paramref name="counter"/>.</summary>
    private Read? Numbered(Expr? counter)
    {
        if (counter is not Read { Variable: { } counted }) return null;
        Read number = Spill(counter, "position");
        _block.Add(Step(counted));
        return number;
    }

    private Read Counter(string name) => Spill(new Literal("0", IrType.Int32), name);

    private static Assign Step(Variable counter) => new(counter, Opaque.Of(IrType.Int32, ["", " + 1"], new Read(counter)));

    private void ThrowIf(Expr condition, string exception, string words)
    {
        Opaque code = Opaque.Text("throw new global::System." + exception + "(" + SymbolDisplay.FormatLiteral(words, quote: true) + ")", IrType.Void) with { Repeatable = false };
        _block.Add(new If(condition, Nested(() => _block.Add(new Effect(code))), Block.Empty));
    }

    /// <summary><c>foreach</c> over a query; false where its variables are of a form that is not known.</summary>
    private bool ForEachQuery(IForEachLoopOperation loop, IOperation collection)
    {
        IOperation control = loop.LoopControlVariable is IDeclarationExpressionOperation declaration ? declaration.Expression : loop.LoopControlVariable;
        static IOperation Declared(IOperation part) => part is IDeclarationExpressionOperation inner ? inner.Expression : part;
        ILocalSymbol?[] variables = control switch
        {
            IVariableDeclaratorOperation { Symbol: { IsRef: false } single } => [single],
            ITupleOperation parts when parts.Elements.All(part => Declared(part) is ILocalReferenceOperation or IDiscardOperation) => [.. parts.Elements.Select(part => (Declared(part) as ILocalReferenceOperation)?.Local)],
            _ => [],
        };
        if (variables.Length == 0) return false;
        Query query = QueryOf(collection).Begun();
        if (PairsOf(collection) is { } keys && variables[0] is { } first && control is (ITupleOperation or IVariableDeclaratorOperation)) _loopKeys[first] = keys;
        ElementLoop(loop, variables[0]?.Name ?? "element", query.Count, (index, body) => query.Each(index, value =>
        {
            if (control is ITupleOperation)
                for (int i = 0; i < variables.Length; i++) DeclareElement(variables[i], ((Bundle)value).Members[i]);
            else DeclareElement(variables[0], value);
            body();
        }));
        if (variables[0] is { } last) _loopKeys.Remove(last);
        return true;
    }

    /// <summary><c>ForEach</c> of a list or of <c>Array</c>: the loop that it is; false where the call is none.</summary>
    private bool ForEachCall(IInvocationOperation call)
    {
        bool ofList = IsList(call.Instance?.Type), ofArray = call.TargetMethod.ContainingType.SpecialType == SpecialType.System_Array;
        if (call.TargetMethod.Name != "ForEach" || !ofList && !ofArray || AreReordered(call.Arguments)) return false;
        IOperation source = ofList ? call.Instance! : Unwrap(call.Arguments[0].Value);
        if (ClosureOf(call.Arguments[call.Arguments.Length - 1].Value) is not { } action || !IsActiveQuery(source)) return false;
        Enumerate(QueryOf(source).Begun(), call, (_, value) => Run(action, [KeptMeaning(value, "element")], call));
        return true;
    }

    private void DeclareElement(ILocalSymbol? local, Meaning value)
    {
        if (local is null) return;
        if (value is Bundle bundle) _bundles[local] = bundle.Layout.IsValue ? Copy(bundle, local.Name) : WithLists(bundle, local.Name);
        else DeclareElement(local, ((Single)value).Value);
    }

    /// <summary>A local that holds a query and is not assigned again has no variable: it is read where it is enumerated.</summary>
    private bool DeclaresQuery(ILocalSymbol local, IOperation value)
    {
        if (local.Type.TypeKind != TypeKind.Interface || TypeOf(QuerySource(value).Type).IsSequence || !IsActiveQuery(value) || IsAssignedLater(local, value)) return false;
        if (value.Descendants().Any(part => part is IMemberReferenceOperation && ListOf(part) is not null)) Refuse(value, "DIFF0101", "A query of a list that an object holds, under a name of its own,", "enumerate it where it is made");
        if (value.DescendantsAndSelf().Any(IsCollectionObject)) Refuse(value, "DIFF0101", "A query of a collection, under a name of its own,", "enumerate it where it is made");
        _queries[local] = QueryOf(value);
        return true;
    }
}
