using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiff.Generators.FrontEnd;

/// <summary>
/// Calls of functions whose adjoint is called in turn: one that a rule gives, or the companion of a method that calls itself. Numbers, constants
/// and arrays are passed as they are. What is passed by reference, and structs, go through a box, an array of one element: so the analyses see
/// nothing but arrays, which they know to be in-out.
/// </summary>
internal sealed partial class BodyReader
{
    /// <summary>How the adjoint and the tangent are called, and which parameters the function does not store into.</summary>
    private sealed record BoxedCallee(string Adjoint, string? Forward, Func<IParameterSymbol, bool> OnlyReads);

    /// <summary>
    /// A differentiable method whose code is not read in place, because it calls itself, by way of its companions; not called where these are not
    /// to be had, or take more than boxes can hold.
    /// </summary>
    private (Meaning? Result, bool Called) CalledByCompanions(IInvocationOperation call, Variable? target, string? source)
    {
        IMethodSymbol method = Differentiables.WithBody(call.TargetMethod);
        if (!method.IsStatic || !Differentiables.IsMarked(method) || !RuleSignature.CanBeBoxed(method, Home, _compilation) || !_compilation.IsSymbolAccessibleWithin(method, Home)) return (null, false);
        if (!Reruns.Repeats(method, _method, _compilation) || PassesClosure(call) || TypeOf(method.ReturnType).IsSequence && !Differentiables.ReturnsFresh(method, _model)) return (null, false);
        _callees.Add((method, SiteOf(call.Syntax)));
        string path = NameOf(method.ContainingType) + "." + Signature.Escape(method.Name);
        return (CalledWithBoxes(call, new BoxedCallee(path + "Adjoint", path + "Forward", parameter => !SequenceUse.Writes(parameter, [])), target, source), true);
    }

    /// <summary>What the call returns; null where that is nothing, or where the call is refused.</summary>
    private Meaning? CalledWithBoxes(IInvocationOperation call, BoxedCallee boxed, Variable? target, string? source)
    {
        IMethodSymbol function = call.TargetMethod;
        var parameters = new List<CalleeParameter>();
        var arguments = new Expr[function.Parameters.Length];
        var sites = new List<Site>(Enumerable.Repeat(SiteOf(call.Syntax), function.Parameters.Length));
        var places = new List<(Meaning Place, Variable Box, IParameterSymbol Parameter, IOperation Argument)>();
        foreach (IParameterSymbol parameter in function.Parameters) parameters.Add(Described(parameter, boxed));
        for (int i = 0; i < call.Arguments.Length; i++)
        {
            (IParameterSymbol parameter, IOperation value) = (call.Arguments[i].Parameter!, call.Arguments[i].Value);
            sites[parameter.Ordinal] = SiteOf(value.Syntax);
            if (!parameters[parameter.Ordinal].Boxed)
            {
                arguments[parameter.Ordinal] = Argument(value, call.Arguments.Skip(i + 1));
                continue;
            }
            Variable box = BoxFor(parameter.Type, parameter.Name);
            arguments[parameter.Ordinal] = new Read(box);
            if (parameters[parameter.Ordinal].Written) places.Add((ReferenceTo(value, parameter.Type), box, parameter, value));
            else StoreIn(box, parameter.Type, Converted(MeaningOf(value), parameter.Type));
        }
        if (ShareMemory(places.Select(each => each.Place), arguments.Where((_, i) => !parameters[i].Boxed)) is { } shared)
        {
            Refuse(call, "DIFF0101", "A call of '" + function.Name + "' that is given " + shared + " by reference", "pass a local variable");
            return null;
        }
        foreach ((Meaning place, Variable box, IParameterSymbol parameter, _) in places)
            if (parameter.RefKind != RefKind.Out) StoreIn(box, parameter.Type, place);
        Meaning? result = Call(function, boxed, parameters, [.. arguments], sites, target, source);
        foreach ((Meaning place, Variable box, IParameterSymbol parameter, _) in places) Put(place, Contents(box, parameter.Type));
        return result;
    }

