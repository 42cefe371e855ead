using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiff.Generators.FrontEnd;

/// <summary>What ends a LINQ query: sums, extremes, folds, counts, arrays. Each is the loop that the framework runs, to the last bit.</summary>
internal sealed partial class BodyReader
{
    /// <summary>The result of a query that ends in this call; null where it is none, or has nothing to do with real numbers.</summary>
    private Meaning? QueryResult(IInvocationOperation call)
    {
        if (LinqMethod(call) is not { } name || call.Arguments.Length == 0 || !EndsQuery(call, name) || !IsActiveQuery(call.Arguments[0].Value) && !TakesReals(call) && !IsTable(call)) return null;
        if (!IsQuery(call.Arguments[0].Value)) return null;
        if (name == "Aggregate") return Aggregate(QueryOf(call.Arguments[0].Value), call);
        Query query = QueryOf(call.Arguments[0].Value);
        if (query.Assigns && LooksAtSome(query, call, name)) Refuse(call, "DIFF0101", "'" + name + "' of a query whose functions assign or throw", "write a loop");
        Expr? place = name == "ElementAt" ? Inactive(call.Arguments[1].Value) : null;
        query = query.Begun();
        Closure? Function(int index) => call.Arguments.Length > index ? ClosureOf(call.Arguments[index].Value) : null;
        return name switch
        {
            "Sum" => Sum(Selected(query, call, Function(1)), call),
            "Average" => Average(Selected(query, call, Function(1)), call, IsPlain(call)),
            "Min" or "Max" => Extreme(Selected(query, call, Function(1)), call, name == "Min"),
            "MinBy" or "MaxBy" => ExtremeBy(query, Function(1)!, call, name == "MinBy"),
            "Count" => CountOf(Function(1) is { } predicate ? Where(query, predicate, call) : query, call),
            "Any" => Found(Function(1) is { } wanted ? Where(query, wanted, call) : query, call),
            "All" => AllOf(query, Function(1)!, call),
            "First" => First(Function(1) is { } accepted ? Where(query, accepted, call) : query, call),
            "Last" => Last(query, call),
            "FirstOrDefault" => FirstOrDefault(Function(1) is { } liked ? Where(query, liked, call) : query, call),
            "ElementAt" => ElementAt(query, place!, call),
            _ => ArrayOf(query, call),
        };
    }

    /// <summary>Does the call need some of the elements only, or their number? Which functions the framework runs then is a matter of how the query is made.</summary>
    private static bool LooksAtSome(Query query, IInvocationOperation call, string name) => name switch
    {
        "ElementAt" or "Last" => true,
        "Count" or "Any" => call.Arguments.Length == 1 && !query.Filtered,
        "First" or "FirstOrDefault" => query.IsDeferred,
        _ => false,
    };

    private bool EndsQuery(IInvocationOperation call, string name)
    {
        bool Functions() => call.Arguments.Skip(1).All(argument => ClosureOf(argument.Value) is not null);
        bool Number(ITypeSymbol? type) => IsReal(type) || type?.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64;
        return name switch
        {
            "Sum" or "Min" or "Max" => call.Arguments.Length <= 2 && Functions() && Number(call.Type) && (call.TargetMethod.TypeArguments.Length <= 1 || IsReal(call.Type)),
            "MinBy" or "MaxBy" => call.Arguments.Length == 2 && ClosureOf(call.Arguments[1].Value) is { } key && IsSortable(key.Method.ReturnType) && CanBeOrdered(call.Type),
            "Average" => call.Arguments.Length <= 2 && Functions() && IsReal(call.Type),
            "Aggregate" => !(call.Arguments.Length == 2 && IsArray(call)) && call.Arguments.Skip(call.Arguments.Length == 2 ? 1 : 2).All(argument => ClosureOf(argument.Value) is not null),
            "Count" or "Any" or "All" => Functions(),
            "First" => Functions() && !AssignsInAnOrder(call) && !IsArray(call),
            "FirstOrDefault" => Functions() && !AssignsInAnOrder(call) && (CanBeOrdered(call.Type) && call.Type is not { IsReferenceType: true } || LayoutOf(call.Type) is { Type.IsValueType: true }),
            "ElementAt" => call.Arguments[1].Value.Type?.SpecialType == SpecialType.System_Int32 && !IsArray(call),
            "Last" => call.Arguments.Length == 1 && !MayFilter(call.Arguments[0].Value),
            "ToArray" => call.Type is IArrayTypeSymbol { ElementType: { } element } && (IsReal(element) || LayoutOf(element) is not null || TypeOf(element).IsRealSequence || IsInteger(element) && (TakesReals(call) || IsTable(call))),
            _ => false,
        };
    }

