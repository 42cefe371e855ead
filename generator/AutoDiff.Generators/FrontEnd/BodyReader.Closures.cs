using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiff.Generators.FrontEnd;

/// <summary>
/// Delegates that stay inside the method: a lambda, a local function or a method, by the name of a local or of a parameter of a method
/// that is read in place. A call of one is read in place too. A capture is a variable: it is looked up where the delegate was made.
/// </summary>
internal sealed partial class BodyReader
{
    private readonly HashSet<ISymbol> _verbatim = new(SymbolEqualityComparer.Default);
    private Names _names = new();

    /// <summary>What the names of locals and parameters mean at some place: values, members of aggregates, code.</summary>
    private sealed class Names
    {
        public Dictionary<ISymbol, Expr> Bindings { get; private init; } = new(SymbolEqualityComparer.Default);

        public Dictionary<ISymbol, Bundle> Bundles { get; private init; } = new(SymbolEqualityComparer.Default);

        public Dictionary<ISymbol, Closure> Closures { get; private init; } = new(SymbolEqualityComparer.Default);

        public Dictionary<ISymbol, DelegateChoice> Choices { get; private init; } = new(SymbolEqualityComparer.Default);

        public Dictionary<ISymbol, Query> Queries { get; private init; } = new(SymbolEqualityComparer.Default);

        public Dictionary<ISymbol, GrowingList> Lists { get; private init; } = new(SymbolEqualityComparer.Default);

        public Names Copy() => new()
        {
            Bindings = new(Bindings, SymbolEqualityComparer.Default),
            Bundles = new(Bundles, SymbolEqualityComparer.Default),
            Closures = new(Closures, SymbolEqualityComparer.Default),
            Choices = new(Choices, SymbolEqualityComparer.Default),
            Queries = new(Queries, SymbolEqualityComparer.Default),
            Lists = new(Lists, SymbolEqualityComparer.Default),
        };
    }

    /// <summary>A delegate with the meaning that names had where it was made; <paramref name="Body"/> is null where it is a method.</summary>
    private sealed record Closure(IMethodSymbol Method, IOperation? Body, SemanticModel Model, Names Names, Bundle? This, Dictionary<ITypeSymbol, ITypeSymbol> Types);

    private Dictionary<ISymbol, Expr> _bindings => _names.Bindings;

    private Dictionary<ISymbol, Bundle> _bundles => _names.Bundles;

    private Dictionary<ISymbol, Closure> _closures => _names.Closures;

    private Dictionary<ISymbol, DelegateChoice> _choices => _names.Choices;

    private Dictionary<ISymbol, Query> _queries => _names.Queries;

    /// <summary>The delegate that an expression stands for; null where that is not known when the method is read.</summary>
    private Closure? ClosureOf(IOperation? value) => value switch
    {
        IConversionOperation { OperatorMethod: null } conversion => ClosureOf(conversion.Operand),
        IDelegateCreationOperation { Target: IAnonymousFunctionOperation function } => Captured(function.Symbol, function.Body),
        IDelegateCreationOperation { Target: IMethodReferenceOperation { Method: { IsStatic: true } or { MethodKind: MethodKind.LocalFunction } } reference } => Captured(reference.Method, null),
        IDelegateCreationOperation { Target: IMethodReferenceOperation reference } => OfObject(reference),
        ILocalReferenceOperation or IParameterReferenceOperation => _closures.TryGetValue(Effects.Symbol(value)!, out Closure? known) ? known : KeptInMember(value),
        IFieldReferenceOperation or IPropertyReferenceOperation when _kept.Count > 0 => KeptInMember(value),
        ICoalesceOperation choice => ClosureOf(choice.Value),
        _ => null,
    };

    private Closure Captured(IMethodSymbol method, IOperation? body) => new(Closed(method), body, _model, _names.Copy(), _frame.This, _types);

    private bool PassesClosure(IInvocationOperation call) => PassesClosure(PlacedCall.Of(call));

    private bool PassesClosure(PlacedCall call) => call.Arguments.Any(argument => ClosureOf(argument.Value) is not null);

    /// <summary>A method that is given a delegate is read in place, whatever attribute it has: its companion does not know what it calls.</summary>
    private bool HasCompanion(IInvocationOperation call) => !call.TargetMethod.ContainingType.IsExtension && (Differentiables.IsMarked(call.TargetMethod) || IsOnConstant(call) && TargetsOf(call) is not null || RecursionOf(call) is not null) && !PassesClosure(call) && Differentiables.HasNumbersForTypes(Closed(call.TargetMethod))
        // An object that is not there has no companions to call.
        && !(_frame.IsStateless && call.Instance is IInstanceReferenceOperation);

