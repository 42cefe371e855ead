namespace AutoDiff.Generators.Emit;

/// <summary>
/// Changes of a member that C# cannot assign, that of a <c>Complex</c> in an array: the element is made anew as a whole. Changes of both
/// members that follow one another are made at once.
/// </summary>
internal static class Rebuilding
{
    private const string Complex = "new global::System.Numerics.Complex(";

    public static IEnumerable<Stmt> Run(EquatableArray<Stmt> statements)
    {
        for (int i = 0; i < statements.Count; i++)
        {
            if (Change(statements[i]) is not { } first) yield return statements[i];
            else if (i + 1 < statements.Count && Change(statements[i + 1]) is { } second && AreOne(first, second))
            {
                i++;
                yield return Whole(first.Kind, first.Place, first.Value, second.Value);
            }
            else yield return Alone(first.Kind, first.Place, first.Value);
        }
    }

    private static (UpdateKind Kind, Element Place, Expr Value)? Change(Stmt statement) => statement switch
    {
        Store { Index: Indices { Member.Length: > 0 } } s when s.Sequence.Type.IsRebuilt => (UpdateKind.Set, new Element(s.Sequence, s.Index), s.Value),
        Update { Target: Element { Index: Indices { Member.Length: > 0 } } place } s when place.Sequence.Type.IsRebuilt => (s.Kind, place, s.Value),
        _ => null,
    };

    private static string Member(Element place) => ((Indices)place.Index).Member;

    private static Element With(Element place, string member) => place with { Index = (Indices)place.Index with { Member = member } };

    /// <summary>The real part and then the imaginary one, which does not look at what the real part has become.</summary>
    private static bool AreOne((UpdateKind Kind, Element Place, Expr Value) first, (UpdateKind Kind, Element Place, Expr Value) second) =>
        first.Kind == second.Kind && first.Kind != UpdateKind.Multiply
        && Member(first.Place) == ".Real" && Member(second.Place) == ".Imaginary" && With(second.Place, ".Real").Equals(first.Place)
        && !second.Value.DescendantsAndSelf().Any(part => part is Element element && element.Sequence.Type.IsRebuilt && !(element.Index is Indices { Member: ".Imaginary" }));

    private static Effect Whole(UpdateKind kind, Element place, Expr real, Expr imaginary)
    {
        string sign = kind switch { UpdateKind.Set => " = ", UpdateKind.Add => " += ", UpdateKind.Subtract => " -= ", _ => throw new InvalidOperationException() };
        return Made(sign, place, real, imaginary);
    }

    private static Effect Alone(UpdateKind kind, Element place, Expr value)
    {
        Expr changed = kind switch
        {
            UpdateKind.Set => value,
            UpdateKind.Add => new Binary(Operator.Add, place, value),
            UpdateKind.Subtract => new Binary(Operator.Subtract, place, value),
            UpdateKind.Multiply => new Binary(Operator.Multiply, place, value),
            _ => throw new InvalidOperationException(),
        };
        return Member(place) == ".Real" ? Made(" = ", place, changed, With(place, ".Imaginary")) : Made(" = ", place, With(place, ".Real"), changed);
    }

    private static Effect Made(string sign, Element place, Expr real, Expr imaginary) => new(new Opaque(
        EquatableArray.Of("", sign + Complex, ", ", ")"), EquatableArray.Of(With(place, ""), real, imaginary), IrType.Void, Repeatable: false));
}
