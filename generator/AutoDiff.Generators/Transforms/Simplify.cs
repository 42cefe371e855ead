namespace AutoDiff.Generators.Transforms;

/// <summary>
/// Makes generated statements read as a person would write them: a variable that starts at zero and is added to at once starts with
/// that value; a value used once stands where it is used; what nothing uses goes.
/// </summary>
internal static partial class Simplify
{
    public static Block Run(Block block)
    {
        while (true)
        {
            Dictionary<Variable, int> uses = Uses(block);
            Block next = Rewrite(block, uses, []);
            if (next.Equals(block)) return next;
            block = next;
        }
    }

    private static Dictionary<Variable, int> Uses(Block block)
    {
        var uses = new Dictionary<Variable, int>();
        foreach (Read read in block.AllExpressions().OfType<Read>())
            uses[read.Variable] = uses.TryGetValue(read.Variable, out int count) ? count + 1 : 1;
        return uses;
    }

    /// <param name="outside">Variables that are used after the block, though they may be declared in it.</param>
    private static Block Rewrite(Block block, Dictionary<Variable, int> uses, HashSet<Variable> outside)
    {
        List<Stmt> statements = [.. block.Statements.Select(statement => Inside(statement, uses))];
        List<Variable> locals = [.. block.Locals];
        for (int i = 0; i < statements.Count; i++)
        {
            if (i + 1 < statements.Count && Joined(statements[i], statements[i + 1]) is { } joined)
            {
                statements[i] = joined;
                statements.RemoveAt(i + 1);
            }
            if (statements[i] is Assign { Target.Role: VariableRole.Temporary, Value: Read named } copy && locals.Contains(copy.Target) && !outside.Contains(copy.Target) && Rename(statements, i, copy.Target, named))
            {
                locals.Remove(copy.Target);
                statements.RemoveAt(i--);
                continue;
            }
            if (statements[i] is not Declare { Initial: { } initial, Using: false } declare || outside.Contains(declare.Variable)) continue;
            if (initial is Read { Type.IsReal: true } source && IsReturned(statements, i, declare.Variable, source)) statements.RemoveAt(i + 1);
            if (initial is Read { Type.IsReal: true } && Rename(statements, i, declare.Variable, (Read)initial))
            {
                statements.RemoveAt(i--);
                continue;
            }
            if (initial is Literal { IsOne: true, Type.IsReal: true } one && IsConstant(statements, i, declare.Variable))
            {
                List<Stmt> rest = [.. statements.Skip(i + 1).SelectMany(statement => WithConstant(statement, declare.Variable, one))];
                statements.RemoveRange(i, statements.Count - i);
                statements.AddRange(rest);
                i--;
                continue;
            }
            uses.TryGetValue(declare.Variable, out int count);
            if (count == 1 && PassedOn(statements, i, declare) is { } passed)
            {
                statements[i] = passed;
                statements.RemoveAt(i + 1);
                continue;
            }
            if (count == 0 && declare.Variable.Role == VariableRole.Temporary && !IsAssigned(statements, i + 1, declare.Variable)
                || declare.IsValue && (count == 0 || count == 1 && Inline(statements, i, declare)))
                statements.RemoveAt(i--);
            else if (initial is Literal { IsZero: true }) Start(statements, i, declare);
        }
        return block with { Locals = locals.ToEquatable(), Statements = statements.ToEquatable() };
    }

    /// <summary>What is declared before the condition of a loop is seen by the condition and by the body.</summary>
    private static Stmt Inside(Stmt statement, Dictionary<Variable, int> uses)
    {
        if (statement is not Loop { Before.IsEmpty: false } loop) return statement.Map(expr => expr, inner => Rewrite(inner, uses, []));
        Block body = Rewrite(loop.Body, uses, []);
        HashSet<Variable> after = [.. loop.Condition.Reads().Concat(body.AllExpressions().OfType<Read>()).Select(read => read.Variable), .. body.AllStatements().Select(inner => inner.Assigned()).OfType<Variable>()];
        return loop with { Before = Rewrite(loop.Before, uses, after), Body = body };
    }

