using AutoDiff.Generators.Analyses;

namespace AutoDiff.Generators.FrontEnd;

/// <summary>
/// The arrays in an array of arrays must stay where they are, so that the reverse sweep finds them again: each is put in its place at
/// most once after the whole has been made. That is seen where the place is the index of a loop, or a constant.
/// </summary>
internal static class Slots
{
    public static IEnumerable<Refusal> Check(MethodIr method, Aliases aliases)
    {
        var made = new Dictionary<Variable, int>();
        var stores = new List<(Store Store, IReadOnlyList<For?> Loops)>();
        Visit(method.Body, [], made, stores);
        var constants = new HashSet<(Variable, string)>();
        foreach ((Store store, IReadOnlyList<For?> loops) in stores)
        {
            if (!store.Value.Type.IsRealSequence) continue;
            Variable? array = store.Sequence is Read read ? read.Variable : null;
            bool single = array is not null && aliases.Roots(array).All(root => root == array || !root.Type.IsJagged) && made.TryGetValue(array, out int depth)
                && (store.Index, loops.Count - depth) switch
                {
                    (Literal constant, 0) => constants.Add((array, constant.Text)),
                    (Read index, 1) => loops[depth]?.Index == index.Variable && stores.Count(other => other.Store.Sequence is Read same && same.Variable == array) == 1,
                    _ => false,
                };
            // An array that the caller knows by another name has its adjoint elsewhere.
            single &= store.Value is NewArray || store.Value is Read value && aliases.Roots(value).All(root => root.Role != VariableRole.Parameter) && !aliases.MayBeForeign(value.Variable);
            if (!single) yield return new Refusal("DIFF0104", store.Site, EquatableArray.Of(store.Source ?? "an array of arrays"));
        }
    }

    private static void Visit(Block block, List<For?> loops, Dictionary<Variable, int> made, List<(Store, IReadOnlyList<For?>)> stores)
    {
        foreach (Stmt statement in block.Statements)
        {
            if (statement is Assign { Target.Type.IsJagged: true, Value: NewArray } assign) made[assign.Target] = made.ContainsKey(assign.Target) ? int.MaxValue : loops.Count;
            if (statement is Store { Value.Type.IsSequence: true } store) stores.Add((store, [.. loops]));
            List<For?> inside = statement is For or Loop ? [.. loops, statement as For] : loops;
            foreach (Block inner in statement.Blocks()) Visit(inner, inside, made, stores);
        }
    }
}
