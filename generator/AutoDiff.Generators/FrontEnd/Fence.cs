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
            // What is private is refused where it is read; this is for a reading that nobody thought of.
            if (opaque.Parts is [BodyReader.Hidden]) yield return new Refusal("DIFF0101", opaque.Site, EquatableArray.Of("'" + opaque.Subject + "', which cannot be seen from here,", Remedies.Expression));
            else if (opaque.Parts is [BodyReader.Unread]) yield return new Refusal("DIFF0101", opaque.Site, EquatableArray.Of(opaque.Subject!, Remedies.Unread));
            else if (opaque.Guarded.Any(activity.IsVaried) || opaque.Type.CanBeActive && !IsStop(opaque) && opaque.Operands.Any(activity.IsVaried)) yield return Unknown(opaque);
        foreach (Refusal refusal in Spans(method).Concat(Stores(method, aliases, activity)).Concat(Slots.Check(method, aliases)).Concat(GivenObjects.Check(method, aliases, activity))) yield return refusal;
    }

    /// <summary>The one piece of text that may turn a number with a derivative into one without.</summary>
    internal static bool IsStop(Opaque opaque) => opaque.Parts[0].Contains("Derivative\u0001.Stop(");

    /// <summary>A span that changes what it views cannot be recorded: spans live on the stack. The body reader has refused those at their place.</summary>
    private static IEnumerable<Refusal> Spans(MethodIr method)
    {
        IEnumerable<Variable> assigned = method.Body.AllStatements().Select(statement => statement.Assigned()).Where(variable => variable is { Type.IsSpan: true })!;
        HashSet<Variable> parameters = [.. method.Parameters.Select(parameter => parameter.Variable)];
        foreach (IGrouping<Variable, Variable> span in assigned.GroupBy(variable => variable))
            if (span.Count() > 1 || parameters.Contains(span.Key) || !IsUsedWhereGiven(span.Key, method.Body)) yield return new Refusal("DIFF0107", default, EquatableArray.Of(span.Key.Name));
    }

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
        foreach (Stmt statement in method.Body.AllStatements())
        {
            if (statement is Store store && (store.Sequence.Base() is not { } stored || aliases.MayBeForeign(stored)))
                yield return Leaves(store.Site, store.Source ?? store.Sequence.Base()?.Name ?? "the target");
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
    internal static Refusal Leaves(Site site, string what) => new("DIFF0104", site, EquatableArray.Of(what));

    internal static Refusal Unknown(Opaque opaque)
    {
        string callee = opaque.Parts[0].Replace("\u0001", "");
        int open = callee.IndexOf('('), dot = open < 0 ? -1 : callee.LastIndexOf('.', open);
        string? reason = dot < 0 ? null : WithoutRule.Reason(callee.Substring(0, dot), callee.Substring(dot + 1, open - dot - 1));
        // What the front end has put together itself has no words of the user's.
        if (opaque.Subject.Length == 0) opaque = opaque with { Subject = string.Join("…", opaque.Parts).Replace("\u0001", "").Replace("global::", "").Trim(), Remedy = Remedies.Expression };
        return reason is null ? new Refusal("DIFF0103", opaque.Site, EquatableArray.Of(opaque.Subject, opaque.Remedy)) : new Refusal("DIFF0105", opaque.Site, EquatableArray.Of(opaque.Subject, reason));
    }
}
