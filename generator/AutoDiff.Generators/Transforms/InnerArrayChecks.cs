using AutoDiff.Generators.Analyses;

namespace AutoDiff.Generators.Transforms;

/// <summary>
/// Where a method stores into arrays that stand in an array or in its structs, each must be found in one place alone: every place has an adjoint of its
/// own, and what is stored under one name would be read under another.
/// </summary>
internal static class InnerArrayChecks
{
    public static IEnumerable<Stmt> Of(MethodIr method)
    {
        IReadOnlyList<InnerArrays> all = InnerArrays.In(method);
        foreach (InnerArrays arrays in all.Where(arrays => arrays.Stored)) yield return Distinct(arrays);
        for (int i = 0; i < all.Count; i++)
        {
            foreach (InnerArrays other in all.Skip(i + 1).Where(other => IsPossible(all[i], other, all[i].Stored || other.Stored)))
                yield return Separate(all[i], Whole(other), other.Parameter);
            foreach (Parameter flat in method.Parameters.Where(flat => flat.Variable.Type is { IsRealSequence: true, IsJagged: false, IsList: false } type && type.Scalar == all[i].Type.Scalar && flat.Variable != all[i].Parameter && (all[i].Stored || flat.Written)))
                yield return Separate(all[i], Flat.Span(new Read(flat.Variable)), flat.Variable);
        }
    }

    /// <summary>Rows of two parameters are compared with their adjoints elsewhere.</summary>
    private static bool IsPossible(InnerArrays one, InnerArrays other, bool stored) =>
        stored && one.Type.Scalar == other.Type.Scalar && one.Type.Rank == other.Type.Rank && !(one.Member.Length == 0 && other.Member.Length == 0);

    private static string Accessor(InnerArrays arrays) => "static each => each" + (arrays.Parameter.Type.IsOfModels ? "?" : "") + arrays.Member;

    private static string Selected(InnerArrays arrays) => arrays.Member.Length == 0 ? "" : ", " + Accessor(arrays);

    /// <summary>An array of them.</summary>
    private static Expr Whole(InnerArrays arrays) => arrays.Member.Length == 0 ? new Read(arrays.Parameter) : Integers.Text(arrays.Parameter.Type, ["\u0001Array\u0001.ConvertAll(", ", " + Accessor(arrays) + ")"], new Read(arrays.Parameter));

    private static Effect Distinct(InnerArrays arrays)
    {
        var given = new Read(arrays.Parameter);
        return new Effect(Integers.Text(IrType.Void, ["\u0001Adjoints\u0001.RequireDistinct(", Selected(arrays) + ", nameof(", "))"], given, given));
    }

    private static Effect Separate(InnerArrays arrays, Expr other, Variable named)
    {
        var given = new Read(arrays.Parameter);
        return new Effect(Integers.Text(IrType.Void, ["\u0001Adjoints\u0001.RequireSeparate(", Selected(arrays) + ", ", ", nameof(", "), nameof(", "))"], given, other, given, new Read(named)));
    }
}
