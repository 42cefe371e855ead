using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiff.Generators.FrontEnd;

/// <summary>
/// Patterns. The test of a pattern is a condition; what it binds is a variable like any other, which may carry a derivative. A pattern
/// that binds nothing stays as the user wrote it.
/// </summary>
internal sealed partial class BodyReader
{
    /// <summary>The block of the statement being read: where the variables of patterns live.</summary>
    private BlockBuilder _scope = new();

    /// <summary>
    /// What a pattern is matched against: a value that may be read again, or the elements of a tuple that is never made, or the members of
    /// an aggregate.
    /// </summary>
    private sealed record Subject(ITypeSymbol Type, Expr? Value, IReadOnlyList<Subject> Items, Bundle? Bundle = null);

    private Expr Matched(IIsPatternOperation test) => Match(SubjectOf(test.Value, isolated: false, once: IsName(test.Pattern, test.Value.Type)), test.Pattern);

    /// <summary>Does the pattern only give the value a name?</summary>
    private static bool IsName(IPatternOperation pattern, ITypeSymbol? type) => pattern is IDeclarationPatternOperation declaration
        && (declaration.MatchesNull || type is { IsValueType: true } && SymbolEqualityComparer.Default.Equals(declaration.MatchedType, type));

    /// <summary>
    /// Evaluates what is matched; into a variable, unless the pattern reads it <paramref name="once"/>. <paramref name="isolated"/>: into
    /// one that no guard changes.
    /// </summary>
    private Subject SubjectOf(IOperation operation, bool isolated, bool once = false)
    {
        if (operation is IConversionOperation { IsImplicit: true, Operand: ITupleOperation inner }) operation = inner;
        if (operation is not ITupleOperation tuple) return once && LayoutOf(operation.Type) is null ? new Subject(operation.Type!, Value(operation), []) : Subjected(operation, isolated, []);
        var items = new List<Subject>();
        for (int i = 0; i < tuple.Elements.Length; i++) items.Add(Subjected(tuple.Elements[i], isolated, tuple.Elements.Skip(i + 1)));
        return new Subject(tuple.Type!, null, items);
    }

    private static Subject SubjectOf(Meaning meaning, ITypeSymbol type) => meaning switch
    {
        Bundle bundle => new Subject(type, null, [.. bundle.Members.Select((member, i) => SubjectOf(member, bundle.Layout.Members[i].Type))], bundle),
        Single single => new Subject(type, single.Value, []),
        _ => throw new InvalidOperationException(),
    };

    private Subject Subjected(IOperation operation, bool isolated, IEnumerable<IOperation> later)
    {
        if (operation is ITupleOperation) return SubjectOf(operation, isolated);
        if (LayoutOf(operation.Type) is { } layout)
        {
            Bundle members = BundleOf(operation, layout);
            // What an object becomes between two tests of it, and whether it is there, a copy does not tell.
            bool changes = isolated || later.Any(Effects.In);
            if (changes && !layout.IsValue) Refuse(operation, "DIFF0101", "A test of an object beside code that may change it", "keep what is tested in variables first");
            return SubjectOf(changes && PlaceInParameter(members) is null ? Copy(members, "matched") : Named(members, "matched"), operation.Type!);
        }
        Expr value = Value(operation);
        foreach (IOperation next in later) value = Protect(value, next);
        // A constant has to be a variable too: patterns that it never matches do not compile.
        if (isolated && value.Type.IsSequence) Refuse(operation, "DIFF0101", "A test of elements beside code that may change them", "keep what is tested in variables first");
        if (value is View { Type.IsSpan: true } part) value = Lasting(part, operation);
        else if (value is not Read || isolated) value = Spill(value, "matched");
        return new Subject(operation.Type!, value, []);
    }

