using AutoDiff.Generators.Rules;

namespace AutoDiff.Generators.Analyses;

/// <summary>
/// Which variables carry a derivative: those that depend on a differentiable parameter (varied) and that the result depends on
/// (useful). Flow-insensitive: one answer for a variable in the whole method; for sequences, one for all memory they may share.
/// </summary>
internal sealed class Activity
{
    private readonly Aliases _aliases;
    private readonly HashSet<Variable> _varied = [];
    private readonly HashSet<Variable> _useful = [];
    private readonly bool _everything;

    private Activity(Aliases aliases, bool everything)
    {
        _aliases = aliases;
        _everything = everything;
    }

    /// <param name="method">The method, with or without versions.</param>
    /// <param name="aliases">Its aliases.</param>
    /// <param name="everything">Switches the analysis of usefulness off: same numbers, more work.</param>
    public static Activity Analyze(MethodIr method, Aliases aliases, bool everything = false)
    {
        var activity = new Activity(aliases, everything);
        List<Stmt> statements = [.. method.Body.AllStatements()];
        foreach (Parameter parameter in method.Differentiable) activity._varied.Add(parameter.Variable);
        while (statements.Count(activity.Vary) > 0) { }
        foreach (Variable result in method.ResultVariables) activity.Use(new Read(result));
        foreach (Parameter parameter in method.Differentiable.Where(parameter => parameter.Written)) activity.Use(new Read(parameter.Variable));
        while (statements.Count(activity.Need) > 0) { }
        return activity;
    }

    public bool IsActive(Variable variable) => IsVaried(variable) && (_everything || IsUseful(variable));

    public bool IsActive(Expr expr) => Active(expr, IsActive);

    public bool IsVaried(Expr expr) => Active(expr, IsVaried);

    private bool IsVaried(Variable variable) => variable.Type.IsSequence ? variable.Type.CanBeActive && _aliases.Roots(variable).Any(_varied.Contains) : _varied.Contains(variable);

    private bool IsUseful(Variable variable) => variable.Type.IsSequence ? variable.Type.CanBeActive && _aliases.Roots(variable).Any(_useful.Contains) : _useful.Contains(variable);

    private static bool Active(Expr expr, Func<Variable, bool> test) => expr switch
    {
        Read e => e.Type.CanBeActive && test(e.Variable),
        Element e => (e.Type.CanBeActive || e.IsWhole) && Active(e.Sequence, test),
        Negate e => Active(e.Operand, test),
        Binary e => Active(e.Left, test) || Active(e.Right, test),
        Apply e => Passing(e).Any(argument => Active(argument, test)),
        Lanes e => e.Operands.Any(operand => operand.Type.IsReal && Active(operand, test)),
        Convert e => Active(e.Operand, test),
        View e => Active(e.Sequence, test),
        CopyOf e => Active(e.Sequence, test),
        Literal or Opaque or NewArray or Indices or Window => false,
        _ => throw new InvalidOperationException(expr.GetType().Name),
    };

    /// <summary>The arguments of a function that its derivative does not ignore.</summary>
    private static IEnumerable<Expr> Passing(Apply apply)
    {
        ScalarRule rule = ScalarRules.Of(apply);
        return apply.Arguments.Where((argument, i) => argument.Type.IsReal && rule.Partials[i] is { IsZero: false });
    }

    private static IEnumerable<Expr> Passing(Tensor tensor)
    {
        TensorRule rule = TensorRules.Of(tensor);
        return tensor.Arguments.Where((argument, i) => argument.Type.CanBeActive && rule.Passes(i));
    }

    private bool Vary(Stmt statement)
    {
        switch (statement)
        {
            case Assign { Target.Type.IsReal: true } s:
                return IsVaried(s.Value) && _varied.Add(s.Target);
            // Structs with arrays in them have derivatives with arrays in them, also those that are constants until others take their place.
            case Assign { Target.Type: { IsAggregate: true, IsSequence: true }, Value: Read or View } s:
                return IsVaried(s.Target) && AddRoots(_varied, new Read(s.Target));
            case Assign { Value: CopyOf copy } s:
                return IsVaried(copy) && AddRoots(_varied, new Read(s.Target));
            case Store s:
                return s.Value.Type.IsReal && IsVaried(s.Value) && AddRoots(_varied, s.Sequence);
            case Bulk { Operand: { } operand } s:
                return operand.Type.CanBeActive && IsVaried(operand) && AddRoots(_varied, s.Destination);
            case Tensor s when Passing(s).Any(IsVaried):
                return s.Destination is { } filled ? AddRoots(_varied, filled) : _varied.Add(s.Target!);
            case Invoke s when DifferentiableArguments(s).Any(IsVaried):
                bool changed = s.Target is { } target && (target.Type.IsSequence ? AddRoots(_varied, new Read(target)) : _varied.Add(target));
                foreach (Expr written in WrittenArguments(s)) changed |= AddRoots(_varied, written);
                return changed;
            default:
                return false;
        }
    }

    private bool Need(Stmt statement)
    {
        switch (statement)
        {
            case Assign { Target.Type.IsReal: true } s:
                return IsUseful(s.Target) && Use(s.Value);
            case Assign { Target.Type: { IsAggregate: true, IsSequence: true }, Value: Read or View } s:
                return IsUseful(s.Target) && AddRoots(_useful, new Read(s.Target));
            case Assign { Value: CopyOf copy } s:
                return IsUseful(s.Target) && Use(copy.Sequence);
            case Store s:
                return s.Value.Type.IsReal && Active(s.Sequence, IsUseful) && Use(s.Value);
            case Bulk { Operand: { } operand } s:
                return operand.Type.CanBeActive && Active(s.Destination, IsUseful) && Use(operand);
            case Tensor s when s.Destination is { } filled ? Active(filled, IsUseful) : IsUseful(s.Target!):
                return Passing(s).Count(Use) > 0;
            case Invoke s when s.Target is { } target && IsUseful(target) || WrittenArguments(s).Any(argument => Active(argument, IsUseful)):
                return DifferentiableArguments(s).Count(Use) > 0;
            default:
                return false;
        }
    }

    /// <summary>Marks what <paramref name="expr"/> depends on as useful; true if that is new.</summary>
    private bool Use(Expr expr) => expr switch
    {
        Read e => e.Type.IsSequence ? AddRoots(_useful, e) : _useful.Add(e.Variable),
        Element e => e.Type.CanBeActive && Use(e.Sequence),
        Apply e => Passing(e).Count(Use) > 0,
        Lanes e => e.Operands.Count(operand => operand.Type.IsReal && Use(operand)) > 0,
        Literal or Opaque or NewArray or Indices or Window => false,
        View e => Use(e.Sequence),
        Negate or Binary or Convert or CopyOf => expr.Children().Count(Use) > 0,
        _ => throw new InvalidOperationException(expr.GetType().Name),
    };

    private bool AddRoots(HashSet<Variable> set, Expr sequence)
    {
        int before = set.Count;
        // Arrays of whole numbers may be in structs beside those of real ones.
        set.UnionWith(_aliases.Roots(sequence).Where(root => !root.Type.IsSequence || root.Type.CanBeActive));
        return set.Count > before;
    }

    private static IEnumerable<Expr> DifferentiableArguments(Invoke call) =>
        call.Arguments.Where((argument, i) => call.Callee.Parameters[i].Differentiable);

    private static IEnumerable<Expr> WrittenArguments(Invoke call) =>
        call.Arguments.Where((argument, i) => call.Callee.Parameters[i] is { Differentiable: true, Written: true });
}
