namespace AutoDiff.Generators.Transforms;

/// <summary>All elements of a sequence in a row.</summary>
internal static class Flat
{
    /// <summary>Arrays with several indices and lists as a span; the others as they are.</summary>
    public static Expr Of(Expr sequence) => sequence.Type is { IsSequence: true, Rank: > 1 } or { IsList: true } && sequence is not View
        ? Integers.Text(SpanOf(sequence), ["\u0001Adjoints\u0001.Flat<" + sequence.Type.Name + ">(", ")"], sequence)
        : sequence;

    /// <summary>Every one as a span.</summary>
    public static Expr Span(Expr sequence) => Of(sequence) is var flat && (flat.Type.IsSpan || flat is View)
        ? flat
        : Integers.Text(SpanOf(sequence), ["", ".AsSpan()"], sequence);

    private static IrType SpanOf(Expr sequence) => new(TypeShape.Span, sequence.Type.Name);
}