    /// <summary>The condition that <paramref name="subject"/> matches; evaluating it binds the variables of the pattern.</summary>
    private Expr Match(Subject subject, IPatternOperation pattern)
    {
        switch (pattern)
        {
            case IDiscardPatternOperation:
                return True;
            case IConstantPatternOperation constant when _types.Count > 0 && NullTests.IsNull(constant.Value) && IsNeverNull(Closed(subject.Type)!):
                return False;
            case IConstantPatternOperation constant when subject.Value is not null:
                return Equal(subject, constant.Value);
            case INegatedPatternOperation negated when Decomposes(subject, pattern):
                return Not(Match(subject, negated.Pattern));
            case IBinaryPatternOperation both when Decomposes(subject, pattern):
                Expr left = Match(subject, both.LeftPattern);
                return both.OperatorKind == BinaryOperatorKind.And ? Both(left, () => Match(subject, both.RightPattern)) : Either(left, () => Match(subject, both.RightPattern));
            case not IDeclarationPatternOperation { MatchesNull: true } when subject.Bundle is { Layout.IsNullable: true } nullable:
                return MatchNullable(nullable, pattern);
            case IConstantPatternOperation or ITypePatternOperation or IDeclarationPatternOperation { MatchesNull: false } or IRecursivePatternOperation when subject.Bundle is { Layout: { IsNullable: false, Type.IsReferenceType: true } } model:
                return MatchModel(model, subject, pattern);
            case IDeclarationPatternOperation { DeclaredSymbol: ILocalSymbol named } when subject.Bundle is { } bundle:
                Bind(named, bundle);
                return True;
            case IDeclarationPatternOperation declaration when subject.Value is { } value:
                return Declared(declaration, subject, value);
            case ITypePatternOperation type when subject.Value is { } value:
                return type.MatchedType.IsValueType && SymbolEqualityComparer.Default.Equals(type.MatchedType, subject.Type) ? True : OfType(value, subject.Type, type.MatchedType);
            case IRelationalPatternOperation relational when subject.Value is { } value && SymbolEqualityComparer.Default.Equals(subject.Type, relational.Value.Type) && Comparison(relational.OperatorKind) is { } sign:
                return new Opaque(EquatableArray.Of("", sign, ""), EquatableArray.Of(value, Value(relational.Value)), IrType.Boolean);
            case IRecursivePatternOperation recursive when Decomposes(subject, pattern):
                return Recursive(recursive, subject);
            case IListPatternOperation list when subject.Value is { Type.IsSequence: true } sequence:
                return Listed(list, sequence);
            default:
                return subject.Value is { } whole ? Is(whole, pattern) : Refuse(pattern, "DIFF0101", Quote(pattern.Syntax));
        }
    }

    /// <summary>Must the pattern be taken apart, because it binds something or looks into a sequence?</summary>
    private static bool NeedsMatching(IOperation part) => part switch
    {
        IListPatternOperation => true,
        IPatternOperation pattern => Binding(pattern) is not null,
        _ => false,
    };

    /// <summary>Does the pattern bind something, or look into elements that are matched one by one?</summary>
    private static bool Decomposes(Subject subject, IPatternOperation pattern) =>
        subject.Value is null || subject.Value.Type.IsSequence || IsDotted(pattern) || pattern.DescendantsAndSelf().Any(part => part is not IListPatternOperation { DeclaredSymbol: null } && NeedsMatching(part));

    /// <summary>The inner part of <c>{ A.B: 1 }</c>, which has no words of its own.</summary>
    private static bool IsDotted(IPatternOperation pattern) => pattern is IRecursivePatternOperation { Syntax: not RecursivePatternSyntax };

    /// <summary>A constant as a label or pattern.</summary>
    private Expr Equal(Subject subject, IOperation constant)
    {
        if (subject.Value is not { } value) return Refuse(constant, "DIFF0101", Quote(constant.Syntax));
        bool same = SymbolEqualityComparer.Default.Equals(subject.Type, constant.Type) && constant.ConstantValue is { HasValue: true, Value: not null };
        if (same && constant.ConstantValue.Value is bool flag) return flag ? value : Not(value);
        bool comparable = same && (IsInteger(subject.Type) || subject.Type.TypeKind == TypeKind.Enum || subject.Type.SpecialType is SpecialType.System_Char or SpecialType.System_String);
        return comparable
            ? new Opaque(EquatableArray.Of("", " == ", ""), EquatableArray.Of(value, Inactive(constant)), IrType.Boolean)
            : Worded(value, constant.Syntax, text => CollectConstant(constant, text));
    }

    private static string? Comparison(BinaryOperatorKind kind) => kind switch
    {
        BinaryOperatorKind.LessThan => " < ",
        BinaryOperatorKind.LessThanOrEqual => " <= ",
        BinaryOperatorKind.GreaterThan => " > ",
        BinaryOperatorKind.GreaterThanOrEqual => " >= ",
        _ => null,
    };
}
