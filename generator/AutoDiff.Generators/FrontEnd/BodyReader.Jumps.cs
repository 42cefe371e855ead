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
        if (result is Bundle places) AssignBundle(places, value, source);
        else AssignTo(((Read)((Single)result).Value).Variable, value, source);
    }

    private void JumpStatement(IBranchOperation jump)
    {
        LoopFrame? loop = _frame.Loops.Count > 0 ? _frame.Loops.Peek() : null;
        if (loop is not null && SymbolEqualityComparer.Default.Equals(jump.Target, loop.Exit)) _block.Add(new Assign(loop.Broke, True));
        else if (loop is not null && SymbolEqualityComparer.Default.Equals(jump.Target, loop.Continue)) _block.Add(new Assign(loop.Skipped, True));
        else Refuse(jump, "DIFF0102", Shorten(jump.Syntax));
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
        LoopFrame? loop = _frame.Loops.Count > 0 ? _frame.Loops.Peek() : null;
        foreach (IOperation jump in Jumps.Leaving(operation))
        {
            if (jump is IReturnOperation) yield return ReturnedFlag();
            else if (loop is not null && jump is IBranchOperation branch)
                yield return SymbolEqualityComparer.Default.Equals(branch.Target, loop.Exit) ? loop.Broke : loop.Skipped;
        }
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
