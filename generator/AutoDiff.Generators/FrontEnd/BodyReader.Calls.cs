using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using AutoDiff.Generators.Rules;

namespace AutoDiff.Generators.FrontEnd;

internal sealed partial class BodyReader
{
    /// <summary>A call whose result is a real number.</summary>
    private Expr RealCall(IInvocationOperation call, IrType type)
    {
        IMethodSymbol method = call.TargetMethod;
        if (method is { Name: "Stop", ContainingType: { Name: "Derivative", ContainingNamespace.Name: "AutoDiff" } })
            return new Opaque(EquatableArray.Of("\u0001Derivative\u0001.Stop(", ")"), EquatableArray.Of(Real(call.Arguments[0].Value)), type);
        if (OwnerOf(call) is { } owner) return NumberCall(call, owner, type);
        if (Elementary(method, call.Syntax, () => Arguments(Ordered(call))) is { } applied) return applied;
        if (method.IsStatic && Host(method.ContainingType) is not null && IsCreation(method) && CreatedFrom(call, type) is { } created) return created;
        if (method.IsStatic && Host(method.ContainingType) is not null) return GuardedCall(call, type, "result");
        if (HasRule(call)) return Ruled(call, null, null) is Single { Value: { } ruled } ? ruled : new Literal("0", type);
        if (HasCompanion(call)) return Invocation(call, null, null) ?? new Literal("0", type);
        return TensorValue(call) ?? Inlined(call) ?? GuardedCall(call, type, method.Name);
    }

    /// <summary>A function that has a rule, the user's or ours, of the given arguments; null for any other.</summary>
    private Apply? Elementary(IMethodSymbol method, SyntaxNode call, Func<Expr[]> arguments)
    {
        if (!method.IsStatic) return null;
        IrType type = TypeOf(method.ReturnType);
        if (UserRules.Find(method, _model.Compilation, _cancellation) is { } rule && !_inlining.Contains(method, SymbolEqualityComparer.Default))
        {
            if (!_model.Compilation.IsSymbolAccessibleWithin(rule, Home))
                Refuse(call, type, "DIFF0301", rule.Name, $"for '{method.Name}' cannot be called from '{Home.Name}'", "make it internal");
            return new Apply(NameOf(method.ContainingType), method.Name, arguments().ToEquatable(), type, RuleSignature.Describe(method, rule));
        }
        return Host(method.ContainingType) is { } host && ScalarRules.Find(host, method.Name, method.Parameters.Length) is not null
            ? new Apply(host, method.Name, arguments().ToEquatable(), type)
            : null;
    }

    /// <summary>The arguments in the order of the parameters; null where they are written in another one, and one of them has an effect.</summary>
    private static IReadOnlyList<IOperation>? Declared(ImmutableArray<IArgumentOperation> arguments)
    {
        if (!AreReordered(arguments)) return [.. arguments.Select(argument => argument.Value)];
        return arguments.Any(argument => Effects.In(argument.Value)) ? null : [.. arguments.OrderBy(argument => argument.Parameter!.Ordinal).Select(argument => argument.Value)];
    }

    /// <summary>Are arguments given by name, in another order than that of the parameters?</summary>
    private static bool AreReordered(ImmutableArray<IArgumentOperation> arguments) => arguments.Where((argument, i) => argument.Parameter!.Ordinal != i).Any();

    private static IEnumerable<(int Ordinal, IOperation Value)> Ordered(IInvocationOperation call) => call.Arguments.Select(argument => (argument.Parameter!.Ordinal, argument.Value));

    /// <summary>Assigns the result of a call straight to <paramref name="target"/>; false where the call is no statement of its own.</summary>
    private bool CallInto(Variable target, IInvocationOperation call, string? source)
    {
        if (TypeOf(call.Type) != target.Type || !HasCompanion(call) && !HasRule(call)) return false;
        if (HasRule(call))
        {
            Ruled(call, target, source);
            return true;
        }
        // A call that is read in place leaves its result elsewhere.
        if (Invocation(call, target, source) is { } value && !IsItself(target, value)) _block.Add(new Assign(target, value, source));
        return true;
    }

