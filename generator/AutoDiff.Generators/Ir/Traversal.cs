namespace AutoDiff.Generators.Ir;

/// <summary>Walking and rebuilding the tree: the one place that lists the children of every node.</summary>
internal static class Traversal
{
    public static IEnumerable<Expr> Children(this Expr expr) => expr switch
    {
        Literal or Read => [],
        Element e => [e.Sequence, e.Index],
        Negate e => [e.Operand],
        Binary e => [e.Left, e.Right],
        Apply e => e.Arguments,
        Convert e => [e.Operand],
        Opaque e => e.Operands,
        View e => Present(e.Sequence, e.Start, e.Length),
        NewArray e => [e.Length],
        CopyOf e => [e.Sequence],
        Indices e => e.Values,
        Lanes e => e.Operands,
        Window e => [e.Start],
        _ => throw new InvalidOperationException(expr.GetType().Name),
    };

    public static IEnumerable<Expr> DescendantsAndSelf(this Expr expr)
    {
        yield return expr;
        foreach (Expr child in expr.Children())
            foreach (Expr each in child.DescendantsAndSelf()) yield return each;
    }

    private static IEnumerable<Expr> Present(params Expr?[] expressions) => expressions.Where(expr => expr is not null)!;

    public static IEnumerable<Read> Reads(this Expr expr) => expr.DescendantsAndSelf().OfType<Read>();

    /// <summary>The variable that an element, a view or an array in an array of arrays is taken from; null where it is something else.</summary>
    public static Variable? Base(this Expr sequence) => sequence switch
    {
        Read read => read.Variable,
        View view => Base(view.Sequence),
        Element element => Base(element.Sequence),
        _ => null,
    };

    /// <summary>The same expression with each child replaced.</summary>
    public static Expr Map(this Expr expr, Func<Expr, Expr> f) => expr switch
    {
        Literal or Read => expr,
        Element e => new Element(f(e.Sequence), f(e.Index)),
        Negate e => new Negate(f(e.Operand)),
        Binary e => new Binary(e.Operator, f(e.Left), f(e.Right)),
        Apply e => e with { Arguments = e.Arguments.Select(f).ToEquatable() },
        Convert e => e with { Operand = f(e.Operand) },
        Opaque e => e with { Operands = e.Operands.Select(f).ToEquatable() },
        View e => e with { Sequence = f(e.Sequence), Start = e.Start is null ? null : f(e.Start), Length = e.Length is null ? null : f(e.Length) },
        NewArray e => e with { Length = f(e.Length) },
        CopyOf e => e with { Sequence = f(e.Sequence) },
        Indices e => e with { Values = e.Values.Select(f).ToEquatable() },
        Lanes e => e with { Operands = e.Operands.Select(f).ToEquatable() },
        Window e => e with { Start = f(e.Start) },
        _ => throw new InvalidOperationException(expr.GetType().Name),
    };

    /// <summary>The expressions that stand directly in a statement, in the order of their evaluation.</summary>
    public static IEnumerable<Expr> Expressions(this Stmt statement) => statement switch
    {
        Assign s => [s.Value],
        Store s => [s.Sequence, s.Index, s.Value],
        If s => [s.Condition],
        For s => [s.Start, s.Bound],
        Loop s => [s.Condition],
        Region s => s.Subject is null ? [] : [s.Subject],
        Invoke s => s.Arguments.Concat(Present([.. s.Saved])),
        Bulk s => s.Operand is null ? [s.Destination, s.Primal] : [s.Destination, s.Operand, s.Primal],
        Tensor s => s.Arguments.Concat(Present([s.Destination, s.Primal, .. s.Saved])),
        Effect s => [s.Code],
        Declare s => s.Initial is null ? [] : [s.Initial],
        Update s => [s.Target, s.Value],
        Return s => s.Value is null ? [] : [s.Value],
        Comment => [],
        _ => throw new InvalidOperationException(statement.GetType().Name),
    };

    public static IEnumerable<Block> Blocks(this Stmt statement) => statement switch
    {
        If s => [s.Then, s.Else],
        For s => [s.Body],
        Loop s => [s.Before, s.Body],
        Region s => [s.Body, s.Finally],
        Assign or Store or Invoke or Bulk or Tensor or Effect or Declare or Update or Return or Comment => [],
        _ => throw new InvalidOperationException(statement.GetType().Name),
    };

    /// <summary>Every statement in the block, at any depth, outer before inner.</summary>
    public static IEnumerable<Stmt> AllStatements(this Block block)
    {
        foreach (Stmt statement in block.Statements)
        {
            yield return statement;
            foreach (Block inner in statement.Blocks())
                foreach (Stmt each in inner.AllStatements()) yield return each;
        }
    }

    public static IEnumerable<Expr> AllExpressions(this Block block) =>
        block.AllStatements().SelectMany(Expressions).SelectMany(DescendantsAndSelf);

    public static IEnumerable<Variable> AllLocals(this Block block) =>
        block.Locals.Concat(block.AllStatements().SelectMany(Blocks).SelectMany(inner => inner.Locals));

    /// <summary>The variables that a statement sets by itself (not in its blocks).</summary>
    public static Variable? Assigned(this Stmt statement) => statement switch
    {
        Assign s => s.Target,
        Invoke s => s.Target,
        Tensor s => s.Target,
        For s => s.Index,
        _ => null,
    };

    /// <summary>The same statement with its direct expressions and its blocks replaced.</summary>
    public static Stmt Map(this Stmt statement, Func<Expr, Expr> f, Func<Block, Block> g) => statement switch
    {
        Assign s => s with { Value = f(s.Value) },
        Store s => s with { Sequence = f(s.Sequence), Index = f(s.Index), Value = f(s.Value) },
        If s => s with { Condition = f(s.Condition), Then = g(s.Then), Else = g(s.Else) },
        For s => s with { Start = f(s.Start), Bound = f(s.Bound), Body = g(s.Body) },
        Loop s => s with { Before = g(s.Before), Condition = f(s.Condition), Body = g(s.Body) },
        Region s => s with { Subject = s.Subject is null ? null : f(s.Subject), Body = g(s.Body), Finally = g(s.Finally) },
        Invoke s => s with { Arguments = s.Arguments.Select(f).ToEquatable(), Saved = s.Saved.Select(saved => saved is null ? null : f(saved)).ToEquatable() },
        Bulk s => s with { Destination = f(s.Destination), Operand = s.Operand is null ? null : f(s.Operand), Primal = (Opaque)f(s.Primal) },
        Tensor s => s with
        {
            Destination = s.Destination is null ? null : f(s.Destination),
            Arguments = s.Arguments.Select(f).ToEquatable(),
            Primal = (Opaque)f(s.Primal),
            Saved = s.Saved.Select(saved => saved is null ? null : f(saved)).ToEquatable(),
        },
        Effect s => s with { Code = (Opaque)f(s.Code) },
        Declare s => s with { Initial = s.Initial is null ? null : f(s.Initial) },
        Update s => s with { Target = f(s.Target), Value = f(s.Value) },
        Return s => s with { Value = s.Value is null ? null : f(s.Value) },
        Comment s => s,
        _ => throw new InvalidOperationException(statement.GetType().Name),
    };
}
