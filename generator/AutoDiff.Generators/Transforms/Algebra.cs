namespace AutoDiff.Generators.Transforms;

/// <summary>Builds arithmetic of derivatives, without the terms and factors that do nothing.</summary>
internal static class Algebra
{
    public static Expr Add(Expr a, Expr b) => b switch
    {
        _ when IsZero(a) => b,
        _ when IsZero(b) => a,
        Negate negative => new Binary(Operator.Subtract, a, negative.Operand),
        _ => new Binary(Operator.Add, a, b),
    };

    public static Expr Subtract(Expr a, Expr b) => b switch
    {
        _ when IsZero(b) => a,
        _ when IsZero(a) => Negative(b),
        Negate negative => new Binary(Operator.Add, a, negative.Operand),
        _ => new Binary(Operator.Subtract, a, b),
    };

    public static Expr Multiply(Expr a, Expr b) => (a, b) switch
    {
        (Literal { IsOne: true }, _) => b,
        (_, Literal { IsOne: true }) => a,
        (Negate x, Negate y) => Multiply(x.Operand, y.Operand),
        (Negate x, _) => Negative(Multiply(x.Operand, b)),
        (_, Negate y) => Negative(Multiply(a, y.Operand)),
        (_, Binary { Operator: Operator.Divide, Left: Literal { IsOne: true } } reciprocal) => new Binary(Operator.Divide, a, reciprocal.Right),
        (_, Binary { Operator: Operator.Divide } quotient) when a is Read => new Binary(Operator.Divide, new Binary(Operator.Multiply, a, quotient.Left), quotient.Right),
        _ => new Binary(Operator.Multiply, a, b),
    };

    public static Expr Divide(Expr a, Expr b) => (a, b) switch
    {
        (_, Literal { IsOne: true }) => a,
        (Negate x, _) => Negative(Divide(x.Operand, b)),
        _ => new Binary(Operator.Divide, a, b),
    };

    public static Expr Negative(Expr a) => a is Negate negative ? negative.Operand : new Negate(a);

    public static Expr To(IrType type, Expr a) => a.Type == type ? a : new Convert(a, false, type);

    /// <summary><c>-q</c> as an addend becomes a subtraction.</summary>
    public static Stmt Accumulate(Expr target, Expr addend) => addend is Negate negative
        ? new Update(target, UpdateKind.Subtract, To(target.Type, negative.Operand))
        : new Update(target, UpdateKind.Add, To(target.Type, addend));

    /// <summary><c>∂(x · x)/∂x</c>, for a product whose two sides are the same.</summary>
    public static Expr Twice(Expr x) => new Binary(Operator.Multiply, new Literal("2", x.Type), x);

    private static bool IsZero(Expr e) => e is Literal { IsZero: true };
}