    /// <summary>A call that stands alone.</summary>
    private void CallStatement(IInvocationOperation call)
    {
        // What the framework says of itself in some builds stays as it is written.
        if (ConditionalCalls.IsLeftOut(call) && !HarmlessCalls.IsHarmless(call.TargetMethod)) return;
        if (CountsInterlocked(call)) return;
        if (HasRule(call)) Ruled(call, null, SourceText.OneLine(call.Syntax));
        else if (HasCompanion(call)) Invocation(call, null, SourceText.OneLine(call.Syntax));
        else if (ListStatement(call) || VectorStore(call) || TensorStatement(call) || BulkStatement(call) || SortStatement(call) || ResizeStatement(call) || ForEachCall(call) || IsKnownNotNull(call) || ThrowsIfMissing(call)) return;
        else if (Inlined(call) is not { } done) Guarded(call, SourceText.OneLine(call.Syntax));
        else if (call.TargetMethod.ReturnsByRef || call.TargetMethod.ReturnsByRefReadonly) RequireThere(new Single(done));
    }

    private Expr SequenceCall(IInvocationOperation call, IrType type)
    {
        IMethodSymbol method = call.TargetMethod;
        if (HasRule(call)) return Ruled(call, null, null) is Single { Value: { } ruled } ? ruled : new Literal("0", type);
        if (HasCompanion(call)) return Invocation(call, null, null) ?? new Literal("0", type);
        if (PureCalls.IsView(method))
        {
                        if (Declared(call.Arguments) is not { } given) return GuardedCall(call, type, "array");
            IOperation source = call.Instance ?? given[0];
            List<IOperation> bounds = [.. given.Skip(call.Instance is null ? 1 : 0)];
            if (bounds.Count <= 2 && bounds.All(bound => IsInteger(bound.Type))) return ViewOf(source, bounds, type);
            if (bounds.Count == 1 && IsRange(bounds[0]) && Behind(source, bounds) is Read read) return RangeView(read, bounds[0], type);
        }
        if (method is { Name: "ConvertAll", ContainingType.SpecialType: SpecialType.System_Array } && call.Arguments is [{ Value: { } converted }, { Value: { } converter }] && ElementOf(call.Type) is { } made && (IsReal(made) || LayoutOf(made) is { IsValue: true })
            && IsQuery(Unwrap(converted)) && ClosureOf(converter) is { } function)
            return ArrayOf(Select(QueryOf(Unwrap(converted)), made, function, call).Begun(), call).Value;
        if (ListOf(call.Instance) is { } list) return ListToArray(list, call);
        if (method is { Name: "ToArray", ContainingType.Name: "Span" or "ReadOnlySpan" } && call.Instance is { } instance)
            return CopiedArray(call, SequenceVariable(instance), type);
        return Inlined(call) ?? GuardedCall(call, type, "array");
    }

    /// <summary>A part of a sequence, from a start on, of a length, or the whole.</summary>
    private View ViewOf(IOperation source, IReadOnlyList<IOperation> bounds, IrType type)
    {
        Expr whole = Behind(source, bounds);
        Expr? start = bounds.Count > 0 ? Inactive(bounds[0]) : null;
        if (bounds.Count < 2) return new View(whole, start, null, type);
        start = Protect(start!, bounds[1]);
        return new View(whole, start, Inactive(bounds[1]), type);
    }

    /// <summary>What a view is of, whatever its bounds change.</summary>
    private Expr Behind(IOperation source, IReadOnlyList<IOperation> bounds)
    {
        Expr inner = Sequence(source is IConversionOperation { IsImplicit: true } conversion ? conversion.Operand : source);
        Expr whole = inner is Read ? inner : Spill(inner, "sequence");
        foreach (IOperation bound in bounds) whole = ProtectSequence(whole, bound);
        return whole;
    }