    /// <summary>An array of whole numbers, made of nothing that carries a derivative: it may be changed afterwards, as an order of rows is.</summary>
    private bool IsTable(IInvocationOperation call)
    {
        if (LinqMethod(call) != "ToArray" || call.Type is not IArrayTypeSymbol { ElementType: { } element } || !IsInteger(element) || !IsQuery(call.Arguments[0].Value)) return false;
        HasConstantsMade = true;
        return _constantsInPlace;
    }

    /// <summary>Is the result an array, which a variable that starts without one cannot hold?</summary>
    private bool IsArray(IInvocationOperation call) => TypeOf(call.Type).IsSequence;

    private Query Selected(Query query, IInvocationOperation call, Closure? selector) => selector is null ? query : Select(query, selector.Method.ReturnType, selector, call);

    /// <summary>Is the query nothing but an array or a list? The framework goes another way there, which shows in the sign of zero.</summary>
    private static bool IsPlain(IInvocationOperation call) => call.Arguments.Length == 1 && QuerySource(call.Arguments[0].Value).Type is { } source && (source is IArrayTypeSymbol || IsList(source));

    /// <summary>The loop over a query; <paramref name="body"/> is given the number of the element and what it is.</summary>
    private void Enumerate(Query query, IInvocationOperation call, Action<Read, Meaning> body)
    {
        Variable index = Temporary("index", IrType.Int32);
        Block loop = Nested(() => query.Each(new Read(index), value => body(new Read(index), value)));
        _block.Add(new For(index, new Literal("0", IrType.Int32), query.Count, false, 1, loop, SourceText.OneLine(call.Syntax)));
    }

    private Variable Accumulator(string name, IrType type, Expr start)
    {
        Variable variable = Temporary(name, type);
        _block.Declare(variable);
        _block.Add(new Assign(variable, start));
        return variable;
    }

    private static Expr As(Expr value, IrType type) => value.Type == type ? value : new Convert(value, false, type);

    private Single Sum(Query query, IInvocationOperation call)
    {
        IrType type = TypeOf(call.Type);
        if (!type.IsReal)
        {
            Variable whole = Accumulator("sum", type, new Literal("0", type));
            Enumerate(query, call, (_, value) => _block.Add(new Assign(whole, Opaque.Of(type, ["checked(", " + ", ")"], new Read(whole), ((Single)value).Value))));
            return new Single(new Read(whole));
        }
        Variable sum = Total(query, call, "0");
        return new Single(As(new Read(sum), type));
    }

    /// <summary>The framework adds numbers of single precision in double.</summary>
    private Variable Total(Query query, IInvocationOperation call, string start)
    {
        Variable sum = Accumulator("sum", IrType.Double, start == "0" ? Literal.Zero(IrType.Double) : new Negate(new Literal("0.0", IrType.Double)));
        Enumerate(query, call, (_, value) => _block.Add(new Assign(sum, new Binary(Operator.Add, new Read(sum), Widened(((Single)value).Value)))));
        return sum;
    }

    private static Expr Widened(Expr value) => value.Type == IrType.Double ? value : new Convert(value, true, IrType.Double);