    private Meaning? Call(IMethodSymbol function, BoxedCallee boxed, List<CalleeParameter> parameters, List<Expr> arguments, List<Site> sites, Variable? target, string? source)
    {
        IrType returned = TypeOf(function.ReturnType);
        Variable? result = target, box = null;
        string name = char.ToLowerInvariant(function.Name[0]) + function.Name.Substring(1) + "Value";
        if (LayoutOf(function.ReturnType) is not null)
        {
            box = BoxFor(function.ReturnType, name);
            parameters.Add(new CalleeParameter(true, true, TypeOf(function.ReturnType), Boxed: true, Members: MembersOf(function.ReturnType)));
            arguments.Add(new Read(box));
            sites.Add(default);
            returned = IrType.Void;
        }
        else if (result is null && !function.ReturnsVoid) _block.Declare(result = Temporary(name, returned));
        var rule = new RuleCall(boxed.Adjoint, boxed.Forward, box is not null);
        var callee = new Callee(NameOf(function.ContainingType) + ".", Signature.Escape(function.Name), "", returned, parameters.ToEquatable(), rule);
        _block.Add(new Invoke(result, callee, arguments.ToEquatable(), source, Sites: sites.ToEquatable()));
        if (box is not null) return Copy((Bundle)Contents(box, function.ReturnType), name);
        return result is null ? null : new Single(new Read(result));
    }

    private CalleeParameter Described(IParameterSymbol parameter, BoxedCallee callee)
    {
        bool differentiable = RuleSignature.IsDifferentiable(parameter), byReference = parameter.RefKind is RefKind.Ref or RefKind.Out;
        bool isBoxed = differentiable && (byReference || LayoutOf(parameter.Type) is not null);
        return new CalleeParameter(
            differentiable, byReference || !callee.OnlyReads(parameter) && SequenceUse.Writes(parameter, []), TypeOf(parameter.Type),
            isBoxed && byReference ? Signature.Passing(parameter) : "", isBoxed, isBoxed ? MembersOf(parameter.Type) : default);
    }

    /// <summary>The numbers in a struct, or the number itself.</summary>
    private EquatableArray<MemberPath> MembersOf(ITypeSymbol type)
    {
        if (LayoutOf(type) is not { } whole) return EquatableArray.Of(new MemberPath("", TypeOf(type), null));
        Making? making = MakingOf(whole);
        IEnumerable<MemberPath> Paths(Layout layout) => layout.Members.SelectMany(member => member.Layout is { } inner
            ? Paths(inner).Select(nested => nested with { Path = "." + member.Name + nested.Path })
            : TypeReader.IsReal(member.Type) ? [new MemberPath("." + member.Name, TypeOf(member.Type), making)] : Enumerable.Empty<MemberPath>());
        return Paths(whole).ToEquatable();
    }

    /// <summary>An argument that is evaluated before others, as it was then.</summary>
    private Expr Argument(IOperation operation, IEnumerable<IArgumentOperation> later)
    {
        Expr value = Value(operation);
        if (value.Type.IsSequence && value is not (Read or View { Sequence: Read } or Opaque)) value = Spill(value, "argument");
        return later.Aggregate(value, (each, next) => each.Type.IsSequence ? ProtectSequence(each, next) : Protect(each, next));
    }

    private Variable BoxFor(ITypeSymbol type, string name)
    {
        IrType array = TypeOf(_compilation.CreateArrayTypeSymbol(Closed(type)!));
        Variable box = Temporary(char.ToLowerInvariant(name[0]) + name.Substring(1) + "Box", array);
        _block.Declare(box);
        _block.Add(new Assign(box, new NewArray(new Literal("1", IrType.Int32), array)));
        return box;
    }

    private Meaning Contents(Variable box, ITypeSymbol type)
    {
        Element cell = CalleeParameter.Cell(new Read(box));
        return LayoutOf(type) is { } layout ? MembersOf(cell, layout, "") : new Single(cell);
    }

    private void StoreIn(Variable box, ITypeSymbol type, Meaning value) => Put(Contents(box, type), value);

    private void Put(Meaning place, Meaning value)
    {
        switch (place, value)
        {
            case (Bundle places, Bundle values):
                Store(places, values, null);
                break;
            case (Single { Value: { } target }, Single { Value: { } given }) when TargetFor(target) is { } single:
                Write(single, given, false, null);
                break;
            default:
                // The place was refused.
                break;
        }
    }

    /// <summary>What the call is given twice, so that a box would not be the same memory; null where nothing is.</summary>
    private static string? ShareMemory(IEnumerable<Meaning> given, IEnumerable<Expr> others)
    {
        Meaning[] places = [.. given];
        Expr[] targets = [.. places.SelectMany(place => place.Leaves)];
        Variable[] variables = [.. targets.OfType<Read>().Select(read => read.Variable)];
        if (variables.Distinct().Count() < variables.Length) return "the same variable twice";
        bool elements = targets.Any(target => target is Element);
        return elements && (places.Length > 1 || others.Any(other => other.Type.IsRealSequence)) ? "an element of an array beside other numbers" : null;
    }
}
