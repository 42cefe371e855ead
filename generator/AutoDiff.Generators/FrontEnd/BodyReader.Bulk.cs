using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiff.Generators.FrontEnd;

internal sealed partial class BodyReader
{
    /// <summary><c>Array.Copy</c>, <c>Fill</c>, <c>Clear</c>, <c>CopyTo</c>: whole regions at once. False for any other call.</summary>
    private bool BulkStatement(IInvocationOperation call)
    {
        string type = call.TargetMethod.ContainingType.Name;
        if (Declared(call.Arguments) is not { } given) return false;
        IOperation[] operands = [.. call.Instance is { } instance ? [Unwrap(instance)] : Array.Empty<IOperation>(), .. given.Select(Unwrap)];
        // Of structs there is no sum, except of complex numbers; what they are filled with is no single number.
        bool Sequences(params int[] places) => places.All(place => TypeOf(operands[place].Type) is { IsSequence: true, Rank: 1 } kind && (!kind.IsAggregate || kind.IsComplex && call.TargetMethod.Name != "Fill"));
        bool Integers(params int[] places) => places.All(place => IsInteger(operands[place].Type));
        Expr[] v;
        switch (type, call.TargetMethod.Name, operands.Length)
        {
            case ("Array", "Copy", 3) when Sequences(0, 1) && Integers(2):
                v = InOrder(operands);
                return Copy(call, Region(v[1], null, v[2]), Region(v[0], null, v[2]));
            case ("Array", "Copy", 5) when Sequences(0, 2) && Integers(1, 3, 4):
                v = InOrder(operands);
                return Copy(call, Region(v[2], v[3], v[4]), Region(v[0], v[1], v[4]));
            case ("Array" or "Span", "Fill", 2) when Sequences(0):
                v = InOrder(operands);
                return Fill(call, Region(v[0], null, null), v[1]);
            case ("Array", "Fill", 4) when Sequences(0) && Integers(2, 3):
                v = InOrder(operands);
                return Fill(call, Region(v[0], v[2], v[3]), v[1]);
            case ("Array" or "Span", "Clear", 1) when Sequences(0):
                v = InOrder(operands);
                return Clear(call, Region(v[0], null, null));
            case ("Array", "Clear", 3) when Sequences(0) && Integers(1, 2):
                v = InOrder(operands);
                return Clear(call, Region(v[0], v[1], v[2]));
            case ("Span" or "ReadOnlySpan" or "MemoryExtensions", "CopyTo", 2) when Sequences(0, 1):
                v = InOrder(operands);
                Expr part = Region(v[0], null, null);
                return Copy(call, FirstOf(Region(v[1], null, null), part), part);
            case ("Array", "CopyTo", 3) when Sequences(0, 1) && Integers(2):
                v = InOrder(operands);
                Expr whole = Region(v[0], null, null);
                return Copy(call, FirstOf(Region(v[1], v[2], null), whole), whole);
            default:
                return false;
        }
    }

    /// <summary><c>Array.Resize(ref a, n)</c> of a variable: another array with the first elements of the old one, where the length is another.</summary>
    private bool ResizeStatement(IInvocationOperation call)
    {
        if (call is not { TargetMethod: { Name: "Resize", ContainingType.SpecialType: SpecialType.System_Array }, Arguments: [{ Parameter.Ordinal: 0, Value: { Type: IArrayTypeSymbol { ElementType: { } element } } resized }, { Value: { } size }] }) return false;
        if (!TypeOf(resized.Type).IsSequence || HasFixedMembers(element) || TargetOf(resized, size) is not VariableTarget { Variable: { } array }) return false;
        Expr length = Inactive(size);
        if (length is not (Literal or Read)) length = Spill(length, "length");
        _block.Add(new Effect(Opaque.Of(IrType.Void, ["global::System.ArgumentOutOfRangeException.ThrowIfNegative(", ")"], length) with { Repeatable = false }));
        Block then = Nested(() =>
        {
            Read longer = Spill(new NewArray(length, array.Type), array.Name + "Resized");
            Expr both = Opaque.Of(IrType.Int32, ["\u0001Math\u0001.Min(", ".Length, ", ".Length)"], new Read(array), longer);
            Variable index = Temporary("index", IrType.Int32);
            Block each = Nested(() => StoreElement(new Element(longer, new Read(index)), element, ElementMeaning(new Element(new Read(array), new Read(index)), element)));
            _block.Add(new For(index, new Literal("0", IrType.Int32), both, false, 1, each));
            _block.Add(new Assign(array, longer));
        });
        _block.Add(new If(Opaque.Of(IrType.Boolean, ["", ".Length != ", ""], new Read(array), length), then, Block.Empty, SourceText.OneLine(call.Syntax)));
        return true;
    }