    private Expr InactiveCall(IInvocationOperation call)
    {
        IrType type = TypeOf(call.Type);
        return Identity(call) ?? Equality(call) ?? Inlined(call) ?? GuardedCall(call, type, "result");
    }

    /// <summary>A call the differentiator cannot look into: right as long as nothing that carries a derivative goes in.</summary>
    private Read GuardedCall(IInvocationOperation call, IrType type, string name)
    {
        if (CalledWithOut(call) is { } given) return Spill(given, char.ToLowerInvariant(name[0]) + name.Substring(1));
        Read result = Spill(GuardedText(call) with { Type = type }, char.ToLowerInvariant(name[0]) + name.Substring(1));
        if (type.IsSequence) _foreign.Add(result.Variable);
        return result;
    }

    private void Guarded(IInvocationOperation call, string source)
    {
        if (CalledWithOut(call) is null) _block.Add(new Effect(GuardedText(call), source));
    }

    private Opaque GuardedText(IInvocationOperation call)
    {
        bool careful = call.Arguments.Any(argument => Effects.In(argument));
        if (careful && ConditionalCalls.MayBeLeftOut(call.TargetMethod)) Refuse(call, "DIFF0101", "An effect in a call that is left out of some builds", "move it into a statement of its own");
        var text = new OpaqueText(call.Syntax, careful, careful ? Effects.AssignedIn(call.Arguments) : []) { Repeatable = false, Harmless = HarmlessCalls.IsHarmless(call.TargetMethod) || IsQuestion(call.TargetMethod) || IsSearch(call) || Answers(call) || Logs(call) };
        CollectCall(call, text);
        Opaque whole = text.Build("", IrType.Void, SiteOf(call.Syntax), _model);
        return whole.Remedy.Length > 0 && _obstacles.TryGetValue(call.Syntax, out Refusal? obstacle) ? whole with { Remedy = Remedies.Inside(obstacle) } : whole;
    }

    /// <summary>
    /// Does a call give nothing but yes or no for numbers, and do nothing else? It is a condition like any other, also where its code speaks of
    /// what cannot be seen from here.
    /// </summary>
    private bool Answers(IInvocationOperation call) => call is { Type.SpecialType: SpecialType.System_Boolean, TargetMethod: { IsStatic: true, DeclaringSyntaxReferences.Length: 1 } method }
        && method.Parameters.All(parameter => parameter.RefKind == RefKind.None && (IsReal(parameter.Type) || IsInteger(parameter.Type) || parameter.Type.SpecialType == SpecialType.System_Boolean))
        && (HiddenCode.Of(method, _model.Compilation) & ~CodeEffects.Throws) == 0 && Reruns.Repeats(method, _method, _compilation);

    private void CollectCall(IInvocationOperation call, OpaqueText text)
    {
        CollectCallee(call, text);
        text.ChangesOutside |= !text.Harmless && HiddenCode.ChangesOutside(call);
        if (call.Instance is { } instance) CollectGuarded(instance, text);
        foreach (IArgumentOperation argument in call.Arguments)
        {
            if (argument.ArgumentKind is ArgumentKind.DefaultValue)
            {
                RefuseCallerInformation(argument, text);
                continue;
            }
            if (_outNames.TryGetValue(argument, out string? name))
            {
                text.Replace(argument.Syntax, (argument.Syntax is ArgumentSyntax { NameColon: { } colon } ? colon + " " : "") + "out " + NameOf(argument.Parameter!.Type) + " " + name);
                continue;
            }
            if (argument.Parameter?.RefKind is RefKind.Ref or RefKind.Out && argument.Value is not IInterpolatedStringHandlerCreationOperation)
            {
                if (_obstacles.TryGetValue(call.Syntax, out Refusal? obstacle))
                {
                    Refuse(call.Syntax, IrType.Void, "DIFF0101", "'" + call.TargetMethod.Name + "' with a 'ref' or 'out' argument", Remedies.Inside(obstacle));
                    return;
                }
                Refuse(argument.Syntax, IrType.Void, "DIFF0101", "A 'ref' or 'out' argument");
            }
            IOperation value = argument.Value is IConversionOperation { IsImplicit: true } conversion ? conversion.Operand : argument.Value;
            if ((TypeOf(value.Type).IsSequence && IsKnown(value) || ListOf(value) is { Counter: null }) && value is ILocalReferenceOperation or IParameterReferenceOperation)
            {
                Expr sequence = ListOf(value) is { } list ? new Read(list.Items) : Sequence(value);
                if (!text.Harmless) text.Guarded.Add(sequence);
                text.Replace(value.Syntax, sequence);
                continue;
            }
            if (SharedPart(value) is { } part)
            {
                if (!text.Harmless) text.Guarded.Add(part);
                text.Replace(value.Syntax, part);
                continue;
            }
            if (argument.ArgumentKind is ArgumentKind.ParamArray) CollectParams(argument, text);
            else if (TypeOf(value.Type).IsReal) CollectGuarded(value, text);
            else Collect(value, text);
        }
    }

