using AutoDiff.Generators.Analyses;
using AutoDiff.Generators.Rules;

namespace AutoDiff.Generators.FrontEnd;

/// <summary>
/// The refusals that can be decided only when it is known which values carry derivatives. What passes the fence can be differentiated.
/// </summary>
internal static class Fence
{
    public static IEnumerable<Refusal> Check(MethodIr method)
    {
        Aliases aliases = Aliases.Analyze(method.Parameters.Select(parameter => parameter.Variable), method.Body);
        Activity activity = Activity.Analyze(method, aliases);
        foreach (Opaque opaque in method.Body.AllExpressions().OfType<Opaque>())
            if (opaque.Guarded.Any(activity.IsVaried) || opaque.Type.CanBeActive && !IsStop(opaque) && opaque.Operands.Any(activity.IsVaried)) yield return Unknown(opaque);
            else if (!IsStop(opaque) && opaque.Operands.Where((operand, i) => MayChange(operand, opaque.Parts[i], opaque.Parts[i + 1])).Any(operand => aliases.Roots(operand is Element whole ? whole.Sequence : operand).Any(root => activity.IsVaried(new Read(root))))) yield return Unknown(opaque);
        foreach (Refusal refusal in Spans(method).Concat(Stores(method, aliases, activity)).Concat(Slots.Check(method, aliases))) yield return refusal;
    }

    /// <summary>May the text around an array of models, or around a whole element of an array, change what is in it? A test for null and a length do not, nor does text that is given a copy of a struct.</summary>
    private static bool MayChange(Expr operand, string before, string after)
    {
        bool isModels = operand.Type.IsOfModels || operand is Element { IsWhole: true, Sequence.Type.IsOfModels: true };
        if (!isModels && operand is not Element { IsWhole: true }) return false;
        string rest = after.TrimStart(' ', ')');
        if (!isModels) return rest.StartsWith(".", StringComparison.Ordinal) && rest.IndexOf('(') is var open and > 0 && rest.Substring(1, open - 1) is not ("ToString" or "GetHashCode" or "Equals" or "CompareTo");
        return before != "_ = " && !new[] { ".Length", "is null", "is not null", "== null", "!= null", "?.Length" }.Any(test => rest.StartsWith(test, StringComparison.Ordinal));
    }

    /// <summary>The one piece of text that may turn a number with a derivative into one without.</summary>
    private static bool IsStop(Opaque opaque) => opaque.Parts[0].Contains("Derivative\u0001.Stop(");

    /// <summary>A span that changes what it views cannot be recorded: spans live on the stack. The body reader has refused those at their place.</summary>
    private static IEnumerable<Refusal> Spans(MethodIr method)
    {
        IEnumerable<Variable> assigned = method.Body.AllStatements().Select(statement => statement.Assigned()).Where(variable => variable is { Type.IsSpan: true })!;
        HashSet<Variable> parameters = [.. method.Parameters.Select(parameter => parameter.Variable)];
        foreach (IGrouping<Variable, Variable> span in assigned.GroupBy(variable => variable))
            if (span.Count() > 1 || parameters.Contains(span.Key) || !IsUsedWhereGiven(span.Key, method.Body)) yield return new Refusal("DIFF0107", default, EquatableArray.Of(span.Key.Name));
    }

    /// <summary>
    /// May what is stored into be found in another place as well, which nobody checks? An object in an array may be in two, and so may an array that is
    /// two arrays deep in a parameter.
    /// </summary>
    private static bool IsShared(Expr sequence, Aliases aliases)
    {
        Variable[] holders = [.. aliases.Roots(sequence).Where(root => root is { Role: VariableRole.Parameter, Type.HoldsArrays: true })];
        if (holders.Any(holder => holder.Type.IsOfModels)) return true;
        if (holders.Length == 0) return false;
        while (sequence is View view) sequence = view.Sequence;
        return sequence is Element { Sequence: { } outer } && (outer is Element || holders.All(holder => outer.Type.Scalar != holder.Type.Scalar || outer.Type.IsAggregate != holder.Type.IsAggregate));
    }

    /// <summary>The parts of values that an object holds and that can only be made anew: their tangents cannot be assigned.</summary>
    private static IEnumerable<Variable> FixedParts(Structure structure, bool inObject, bool isAssignable) => structure switch
    {
        Leaf leaf => inObject && !isAssignable ? [leaf.Variable] : [],
        Composite composite => composite.Components.SelectMany(component => FixedParts(component.Structure, inObject || composite is { IsStruct: false, IsValue: false }, isAssignable && component.Assignable)),
        _ => [],
    };

    /// <summary>Is the span used in the block alone that gives it its memory? Behind a condition it would have none.</summary>
    private static bool IsUsedWhereGiven(Variable span, Block whole)
    {
        int Uses(Block block) => block.AllExpressions().Count(part => part is Read read && read.Variable == span);
        return Giving(span, whole) is not { } giving || Uses(giving) == Uses(whole);
    }

    private static Block? Giving(Variable span, Block block) => block.Statements.Any(statement => statement.Assigned() == span) ? block
        : block.Statements.SelectMany(Traversal.Blocks).Select(inner => Giving(span, inner)).FirstOrDefault(found => found is not null);

