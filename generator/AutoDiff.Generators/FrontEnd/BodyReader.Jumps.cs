using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiff.Generators.FrontEnd;

internal sealed partial class BodyReader
{
    private void ReturnStatement(IReturnOperation returned)
    {
        if (returned.ReturnedValue is { } referred && (Innermost.ReturnsByRef || Innermost.ReturnsByRefReadonly))
            ReturnReference(referred);
        else if (returned.ReturnedValue is { } value && _frame.Result is { } result)
            AssignResult(result, value, SourceText.OneLine(returned.Syntax));
        else if (returned.ReturnedValue is { } effect && _frame.Result is null)
            ExpressionStatement(effect);
        _block.Add(new Assign(ReturnedFlag(), True));
    }

    private void AssignResult(Meaning result, IOperation value, string source)
    {
        if (result is Bundle places) AssignBundle(places, value, source, leaving: true);
        else AssignTo(((Read)((Single)result).Value).Variable, value, source);
    }

    private void JumpStatement(IBranchOperation jump)
    {
        bool goesOn = jump.BranchKind != BranchKind.GoTo || _frame.Loops.OfType<LabelFrame>().Any(label => label.Is(jump)) || GotoSection(jump);
        if (!goesOn || FlagOf(jump) is not { } flag) Refuse(jump, "DIFF0114", Shorten(jump.Syntax));
        else _block.Add(new Assign(flag, True));
    }

    /// <summary>Statements some of which jump forward to a label behind them: the label ends them as <c>break</c> ends a loop.</summary>
    private sealed record LabelFrame(IOperation Place, Variable Jumped) : LoopFrame(null, null, Jumped, Jumped)
    {
        public bool Is(IBranchOperation jump) => Jumps.LeadsTo(jump, Place);
    }

    /// <summary>The statement, before <paramref name="end"/>, with the furthest label that the statement at <paramref name="place"/>, or one that it jumps over, jumps to.</summary>
    private static int? LabelAhead(IReadOnlyList<IOperation> statements, int place, int end)
    {
        int last = place;
        for (int each = place; each == place || each < last; each++)
        {
            IBranchOperation[] jumps = [.. Jumps.Leaving(statements[each]).OfType<IBranchOperation>().Where(jump => jump.BranchKind == BranchKind.GoTo)];
            for (int label = end - 1; label > last && jumps.Length > 0; label--)
                if (jumps.Any(jump => Jumps.LeadsTo(jump, statements[label]))) last = label;
        }
        return last > place ? last : null;
    }

    /// <summary>Reads the statements before a label that they jump to.</summary>
    /// <returns>The conditions under which they jump further.</returns>
    private List<Variable> UpToLabel(IReadOnlyList<IOperation> statements, int first, int label)
    {
        Variable jumped = Temporary("jumped", IrType.Boolean);
        _block.Declare(jumped);
        _block.Add(new Assign(jumped, False));
        ILocalSymbol[] beyond = [.. UsedBeyond(statements, first, label)];
        if (beyond.All(IsPlain))
        {
            foreach (ILocalSymbol local in beyond) Share(local);
            _frame.Loops.Push(new LabelFrame(statements[label], jumped));
            Statements(statements, first, label);
            _frame.Loops.Pop();
        }
        else Statements(statements, first, label);
        return [.. statements.Skip(first).Take(label - first).SelectMany(FlagsOf)];
    }

    /// <summary>The variables that are declared before a label and may be used, once they have been given a value again, after it.</summary>
    private static IEnumerable<ILocalSymbol> UsedBeyond(IReadOnlyList<IOperation> statements, int first, int label)
    {
        HashSet<ISymbol> used = new(statements.Skip(label).SelectMany(statement => statement.DescendantsAndSelf()).OfType<ILocalReferenceOperation>().Select(use => use.Local), SymbolEqualityComparer.Default);
        return statements.Skip(first).Take(label - first).SelectMany(statement => statement.DescendantsAndSelf()).Select(part => (part as IVariableDeclaratorOperation)?.Symbol ?? Declared(part)).OfType<ILocalSymbol>().Where(local => !local.HasConstantValue && used.Contains(local));
    }

    /// <summary>A number or another value that one variable holds.</summary>
    private bool IsPlain(ILocalSymbol local) => local is { IsRef: false, Type.IsValueType: true } && LayoutOf(local.Type) is null && !TypeOf(local.Type).IsSequence;

    /// <summary>Declares a variable before the statements in one of which its declaration stands.</summary>
    private void Share(ILocalSymbol local)
    {
        _bindings[local] = new Read(Local(local.Name, TypeOf(local.Type)));
        _shared.Add(local);
    }

    /// <summary>The condition "the method has returned", false from the start of the method on.</summary>
    private Variable ReturnedFlag()
    {
        if (_frame.Returned is { } flag) return flag;
        flag = _frame.Returned = Temporary("returned", IrType.Boolean);
        _frame.Entry!.Declare(flag);
        _frame.Entry.AddFirst(new Assign(flag, False));
        return flag;
    }

    /// <summary>The conditions that jumps out of <paramref name="operation"/> set.</summary>
    private IEnumerable<Variable> FlagsOf(IOperation operation)
    {
        foreach (IOperation jump in Jumps.Leaving(operation))
        {
            if (jump is IReturnOperation) yield return ReturnedFlag();
            else if (jump is IBranchOperation branch && FlagOf(branch) is { } flag) yield return flag;
        }
    }

    /// <summary>The condition that a <c>break</c>, <c>continue</c> or <c>goto</c> sets: that of the statement it leads out of.</summary>
    private Variable? FlagOf(IBranchOperation jump)
    {
        bool Is(ILabelSymbol? label) => SymbolEqualityComparer.Default.Equals(jump.Target, label);
        foreach (LoopFrame frame in _frame.Loops)
        {
            if (Is(frame.Exit) || frame is SwitchFrame choice && choice.Sections.ContainsKey(jump.Target)) return frame.Broke;
            if (Is(frame.Continue)) return frame.Skipped;
            if (frame is LabelFrame label && label.Is(jump)) return frame.Broke;
        }
        return null;
    }

    private static Opaque True => Opaque.Text("true", IrType.Boolean);

    private static Opaque False => Opaque.Text("false", IrType.Boolean);

    private static Expr NotAny(IEnumerable<Variable> flags) => And(flags.Distinct().Select(flag =>
        (Expr)new Opaque(EquatableArray.Of("!", ""), EquatableArray.Of<Expr>(new Read(flag)), IrType.Boolean)));

    private static Expr And(IEnumerable<Expr> conditions)
    {
        Expr[] terms = conditions.Where(term => term is not Opaque { Operands.Count: 0, Parts: [ "true" ] }).ToArray();
        if (terms.Length == 0) return True;
        if (terms.Length == 1) return terms[0];
        string[] parts = Enumerable.Repeat(" && ", terms.Length + 1).ToArray();
        parts[0] = parts[terms.Length] = "";
        return new Opaque(parts.ToEquatable(), terms.ToEquatable(), IrType.Boolean);
    }
}
