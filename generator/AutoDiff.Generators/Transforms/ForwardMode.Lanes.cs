namespace AutoDiff.Generators.Transforms;

internal sealed partial class ForwardMode
{
    /// <summary>What is linear does to tangents what it does to values; a dot product is linear in each side.</summary>
    private Expr OfLanes(Lanes e)
    {
        if (e.Operation != LaneOperation.Dot) return e with { Operands = e.Operands.Select(operand => operand.Type.IsReal ? Tangent(operand, null) ?? Literal.Zero(operand.Type) : operand).ToEquatable() };
        Expr? left = Tangent(e.Operands[0], null), right = Tangent(e.Operands[1], null);
        return Sum(left is null ? null : e.With(left, e.Operands[1]), right is null ? null : e.With(e.Operands[0], right))!;
    }

    /// <summary>A product with a tangent that is zero in the lanes where the tangent is, whatever the other factor (strong zero).</summary>
    public static Expr StrongZero(Expr tangent, Expr product) => Integers.Text(tangent.Type, ["\u0001Partials\u0001.StrongZero(", ", ", ")"], tangent, product);
}
