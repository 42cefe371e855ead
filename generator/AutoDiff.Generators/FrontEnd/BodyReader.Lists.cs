using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiff.Generators.FrontEnd;

/// <summary>
/// A <c>List&lt;T&gt;</c> that stays inside the method: an array that is replaced by a larger one when it is full, and how many of its
/// elements count. A list of which anything else is done is not known here.
/// </summary>
internal sealed partial class BodyReader
{
    private sealed record GrowingList(Variable Items, Variable Count, ITypeSymbol Element);

    private Dictionary<ISymbol, GrowingList> _lists => _names.Lists;

    private static bool IsList(ITypeSymbol? type) =>
        type is INamedTypeSymbol { Name: "List", Arity: 1, ContainingNamespace: { Name: "Generic", ContainingNamespace: { Name: "Collections", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } } };

    private GrowingList? ListOf(IOperation? operation) => operation is ILocalReferenceOperation { Local: { } local } && _lists.TryGetValue(local, out GrowingList? list) ? list : null;

    /// <summary>A local list of numbers, or of what is made of numbers, with which nothing is done that is not known here.</summary>
    private bool DeclaresList(ILocalSymbol local, IOperation value)
    {
        IOperation made = Unwrap(value);
        if (!IsList(local.Type) || First(made) is not { } first || IsAssignedLater(local, value)) return false;
        ITypeSymbol element = ((INamedTypeSymbol)local.Type).TypeArguments[0];
        if (!CanBeStored(element) || !AllUses(local, value).All(IsKnownUse)) return false;
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

    /// <summary>Can elements of this type be written one member after the other?</summary>
    private bool CanBeStored(ITypeSymbol element) => IsReal(element) || LayoutOf(element) is { } layout && IsAssignable(layout);

    private IrType ListType(ITypeSymbol element) => TypeOf(_model.Compilation.CreateArrayTypeSymbol(element));

    private static IEnumerable<IOperation> AllUses(ILocalSymbol local, IOperation place)
    {
        IOperation root = place;
        while (root.Parent is { } parent) root = parent;
        return root.Descendants().Where(part => part is ILocalReferenceOperation { Local: { } other } && SymbolEqualityComparer.Default.Equals(other, local));
    }

    private static IEnumerable<IOperation> Ancestors(IOperation operation)
    {
        for (IOperation? outer = operation.Parent; outer is not null; outer = outer.Parent) yield return outer;
    }

    private static bool IsKnownUse(IOperation use)
    {
        IOperation outer = use.Parent!;
        // In the code of a delegate a list is only read: it must not change while it is enumerated.
        bool inside = Ancestors(use).Any(each => each is IAnonymousFunctionOperation or ILocalFunctionOperation);
        switch (outer)
        {
            case IPropertyReferenceOperation { Property.Name: "Count" }:
                return true;
            case IPropertyReferenceOperation { Property.IsIndexer: true } element when element.Instance == use:
                return !inside || !IsWritten(element);
            case IImplicitIndexerReferenceOperation { Argument: IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat } } element when element.Instance == use:
                return !inside || !IsWritten(element);
            case IInvocationOperation { TargetMethod: { IsStatic: false, Name: "Add" or "Clear" } } change when change.Instance == use:
                return !inside && change.Parent is IExpressionStatementOperation && !IsEnumerated(use);
            case IInvocationOperation { TargetMethod: { IsStatic: false, Name: "ToArray" } } call:
                return call.Instance == use;
            case IConversionOperation { IsImplicit: true, Type.TypeKind: TypeKind.Interface, Parent: IArgumentOperation { Parent: IInvocationOperation call } } conversion:
                return LinqMethod(call) is not null && call.Arguments.Any(argument => argument.Value == conversion);
            case IConversionOperation { Parent: IForEachLoopOperation loop } conversion:
                return loop.Collection == conversion && !Changes(use, loop.Body);
            case IForEachLoopOperation loop:
                return loop.Collection == use && !Changes(use, loop.Body);
            default:
                return false;
        }
    }

    private static bool IsWritten(IOperation element) => element.Parent is IAssignmentOperation { Target: { } target } && target == element || element.Parent is IIncrementOrDecrementOperation or IArgumentOperation { Parameter.RefKind: not RefKind.None };

    private static bool IsEnumerated(IOperation use) => Ancestors(use).OfType<IForEachLoopOperation>().Any(loop => loop.Collection.DescendantsAndSelf().Any(part => SameLocal(part, use)));

    private static bool Changes(IOperation use, IOperation body) => body.Descendants().Any(part => SameLocal(part, use) && (IsWritten(part.Parent!) || part.Parent is IInvocationOperation { TargetMethod.Name: "Add" or "Clear" }));

    private static bool SameLocal(IOperation part, IOperation use) => part is ILocalReferenceOperation { Local: { } local } && SymbolEqualityComparer.Default.Equals(local, ((ILocalReferenceOperation)use).Local);

    /// <summary>A call that changes a list; false where it is none.</summary>
    private bool ListStatement(IInvocationOperation call)
    {
        if (ListOf(call.Instance) is not { } list) return false;
        if (call.TargetMethod.Name == "Add") Append(list, call.Arguments[0].Value, call.Syntax);
        else _block.Add(new Assign(list.Count, new Literal("0", IrType.Int32), SourceText.OneLine(call.Syntax)));
        return true;
    }

    private void Append(GrowingList list, IOperation added, SyntaxNode syntax)
    {
        Meaning value = KeptMeaning(Converted(MeaningOf(Unwrap(added)), list.Element), "added");
        var items = new Read(list.Items);
        var count = new Read(list.Count);
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
        _block.Add(Step(list.Count));
    }

    private Meaning ElementMeaning(Element place, ITypeSymbol type) => LayoutOf(type) is { } layout ? MembersOf(place, layout, "") : new Single(place);

    private void StoreElement(Element place, ITypeSymbol type, Meaning value, string? source = null)
    {
        if (LayoutOf(type) is { } layout) Store(MembersOf(place, layout, ""), (Bundle)value, source);
        else _block.Add(new Store(place.Sequence, place.Index, ((Single)value).Value, source));
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
        if (fromEnd) position = Opaque.Of(IrType.Int32, ["", " - ", ""], new Read(known.Count), position);
        return new Element(new Read(known.Items), Opaque.Of(IrType.Int32, ["\u0001Lists\u0001.Index(", ", ", ")"], position, new Read(known.Count)));
    }

    private Query ListQuery(GrowingList list) => new(list.Element, new Read(list.Count), false, (index, yield) =>
    {
        Meaning element = ElementMeaning(new Element(new Read(list.Items), index), list.Element);
        yield(element is Bundle bundle ? Copy(bundle, "element") : element);
    });

    private Expr ListToArray(GrowingList list) =>
        new CopyOf(new View(new Read(list.Items), new Literal("0", IrType.Int32), new Read(list.Count), list.Items.Type.As(TypeShape.Span)), list.Items.Type);
}