    private Single Average(Query query, IInvocationOperation call, bool plain)
    {
        Variable? counted = query.Filtered ? Counter("count").Variable : null;
        if (counted is null) RequireSome(query.Count);
        // Where it goes by an enumerator, the framework begins with the first element, not with zero: minus zero keeps its sign.
        Variable sum = Accumulator("sum", IrType.Double, plain ? Literal.Zero(IrType.Double) : new Negate(new Literal("0.0", IrType.Double)));
        Enumerate(query, call, (_, value) =>
        {
            _block.Add(new Assign(sum, new Binary(Operator.Add, new Read(sum), Widened(((Single)value).Value))));
            if (counted is not null) _block.Add(Step(counted));
        });
        Expr count = counted is null ? query.Count : new Read(counted);
        if (counted is not null) RequireSome(count);
        return new Single(As(new Binary(Operator.Divide, new Read(sum), new Convert(count, true, IrType.Double)), TypeOf(call.Type)));
    }

    private void RequireSome(Expr count) => ThrowIf(Opaque.Of(IrType.Boolean, ["", " == 0"], count), "InvalidOperationException", "Sequence contains no elements");

    /// <summary>NaN is the least of all numbers: <c>Min</c> gives it, <c>Max</c> passes it over.</summary>
    private Single Extreme(Query query, IInvocationOperation call, bool least)
    {
        IrType type = TypeOf(call.Type);
        Variable? any = Begun(query);
        Variable best = Accumulator(least ? "least" : "greatest", type, Default(type));
        Enumerate(query, call, (index, value) =>
        {
            Expr next = Kept(((Single)value).Value, "next");
            (Expr first, string isFirst) = any is null ? (index, " == 0 || ") : ((Expr)new Read(any), " || ");
            Expr test = type.IsReal
                ? Opaque.Of(IrType.Boolean, [any is null ? "" : "!", isFirst, least ? " < " : " > ", " || " + type + ".IsNaN(", ")"], first, next, new Read(best), least ? next : new Read(best))
                : Opaque.Of(IrType.Boolean, [any is null ? "" : "!", isFirst, least ? " < " : " > ", ""], first, next, new Read(best));
            _block.Add(new If(test, Nested(() => _block.Add(new Assign(best, next))), Block.Empty));
            if (any is not null) _block.Add(new Assign(any, True));
        });
        if (any is not null) RequireBegun(any);
        return new Single(new Read(best));
    }

    /// <summary>Whether an element has been met yet: of a query that leaves none out the number of the element says it, and it must have some.</summary>
    private Variable? Begun(Query query)
    {
        if (query.Filtered) return Accumulator("any", IrType.Boolean, False);
        RequireSome(query.Count);
        return null;
    }

    private void RequireBegun(Variable any) => ThrowIf(Opaque.Of(IrType.Boolean, ["!", ""], new Read(any)), "InvalidOperationException", "Sequence contains no elements");

    private Meaning Aggregate(Query query, IInvocationOperation call)
    {
        bool seeded = call.Arguments.Length > 2;
        Closure fold = ClosureOf(call.Arguments[seeded ? 2 : 1].Value)!;
        ITypeSymbol type = seeded ? fold.Method.ReturnType : query.Element;
        Meaning? seed = seeded ? Converted(MeaningOf(call.Arguments[1].Value), type) : null;
        // The seed is evaluated before the enumeration begins.
        query = query.Begun();
        Variable? any = seeded ? null : Begun(query);
        Meaning all = FreshResult("folded", type);
        if (seed is not null) StoreMeaning(all, seed);
        else foreach (Expr leaf in all.Leaves) _block.Add(new Assign(((Read)leaf).Variable, Default(leaf.Type)));
        Enumerate(query, call, (index, value) =>
        {
            value = KeptMeaning(value, "element");
            void Fold() => StoreMeaning(all, Run(fold, [all, value], call));
            if (seeded)
            {
                Fold();
                return;
            }
            Expr first = any is null ? Opaque.Of(IrType.Boolean, ["", " == 0"], index) : Opaque.Of(IrType.Boolean, ["!", ""], new Read(any));
            _block.Add(new If(first, Nested(() => StoreMeaning(all, value)), Nested(Fold)));
            if (any is not null) _block.Add(new Assign(any, True));
        });
        if (any is not null) RequireBegun(any);
        return call.Arguments.Length == 4 ? Run(ClosureOf(call.Arguments[3].Value)!, [all], call) : all;
    }

