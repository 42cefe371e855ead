using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiff.Generators.FrontEnd;

internal sealed partial class BodyReader
{
    private void ReturnStatement(IReturnOperation returned)
    {
        if (returned.ReturnedValue is { } value && _frame.Result is { } result)
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
        if (jump.BranchKind == BranchKind.GoTo && !GotoSection(jump) || FlagOf(jump) is not { } flag) Refuse(jump, "DIFF0114", Shorten(jump.Syntax));
        else _block.Add(new Assign(flag, True));
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

    /// <summary>The condition that a <c>break</c>, <c>continue</c> or <c>goto case</c> sets: that of the statement it leads out of.</summary>
    private Variable? FlagOf(IBranchOperation jump)
    {
        bool Is(ILabelSymbol? label) => SymbolEqualityComparer.Default.Equals(jump.Target, label);
        foreach (LoopFrame frame in _frame.Loops)
        {
            if (Is(frame.Exit) || frame is SwitchFrame choice && choice.Sections.ContainsKey(jump.Target)) return frame.Broke;
            if (Is(frame.Continue)) return frame.Skipped;
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
