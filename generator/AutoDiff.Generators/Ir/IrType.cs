namespace AutoDiff.Generators.Ir;

/// <summary>What a type means to the differentiator.</summary>
internal enum TypeShape
{
    Void,
    /// <summary>
    /// <c>double</c>, <c>float</c>, or a type parameter that stands for a number: the only scalars that carry derivatives. A SIMD vector
    /// of them is one, too: its arithmetic is that of each lane.
    /// </summary>
    Real,
    Array,
    Span,
    ReadOnlySpan,
    /// <summary>A <c>List&lt;T&gt;</c> of numbers that the method is given: as many elements on return as on entry.</summary>
    List,
    /// <summary>Everything else: a constant of the differentiation.</summary>
    Other,
}

/// <summary>
/// A type of the program. <paramref name="Name"/> is C# text: the scalar itself, the element type of an array or span, or the whole
/// type (fully qualified) when the shape is <see cref="TypeShape.Other"/>. <paramref name="Rank"/> is the number of indices of an array;
/// <paramref name="IsAggregate"/>: its elements are structs with members that carry derivatives; <paramref name="IsGeneric"/>: its scalar
/// is a type parameter that stands for a number; <paramref name="Lane"/> is what each lane of a SIMD vector is, empty for anything else.
/// <paramref name="IsOfModels"/>: the elements are no structs but objects, each of which may be known elsewhere as well.
/// </summary>
internal readonly record struct IrType(TypeShape Shape, string Name, int Rank = 1, bool IsAggregate = false, bool IsGeneric = false, string Lane = "", bool IsOfModels = false)
{
    public static readonly IrType Void = new(TypeShape.Void, "void");
    public static readonly IrType Double = new(TypeShape.Real, "double");
    public static readonly IrType Single = new(TypeShape.Real, "float");
    public static readonly IrType Int32 = new(TypeShape.Other, "int");
    public static readonly IrType Boolean = new(TypeShape.Other, "bool");

    /// <summary><c>Vector&lt;double&gt;</c>, <c>Vector128&lt;float&gt;</c>, ….</summary>
    public static IrType Vector(string host, string lane) => new(TypeShape.Real, "\u0001" + host + "\u0001<" + lane + ">", Lane: lane);

    public bool IsReal => Shape == TypeShape.Real;

    public bool IsVector => Lane is { Length: > 0 };

    /// <summary>The type of one lane of a SIMD vector.</summary>
    public IrType LaneType => Lane == "float" ? Single : Double;

    /// <summary>The class that has the functions of a SIMD vector: <c>Vector</c>, <c>Vector128</c>, ….</summary>
    public string Host => Name.Substring(1, Name.IndexOf('\u0001', 1) - 1);

    public bool IsSequence => Shape is TypeShape.Array or TypeShape.Span or TypeShape.ReadOnlySpan or TypeShape.List;

    public bool IsList => Shape == TypeShape.List;

    public bool IsSpan => Shape is TypeShape.Span or TypeShape.ReadOnlySpan;

    /// <summary>An array or span with one index, whose elements are numbers: what a span can stand for.</summary>
    public bool IsFlat => IsSequence && !IsList && Rank == 1 && !IsJagged && !IsAggregate;

    /// <summary>An array of arrays.</summary>
    public bool IsJagged => IsSequence && Name.EndsWith("]", StringComparison.Ordinal);

    /// <summary>An array of arrays, or of structs, which may have arrays for members.</summary>
    public bool HoldsArrays => IsJagged || IsAggregate;

    /// <summary>A sequence of <c>Complex</c>: structs, but with a sum.</summary>
    public bool IsComplex => IsAggregate && Scalar == "global::System.Numerics.Complex";

    /// <summary>A sequence of numbers, or of sequences of numbers.</summary>
    public bool IsRealSequence => IsSequence && (IsAggregate || HasRealScalar);

    /// <summary>Can a value of this type carry a derivative?</summary>
    public bool CanBeActive => IsReal || IsRealSequence;

    public bool IsSingle => Name == "float";

    private bool HasRealScalar => IsGeneric || Scalar is "double" or "float";

    /// <summary>The type of one element of an array or span.</summary>
    public IrType Element
    {
        get
        {
            if (!IsJagged) return new(HasRealScalar ? TypeShape.Real : TypeShape.Other, Name, IsGeneric: IsGeneric);
            // C# writes the outermost array first: double[][,] is an array of double[,].
            int open = Scalar.Length;
            int close = Name.IndexOf(']', open);
            return new(TypeShape.Array, Name.Substring(0, open) + Name.Substring(close + 1), close - open, IsAggregate, IsGeneric);
        }
    }

    /// <summary>What stands at the bottom of an array of arrays. It may have brackets of its own, as a tuple with arrays in it.</summary>
    public string Scalar
    {
        get
        {
            int end = Name.Length;
            while (end > 0 && Name[end - 1] == ']') end = Name.LastIndexOf('[', end - 1);
            return Name.Substring(0, end);
        }
    }

    public IrType As(TypeShape shape) => this with { Shape = shape };

    public override string ToString() => Shape switch
    {
        TypeShape.Array => Scalar + "[" + new string(',', Rank - 1) + "]" + Name.Substring(Scalar.Length),
        TypeShape.Span => "Span<" + Name + ">",
        TypeShape.ReadOnlySpan => "ReadOnlySpan<" + Name + ">",
        TypeShape.List => "global::System.Collections.Generic.List<" + Name + ">",
        TypeShape.Void or TypeShape.Real or TypeShape.Other => Name,
        _ => throw new InvalidOperationException(),
    };
}