    private void StoreMeaning(Meaning places, Meaning values)
    {
        if (places is Bundle != values is Bundle) RefuseHere("An object that is not known by its members, among others that are,", "write a loop");
        else if (places is Bundle bundle) Store(bundle, (Bundle)Converted(values, bundle.Layout.Type), null);
        else if (((Single)places).Value is Read { Variable: { } variable } && ((Single)values).Value is var value && !(value is Read same && same.Variable == variable))
            _block.Add(new Assign(variable, value.Type != variable.Type && variable.Type.IsReal ? new Convert(value, true, variable.Type) : value));
    }

    private Single CountOf(Query query, IInvocationOperation call)
    {
        if (!query.Filtered && call.Arguments.Length == 1) return new Single(query.Count);
        Variable count = Counter("count").Variable;
        Enumerate(query, call, (_, _) => _block.Add(Step(count)));
        return new Single(new Read(count));
    }

    /// <summary>Looks for the first element; what comes after it is not looked at.</summary>
    private Variable Search(Query query, IInvocationOperation call, Action<Meaning> use)
    {
        Variable found = Accumulator("found", IrType.Boolean, False);
        Variable index = Accumulator("index", IrType.Int32, new Literal("0", IrType.Int32));
        Block body = Nested(() =>
        {
            query.Each(new Read(index), value =>
            {
                use(value);
                _block.Add(new Assign(found, True));
            });
            _block.Add(Step(index));
        });
        _block.Add(new Loop(Block.Empty, Opaque.Of(IrType.Boolean, ["!", " && ", " < ", ""], new Read(found), new Read(index), query.Count), body, SourceText.OneLine(call.Syntax)));
        return found;
    }

    private Single Found(Query query, IInvocationOperation call) => query.Filtered
        ? new Single(new Read(Search(query, call, _ => { })))
        : new Single(Opaque.Of(IrType.Boolean, ["", " > 0"], query.Count));

    private Single AllOf(Query query, Closure predicate, IInvocationOperation call)
    {
        Query failing = query with
        {
            Filtered = true,
            Each = (index, yield) => query.Each(index, value =>
            {
                Expr test = ((Single)Run(predicate, [value], call)).Value;
                _block.Add(new If(Opaque.Of(IrType.Boolean, ["!(", ")"], test), Nested(() => yield(value)), Block.Empty));
            }),
        };
        Variable failed = Search(failing, call, _ => { });
        return new Single(Opaque.Of(IrType.Boolean, ["!", ""], new Read(failed)));
    }

    /// <summary>A result in variables of its own, at the default value until something is stored there.</summary>
    private Meaning FreshDefault(string name, ITypeSymbol type)
    {
        Meaning result = FreshResult(name, type);
        foreach (Read leaf in result.Leaves.Cast<Read>()) _block.Add(new Assign(leaf.Variable, Default(leaf.Type)));
        return result;
    }

    private Meaning First(Query query, IInvocationOperation call)
    {
        Meaning first = FreshDefault("first", query.Element);
        if (query.Filtered)
        {
            Variable found = Search(query, call, value => StoreMeaning(first, value));
            ThrowIf(Opaque.Of(IrType.Boolean, ["!", ""], new Read(found)), "InvalidOperationException", call.Arguments.Length > 1 ? "Sequence contains no matching element" : "Sequence contains no elements");
        }
        else
        {
            RequireSome(query.Count);
            query.Each(new Literal("0", IrType.Int32), value => StoreMeaning(first, value));
        }
        return first;
    }

    private Meaning Last(Query query, IInvocationOperation call)
    {
        RequireSome(query.Count);
        Meaning last = FreshResult("last", query.Element);
        query.Each(Opaque.Of(IrType.Int32, ["", " - 1"], query.Count), value => StoreMeaning(last, value));
        return last;
    }

    private static ITypeSymbol? ElementOf(ITypeSymbol? sequence) => sequence switch
    {
        IArrayTypeSymbol array => array.ElementType,
        INamedTypeSymbol { TypeArguments: [{ } element] } span when TypeReader.Read(span).IsSequence => element,
        _ => null,
    };