    /// <summary>The compiler fills in where a call stands, which would be a line of the generated code.</summary>
    private void RefuseCallerInformation(IArgumentOperation argument, OpaqueText text)
    {
        if (!text.Harmless && argument.Parameter!.GetAttributes().Any(each => each.AttributeClass?.Name.StartsWith("Caller", StringComparison.Ordinal) == true)) Refuse(argument, "DIFF0101", "A call that is told where it stands", "pass '" + argument.Parameter.Name + "' yourself");
    }

    /// <summary>A part of a sequence that shares its memory, so that who is given it can change the whole; null for anything else.</summary>
    private Expr? SharedPart(IOperation value) =>
        TypeOf(value.Type).IsSpan && IsViewOperation(value) || value is IArrayElementReferenceOperation { Indices.Length: 1 } && TypeOf(value.Type).IsSequence && !IsRange(((IArrayElementReferenceOperation)value).Indices[0]) && IsKnown(value) ? Sequence(value) : null;

    private void CollectParams(IArgumentOperation argument, OpaqueText text)
    {
        if (argument.Value is not IArrayCreationOperation { Initializer.ElementValues: { } values }) return;
        foreach (IOperation item in values)
        {
            IOperation value = item is IConversionOperation { IsImplicit: true } conversion ? conversion.Operand : item;
            if (TypeOf(value.Type).IsReal) CollectGuarded(value, text);
            else Collect(value, text);
        }
    }

