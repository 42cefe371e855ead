using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiff.Generators.FrontEnd;

/// <summary>
/// Delegates that an object, a struct or a tuple keeps, and those that a method returns. The variable of such a member is never assigned: it stands
/// for the code, which is read where the delegate is called. It stands for one delegate only.
/// </summary>
internal sealed partial class BodyReader
{
    /// <summary>The code that each such variable stands for, and where it began to.</summary>
    private readonly Dictionary<Variable, (Closure Code, Site Site)> _kept = [];

    /// <summary>What stands for a delegate whose code is known.</summary>
    private Read Kept(Closure closure, ITypeSymbol type)
    {
        Variable variable = Temporary("kept", TypeOf(type));
        _kept[variable] = (closure, _callSite ?? _statement);
        return new Read(variable);
    }

    /// <summary>The delegate as the value of a member; null for anything else.</summary>
    private Single? KeptBy(IOperation value, ITypeSymbol? type) => type is { TypeKind: TypeKind.Delegate } && ClosureOf(value) is { } closure ? new Single(Kept(closure, type)) : null;

    private Closure? KeptIn(Expr value) => value is Read read && _kept.TryGetValue(read.Variable, out (Closure Code, Site) kept) ? kept.Code : null;

    /// <summary>The delegate that a member of a local, of a parameter or of <c>this</c> keeps. Nothing is evaluated.</summary>
    private Closure? KeptInMember(IOperation member) => Looked(member) is Single { Value: { } value } ? KeptIn(value) : null;

    /// <summary>What a name, or a member of what it names, is known to stand for. Nothing is evaluated.</summary>
    private Meaning? Looked(IOperation operation)
    {
        switch (operation)
        {
            case ILocalReferenceOperation or IParameterReferenceOperation:
                ISymbol name = Effects.Symbol(operation)!;
                return _bundles.TryGetValue(name, out Bundle? bundle) ? bundle : _bindings.TryGetValue(name, out Expr? bound) ? new Single(bound) : null;
            case IInstanceReferenceOperation:
                return _frame.This;
            case IConversionOperation { IsImplicit: true, OperatorMethod: null, Operand: { Type.IsReferenceType: true } operand }:
                return Looked(operand);
            case IFieldReferenceOperation { Instance: { } instance, Field: { } field }:
                return Part(instance, field);
            case IPropertyReferenceOperation { Instance: { } instance, Property: { Parameters.IsEmpty: true } property }:
                return Part(instance, property);
            default:
                return null;
        }
        Meaning? Part(IOperation instance, ISymbol member) => Looked(instance) is Bundle { IsMissing: false, Layout: { } layout } whole && (layout.IndexOn(member, instance) is >= 0 and var known ? known : layout.IndexOn(Behind(member), instance)) is >= 0 and var index ? whole.Members[index] : null;
    }

    /// <summary>The member that a property does nothing but give; any other one as it is.</summary>
    private ISymbol Behind(ISymbol member) => member is IPropertySymbol { GetMethod: { } getter } && !Implementations.IsOpen(getter) && Source(getter) is { } source && BodyOf(ModelOf(source), source) is { } body
        && SingleExpression(body) is { } given && MemberOfThis(Unwrap(given)) is { } behind ? behind : member;

    /// <summary>A method of an object that the method knows, as a delegate.</summary>
    private Closure? OfObject(IMethodReferenceOperation reference) =>
        reference is { Method: { IsStatic: false, IsGenericMethod: false, ReturnsByRef: false, ReturnsByRefReadonly: false } method, Instance: { Type.IsReferenceType: true } on } && !Implementations.IsOpen(method)
            && Looked(on) is Bundle { IsMissing: false, IsForeign: false, IsOutside: false, Layout.Kinds: null } self
            ? new Closure(Closed(method), null, _model, _names.Copy(), self, _types) : null;

    private static bool IsOfObject(Closure closure) => closure is { Body: null, This: not null, Method: { IsStatic: false, MethodKind: not MethodKind.LocalFunction } };

    private bool CanBeEntered(IMethodSymbol method) => !method.IsAsync && _inlining.Count < DeepestInlining && !IsRecursive(method) && !SymbolEqualityComparer.Default.Equals(method.OriginalDefinition, _method);

    /// <summary>The place stands for the delegate from here on. It must not come to stand for another one, nor for none where the code is not run.</summary>
    private void Keep(Variable place, Closure closure)
    {
        if (_kept.TryGetValue(place, out (Closure Code, Site) known) && !ReferenceEquals(known.Code, closure)) RefuseHere("A place that holds now one delegate, now another,", "choose with 'if' where it is called");
        _kept[place] = (closure, _callSite ?? _statement);
    }

    /// <summary>An assignment of a known delegate to a member: in a constructor, where it always comes by; null for any other.</summary>
    private bool Keeps(ISimpleAssignmentOperation assignment)
    {
        if (assignment is not { IsRef: false, Target: IFieldReferenceOperation { Instance: IInstanceReferenceOperation } or IPropertyReferenceOperation { Instance: IInstanceReferenceOperation }, Target.Type.TypeKind: TypeKind.Delegate }
            || Innermost.MethodKind != MethodKind.Constructor || !ReferenceEquals(_block, _frame.Entry)
            || ClosureOf(assignment.Value) is not { } closure || Looked(assignment.Target) is not Single { Value: Read { Variable: { } place } }) return false;
        Keep(place, closure);
        return true;
    }

    /// <summary>A call that gives a delegate: the code that it gives, with what that has captured.</summary>
    private Closure? Given(IOperation? value) => value is not IInvocationOperation { Type.TypeKind: TypeKind.Delegate } call ? null
        : (CalledBy(call) is { } closure ? Run(closure, call) : ReadInPlace(PlacedCall.Of(call))) is Single { Value: { } result } ? KeptIn(result) : null;

    /// <summary>The delegate that is called here, and what gives it evaluated; null where no delegate is called, or none that is known.</summary>
    private Closure? CalledBy(IInvocationOperation call) => ClosureOf(call.Instance) ?? (call.TargetMethod.MethodKind == MethodKind.DelegateInvoke ? Given(call.Instance) : null);

    /// <summary>A variable that stands for code cannot be looked at as a value.</summary>
    private void RefuseShownDelegates(Block block)
    {
        if (_kept.Count == 0) return;
        foreach (Variable shown in block.AllExpressions().SelectMany(each => each.Reads()).Select(read => read.Variable).Where(_kept.ContainsKey).Distinct())
            _refusals.Add(new Refusal("DIFF0101", _kept[shown].Site, EquatableArray.Of("A delegate that is kept, and looked at as a value,", "call it where it is kept, or pass it on to a method whose source is in the compilation")));
    }
}
