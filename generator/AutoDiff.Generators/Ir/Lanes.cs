namespace AutoDiff.Generators.Ir;

/// <summary>What takes a SIMD vector apart, or puts one together. What it does to each lane is written as it is for a scalar.</summary>
internal enum LaneOperation
{
    /// <summary>A vector with the same number in every lane.</summary>
    Broadcast,
    /// <summary>A vector of a number for each lane.</summary>
    Create,
    /// <summary>The number in one lane: vector, index.</summary>
    Extract,
    /// <summary>The vector with another number in one lane: vector, index, number.</summary>
    Insert,
    /// <summary>The sum of the lanes.</summary>
    Sum,
    /// <summary>The sum of the products of the lanes of two vectors.</summary>
    Dot,
    /// <summary>Each lane from one of two vectors, as a mask says: mask, vector, vector.</summary>
    Select,
}

/// <summary>
/// An operation on the lanes of a SIMD vector; it is linear in its real operands, except that of <see cref="LaneOperation.Dot"/>, which is
/// linear in each. <paramref name="Host"/> is the class that has it: <c>Vector</c>, <c>Vector128</c>, ….
/// </summary>
internal sealed record Lanes(LaneOperation Operation, string Host, EquatableArray<Expr> Operands, IrType Type) : Expr(Type)
{
    public static Lanes Broadcast(Expr number, IrType vector) => new(LaneOperation.Broadcast, vector.Host, EquatableArray.Of(number), vector);

    public static Lanes Sum(Expr vector) => new(LaneOperation.Sum, vector.Type.Host, EquatableArray.Of(vector), vector.Type.LaneType);

    public static Lanes Extract(Expr vector, Expr index) => new(LaneOperation.Extract, vector.Type.Host, EquatableArray.Of(vector, index), vector.Type.LaneType);

    public static Lanes Insert(Expr vector, Expr index, Expr number) => new(LaneOperation.Insert, vector.Type.Host, EquatableArray.Of(vector, index, number), vector.Type);

    public Lanes With(params Expr[] operands) => this with { Operands = operands.ToEquatable() };
}

/// <summary>
/// The place of a SIMD vector in a sequence: as many elements as it has lanes, from <paramref name="Start"/> on. <paramref name="ByReference"/>:
/// the program names the first of them, and nobody checks that the others are there.
/// </summary>
internal sealed record Window(Expr Start, IrType Vector, bool ByReference = false) : Expr(IrType.Int32);
