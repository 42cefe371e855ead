using AutoDiff.Generators.Analyses;

namespace AutoDiff.Generators.Transforms;

/// <summary>
/// Where arrays change places in an array of arrays, gives a name to each that a statement takes from there. The reverse sweep then asks
/// for the array that stood there, and never for the place.
/// </summary>
/// <remarks>Expects and gives statements without versions. Inactive text is left alone: it is recorded as a whole where it is needed.</remarks>
internal sealed class NamedRows
{
    private readonly Aliases _aliases;
    private readonly VariableSource _variables;
    private readonly Dictionary<Expr, Read> _named = [];
    private List<Variable> _locals = [];
    private List<Stmt> _statements = [];

    private NamedRows(Aliases aliases, VariableSource variables)
    {
        _aliases = aliases;
        _variables = variables;
    }

    public static Block Run(Block body, Aliases aliases, VariableSource variables) =>
        body.AllExpressions().Any(expr => expr is Element { Type.IsSequence: true } row && aliases.HasMovingRows(row.Sequence)) ? new NamedRows(aliases, variables).Rewrite(body) : body;

    private Block Rewrite(Block block)
    {
        List<Variable> outer = _locals;
        _locals = [.. block.Locals];
        Block rewritten = Inside(block);
        rewritten = rewritten with { Locals = _locals.ToEquatable() };
        _locals = outer;
        return rewritten;
    }

    /// <summary>A block whose variables the block around it declares, as in a guarded region.</summary>
    private Block Inside(Block block)
    {
        List<Stmt> outer = _statements;
        _statements = [];
        foreach (Stmt statement in block.Statements)
        {
            _named.Clear();
            _statements.Add(Rewrite(statement));
        }
        Block rewritten = block with { Statements = _statements.ToEquatable() };
        _statements = outer;
        return rewritten;
    }

    private Stmt Rewrite(Stmt statement) => statement switch
    {
        // These name the array themselves, or move it.
        Assign { Value: Element { Type.IsSequence: true } row } s => s with { Value = row.Map(Named) },
        Store { Value: Element { Type.IsSequence: true } row } s => s with { Sequence = Named(s.Sequence), Index = Named(s.Index), Value = row.Map(Named) },
        Loop s => Rewrite(s),
        Region s => s with { Subject = s.Subject is null ? null : Named(s.Subject), Body = Inside(s.Body), Finally = Inside(s.Finally) },
        _ => statement.Map(Named, Rewrite),
    };

    /// <summary>The condition is evaluated at each turn, after what stands before it.</summary>
    private Loop Rewrite(Loop s)
    {
        List<Variable> locals = _locals;
        List<Stmt> statements = _statements;
        Block before = Rewrite(s.Before);
        (_locals, _statements) = ([.. before.Locals], [.. before.Statements]);
        _named.Clear();
        Expr condition = Named(s.Condition);
        before = before with { Locals = _locals.ToEquatable(), Statements = _statements.ToEquatable() };
        (_locals, _statements) = (locals, statements);
        return s with { Before = before, Condition = condition, Body = Rewrite(s.Body) };
    }

    private Expr Named(Expr expr)
    {
        if (expr is Opaque) return expr;
        if (expr is not Element { Type.IsSequence: true } row || !_aliases.HasMovingRows(row.Sequence)) return expr.Map(Named);
        if (_named.TryGetValue(row, out Read? known)) return known;
        Variable variable = _variables.New((row.Base()?.Name ?? "array") + "Row", row.Type);
        _locals.Add(variable);
        _statements.Add(new Assign(variable, row.Map(Named)));
        return _named[row] = new Read(variable);
    }
}
