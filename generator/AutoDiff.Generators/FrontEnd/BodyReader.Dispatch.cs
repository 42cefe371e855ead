using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiff.Generators.FrontEnd;

/// <summary>
/// Calls of differentiable methods on objects that are constants of the differentiation. Where the object decides which method runs, a
/// chain of type tests leads to the companion of each one that the compilation knows, and an unknown one throws. The companions of a
/// virtual method are virtual themselves (<see cref="Overrides"/>), but a type of another assembly may override the method alone: its
/// objects would be given the derivative of what it overrides.
/// </summary>
internal sealed partial class BodyReader
{
    /// <summary>
    /// The methods that a call may run, each with the types that have it; null where they are not known, or one has no derivative.
    /// A single one without types is known without a test.
    /// </summary>
    private List<(IMethodSymbol Method, List<INamedTypeSymbol> Types)>? TargetsOf(IInvocationOperation call)
    {
        IMethodSymbol method = Closed(call.TargetMethod);
        if (call.Instance is not { } instance || method.IsStatic || method.MethodKind != MethodKind.Ordinary) return null;
        bool isInterface = method.ContainingType.TypeKind == TypeKind.Interface;
        var type = Closed(instance.Type) as INamedTypeSymbol;
        IMethodSymbol? known = !isInterface && !Implementations.IsOpen(method) || IsBase(call) ? method
            : type is not null && !isInterface && (type.IsSealed || Unwrap(instance) is IObjectCreationOperation) ? Implementations.Latest(type, method)
            : null;
        if (known is not null) return Differentiables.IsMarked(known) ? [(known, [])] : null;
        if (type is null || method.IsGenericMethod || Implementations.Of(method, _compilation) is not { } implementations) return null;
        var targets = new List<(IMethodSymbol Method, List<INamedTypeSymbol> Types)>();
        foreach (Implementation each in implementations.Where(each => _compilation.HasImplicitConversion(each.Type, type)))
        {
            if (!Differentiables.IsMarked(each.Method) || !_compilation.IsSymbolAccessibleWithin(each.Type, Home)) return null;
            int at = targets.FindIndex(target => SymbolEqualityComparer.Default.Equals(target.Method, each.Method));
            if (at < 0) targets.Add((each.Method, [each.Type]));
            else targets[at].Types.Add(each.Type);
        }
        return targets.Count == 0 ? null : targets;
    }

    private static bool IsBase(IInvocationOperation call) => call.Instance?.Syntax is BaseExpressionSyntax;

    /// <summary>Is a call on an object whose members are not read one by one? Those of any other are read in place.</summary>
    private bool IsOnConstant(IInvocationOperation call) => call.Instance is { } instance && (IsOpaqueSelf(instance) || instance is not IInstanceReferenceOperation && LayoutOf(instance) is null);