    /// <summary><c>x = 0; x += e;</c></summary>
    private static Update? Joined(Stmt first, Stmt second) =>
        first is Update { Target: Read place, Kind: UpdateKind.Set, Value: Literal { IsZero: true } }
        && second is Update { Kind: UpdateKind.Add, Target: Read same } added && same.Variable == place.Variable && added.Value.Reads().All(read => read.Variable != place.Variable)
            ? added with { Kind = UpdateKind.Set }
            : null;

    private static bool IsAssigned(List<Stmt> statements, int from, Variable variable) =>
        statements.Skip(from).Any(statement => statement.Assigned() == variable || statement.Blocks().SelectMany(inner => inner.AllStatements()).Any(inner => inner.Assigned() == variable));

    /// <summary>Moves the initial value to its only use; not into a loop, where it would be evaluated again and again.</summary>
    private static bool Inline(List<Stmt> statements, int at, Declare declare)
    {
        for (int i = at + 1; i < statements.Count; i++)
        {
            if (!Mentions(statements[i], declare.Variable)) continue;
            if (Substituted(statements[i], declare) is not { } replaced) return false;
            statements[i] = replaced;
            return true;
        }
        return false;
    }

    private static Stmt? Substituted(Stmt statement, Declare declare)
    {
        if (statement is For or Loop && statement.Blocks().Any(block => block.AllStatements().Any(inner => Mentions(inner, declare.Variable)))) return null;
        // A constant condition would make the compiler warn of unreachable code.
        if (statement is If or Loop && !declare.Initial!.Reads().Any() && statement.Expressions().SelectMany(expr => expr.Reads()).Any(read => read.Variable == declare.Variable)) return null;
        bool IsIt(Expr operand) => operand is Read read && read.Variable == declare.Variable;
        if (statement.Expressions().SelectMany(expr => expr.DescendantsAndSelf()).OfType<Opaque>().Any(text => text.Operands.Any(IsIt) && !KeepsItsType(declare, text.Operands.All(operand => operand is Literal || IsIt(operand))))) return null;
        bool possible = true;
        Block InBlock(Block block) => block with
        {
            Statements = block.Statements.Select(inner =>
            {
                if (!Mentions(inner, declare.Variable)) return inner;
                Stmt? replaced = Substituted(inner, declare);
                possible &= replaced is not null;
                return replaced ?? inner;
            }).ToEquatable(),
        };
        Stmt result = statement.Map(expr => Replace(expr, declare.Variable, declare.Initial!), InBlock);
        return possible ? result : null;
    }

    /// <summary>
    /// Does text mean the same where the value stands for the variable? A <c>long</c> may hold what an <c>int</c> was computed as, and what is made of
    /// constants alone is computed by the compiler, which does not let it overflow.
    /// </summary>
    private static bool KeepsItsType(Declare declare, bool isAlone) => declare.Initial is Read read && read.Type == declare.Variable.Type
        || declare.Variable.Type is { IsReal: true } or { IsSequence: true } or { Name: "bool" or "string" }
        || declare.Variable.Type == IrType.Int32 && (declare.Initial is Literal && !isAlone || declare.Initial!.Reads().Any());

    private static Expr Replace(Expr expr, Variable variable, Expr value) =>
        expr is Read read && read.Variable == variable ? value : expr.Map(child => Replace(child, variable, value));

    /// <summary><c>x = 0; … x += e;</c> with nothing of x between: x starts as e, there.</summary>
    private static void Start(List<Stmt> statements, int at, Declare declare)
    {
        int first = statements.FindIndex(at + 1, statement => Mentions(statement, declare.Variable));
        if (first < 0 || statements[first] is not Update { Target: Read, Kind: UpdateKind.Add or UpdateKind.Subtract } update) return;
        if (((Read)update.Target).Variable != declare.Variable || update.Value.Reads().Any(read => read.Variable == declare.Variable)) return;
        statements[first] = declare with { Initial = update.Kind == UpdateKind.Add ? update.Value : Algebra.Negative(update.Value) };
        statements.RemoveAt(at);
    }

    private static bool Mentions(Stmt statement, Variable variable) =>
        statement.Assigned() == variable
        || statement.Expressions().SelectMany(expr => expr.Reads()).Any(read => read.Variable == variable)
        || statement.Blocks().Any(block => block.AllStatements().Any(inner => Mentions(inner, variable)));
}