    /// <summary>The operands in the order of their evaluation, none changed by a later one, and each evaluated once however often it is spoken of.</summary>
    private Expr[] InOrder(IReadOnlyList<IOperation> operands)
    {
        var values = new Expr[operands.Count];
        for (int i = 0; i < operands.Count; i++)
        {
            Expr value = Value(operands[i]);
            if (!value.Type.IsSequence && value.DescendantsAndSelf().Any(part => part is Opaque { Repeatable: false })) value = Spill(value, "operand");
            foreach (IOperation later in operands.Skip(i + 1)) value = value.Type.IsSequence ? ProtectSequence(value, later) : Protect(value, later);
            values[i] = value;
        }
        return values;
    }

    /// <summary>A region as a view of a named sequence, its bounds fixed.</summary>
    private Expr Region(Expr whole, Expr? start, Expr? length)
    {
        if (whole is View view && start is null && length is null) return view with { Start = Fixed(view.Start), Length = Fixed(view.Length) };
        if (whole is not Read) whole = Spill(whole, "sequence");
        if (start is null && length is null) return whole;
        return new View(whole, Fixed(start) ?? new Literal("0", IrType.Int32), Fixed(length), whole.Type.As(TypeShape.Span));
    }

    private Expr? Fixed(Expr? bound) => bound is null or Literal or Read or Opaque { Repeatable: true } ? bound : Spill(bound, "bound");

    /// <summary>The part of <paramref name="destination"/> that a copy of all of <paramref name="source"/> fills.</summary>
    private static Expr FirstOf(Expr destination, Expr source)
    {
        Expr length = source is View { Length: { } exact } ? exact : new Opaque(EquatableArray.Of("", ".Length"), EquatableArray.Of(source), IrType.Int32);
        return destination is View view
            ? view with { Start = view.Start ?? new Literal("0", IrType.Int32), Length = length }
            : new View(destination, new Literal("0", IrType.Int32), length, destination.Type.As(TypeShape.Span));
    }

    private bool Copy(IInvocationOperation call, Expr destination, Expr source) =>
        destination.Type.Element == source.Type.Element && Bulk(BulkKind.Copy, call, destination, source);

    private bool Fill(IInvocationOperation call, Expr destination, Expr value)
    {
        if (destination.Type.Element.IsReal && value.Type != destination.Type.Element) value = new Convert(value, true, destination.Type.Element);
        return Bulk(BulkKind.Fill, call, destination, value);
    }

    private bool Clear(IInvocationOperation call, Expr destination) => Bulk(BulkKind.Clear, call, destination, null);

    private bool Bulk(BulkKind kind, IInvocationOperation call, Expr destination, Expr? operand)
    {
        Opaque primal = call.ChildOperations.Any(Effects.In) ? Whole(kind, destination, operand) : OwnText(call);
        _block.Add(new Bulk(kind, destination, operand, primal, SourceText.OneLine(call.Syntax), SiteOf(call.Syntax)));
        return true;
    }

    private Opaque OwnText(IInvocationOperation call)
    {
        var text = new OpaqueText(call.Syntax, false, []) { Repeatable = false, IsModelled = true };
        CollectCallee(call, text);
        CollectChildren(call, text);
        return text.Build("", IrType.Void, SiteOf(call.Syntax), _model);
    }

    private static Opaque Whole(BulkKind kind, Expr destination, Expr? operand) => kind switch
    {
        BulkKind.Copy => new Opaque(EquatableArray.Of("", ".CopyTo(", ")"), EquatableArray.Of(operand!, destination), IrType.Void, false),
        BulkKind.Fill when destination is { Type.Shape: TypeShape.Array } and not View => new Opaque(EquatableArray.Of("\u0001Array\u0001.Fill(", ", ", ")"), EquatableArray.Of(destination, operand!), IrType.Void, false),
        BulkKind.Clear when destination is { Type.Shape: TypeShape.Array } and not View => new Opaque(EquatableArray.Of("\u0001Array\u0001.Clear(", ")"), EquatableArray.Of(destination), IrType.Void, false),
        BulkKind.Fill => new Opaque(EquatableArray.Of("", ".Fill(", ")"), EquatableArray.Of(destination, operand!), IrType.Void, false),
        BulkKind.Clear => new Opaque(EquatableArray.Of("", ".Clear()"), EquatableArray.Of(destination), IrType.Void, false),
        _ => throw new InvalidOperationException(),
    };
}
