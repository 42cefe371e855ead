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
                yield return Separate(all[i], other);
            foreach (Parameter flat in method.Parameters.Where(flat => flat.Variable.Type is { IsRealSequence: true, IsJagged: false, IsList: false } type && type.Scalar == all[i].Type.Scalar && flat.Variable != all[i].Parameter && (all[i].Stored || flat.Written)))
                yield return Separate(all[i], flat.Variable);
        }
    }

    /// <summary>Rows of two parameters are compared with their adjoints elsewhere.</summary>
    private static bool IsPossible(InnerArrays one, InnerArrays other, bool stored) =>
        stored && one.Type.Scalar == other.Type.Scalar && one.Type.Rank == other.Type.Rank && !(one.Member.Length == 0 && other.Member.Length == 0);

    private static string Accessor(InnerArrays arrays) => "static each => each" + (arrays.Parameter.Type.IsOfModels ? "?" : "") + arrays.Member;

    /// <summary>The element of the array that holds them: a row itself, or a struct or an object.</summary>
    private static string Holder(InnerArrays arrays) => arrays.Member.Length == 0 ? arrays.Type.ToString() : arrays.Parameter.Type.Scalar;

    private static Effect Distinct(InnerArrays arrays)
    {
        var given = new Read(arrays.Parameter);
        return new Effect(Integers.Text(IrType.Void, ["\u0001Adjoints\u0001.RequireDistinct(", (arrays.Member.Length == 0 ? "" : ", " + Accessor(arrays)) + ", nameof(", "))"], given, given));
    }

    private static Effect Separate(InnerArrays arrays, InnerArrays other) => Separate(
        arrays, [Holder(arrays), Holder(other), arrays.Type.Scalar], new Read(other.Parameter), ", " + Accessor(other), other.Parameter);

    private static Effect Separate(InnerArrays arrays, Variable other) => Separate(
        arrays, arrays.Member.Length == 0 ? [arrays.Type.Scalar] : [Holder(arrays), arrays.Type.Scalar], Flat.Span(new Read(other)), "", other);

    private static Effect Separate(InnerArrays arrays, string[] types, Expr other, string selected, Variable named)
    {
        var given = new Read(arrays.Parameter);
        string member = types.Length == 1 ? "" : ", " + Accessor(arrays);
        return new Effect(Integers.Text(
            IrType.Void, ["\u0001Adjoints\u0001.RequireSeparate<" + string.Join(", ", types) + ">(", member + ", ", selected + ", nameof(", "), nameof(", "))"], given, other, given, new Read(named)));
    }
}
