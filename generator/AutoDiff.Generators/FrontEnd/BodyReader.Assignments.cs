using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiff.Generators.FrontEnd;

internal sealed partial class BodyReader
{
    /// <summary>Where an assignment goes: a variable, or an element whose sequence and index are already evaluated.</summary>
    private abstract record Target(IrType Type);

    private sealed record VariableTarget(Variable Variable) : Target(Variable.Type);

    private sealed record ElementTarget(Expr Sequence, Expr Index, Site Site = default) : Target(new Element(Sequence, Index).Type);

    /// <summary>Assigns the value of <paramref name="value"/> to <paramref name="target"/>, without a temporary where there is a direct form.</summary>
    /// <param name="target">The variable.</param>
    /// <param name="value">What it is given.</param>
    /// <param name="source">The statement, as the user wrote it.</param>
    /// <param name="holder">The user's variable, where text for people may be in it.</param>
    private void AssignTo(Variable target, IOperation value, string? source, ISymbol? holder = null)
    {
        if ((value is IConversionOperation { IsImplicit: true, Operand: { } operand } ? operand : value) is IThrowOperation thrown)
        {
            ThrowStatement(thrown);
        }
        else if (value is ISwitchExpressionOperation arms)
        {
            SwitchInto(arms, arm => AssignTo(target, arm, null), source);
        }
        else if (value is IConditionalOperation buffers && StackOrHeap(target, buffers) is { } buffer)
        {
            AssignSpan(target, buffer, value, source);
        }
        else if (value is IConditionalOperation && target.Type.IsSpan)
        {
            Refuse(value, "DIFF0107", target.Role == VariableRole.Temporary ? Shorten(value.Syntax) : target.Name);
        }
        else if (value is IConditionalOperation choice && target.Type.CanBeActive)
        {
            if (Decided(choice) is { } only)
            {
                AssignTo(target, only, source);
                return;
            }
            Expr condition = Condition(choice.Condition);
            if (IsKnown(condition))
            {
                AssignTo(target, IsTrue(condition) ? choice.WhenTrue : choice.WhenFalse!, source);
                return;
            }
            Block then = Nested(() => AssignTo(target, choice.WhenTrue, null));
            Block otherwise = Nested(() => AssignTo(target, choice.WhenFalse!, null));
            _block.Add(new If(condition, then, otherwise, source));
        }
        else if (target.Type.IsSequence) AssignSequence(target, value, source);
        else if (value is IInvocationOperation call && CallInto(target, call, source)) return;
        else if (Worded(holder, value, () => Value(value)) is var assigned && !IsItself(target, assigned)) _block.Add(new Assign(target, assigned, source));
    }

    /// <summary><c>x = x</c>, as <c>x = x = e</c> leaves it behind.</summary>
    private static bool IsItself(Variable target, Expr value) => value is Read read && read.Variable == target;

    /// <summary>An assignment in any form; gives the assigned value when <paramref name="valueUsed"/>.</summary>
    private Expr Assignment(IOperation operation, bool valueUsed)
    {
        string source = SourceText.OneLine(operation.Syntax);
        if (AggregateAssignment(operation, source) is { } aggregate) return aggregate.Leaves.FirstOrDefault() ?? new Literal("0", IrType.Void);
        switch (operation)
        {
            case ISimpleAssignmentOperation { IsRef: true } reference:
                return ReferenceAssignment(reference, source);
            case ISimpleAssignmentOperation { Target: IDiscardOperation } discard:
                // What is thrown away is evaluated all the same: it may throw.
                return Value(discard.Value) is var thrownAway && thrownAway is Read or Literal ? thrownAway : Spill(thrownAway, "discarded");
            case ICoalesceAssignmentOperation coalesce:
                return CoalesceAssignment(coalesce, source);
            case ISimpleAssignmentOperation renewed when !valueUsed && RenewsArray(renewed, source):
                return new Literal("0", IrType.Void);
            case ISimpleAssignmentOperation or ICompoundAssignmentOperation or IIncrementOrDecrementOperation when !valueUsed && Counts(operation, source):
                return new Literal("0", IrType.Void);
            case ISimpleAssignmentOperation simple:
                return SimpleAssignment(simple, valueUsed, source);
            case ICompoundAssignmentOperation compound:
                return CompoundAssignment(compound, valueUsed, source);
            case IIncrementOrDecrementOperation increment:
                return Increment(increment, valueUsed, source);
            case IDeconstructionAssignmentOperation when valueUsed:
                return Refuse(operation, "DIFF0101", "A deconstruction whose value is used");
            case IDeconstructionAssignmentOperation deconstruction:
                return Deconstruction(deconstruction, source);
            default:
                return Refuse(operation, "DIFF0101", Quote(operation.Syntax));
        }
    }

