namespace AutoDiff.Generators.Analyses;

/// <summary>
/// Which arrays of an array of arrays, or of structs that hold some, stay where they are. One that is put in its place once, after the whole has been made, is settled:
/// it is seen where the place is the index of a loop, or a constant. All others may move.
/// </summary>
internal static class RowStores
{
    /// <summary>The statements that put an array where another one may have been.</summary>
    public static IEnumerable<Store> Moving(Block body, Aliases aliases)
    {
        var made = new Dictionary<Variable, int>();
        var stores = new List<(Store Store, IReadOnlyList<For?> Loops)>();
        Visit(body, [], made, stores);
        var constants = new HashSet<(Variable, string)>();
        foreach ((Store store, IReadOnlyList<For?> loops) in stores)
        {
            Variable? array = store.Sequence is Read read ? read.Variable : null;
            bool isSettled = array is not null && aliases.Roots(array).All(root => root == array || !root.Type.HoldsArrays) && made.TryGetValue(array, out int depth)
                && (PlaceOf(store.Index), loops.Count - depth) switch
                {
                    (Literal constant, 0) => constants.Add((array, constant.Text + MemberOf(store.Index))),
                    (Read index, 1) => loops[depth]?.Index == index.Variable && stores.Count(other => other.Store.Sequence is Read same && same.Variable == array && MemberOf(other.Store.Index) == MemberOf(store.Index)) == 1,
                    _ => false,
                };
            if (!isSettled) yield return store;
        }
    }

    /// <summary>The one number that finds the element; null where it takes several.</summary>
    private static Expr? PlaceOf(Expr index) => index is not Indices indices ? index : indices.Values is [{ } only] ? only : null;

    private static string MemberOf(Expr index) => (index as Indices)?.Member ?? "";

    private static void Visit(Block block, List<For?> loops, Dictionary<Variable, int> made, List<(Store, IReadOnlyList<For?>)> stores)
    {
        foreach (Stmt statement in block.Statements)
        {
            if (statement is Assign { Target.Type.HoldsArrays: true, Value: NewArray } assign) made[assign.Target] = made.ContainsKey(assign.Target) ? int.MaxValue : loops.Count;
            if (statement is Store { Value.Type.IsSequence: true } store) stores.Add((store, [.. loops]));
            List<For?> inside = statement is For or Loop ? [.. loops, statement as For] : loops;
            foreach (Block inner in statement.Blocks()) Visit(inner, inside, made, stores);
        }
    }
}
