using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiff.Generators.FrontEnd;

/// <summary>Tuples, and the objects that do nothing but carry values, as they are made.</summary>
internal sealed partial class BodyReader
{
    private static bool IsGivenInTurn(IReadOnlyList<IArgumentOperation> arguments, Layout layout) => arguments.Count == layout.Members.Count && arguments.Select(argument => argument.Parameter!.Ordinal).SequenceEqual(Enumerable.Range(0, arguments.Count));

    /// <summary>A tuple, or another object that is nothing but its members.</summary>
    private Bundle Carried(IReadOnlyList<IOperation> values, Layout layout)
    {
        var members = new List<Meaning>();
        for (int i = 0; i < values.Count; i++)
        {
            Meaning member = Targeted(Converted(MeaningOf(values[i]), layout.Members[i].Type), values[i], layout.Members[i].Type, "item");
            foreach (IOperation later in values.Skip(i + 1)) member = Protect(member, later);
            if (member is Bundle held) member = Lasting(held);
            members.Add(member);
        }
        return new Bundle(layout, members) { IsExact = true };
    }
}
