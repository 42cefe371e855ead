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
            return SubjectOf(isolated || later.Any(Effects.In) ? Copy(members, "matched") : Named(members, "matched"), operation.Type!);
        }
        Expr value = Value(operation);
        foreach (IOperation next in later) value = Protect(value, next);
        // A constant has to be a variable too: patterns that it never matches do not compile.
        if (value is not Read || isolated && value is Read { Variable.Role: not VariableRole.Temporary }) value = Spill(value, "matched");
        return new Subject(operation.Type!, value, []);
    }

    /// <summary>The condition that <paramref name="subject"/> matches; evaluating it binds the variables of the pattern.</summary>
    private Expr Match(Subject subject, IPatternOperation pattern)
    {
        switch (pattern)
        {
            case IDiscardPatternOperation:
                return True;
            case IConstantPatternOperation constant when subject.Value is not null:
                return Equal(subject, constant.Value);
            case INegatedPatternOperation negated when Decomposes(subject, pattern):
                return Not(Match(subject, negated.Pattern));
            case IBinaryPatternOperation both when Decomposes(subject, pattern):
                Expr left = Match(subject, both.LeftPattern);
                return both.OperatorKind == BinaryOperatorKind.And ? Both(left, () => Match(subject, both.RightPattern)) : Either(left, () => Match(subject, both.RightPattern));
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
        subject.Value is null || subject.Value.Type.IsSequence || pattern.DescendantsAndSelf().Any(part => part is not IListPatternOperation { DeclaredSymbol: null } && NeedsMatching(part));

    /// <summary><c>value is pattern</c>, in the user's words.</summary>
    private Opaque Is(Expr value, IPatternOperation pattern) => Worded(value, pattern.Syntax, text => CollectPattern(pattern, text));

    private Opaque Worded(Expr value, SyntaxNode syntax, Action<OpaqueText> collect)
    {
        var text = new OpaqueText(syntax, false, []);
        collect(text);
        QualifyTypes(text);
        Opaque words = text.Build(" is ", IrType.Boolean, SiteOf(syntax), _model);
        return words with { Parts = words.Parts.Prepend("").ToEquatable(), Operands = words.Operands.Prepend(value).ToEquatable() };
    }

    private void CollectPattern(IOperation pattern, OpaqueText text)
    {
        switch (pattern)
        {
            case IConstantPatternOperation constant:
                CollectConstant(constant.Value, text);
                return;
            case IRelationalPatternOperation relational:
                CollectConstant(relational.Value, text);
                return;
            case IDiscardPatternOperation:
                return;
            case IDeclarationPatternOperation { Syntax: DeclarationPatternSyntax { Type: { } name }, MatchedType: { } type }:
                Named(name, type, text);
                break;
            case ITypePatternOperation { Syntax: TypePatternSyntax { Type: { } name } } typed:
                Named(name, typed.MatchedType, text);
                break;
            case ITypePatternOperation typed:
                text.Replace(typed.Syntax, NameOf(typed.MatchedType));
                break;
            case IRecursivePatternOperation { Syntax: RecursivePatternSyntax { Type: { } name } } recursive:
                Named(name, recursive.MatchedType, text);
                text.Repeatable = false;
                break;
            case IRecursivePatternOperation or IListPatternOperation:
                text.Repeatable = false;
                break;
            case IPropertySubpatternOperation property:
                CollectPattern(property.Pattern, text);
                return;
            case ISlicePatternOperation { Pattern: null }:
                return;
            case INegatedPatternOperation or IBinaryPatternOperation:
                break;
            default:
                Refuse(pattern, "DIFF0101", Quote(pattern.Syntax));
                return;
        }
        foreach (IOperation child in pattern.ChildOperations) CollectPattern(child, text);
    }

    private void Named(TypeSyntax name, ITypeSymbol type, OpaqueText text)
    {
        if (name is not PredefinedTypeSyntax) text.Replace(name, NameOf(type).TrimEnd('?'));
    }

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

    /// <summary>A local constant of a floating-point type is a variable in the companions, and a pattern wants a constant.</summary>
    private void CollectConstant(IOperation constant, OpaqueText text)
    {
        bool local = constant.DescendantsAndSelf().Any(part => part is ILocalReferenceOperation { Local.HasConstantValue: true });
        if (local && constant.ConstantValue is { HasValue: true, Value: { } known }) text.Replace(constant.Syntax, ConstantText(known, constant.Type!));
        else Collect(constant, text);
    }

    private Expr Declared(IDeclarationPatternOperation declaration, Subject subject, Expr value)
    {
        ITypeSymbol type = declaration.MatchedType ?? subject.Type;
        bool always = declaration.MatchesNull || type.IsValueType && SymbolEqualityComparer.Default.Equals(type, subject.Type);
        Expr test = always ? True : OfType(value, subject.Type, type);
        return Both(test, () =>
        {
            if (declaration.DeclaredSymbol is ILocalSymbol local) Bind(local, declaration.MatchesNull ? value : Narrowed(value, subject.Type, type));
            return True;
        });
    }

    private Opaque OfType(Expr value, ITypeSymbol from, ITypeSymbol to) => SymbolEqualityComparer.Default.Equals(from, to)
        ? new Opaque(EquatableArray.Of("", " is not null"), EquatableArray.Of(value), IrType.Boolean)
        : new Opaque(EquatableArray.Of("", " is " + NameOf(to).TrimEnd('?')), EquatableArray.Of(value), IrType.Boolean);

    /// <summary>The value in the type that a test has found it to be of.</summary>
    private Expr Narrowed(Expr value, ITypeSymbol from, ITypeSymbol to)
    {
        if (to.IsValueType && SymbolEqualityComparer.Default.Equals(from, to)) return value;
        IrType type = TypeOf(to);
        return SymbolEqualityComparer.Default.Equals(from, to)
            ? value.Type.IsSequence ? value : new Opaque(EquatableArray.Of("", "!"), EquatableArray.Of(value), type)
            : new Opaque(EquatableArray.Of("(" + NameOf(to).TrimEnd('?') + ")", to.IsReferenceType ? "!" : ""), EquatableArray.Of(value), type);
    }

    private void Bind(ILocalSymbol local, Expr value)
    {
        Variable variable = _shared.Contains(local) ? ((Read)_bindings[local]).Variable : DeclareBinding(local, _scope);
        if (value.Type != variable.Type && variable.Type.IsReal) value = new Convert(value, true, variable.Type);
        _block.Add(new Assign(variable, value));
    }

    private void Bind(ILocalSymbol local, Bundle members)
    {
        if (!members.Layout.IsValue)
        {
            _bundles[local] = members;
            return;
        }
        Bundle places = members;
        Within(_scope, () => places = Fresh(members.Layout, local.Name));
        _bundles[local] = places;
        Store(places, members, null);
    }

    private Variable DeclareBinding(ILocalSymbol local, BlockBuilder scope)
    {
        var variable = new Variable(_variables++, local.Name, TypeOf(local.Type), VariableRole.Local);
        _bindings[local] = new Read(variable);
        scope.Declare(variable);
        return variable;
    }

    /// <summary>The variables that the condition of a loop binds, which is read after the body that uses them.</summary>
    private void DeclareBindings(IOperation condition, BlockBuilder scope)
    {
        foreach (IPatternOperation pattern in condition.Descendants().OfType<IPatternOperation>())
        {
            if (Binding(pattern) is not { } local) continue;
            DeclareBinding(local, scope);
            _shared.Add(local);
        }
    }

    private static ILocalSymbol? Binding(IPatternOperation pattern) => pattern switch
    {
        IDeclarationPatternOperation declaration => declaration.DeclaredSymbol,
        IRecursivePatternOperation recursive => recursive.DeclaredSymbol,
        IListPatternOperation list => list.DeclaredSymbol,
        _ => null,
    } as ILocalSymbol;

    private Expr Recursive(IRecursivePatternOperation pattern, Subject subject)
    {
        ITypeSymbol type = pattern.MatchedType;
        bool always = subject.Value is null || type.IsValueType && SymbolEqualityComparer.Default.Equals(type, subject.Type);
        Expr test = always ? True : OfType(subject.Value!, subject.Type, type);
        return Both(test, () =>
        {
            Subject narrowed = always ? subject : new Subject(type, Spilled(Narrowed(subject.Value!, subject.Type, type)), []);
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
                    if (narrowed.Value is { } value) Bind(local, value);
                    else if (narrowed.Bundle is { } bundle) Bind(local, bundle);
                    else Refuse(pattern, "DIFF0101", Quote(pattern.Syntax));
                }
                return True;
            });
        });
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
        (IMemberReferenceOperation { Member: { } symbol }, null) when subject.Bundle is { } bundle => bundle.Layout.IndexOf(symbol) is var index and >= 0 ? subject.Items[index] : null,
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
                var element = new Element(sequence, index);
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
        Expr value = sequence.Type.IsSpan ? view : new CopyOf(view, sequence.Type);
        return new Subject(slice.InputType, Spill(value, "slice"), []);
    }

    private static string? Comparison(BinaryOperatorKind kind) => kind switch
    {
        BinaryOperatorKind.LessThan => " < ",
        BinaryOperatorKind.LessThanOrEqual => " <= ",
        BinaryOperatorKind.GreaterThan => " > ",
        BinaryOperatorKind.GreaterThanOrEqual => " >= ",
        _ => null,
    };

    private static bool IsTrue(Expr test) => test is Opaque { Operands.Count: 0, Parts: ["true"] };

    private static Expr Not(Expr test) => IsTrue(test) ? False : new Opaque(EquatableArray.Of("!", ""), EquatableArray.Of(test), IrType.Boolean);

    /// <summary>Both conditions, the second one evaluated only if the first holds.</summary>
    private Expr Both(Expr first, Func<Expr> second)
    {
        (Block before, Expr test) = Apart(second);
        if (IsTrue(first) || IsBare(before))
        {
            Splice(before);
            return And([first, test]);
        }
        return InTurn(first, before, test, isBoth: true);
    }

    /// <summary>One of the conditions, the second one evaluated only if the first does not hold.</summary>
    private Expr Either(Expr first, Func<Expr> second)
    {
        if (IsTrue(first)) return first;
        (Block before, Expr test) = Apart(second);
        return IsBare(before)
            ? new Opaque(EquatableArray.Of("", " || ", ""), EquatableArray.Of(first, test), IrType.Boolean)
            : InTurn(first, before, test, isBoth: false);
    }

    private Read InTurn(Expr first, Block before, Expr test, bool isBoth)
    {
        Variable both;
        if (first is Read { Variable: { Role: VariableRole.Temporary, Name: "matches" } made }) both = made;
        else
        {
            both = Temporary("matches", IrType.Boolean);
            _block.Declare(both);
            _block.Add(new Assign(both, first));
        }
        Block then = IsTrue(test) && isBoth ? before : before with { Statements = before.Statements.Append(new Assign(both, test)).ToEquatable() };
        _block.Add(new If(isBoth ? new Read(both) : Not(new Read(both)), then, Block.Empty));
        return new Read(both);
    }

    private (Block Before, Expr Test) Apart(Func<Expr> condition)
    {
        Expr test = True;
        Block before = Nested(() => test = condition());
        return (before, test);
    }

    private static bool IsBare(Block block) => block.IsEmpty && block.Locals.Count == 0;

    private void Splice(Block block)
    {
        foreach (Variable local in block.Locals) _block.Declare(local);
        foreach (Stmt statement in block.Statements) _block.Add(statement);
    }
}
