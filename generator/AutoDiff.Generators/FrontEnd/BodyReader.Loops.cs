using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiff.Generators.FrontEnd;

internal sealed partial class BodyReader
{
    private void ForStatement(IForLoopOperation loop)
    {
        if (CountedLoop.Match(loop) is { } counted)
        {
            CountedFor(loop, counted);
            return;
        }
        foreach (IOperation before in loop.Before) Statement(before);
        bool ownIndex = loop.Before.All(before => before is IVariableDeclarationGroupOperation) && loop.AtLoopBottom.All(bottom => StepsOwnIndex(loop, bottom));
        GeneralLoop(loop, loop.Condition, conditionIsTop: true, loop.Body, loop.AtLoopBottom, Header(loop), guardBottom: !ownIndex);
    }

    /// <summary>Does this part of the header change nothing but the loop's own variable, which nobody sees once the loop has been left?</summary>
    private static bool StepsOwnIndex(IForLoopOperation loop, IOperation bottom)
    {
        IOperation? target = bottom is IExpressionStatementOperation statement ? statement.Operation switch
        {
            IIncrementOrDecrementOperation increment => increment.Target,
            ICompoundAssignmentOperation compound when !Effects.In(compound.Value) => compound.Target,
            _ => null,
        } : null;
        return target is ILocalReferenceOperation { Local: { } local } && loop.Locals.Contains(local, SymbolEqualityComparer.Default);
    }

    private void CountedFor(IForLoopOperation loop, CountedLoop counted)
    {
        Expr start = Inactive(counted.Start);
        Expr bound = Inactive(counted.Bound);
        var index = new Variable(_variables++, counted.Index.Name, IrType.Int32, VariableRole.Local);
        _bindings[counted.Index] = new Read(index);
        Block body = LoopBody(loop, null, out _);
        _block.Add(new For(index, start, bound, counted.Inclusive, counted.Step, body, Header(loop)));
    }

    private void WhileStatement(IWhileLoopOperation loop) =>
        GeneralLoop(loop, loop.Condition, loop.ConditionIsTop, loop.Body, [], Header(loop), guardBottom: false);

    /// <summary><c>foreach</c> over an array or span is a counted loop over its elements.</summary>
    private void ForEachStatement(IForEachLoopOperation loop)
    {
        IOperation collection = loop.Collection is IConversionOperation { IsImplicit: true } conversion ? conversion.Operand : loop.Collection;
        IrType type = TypeOf(collection.Type);
        if (ConvertsElements(loop))
        {
            Refuse(loop.Collection, "DIFF0101", "'foreach' with a variable of another type than the elements", "take the elements as they are, and convert them inside");
            return;
        }
        if ((!type.IsSequence || ListOf(collection) is not null || IsNewObjects(collection)) && IsActiveQuery(collection) && ForEachQuery(loop, collection)) return;
        if (!type.IsSequence || ElementReader(loop) is not { } element)
        {
            ForEachConstant(loop, collection);
            return;
        }
        Expr sequence = Sequence(collection);
        bool stable = sequence is Read && Effects.Symbol(collection) is { } symbol && !Effects.AssignedIn(loop.Body).MayBeAmong(symbol);
        if (!stable) sequence = Spill(sequence, element.Name + "Sequence");
        var length = new Opaque(EquatableArray.Of("", ".Length"), EquatableArray.Of(sequence), IrType.Int32);
        ElementLoop(loop, element.Name, length, index =>
        {
            element.Declare(new Element(sequence, type.Rank == 1 ? index : RowMajor(sequence, index.Variable, type.Rank)));
        });
    }

    /// <summary>Is there a conversion on the way from an element to the variable, other than to a wider number, or of what an unknown collection holds?</summary>
    private bool ConvertsElements(IForEachLoopOperation loop)
    {
        if (loop is not { Syntax: ForEachStatementSyntax syntax, LoopControlVariable: IVariableDeclaratorOperation { Symbol.Type: { } type } }) return false;
        Conversion conversion = _model.GetForEachStatementInfo(syntax).ElementConversion;
        return !(conversion.IsIdentity || conversion.IsReference && LayoutOf(type) is null || conversion.IsUnboxing || conversion.IsImplicit && conversion.IsNumeric && IsReal(type) || conversion.IsTupleConversion || conversion.IsNullable);
    }

    /// <summary>What an iteration over an array or span does with its element: it declares one variable, or one for each part of a tuple.</summary>
    private (string Name, Action<Element> Declare)? ElementReader(IForEachLoopOperation loop)
    {
        IOperation control = loop.LoopControlVariable is IDeclarationExpressionOperation declaration ? declaration.Expression : loop.LoopControlVariable;
        if (control is IVariableDeclaratorOperation { Symbol: { IsRef: true } reference })
            return (reference.Name, element => Refer(reference, element));
        if (control is IVariableDeclaratorOperation { Symbol: { } single })
        {
            return (single.Name, element =>
            {
                Meaning value = LayoutOf(single.Type) is { } layout ? MembersOf(element, layout, "") : new Single(element);
                if (value is Bundle model && element.Sequence.Type.IsOfModels) _iterated[single] = model;
                DeclarePart(single, value);
            });
        }
        if (control is not ITupleOperation parts || loop.Syntax is not CommonForEachStatementSyntax syntax || LayoutOf(_model.GetForEachStatementInfo(syntax).ElementType) is not { Type.IsTupleType: true } tuple) return null;
        return ("element", element => DeclareParts(parts, MembersOf(element, tuple, "")));
    }