    private Expr SimpleAssignment(ISimpleAssignmentOperation assignment, bool valueUsed, string source)
    {
        if (!valueUsed && (Keeps(assignment) || HoldsObjects(assignment, source))) return new Literal("0", IrType.Void);
        if (assignment.Target is IPropertyReferenceOperation property && Setter(property, assignment.Value) is { } setter && !valueUsed && ReadInPlace(setter) is not null) return new Literal("0", IrType.Void);
        if (TargetOf(assignment.Target, assignment.Value) is not { } target) return new Literal("0", TypeOf(assignment.Type));
        if (target is VariableTarget { Variable: { } variable })
        {
            if (!ReplacesModels(assignment, variable)) AssignTo(variable, assignment.Value, source, Effects.Symbol(assignment.Target));
            return new Read(variable);
        }
        return Write(target, Value(assignment.Value), valueUsed, source);
    }

    private Expr CompoundAssignment(ICompoundAssignmentOperation compound, bool valueUsed, string source)
    {
        if (!IsArithmetic(compound.OperatorMethod) && !IsVector(compound.Target.Type) && compound.Target.Type?.SpecialType == SpecialType.None) return Refuse(compound, "DIFF0101", "A user-defined operator");
        if (TargetOf(compound.Target, compound.Value) is not { } target) return new Literal("0", TypeOf(compound.Type));
        Expr current = Protect(Current(target), compound.Value);
        if (!target.Type.IsReal) return Write(target, Worded(Effects.Symbol(compound.Target), compound.Value, () => InactiveCompound(compound, current)), valueUsed, source);
        if (RealOperator(compound.OperatorKind) is not { } kind) return Refuse(compound, "DIFF0101", Quote(compound.Syntax));
        RequireRemainder(kind, compound);
        Expr value = target.Type.IsVector ? VectorOperand(compound.Value, target.Type) : Real(compound.Value);
        if (current.Type != value.Type) current = new Convert(current, true, value.Type);
        Expr result = new Binary(kind, current, value);
        if (result.Type != target.Type) result = new Convert(result, false, target.Type);
        return Write(target, result, valueUsed, source);
    }

    private Opaque InactiveCompound(ICompoundAssignmentOperation compound, Expr current)
    {
        var syntax = (AssignmentExpressionSyntax)compound.Syntax;
        string sign = syntax.OperatorToken.Text.TrimEnd('=');
        Expr? real = IsReal(compound.Value.Type) ? Real(compound.Value) : null;
        if (real is not null) AddCast(real, compound.Syntax);
        Expr value = real is null || !Effects.In(compound.Value) ? Inactive(compound.Value) : Spill(real, "operand");
        IrType type = TypeOf(compound.Type);
        bool cast = !compound.OutConversion.IsIdentity || !compound.InConversion.IsIdentity || IsNarrow(compound.Type);
        return UnderOverflow(syntax, new Opaque(cast ? EquatableArray.Of("(" + type + ")(", " " + sign + " ", ")") : EquatableArray.Of("", " " + sign + " ", ""), EquatableArray.Of(current, value), type));
    }

    /// <summary>The same arithmetic under the <c>checked</c> or <c>unchecked</c> that the user put around it.</summary>
    private Opaque UnderOverflow(SyntaxNode syntax, Opaque arithmetic)
    {
        if (OverflowContext.Around(syntax, _model.Compilation.Options) is not { } keyword) return arithmetic;
        string[] parts = [.. arithmetic.Parts];
        parts[0] = keyword + "(" + parts[0];
        parts[parts.Length - 1] += ")";
        return arithmetic with { Parts = parts.ToEquatable() };
    }

    private Expr Increment(IIncrementOrDecrementOperation increment, bool valueUsed, string source)
    {
        bool up = increment.Kind == OperationKind.Increment;
        if (NullableOf(increment.Target.Type) is not null) return Refuse(increment, "DIFF0101", up ? "'++' of a nullable number" : "'--' of a nullable number", up ? "write '+= 1'" : "write '-= 1'");
        if (!IsArithmetic(increment.OperatorMethod) && LayoutOf(increment.Type) is not null) return Refuse(increment, "DIFF0101", up ? "'++' of a type of your own" : "'--' of a type of your own", "assign what a method or a binary operator gives");
        if (TargetOf(increment.Target, null) is not { } target) return new Literal("0", TypeOf(increment.Type));
        Expr current = Current(target);
        if (valueUsed && increment.IsPostfix) current = Spill(current, target is VariableTarget { Variable.Name: { } name } ? name + "Before" : "before");
        Expr next;
        if (target.Type.IsReal) next = new Binary(up ? Operator.Add : Operator.Subtract, current, Literal.One(target.Type));
        else if (IsNarrow(increment.Type)) next = UnderOverflow(increment.Syntax, new Opaque(EquatableArray.Of("(" + target.Type + ")(", up ? " + 1)" : " - 1)"), EquatableArray.Of(current), target.Type));
        else next = UnderOverflow(increment.Syntax, new Opaque(EquatableArray.Of("", up ? " + 1" : " - 1"), EquatableArray.Of(current), target.Type));
        Expr written = Write(target, next, valueUsed && !increment.IsPostfix, source);
        return increment.IsPostfix ? current : written;
    }

