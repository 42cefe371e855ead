using Microsoft.CodeAnalysis;

namespace AutoDiff.Generators.FrontEnd;

/// <summary>
/// Types whose fields C# does not let the companions name or assign: what is private, <c>private set</c> or readonly in a model, and models that only a
/// constructor of their own can make. The generated file has properties for the fields, and makes the objects without a constructor. Of a struct a
/// property gives a copy: where its numbers change, it is made anew.
/// </summary>
internal sealed partial record Layout
{
    /// <summary>Is it a class of which the generated file makes objects without a constructor? They are for derivatives alone.</summary>
    public bool IsAllocated { get; private init; }

    private Layout Opened(Compilation compilation)
    {
        if (!Members.Any(member => TypeReader.HoldsReals(member.Type)) || !Accessors.Exist(compilation)) return this;
        bool isValue = IsValue;
        var taken = new HashSet<string>(Hierarchy(Type).SelectMany(type => type.MemberNames));
        LayoutMember[] members = [.. Members.Select(member => NeedsAccessor(member, isValue) && Accessors.HaveField(member.Symbol, member.Type, compilation)
            ? member with { Accessor = PropertyOf(member, taken), Assignable = member.Assignable || !isValue }
            : member)];
        bool isMade = Construction is null && Accessors.CanBeNamed(Type, compilation)
            && members.All(member => member.IsReached && (Accessors.IsOpen(member, compilation) || Accessors.HaveField(member.Symbol, member.Type, compilation)));
        return this with
        {
            Members = members,
            IsAllocated = isMade && Type.IsReferenceType,
            Construction = isMade ? [PrivateMember.Class + "." + OpenedTypes.MakerOf(Type, compilation) + "(", .. Enumerable.Repeat(", ", members.Length - 1), ")"] : Construction,
        };
    }

    /// <summary>Is it one that cannot be named, or one of an object that changes, and cannot be assigned?</summary>
    private static bool NeedsAccessor(LayoutMember member, bool isValue) =>
        !member.Visible || !isValue && !member.Assignable && !member.Constant && (TypeReader.IsReal(member.Type) || member.Layout is { IsValue: true } || !IsFixed(member.Symbol));

    /// <summary>The field's own name, or a new one where there is another member of that name that the companions see.</summary>
    private static string PropertyOf(LayoutMember member, HashSet<string> taken)
    {
        if (!member.Visible && member.Symbol.CanBeReferencedByName) return member.Name;
        string name = member.Visible ? member.Symbol.Name + "Field" : member.Name;
        while (taken.Contains(name)) name += "_";
        return name;
    }
}
