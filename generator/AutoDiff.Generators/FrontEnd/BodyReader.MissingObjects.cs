using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiff.Generators.FrontEnd;

/// <summary>
/// Objects with members that are read one by one, where the code asks whether they are there. One that the method made is; one that it was
/// given is asked, and its members are read only behind the question, as in the code.
/// </summary>
internal sealed partial class BodyReader
{
    /// <summary>Variables that may stand for an object or for none, by the first one of each, and those that have been asked whether they do.</summary>
    private readonly HashSet<(Variable First, Layout Layout)> _mayBeMissing = [], _asked = [];

    /// <summary>Variables that hold what is in an object from outside, which may have been none, and those of which the code asks whether it was.</summary>
    private readonly HashSet<(object First, Layout Layout)> _mayBeNone = [], _questioned = [];

    /// <summary><c>null</c>, where an object of this kind could be.</summary>
    private Bundle NoObject(Layout layout) => Zero(layout) with { IsMissing = true };

    /// <summary>The condition that the object is <c>null</c>.</summary>
    private Expr Missing(Bundle model) => Questioned(model).IsMissing ? True : model.Object is { } known ? Opaque.Of(IrType.Boolean, ["", " is null"], known) : model.Layout.Kinds is not null ? Not(PresentKind(model)) : PlaceInParameter(model) is { } place ? Presence.IsMissing(place.Root, place.Path) : IsThere(model) ? False : True;

    /// <summary>The condition that the object is not <c>null</c>.</summary>
    private Expr Present(Bundle model) => Questioned(model).IsMissing ? False : model.Object is { } known ? Opaque.Of(IrType.Boolean, ["", " is not null"], known) : model.Layout.Kinds is not null ? PresentKind(model) : PlaceInParameter(model) is { } place ? Presence.IsPresent(place.Root, place.Path) : IsThere(model) ? True : False;

    /// <summary>A copy of what is in an object does not tell whether there was one.</summary>
    private Bundle Questioned(Bundle model)
    {
        if (model is { IsMissing: false, Object: null } && PlaceKey(model) is { } key)
        {
            _questioned.Add(key);
            if (_mayBeNone.Contains(key)) RefuseMissing(model.Layout);
        }
        return model;
    }

    /// <summary>What tells copies of an object apart: the first variable, or the first member in an array.</summary>
    private static (object First, Layout Layout)? PlaceKey(Bundle model) => model.Layout.Type.IsReferenceType && model.Leaves.FirstOrDefault() is { } first && Place(first) is { } place ? (place, model.Layout) : null;

    /// <summary>The same of an object that is known with its class, of which there is none where that is 0.</summary>
    private Expr PresentKind(Bundle model)
    {
        if (KindOf(model) is Literal { Text: { } known }) return known == "0" ? False : True;
        if (KeyOf(model) is not { } key) return True;
        if (_mayBeMissing.Contains(key)) return new Opaque(EquatableArray.Of("", " != 0"), EquatableArray.Of(KindOf(model)), IrType.Boolean);
        _asked.Add(key);
        return True;
    }

    /// <summary>Variables hold what the members are, not whether there is an object: where there may be none, no question about it is answered.</summary>
    private bool IsThere(Bundle model)
    {
        if (KeyOf(model) is not { } key) return true;
        _asked.Add(key);
        if (_mayBeMissing.Contains(key)) RefuseMissing(model.Layout);
        return !_mayBeMissing.Contains(key);
    }

    private void RefuseMissing(Layout layout)
    {
        RefuseHere("An object of '" + layout.Type.Name + "' that is there at one time and missing at another,", "begin with an object instead of null, and keep in a bool whether it counts");
    }

    private static (Variable First, Layout Layout)? KeyOf(Bundle model) => model.Layout.Type.IsReferenceType && model.Leaves.FirstOrDefault() is Read first ? (first.Variable, model.Layout) : null;

    /// <summary>An object's variables that are given those of none, or of one that may be none, may be none from then on.</summary>
    private void NoteMissing(Bundle places, Bundle values)
    {
        if (places.Object is null && PlaceKey(places) is { } copied && (values.Object is not null || PlaceKey(values) is { } from && _mayBeNone.Contains(from)))
        {
            _mayBeNone.Add(copied);
            if (_questioned.Contains(copied)) RefuseMissing(places.Layout);
        }
        if (places.Layout.Type.IsReferenceType && places.Leaves.FirstOrDefault() is Element)
        {
            // What is kept in an array is there.
            if (values.IsMissing || !IsThere(values)) RefuseMissing(places.Layout);
        }
        else
        if (places.Layout.Type.IsReferenceType && !places.IsMissing && KeyOf(places) is { } key && (values.IsMissing || KeyOf(values) is { } given && _mayBeMissing.Contains(given)))
        {
            _mayBeMissing.Add(key);
            if (_asked.Contains(key)) RefuseMissing(places.Layout);
        }
        else if (places.IsMissing && !values.IsMissing) RefuseMissing(places.Layout);
        for (int i = 0; i < values.Members.Count; i++)
        {
            if (places.Members[i] is not Bundle place || values.Members[i] is not Bundle value) continue;
            // Where there is none, C# copies nothing, and there is nothing to read.
            if (value.IsForeign && !place.IsForeign) RefuseHere("A copy of an object from outside that holds one of '" + value.Layout.Type.Name + "', which may be missing,", "use the object under a name that is given nothing else, or read what is needed of it into variables");
            NoteMissing(place, value);
        }
    }

    /// <summary>What is held of an object may be that of none where the object may be none.</summary>
    private Bundle AsMissing(Bundle held, Bundle values)
    {
        if (!ReferenceEquals(held, values)) NoteMissing(held, values);
        return held;
    }

