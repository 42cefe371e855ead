using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiff.Generators.FrontEnd;

/// <summary>
/// Delegates that a condition or a <c>switch</c> expression chooses, each of known code, under the name of a local that is not assigned again: a
/// number stands for the choice, and a call goes by it to the code that was chosen.
/// </summary>
internal sealed partial class BodyReader
{
    /// <summary>Which of the delegates it is: the index of the code.</summary>
    private sealed record DelegateChoice(Variable Index, IReadOnlyList<Closure> Codes);

    private bool DeclaresChoice(ILocalSymbol local, IOperation value)
    {
        if (local.Type is not INamedTypeSymbol { TypeKind: TypeKind.Delegate, DelegateInvokeMethod: { } invoked } || !IsChoice(value) || !CanBeChosen(invoked) || BindsInPatterns(value)) return false;
        var codes = new List<Closure>();
        Variable index = Temporary(local.Name + "Index", IrType.Int32);
        _block.Declare(index);
        Choose(value, index, codes);
        _choices[local] = new DelegateChoice(index, codes);
        return true;
    }

    /// <summary>Numbers go in, and one comes out: nothing that one code would see of another.</summary>
    private bool CanBeChosen(IMethodSymbol invoked) => IsComparedByValue(invoked.ReturnType) && invoked.Parameters.All(parameter => parameter.RefKind == RefKind.None && IsComparedByValue(parameter.Type));

    private static IOperation Chosen(IOperation value) => value is IConversionOperation { OperatorMethod: null, Operand: IConditionalOperation or ISwitchExpressionOperation or IThrowOperation or IConversionOperation } conversion ? Chosen(conversion.Operand) : value;

    /// <summary>Is it a choice, and all code known that may be chosen?</summary>
    private bool IsChoice(IOperation value) => Chosen(value) switch
    {
        IConditionalOperation { WhenFalse: { } otherwise } choice => IsChosen(choice.WhenTrue) && IsChosen(otherwise),
        ISwitchExpressionOperation arms => arms.Arms.All(arm => IsChosen(arm.Value)),
        _ => false,
    };

    private bool IsChosen(IOperation value) => Chosen(value) is IThrowOperation || IsChoice(value) || ClosureOf(value) is not null;

    /// <summary>What a pattern binds lives no longer than the choice, and the code that is chosen may speak of it.</summary>
    private static bool BindsInPatterns(IOperation value) => value.Descendants().OfType<IPatternOperation>().Any(pattern => Binding(pattern) is not null);

    private void Choose(IOperation value, Variable index, List<Closure> codes)
    {
        switch (Chosen(value))
        {
            case IConditionalOperation { WhenFalse: { } otherwise } choice:
                Expr condition = Condition(choice.Condition);
                Block then = Nested(() => Choose(choice.WhenTrue, index, codes));
                Block other = Nested(() => Choose(otherwise, index, codes));
                _block.Add(new If(condition, then, other));
                break;
            case ISwitchExpressionOperation arms:
                SwitchInto(arms, arm => Choose(arm, index, codes), null);
                break;
            case IThrowOperation thrown:
                ThrowStatement(thrown);
                break;
            case var known:
                _block.Add(new Assign(index, new Literal(codes.Count.ToString(System.Globalization.CultureInfo.InvariantCulture), IrType.Int32)));
                codes.Add(ClosureOf(known)!);
                break;
        }
    }

    /// <summary>The choice whose delegate is called here.</summary>
    private DelegateChoice? ChoiceOf(IInvocationOperation call) => call is { TargetMethod.MethodKind: MethodKind.DelegateInvoke, Instance: ILocalReferenceOperation { Local: { } local } } && _choices.TryGetValue(local, out DelegateChoice? choice) ? choice : null;

    /// <summary>The call of the code that was chosen.</summary>
    private Expr Run(DelegateChoice choice, IInvocationOperation call)
    {
        Meaning[] given = [.. Arguments(Ordered(call)).Select(value => (Meaning)new Single(value is Read ? value : Spill(value, "argument")))];
        Variable result = Temporary("chosen", TypeOf(call.Type));
        _block.Declare(result);
        RunFrom(choice, 0, given, result, call);
        return new Read(result);
    }

    private void RunFrom(DelegateChoice choice, int first, Meaning[] given, Variable result, IInvocationOperation call)
    {
        void This() => _block.Add(new Assign(result, ((Single)Converted(Run(choice.Codes[first], given, call), call.Type!)).Value));
        if (first == choice.Codes.Count - 1)
        {
            This();
            return;
        }
        var test = new Opaque(EquatableArray.Of("", " == ", ""), EquatableArray.Of<Expr>(new Read(choice.Index), new Literal(first.ToString(System.Globalization.CultureInfo.InvariantCulture), IrType.Int32)), IrType.Boolean);
        Block then = Nested(This);
        Block otherwise = Nested(() => RunFrom(choice, first + 1, given, result, call));
        _block.Add(new If(test, then, otherwise));
    }
}