    /// <summary>Does the name stand for known code?</summary>
    private bool StandsForCode(IOperation name) => Effects.Symbol(name) is { } symbol && (_closures.ContainsKey(symbol) || _choices.ContainsKey(symbol));

    /// <summary>A local that holds a delegate and is not assigned again has no variable: its calls are read in place.</summary>
    private bool DeclaresClosure(ILocalSymbol local, IOperation value)
    {
        if (local.Type.TypeKind != TypeKind.Delegate || (ClosureOf(value) ?? Given(value)) is not { } closure) return DeclaresChoice(local, value);
        _closures[local] = closure;
        return true;
    }

    /// <summary>
    /// A lambda that goes to code that cannot be looked into, as in <c>indices.Where(i => i &lt; n)</c>: it stays as it is, if it is an
    /// expression without effects. What it captures must be constant, as all that such code is given.
    /// </summary>
    private bool KeepsLambda(IDelegateCreationOperation creation, OpaqueText text)
    {
        if (creation is not { Target: IAnonymousFunctionOperation { Symbol.IsAsync: false } function } || SingleExpression(function.Body) is not { } value || Effects.In(value)) return false;
        if (function.Symbol.Parameters.Any(parameter => TypeOf(parameter.Type).IsSequence)) return false;
        var captured = value.DescendantsAndSelf().Select(Effects.Symbol).Where(symbol => symbol is not null && !SymbolEqualityComparer.Default.Equals(symbol.ContainingSymbol, function.Symbol)).ToList();
        if (captured.Any(symbol => !_bindings.TryGetValue(symbol!, out Expr? bound) ? symbol is not ILocalSymbol { HasConstantValue: true } : bound is not Read { Type.IsSpan: false })) return false;
        foreach (ISymbol? symbol in captured)
            if (_bindings.TryGetValue(symbol!, out Expr? bound) && bound.Type.CanBeActive) text.Guarded.Add(bound);
        foreach (IParameterSymbol parameter in function.Symbol.Parameters) _verbatim.Add(parameter);
        text.Repeatable = false;
        Collect(value, text);
        return true;
    }

    private Expr RefuseDelegate(IOperation operation) => operation.Parent is IArgumentOperation { Parent: IInvocationOperation call } && LinqMethod(call) is { } name
        ? Refuse(call, "DIFF0101", "'" + name + (ClosureOf(operation) is { } function && Assigns(function) ? "' with a function that assigns" : "' of these elements"), "write a loop; of queries Select, Where, Zip, Concat, Append, Prepend, Take, TakeWhile, TakeLast, Skip, SkipWhile, SkipLast, DefaultIfEmpty, SelectMany, Index, Reverse, Order, OrderBy, ThenBy, Sum, Average, Min, Max, MinBy, MaxBy, Aggregate, Count, Any, All, First, FirstOrDefault, Last, ElementAt, ToArray and ToList of numbers are known")
        : Effects.Symbol(operation) is { } chosen && _choices.ContainsKey(chosen) ? Refuse(operation, "DIFF0101", "'" + chosen.Name + "', one of several delegates, in another place than a call,", "assign it only once, and pass on a lambda that calls it")
        : Refuse(operation, "DIFF0113", Shorten(operation.Syntax));

    /// <summary>Is the method being read already, so that reading it in place would not end?</summary>
    private bool IsRecursive(IMethodSymbol method)
    {
        int at = _inlining.FindLastIndex(each => SymbolEqualityComparer.Default.Equals(each, method));
        // Of a lambda, one delegate may call another.
        if (method.MethodKind == MethodKind.AnonymousFunction) return false;
        if (at < 0 || method.MethodKind == MethodKind.LocalFunction) return at >= 0;
        // A function that is given to the method may use the method itself (an integral of an integral): the function is another one.
        return !_inlining.Skip(at + 1).Any(each => each.MethodKind is MethodKind.AnonymousFunction or MethodKind.LocalFunction);
    }

    /// <summary>The call of a delegate whose code is known.</summary>
    private Meaning Run(Closure closure, IInvocationOperation call) =>
        Run(closure, new PlacedCall(closure.Method, null, [.. call.Arguments.Select(argument => (closure.Method.Parameters[argument.Parameter!.Ordinal], argument.Value))], call.Syntax), null, call);

