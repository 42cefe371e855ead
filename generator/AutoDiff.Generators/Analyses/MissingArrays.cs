namespace AutoDiff.Generators.Analyses;

/// <summary>The array variables that may be <c>null</c> because the method says so: given it, or a variable that may be.</summary>
internal static class MissingArrays
{
    public static HashSet<Variable> In(Block body)
    {
        Assign[] given = [.. body.AllStatements().OfType<Assign>().Where(statement => statement.Target.Type.IsSequence)];
        HashSet<Variable> missing = [.. given.Where(statement => statement.Value is Opaque { IsNull: true }).Select(statement => statement.Target)];
        while (missing.Count > 0 && given.Count(statement => statement.Value is Read read && missing.Contains(read.Variable) && missing.Add(statement.Target)) > 0) { }
        return missing;
    }
}
