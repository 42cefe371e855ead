using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace AutoDiff.Generators.FrontEnd;

internal sealed partial class BodyReader
{
    /// <summary>Text under construction: which spans of the syntax are replaced, by an operand or by other text.</summary>
    private sealed class OpaqueText(SyntaxNode root, bool careful, HashSet<ISymbol> assigned, IOperation? operation = null)
    {
        public readonly SyntaxNode Root = root;
        public readonly bool Careful = careful;
        public readonly HashSet<ISymbol> Assigned = assigned;
        public readonly SortedList<TextSpan, object> Replaced = [];
        public readonly List<Expr> Guarded = [];
        public bool Repeatable = true;
        private readonly Dictionary<int, string> _before = [];
        private readonly Dictionary<int, string> _after = [];

        /// <summary>The text ends in a message for people: what it says of active values is not lost, it was never a number again.</summary>
        public bool Harmless;

        /// <summary>How often the text speaks of a variable; more than once where that is not known.</summary>
        public int Mentions(ISymbol? variable) => operation is null || variable is null
            ? int.MaxValue
            : operation.DescendantsAndSelf().Count(part => SymbolEqualityComparer.Default.Equals(Effects.Symbol(part), variable));

        public void Replace(SyntaxNode node, object with) => Replaced[node.Span] = with;

        /// <summary>Puts text around a piece of syntax, which stays.</summary>
        public void Surround(SyntaxNode node, string before, string after)
        {
            _before[node.SpanStart] = (_before.TryGetValue(node.SpanStart, out string? outer) ? outer : "") + before;
            _after[node.Span.End] = after + (_after.TryGetValue(node.Span.End, out outer) ? outer : "");
        }

        /// <summary>Does this stay a name, a literal, a member of a variable, or bracketed?</summary>
        public bool IsPlain(SyntaxNode node) =>
            node is ParenthesizedExpressionSyntax or LiteralExpressionSyntax or IdentifierNameSyntax or MemberAccessExpressionSyntax or ElementAccessExpressionSyntax or InvocationExpressionSyntax
            && Replaced.All(replaced => !node.Span.Contains(replaced.Key) || replaced.Value is Read or Element { Sequence: Read, Index: Read or Literal });

        public Opaque Build(string prefix, IrType type, Site site, SemanticModel model)
        {
            var parts = new List<string>();
            var operands = new List<Expr>();
            var text = new StringBuilder(prefix);
            TextSpan? inside = null;
            bool first = true;
            foreach (SyntaxToken token in Root.DescendantTokens())
            {
                if (inside is { } skipped && skipped.Contains(token.Span)) continue;
                if (!first && (token.LeadingTrivia.Any() || token.GetPreviousToken().TrailingTrivia.Any()) && text.Length > 0 && text[text.Length - 1] != ' ') text.Append(' ');
                else if (!first && text.Length == 0 && (token.LeadingTrivia.Any() || token.GetPreviousToken().TrailingTrivia.Any())) text.Append(' ');
                first = false;
                if (_before.TryGetValue(token.SpanStart, out string? opening)) text.Append(opening);
                inside = Replaced.Keys.Where(span => span.Contains(token.Span)).Select(span => (TextSpan?)span).OrderByDescending(span => span!.Value.Length).FirstOrDefault();
                if (inside is not { } replacedSpan) text.Append(token.Text);
                else if (Replaced[replacedSpan] is string other) text.Append(other);
                else
                {
                    parts.Add(text.ToString());
                    text.Clear();
                    operands.Add((Expr)Replaced[replacedSpan]);
                }
                if (_after.TryGetValue(inside?.End ?? token.Span.End, out string? closing)) text.Append(closing);
            }
            parts.Add(text.ToString());
            return new Opaque(parts.ToEquatable(), operands.ToEquatable(), type, Repeatable, Guarded.ToEquatable(), site, Guarded.Count > 0 ? Wording(Root) : "", Guarded.Count > 0 ? Remedies.Unknown(Root, model, CancellationToken.None) : "");
        }
    }

