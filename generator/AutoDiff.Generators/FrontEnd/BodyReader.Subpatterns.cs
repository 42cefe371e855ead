using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiff.Generators.FrontEnd;

/// <summary>Patterns of parts: properties, positions, the elements of a list.</summary>
internal sealed partial class BodyReader
{
    private Expr Recursive(IRecursivePatternOperation pattern, Subject subject)
    {
        ITypeSymbol type = pattern.MatchedType;
        bool always = subject.Value is null || type.IsValueType && SymbolEqualityComparer.Default.Equals(type, subject.Type);
        Expr test = always ? True : OfType(subject.Value!, subject.Type, type);
        return Both(test, () =>
        {
            Subject narrowed = always ? subject : new Subject(type, Spilled(Narrowed(subject.Value!, subject.Type, type, pattern)), []);
            Expr all = True;
            for (int i = 0; i < pattern.DeconstructionSubpatterns.Length; i++)
            {
                IPatternOperation inner = pattern.DeconstructionSubpatterns[i];
                int position = i;
                all = Both(all, () => Position(pattern, narrowed, position) is { } item ? Match(item, inner) : Refuse(inner, "DIFF0101", Quote(pattern.Syntax)));
            }
            foreach (IPropertySubpatternOperation property in pattern.PropertySubpatterns)
                all = Both(all, () => Member(property, narrowed) is { } item ? Match(item, property.Pattern) : Refuse(property, "DIFF0101", Quote(property.Syntax)));
            return Both(all, () =>
            {
                if (pattern.DeclaredSymbol is ILocalSymbol local)
                {
                    switch (MeaningOf(narrowed))
                    {
                        case Bundle bundle:
                            Bind(local, bundle);
                            break;
                        case Single single:
                            Bind(local, single.Value);
                            break;
                    }
                }
                return True;
            });
        });
    }

    /// <summary>What is matched as a whole: a tuple is made of its elements only where a pattern gives it a name.</summary>
    private Meaning MeaningOf(Subject subject)
    {
        if (subject.Value is { } value) return new Single(value);
        if (subject.Bundle is { } bundle) return bundle;
        Meaning[] items = [.. subject.Items.Select(MeaningOf)];
        if (LayoutOf(subject.Type) is { } layout) return new Bundle(layout, items);
        string[] parts = ["(", .. Enumerable.Repeat(", ", items.Length - 1), ")"];
        return new Single(new Opaque(parts.ToEquatable(), items.SelectMany(item => item.Leaves).ToEquatable(), TypeOf(subject.Type)));
    }

    private Expr Spilled(Expr value) => value is Read or Literal ? value : Spill(value, "matched");

    /// <summary>An element of a tuple, or what a record was made with.</summary>
    private Subject? Position(IRecursivePatternOperation pattern, Subject subject, int position)
    {
        if (subject.Bundle is { Layout.Type.IsTupleType: false, Layout: { } layout })
            return pattern.DeconstructSymbol is IMethodSymbol { IsImplicitlyDeclared: true } implied && layout.Members.ToList().FindIndex(member => member.Name == implied.Parameters[position].Name) is var index and >= 0 ? subject.Items[index] : null;
        if (subject.Value is not { } whole) return position < subject.Items.Count ? subject.Items[position] : null;
        if (subject.Type is INamedTypeSymbol { IsTupleType: true } tuple) return PartOf(whole, "Item" + (position + 1).ToString(System.Globalization.CultureInfo.InvariantCulture), tuple.TupleElements[position].Type);
        if (pattern.DeconstructSymbol is not IMethodSymbol { IsImplicitlyDeclared: true, ContainingType: { IsRecord: true } record } method) return null;
        string name = method.Parameters[position].Name;
        return record.GetMembers(name).OfType<IPropertySymbol>().FirstOrDefault() is { } property ? PartOf(whole, name, property.Type) : null;
    }