    /// <summary>A call of another differentiable method: a statement of its own, its result in a variable.</summary>
    private Expr? Invocation(IInvocationOperation call, Variable? target, string? source)
    {
        IMethodSymbol method = Closed(call.TargetMethod);
        if (LastingArguments.Changing(call, _method, _compilation) is { } changing)
        {
            if (ReadInPlace(PlacedCall.Of(call)) is { } once) return once is Single whole ? whole.Value : new Literal("0", IrType.Void);
            Refuse(call, "DIFF0101", "A call of '" + method.Name + "', which is given '" + Shorten(changing.Syntax) + "', an object that changes,", "pass what it needs of that as numbers or arrays");
            return null;
        }
        if (call.Instance is not null)
        {
            if (Dispatched(call, target, source, out Expr? value)) return value;
            if (ReadInPlace(PlacedCall.Of(call)) is { } read) return read is Single one ? one.Value : new Literal("0", IrType.Void);
            Refuse(call, "DIFF0101", "A call of '" + method.Name + "' here, on an object that decides what it does, or whose numbers the parameters decide,", "make it a static method that is given numbers, arrays and spans");
            return null;
        }
        bool repeats = Reruns.Repeats(method, _method, _compilation);
        if (!repeats || (RecursionOf(call) ?? Differentiables.Callee(method, _recursions.Host, _identifiers, _compilation)) is not { } callee)
        {
            if (ReadInPlace(PlacedCall.Of(call)) is { } placed) return placed is Single single ? single.Value : new Literal("0", IrType.Void);
            if (CalledByCompanions(call, target, source) is { Called: true } called) return (called.Result as Single)?.Value;
            if (_obstacles.TryGetValue(call.Syntax, out Refusal? obstacle)) Refuse(call, "DIFF0101", "A call of '" + method.Name + "' here, for which there is no companion to call,", Remedies.Inside(obstacle));
            else if (!repeats && Reruns.WhyNot(method, _compilation) is [{ } reason, { } remedy]) Refuse(call, "DIFF0101", "A call of '" + method.Name + "', " + reason, remedy);
            else Refuse(call, "DIFF0101", "A call of '" + method.Name + "' here, with parameters that its companion does not pass on,", "make it a method that is given numbers, arrays and spans");
            return null;
        }
        if (callee.Result.IsSequence && !Differentiables.ReturnsFresh(method, _model))
        {
            // What it returns is told from what it was given only where its code is seen.
            if (ReadInPlace(PlacedCall.Of(call)) is Single { Value: { } seen }) return seen;
            Refuse(call, "DIFF0101", "A call of '" + method.Name + "', which may return null, one of its own arguments or what another method returns,", "return an array that the method makes itself, or an empty one");
            return null;
        }
        _callees.AddRange((callee.Companions is null ? [method] : _recursions.MarkedIn(method)).Select(each => (each, SiteOf(call.Syntax))));
        if (callee.Parameters.Any(parameter => parameter is { Written: true, Differentiable: false, Type.IsRealSequence: true }))
        {
            Refuse(call, "DIFF0108", method.Name);
            return null;
        }
        (List<Expr> arguments, List<Site> sites) = Passed(call, once: false);
        Variable? result = target;
        if (result is null && callee.Result.Shape != TypeShape.Void)
        {
            result = Temporary(char.ToLowerInvariant(method.Name[0]) + method.Name.Substring(1) + "Value", callee.Result);
            _block.Declare(result);
        }
        _block.Add(new Invoke(result, callee, arguments.ToEquatable(), source, Sites: sites.ToEquatable()));
        return result is null ? null : new Read(result);
    }

    /// <summary>A call of a method that calls itself and is not marked, as one that has companions beside those of this method; null for any other.</summary>
    private Callee? RecursionOf(IInvocationOperation call)
    {
        IMethodSymbol method = call.TargetMethod;
        if (_model.Compilation != _compilation || !Recursions.Is(method, _compilation, _cancellation) || !Reruns.Repeats(method, _method, _compilation)) return null;
        if (!call.Arguments.Any(argument => Differentiables.IsDifferentiable(argument.Parameter!) && !argument.Value.ConstantValue.HasValue)) return null;
        PrivateMember? hidden = PrivateMemberOf(method);
        if (Differentiables.Callee(method, hidden is null ? _recursions.Host : method, _identifiers, _compilation) is not { } plain) return null;
        if (hidden is not null) plain = plain with { Opening = hidden.Call(true) };
        (Callee? callee, Refusal? refusal) = _recursions.Of(method, plain, name => MethodReader.ReadRecursion(method, name, _recursions, _compilation, _cancellation));
        if (callee is null && refusal is not null) _obstacles[call.Syntax] = refusal;
        return callee;
    }

    private Expr[] Arguments(IEnumerable<(int Ordinal, IOperation Value)> arguments)
    {
        (int Ordinal, IOperation Value)[] ordered = [.. arguments];
        var values = new Expr[ordered.Length];
        for (int i = 0; i < ordered.Length; i++)
        {
            Expr value = Value(ordered[i].Value);
            foreach ((_, IOperation later) in ordered.Skip(i + 1)) value = Protect(value, later);
            values[ordered[i].Ordinal] = value;
        }
        return values;
    }

    private static string? Host(INamedTypeSymbol type) => type switch
    {
        { SpecialType: SpecialType.System_Double } => "double",
        { SpecialType: SpecialType.System_Single } => "float",
        { Name: "Math" or "MathF", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } => type.Name,
        _ => null,
    };
}