    /// <summary>Evaluates the place of an assignment; <paramref name="later"/> is evaluated after it and must not change it.</summary>
    private Target? TargetOf(IOperation operation, IOperation? later)
    {
        switch (operation)
        {
            case IDeclarationExpressionOperation declaration:
                return TargetOf(declaration.Expression, later);
            case ILocalReferenceOperation { IsDeclaration: true } declared when !_shared.Contains(declared.Local):
                // It lives as long as the statement's block, though it may be given a value behind a condition.
                return new VariableTarget(DeclareBinding(declared.Local, _scope));
            case ILocalReferenceOperation or IParameterReferenceOperation when _bindings.TryGetValue(Effects.Symbol(operation)!, out Expr? bound) && bound is Read read:
                return new VariableTarget(read.Variable);
            case IParameterReferenceOperation when _bindings.TryGetValue(Effects.Symbol(operation)!, out Expr? bound) && bound is Element behind:
                return new ElementTarget(behind.Sequence, behind.Index, SiteOf(operation.Syntax));
            case ILocalReferenceOperation when _bindings.TryGetValue(Effects.Symbol(operation)!, out Expr? bound) && bound is Element behind:
                return new ElementTarget(behind.Sequence, behind.Index, SiteOf(operation.Syntax));
            case IFieldReferenceOperation or IPropertyReferenceOperation { Arguments.IsEmpty: true } when IsPlace(operation) && MemberOf(operation) is Single { Value: { } member } whole && TargetFor(member) is { } place:
                NoteChanged(whole);
                return place is ElementTarget && later is not null && Effects.In(later) && Located(whole, operation) is Single { Value: { } located } ? TargetFor(located) : place;
            case ILocalReferenceOperation or IParameterReferenceOperation when StandsForCode(operation):
                RefuseDelegate(operation);
                return null;
            case IConditionalOperation { IsRef: true } choice:
                return ChosenReference(choice) is Single { Value: Element chosen } ? new ElementTarget(chosen.Sequence, chosen.Index, SiteOf(choice.Syntax)) : null;
            case IPropertyReferenceOperation property when PropertyOf(property, later) is { } accessors:
                return accessors;
            case IInvocationOperation { TargetMethod.ReturnsByRef: true } or IPropertyReferenceOperation { Property.ReturnsByRef: true, Instance.Type.IsRefLikeType: false } when _refusals.Count is var before && Referred(operation, later) is var referred && (referred is not null || _refusals.Count > before):
                return referred;
            case IFieldReferenceOperation or IPropertyReferenceOperation { Arguments.IsEmpty: true } or IEventReferenceOperation:
                Refuse(operation, "DIFF0104", Shorten(operation.Syntax));
                return null;
            default:
                if (ElementOf(operation) is Element element && element.Sequence is Read or Element && element.Sequence.Base() is { } written && !_foreign.Contains(written) && !(element.Sequence is Read && IsEnumeratedList(written)))
                {
                    Expr index = later is null ? element.Index : ProtectedIndex(element.Index, later);
                    return new ElementTarget(later is null ? element.Sequence : ProtectSequence(element.Sequence, later), index, SiteOf(operation.Syntax));
                }
                if (operation is IInvocationOperation referring && _obstacles.TryGetValue(operation.Syntax, out Refusal? obstacle)) Refuse(operation, "DIFF0101", "'" + referring.TargetMethod.Name + "', which returns a reference,", Remedies.Inside(obstacle));
                else Refuse(operation, "DIFF0104", Shorten(operation.Syntax));
                return null;
        }
    }

    private Expr ProtectedIndex(Expr index, IOperation later) => index is Indices indices ? indices.Map(each => Protect(each, later)) : Protect(index, later);

    private Expr Current(Target target) => target switch
    {
        PropertyTarget property => Got(property),
        VariableTarget place => new Read(place.Variable),
        ElementTarget place => new Element(place.Sequence, place.Index),
        _ => throw new InvalidOperationException(),
    };

    private Expr Write(Target target, Expr value, bool valueUsed, string? source)
    {
        switch (target)
        {
            case VariableTarget place:
                if (!IsItself(place.Variable, value)) _block.Add(new Assign(place.Variable, value, source));
                return new Read(place.Variable);
            case ElementTarget place:
                value = valueUsed && value is not Literal ? Spill(value, "stored") : Stored(value);
                _block.Add(new Store(place.Sequence, place.Index, value, source, place.Site == default ? _statement : place.Site));
                return value;
            case PropertyTarget property:
                return Set(property, value, valueUsed);
            default:
                throw new InvalidOperationException();
        }
    }

    /// <summary>What an array of arrays holds has a name: a copy that is stored there carries a derivative of its own.</summary>
    private Expr Stored(Expr value) => value is CopyOf ? Spill(value, "row") : value;

    private static bool IsNarrow(ITypeSymbol? type) => type?.SpecialType is
        SpecialType.System_SByte or SpecialType.System_Byte or SpecialType.System_Int16 or SpecialType.System_UInt16 or SpecialType.System_Char;
}
