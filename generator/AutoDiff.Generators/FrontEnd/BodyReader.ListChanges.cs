using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiff.Generators.FrontEnd;

/// <summary>Calls that change a list: each is what the framework does with the array behind it, with the same exceptions.</summary>
internal sealed partial class BodyReader
{
    /// <summary>A call that changes a list; false where it is none.</summary>
    private bool ListStatement(IInvocationOperation call)
    {
        if (!IsChange(call) || ListOf(call.Instance) is not { Counter: { } counter } list) return false;
        if (IsEnumeratedList(list.Items)) Refuse(call, "DIFF0101", "A list that is changed while it is enumerated,", "collect the changes, and make them afterwards");
        if (_fixedLists.Contains(list.Items)) Refuse(call, "DIFF0101", "A list that is changed though its object is in a list or an array,", "fill it before the object is put there");
        if (call.TargetMethod.Name is not ("Add" or "AddRange")) NoteReplacing(list);
        IOperation Argument(int index) => Unconverted(call.Arguments[index].Value);
        switch (call.TargetMethod.Name)
        {
            case "Add":
                Append(list, Argument(0), call.Syntax);
                break;
            case "AddRange":
                AddRange(list, Argument(0), call);
                break;
            case "Insert":
                Insert(list, Argument(0), Argument(1), call.Syntax);
                break;
            case "RemoveAt":
                RemoveAt(list, counter, Argument(0), call);
                break;
            case "RemoveRange":
                RemoveRange(list, counter, call);
                break;
            default:
                _block.Add(new Assign(counter, new Literal("0", IrType.Int32), SourceText.OneLine(call.Syntax)));
                break;
        }
        return true;
    }

    private void Append(GrowingList list, IOperation added, SyntaxNode syntax)
    {
        if (KeptLayout(list.Element) is not { IsValue: false } layout)
        {
            IOperation value = Unconverted(added);
            // What is missing has no type of its own.
            Append(list, value.Type is null ? new Single(Default(TypeOf(list.Element))) : KeptMeaning(Converted(MeaningOf(value), list.Element), "added"), syntax);
            return;
        }
        Bundle given = BundleOf(Unconverted(added), layout);
        GrowIfFull(list, syntax);
        Put(new Element(new Read(list.Items), Spill(new Read(list.Counter!), "place")), Unconverted(added), given, layout, SourceText.OneLine(syntax));
        _block.Add(Step(list.Counter!));
    }

    private void Append(GrowingList list, Meaning value, SyntaxNode syntax)
    {
        GrowIfFull(list, syntax);
        StoreElement(new Element(new Read(list.Items), new Read(list.Counter!)), list.Element, value, SourceText.OneLine(syntax));
        _block.Add(Step(list.Counter!));
    }

    private void GrowIfFull(GrowingList list, SyntaxNode syntax)
    {
        var count = new Read(list.Counter!);
        Grow(list, Opaque.Of(IrType.Boolean, ["", " == ", ".Length"], count, new Read(list.Items)), Opaque.Of(IrType.Int32, ["2 * ", ""], count), syntax);
    }

    /// <summary>Moves the elements to an array of another length, where the one they are in is too short.</summary>
    private void Grow(GrowingList list, Expr tooShort, Expr length, SyntaxNode syntax)
    {
        Block grow = Nested(() =>
        {
            Read larger = Spill(new NewArray(length, list.Items.Type), "larger");
            Move(list, larger, new Literal("0", IrType.Int32), list.Count, 1, each => each, SourceText.OneLine(syntax));
            _block.Add(new Assign(list.Items, larger));
        });
        _block.Add(new If(tooShort, grow, Block.Empty));
    }

    /// <summary>Stores into each place from <paramref name="start"/> to <paramref name="bound"/> the element that stands at <paramref name="from"/> of it.</summary>
    private void Move(GrowingList list, Read into, Expr start, Expr bound, int step, Func<Read, Expr> from, string? source)
    {
        Variable each = Temporary("index", IrType.Int32);
        Block move = Nested(() =>
        {
            Element place = new(into, new Read(each)), before = new(new Read(list.Items), from(new Read(each)));
            // The objects themselves move: none of them gets another name.
            if (LayoutOf(list.Element) is { } layout) StoreMembers(MembersOf(place, layout, ""), MembersOf(before, layout, ""), null);
            else StoreElement(place, list.Element, new Single(before));
        });
        _block.Add(new For(each, start, bound, false, step, move, source));
    }