    private static IEnumerable<Refusal> Stores(MethodIr method, Aliases aliases, Activity activity)
    {
        HashSet<Variable> fixedParts = [.. method.Signature.SelectMany(formal => FixedParts(formal.Structure, inObject: false, isAssignable: true))];
        Stmt[] changing = [.. method.Body.AllStatements().Where(statement => statement.Assigned() is { } part && fixedParts.Contains(part))];
        foreach (Parameter constant in method.Parameters.Where(constant => constant is { Differentiable: false, Variable: { Root: not null, Type.IsReal: true } } && activity.IsActive(constant.Variable))) yield return Leaves(default, constant.Variable.Name);
        foreach (string source in changing.Select(statement => statement.Source).OfType<string>().DefaultIfEmpty(changing.FirstOrDefault()?.Assigned()?.Name ?? "").Where(source => source.Length > 0)) yield return Leaves(default, source);
        foreach (Stmt statement in method.Body.AllStatements())
        {
            if (statement is Store store && (store.Sequence.Base() is not { } stored || aliases.MayBeForeign(stored)))
                yield return Leaves(store.Site, store.Source ?? store.Sequence.Base()?.Name ?? "the target");
            if (statement.Expressions().SelectMany(Traversal.DescendantsAndSelf).Any(part => part is View { Sequence.Type.IsOfModels: true })) yield return Leaves(default, statement.Source ?? "a span over an array of objects");
            foreach (Expr sequence in Aliases.SequencesStoredBy(statement).Where(sequence => IsShared(sequence, aliases)))
                yield return Leaves(statement is Store { Site: var site } ? site : default, statement.Source ?? sequence.Base()?.Name ?? "the target");
            if (statement is Bulk { Destination.Type.IsRealSequence: true } bulk && aliases.MayBeForeign(bulk.Destination)) yield return Leaves(bulk.Site, bulk.Source!);
            // A vector in an array of vectors, which has no adjoint.
            if (statement is Store { Value.Type.CanBeActive: true, Sequence.Type.IsRealSequence: false } kept && activity.IsVaried(kept.Value)) yield return new Refusal("DIFF0103", kept.Site, EquatableArray.Of(kept.Source ?? "an element of " + kept.Sequence.Type.ToString().Split('.').Last(), Remedies.Elements));
            if (statement is Bulk { Operand: { Type.CanBeActive: true } filler, Destination.Type.IsRealSequence: false } spread && activity.IsVaried(filler)) yield return new Refusal("DIFF0103", spread.Site, EquatableArray.Of(spread.Source ?? "the array", Remedies.Expression));
            if (statement is Tensor { Destination: { } filled } tensor && aliases.MayBeForeign(filled)) yield return Leaves(tensor.Site, tensor.Source!);
            // The derivative of a member is an array, that of a parameter may be a span.
            if (statement is Assign { Target: { Root: not null, Type: { Shape: TypeShape.Array, IsRealSequence: true } }, Value: Read given } member && aliases.Roots(given).Any(root => root is { Role: VariableRole.Parameter, Root: null, Type.IsFlat: true }))
                yield return Leaves(default, member.Source ?? member.Target.Name);
            // The adjoint of a member is exchanged with the array: where that has several indices, there is no way to.
            if (statement is Assign { Target: { Root: not null, Type: { IsSequence: true, IsRealSequence: true, Rank: > 1 } } } exchanged) yield return Leaves(default, exchanged.Source ?? exchanged.Target.Name);
            if (statement is Assign { Target: { Root: not null, Type: { IsAggregate: true, IsComplex: false, Rank: 1 } structs } } replaced && method.Sums.All(sum => sum.Type != structs.Scalar)) yield return Leaves(default, replaced.Source ?? replaced.Target.Name);
            // Each conversion is refused at its place; this is for one that nobody thought of.
            if (statement is Assign { Target.Type.CanBeActive: false, Value: { Type.CanBeActive: true } or Element { IsWhole: true } } lost && activity.IsVaried(lost.Value))
                yield return new Refusal("DIFF0103", default, EquatableArray.Of(lost.Source ?? lost.Target.Name, Remedies.Expression));
            if (statement is not Invoke call) continue;
            for (int i = 0; i < call.Arguments.Count; i++)
            {
                CalleeParameter parameter = call.Callee.Parameters[i];
                if (parameter.Written && call.Arguments[i].Type.IsRealSequence && aliases.MayBeForeign(call.Arguments[i])) yield return Leaves(call.Sites[i], call.Callee.Name);
                if (!parameter.Differentiable && activity.IsVaried(call.Arguments[i])) yield return new Refusal("DIFF0109", call.Sites[i], EquatableArray.Of(call.Callee.Name));
            }
        }
    }

    /// <summary>Memory from outside the method would carry a derivative past its end.</summary>
    private static Refusal Leaves(Site site, string what) => new("DIFF0104", site, EquatableArray.Of(what));

    private static Refusal Unknown(Opaque opaque)
    {
        string callee = opaque.Parts[0].Replace("\u0001", "");
        int open = callee.IndexOf('('), dot = open < 0 ? -1 : callee.LastIndexOf('.', open);
        string? reason = dot < 0 ? null : WithoutRule.Reason(callee.Substring(0, dot), callee.Substring(dot + 1, open - dot - 1));
        // What the front end has put together itself has no words of the user's.
        if (opaque.Subject.Length == 0) opaque = opaque with { Subject = string.Join("…", opaque.Parts).Replace("\u0001", "").Replace("global::", "").Trim(), Remedy = Remedies.Expression };
        return reason is null ? new Refusal("DIFF0103", opaque.Site, EquatableArray.Of(opaque.Subject, opaque.Remedy)) : new Refusal("DIFF0105", opaque.Site, EquatableArray.Of(opaque.Subject, reason));
    }
}
