using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiff.Generators.FrontEnd;

internal sealed partial class BodyReader
{
    /// <summary>
    /// A run of statements. What follows a statement that may jump away becomes conditional: it moves into the branch that does not
    /// jump where there is one, or is guarded by the conditions that the jump sets.
    /// </summary>
    private void Statements(IReadOnlyList<IOperation> operations, int first) => Statements(operations, first, operations.Count);

    private void Statements(IReadOnlyList<IOperation> operations, int first, int end)
    {
        for (int i = first; i < end; i++)
        {
            _cancellation.ThrowIfCancellationRequested();
            if (Jumps.WithoutLabels(operations[i]) is not { } operation) continue;
            _scope = _block;
            if (LabelAhead(operations, i, end) is { } label)
            {
                IEnumerable<Variable> beyond = UpToLabel(operations, i, label);
                Expr passing = NotAny(beyond);
                if (passing.Equals(True)) Statements(operations, label, end);
                else _block.Add(new If(passing, Nested(() => Statements(operations, label, end)), Block.Empty));
                return;
            }
            bool rest = i + 1 < end;
            if (rest && operation is IConditionalOperation branch && Jumps.Leave(branch))
            {
                bool then = Jumps.AlwaysLeaves(branch.WhenTrue) && !Jumps.Leave(branch.WhenFalse);
                bool otherwise = branch.WhenFalse is not null && Jumps.AlwaysLeaves(branch.WhenFalse) && !Jumps.Leave(branch.WhenTrue);
                if (then || otherwise)
                {
                    void Rest() => Statements(operations, i + 1, end);
                    IfStatement(branch, otherwise ? Rest : null, then ? Rest : null);
                    return;
                }
            }
            if (operation is IUsingDeclarationOperation declared)
            {
                UsingDeclaration(declared, () => Statements(operations, i + 1, end));
                return;
            }
            Statement(operation);
            if (!rest || !Jumps.Leave(operation)) continue;
            if (Jumps.AlwaysLeaves(operation)) return;
            Expr guard = NotAny(FlagsOf(operation));
            Block remaining = Nested(() => Statements(operations, i + 1, end));
            _block.Add(new If(guard, remaining, Block.Empty));
            return;
        }
    }

    private void Statement(IOperation operation)
    {
        _statement = SiteOf(operation.Syntax);
        switch (operation)
        {
            case IBlockOperation block:
                Statements(block.Operations, 0);
                break;
            case ILabeledOperation:
                if (Jumps.WithoutLabels(operation) is { } labelled) Statement(labelled);
                break;
            case ISwitchOperation choice:
                SwitchStatement(choice);
                break;
            case ITryOperation or ILockOperation or IUsingOperation:
                RegionStatement(operation);
                break;
            case IVariableDeclarationGroupOperation group:
                foreach (IVariableDeclarationOperation declaration in group.Declarations)
                    foreach (IVariableDeclaratorOperation declarator in declaration.Declarators) Declaration(declarator);
                break;
            case IExpressionStatementOperation expression:
                ExpressionStatement(expression.Operation);
                break;
            case IConditionalOperation branch:
                IfStatement(branch, null, null);
                break;
            case IForLoopOperation loop:
                ForStatement(loop);
                break;
            case IWhileLoopOperation loop:
                WhileStatement(loop);
                break;
            case IForEachLoopOperation loop:
                ForEachStatement(loop);
                break;
            case IReturnOperation returned:
                ReturnStatement(returned);
                break;
            case IBranchOperation jump:
                JumpStatement(jump);
                break;
            case IThrowOperation thrown:
                ThrowStatement(thrown);
                break;
            case ILocalFunctionOperation or IEmptyOperation:
                break;
            default:
                RefuseStatement(operation);
                break;
        }
    }

    private void Declaration(IVariableDeclaratorOperation declarator)
    {
        ILocalSymbol symbol = declarator.Symbol;
        if (symbol.IsRef)
        {
            ReferenceLocal(symbol, declarator);
            return;
        }
        if (symbol.HasConstantValue && !IsReal(symbol.Type)) return;
        IOperation? initial = (declarator.Initializer ?? (declarator.Parent as IVariableDeclarationOperation)?.Initializer)?.Value;
        if (initial is not null && Upcast(initial) is { } derived && !IsAssignedLater(symbol, declarator))
        {
            DeclareAggregate(declarator, LayoutOf(derived)!, derived, SourceText.OneLine(declarator.Syntax));
            return;
        }
        if (LayoutOf(symbol.Type) is { } layout)
        {
            DeclareAggregate(declarator, layout, initial, SourceText.OneLine(declarator.Syntax));
            return;
        }
        RequireVisible(symbol.Type);
        IrType type = TypeOf(symbol.Type);
        IOperation? value = initial;
        if (value is null && _shared.Contains(symbol)) return;
        if (value is null)
        {
            _bindings[symbol] = new Read(Local(symbol.Name, type));
            return;
        }
        if (_shared.Contains(symbol))
        {
            AssignTo(((Read)_bindings[symbol]).Variable, value, SourceText.OneLine(declarator.Syntax));
            return;
        }
        if (DeclaresClosure(symbol, value) || DeclaresQuery(symbol, value) || DeclaresList(symbol, value)) return;
        // The variable is declared only after its value is read: an expression hoisted out of it comes first.
        Variable variable = new(_variables++, symbol.Name, type, VariableRole.Local);
        _bindings[symbol] = new Read(variable);
        int refusals = _refusals.Count;
        AssignTo(variable, value, SourceText.OneLine(declarator.Syntax), symbol);
        if (!type.CanBeActive && (_refusals.Count > refusals || MentionsRefused(value.Syntax))) _refused.Add(symbol);
        _block.Declare(variable);
    }

