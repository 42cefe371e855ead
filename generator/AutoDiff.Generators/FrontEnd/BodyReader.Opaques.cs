using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiff.Generators.FrontEnd;

internal sealed partial class BodyReader
{
    /// <summary>An expression that carries no derivative: an integer, a condition, a string.</summary>
    private Expr Inactive(IOperation operation)
    {
        if (VectorText(operation) is { } ofVectors) return ofVectors;
        switch (operation)
        {
            case { IsImplicit: true, ConstantValue: { HasValue: true } constant } when operation.Parent is IArgumentOperation { ArgumentKind: ArgumentKind.DefaultValue }:
                // An omitted argument: its syntax is that of the whole call.
                return Opaque.Text(constant.Value is null ? "default" : ConstantText(constant.Value, operation.Type!), TypeOf(operation.Type));
            case ILocalReferenceOperation or IParameterReferenceOperation when _bindings.TryGetValue(Effects.Symbol(operation)!, out Expr? bound):
                return Seen(bound);
            case IFieldReferenceOperation or IPropertyReferenceOperation when MemberNamed(operation) is { Layout: null } && MemberOf(operation) is Single member:
                return member.Value;
            case IPropertyReferenceOperation property when Getter(property) is { } getter && ReadInPlace(getter) is Single got:
                return got.Value;
            case ILiteralOperation { ConstantValue: { HasValue: true, Value: int number } } when number >= 0 && operation.Syntax is LiteralExpressionSyntax literal:
                return new Literal(literal.Token.Text, IrType.Int32);
            case IAssignmentOperation or IIncrementOrDecrementOperation:
                return Assignment(operation, valueUsed: true);
            case IArrayElementReferenceOperation or IImplicitIndexerReferenceOperation or IPropertyReferenceOperation { Arguments.Length: 1 }:
                return ElementOf(operation) ?? OpaqueOf(operation);
            case IInvocationOperation call when !PureCalls.IsPure(call.TargetMethod):
                return IsReal(call.Type) ? Real(call) : InactiveCall(call);
            default:
                Opaque opaque = OpaqueOf(operation);
                return opaque is { Parts: ["", ""], Operands: [{ } only] } && only.Type == opaque.Type ? only : opaque;
        }
    }

    /// <summary>The user's text of <paramref name="operation"/>, variables and elements cut out as operands.</summary>
    private Opaque OpaqueOf(IOperation operation, string prefix = "", bool harmless = false)
    {
        bool careful = Effects.In(operation);
        var text = new OpaqueText(operation.Syntax, careful, careful ? Effects.AssignedIn(operation) : [], operation) { Harmless = harmless || _harmless };
        Collect(operation, text);
        // What can hold real numbers must not be made of any that carry a derivative: it would be lost without a word.
        if (operation.Type is { } type && (HoldsReals(type) || type.SpecialType is SpecialType.System_Decimal or SpecialType.System_Object))
            text.Guarded.AddRange(text.Replaced.Values.OfType<Expr>().Where(operand => operand.Type.CanBeActive || operand is Element { IsWhole: true }));
        QualifyTypes(text);
        return text.Build(prefix, TypeOf(operation.Type), SiteOf(operation.Syntax), _model);
    }

