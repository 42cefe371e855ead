using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiff.Generators.FrontEnd;

/// <summary>Regions that end in a fixed way: <c>try … finally</c>, <c>using</c>, <c>lock</c>.</summary>
internal sealed partial class BodyReader
{
    private int _regions;

    private void RegionStatement(IOperation operation)
    {
        switch (operation)
        {
            case ITryOperation { Catches: [{ } first, ..] }:
                Refuse(first.Syntax, SiteOf(first.Syntax.GetFirstToken().Span), "DIFF0112");
                break;
            case ITryOperation { Finally: { } last } region:
                AddRegion(RegionKind.Finally, null, () => Statements(region.Body.Operations, 0), () => Statements(last.Operations, 0));
                break;
            case ILockOperation region:
                Expr locked = Value(region.LockedValue);
                AddRegion(RegionKind.Lock, locked, () => BranchBody(region.Body, null), null);
                break;
            case IUsingOperation { IsAsynchronous: false } region:
                if (region.Resources is IVariableDeclarationGroupOperation group) Using(group, 0, () => BranchBody(region.Body, null));
                else if (!IsDisposed(region.Resources)) break;
                else if (LayoutOf(region.Resources.Type) is { } layout) AddDisposal(BundleOf(region.Resources, layout), region.Resources, () => BranchBody(region.Body, null));
                else AddRegion(RegionKind.Using, Spilled(Value(region.Resources)), () => BranchBody(region.Body, null), null);
                break;
            default:
                RefuseStatement(operation);
                break;
        }
    }

    /// <summary><c>using</c> before a variable: what follows in the block is the region.</summary>
    private void UsingDeclaration(IUsingDeclarationOperation declaration, Action rest)
    {
        if (declaration.IsAsynchronous) Refuse(declaration, "DIFF0102", Shorten(declaration.Syntax));
        else Using(declaration.DeclarationGroup, 0, rest);
    }

    private void Using(IVariableDeclarationGroupOperation group, int first, Action body)
    {
        List<IVariableDeclaratorOperation> resources = [.. group.Declarations.SelectMany(declaration => declaration.Declarators)];
        if (first == resources.Count)
        {
            body();
            return;
        }
        Declaration(resources[first]);
        if (!IsDisposed(resources[first])) return;
        ILocalSymbol local = resources[first].Symbol;
        if (_bundles.TryGetValue(local, out Bundle? whole)) AddDisposal(whole, resources[first], () => Using(group, first + 1, body));
        else if (_bindings.TryGetValue(local, out Expr? resource)) AddRegion(RegionKind.Using, resource, () => Using(group, first + 1, body), null);
        else Refuse(resources[first], "DIFF0102", "using (" + Shorten(resources[first].Syntax) + ")");
    }

    /// <summary>The disposal of an object whose members are variables here: the code of its <c>Dispose</c>, read in place at the end of the region.</summary>
    private void AddDisposal(Bundle resource, IOperation declared, Action body)
    {
        INamedTypeSymbol type = resource.Layout.Type;
        INamedTypeSymbol disposable = _compilation.GetSpecialType(SpecialType.System_IDisposable);
        // The variable of 'var' may always be null, as far as its type says.
        IOperation given = Unwrap(declared is IVariableDeclaratorOperation declarator && declarator.GetVariableInitializer() is { Value: { } initial } ? initial : declared);
        bool mayBeMissing = given is not ILocalReferenceOperation && given.Type is { NullableAnnotation: NullableAnnotation.Annotated };
        if (mayBeMissing)
        {
            Refuse(declared, "DIFF0102", "using (" + Shorten(declared.Syntax) + ")", "the object may be missing, so test it for null before, or give it a type without '?'");
            return;
        }
        if (type.FindImplementationForInterfaceMember(disposable.GetMembers("Dispose")[0]) is not IMethodSymbol dispose || Implementations.IsOpen(dispose)
            || _inlining.Count >= DeepestInlining || IsRecursive(dispose) || Source(dispose) is not { } source || BodyOf(ModelOf(source), source) is not { } code)
        {
            Refuse(declared, "DIFF0102", "using (" + Shorten(declared.Syntax) + ")", "the code of its Dispose cannot be followed, so call it in 'finally'");
            return;
        }
        AddRegion(RegionKind.Finally, null, body, () => Enter(new PlacedCall(dispose, null, [], declared.Syntax), [], code, ModelOf(source), resource, null, () => BodyStatements(code)));
    }

    /// <summary>A resource that is a value would be disposed of as a copy.</summary>
    private bool IsDisposed(IOperation resource)
    {
        ITypeSymbol? type = resource is IVariableDeclaratorOperation declarator ? declarator.Symbol.Type : resource.Type;
        if (type is { IsReferenceType: true }) return true;
        Refuse(resource, "DIFF0102", "using (" + Shorten(resource.Syntax) + ")", "it would dispose of a copy of the struct, so make it a class, or call its Dispose in 'finally'");
        return false;
    }

    /// <summary>
    /// The variables of a region are declared around it: the reverse sweep, which has no such region, reads them.
    /// </summary>
    private void AddRegion(RegionKind kind, Expr? subject, Action body, Action? last)
    {
        Variable none = new(-1, "none", IrType.Boolean, VariableRole.Temporary);
        _frame.Loops.Push(new LoopFrame(null, null, none, none));
        _regions++;
        Block inside = Nested(body);
        _frame.Loops.Pop();
        Block after = last is null ? Block.Empty : Nested(last);
        _regions--;
        foreach (Variable local in inside.Locals.Concat(after.Locals)) _block.Declare(local);
        EquatableArray<Variable> nothing = EquatableArray<Variable>.Empty;
        _block.Add(new Region(kind, subject, inside with { Locals = nothing }, after with { Locals = nothing }));
    }
}