    /// <summary>The variable is another name for the element.</summary>
    private void Refer(ILocalSymbol reference, Element element)
    {
        if (LayoutOf(reference.Type) is { } layout) _bundles[reference] = MembersOf(element, layout, "");
        else _bindings[reference] = element;
    }

    private void DeclareParts(ITupleOperation parts, Bundle values)
    {
        for (int i = 0; i < parts.Elements.Length; i++)
        {
            IOperation part = parts.Elements[i] is IDeclarationExpressionOperation inner ? inner.Expression : parts.Elements[i];
            if (part is ILocalReferenceOperation { Local: { } local }) DeclarePart(local, values.Members[i]);
            else if (part is ITupleOperation nested && values.Members[i] is Bundle { Layout.Type.IsTupleType: true } bundle) DeclareParts(nested, bundle);
            else if (part is not IDiscardOperation) Refuse(part, "DIFF0101", Quote(part.Syntax));
        }
    }

    private void DeclarePart(ILocalSymbol local, Meaning value)
    {
        if (value is Bundle bundle) _bundles[local] = ElementOfArray(bundle, local.Name);
        else DeclareElement(local, ((Single)value).Value);
    }

    /// <summary>A loop over the indices below <paramref name="length"/>, which nothing in it changes.</summary>
    private void ElementLoop(IForEachLoopOperation loop, string name, Expr length, Action<Read> readElement) => ElementLoop(loop, name, length, (index, body) =>
    {
        readElement(index);
        body();
    });

    /// <summary>The same, where <paramref name="iterate"/> decides whether the body runs.</summary>
    private void ElementLoop(IForEachLoopOperation loop, string name, Expr length, Action<Read, Action> iterate)
    {
        Variable index = Temporary(name + "Index", IrType.Int32);
        void Iterate(Action body) => iterate(new Read(index), body);
        string header = Header(loop);
        if (!LeavesEarly(loop))
        {
            Block body = LoopBody(loop, Iterate, out _);
            _block.Add(new For(index, new Literal("0", IrType.Int32), length, false, 1, body, header));
            return;
        }
        _block.Declare(index);
        _block.Add(new Assign(index, new Literal("0", IrType.Int32)));
        var inside = new Opaque(EquatableArray.Of("", " < ", ""), EquatableArray.Of<Expr>(new Read(index), length), IrType.Boolean);
        Block all = LoopBody(loop, Iterate, out LoopFrame frame);
        var stepped = new Assign(index, new Opaque(EquatableArray.Of("", " + 1"), EquatableArray.Of<Expr>(new Read(index)), IrType.Int32));
        Block advanced = all with { Statements = all.Statements.Append(stepped).ToEquatable() };
        _block.Add(new Loop(Block.Empty, And([NotAny(ExitFlags(loop, frame)), inside]), advanced, header));
    }

    /// <summary>The indices of the element with this number, the last index fastest, as <c>foreach</c> goes.</summary>
    private static Indices RowMajor(Expr array, Variable number, int rank)
    {
        static string Text(int axis) => ".GetLength(" + axis.ToString(System.Globalization.CultureInfo.InvariantCulture) + ")";
        var indices = new List<Expr>();
        for (int axis = 0; axis < rank; axis++)
        {
            string[] parts = ["", .. Enumerable.Range(axis + 1, rank - axis - 1).Select((_, i) => i == 0 ? " / (" : Text(axis + i) + " * ")];
            Expr quotient = axis == rank - 1
                ? new Read(number)
                : new Opaque(parts.Append(Text(rank - 1) + ")").ToEquatable(), new Expr[] { new Read(number) }.Concat(Enumerable.Repeat(array, rank - 1 - axis)).ToEquatable(), IrType.Int32);
            indices.Add(axis == 0 ? quotient : new Opaque(EquatableArray.Of("", " % ", Text(axis)), EquatableArray.Of(quotient, array), IrType.Int32));
        }
        return new Indices(indices.ToEquatable());
    }