    /// <summary>A call on a constant object; false where it is not of this kind, or cannot be written.</summary>
    private bool Dispatched(IInvocationOperation call, Variable? target, string? source, out Expr? value)
    {
        value = null;
        if (!IsOnConstant(call) || TargetsOf(call) is not { } targets) return false;
        var callees = new List<(Callee Callee, List<INamedTypeSymbol> Types)>();
        bool own = IsOpaqueSelf(call.Instance!);
        foreach ((IMethodSymbol method, List<INamedTypeSymbol> types) in targets)
        {
            INamedTypeSymbol? receiver = own && types.Count == 0 ? null : method.ContainingType;
            if (!Reruns.Repeats(method, _method, _compilation)
                || Differentiables.Callee(method, _recursions.Host, _identifiers, _compilation, receiver, IsBase(call)) is not { } callee
                || callee.Result.IsSequence && !Differentiables.ReturnsFresh(method, _model)
                || callee.Parameters.Any(parameter => parameter is { Written: true, Differentiable: false, Type.IsRealSequence: true })) return false;
            bool same = receiver is not null && SymbolEqualityComparer.Default.Equals(receiver, call.Instance!.Type);
            callees.Add((same ? callee with { Receiver = "" } : callee, types));
        }
        foreach ((IMethodSymbol method, _) in targets) _callees.Add((method, SiteOf(call.Syntax)));
        Expr? on = callees[0].Callee.Receiver is null ? null : own ? Opaque.Text("this", TypeOf(call.Instance!.Type)) : Receiver(call.Instance!);
        (List<Expr> arguments, List<Site> sites) = Passed(call, once: callees.Count > 1);
        if (on is not null)
        {
            arguments.Insert(0, on);
            sites.Insert(0, SiteOf(call.Instance!.Syntax));
        }
        Variable? result = target;
        if (result is null && !call.TargetMethod.ReturnsVoid) _block.Declare(result = Temporary(char.ToLowerInvariant(call.TargetMethod.Name[0]) + call.TargetMethod.Name.Substring(1) + "Value", callees[0].Callee.Result));
        Stmt Invoked(Callee callee) => new Invoke(result, callee, arguments.ToEquatable(), source, Sites: sites.ToEquatable());
        if (callees is [{ Types.Count: 0 } only]) _block.Add(Invoked(only.Callee));
        else
        {
            string name = call.TargetMethod.ContainingType.Name + "." + call.TargetMethod.Name;
            Block rest = Nested(() => _block.Add(new Effect(Opaque.Of(IrType.Void, ["throw \u0001Adjoints\u0001.UnknownImplementation(", ", \"" + name + "\")"], on!) with { Repeatable = false })));
            foreach ((Callee callee, List<INamedTypeSymbol> types) in Enumerable.Reverse(callees))
            {
                Block otherwise = rest;
                rest = Nested(() => _block.Add(new If(TypeTest(on!, types), Nested(() => _block.Add(Invoked(callee))), otherwise)));
            }
            Splice(rest);
        }
        value = result is null ? null : new Read(result);
        return true;
    }

    private Expr Receiver(IOperation instance)
    {
        Expr value = Inactive(Unwrap(instance));
        return value is Read ? value : Spill(value, "target");
    }

    /// <summary>Is the object of one of these very types? A type derived from one, which is not known here, may have another method.</summary>
    private Opaque TypeTest(Expr on, List<INamedTypeSymbol> types)
    {
        List<string> parts = [""];
        foreach (INamedTypeSymbol type in types)
        {
            string name = NameOf(type).TrimEnd('?');
            parts[parts.Count - 1] += parts.Count > 1 ? " || " : "";
            parts.Add(type.IsSealed || type.IsValueType ? " is " + name : ".GetType() == typeof(" + name + ")");
        }
        return new Opaque(parts.ToEquatable(), types.Select(_ => on).ToEquatable(), IrType.Boolean);
    }

    /// <summary>The arguments in the order of the parameters, each as it was when it was evaluated.</summary>
    private (List<Expr> Arguments, List<Site> Sites) Passed(IInvocationOperation call, bool once)
    {
        var arguments = new Expr[call.TargetMethod.Parameters.Length];
        var sites = new Site[arguments.Length];
        for (int i = 0; i < call.Arguments.Length; i++)
        {
            IArgumentOperation argument = call.Arguments[i];
            Expr value = Argument(argument.Value, call.Arguments.Skip(i + 1));
            if (value.Type.IsRealSequence && NullTests.IsNull(Unwrap(argument.Value))) Refuse(argument.Value.Syntax, SiteOf(argument.Syntax), "DIFF0101", "A null array as the argument of a differentiable method", "give it an empty array, or call it only where there is one");
            if (once && value is not (Read or Literal or View or Opaque { Operands.Count: 0 })) value = Spill(value, argument.Parameter!.Name);
            arguments[argument.Parameter!.Ordinal] = value;
            sites[argument.Parameter.Ordinal] = SiteOf(argument.Value.Syntax);
        }
        return ([.. arguments], [.. sites]);
    }
}