    /// <summary>The same with arguments that are known already, in the order of the parameters.</summary>
    private Meaning Run(Closure closure, IReadOnlyList<Meaning> values, IInvocationOperation call) =>
        Run(closure, new PlacedCall(closure.Method, null, [], call.Syntax), [.. closure.Method.Parameters.Select((parameter, i) => (parameter, (Meaning?)Converted(values[i], parameter.Type), (Closure?)null))], call);

    /// <summary>The delegates whose code is being read.</summary>
    private readonly List<Closure> _running = [];

    private Meaning Run(Closure closure, PlacedCall placed, List<(IParameterSymbol Parameter, Meaning? Value, Closure? Given)>? known, IInvocationOperation call)
    {
        IMethodSymbol method = closure.Method;
        Expr[] Values() => known is null ? Arguments(Ordered(call)) : [.. known.Select(each => ((Single)each.Value!).Value)];
        if (LayoutOf(method.ReturnType) is null && Elementary(method, call.Syntax, Values) is { } applied) return new Single(applied);
        Meaning result = new Single(new Literal("0", TypeOf(method.ReturnType)));
        bool isRecursive = _running.Exists(each => ReferenceEquals(each, closure));
        if (!isRecursive && (closure.Body ?? CodeOf(closure)) is { } body && (IsOfObject(closure) ? CanBeEntered(method) : CanReadInPlace(placed)) && method.Parameters.All(parameter => parameter.RefKind == RefKind.None) && !(Differentiables.IsMarked(method) && !PassesClosure(placed) && Reruns.Repeats(method, _method, _compilation)))
        {
            Splice(Nested(() => result = Placed(placed, body, closure.Body is null ? ModelOf(body.Syntax) : closure.Model, closure, known)));
            return result;
        }
        if (!method.IsStatic || method.MethodKind == MethodKind.LocalFunction || PassesClosure(placed) || LayoutOf(method.ReturnType) is not null)
        {
            Refuse(call, "DIFF0110", [Wording(call.Syntax), .. WhyNotInPlace(method)]);
            return result;
        }
        return new Single(Called(method, known is null ? Passed(placed) : Values(), call));
    }

    private IOperation? CodeOf(Closure closure) => CodeOf(closure.Method);

    private Expr[] Passed(PlacedCall call)
    {
        var values = new Expr[call.Arguments.Count];
        foreach ((IParameterSymbol parameter, Meaning? value, _) in ValuesOf(call)) values[parameter.Ordinal] = value is Single single ? single.Value : new Literal("0", TypeOf(parameter.Type));
        return values;
    }

    /// <summary>A method that is called by way of a delegate and is not read in place: by its companion, or unknown.</summary>
    private Expr Called(IMethodSymbol method, Expr[] values, IInvocationOperation call)
    {
        IrType type = TypeOf(method.ReturnType);
        if (Differentiables.IsMarked(method) && Reruns.Repeats(method, _method, _compilation) && method.IsStatic && Differentiables.Callee(method, _recursions.Host, _identifiers, _compilation) is { } callee && !callee.Result.IsSequence)
        {
            Variable? result = type.Shape == TypeShape.Void ? null : Temporary(char.ToLowerInvariant(method.Name[0]) + method.Name.Substring(1) + "Value", callee.Result);
            if (result is not null) _block.Declare(result);
            _callees.Add((method, SiteOf(call.Syntax)));
            _block.Add(new Invoke(result, callee, values.ToEquatable(), SourceText.OneLine(call.Syntax), Sites: values.Select(_ => SiteOf(call.Syntax)).ToEquatable()));
            return result is null ? new Literal("0", IrType.Void) : new Read(result);
        }
        // It cannot be looked into: right as long as what goes in is constant.
        string[] parts = [.. Enumerable.Repeat(", ", values.Length + 1)];
        parts[0] = PrivateMemberOf(method)?.Call(values.Length > 0) ?? StaticName(method) + "(";
        parts[values.Length] = values.Length == 0 ? parts[0] + ")" : ")";
        var code = new Opaque(parts.ToEquatable(), values.ToEquatable(), type, Repeatable: false, Guarded: values.Where(value => value.Type.CanBeActive).ToEquatable(), Site: SiteOf(call.Syntax), Subject: Wording(call.Syntax), Remedy: Remedies.Unknown(call.Syntax, _model, _cancellation));
        if (type.Shape != TypeShape.Void) return Spill(code, "result");
        _block.Add(new Effect(code, SourceText.OneLine(call.Syntax)));
        return new Literal("0", IrType.Void);
    }

    private bool IsInMethod(IOperation body) => _method.DeclaringSyntaxReferences is [{ } reference]
        && reference.SyntaxTree == body.Syntax.SyntaxTree && reference.Span.Contains(body.Syntax.Span);
}
