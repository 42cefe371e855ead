namespace AutoDiff.Generators.Emit;

// SIMD vectors: Vector<T>, Vector128<T>, Vector256<T> and Vector512<T>.
internal sealed partial class ExpressionWriter
{
    /// <summary><c>Vector&lt;double&gt;.Zero</c>, <c>Vector.Create(2.0)</c></summary>
    private string Constant(Literal e) => e.IsZero || e.IsOne
        ? Named(e.Type.Name) + (e.IsZero ? ".Zero" : ".One")
        : Broadcast(e.Type, e with { Type = e.Type.LaneType });

    private string Broadcast(IrType vector, Expr number) => Type(vector.Host) + ".Create(" + Write(number, strong: true) + ")";

    /// <summary>Arithmetic of vectors. A product and a quotient take a number that is the same in every lane as it is.</summary>
    private (string, int) Lanewise(Binary e)
    {
        (string sign, int binding) = Sign(e.Operator);
        bool left = e.Operator == Operator.Multiply && Number(e.Left) is not null && Number(e.Right) is null;
        string first = left ? Factor(e.Left, binding) : Write(e.Left, binding);
        string second = !left && e.Operator is Operator.Multiply or Operator.Divide && Number(e.Left) is null ? Factor(e.Right, binding + 1) : Write(e.Right, binding + 1);
        return (first + sign + second, binding);
    }

    /// <summary>The other side of a product with a vector, or what a vector is divided by.</summary>
    public string Factor(Expr e, int required = Precedence.Lowest) => Number(e) is not { } number ? Write(e, required)
        : number is Literal ? Write(number)
        : Write(number, required, strong: true);

    /// <summary>The number that is in every lane of a vector; null where they may differ.</summary>
    private static Expr? Number(Expr vector) => vector switch
    {
        Literal literal => literal with { Type = literal.Type.LaneType },
        Lanes { Operation: LaneOperation.Broadcast } broadcast => broadcast.Operands[0],
        _ => null,
    };

    private string OfLanes(Lanes e)
    {
        string Call(string name, IEnumerable<Expr> operands) => Type(e.Host) + "." + name + "(" + string.Join(", ", operands.Select(operand => Write(operand, strong: true))) + ")";
        return e.Operation switch
        {
            LaneOperation.Broadcast => Broadcast(e.Type, e.Operands[0]),
            LaneOperation.Create => Call("Create", e.Operands),
            LaneOperation.Extract => Write(e.Operands[0], Precedence.Primary) + "[" + Write(e.Operands[1]) + "]",
            LaneOperation.Insert => Call("WithElement", e.Operands),
            LaneOperation.Sum => Call("Sum", e.Operands),
            LaneOperation.Dot => Call("Dot", e.Operands),
            LaneOperation.Select => Call("ConditionalSelect", e.Operands),
            _ => throw new InvalidOperationException(),
        };
    }

    /// <summary>A vector out of a sequence, checked as the program's own way to load it is.</summary>
    private string Loaded(Expr sequence, Window window)
    {
        string host = window.Vector.Host;
        if (window.ByReference) return Type(host) + ".LoadUnsafe(in " + Write(sequence, Precedence.Primary) + "[" + Write(window.Start) + "])";
        string load = host == "Vector" ? "new " + Named(window.Vector.Name) : Type(host) + ".Create<" + window.Vector.Lane + ">";
        return load + "(" + Place(sequence, window) + ")";
    }

    /// <summary>What puts a vector into a sequence.</summary>
    public string Stored(Expr sequence, Window window, Expr vector)
    {
        string host = window.Vector.Host;
        if (window.ByReference) return Type(host) + ".StoreUnsafe(" + Write(vector) + ", ref " + Write(sequence, Precedence.Primary) + "[" + Write(window.Start) + "])";
        return host == "Vector"
            ? Write(vector, Precedence.Primary) + ".CopyTo(" + Place(sequence, window) + ")"
            : Type(host) + ".CopyTo(" + Write(vector) + ", " + Place(sequence, window) + ")";
    }

    /// <summary>An array and an index, or the rest of a span.</summary>
    private string Place(Expr sequence, Window window)
    {
        string whole = Write(sequence, Precedence.Primary);
        if (window.Start is Literal { Text: "0" }) return Write(sequence);
        return sequence.Type.Shape == TypeShape.Array && sequence is not View ? whole + ", " + Write(window.Start) : whole + ".Slice(" + Write(window.Start) + ")";
    }
}