    /// <summary>An expression that carries no derivative: an integer, a condition, a string.</summary>
    private Expr Inactive(IOperation operation)
    {
        switch (operation)
        {
            case { IsImplicit: true, ConstantValue: { HasValue: true } constant } when operation.Parent is IArgumentOperation { ArgumentKind: ArgumentKind.DefaultValue }:
                // An omitted argument: its syntax is that of the whole call.
                return Opaque.Text(constant.Value is null ? "default" : ConstantText(constant.Value, operation.Type!), TypeOf(operation.Type));
            case ILocalReferenceOperation or IParameterReferenceOperation when _bindings.TryGetValue(Effects.Symbol(operation)!, out Expr? bound):
                return bound;
            case IFieldReferenceOperation or IPropertyReferenceOperation when MemberOf(operation) is Single member:
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
        var text = new OpaqueText(operation.Syntax, careful, careful ? Effects.AssignedIn(operation) : [], operation) { Harmless = harmless };
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
        switch (operation)
        {
            case ILocalReferenceOperation { Local: { HasConstantValue: true } constant } when !_bindings.ContainsKey(constant):
                text.Replace(operation.Syntax, ConstantText(constant.ConstantValue, constant.Type));
                break;
            case ILocalReferenceOperation or IParameterReferenceOperation when _bindings.TryGetValue(Effects.Symbol(operation)!, out Expr? bound):
                bool changes = text.Assigned.MayBeAmong(Effects.Symbol(operation)!);
                text.Replace(operation.Syntax, changes ? Spill(bound, "before") : bound);
                break;
            case ILocalReferenceOperation or IParameterReferenceOperation when _bundles.TryGetValue(Effects.Symbol(operation)!, out Bundle? bundle):
                CollectWhole(operation, bundle, text);
                break;
            case IFieldReferenceOperation or IPropertyReferenceOperation when MemberOf(operation) is { } member:
                if (member is Bundle inner) CollectWhole(operation, inner, text);
                else text.Replace(operation.Syntax, text.Careful ? Spill(((Single)member).Value, "before") : ((Single)member).Value);
                break;
            case IPropertyReferenceOperation constant when OwnerOf(constant) is { } owner:
                text.Replace(operation.Syntax, IsReal(owner) && IsArithmetic(constant.Property.GetMethod) ? NumberConstant(constant, owner) : MemberName(owner, constant.Property, operation));
                break;
            case IPropertyReferenceOperation property when Getter(property) is { } getter && ReadInPlace(getter) is { } got:
                if (got is Bundle gotten) CollectWhole(operation, gotten, text);
                else text.Replace(operation.Syntax, ((Single)got).Value);
                break;
            case IInstanceReferenceOperation when IsOpaqueSelf(operation) && !_method.IsStatic:
                // The object whose method is differentiated is a constant; so are its members.
                text.Repeatable = false;
                break;
            case INameOfOperation { ConstantValue.Value: string name } when !_method.Parameters.Any(parameter => parameter.Name == name):
                text.Replace(operation.Syntax, SymbolDisplay.FormatLiteral(name, quote: true));
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
            case ILocalReferenceOperation or IParameterReferenceOperation when _closures.ContainsKey(Effects.Symbol(operation)!):
                RefuseDelegate(operation);
                break;
            case IBinaryOperation comparison when NullTest(comparison) is { } known:
                text.Replace(comparison.Syntax, known);
                break;
            case IIsPatternOperation { Pattern: { } pattern } test when pattern.DescendantsAndSelf().Any(NeedsMatching) || test.Value is ITupleOperation or IConversionOperation { Operand: ITupleOperation }:
                text.Replace(test.Syntax, Matched(test));
                break;
            case IIsPatternOperation test:
                Collect(test.Value, text);
                CollectPattern(test.Pattern, text);
                break;
            case IIsTypeOperation { Syntax: BinaryExpressionSyntax { Right: TypeSyntax name } } test:
                Named(name, test.TypeOperand, text);
                Collect(test.ValueOperand, text);
                break;
            case ISwitchExpressionOperation choice:
                text.Replace(choice.Syntax, SwitchValue(choice, TypeOf(choice.Type)));
                break;
            case ICoalesceOperation or IConditionalAccessOperation or IConditionalAccessInstanceOperation or IThrowOperation:
                CollectNullOperator(operation, text);
                break;
            case IConversionOperation conversion:
                CollectConversion(conversion, text);
                break;
            case IUnaryOperation unary when IsArithmetic(unary.OperatorMethod):
            case IInterpolatedStringOperation or IArgumentOperation:
                CollectChildren(operation, text);
                break;
            case IBinaryOperation binary when IsArithmetic(binary.OperatorMethod) || !HoldsReals(binary.LeftOperand.Type!):
                // Where anything has an effect, elements are read into temporaries first: not those behind a test that may fail.
                if (binary.OperatorKind is BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr && text.Careful)
                    text.Replace(binary.Syntax, ShortCircuit(binary));
                else CollectChildren(binary, text);
                break;
            case IConditionalOperation choice when text.Careful:
                text.Replace(choice.Syntax, InactiveChoice(choice));
                break;
            case IConditionalOperation:
                CollectChildren(operation, text);
                break;
            case IFieldReferenceOperation field:
                CollectField(field, text);
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
            case IPropertyReferenceOperation { Property.Name: "Count" } number when ListOf(number.Instance) is { } list:
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
            case IInvocationOperation call:
                text.Replace(call.Syntax, IsReal(call.Type) ? Real(call) : InactiveCall(call));
                break;
            case IArrayCreationOperation when TypeOf(operation.Type).IsSequence:
                Read made = SequenceVariable(operation);
                if (made.Type.CanBeActive) text.Guarded.Add(made);
                text.Replace(operation.Syntax, made);
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
    }

    /// <summary>A whole aggregate in text: made anew of its members, none of which may carry a derivative there.</summary>
    private void CollectWhole(IOperation operation, Bundle bundle, OpaqueText text)
    {
        if (Whole(bundle) is not { } whole)
        {
            Refuse(operation, "DIFF0101", Construct(operation));
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
        if (!text.Harmless && IsReal(Unwrap(shown).Type)) text.Guarded.Add(Real(Unwrap(shown)));
        Collect(shown, text);
        // A colon outside brackets would begin the format: global::System.
        if (!text.IsPlain(shown.Syntax)) text.Surround(shown.Syntax, "(", ")");
    }

    private void CollectChildren(IOperation operation, OpaqueText text)
    {
        foreach (IOperation child in operation.ChildOperations) Collect(child, text);
    }

    private void CollectConversion(IConversionOperation conversion, OpaqueText text)
    {
        bool fromReal = IsReal(conversion.Operand.Type);
        bool converted = conversion.OperatorMethod is not null && (fromReal || HoldsReals(conversion.Operand.Type!));
        bool formatted = conversion.Parent is IInterpolationOperation;
        bool boxed = fromReal && !formatted && !text.Harmless && conversion.Type is { IsReferenceType: true };
        bool cut = fromReal && conversion.Type is { IsValueType: true } && !TypeReader.HoldsReals(conversion.Type);
        Expr? operand = converted || boxed || cut ? Value(conversion.Operand) : null;
        if (converted || boxed) text.Guarded.Add(operand!);
        if (cut) AddCast(operand!, conversion.Syntax);
        if (conversion.Syntax is CastExpressionSyntax { Type: not PredefinedTypeSyntax } cast) text.Replace(cast.Type, NameOf(conversion.Type!));
        CollectOnce(conversion.Operand, operand, text);
    }

    /// <summary>Collects what has been read as <paramref name="value"/> already; what has an effect must not have it again.</summary>
    private void CollectOnce(IOperation operation, Expr? value, OpaqueText text)
    {
        if (value is not null && Effects.In(operation)) text.Replace(operation.Syntax, value is Literal ? value : Spill(value, "operand"));
        else Collect(operation, text);
    }

    /// <summary>Collects what must turn out to be a constant.</summary>
    private void CollectGuarded(IOperation operation, OpaqueText text)
    {
        Expr? value = TypeOf(operation.Type).CanBeActive && !text.Harmless ? Value(operation) : null;
        if (value is not null) text.Guarded.Add(value);
        CollectOnce(operation, value, text);
    }

    /// <summary>Notes that a value becomes an integer, a character, an enumeration: a constant.</summary>
    private void AddCast(Expr operand, SyntaxNode cast)
    {
        var lossy = new LossyCast(operand, SiteOf(cast), Shorten(cast));
        if (!_casts.Contains(lossy)) _casts.Add(lossy);
    }

    /// <summary>What is read in place may speak of members that are private where it stands: they cannot be named here.</summary>
    private void RequireAccessible(ISymbol member, IOperation operation)
    {
        if (_inlining.Count == 0 || _model.Compilation != _compilation || _compilation.IsSymbolAccessibleWithin(member, _method.ContainingType)) return;
        Refuse(operation, "DIFF0101", "'" + member.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat) + "', which '" + _method.ContainingType.Name + "' cannot see,", "mark the method that uses it [Differentiable]");
    }

    private void CollectField(IFieldReferenceOperation field, OpaqueText text)
    {
        RequireAccessible(field.Field, field);
        if (field.Instance is { } instance)
        {
            if (!(instance is IInstanceReferenceOperation && field.Field.IsReadOnly)) text.Repeatable = false;
            bool repeatable = text.Repeatable;
            Collect(instance, text);
            text.Repeatable = repeatable;
            if (instance is IInstanceReferenceOperation { IsImplicit: true } && IsParameterOfACompanion(field.Field.Name)) text.Replace(field.Syntax, "this." + field.Field.Name);
            return;
        }
        if (!field.Field.IsReadOnly && !field.Field.IsConst) text.Repeatable = false;
        text.Replace(field.Syntax, StaticName(field.Field));
    }

    private void CollectProperty(IPropertyReferenceOperation property, OpaqueText text)
    {
        RequireAccessible(property.Property, property);
        if (property.Property.ContainingType.IsExtension) Refuse(property, "DIFF0101", "An extension member");
        bool length = property.Property.Name == "Length" && property.Instance?.Type is { } type && (TypeOf(type).IsSequence || type.SpecialType == SpecialType.System_String);
        if (!length) text.Repeatable = false;
        if (IsConditional(property.Instance)) Collect(property.Instance!, text);
        else if (property.Instance is { } instance)
        {
            if (length && TypeOf(instance.Type).IsSequence) text.Replace(instance.Syntax, IsKnown(instance) ? SequenceVariableOrField(instance) : OpaqueOf(instance));
            else Collect(instance, text);
        }
        else text.Replace(property.Syntax, StaticName(property.Property));
        foreach (IArgumentOperation argument in property.Arguments) Collect(argument, text);
    }

    private Expr SequenceVariableOrField(IOperation sequence) => sequence is IFieldReferenceOperation && MemberOf(sequence) is null ? OpaqueOf(sequence) : SequenceVariable(sequence);

    private void CollectCallee(IInvocationOperation call, OpaqueText text)
    {
        IMethodSymbol method = call.TargetMethod;
        RequireAccessible(method, call);
        if (method.ContainingType.IsExtension) Refuse(call, "DIFF0101", "An extension member");
        if (call.Instance is not null || call.Syntax is not InvocationExpressionSyntax { Expression: { } callee } syntax) return;
        string name = (OwnerOf(call) is { } owner ? MemberName(owner, method, call) : StaticName(method)) + (callee.DescendantNodesAndSelf().OfType<GenericNameSyntax>().Any(generic => generic.Identifier.ValueText == method.Name)
            ? "<" + string.Join(", ", method.TypeArguments.Select(NameOf)) + ">"
            : "");
        if (method.IsExtensionMethod && callee is MemberAccessExpressionSyntax member && call.Arguments[0].Syntax == member.Expression)
        {
            // x.F(y): as F(x, y), which needs no using directive.
            text.Surround(member.Expression, name + "(", "");
            var between = TextSpan.FromBounds(member.OperatorToken.SpanStart, syntax.ArgumentList.OpenParenToken.Span.End);
            text.Replaced[between] = syntax.ArgumentList.Arguments.Count > 0 ? ", " : "";
        }
        else text.Replace(callee, name);
    }

    /// <summary>Names of types in full, which need no using directive.</summary>
    private void QualifyTypes(OpaqueText text)
    {
        bool IsOpen(SyntaxNode node) => !text.Replaced.ContainsKey(node.Span) && node is not NameSyntax;
        foreach (NameSyntax name in text.Root.DescendantNodesAndSelf(IsOpen).OfType<NameSyntax>())
            if (!text.Replaced.Keys.Any(replaced => replaced.Contains(name.Span)) && _model.GetSymbolInfo(name, _cancellation).Symbol is ITypeSymbol { TypeKind: not TypeKind.Dynamic } type)
                text.Replace(name, NameOf(type));
    }

    private void CollectCreation(IObjectCreationOperation creation, OpaqueText text)
    {
        text.Repeatable = false;
        if (creation.Initializer is { } initializer) CollectInitializer(initializer, text);
        if (creation.Syntax is ObjectCreationExpressionSyntax { Type: { } name }) text.Replace(name, NameOf(creation.Type!).TrimEnd('?'));
        foreach (IArgumentOperation argument in creation.Arguments)
        {
            if (argument.ArgumentKind == ArgumentKind.DefaultValue) continue;
            CollectGuarded(argument.Value, text);
        }
    }

    private void CollectInitializer(IObjectOrCollectionInitializerOperation initializer, OpaqueText text)
    {
        foreach (IOperation each in initializer.Initializers)
        {
            if (each is IInvocationOperation { IsImplicit: true } added)
                foreach (IArgumentOperation argument in added.Arguments) CollectGuarded(argument.Value, text);
            else if (each is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Instance: IInstanceReferenceOperation } property } assignment)
            {
                foreach (IArgumentOperation argument in property.Arguments) CollectGuarded(argument.Value, text);
                CollectGuarded(assignment.Value, text);
            }
            else if (each is ISimpleAssignmentOperation { Target: IFieldReferenceOperation { Instance: IInstanceReferenceOperation } } stored) CollectGuarded(stored.Value, text);
            else Refuse(each, "DIFF0101", Quote(each.Syntax));
        }
    }

