namespace AutoDiff.Generators.FrontEnd;

/// <summary>Conditions of several parts, of which the later ones may have statements of their own and are evaluated only if they decide.</summary>
internal sealed partial class BodyReader
{
    private static bool IsTrue(Expr test) => test is Opaque { Operands.Count: 0, Parts: ["true"] };

    private static Expr Not(Expr test) => IsTrue(test) ? False : new Opaque(EquatableArray.Of("!", ""), EquatableArray.Of(test), IrType.Boolean);

    /// <summary>Both conditions, the second one evaluated only if the first holds.</summary>
    private Expr Both(Expr first, Func<Expr> second)
    {
        (Block before, Expr test) = Apart(second);
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
        Variable both;
        if (first is Read { Variable: { Role: VariableRole.Temporary, Name: "matches" } made }) both = made;
        else
        {
            both = Temporary("matches", IrType.Boolean);
            _block.Declare(both);
            _block.Add(new Assign(both, first));
        }
        Block then = IsTrue(test) && isBoth ? before : before with { Statements = before.Statements.Append(new Assign(both, test)).ToEquatable() };
        _block.Add(new If(isBoth ? new Read(both) : Not(new Read(both)), then, Block.Empty));
        return new Read(both);
    }

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
