namespace AutoDiff.Generators.Transforms;

// Variables that only hold what another one holds.
internal static partial class Simplify
{
    /// <summary>
    /// <c>y = x; … y …</c> becomes <c>… x …</c>, where y is never changed, and x not before the last statement that mentions y.
    /// </summary>
    private static bool Rename(List<Stmt> statements, int at, Variable copy, Read source)
    {
        int last = statements.FindLastIndex(statement => Mentions(statement, copy));
        if (last <= at || copy.Type != source.Type || statements.Take(at).Any(statement => Mentions(statement, copy))) return false;
        for (int i = at + 1; i <= last; i++)
        {
            if (Changes(statements[i], copy)) return false;
            if (Changes(statements[i], source.Variable) && !(i == last && statements[i] is Update)) return false;
        }
        for (int i = at + 1; i <= last; i++) statements[i] = Replaced(statements[i], copy, source);
        return true;
    }

    private static Stmt Replaced(Stmt statement, Variable variable, Expr value) => statement.Map(
        expr => Replace(expr, variable, value),
        block => block with { Statements = block.Statements.Select(inner => Replaced(inner, variable, value)).ToEquatable() });

    private static bool IsConstant(List<Stmt> statements, int at, Variable variable) =>
        variable.Role == VariableRole.Temporary && !statements.Skip(at + 1).Any(statement => Changes(statement, variable));

    /// <summary>The statement where the variable is 1: what is multiplied by it stays alone, and it is not zero.</summary>
    private static IEnumerable<Stmt> WithConstant(Stmt statement, Variable variable, Literal one)
    {
        if (statement is If { Condition: Opaque { Parts: ["", " != ", ""], Operands: [Read tested, Literal { IsZero: true }] }, Then.Locals.Count: 0, Else.IsEmpty: true } test && tested.Variable == variable)
            return test.Then.Statements.SelectMany(inner => WithConstant(inner, variable, one));
        Stmt replaced = statement.Map(
            expr => Folded(expr, variable, one),
            block => block with { Statements = block.Statements.SelectMany(inner => WithConstant(inner, variable, one)).ToEquatable() });
        // With the sign of a product that is gone, a sum becomes a difference.
        return [replaced is Update { Kind: UpdateKind.Add, Value: Negate } update ? Algebra.Accumulate(update.Target, update.Value) : replaced];
    }

    private static Expr Folded(Expr expr, Variable variable, Literal one) => expr switch
    {
        Read read when read.Variable == variable => one,
        Binary { Operator: Operator.Multiply } e => Algebra.Multiply(Folded(e.Left, variable, one), Folded(e.Right, variable, one)),
        _ => expr.Map(child => Folded(child, variable, one)),
    };

    /// <summary><c>seed = x; x = seed;</c></summary>
    private static bool IsReturned(List<Stmt> statements, int at, Variable copy, Read source) => at + 1 < statements.Count
        && statements[at + 1] is Update { Kind: UpdateKind.Set, Target: Read target, Value: Read value } && target.Variable == source.Variable && value.Variable == copy;

    /// <summary><c>t = e; x += t;</c> becomes <c>x += e;</c></summary>
    private static Update? PassedOn(List<Stmt> statements, int at, Declare declare)
    {
        if (at + 1 >= statements.Count || statements[at + 1] is not Update update) return null;
        Expr value = declare.Initial!;
        // In a[i] += f(a), a[i] is read before f changes it.
        if (update.Target is not Read && value.DescendantsAndSelf().Any(part => part is Opaque { Repeatable: false })) return null;
        bool isWhole = update.Value is Read read && read.Variable == declare.Variable;
        bool isNegated = update.Value is Negate { Operand: Read negated } && negated.Variable == declare.Variable;
        if (!isWhole && !isNegated) return null;
        if (isNegated) value = Algebra.Negative(value);
        return update.Kind switch
        {
            UpdateKind.Add => (Update)Algebra.Accumulate(update.Target, value),
            UpdateKind.Subtract => (Update)Algebra.Accumulate(update.Target, Algebra.Negative(value)),
            UpdateKind.Set or UpdateKind.Multiply => update with { Value = value },
            _ => throw new InvalidOperationException(),
        };
    }

    /// <summary>May this statement give the variable another value?</summary>
    private static bool Changes(Stmt statement, Variable variable) =>
        statement.Assigned() == variable
        || statement is Update { Target: Read target } && target.Variable == variable
        || statement is Effect && statement.Expressions().SelectMany(expr => expr.Reads()).Any(read => read.Variable == variable)
        || statement.Blocks().Any(block => block.Statements.Any(inner => Changes(inner, variable)));
}