    /// <summary>A <c>ref</c> local is another name for the place it is declared with.</summary>
    private void ReferenceLocal(ILocalSymbol symbol, IVariableDeclaratorOperation declarator)
    {
        IOperation? place = (declarator.Initializer ?? (declarator.Parent as IVariableDeclarationOperation)?.Initializer)?.Value;
        if (place is null || !(LayoutOf(symbol.Type) is not null || TypeOf(symbol.Type) is { IsSequence: false }))
        {
            Refuse(declarator, "DIFF0101", "A 'ref' local");
            return;
        }
        int refusals = _refusals.Count;
        Meaning named = ReferenceTo(place, symbol.Type);
        if (_refusals.Count > refusals) _refused.Add(symbol);
        else if (Moves(symbol, declarator) && Movable(named, symbol.Name, _block) is { } movable) named = movable;
        if (named is Bundle bundle) _bundles[symbol] = bundle;
        else _bindings[symbol] = ((Single)named).Value;
        if (!IsUsedNext(symbol, declarator)) RequireThere(named);
    }

    /// <summary>Does the statement after the declaration name the variable, whatever happens?</summary>
    private static bool IsUsedNext(ILocalSymbol symbol, IVariableDeclaratorOperation declarator)
    {
        IOperation statement = Ancestors(declarator).OfType<IVariableDeclarationGroupOperation>().First();
        if (statement.Parent is not IBlockOperation { Operations: { } statements } || statements.IndexOf(statement) is var at && at + 1 >= statements.Length) return false;
        return statements[at + 1] is IExpressionStatementOperation or IReturnOperation or IVariableDeclarationGroupOperation
            && statements[at + 1].Descendants().OfType<ILocalReferenceOperation>().Any(use => SymbolEqualityComparer.Default.Equals(use.Local, symbol) && !Ancestors(use).TakeWhile(outer => outer != statements[at + 1]).Any(MayPassOver));

        static bool MayPassOver(IOperation outer) => outer is IConditionalOperation or ICoalesceOperation or IConditionalAccessOperation or ISwitchExpressionOperation or IAnonymousFunctionOperation
            or IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr };
    }

    private void ExpressionStatement(IOperation operation)
    {
        switch (operation)
        {
            case ISimpleAssignmentOperation or ICompoundAssignmentOperation or IIncrementOrDecrementOperation or IDeconstructionAssignmentOperation:
                Assignment(operation, valueUsed: false);
                break;
            case IInvocationOperation call:
                CallStatement(call);
                break;
            case IThrowOperation thrown:
                ThrowStatement(thrown);
                break;
            case ICoalesceAssignmentOperation:
                Assignment(operation, valueUsed: false);
                break;
            case IConditionalAccessOperation or IObjectCreationOperation:
                bool logs = operation is IConditionalAccessOperation { WhenNotNull: IInvocationOperation said } && Logs(said);
                _block.Add(new Effect(OpaqueOf(operation, harmless: logs) with { Repeatable = false }, SourceText.OneLine(operation.Syntax)));
                break;
            default:
                Refuse(operation, "DIFF0102", Shorten(operation.Syntax));
                break;
        }
    }

    private void IfStatement(IConditionalOperation branch, Action? afterThen, Action? afterElse)
    {
        Expr condition = Condition(branch.Condition);
        if (IsKnown(condition))
        {
            Splice(Nested(() => BranchBody(IsTrue(condition) ? branch.WhenTrue : branch.WhenFalse, IsTrue(condition) ? afterThen : afterElse)));
            return;
        }
        Block then = Nested(() => BranchBody(branch.WhenTrue, afterThen));
        Block otherwise = Nested(() => BranchBody(branch.WhenFalse, afterElse));
        _block.Add(new If(condition, then, otherwise, "if (" + SourceText.OneLine(branch.Condition.Syntax) + ")"));
    }

    /// <summary>
    /// The condition of a branch. Where a constant argument of a method read in place makes it constant, the compiler would warn of
    /// unreachable code: it goes by way of a variable.
    /// </summary>
    private Expr Condition(IOperation operation)
    {
        Expr condition = Inactive(operation);
        return _inlining.Count > 0 && !IsKnown(condition) && condition is Opaque { Repeatable: true } && !condition.Reads().Any() ? Spill(condition, "test") : condition;
    }

    private void BranchBody(IOperation? body, Action? after)
    {
        if (body is not null) Statements(body is IBlockOperation block ? block.Operations : [body], 0);
        after?.Invoke();
    }

    private void ThrowStatement(IThrowOperation thrown)
    {
        if (thrown.Exception is null)
        {
            Refuse(thrown, "DIFF0102", "throw;");
            return;
        }
        Opaque code = OpaqueOf(thrown.Exception, prefix: "throw ", harmless: true);
        _block.Add(new Effect(code with { Repeatable = false }, SourceText.OneLine(thrown.Syntax)));
    }
}
