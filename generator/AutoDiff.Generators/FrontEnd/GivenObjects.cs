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
            if (statement.Expressions().SelectMany(Traversal.DescendantsAndSelf).Any(part => part is View { Sequence.Type.IsOfModels: true })) yield return Refused(default, "A span over an array of objects that the method is given", "loop over the array itself");
            if (Aliases.SequencesStoredBy(statement).Any(sequence => IsShared(sequence, method, aliases)))
                yield return Refused(statement is Store { Site: var site } ? site : default, "A change of what an array that the method is given holds, which may stand in another place as well,", "keep the numbers in local variables or in arrays of the method's own, or make the objects structs");
        }
        foreach (Stmt statement in method.Body.AllStatements().Where(statement => method.This is not null && ChangesConstants(statement, method.This, aliases))) yield return new Refusal("DIFF0104", default, EquatableArray.Of(statement.Source ?? "a member of the object"));
        HashSet<Variable> constants = [.. method.Parameters.Where(parameter => parameter is { Differentiable: false, Variable.Type.IsOfModels: true }).Select(parameter => parameter.Variable)];
        foreach (Store store in method.Body.AllStatements().OfType<Store>().Where(store => store.Value.Type.CanBeActive && activity.IsVaried(store.Value) && aliases.Roots(store.Sequence).Any(constants.Contains)))
            yield return new Refusal("DIFF0104", store.Site, EquatableArray.Of(store.Source ?? store.Sequence.Base()!.Name));
        foreach (IGrouping<Site, Store> anew in method.Body.AllStatements().OfType<Store>().Where(store => store is { Sequence.Type.IsOfModels: true, Index: Indices { Making: not null } }).GroupBy(store => store.Site))
            yield return Fixed(anew.Key, anew.Select(store => store.Source).FirstOrDefault(source => source is not null) ?? anew.First().Sequence.Base()!.Name);
        foreach (Parameter constant in method.Parameters.Where(constant => constant is { Differentiable: false, Variable: { Root: not null, Type.IsReal: true } } && activity.IsActive(constant.Variable))) yield return Refused(default, "'" + constant.Variable.Name + "', a member marked [NoGradient] that is given what has a derivative,", "use a local variable, or remove [NoGradient]");
        HashSet<Variable> fixedParts = [.. method.Signature.SelectMany(formal => FixedParts(formal.Structure, inObject: false, isAssignable: true))];
        Stmt[] changing = [.. method.Body.AllStatements().Where(statement => statement.Assigned() is { } part && fixedParts.Contains(part))];
        if (changing.Length > 0)
            yield return Fixed(default, changing.Select(statement => statement.Source).FirstOrDefault(source => source is not null) ?? changing[0].Assigned()!.Name);
    }

    private static Refusal Fixed(Site site, string change) => Refused(site, "'" + change + "', which changes a value in an object that the method is given,", "keep the new value in a local variable, or make it a struct in a field whose numbers can be assigned");

    private static Refusal Refused(Site site, string what, string remedy) => new("DIFF0101", site, EquatableArray.Of(what, remedy));

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
    /// May what is stored into be found in another place as well, which the companions do not check? An object may be in two places, and so may an array
    /// that is two arrays deep in a parameter.
    /// </summary>
    private static bool IsShared(Expr sequence, MethodIr method, Aliases aliases)
    {
        Variable[] holders = [.. aliases.Roots(sequence).Where(root => root is { Role: VariableRole.Parameter, Type.HoldsArrays: true })];
        if (holders.Length == 0) return false;
        if (method.HoldsObjectsInObjects && holders.Any(holder => holder.Type.IsOfModels)) return true;
        while (sequence is View view) sequence = view.Sequence;
        return sequence is Element { Sequence: { } outer } && (outer is Element || holders.All(holder => outer.Type.Scalar != holder.Type.Scalar || outer.Type.IsAggregate != holder.Type.IsAggregate));
    }

    /// <summary>Does the statement change numbers of the object that is taken for a constant? They would carry derivatives from then on, which nobody is given.</summary>
    private static bool ChangesConstants(Stmt statement, Variable self, Aliases aliases) =>
        statement.Assigned() is { Type.CanBeActive: true } assigned && assigned.Root == self
        || Aliases.SequencesStoredBy(statement).Concat(statement is Store { Value.Type.IsSequence: true } row ? [row.Sequence] : []).Any(sequence => sequence.Type.IsRealSequence && aliases.Roots(sequence).Any(root => root.Root == self));

    /// <summary>The parts of values that an object holds and that can only be made anew: their tangents cannot be assigned.</summary>
    private static IEnumerable<Variable> FixedParts(Structure structure, bool inObject, bool isAssignable) => structure switch
    {
        Leaf leaf => inObject && !isAssignable ? [leaf.Variable] : [],
        Composite composite => composite.Components.SelectMany(component => FixedParts(component.Structure, inObject || composite is { IsStruct: false, IsValue: false }, isAssignable && component.Assignable)),
        _ => [],
    };
}