    private void Collect(IOperation operation, OpaqueText text)
    {
        if (OverflowContext.Missing(operation, text.Root, _model.Compilation.Options) is { } keyword) text.Surround(operation.Syntax, keyword + "(", ")");
        if (Rebound(operation, text)) return;
        if (HiddenCode.Changes(operation)) text.Repeatable = false;
        text.ChangesOutside |= operation is not IInvocationOperation && HiddenCode.ChangesOutside(operation);
        if (VectorText(operation) is { } ofVectors)
        {
            text.Replace(operation.Syntax, text.Careful && !IsFixed(ofVectors) ? Spill(ofVectors, "before") : ofVectors);
            return;
        }
        switch (operation)
        {
            case ILocalReferenceOperation { Local: { HasConstantValue: true } constant } when !_bindings.ContainsKey(constant):
                text.Replace(operation.Syntax, ConstantText(constant.ConstantValue, constant.Type));
                break;
            case ILocalReferenceOperation or IParameterReferenceOperation when ListOf(operation) is { } list && (list.Counter is not null || KeptLayout(list.Element) is not null && list.Items.Type.IsAggregate) && !IsOnlyLookedAt(operation, text) && !IsNullGuard(operation):
                // There is no such list: what is in it is kept in an array.
                Refuse(operation, "DIFF0101", "A list or an array of objects in code that cannot be followed", "give that code the numbers that it needs");
                break;
            case ILocalReferenceOperation or IParameterReferenceOperation when _bindings.TryGetValue(Effects.Symbol(operation)!, out Expr? bound):
                bool changes = text.Assigned.MayBeAmong(Effects.Symbol(operation)!);
                text.Replace(operation.Syntax, changes ? Spill(bound, "before") : Seen(bound));
                break;
            case ILocalReferenceOperation or IParameterReferenceOperation when _bundles.TryGetValue(Effects.Symbol(operation)!, out Bundle? bundle):
                CollectWhole(operation, bundle, text);
                break;
            case IConversionOperation or ICoalesceOperation or IPropertyReferenceOperation or IInvocationOperation when OutOfNullable(operation) is Single present:
                text.Replace(operation.Syntax, Unchanged(present.Value, operation, text));
                break;
            case IBinaryOperation comparison when NullableComparison(comparison) is { } compared:
                text.Replace(operation.Syntax, Unchanged(compared, operation, text));
                break;
            case IFieldReferenceOperation or IPropertyReferenceOperation when MemberOf(operation) is { } member:
                if (member is Bundle inner) CollectWhole(operation, inner, text);
                else text.Replace(operation.Syntax, text.Careful ? Spill(((Single)member).Value, "before") : ((Single)member).Value);
                break;
            case IPropertyReferenceOperation property when Getter(property) is { } getter && ReadInPlace(getter) is { } got:
                if (got is Bundle gotten) CollectWhole(operation, gotten, text);
                else text.Replace(operation.Syntax, Unchanged(((Single)got).Value, operation, text));
                break;
            case IPropertyReferenceOperation constant when OwnerOf(constant) is { } owner:
                text.Replace(operation.Syntax, IsReal(owner) && IsArithmetic(constant.Property.GetMethod) ? NumberConstant(constant, owner) : MemberName(owner, constant.Property, operation));
                break;
            case IInstanceReferenceOperation when _frame.IsStateless:
                // Only calls that are read in place need no object.
                Refuse(operation, "DIFF0101", "A call that cannot be followed, on an object without numbers,", "make the method static");
                break;
            case IInstanceReferenceOperation when IsOpaqueSelf(operation) && !_method.IsStatic:
                // The object whose method is differentiated is a constant; so are its members.
                text.Repeatable = false;
                break;
            case INameOfOperation { ConstantValue.Value: string name } when !_method.Parameters.Any(parameter => parameter.Name == name):
                text.Replace(operation.Syntax, SymbolDisplay.FormatLiteral(name, quote: true));
                break;
            case ILiteralOperation { IsImplicit: true, Syntax: not LiteralExpressionSyntax, ConstantValue: { HasValue: true, Value: { } written }, Type: { } declared } optional:
                // That of an optional parameter, which is written where that is declared.
                text.Replace(optional.Syntax, ConstantText(written, declared));
                break;
            case ILiteralOperation or INameOfOperation or ITypeOfOperation or ISizeOfOperation { ConstantValue.HasValue: true } or IInterpolatedStringTextOperation or IOmittedArgumentOperation:
                break;
            case IInterpolationOperation hole:
                CollectHole(hole.Expression, text);
                foreach (IOperation detail in hole.ChildOperations.Skip(1)) Collect(detail, text);
                break;
            case IInterpolatedStringHandlerCreationOperation handler:
                Collect(handler.Content, text);
                break;
            case IInterpolatedStringAppendOperation { Kind: OperationKind.InterpolatedStringAppendFormatted, AppendCall: IInvocationOperation { Arguments: [{ Value: { } shown }, .. { } details] } }:
                CollectHole(shown is IConversionOperation { IsImplicit: true } boxed ? boxed.Operand : shown, text);
                foreach (IArgumentOperation detail in details.Where(detail => detail.ArgumentKind == ArgumentKind.Explicit)) Collect(detail.Value, text);
                break;
            case IInterpolatedStringAppendOperation { Kind: OperationKind.InterpolatedStringAppendLiteral }:
                break;
            case IDefaultValueOperation { Type: { } defaulted }:
                text.Replace(operation.Syntax, "default(" + NameOf(defaulted) + ")");
                break;
            case IDelegateCreationOperation creation when KeepsLambda(creation, text):
            case IParameterReferenceOperation { Parameter: { } own } when _verbatim.Contains(own):
                break;
            case IDelegateCreationOperation or IAnonymousFunctionOperation or IMethodReferenceOperation:
            case ILocalReferenceOperation or IParameterReferenceOperation when StandsForCode(operation):
                RefuseDelegate(operation);
                break;
            case IBinaryOperation comparison when NullTest(comparison) is { } known:
                text.Replace(comparison.Syntax, known);
                break;
            case IBinaryOperation comparison when ComparedWithNull(comparison) is { } missing:
                text.Replace(comparison.Syntax, Unchanged(missing, comparison, text));
                break;
            case IBinaryOperation or IInvocationOperation when Identity(operation) is { } same:
                text.Replace(operation.Syntax, Unchanged(same, operation, text));
                break;
            case ITupleBinaryOperation or IBinaryOperation or IInvocationOperation when Equality(operation) is { } equal:
                text.Replace(operation.Syntax, Unchanged(equal, operation, text));
                break;
            case ITupleBinaryOperation:
                CollectChildren(operation, text);
                break;
            case IIsPatternOperation { Pattern: { } pattern } test when pattern.DescendantsAndSelf().Any(NeedsMatching) || test.Value is ITupleOperation or IConversionOperation { Operand: ITupleOperation } || LayoutOf(test.Value.Type) is { } layout && (layout.IsValue || !IsOpaqueSelf(test.Value)):
                text.Replace(test.Syntax, Unchanged(Matched(test), test, text));
                break;
            case IIsPatternOperation test:
                // Of a constant the compiler would say that it never matches, or always does.
                if (Effects.Symbol(test.Value) is { } tested && _bindings.TryGetValue(tested, out Expr? given) && given is Literal) text.Replace(test.Value.Syntax, Spill(given, "matched"));
                else Collect(test.Value, text);
                CollectPattern(test.Pattern, text);
                break;
            case IIsTypeOperation test when LayoutOf(test.ValueOperand) is { Type.IsReferenceType: true } kept && !IsOpaqueSelf(test.ValueOperand):
                text.Replace(test.Syntax, Unchanged(TypeTest(BundleOf(test.ValueOperand, kept), Closed(test.TypeOperand)!).Test, test, text));
                break;
            case IIsTypeOperation test when IsOfType(Closed(test.ValueOperand.Type)!, Closed(test.TypeOperand)!) is { } answer && !Effects.In(test.ValueOperand):
                text.Replace(test.Syntax, answer ? True : False);
                break;
            case IIsTypeOperation { Syntax: BinaryExpressionSyntax { Right: TypeSyntax name } } test:
                Named(name, test.TypeOperand, text);
                Collect(test.ValueOperand, text);
                break;
            case ISwitchExpressionOperation choice when LayoutOf(choice.Type) is { } chosen:
                CollectWhole(choice, BundleOf(choice, chosen), text);
                break;
            case ISwitchExpressionOperation choice:
                text.Replace(choice.Syntax, SwitchValue(choice, TypeOf(choice.Type)));
                break;
            case ICoalesceOperation or IConditionalAccessOperation or IConditionalAccessInstanceOperation or IThrowOperation:
                CollectNullOperator(operation, text);
                break;
            case IBinaryOperation or IUnaryOperation or IConversionOperation when Answered(operation) is { } answer:
                text.Replace(operation.Syntax, Unchanged(answer, operation, text));
                break;
            case IConversionOperation conversion:
                CollectConversion(conversion, text);
                break;
            case IUnaryOperation unary when IsArithmetic(unary.OperatorMethod):
            case ITupleOperation { Type: { } pair } when !HoldsReals(pair):
            case IInterpolatedStringOperation or IArgumentOperation or IRangeOperation:
                CollectChildren(operation, text);
                break;
            case IBinaryOperation binary when IsArithmetic(binary.OperatorMethod) || !HoldsReals(binary.LeftOperand.Type!):
                // Where anything has an effect, elements are read into temporaries first: not those behind a test that may fail.
                if (binary.OperatorKind is BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr && (text.Careful || LooksIntoFamily(binary.RightOperand)))
                    text.Replace(binary.Syntax, ShortCircuit(binary));
                else CollectChildren(binary, text);
                break;
            case IConditionalOperation choice when text.Careful || LooksIntoFamily(choice.WhenTrue) || LooksIntoFamily(choice.WhenFalse):
                text.Replace(choice.Syntax, InactiveChoice(choice));
                break;
            case IConditionalOperation:
                CollectChildren(operation, text);
                break;
            case IFieldReferenceOperation field:
                CollectField(field, text);
                break;
            case IArrayElementReferenceOperation or IImplicitIndexerReferenceOperation or IPropertyReferenceOperation when IsListElement(operation) && LayoutOf(operation.Type) is { Type.IsReferenceType: true } kept:
                CollectWhole(operation, BundleOf(operation, kept), text);
                break;
            case IArrayElementReferenceOperation or IImplicitIndexerReferenceOperation or IPropertyReferenceOperation when ElementOf(operation) is { } element:
                text.Replace(operation.Syntax, text.Careful ? Spill(element, "before") : element);
                break;
            case IImplicitIndexerReferenceOperation or IInvocationOperation when TypeOf(operation.Type).IsSpan && IsViewOperation(operation):
                text.Replace(operation.Syntax, Sequence(operation));
                break;
            case IArrayElementReferenceOperation:
                text.Repeatable = false;
                CollectChildren(operation, text);
                break;
            case IPropertyReferenceOperation { Property.Name: "Count" or "Length" } number when ListOf(number.Instance) is { } list:
                text.Replace(number.Syntax, text.Careful && list.Counter is not null ? Spill(list.Count, "count") : list.Count);
                break;
            case IPropertyReferenceOperation property:
                CollectProperty(property, text);
                break;
            case IInvocationOperation call when PureCalls.IsPure(call.TargetMethod):
                CollectCallee(call, text);
                if (CutByCall(call) is { } lost) AddCast(lost, call.Syntax);
                foreach (IOperation child in call.ChildOperations) Collect(child, text);
                break;
            case IInvocationOperation call when IsConditional(call.Instance) || text.Harmless && HarmlessCalls.IsFormatting(call.TargetMethod):
                text.Repeatable = false;
                CollectCall(call, text);
                break;
            case IInvocationOperation call when LayoutOf(call.Type) is { } layout:
                CollectWhole(call, BundleOf(call, layout), text);
                break;
            case IInvocationOperation { Type.SpecialType: SpecialType.System_String } worded when text.Harmless && !_harmless && (IsMessage(worded) || GivesMessage(worded)):
                // It is put together only where it is thrown or shown.
                _harmless = true;
                text.Replace(worded.Syntax, Unchanged(InactiveCall(worded), worded, text));
                _harmless = false;
                break;
            case IInvocationOperation call:
                text.Replace(call.Syntax, Unchanged(IsReal(call.Type) ? Real(call) : InactiveCall(call), call, text));
                break;
            case IArrayCreationOperation when TypeOf(operation.Type).IsSequence:
                Read made = SequenceVariable(operation);
                if (made.Type.CanBeActive) text.Guarded.Add(made);
                text.Replace(operation.Syntax, made);
                break;
            case ICollectionExpressionOperation { Type: { } collected } when !collected.IsRefLikeType && !HoldsReals(collected) && LayoutOf(collected) is null:
                // It is made for what it is given to, which it is not in the text.
                text.Repeatable = false;
                text.Surround(operation.Syntax, "((" + NameOf(collected) + ")", ")");
                foreach (IOperation element in operation.ChildOperations) Collect(element is ISpreadOperation spread ? spread.Operand : element, text);
                break;
            case IAnonymousObjectCreationOperation when LayoutOf(operation.Type) is { } layout:
                CollectWhole(operation, BundleOf(operation, layout), text);
                break;
            case IObjectCreationOperation creation:
                CollectCreation(creation, text);
                break;
            case IAssignmentOperation or IIncrementOrDecrementOperation:
                // The variable itself stands for what was assigned only where nothing else in the text speaks of it.
                Expr value = Assignment(operation, valueUsed: true);
                text.Replace(operation.Syntax, value is Read read && text.Mentions(Effects.Target(operation)) > 1 ? Spill(read, "assigned") : value);
                break;
            default:
                Refuse(operation, "DIFF0101", Construct(operation));
                break;
        }
        GuardSequence(operation, text);
    }

