using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiff.Generators.FrontEnd;

internal sealed partial class BodyReader
{
    /// <summary>A target of a deconstruction: a place for a number or array, for an aggregate, nested targets, or nothing.</summary>
    private abstract record Part;

    private sealed record PlacePart(Target Target) : Part;

    private sealed record AggregatePart(Bundle Places) : Part;

    private sealed record NestedPart(IReadOnlyList<Part> Parts) : Part;

    private sealed record DiscardedPart : Part;

    /// <summary><c>(a, b) = (e, f)</c>: all targets, then all values, then the assignments.</summary>
    private Expr Deconstruction(IDeconstructionAssignmentOperation deconstruction, string source)
    {
        IOperation left = deconstruction.Target is IDeclarationExpressionOperation declaration ? declaration.Expression : deconstruction.Target;
        IOperation right = deconstruction.Value is IConversionOperation { OperatorMethod: null } conversion ? conversion.Operand : deconstruction.Value;
        if (left is not ITupleOperation targets) return Refuse(deconstruction, "DIFF0101", Construct(deconstruction));
        // Later targets and values, and the assignments themselves, must not move a place that is already evaluated.
        if (PartsOf(targets, deconstruction) is not { } parts) return Literal.Zero(IrType.Double);
        if (ValuesOf(right, parts) is not { } values)
        {
            return right is IInvocationOperation { TargetMethod: { } method } && Host(method.ContainingType) is { } host && Rules.WithoutRule.Reason(host, method.Name) is { } reason
                ? Refuse(right, "DIFF0105", host + "." + method.Name, reason)
                : Refuse(right, "DIFF0101", "A deconstruction of '" + Shorten(right.Syntax) + "'");
        }
        WriteParts(parts, values, source);
        return Literal.Zero(IrType.Double);
    }

    private List<Part>? PartsOf(ITupleOperation targets, IOperation later)
    {
        var parts = new List<Part>();
        bool complete = true;
        foreach (IOperation element in targets.Elements)
        {
            IOperation target = element is IDeclarationExpressionOperation declaration ? declaration.Expression : element;
            if (target is IDiscardOperation) parts.Add(new DiscardedPart());
            else if (target is ITupleOperation nested)
            {
                if (PartsOf(nested, later) is { } inner) parts.Add(new NestedPart(inner));
                else complete = false;
            }
            else if (LayoutOf(target.Type) is { } layout)
            {
                if (PlaceOf(target, layout, later) is { } places) parts.Add(new AggregatePart(places));
                else
                {
                    Refuse(target, "DIFF0104", Shorten(target.Syntax));
                    complete = false;
                }
            }
            else if (TargetOf(target, later) is { } place) parts.Add(new PlacePart(place));
            else complete = false;
        }
        return complete ? parts : null;
    }

    /// <summary>The values that go to the targets, each in a name of its own; null where the right side cannot be taken apart.</summary>
    private List<Meaning>? ValuesOf(IOperation right, List<Part> parts)
    {
        if (right is ITupleOperation tuple && tuple.Elements.Length == parts.Count)
        {
            var values = new List<Meaning>();
            for (int i = 0; i < parts.Count; i++)
            {
                if (parts[i] is NestedPart nested)
                {
                    if (ValuesOf(tuple.Elements[i], [.. nested.Parts]) is not { } inner) return null;
                    values.Add(new Bundle(null!, inner));
                    continue;
                }
                values.Add(Held(MeaningOf(tuple.Elements[i]), parts[i]));
            }
            return values;
        }
        if (LayoutOf(right.Type) is { } layout)
        {
            if (layout.Type.IsTupleType || Layout.CarriedBy(layout.Type).Count == parts.Count || layout.Type.IsRecord && IsPositionalRecord(layout, parts.Count))
            {
                Bundle whole = BundleOf(right, layout);
                return whole.Members.Count < parts.Count ? null : [.. whole.Members.Take(parts.Count).Select((member, i) => Held(member, parts[i]))];
            }
            IMethodSymbol? method = layout.Type.GetMembers("Deconstruct").OfType<IMethodSymbol>().FirstOrDefault(each => !each.IsStatic && each.Parameters.Length == parts.Count && each.Parameters.All(parameter => parameter.RefKind == RefKind.Out));
            return method is null ? null : Deconstructed(right, layout, method);
        }
        if (right.Type is INamedTypeSymbol { IsTupleType: true, TupleElements: { } elements } && elements.Length == parts.Count && !HoldsReals(right.Type))
        {
            // Constants, as of Math.DivRem.
            Read whole = Spill(Inactive(right), "parts");
            return [.. elements.Select((element, i) => Held(new Single(Opaque.Of(TypeOf(element.Type), ["", ".Item" + (i + 1).ToString(System.Globalization.CultureInfo.InvariantCulture)], whole)), parts[i]))];
        }
        return null;
    }

