using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiff.Generators.FrontEnd;

internal sealed partial class BodyReader
{
    /// <summary><c>Array.Copy</c>, <c>Fill</c>, <c>Clear</c>, <c>CopyTo</c>: whole regions at once. False for any other call.</summary>
    private bool BulkStatement(IInvocationOperation call)
    {
        string type = call.TargetMethod.ContainingType.Name;
        IOperation[] arguments = call.Arguments.Select(argument => Unwrap(argument.Value)).ToArray();
        bool integers = arguments.Where(argument => !TypeReader.Read(argument.Type).CanBeActive && !TypeReader.Read(argument.Type).IsSequence).All(argument => TypeReader.IsInteger(argument.Type));
        switch (type, call.TargetMethod.Name, arguments.Length)
        {
            case ("Array", "Copy", 3) when integers:
                return Copy(call, Region(arguments[1], null, arguments[2]), Region(arguments[0], null, arguments[2]));
            case ("Array", "Copy", 5) when integers:
                return Copy(call, Region(arguments[2], arguments[3], arguments[4]), Region(arguments[0], arguments[1], arguments[4]));
            case ("Array", "Fill", 2):
                return Fill(call, Region(arguments[0], null, null), arguments[1]);
            case ("Array", "Fill", 4):
                return Fill(call, Region(arguments[0], arguments[2], arguments[3]), arguments[1]);
            case ("Array", "Clear", 1):
                return Clear(call, Region(arguments[0], null, null));
            case ("Array", "Clear", 3):
                return Clear(call, Region(arguments[0], arguments[1], arguments[2]));
            case ("Span", "Fill", 1):
                return Fill(call, Region(call.Instance!, null, null), arguments[0]);
            case ("Span", "Clear", 0):
                return Clear(call, Region(call.Instance!, null, null));
            case ("Span" or "ReadOnlySpan", "CopyTo", 1):
                Expr? source = Region(call.Instance!, null, null);
                return Copy(call, FirstOf(Region(arguments[0], null, null), source), source);
            case ("MemoryExtensions", "CopyTo", 2):
                Expr? from = Region(arguments[0], null, null);
                return Copy(call, FirstOf(Region(arguments[1], null, null), from), from);
            case ("Array", "CopyTo", 2) when call.Instance is { } array:
                Expr? all = Region(array, null, null);
                return Copy(call, FirstOf(Region(arguments[0], arguments[1], null), all), all);
            default:
                return false;
        }
    }

    /// <summary>A region as a view of a named sequence, its bounds fixed; null where it is none of ours.</summary>
    private Expr? Region(IOperation sequence, IOperation? start, IOperation? length)
    {
        if (!TypeReader.Read(sequence.Type).IsSequence) return null;
        Expr whole = Sequence(sequence);
        if (whole is View view && start is null && length is null) return view with { Start = Fixed(view.Start), Length = Fixed(view.Length) };
        if (whole is not Read) whole = Spill(whole, "sequence");
        if (start is null && length is null) return whole;
        Expr from = start is null ? new Literal("0", IrType.Int32) : Fixed(Inactive(start))!;
        return new View(whole, from, length is null ? null : Fixed(Inactive(length)), whole.Type.As(TypeShape.Span));
    }

    private Expr? Fixed(Expr? bound) => bound is null or Literal or Read or Opaque { Repeatable: true } ? bound : Spill(bound, "bound");

    /// <summary>The part of <paramref name="destination"/> that a copy of all of <paramref name="source"/> fills.</summary>
    private static Expr? FirstOf(Expr? destination, Expr? source)
    {
        if (destination is null || source is null) return null;
        Expr length = source is View { Length: { } exact } ? exact : new Opaque(EquatableArray.Of("", ".Length"), EquatableArray.Of(source), IrType.Int32);
        return destination is View view
            ? view with { Start = view.Start ?? new Literal("0", IrType.Int32), Length = length }
            : new View(destination, new Literal("0", IrType.Int32), length, destination.Type.As(TypeShape.Span));
    }

    private bool Copy(IInvocationOperation call, Expr? destination, Expr? source) =>
        destination is not null && source is not null && destination.Type.Element == source.Type.Element && Bulk(BulkKind.Copy, call, destination, source);

    private bool Fill(IInvocationOperation call, Expr? destination, IOperation value) =>
        destination is not null && Bulk(BulkKind.Fill, call, destination, destination.Type.Element.IsReal ? Real(value) : Inactive(value));

    private bool Clear(IInvocationOperation call, Expr? destination) => destination is not null && Bulk(BulkKind.Clear, call, destination, null);

    private bool Bulk(BulkKind kind, IInvocationOperation call, Expr destination, Expr? operand)
    {
        Opaque primal = call.ChildOperations.Any(Effects.In) ? Whole(kind, destination, operand) : OwnText(call);
        _block.Add(new Bulk(kind, destination, operand, primal, SourceText.OneLine(call.Syntax)));
        return true;
    }

    private Opaque OwnText(IInvocationOperation call)
    {
        var text = new OpaqueText(call.Syntax, false, []) { Repeatable = false };
        CollectCallee(call, text);
        CollectChildren(call, text);
        return text.Build("", IrType.Void, SiteOf(call.Syntax));
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