    private Expr ShortCircuit(IBinaryOperation binary)
    {
        bool and = binary.OperatorKind == BinaryOperatorKind.ConditionalAnd;
        if (binary.LeftOperand.ConstantValue is { HasValue: true, Value: bool known }) return known == and ? Inactive(binary.RightOperand) : known ? True : False;
        Variable both = Temporary("test", IrType.Boolean);
        _block.Declare(both);
        _block.Add(new Assign(both, Inactive(binary.LeftOperand)));
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

    /// <summary>A static member as generated code can name it: short inside the same type, in full elsewhere.</summary>
    private string StaticName(ISymbol member)
    {
        if (SymbolEqualityComparer.Default.Equals(Closed(member.ContainingType), _method.ContainingType) && !IsParameterOfACompanion(member.Name)) return Signature.Escape(member.Name);
        if (member.ContainingType.ContainingNamespace?.ToDisplayString() is "System" && KnownNames.Namespaces.ContainsKey(member.ContainingType.Name))
            return "\u0001" + member.ContainingType.Name + "\u0001." + Signature.Escape(member.Name);
        return NameOf(member.ContainingType) + "." + Signature.Escape(member.Name);
    }

    private bool IsParameterOfACompanion(string name) => name == "resultAdjoint"
        || _method.Parameters.Any(parameter => name == parameter.Name + "Adjoint" || name == parameter.Name + "Tangent");

    private string ConstantText(object? value, ITypeSymbol type)
    {
        string text = SymbolDisplay.FormatPrimitive(value!, quoteStrings: true, useHexadecimalNumbers: false)!;
        return type.TypeKind == TypeKind.Enum ? "(" + NameOf(type) + ")(" + text + ")" : type.SpecialType switch
        {
            SpecialType.System_Double => text + (text.All(char.IsDigit) ? ".0" : ""),
            SpecialType.System_Single => text + "f",
            SpecialType.System_UInt32 => text + "U",
            SpecialType.System_Int64 => text + "L",
            SpecialType.System_UInt64 => text + "UL",
            SpecialType.System_Decimal => text + "M",
            _ => text,
        };
    }
}
