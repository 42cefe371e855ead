using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiff.Generators.FrontEnd;

/// <summary>
/// Calls that are not looked into and give constants by <c>out</c>: <c>rates.TryGetValue(name, out double r)</c>. What they return and what they give
/// is put into one tuple, so that a single expression gives all of it.
/// </summary>
internal sealed partial class BodyReader
{
    /// <summary>The names that stand in such a call, for its own arguments.</summary>
    private readonly Dictionary<IArgumentOperation, string> _outNames = [];

    /// <summary>What the call returns; null where it gives nothing by <c>out</c>, or something else than values that have no members here.</summary>
    private Opaque? CalledWithOut(IInvocationOperation call)
    {
        IArgumentOperation[] given = [.. call.Arguments.Where(argument => argument.Parameter?.RefKind == RefKind.Out)];
        if (given.Length == 0 || call.Type is null or { SpecialType: SpecialType.System_Void } || call.TargetMethod.ReturnsByRef || call.TargetMethod.ReturnsByRefReadonly) return null;
        if (call.Arguments.Any(argument => argument.Parameter?.RefKind == RefKind.Ref) || IsConditional(call.Instance)) return null;
        if (!given.All(argument => IsSimple(argument.Parameter!.Type)) || !IsSimple(call.Type)) return null;
        foreach (IArgumentOperation argument in given) _outNames[argument] = "given" + (_variables++).ToString(System.Globalization.CultureInfo.InvariantCulture);
        Opaque text = GuardedText(call);
        string[] parts = [.. text.Parts];
        parts[0] = "(" + parts[0];
        parts[parts.Length - 1] += ", " + string.Join(", ", given.Select(argument => _outNames[argument])) + ")";
        string type = "(" + string.Join(", ", given.Select(argument => argument.Parameter!.Type).Prepend(call.Type).Select(NameOf)) + ")";
        Read all = Spill(text with { Parts = parts.ToEquatable(), Type = new IrType(TypeShape.Other, type) }, "found");
        for (int i = 0; i < given.Length; i++)
            if (given[i].Value is not IDiscardOperation && TargetOf(given[i].Value, null) is { } target) Write(target, Item(i + 2, given[i].Parameter!.Type), false, null);
        return Item(1, call.Type);

        Opaque Item(int number, ITypeSymbol of) => Opaque.Of(TypeOf(of), ["", ".Item" + number.ToString(System.Globalization.CultureInfo.InvariantCulture)], all);
    }

    /// <summary>A number, a string or another value that the method knows as a whole.</summary>
    private bool IsSimple(ITypeSymbol type) => LayoutOf(type) is null && !TypeOf(type).IsSequence && !type.IsRefLikeType && !IsList(type) && _compilation.IsSymbolAccessibleWithin(Closed(type)!, Home);
}
