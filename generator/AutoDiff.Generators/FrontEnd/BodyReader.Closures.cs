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
        IMethodSymbol Method, IOperation? Body, SemanticModel Model, Bundle? This,
        Dictionary<ISymbol, Expr> Bindings, Dictionary<ISymbol, Bundle> Bundles, Dictionary<ISymbol, Closure> Closures);

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
        method, body, _model, _frame.This,
        new(_bindings, SymbolEqualityComparer.Default), new(_bundles, SymbolEqualityComparer.Default), new(_closures, SymbolEqualityComparer.Default));

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

    /// <summary>Is the method being read already, so that reading it in place would not end?</summary>
    private bool IsRecursive(IMethodSymbol method)
    {
        int at = _inlining.FindLastIndex(each => SymbolEqualityComparer.Default.Equals(each, method));
        if (at < 0 || method.MethodKind is MethodKind.AnonymousFunction or MethodKind.LocalFunction) return at >= 0;
        // A function that is given to the method may use the method itself (an integral of an integral): the function is another one.
        return !_inlining.Skip(at + 1).Any(each => each.MethodKind is MethodKind.AnonymousFunction or MethodKind.LocalFunction);
    }

    private Meaning Run(Closure closure, IInvocationOperation call)
    {
        IMethodSymbol method = closure.Method;
        var placed = new PlacedCall(method, null, [.. call.Arguments.Select(argument => (method.Parameters[argument.Parameter!.Ordinal], argument.Value))], call.Syntax);
        bool ends = method.IsAsync || IsRecursive(method) || _inlining.Count >= DeepestInlining;
        if (closure.Body is { } lambda)
            return ends || method.Parameters.Any(parameter => parameter.RefKind != RefKind.None)
                ? new Single(Refuse(call, "DIFF0110", Shorten(call.Syntax)))
                : Placed(placed, lambda, closure.Model, closure);
        IrType type = TypeReader.Read(method.ReturnType);
        bool given = PassesClosure(call);
        if (Host(method.ContainingType) is { } host && !given)
            return new Single(Rules.ScalarRules.Find(host, method.Name, method.Parameters.Length) is not null
                ? new Apply(host, method.Name, Arguments(call).ToEquatable(), type)
                : Outside(method, Arguments(call), call));
        if (Differentiables.IsMarked(method) && !given && Differentiables.Callee(method, _method, _identifiers) is { } callee && !callee.Result.IsSequence)
            return new Single(Companion(method, callee, Arguments(call), call));
        if (Source(method) is not { } source || method.IsGenericMethod || ends) return new Single(given ? RefuseDelegate(call) : Outside(method, Arguments(call), call));
        SemanticModel model = closure.Model.Compilation.GetSemanticModel(source.SyntaxTree);
        return BodyOf(model, source) is { } body ? Placed(placed, body, model, closure) : new Single(given ? RefuseDelegate(call) : Outside(method, Arguments(call), call));
    }

    /// <summary>A method that cannot be looked into: right as long as what goes in is constant.</summary>
    private Expr Outside(IMethodSymbol method, List<Expr> values, IInvocationOperation call)
    {
        if (!method.IsStatic || method.MethodKind == MethodKind.LocalFunction) return RefuseDelegate(call);
        string[] parts = [.. Enumerable.Repeat(", ", values.Count + 1)];
        parts[0] = StaticName(method) + "(";
        parts[values.Count] = values.Count == 0 ? parts[0] + ")" : ")";
        EquatableArray<Expr> operands = values.ToEquatable();
        var code = new Opaque(parts.ToEquatable(), operands, TypeReader.Read(method.ReturnType), Repeatable: false, Guarded: operands.Where(value => value.Type.CanBeActive).ToEquatable(), Site: SiteOf(call.Syntax));
        if (code.Type.Shape != TypeShape.Void) return Spill(code, "result");
        _block.Add(new Effect(code, SourceText.OneLine(call.Syntax)));
        return new Literal("0", IrType.Void);
    }

    private Expr Companion(IMethodSymbol method, Callee callee, List<Expr> values, IInvocationOperation call)
    {
        Variable? result = callee.Result.Shape == TypeShape.Void ? null : Temporary(char.ToLowerInvariant(method.Name[0]) + method.Name.Substring(1) + "Value", callee.Result);
        if (result is not null) _block.Declare(result);
        _callees.Add((method, SiteOf(call.Syntax)));
        _block.Add(new Invoke(result, callee, values.ToEquatable(), SourceText.OneLine(call.Syntax), Site: SiteOf(call.Syntax)));
        return result is null ? new Literal("0", IrType.Void) : new Read(result);
    }

    private bool IsInMethod(IOperation body) => _method.DeclaringSyntaxReferences is [{ } reference]
        && reference.SyntaxTree == body.Syntax.SyntaxTree && reference.Span.Contains(body.Syntax.Span);
}