    private Subject? Member(IPropertySubpatternOperation property, Subject subject) => (property.Member, subject.Value) switch
    {
        (IMemberReferenceOperation { Member: { } symbol }, null) when subject.Bundle is { } bundle => bundle.Layout.IndexOn(symbol, null) is var index and >= 0 ? subject.Items[index]
            : symbol is IPropertySymbol asked && Asked(bundle, asked, property.Syntax) is { } value ? SubjectOf(KeptMeaning(value, asked.Name), asked.Type) : null,
        (IPropertyReferenceOperation { Property.Name: "Length" }, { Type.IsSequence: true } sequence) => new Subject(property.Member.Type!, new Opaque(EquatableArray.Of("", ".Length"), EquatableArray.Of(sequence), IrType.Int32), []),
        (IPropertyReferenceOperation { Property: { } member }, { } whole) => PartOf(whole, member.Name, member.Type),
        (IFieldReferenceOperation { Field: { } member }, { } whole) => PartOf(whole, member.Name, member.Type),
        _ => null,
    };

    private Subject PartOf(Expr whole, string name, ITypeSymbol type)
    {
        IrType read = TypeOf(type);
        var part = new Opaque(EquatableArray.Of("", "." + name), EquatableArray.Of(whole), read, Repeatable: false, Guarded: HoldsReals(type) ? EquatableArray.Of(whole) : default);
        return new Subject(type, Spill(part, char.ToLowerInvariant(name[0]) + name.Substring(1)), []);
    }

    /// <summary><c>[a, .., b]</c>: the length first, then the elements from both ends.</summary>
    private Expr Listed(IListPatternOperation pattern, Expr sequence)
    {
        string Number(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        int slice = pattern.Patterns.ToList().FindIndex(each => each is ISlicePatternOperation), fixedLength = pattern.Patterns.Length - (slice < 0 ? 0 : 1);
        Expr test = slice >= 0 && fixedLength == 0 && sequence.Type.IsSpan ? True
            : new Opaque(EquatableArray.Of("", sequence.Type.IsSpan ? ".Length" + (slice < 0 ? " == " : " >= ") + Number(fixedLength) : " is { Length: " + (slice < 0 ? "" : ">= ") + Number(fixedLength) + " }"), EquatableArray.Of(sequence), IrType.Boolean);
        for (int i = 0; i < pattern.Patterns.Length; i++)
        {
            IPatternOperation each = pattern.Patterns[i];
            int start = i, end = pattern.Patterns.Length - i;
            if (each is IDiscardPatternOperation or ISlicePatternOperation { Pattern: null or IDiscardPatternOperation }) continue;
            test = Both(test, () =>
            {
                if (each is ISlicePatternOperation { Pattern: { } inner } part) return Match(Slice(part, sequence, slice, fixedLength), inner);
                Expr index = slice < 0 || start < slice ? new Literal(Number(start), IrType.Int32) : new Opaque(EquatableArray.Of("", ".Length - " + Number(end)), EquatableArray.Of(sequence), IrType.Int32);
                var element = new Element(sequence is View ? Spill(sequence, "slice") : sequence, index);
                return Match(new Subject(each.InputType, IsName(each, each.InputType) ? element : Spill(element, "element"), []), each);
            });
        }
        return Both(test, () =>
        {
            if (pattern.DeclaredSymbol is ILocalSymbol local) Bind(local, sequence);
            return True;
        });
    }

    private Subject Slice(ISlicePatternOperation slice, Expr sequence, int start, int fixedLength)
    {
        string taken = fixedLength.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var length = new Opaque(EquatableArray.Of("", ".Length - " + taken), EquatableArray.Of(sequence), IrType.Int32);
        var view = new View(sequence, new Literal(start.ToString(System.Globalization.CultureInfo.InvariantCulture), IrType.Int32), length, sequence.Type.IsSpan ? sequence.Type : sequence.Type.As(TypeShape.Span));
        return new Subject(slice.InputType, sequence.Type.IsSpan ? view : Spill(CopiedArray(slice, view, sequence.Type), "slice"), []);
    }
}