    /// <summary>Adds all elements of a query; <paramref name="isFirst"/>: the list is new, and long enough for them.</summary>
    private void AppendAll(GrowingList list, Query query, SyntaxNode syntax, bool isFirst)
    {
        Variable index = Temporary("index", IrType.Int32);
        Expr number = query.Count is Literal or Opaque { Operands: [Read { Type.IsSequence: true }] } ? query.Count : Spill(query.Count, "count");
        var count = new Read(list.Counter!);
        if (query.Filtered)
        {
            Block append = Nested(() => query.Each(new Read(index), value => Append(list, KeptMeaning(Converted(value, list.Element), "added"), syntax)));
            _block.Add(new For(index, new Literal("0", IrType.Int32), number, false, 1, append, SourceText.OneLine(syntax)));
            return;
        }
        if (!isFirst)
            Grow(list, Opaque.Of(IrType.Boolean, ["", " + ", " > ", ".Length"], count, number, new Read(list.Items)), Opaque.Of(IrType.Int32, ["\u0001Math\u0001.Max(2 * ", ", ", " + ", ")"], count, count, number), syntax);
        Expr place = isFirst ? new Read(index) : Opaque.Of(IrType.Int32, ["", " + ", ""], count, new Read(index));
        Block store = Nested(() => query.Each(new Read(index), value => StoreElement(new Element(new Read(list.Items), place), list.Element, Converted(value, list.Element))));
        _block.Add(new For(index, new Literal("0", IrType.Int32), number, false, 1, store, SourceText.OneLine(syntax)));
        _block.Add(new Assign(list.Counter!, isFirst ? number : Opaque.Of(IrType.Int32, ["", " + ", ""], count, number)));
    }

    private void AddRange(GrowingList list, IOperation added, IInvocationOperation call)
    {
        if (IsQuery(added)) AppendAll(list, QueryOf(added).Begun(), call.Syntax, isFirst: false);
        else Refuse(call, "DIFF0101", Quote(call.Syntax), "add the elements of an array, a list or a query of them");
    }

    private void Insert(GrowingList list, IOperation at, IOperation added, SyntaxNode syntax)
    {
        Expr position = Protect(Inactive(at), added);
        Meaning value = KeptMeaning(Converted(MeaningOf(added), list.Element), "added");
        var count = new Read(list.Counter!);
        Read place = Spill(Opaque.Of(IrType.Int32, ["\u0001Lists\u0001.Index(", ", ", " + 1)"], position, count), "place");
        GrowIfFull(list, syntax);
        Move(list, new Read(list.Items), count, place, -1, each => Opaque.Of(IrType.Int32, ["", " - 1"], each), SourceText.OneLine(syntax));
        StoreElement(new Element(new Read(list.Items), place), list.Element, value, SourceText.OneLine(syntax));
        _block.Add(Step(list.Counter!));
    }

    private void RemoveAt(GrowingList list, Variable counter, IOperation at, IInvocationOperation call)
    {
        string source = SourceText.OneLine(call.Syntax);
        var count = new Read(counter);
        if (IsLast(at, call.Instance!))
        {
            bool isThere = FrontEnd.Collections.IsOurs(call.Syntax.SyntaxTree);
            _block.Add(new Assign(counter, isThere ? Opaque.Of(IrType.Int32, ["", " - 1"], count) : Opaque.Of(IrType.Int32, ["\u0001Lists\u0001.Index(", " - 1, ", ")"], count, count), source));
            return;
        }
        Read removed = Spill(Opaque.Of(IrType.Int32, ["\u0001Lists\u0001.Index(", ", ", ")"], Inactive(at), count), "removed");
        _block.Add(new Assign(counter, Opaque.Of(IrType.Int32, ["", " - 1"], count)));
        Move(list, new Read(list.Items), removed, count, 1, each => Opaque.Of(IrType.Int32, ["", " + 1"], each), source);
    }

    /// <summary><c>list.Count - 1</c></summary>
    private static bool IsLast(IOperation index, IOperation list) => index is IBinaryOperation
    {
        OperatorKind: BinaryOperatorKind.Subtract, LeftOperand: IPropertyReferenceOperation { Property.Name: "Count", Instance: { } counted }, RightOperand.ConstantValue: { HasValue: true, Value: 1 },
    } && (SameLocal(counted, list) || MemberOfThis(counted) is IFieldSymbol field && SymbolEqualityComparer.Default.Equals(field, MemberOfThis(list)));

    private void RemoveRange(GrowingList list, Variable counter, IInvocationOperation call)
    {
        IArgumentOperation[] ordered = [.. call.Arguments.OrderBy(argument => argument.Parameter!.Ordinal)];
        IOperation at = ordered[0].Value, many = ordered[1].Value;
        var count = new Read(counter);
        Expr first = Kept(Protect(Inactive(at), many), "first"), number = Kept(Inactive(many), "number");
        ThrowIf(Opaque.Of(IrType.Boolean, ["", " < 0 || ", " < 0"], first, number), "ArgumentOutOfRangeException", "index");
        ThrowIf(Opaque.Of(IrType.Boolean, ["", " - ", " < ", ""], count, first, number), "ArgumentException", "Offset and length were out of bounds for the array or count is greater than the number of elements from index to the end of the source collection.");
        _block.Add(new Assign(counter, Opaque.Of(IrType.Int32, ["", " - ", ""], count, number)));
        Move(list, new Read(list.Items), first, count, 1, each => Opaque.Of(IrType.Int32, ["", " + ", ""], each, number), SourceText.OneLine(call.Syntax));
    }
}