    private void GeneralLoop(ILoopOperation loop, IOperation? condition, bool conditionIsTop, IOperation body, IReadOnlyList<IOperation> bottom, string header, bool guardBottom)
    {
        bool early = LeavesEarly(loop);
        bool effects = condition is not null && Effects.In(condition);
        var top = new BlockBuilder(_block);
        if (condition is not null) DeclareBindings(condition, top);
        Block inner = LoopBody(loop, null, out LoopFrame frame);
        Expr running = early ? NotAny(ExitFlags(loop, frame)) : True;
        if (bottom.Count > 0)
        {
            Block stepping = Nested(() => Statements(bottom, 0));
            var all = new BlockBuilder();
            foreach (Variable local in inner.Locals) all.Declare(local);
            foreach (Stmt statement in inner.Statements) all.Add(statement);
            if (early && guardBottom) all.Add(new If(running, stepping, Block.Empty));
            else
            {
                foreach (Variable local in stepping.Locals) all.Declare(local);
                foreach (Stmt statement in stepping.Statements) all.Add(statement);
            }
            inner = all.Build();
        }
        Expr test = True;
        Expr? plain = null;
        // What has to be put into a variable for the condition is another thing at each test.
        if (condition is not null && !effects) effects = !IsBare(Nested(() => plain = Inactive(condition)));
        if (condition is not null && !effects) test = And([running, plain!]);
        else if (condition is null) test = running;
        else test = EffectfulCondition(top, condition, early ? running : null, conditionIsTop ? null : inner);
        if (effects) _block.Add(conditionIsTop ? new Loop(top.Build(), test, inner, header) : new Loop(top.Build(), test, Block.Empty, header));
        else _block.Add(conditionIsTop ? new Loop(Block.Empty, test, inner, header) : new Loop(inner, test, Block.Empty, header));
    }

    /// <summary>A condition that assigns or calls: its statements run before each test, unless the loop has been left.</summary>
    private Expr EffectfulCondition(BlockBuilder top, IOperation condition, Expr? running, Block? body)
    {
        Expr? test = null;
        Within(top, () =>
        {
            _scope = _block;
            foreach (Variable local in body?.Locals ?? []) _block.Declare(local);
            foreach (Stmt statement in body?.Statements ?? []) _block.Add(statement);
            if (running is null)
            {
                test = Inactive(condition);
                return;
            }
            Variable go = Temporary("proceed", IrType.Boolean);
            _block.Declare(go);
            _block.Add(new Assign(go, False));
            Block evaluate = Nested(() => _block.Add(new Assign(go, Inactive(condition))));
            _block.Add(new If(running, evaluate, Block.Empty));
            test = new Read(go);
        });
        return test!;
    }

    private Block LoopBody(ILoopOperation loop, Action<Action>? around, out LoopFrame frame)
    {
        Variable broke = Temporary("broke", IrType.Boolean);
        Variable skipped = Temporary("skipped", IrType.Boolean);
        IOperation[] leaving = InnerJumps(loop).ToArray();
        frame = new LoopFrame(loop.ExitLabel, loop.ContinueLabel, broke, skipped);
        if (leaving.Any(jump => SymbolEqualityComparer.Default.Equals((jump as IBranchOperation)?.Target, loop.ExitLabel)))
        {
            _block.Declare(broke);
            _block.Add(new Assign(broke, False));
        }
        _frame.Loops.Push(frame);
        _loops++;
        Block body = Nested(() =>
        {
            if (leaving.Any(jump => SymbolEqualityComparer.Default.Equals((jump as IBranchOperation)?.Target, loop.ContinueLabel)))
            {
                _block.Declare(skipped);
                _block.Add(new Assign(skipped, False));
            }
            void Body() => BranchBody(loop.Body, null);
            if (around is null) Body();
            else around(Body);
        });
        _loops--;
        _frame.Loops.Pop();
        return body;
    }

    private IEnumerable<Variable> ExitFlags(ILoopOperation loop, LoopFrame frame)
    {
        foreach (IOperation jump in InnerJumps(loop))
        {
            if (jump is IReturnOperation) yield return ReturnedFlag();
            else if (jump is not IBranchOperation branch || SymbolEqualityComparer.Default.Equals(branch.Target, loop.ContinueLabel)) continue;
            else if (SymbolEqualityComparer.Default.Equals(branch.Target, loop.ExitLabel)) yield return frame.Broke;
            else if (FlagOf(branch) is { } flag) yield return flag;
        }
    }

    internal static bool LeavesEarly(ILoopOperation loop) => InnerJumps(loop).Any(jump =>
        jump is IReturnOperation || !SymbolEqualityComparer.Default.Equals(((IBranchOperation)jump).Target, loop.ContinueLabel));

    private static IEnumerable<IOperation> InnerJumps(ILoopOperation loop) => Jumps.Leaving(loop.Body);

    private static string Header(ILoopOperation loop) => loop.Syntax switch
    {
        ForStatementSyntax syntax => SourceText.OneLine(syntax).Substring(0, SourceText.OneLine(syntax).Length - SourceText.OneLine(syntax.Statement).Length).TrimEnd(),
        ForEachStatementSyntax syntax => "foreach (" + syntax.Type + " " + syntax.Identifier + " in " + SourceText.OneLine(syntax.Expression) + ")",
        WhileStatementSyntax syntax => "while (" + SourceText.OneLine(syntax.Condition) + ")",
        DoStatementSyntax syntax => "do … while (" + SourceText.OneLine(syntax.Condition) + ")",
        _ => "loop",
    };
}