    /// <summary>A user's own <c>Deconstruct</c>, read in place: its <c>out</c> parameters are the values.</summary>
    private List<Meaning>? Deconstructed(IOperation right, Layout layout, IMethodSymbol method)
    {
        if (Source(method) is not { } source || BodyOf(ModelOf(source), source) is not { } body) return null;
        var call = new PlacedCall(method, null, [], right.Syntax);
        // A struct is deconstructed as a copy.
        Bundle self = ChangesItself(method) ? Copy(BundleOf(right, layout), "copy") : Named(BundleOf(right, layout), "self");
        List<Meaning> values = [];
        foreach (IParameterSymbol parameter in method.Parameters)
        {
            Meaning value = FreshResult(parameter.Name, parameter.Type);
            values.Add(value);
            if (value is Bundle bundle) _bundles[parameter] = bundle;
            else _bindings[parameter] = ((Single)value).Value;
        }
        Enter(call, null, body, ModelOf(source), self, null, () => BodyStatements(body));
        return values;
    }

    private static bool IsPositionalRecord(Layout layout, int count) =>
        layout.Members.Count(IsPositional) == count && layout.Members.Take(count).All(IsPositional)
        && !layout.Type.GetMembers("Deconstruct").Any(member => !member.IsImplicitlyDeclared);

    private Meaning Held(Meaning value, Part part) => value switch
    {
        Bundle { Layout.IsValue: false } known when HasName(known, leaving: false) => known,
        Bundle bundle => AsMissing(bundle with { Members = [.. bundle.Members.Select(member => Held(member, part))] }, bundle),
        Single { Value: Literal } => value,
        Single single => new Single(Spill(
            part is PlacePart { Target: { Type.IsReal: true } target } && single.Value.Type != target.Type ? new Convert(single.Value, true, target.Type) : single.Value,
            part is PlacePart { Target: VariableTarget { Variable.Name: { } name } } ? name + "Next" : "next")),
        _ => throw new InvalidOperationException(),
    };

    private void WriteParts(IReadOnlyList<Part> parts, IReadOnlyList<Meaning> values, string? source)
    {
        for (int i = 0; i < parts.Count; i++)
        {
            switch (parts[i])
            {
                case PlacePart place when values[i] is Single { Value: { } value }:
                    if (value.Type != place.Target.Type && place.Target.Type.IsReal) value = new Convert(value, true, place.Target.Type);
                    Write(place.Target, value, false, i == 0 ? source : null);
                    break;
                case PlacePart { Target: { } target } when values[i] is Bundle other:
                    RefuseConversion(other.Layout.Type, _model.Compilation.GetSpecialType(target.Type.IsSingle ? SpecialType.System_Single : SpecialType.System_Double), 0);
                    break;
                case AggregatePart { Places.Layout.Type: { } type } when values[i] is Single:
                    RefuseConversion(null, type, 0);
                    break;
                case AggregatePart aggregate when values[i] is Bundle bundle:
                    Store(aggregate.Places, Converted(bundle, aggregate.Places.Layout), i == 0 ? source : null);
                    break;
                case NestedPart nested when values[i] is Bundle inner:
                    WriteParts(nested.Parts, inner.Members, i == 0 ? source : null);
                    break;
                case DiscardedPart:
                    break;
                default:
                    throw new InvalidOperationException();
            }
        }
    }
}