    /// <summary>The object, whose members are looked at: an exception where there is none, and a refusal where there may be none, which its variables cannot tell.</summary>
    private Bundle There(Bundle model)
    {
        if (model.Layout.Kinds is not null && !model.IsMissing)
        {
            Expr present = PresentKind(model);
            if (!IsTrue(present)) _block.Add(new If(present, Block.Empty, Nested(() => There(model with { IsMissing = true }))));
            return model;
        }
        if (!model.IsMissing && PlaceInParameter(model) is null) IsThere(model);
        if (model.IsMissing) _block.Add(new Effect(Opaque.Text("((object?)null)!.GetHashCode()", IrType.Void) with { Repeatable = false }));
        return model;
    }

    /// <summary>The parameter that the object came in, and the path to it from there; null for one that the method has taken apart.</summary>
    private (Variable Root, string Path)? PlaceInParameter(Bundle model)
    {
        if (model.Members.Count == 0) return null;
        int depth = 1;
        Meaning first = model.Members[0];
        for (; first is Bundle { Members.Count: > 0 } inner; depth++) first = inner.Members[0];
        if (first is not Single { Value: Read { Variable: { Root: { } root, Path: { } path } } }) return null;
        for (; depth > 0 && path.Length > 0; depth--) path = path.Substring(0, path.LastIndexOf('.'));
        // One that the method has made of what it was given is nowhere in the parameter.
        return depth > 0 || path.Length == 0 && root.Type.Name.TrimEnd('?') != NameOf(model.Layout.Type).TrimEnd('?') ? null : (root, path);
    }

    private Bundle? ModelOf(IOperation operation) =>
        LayoutOf(operation) is { IsNullable: false, Type.IsReferenceType: true } layout && !IsOpaqueSelf(operation) ? BundleOf(operation, layout) : null;

    /// <summary>Without a conversion that the language makes; those of the user's own, and of <c>Complex</c>, are code.</summary>
    private static IOperation Unconverted(IOperation operation) => operation is IConversionOperation { IsImplicit: true, OperatorMethod: null } conversion ? conversion.Operand : operation;

    /// <summary>Is an object compared with <c>null</c>, by the operator that every class or record has?</summary>
    private Expr? ComparedWithNull(IBinaryOperation comparison)
    {
        if (comparison.OperatorKind is not (BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals) || comparison.OperatorMethod is { IsImplicitlyDeclared: false }) return null;
        IOperation? tested = NullTests.IsNull(comparison.RightOperand) ? comparison.LeftOperand : NullTests.IsNull(comparison.LeftOperand) ? comparison.RightOperand : null;
        if (tested is null || ModelOf(Unconverted(tested)) is not { } model) return null;
        RequirePlace(model);
        return comparison.OperatorKind == BinaryOperatorKind.Equals ? Missing(model) : Present(model);
    }

    /// <summary>Every pattern but that of <c>null</c>, and that of anything whatever, is matched only by an object that is there.</summary>
    private Expr MatchModel(Bundle model, Subject subject, IPatternOperation pattern)
    {
        if (pattern is IConstantPatternOperation constant && NullTests.IsNull(constant.Value)) return Missing(model);
        ITypeSymbol? matched = pattern switch
        {
            ITypePatternOperation type => type.MatchedType,
            IDeclarationPatternOperation declaration => declaration.MatchedType,
            IRecursivePatternOperation recursive => recursive.MatchedType,
            _ => null,
        };
        if (Closed(matched) is not { } tested) return Refuse(pattern, "DIFF0101", Quote(pattern.Syntax));
        bool same = SymbolEqualityComparer.Default.Equals(tested, Closed(subject.Type));
        (Expr test, Bundle known) = same ? (Present(model), model) : TypeTest(model, tested);
        return pattern switch
        {
            IDeclarationPatternOperation { DeclaredSymbol: ILocalSymbol named } => Both(test, () => Bound(named, known)),
            IRecursivePatternOperation recursive => Both(test, () => Recursive(recursive, same ? subject : SubjectOf(known, tested))),
            _ => test,
        };
    }

    private Expr Bound(ILocalSymbol local, Bundle members)
    {
        Bind(local, members);
        return True;
    }

    /// <summary><c>ArgumentNullException.ThrowIfNull</c> of an object.</summary>
    private bool ThrowsIfMissing(IInvocationOperation call)
    {
        if (call is not { TargetMethod: { Name: "ThrowIfNull", ContainingType.Name: "ArgumentNullException" }, Arguments: [{ } tested, { Value.ConstantValue: { HasValue: true, Value: string name } }] } || ModelOf(Unconverted(tested.Value)) is not { } model) return false;
        Expr missing = Missing(model);
        if (!missing.Equals(False)) ThrowIf(missing, "ArgumentNullException", name);
        return true;
    }

    /// <summary><c>a ?? b</c> of objects. Another one takes the place of a missing one only where a copy is as good.</summary>
    private Bundle? PresentOf(ICoalesceOperation coalesce, Layout layout)
    {
        if (ModelOf(coalesce.Value) is not { } model) return null;
        Expr missing = Missing(model);
        if (missing.Equals(False)) return model;
        if (Thrown(coalesce.WhenNull) is { } thrown)
        {
            _block.Add(new If(missing, Nested(() => ThrowStatement(thrown)), Block.Empty));
            return model;
        }
        if (!layout.IsValue) return null;
        Bundle chosen = Fresh(layout, "chosen");
        Block other = Nested(() => AssignBundle(chosen, coalesce.WhenNull, null));
        Block same = Nested(() => Store(chosen, model, null));
        _block.Add(new If(missing, other, same));
        return chosen;
    }
}
