using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiff.Generators.FrontEnd;

/// <summary>
/// A <c>List&lt;T&gt;</c> that stays inside the method: an array that is replaced by a larger one when it is full, and how many of its
/// elements count. Or one that the method is given: itself, and it neither grows nor shrinks. A list of which anything else is done is
/// not known here.
/// </summary>
internal sealed partial class BodyReader
{
    /// <param name="Items">The array, or the list that was given.</param>
    /// <param name="Counter">How many elements count; null where the list was given.</param>
    /// <param name="Element">Their type.</param>
    private sealed record GrowingList(Variable Items, Variable? Counter, ITypeSymbol Element)
    {
        public Expr Count => Counter is { } counter ? new Read(counter) : Opaque.Of(IrType.Int32, ["", ".Count"], new Read(Items));
    }

    private Dictionary<ISymbol, GrowingList> _lists => _names.Lists;

    public static bool IsList(ITypeSymbol? type) =>
        type is INamedTypeSymbol { Name: "List", Arity: 1, ContainingNamespace: { Name: "Generic", ContainingNamespace: { Name: "Collections", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } } };

    private GrowingList? ListOf(IOperation? operation) =>
        operation is ILocalReferenceOperation or IParameterReferenceOperation && _lists.TryGetValue(Effects.Symbol(operation)!, out GrowingList? list) ? list : null;

    /// <summary>A local list of numbers, or of what is made of numbers, with which nothing is done that is not known here.</summary>
    private bool DeclaresList(ILocalSymbol local, IOperation value)
    {
        IOperation made = Unwrap(value);
        if (!IsList(local.Type) || First(made) is not { } first || IsAssignedLater(local, value)) return false;
        ITypeSymbol element = ((INamedTypeSymbol)local.Type).TypeArguments[0];
        if (!CanBeStored(element) || !AllUses(local, value).All(use => IsKnownUse(use))) return false;
        Expr capacity = made is IObjectCreationOperation { Arguments: [{ Value: { } given }] } ? Opaque.Of(IrType.Int32, ["\u0001Math\u0001.Max(", ", 4)"], Inactive(given)) : new Literal("4", IrType.Int32);
        var items = new Variable(_variables++, local.Name, ListType(element), VariableRole.Local);
        var count = new Variable(_variables++, local.Name + "Count", IrType.Int32, VariableRole.Local);
        foreach (Variable part in new[] { items, count }) _block.Declare(part);
        _block.Add(new Assign(items, new NewArray(capacity, items.Type), SourceText.OneLine(value.Syntax)));
        _block.Add(new Assign(count, new Literal("0", IrType.Int32)));
        GrowingList list = _lists[local] = new GrowingList(items, count, element);
        foreach (IOperation added in first) Append(list, added, added.Syntax);
        return true;
    }

    /// <summary>What a new list holds first; null where it is made in a way that is not known here.</summary>
    private static IReadOnlyList<IOperation>? First(IOperation made) => made switch
    {
        ICollectionExpressionOperation { Elements: { } elements } when !elements.Any(element => element is ISpreadOperation) => elements,
        IObjectCreationOperation { Initializer: null } creation when TakesCapacity(creation) => [],
        IObjectCreationOperation { Initializer.Initializers: { } initial } creation when TakesCapacity(creation) && initial.All(each => each is IInvocationOperation { TargetMethod.Name: "Add", Arguments.Length: 1 }) =>
            [.. initial.Cast<IInvocationOperation>().Select(each => each.Arguments[0].Value)],
        _ => null,
    };

    private static bool TakesCapacity(IObjectCreationOperation creation) => creation.Arguments.Length == 0 || creation.Arguments is [{ Value.Type.SpecialType: SpecialType.System_Int32 }];

    /// <summary>Can elements of this type be written one member after the other, or be made anew?</summary>
    private bool CanBeStored(ITypeSymbol element) => IsReal(element) || LayoutOf(element) is { } layout && (IsAssignable(layout) || layout.Making is not null);

    private IrType ListType(ITypeSymbol element) => TypeOf(_model.Compilation.CreateArrayTypeSymbol(element));

    private static IEnumerable<IOperation> AllUses(ISymbol list, IOperation place)
    {
        IOperation root = place;
        while (root.Parent is { } parent) root = parent;
        return root.Descendants().Where(part => part is ILocalReferenceOperation or IParameterReferenceOperation && SymbolEqualityComparer.Default.Equals(Effects.Symbol(part), list));
    }

    private static IEnumerable<IOperation> Ancestors(IOperation operation)
    {
        for (IOperation? outer = operation.Parent; outer is not null; outer = outer.Parent) yield return outer;
    }

