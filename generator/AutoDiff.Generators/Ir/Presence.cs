namespace AutoDiff.Generators.Ir;

/// <summary>The question whether an object that the method was given, or one in it, is there.</summary>
internal static class Presence
{
    private const string Missing = " is null";
    private const string Present = " is not null";

    public static Opaque IsMissing(Variable root, string path) => new(EquatableArray.Of("", path + Missing), EquatableArray.Of<Expr>(new Read(root)), IrType.Boolean);

    public static Opaque IsPresent(Variable root, string path) => new(EquatableArray.Of("", path + Present), EquatableArray.Of<Expr>(new Read(root)), IrType.Boolean);

    /// <summary>The paths from <paramref name="root"/> of the objects that are asked for in these, the longer ones first.</summary>
    public static IEnumerable<string> AskedFor(Variable root, IEnumerable<Expr> expressions) => expressions.OfType<Opaque>()
        .Where(each => each.Operands.Count == 1 && each.Operands[0] is Read read && read.Variable == root && each.Parts.Count == 2)
        .SelectMany(each => new[] { Missing, Present }.Where(question => each.Parts[1].EndsWith(question, StringComparison.Ordinal)).Select(question => each.Parts[1].Substring(0, each.Parts[1].Length - question.Length)))
        .Distinct().OrderByDescending(path => path.Length);
}