    /// <summary>Is a member looked at of an object that is known with its class? Where there is none, that throws, by a statement of its own.</summary>
    private bool LooksIntoFamily(IOperation? operation) => _takesApart && operation is not null && operation.DescendantsAndSelf().Any(part => part switch
    {
        IFieldReferenceOperation { Instance: { } instance } => LayoutOf(instance) is { Kinds: not null },
        IPropertyReferenceOperation { Instance: { } instance } => LayoutOf(instance) is { Kinds: not null },
        IInvocationOperation { Instance: { } instance } => LayoutOf(instance) is { Kinds: not null },
        _ => false,
    });

    /// <summary>What an operator of the user's answers about objects or structs that hold numbers: a comparison, a conversion to something else.</summary>
    private Expr? Answered(IOperation operation) =>
        operation is not IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr } && !HoldsReals(operation.Type!)
            && PlacedCall.OfOperator(operation) is { Method: { IsImplicitlyDeclared: false } method } called && (method.DeclaringSyntaxReferences.Length == 1 || Framework.TwinOf(method, _model.Compilation) is not null) && called.Arguments.Any(argument => LayoutOf(argument.Value.Type) is not null)
            && ReadInPlace(called) is Single { Value: { } answer } ? answer : null;

    /// <summary>Would what happens here to an object that is made anew for it be lost? Text for people only looks at it.</summary>
    private bool MayChangeWhole(IOperation operation, Layout layout, OpaqueText text) => operation.Parent switch
    {
        IInvocationOperation call when call.Instance == operation => !layout.IsValue || ChangesItself(call.TargetMethod),
        IPropertyReferenceOperation { Property: { } property } part when part.Instance == operation => !layout.IsValue || property.GetMethod is { } getter && ChangesItself(getter),
        _ => !layout.IsValue && !(text.Harmless && layout.Type.GetMembers("ToString").OfType<IMethodSymbol>().All(own => HiddenCode.Of(own, _model.Compilation) == CodeEffects.None)),
    };

    /// <summary>A whole aggregate in text: made anew of its members, none of which may carry a derivative there.</summary>
    private void CollectWhole(IOperation operation, Bundle bundle, OpaqueText text)
    {
        SyntaxNode? call = (operation.Parent is IArgumentOperation argument ? argument.Parent : operation.Parent)?.Syntax;
        string? inside = call is not null && _obstacles.TryGetValue(call, out Refusal? obstacle) ? Remedies.Inside(obstacle) : null;
        if (Whole(bundle) is not { } whole)
        {
            if (inside is null) Refuse(operation, "DIFF0101", Construct(operation));
            else Refuse(operation, "DIFF0101", Quote(operation.Syntax) + " in code that cannot be followed", inside);
            return;
        }
        if (!bundle.IsMissing && MayChangeWhole(operation, bundle.Layout, text))
        {
            string remedy = inside ?? "give that code the numbers that it needs";
            Refuse(operation, "DIFF0101", "An object of '" + bundle.Layout.Type.Name + "' in code that cannot be followed, which may change it or ask which object it is,", remedy);
            return;
        }
        if (!text.Harmless) text.Guarded.AddRange(bundle.Leaves.Where(leaf => leaf.Type.CanBeActive));
        text.Replace(operation.Syntax, whole);
    }

    private static bool IsViewOperation(IOperation operation) =>
        operation is IImplicitIndexerReferenceOperation || operation is IInvocationOperation call && PureCalls.IsView(call.TargetMethod);

    /// <summary>A value between the braces of an interpolated string.</summary>
    private void CollectHole(IOperation shown, OpaqueText text)
    {
        if (!text.Harmless && TypeOf(Unwrap(shown).Type).IsReal) text.Guarded.Add(Value(Unwrap(shown)));
        Collect(shown, text);
        // A colon outside brackets would begin the format: global::System.
        if (!text.IsPlain(shown.Syntax)) text.Surround(shown.Syntax, "(", ")");
    }

    private void CollectChildren(IOperation operation, OpaqueText text)
    {
        foreach (IOperation child in operation.ChildOperations) Collect(child, text);
    }

    private Expr ShortCircuit(IBinaryOperation binary)
    {
        bool and = binary.OperatorKind == BinaryOperatorKind.ConditionalAnd;
        if (binary.LeftOperand.ConstantValue is { HasValue: true, Value: bool known }) return known == and ? Inactive(binary.RightOperand) : known ? True : False;
        Expr left = Inactive(binary.LeftOperand);
        if (IsTrue(left)) return and ? Inactive(binary.RightOperand) : True;
        Variable both = Test(left, "test");
        Block right = Nested(() => _block.Add(new Assign(both, Inactive(binary.RightOperand))));
        _block.Add(and ? new If(new Read(both), right, Block.Empty) : new If(NotAny([both]), right, Block.Empty));
        return new Read(both);
    }

    private Expr InactiveChoice(IConditionalOperation choice)
    {
        if (Decided(choice) is { } only) return Inactive(only);
        Expr condition = Condition(choice.Condition);
        Variable chosen = Temporary("chosen", TypeOf(choice.Type));
        _block.Declare(chosen);
        Block then = Nested(() => AssignTo(chosen, choice.WhenTrue, null));
        Block otherwise = Nested(() => AssignTo(chosen, choice.WhenFalse!, null));
        _block.Add(new If(condition, then, otherwise));
        return new Read(chosen);
    }
}
