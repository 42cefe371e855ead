using AutoDiff.Generators.Analyses;

namespace AutoDiff.Generators.FrontEnd;

/// <summary>
/// What may not be done with objects that the method is given, and with what stands in their arrays: changes that would have to be seen under other
/// names, or that their tangents cannot follow.
/// </summary>
internal static class GivenObjects
{
    public static IEnumerable<Refusal> Check(MethodIr method, Aliases aliases, Activity activity)
    {
        foreach (Opaque opaque in method.Body.AllExpressions().OfType<Opaque>())
            if (!Fence.IsStop(opaque) && MayChange(opaque).Any(operand => aliases.Roots(operand is Element whole ? whole.Sequence : operand).Any(root => activity.IsVaried(new Read(root))))) yield return Fence.Unknown(opaque);
        foreach (Stmt statement in method.Body.AllStatements())
        {
            if (statement.Expressions().SelectMany(Traversal.DescendantsAndSelf).Any(part => part is View { Sequence.Type.IsOfModels: true })) yield return Fence.Leaves(default, statement.Source ?? "a span over an array of objects");
            foreach (Expr sequence in Aliases.SequencesStoredBy(statement).Where(sequence => IsShared(sequence, aliases)))
                yield return Fence.Leaves(statement is Store { Site: var site } ? site : default, statement.Source ?? sequence.Base()?.Name ?? "the target");
        }
        foreach (Parameter constant in method.Parameters.Where(constant => constant is { Differentiable: false, Variable: { Root: not null, Type.IsReal: true } } && activity.IsActive(constant.Variable))) yield return Fence.Leaves(default, constant.Variable.Name);
        HashSet<Variable> fixedParts = [.. method.Signature.SelectMany(formal => FixedParts(formal.Structure, inObject: false, isAssignable: true))];
        Stmt[] changing = [.. method.Body.AllStatements().Where(statement => statement.Assigned() is { } part && fixedParts.Contains(part))];
        foreach (string source in changing.Select(statement => statement.Source).OfType<string>().DefaultIfEmpty(changing.FirstOrDefault()?.Assigned()?.Name ?? "").Where(source => source.Length > 0)) yield return Fence.Leaves(default, source);
    }

    private static IEnumerable<Expr> MayChange(Opaque opaque) => opaque.Operands.Where((operand, i) => MayChange(operand, opaque.Parts[i], opaque.Parts[i + 1]));

    /// <summary>May the text around an array of models, or around a whole element of an array, change what is in it? A test for null and a length do not, nor does text that is given a copy of a struct.</summary>
    private static bool MayChange(Expr operand, string before, string after)
    {
        bool isModels = operand.Type.IsOfModels || operand is Element { IsWhole: true, Sequence.Type.IsOfModels: true };
        if (!isModels && operand is not Element { IsWhole: true }) return false;
        string rest = after.TrimStart(' ', ')');
        if (!isModels) return rest.StartsWith(".", StringComparison.Ordinal) && rest.IndexOf('(') is var open and > 0 && rest.Substring(1, open - 1) is not ("ToString" or "GetHashCode" or "Equals" or "CompareTo");
        return before != "_ = " && !new[] { ".Length", "is null", "is not null", "== null", "!= null", "?.Length" }.Any(test => rest.StartsWith(test, StringComparison.Ordinal));
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
}
