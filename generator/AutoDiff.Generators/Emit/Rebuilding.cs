namespace AutoDiff.Generators.Emit;

/// <summary>
/// Changes of members that C# cannot assign, those of a readonly struct in an array: the element is made anew as a whole. Changes of
/// several members of one element are made at once, over changes of another one that stand between them, as those of tangents and
/// values do.
/// </summary>
internal static class Rebuilding
{
    public static IEnumerable<Stmt> Run(EquatableArray<Stmt> statements)
    {
        var taken = new HashSet<int>();
        for (int i = 0; i < statements.Count; i++)
        {
            if (taken.Contains(i)) continue;
            if (ChangeIn(statements[i]) is { } first) yield return Made(Together(first, statements, i, taken));
            else yield return statements[i];
        }
    }

    /// <summary>The change of one member of an element.</summary>
    private sealed record Change(Update Update, Element Place, Indices Index, Making Making)
    {
        public UpdateKind Kind => Update.Kind;

        public Expr Value => Update.Value;

        public string Member => Index.Member;

        /// <summary>Another member of the same element; the element itself where it has no name.</summary>
        public Element With(string member) => Place with { Index = Index with { Member = member } };

        /// <summary>May it read what a change of this member, of any element, writes?</summary>
        public bool MayRead(string member) => Value.DescendantsAndSelf().Concat(Index.DescendantsAndSelf()).Any(part => part is Element { Sequence.Type.IsAggregate: true } element
            && !(element.Index is Indices { Member: { Length: > 0 } read } && read != member));

        public bool HasEffects => Value.DescendantsAndSelf().Any(part => part is Opaque { Repeatable: false });
    }

    private static Change? ChangeIn(Stmt statement) => statement switch
    {
        Store { Index: Indices { Making: not null } index } s => ChangeIn(new Update(new Element(s.Sequence, index), UpdateKind.Set, s.Value)),
        Update { Target: Element { Index: Indices { Making: { } making } index } place } s => new(s, place, index, making),
        _ => null,
    };

    /// <summary>The changes of the same element, of a member each, that can be made where the first one stands.</summary>
    private static List<Change> Together(Change first, EquatableArray<Stmt> statements, int from, HashSet<int> taken)
    {
        List<Change> together = [first], between = [];
        for (int i = from + 1; i < statements.Count && ChangeIn(statements[i]) is { } next; i++)
        {
            if (taken.Contains(i)) continue;
            bool joins = next.Kind == first.Kind && !next.HasEffects && next.Place.Sequence.Equals(first.Place.Sequence) && next.Index.Values.Equals(first.Index.Values)
                && together.Concat(between).All(earlier => earlier.Member != next.Member && !next.MayRead(earlier.Member))
                && between.TrueForAll(earlier => !earlier.MayRead(next.Member));
            if (joins) taken.Add(i);
            (joins ? together : between).Add(next);
        }
        return together;
    }

    private static Effect Made(List<Change> changes)
    {
        Change first = changes[0];
        string? sign = first.Place.Sequence.Type.IsComplex && changes.Count == first.Making.Members.Count ? SignOf(first.Kind) : null;
        Opaque made = Made(first.Making, "", path => changes.Find(change => change.Member == path) is { } changed ? sign is null ? changed.Update.Result : changed.Value : null, first);
        return new(new Opaque(EquatableArray.Of("", sign ?? " = ", ""), EquatableArray.Of<Expr>(first.With(""), made), IrType.Void, Repeatable: false));
    }

    /// <summary>A struct of members that change and such that stay as they are in the element.</summary>
    private static Opaque Made(Making making, string path, Func<string, Expr?> changed, Change place)
    {
        Expr Member(MadeMember member)
        {
            string name = path + "." + member.Name;
            if (member.Making is null) return changed(name) ?? place.With(name);
            bool Stays(Making inner, string within) => inner.Members.All(each => each.Making is { } deeper ? Stays(deeper, within + "." + each.Name) : changed(within + "." + each.Name) is null);
            return Stays(member.Making, name) ? place.With(name) : Made(member.Making, name, changed, place);
        }
        return new Opaque(making.Construction, making.Members.Select(Member).ToEquatable(), place.Place.Sequence.Type.Element);
    }

    /// <summary>How a complex number is changed as a whole.</summary>
    private static string? SignOf(UpdateKind kind) => kind switch { UpdateKind.Set => " = ", UpdateKind.Add => " += ", UpdateKind.Subtract => " -= ", _ => null };
}
