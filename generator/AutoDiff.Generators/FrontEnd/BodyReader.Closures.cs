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

    private Dictionary<ISymbol, Closure> _closures = new(SymbolEqualityComparer.Default);

    /// <summary>A delegate with the meaning that names had where it was made.</summary>
    private sealed record Closure(
        IMethodSymbol Method, IOperation? Body, SemanticModel Model, Dictionary<ISymbol, Expr> Bindings, Dictionary<ISymbol, Closure> Closures);

    /// <summary>The delegate that an expression stands for; null where that is not known when the method is read.</summary>
    private Closure? ClosureOf(IOperation? value) => value switch
    {
        IConversionOperation { OperatorMethod: null } conversion => ClosureOf(conversion.Operand),
        IDelegateCreationOperation { Target: IAnonymousFunctionOperation function } => Captured(function.Symbol, function.Body),
        IDelegateCreationOperation { Target: IMethodReferenceOperation { Method: { IsStatic: true } or { MethodKind: MethodKind.LocalFunction } } reference } => Captured(reference.Method, null),
        ILocalReferenceOperation or IParameterReferenceOperation => _closures.TryGetValue(Effects.Symbol(value)!, out Closure? known) ? known : null,
        _ => null,
    };

    private Closure Captured(IMethodSymbol method, IOperation? body) => new(
        method, body, _model, new(_bindings, SymbolEqualityComparer.Default), new(_closures, SymbolEqualityComparer.Default));

    private bool PassesClosure(IInvocationOperation call) => call.Arguments.Any(argument => ClosureOf(argument.Value) is not null);

    /// <summary>A method that is given a delegate is read in place, whatever attribute it has: its companion does not know what it calls.</summary>
    private bool HasCompanion(IInvocationOperation call) => Differentiables.IsMarked(call.TargetMethod) && !PassesClosure(call);

    /// <summary>A local that holds a delegate and is not assigned again has no variable: its calls are read in place.</summary>
    private bool DeclaresClosure(ILocalSymbol local, IOperation value)
    {
        if (local.Type.TypeKind != TypeKind.Delegate || ClosureOf(value) is not { } closure) return false;
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
        var captured = value.DescendantsAndSelf().Select(Effects.Symbol).Where(symbol => symbol is not null && !SymbolEqualityComparer.Default.Equals(symbol.ContainingSymbol, function.Symbol)).ToList();
        if (captured.Any(symbol => !_bindings.TryGetValue(symbol!, out Expr? bound) ? symbol is not ILocalSymbol { HasConstantValue: true } : bound is not Read { Type.IsSpan: false })) return false;
        foreach (ISymbol? symbol in captured)
            if (_bindings.TryGetValue(symbol!, out Expr? bound) && bound.Type.CanBeActive) text.Guarded.Add(bound);
        foreach (IParameterSymbol parameter in function.Symbol.Parameters) _verbatim.Add(parameter);
        text.Repeatable = false;
        Collect(value, text);
        return true;
    }

    private Expr RefuseDelegate(IOperation operation) => Refuse(operation, "DIFF0111", Shorten(operation.Syntax));

    /// <summary>The variables that a piece of code may assign: by itself, and by the delegates it is given.</summary>
    private HashSet<Variable> ChangedBy(IOperation body, IEnumerable<Closure> given)
    {
        HashSet<Variable> changed = [.. Variables(Effects.AssignedIn(body), _bindings)];
        foreach (Closure closure in given)
        {
            if ((closure.Body ?? CodeOf(closure)) is { } code) changed.UnionWith(Variables(Effects.AssignedIn(code), closure.Bindings));
            changed.UnionWith(closure.Closures.Values.Where(each => each.Body is not null).SelectMany(each => Variables(Effects.AssignedIn(each.Body), each.Bindings)));
        }
        return changed;
    }

    private static IOperation? CodeOf(Closure closure) =>
        Source(closure.Method) is { } source ? closure.Model.Compilation.GetSemanticModel(source.SyntaxTree).GetOperation(source) : null;

    private static IEnumerable<Variable> Variables(IEnumerable<ISymbol> symbols, Dictionary<ISymbol, Expr> bindings)
    {
        foreach (ISymbol symbol in symbols)
            if (bindings.TryGetValue(symbol, out Expr? bound) && bound is Read { Variable: { } variable }) yield return variable;
    }

    /// <summary>Is the method being read already, so that reading it in place would not end?</summary>
    private bool IsRecursive(IMethodSymbol method)
    {
        int at = _inlining.FindLastIndex(each => SymbolEqualityComparer.Default.Equals(each, method));
        if (at < 0 || method.MethodKind is MethodKind.AnonymousFunction or MethodKind.LocalFunction) return at >= 0;
        // A function that is given to the method may use the method itself (an integral of an integral): the function is another one.
        return !_inlining.Skip(at + 1).Any(each => each.MethodKind is MethodKind.AnonymousFunction or MethodKind.LocalFunction);
    }

    private Expr Run(Closure closure, IInvocationOperation call)
    {
        IMethodSymbol method = closure.Method;
        (Expr?[] values, Closure?[] given) = Given(call);
        if (closure.Body is { } lambda)
        {
            if (method.IsAsync || IsRecursive(method) || _inlining.Count >= DeepestInlining || method.Parameters.Any(parameter => parameter.RefKind != RefKind.None)) return Refuse(call, "DIFF0110", Shorten(call.Syntax));
            return ReadBody(method, lambda, closure, values, given, call);
        }
        IrType type = TypeReader.Read(method.ReturnType);
        if (Host(method.ContainingType) is { } host && given.All(each => each is null))
        {
            if (Rules.ScalarRules.Find(host, method.Name, values.Length) is not null) return new Apply(host, method.Name, values.Select(value => value!).ToEquatable(), type);
            return Outside(method, values, call);
        }
        if (Differentiables.IsMarked(method) && given.All(each => each is null) && Differentiables.Callee(method, _method.ContainingType) is { } callee && !callee.Result.IsSequence)
            return Companion(method, callee, values, call);
        if (Source(method) is not { } source || method.IsGenericMethod || method.IsAsync || IsRecursive(method) || _inlining.Count >= DeepestInlining) return Outside(method, values, call);
        SemanticModel model = closure.Model.Compilation.GetSemanticModel(source.SyntaxTree);
        return BodyOf(model, source) is { } body ? ReadBody(method, body, closure with { Model = model }, values, given, call) : Outside(method, values, call);
    }

    /// <summary>The arguments of the call of a delegate, in order: values, or delegates again.</summary>
    private (Expr?[] Values, Closure?[] Given) Given(IInvocationOperation call)
    {
        var values = new Expr?[call.TargetMethod.Parameters.Length];
        var given = new Closure?[values.Length];
        for (int i = 0; i < call.Arguments.Length; i++)
        {
            IArgumentOperation argument = call.Arguments[i];
            int ordinal = argument.Parameter!.Ordinal;
            given[ordinal] = ClosureOf(argument.Value);
            if (given[ordinal] is not null) continue;
            Expr value = argument.Parameter.Type.TypeKind == TypeKind.Delegate && argument.Value.ConstantValue.HasValue ? RefuseDelegate(argument) : Value(argument.Value);
            foreach (IArgumentOperation later in call.Arguments.Skip(i + 1)) value = Protect(value, later);
            values[ordinal] = value;
        }
        return (values, given);
    }

    /// <summary>A method that cannot be looked into: right as long as what goes in is constant.</summary>
    private Expr Outside(IMethodSymbol method, Expr?[] values, IInvocationOperation call)
    {
        if (!method.IsStatic || method.MethodKind == MethodKind.LocalFunction || values.Any(value => value is null)) return RefuseDelegate(call);
        string[] parts = [.. Enumerable.Repeat(", ", values.Length + 1)];
        parts[0] = StaticName(method) + "(";
        parts[values.Length] = values.Length == 0 ? parts[0] + ")" : ")";
        EquatableArray<Expr> operands = values.Select(value => value!).ToEquatable();
        var code = new Opaque(parts.ToEquatable(), operands, TypeReader.Read(method.ReturnType), Repeatable: false, Guarded: operands.Where(value => value.Type.CanBeActive).ToEquatable(), Site: SiteOf(call.Syntax));
        if (code.Type.Shape != TypeShape.Void) return Spill(code, "result");
        _block.Add(new Effect(code, SourceText.OneLine(call.Syntax)));
        return new Literal("0", IrType.Void);
    }

    private Expr Companion(IMethodSymbol method, Callee callee, Expr?[] values, IInvocationOperation call)
    {
        Variable? result = callee.Result.Shape == TypeShape.Void ? null : Temporary(char.ToLowerInvariant(method.Name[0]) + method.Name.Substring(1) + "Value", callee.Result);
        if (result is not null) _block.Declare(result);
        _callees.Add((method, SiteOf(call.Syntax)));
        _block.Add(new Invoke(result, callee, values.Select(value => value!).ToEquatable(), SourceText.OneLine(call.Syntax), Site: SiteOf(call.Syntax)));
        return result is null ? new Literal("0", IrType.Void) : new Read(result);
    }

    /// <summary>
    /// Reads a body in place: names mean what they meant where <paramref name="home"/> was made, the parameters what the call gives them.
    /// </summary>
    private Expr ReadBody(IMethodSymbol method, IOperation body, Closure home, Expr?[] values, Closure?[] given, IInvocationOperation call)
    {
        (Frame frame, SemanticModel model, Site? site, BlockBuilder scope) = (_frame, _model, _callSite, _scope);
        (Dictionary<ISymbol, Expr> bindings, Dictionary<ISymbol, Closure> closures) = (_bindings, _closures);
        (_bindings, _closures) = (new(home.Bindings, SymbolEqualityComparer.Default), new(home.Closures, SymbolEqualityComparer.Default));
        HashSet<Variable> changed = ChangedBy(body, given.Where(each => each is not null)!);
        HashSet<ISymbol> assigned = Effects.AssignedIn(body);
        foreach (IParameterSymbol parameter in method.Parameters)
        {
            if (given[parameter.Ordinal] is { } closure) _closures[parameter] = closure;
            else if (values[parameter.Ordinal] is { } value)
                _bindings[parameter] = Bound(parameter, value is Read read && changed.Contains(read.Variable) && !assigned.Contains(parameter) ? Spill(value, parameter.Name) : value, assigned);
        }
        // What stands in the method itself is refused where it stands; what stands elsewhere, where it is called.
        if (!IsInMethod(body)) _callSite ??= SiteOf(call.Syntax);
        _model = home.Model;
        _inlining.Add(method);
        CollectIdentifiers(body.Syntax);
        _frame = new Frame { Entry = _block };
        IrType type = TypeReader.Read(method.ReturnType);
        Expr result = new Literal("0", IrType.Void);
        if (type.Shape != TypeShape.Void && SingleExpression(body) is { } single) result = Value(single);
        else
        {
            if (type.Shape != TypeShape.Void)
            {
                _frame.Result = Temporary(method.Name.Length == 0 ? "result" : char.ToLowerInvariant(method.Name[0]) + method.Name.Substring(1) + "Result", type);
                _block.Declare(_frame.Result);
                result = new Read(_frame.Result);
            }
            BodyStatements(body);
        }
        _inlining.RemoveAt(_inlining.Count - 1);
        (_frame, _model, _callSite, _scope) = (frame, model, site, scope);
        (_bindings, _closures) = (bindings, closures);
        return result;
    }

    private bool IsInMethod(IOperation body) => _method.DeclaringSyntaxReferences is [{ } reference]
        && reference.SyntaxTree == body.Syntax.SyntaxTree && reference.Span.Contains(body.Syntax.Span);
}
