namespace AutoDiff.Generators.Ir;

/// <summary>What a type means to the differentiator.</summary>
internal enum TypeShape
{
    Void,
    /// <summary><c>double</c> or <c>float</c>: the only scalars that carry derivatives.</summary>
    Real,
    Array,
    Span,
    ReadOnlySpan,
    /// <summary>Everything else: a constant of the differentiation.</summary>
    Other,
}

/// <summary>
/// A type of the program. <paramref name="Name"/> is C# text: the scalar itself, the element type of an array or span, or the whole
/// type (fully qualified) when the shape is <see cref="TypeShape.Other"/>.
/// </summary>
internal readonly record struct IrType(TypeShape Shape, string Name)
{
    public static readonly IrType Void = new(TypeShape.Void, "void");
    public static readonly IrType Double = new(TypeShape.Real, "double");
    public static readonly IrType Single = new(TypeShape.Real, "float");
    public static readonly IrType Int32 = new(TypeShape.Other, "int");
    public static readonly IrType Boolean = new(TypeShape.Other, "bool");

    public bool IsReal => Shape == TypeShape.Real;

    public bool IsSequence => Shape is TypeShape.Array or TypeShape.Span or TypeShape.ReadOnlySpan;

    public bool IsSpan => Shape is TypeShape.Span or TypeShape.ReadOnlySpan;

    public bool IsRealSequence => IsSequence && Name is "double" or "float" && IsSequence;

    /// <summary>Can a value of this type carry a derivative?</summary>
    public bool CanBeActive => IsReal || IsRealSequence;

    public bool IsSingle => Name == "float";

    /// <summary>The type of one element of an array or span.</summary>
    public IrType Element => Name.EndsWith("[]", StringComparison.Ordinal)
        ? new(TypeShape.Array, Name.Substring(0, Name.Length - 2))
        : new(Name is "double" or "float" ? TypeShape.Real : TypeShape.Other, Name);

    public IrType As(TypeShape shape) => this with { Shape = shape };

    public override string ToString() => Shape switch
    {
        TypeShape.Array => Name + "[]",
        TypeShape.Span => "Span<" + Name + ">",
        TypeShape.ReadOnlySpan => "ReadOnlySpan<" + Name + ">",
        TypeShape.Void or TypeShape.Real or TypeShape.Other => Name,
        _ => throw new InvalidOperationException(),
    };
}