    /// <summary>Elements that change nothing: whether one is evaluated before or after those of a spread array are read cannot be seen then.</summary>
    private bool CanBeSpread(IOperation item) => item is ISpreadOperation { Operand: { } spread, ElementConversion: { IsUserDefined: false, IsImplicit: true } or { IsIdentity: true } } ? (IsQuery(spread) && !MayFilter(spread) || TypeOf(spread.Type) is { IsSpan: true, IsRealSequence: true }) && !Effects.ChangedIn(spread).Any() : item is not ISpreadOperation && !Effects.In(item);

    /// <summary><c>[.. a, x]</c>: the elements in order, those of an array one by one, into an array that is long enough.</summary>
    private Expr SpreadArray(ICollectionExpressionOperation collection, IrType type, ITypeSymbol element)
    {
        var items = new List<(Query? Many, Meaning? One)>();
        Expr length = new Literal(collection.Elements.Count(item => item is not ISpreadOperation).ToString(System.Globalization.CultureInfo.InvariantCulture), IrType.Int32);
        foreach (IOperation item in collection.Elements)
        {
            if (item is ISpreadOperation spread)
            {
                Query query = QueryOf(spread.Operand).Begun();
                items.Add((query, null));
                length = length is Literal { Text: "0" } ? query.Count : Opaque.Of(IrType.Int32, ["", " + ", ""], length, query.Count);
            }
            else items.Add((null, KeptMeaning(Converted(MeaningOf(Unconverted(item)), element), "item")));
        }
        Read array = Spill(new NewArray(length, type.As(TypeShape.Array)), "array");
        Variable filled = Counter("filled").Variable;
        foreach ((Query? many, Meaning? one) in items)
        {
            void Add(Meaning value)
            {
                StoreElement(new Element(array, new Read(filled)), element, Converted(value, element));
                _block.Add(Step(filled));
            }
            if (many is null) Add(one!);
            else
            {
                Variable index = Temporary("index", IrType.Int32);
                Block loop = Nested(() => many.Each(new Read(index), Add));
                _block.Add(new For(index, new Literal("0", IrType.Int32), many.Count, false, 1, loop, SourceText.OneLine(collection.Syntax)));
            }
        }
        return type.Shape == TypeShape.Array ? array : new View(array, null, null, type);
    }

    private Single ArrayOf(Query query, IInvocationOperation call)
    {
        if (HasFixedMembers(query.Element)) return new Single(RefuseFixed(call, query.Element));
        if (query.Filtered && ListType(query.Element).IsJagged) return new Single(Refuse(call, "DIFF0101", "An array of as many arrays as a query leaves", "make an array of all of them, or count them and write a loop"));
        return new Single(Gathered(query, call, TypeOf(call.Type)));
    }

    /// <summary>The elements of a query, one after the other in an array that is as long as there are some.</summary>
    private Read Gathered(Query query, IInvocationOperation call) => Gathered(query, call, ListType(query.Element));

    private Read Gathered(Query query, IInvocationOperation call, IrType type)
    {
        Read array = Spill(new NewArray(query.Count, type), "array");
        Variable? filled = query.Filtered ? Counter("filled").Variable : null;
        Enumerate(query, call, (index, value) =>
        {
            var place = new Element(array, filled is null ? index : new Read(filled));
            if (value is Bundle bundle) Store(MembersOf(place, LayoutOf(query.Element) ?? bundle.Layout, ""), bundle, null);
            else _block.Add(new Store(array, place.Index, Stored(((Single)value).Value), Site: SiteOf(call.Syntax)));
            if (filled is not null) _block.Add(Step(filled));
        });
        if (filled is not null && type is { IsAggregate: true, IsComplex: false })
        {
            Read whole = Spill(new NewArray(new Read(filled), type), "array");
            Loop(new Read(filled), call, index =>
            {
                Element place = new(whole, index), before = new(array, index);
                // The objects themselves move: none of them gets another name.
                if (LayoutOf(query.Element) is { } layout) StoreMembers(MembersOf(place, layout, ""), MembersOf(before, layout, ""), null);
                else StoreElement(place, query.Element, new Single(before));
            });
            return whole;
        }
        return filled is null ? array : Spill(new CopyOf(new View(array, new Literal("0", IrType.Int32), new Read(filled), type.As(TypeShape.Span)), type), "array");
    }
}
