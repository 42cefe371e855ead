namespace AutoDiff.Generators.FrontEnd;

/// <summary>Conditions of several parts, of which the later ones may have statements of their own and are evaluated only if they decide.</summary>
internal sealed partial class BodyReader
{
    private readonly HashSet<Variable> _tests = [];

    private static bool IsTrue(Expr test) => test is Opaque { Operands.Count: 0, Parts: ["true"] };

    /// <summary>Is the outcome known now, as that of a question for an object is which the method has made?</summary>
    private static bool IsKnown(Expr test) => IsTrue(test) || test.Equals(False);

    private static Expr Not(Expr test) => IsTrue(test) ? False : test.Equals(False) ? True : Opaque.Not(test);

    /// <summary>Both conditions, the second one evaluated only if the first holds.</summary>
    private Expr Both(Expr first, Func<Expr> second)
    {
        (Block before, Expr test) = Apart(second);
        if (first.Equals(False)) return False;
        if (IsTrue(first) || IsBare(before))
        {
            Splice(before);
            return And([first, test]);
        }
        return InTurn(first, before, test, isBoth: true);
    }

    /// <summary>One of the conditions, the second one evaluated only if the first does not hold.</summary>
    private Expr Either(Expr first, Func<Expr> second)
    {
        if (IsTrue(first)) return first;
        (Block before, Expr test) = Apart(second);
        return IsBare(before)
            ? new Opaque(EquatableArray.Of("", " || ", ""), EquatableArray.Of(first, test), IrType.Boolean)
            : InTurn(first, before, test, isBoth: false);
    }

    private Read InTurn(Expr first, Block before, Expr test, bool isBoth)
    {
        if (isBoth && IsTrue(test) && first is Read { Variable: { } result } && !HasName(result))
        {
            _block.Add(new If(first, before, Block.Empty));
            return new Read(result);
        }
        Variable both = Test(first, "matches");
        Block then = IsTrue(test) && isBoth ? before : before with { Statements = before.Statements.Append(new Assign(both, test)).ToEquatable() };
        _block.Add(new If(isBoth ? new Read(both) : Not(new Read(both)), then, Block.Empty));
        return new Read(both);
    }

    /// <summary>The outcome of a condition in a variable that nothing else reads, so that what follows may change it.</summary>
    private Variable Test(Expr condition, string name)
    {
        if (condition is Read { Variable: { } made } && _tests.Contains(made)) return made;
        Variable test = Spill(condition, name).Variable;
        _tests.Add(test);
        return test;
    }

    /// <summary>Does the program speak of the variable, which it may then assign?</summary>
    private bool HasName(Variable variable) => _bindings.Values.Any(bound => bound is Read read && read.Variable == variable) || IsMember(variable);

    private (Block Before, Expr Test) Apart(Func<Expr> condition)
    {
        Expr test = True;
        Block before = Nested(() => test = condition());
        return (before, test);
    }

    private static bool IsBare(Block block) => block.IsEmpty && block.Locals.Count == 0;

    private void Splice(Block block)
    {
        foreach (Variable local in block.Locals) _block.Declare(local);
        foreach (Stmt statement in block.Statements) _block.Add(statement);
    }
}