    /// <param name="use">A reference to a list.</param>
    /// <param name="given">Is it one that the method was given?</param>
    private static bool IsKnownUse(IOperation use, bool given = false)
    {
        IOperation outer = use.Parent!;
        // In the code of a delegate a list is only read: it must not change while it is enumerated.
        bool inside = Ancestors(use).Any(each => each is IAnonymousFunctionOperation or ILocalFunctionOperation);
        switch (outer)
        {
            case IPropertyReferenceOperation { Property.Name: "Count" }:
                return true;
            case IPropertyReferenceOperation { Property.IsIndexer: true } element when element.Instance == use:
                return !IsWritten(element) || !inside && !(given ? MayBeEnumerated(use) : IsEnumerated(use));
            case IImplicitIndexerReferenceOperation { Argument: IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat } } element when element.Instance == use:
                return !IsWritten(element) || !inside && !(given ? MayBeEnumerated(use) : IsEnumerated(use));
            case IInvocationOperation { TargetMethod: { IsStatic: false, Name: "Add" or "Clear" } } change when change.Instance == use:
                return !given && !inside && change.Parent is IExpressionStatementOperation && !IsEnumerated(use);
            case IInvocationOperation { TargetMethod: { IsStatic: false, Name: "ToArray" } } call:
                return call.Instance == use;
            case IInvocationOperation call when call.Instance == use && IsInPlace(call):
                return !inside && call.Parent is IExpressionStatementOperation && !(given ? MayBeEnumerated(use) : IsEnumerated(use));
            case IInvocationOperation call when call.Instance == use:
                return IsListSearch(call.TargetMethod) || IsSearchByDelegate(call.TargetMethod);
            case IConversionOperation { IsImplicit: true, Type.TypeKind: TypeKind.Interface, Parent: IArgumentOperation { Parent: IInvocationOperation call } } conversion:
                return (LinqMethod(call) is not null || HarmlessCalls.IsHarmless(call.TargetMethod)) && call.Arguments.Any(argument => argument.Value == conversion);
            case IConversionOperation { IsImplicit: true, Type.SpecialType: SpecialType.System_Object, Parent: IArgumentOperation { Parent: IInvocationOperation call } } when given:
                return HarmlessCalls.IsHarmless(call.TargetMethod);
            case IArgumentOperation { Parameter: { RefKind: RefKind.None } parameter, Parent: IInvocationOperation { TargetMethod.DeclaringSyntaxReferences.Length: 1 } } when given:
                // A method that is read in place: what it does with the list is looked at there.
                return IsList(parameter.Type);
            case IConversionOperation { Parent: IForEachLoopOperation loop } conversion:
                return loop.Collection == conversion && (given || !Changes(use, loop.Body));
            case IForEachLoopOperation loop:
                return loop.Collection == use && (given || !Changes(use, loop.Body));
            default:
                return false;
        }
    }

    /// <summary>
    /// An element that is assigned ends the enumeration of its list, with an exception. So it is not known where it stands in a loop over
    /// any list or query, which may be of the same list under another name.
    /// </summary>
    private static bool MayBeEnumerated(IOperation use) => Ancestors(use).OfType<IForEachLoopOperation>()
        .Any(loop => (loop.Collection is IConversionOperation { IsImplicit: true, Operand: { } operand } ? operand : loop.Collection).Type is not (IArrayTypeSymbol or { IsRefLikeType: true } or { SpecialType: SpecialType.System_String }));

    private static bool IsWritten(IOperation element) => element.Parent is IAssignmentOperation { Target: { } target } && target == element || element.Parent is IIncrementOrDecrementOperation or IArgumentOperation { Parameter.RefKind: not RefKind.None };

    /// <summary>Is it changed in a loop over itself, over a query of it, or over one that a variable holds and that may be of it?</summary>
    private static bool IsEnumerated(IOperation use) => Ancestors(use).OfType<IForEachLoopOperation>().Any(loop => loop.Collection.DescendantsAndSelf().Any(part =>
        SameLocal(part, use) || part is ILocalReferenceOperation { Type.TypeKind: TypeKind.Interface }));

    private static bool Changes(IOperation use, IOperation body) => body.Descendants().Any(part => SameLocal(part, use) && (IsWritten(part.Parent!) || part.Parent is IInvocationOperation { TargetMethod.Name: "Add" or "Clear" or "Sort" or "Reverse" }));

    private static bool SameLocal(IOperation part, IOperation use) => part is ILocalReferenceOperation or IParameterReferenceOperation && SymbolEqualityComparer.Default.Equals(Effects.Symbol(part), Effects.Symbol(use));

    /// <summary>A call that changes a list; false where it is none.</summary>
    private bool ListStatement(IInvocationOperation call)
    {
        if (ListOf(call.Instance) is not { Counter: { } counter } list || call.TargetMethod.Name is not ("Add" or "Clear")) return false;
        if (call.TargetMethod.Name == "Add") Append(list, call.Arguments[0].Value, call.Syntax);
        else _block.Add(new Assign(counter, new Literal("0", IrType.Int32), SourceText.OneLine(call.Syntax)));
        return true;
    }

    /// <summary>Makes known a list that the method was given, or refuses what is done with it.</summary>
    private void GiveList(IParameterSymbol parameter, Variable items, IOperation body, SyntaxNode? call)
    {
        _lists[parameter] = new GrowingList(items, null, ((INamedTypeSymbol)parameter.Type).TypeArguments[0]);
        foreach (IOperation use in AllUses(parameter, body).Where(use => !IsKnownUse(use, given: true)))
        {
            IOperation whole = use.Parent is IArgumentOperation or IConversionOperation { IsImplicit: true } or IExpressionStatementOperation ? use : use.Parent!;
            SyntaxNode place = call ?? (whole is IPropertyReferenceOperation { Parent: IAssignmentOperation { } assignment } ? assignment.Syntax : whole.Syntax);
            Refuse(place, SiteOf(place.Span), "DIFF0101", Quote(place) + " on a list that the method is given", "read and store its elements by index, count or enumerate them; copy it with ToArray() for anything else");
        }
    }

    private void Append(GrowingList list, IOperation added, SyntaxNode syntax)
    {
        Meaning value = KeptMeaning(Converted(MeaningOf(Unwrap(added)), list.Element), "added");
        var items = new Read(list.Items);
        var count = new Read(list.Counter!);
        Block grow = Nested(() =>
        {
            Read larger = Spill(new NewArray(Opaque.Of(IrType.Int32, ["2 * ", ""], count), list.Items.Type), "larger");
            Variable each = Temporary("index", IrType.Int32);
            Block copy = Nested(() => StoreElement(new Element(larger, new Read(each)), list.Element, ElementMeaning(new Element(items, new Read(each)), list.Element)));
            _block.Add(new For(each, new Literal("0", IrType.Int32), count, false, 1, copy, SourceText.OneLine(syntax)));
            _block.Add(new Assign(list.Items, larger));
        });
        _block.Add(new If(Opaque.Of(IrType.Boolean, ["", " == ", ".Length"], count, items), grow, Block.Empty));
        StoreElement(new Element(items, count), list.Element, value, SourceText.OneLine(syntax));
        _block.Add(Step(list.Counter!));
    }

    private Meaning ElementMeaning(Element place, ITypeSymbol type) => LayoutOf(type) is { } layout ? MembersOf(place, layout, "") : new Single(place);

    private void StoreElement(Element place, ITypeSymbol type, Meaning value, string? source = null)
    {
        if (LayoutOf(type) is { } layout) Store(MembersOf(place, layout, ""), (Bundle)value, source);
        else _block.Add(new Store(place.Sequence, place.Index, ((Single)value).Value, source, _statement));
    }

    /// <summary>An element of a list; beyond its count it throws, though the array behind it may be longer.</summary>
    private Element? ListElement(IOperation operation)
    {
        (IOperation? instance, IOperation? index, bool fromEnd) = operation switch
        {
            IPropertyReferenceOperation { Instance: { } list, Arguments: [{ Value: { } at }] } => (list, at, false),
            IImplicitIndexerReferenceOperation { Instance: { } list, Argument: IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat, Operand: { } back } } => (list, back, true),
            _ => (null, (IOperation?)null, false),
        };
        if (ListOf(instance) is not { } known || index is null) return null;
        Expr position = Inactive(index);
        if (fromEnd) position = Opaque.Of(IrType.Int32, ["", " - ", ""], known.Count, position);
        return new Element(new Read(known.Items), known.Counter is null ? position : Opaque.Of(IrType.Int32, ["\u0001Lists\u0001.Index(", ", ", ")"], position, known.Count));
    }

    private Query ListQuery(GrowingList list) => new(list.Element, list.Count, false, (index, yield) =>
    {
        Meaning element = ElementMeaning(new Element(new Read(list.Items), index), list.Element);
        yield(element is Bundle bundle ? Copy(bundle, "element") : element);
    });

    private Expr ListToArray(GrowingList list) =>
        new CopyOf(list.Counter is null
            ? new View(new Read(list.Items), null, null, list.Items.Type.As(TypeShape.Span))
            : new View(new Read(list.Items), new Literal("0", IrType.Int32), list.Count, list.Items.Type.As(TypeShape.Span)), list.Items.Type.As(TypeShape.Array));
}
