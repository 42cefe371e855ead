using System.Text;

namespace AutoDiff.Generators.Emit;

/// <summary>
/// What C# does not let the companions name, in a class that no other file sees: accessors of private members, properties for the fields of models, and
/// methods that make models without a constructor.
/// </summary>
internal static class AccessorsText
{
    /// <summary>Writes what the companions in a file use; gives the namespaces of what it names.</summary>
    public static IEnumerable<string> Write(StringBuilder output, MethodIr method)
    {
        string code = output.ToString();
        HashSet<string> named = [.. NamedIn(code)];
        output.Replace(OpenedMember.Mark.ToString(), "");
        (PrivateMember Accessor, bool IsStruct, string Property)[] properties =
        [
            .. from type in method.OpenedTypes
               from member in type.Members
               where named.Contains(member.Property)
               select (member.Accessor!, type.IsStruct, member.Property),
        ];
        OpenedType[] made = [.. method.OpenedTypes.Where(type => type.Maker.Length > 0 && code.Contains(type.Make))];
        HashSet<PrivateMember> used = [.. properties.Select(property => property.Accessor), .. made.SelectMany(type => type.Members).Select(member => member.Accessor!).Where(accessor => accessor is not null)];
        PrivateMember[] accessors = [.. method.PrivateMembers.Where(member => used.Contains(member) || code.Contains(member.Call(false)))];
        if (accessors.Length == 0 && made.Length == 0) return [];

        output.Append('\n');
        CompanionFile.Line(output, 0, "/// <summary>What the companions use of other types, and cannot name there.</summary>");
        CompanionFile.Line(output, 0, "file static class " + PrivateMember.Class);
        CompanionFile.Line(output, 0, "{");
        bool first = true;
        foreach (var owner in properties.Distinct().GroupBy(property => property.Accessor.Owner))
        {
            Separate();
            CompanionFile.Line(output, 1, "extension(" + Unmodified(owner.Key) + " owner)");
            CompanionFile.Line(output, 1, "{");
            foreach ((PrivateMember accessor, bool isStruct, string property) in owner)
                CompanionFile.Line(output, 2, isStruct
                    ? "public " + Unmodified(accessor.Type) + " " + property + " => " + accessor.Name + "(ref owner);"
                    : "public " + accessor.Type + " " + property + " => ref " + accessor.Name + "(owner);");
            CompanionFile.Line(output, 1, "}");
        }

        foreach (OpenedType type in made)
        {
            Separate();
            WriteMaker(output, type);
        }

        foreach (PrivateMember accessor in accessors)
        {
            Separate();
            CompanionFile.Line(output, 1, "[UnsafeAccessor(UnsafeAccessorKind." + accessor.Kind + ", Name = \"" + accessor.Member + "\")]");
            CompanionFile.Line(output, 1, accessor.Declaration);
        }

        CompanionFile.Line(output, 0, "}");
        return ["System.Runtime.CompilerServices"];

        void Separate()
        {
            if (!first) output.Append('\n');
            first = false;
        }
    }

    private static void WriteMaker(StringBuilder output, OpenedType type)
    {
        CompanionFile.Line(output, 1, "/// <summary>One with these members; no constructor runs.</summary>");
        CompanionFile.Line(output, 1, "public static " + type.Name + " " + type.Maker + "(" + string.Join(", ", type.Members.Select(member => member.Type + " " + member.Name)) + ")");
        CompanionFile.Line(output, 1, "{");
        string made = Enumerable.Range(0, int.MaxValue).Select(i => "made" + new string('_', i)).First(name => type.Members.All(member => member.Name != name));
        CompanionFile.Line(output, 2, "var " + made + " = " + (type.IsStruct ? "default(" + type.Name + ")" : "(" + type.Name + ")RuntimeHelpers.GetUninitializedObject(typeof(" + type.Name + "))") + ";");
        foreach (OpenedMember member in type.Members)
            CompanionFile.Line(output, 2, (member.Accessor is { } accessor ? (type.Members.Any(other => other.Name == accessor.Name) ? PrivateMember.Class + "." : "") + accessor.Name + "(" + (type.IsStruct ? "ref " : "") + made + ")" : made + "." + member.Name) + " = " + member.Name + ";");
        CompanionFile.Line(output, 2, "return " + made + ";");
        CompanionFile.Line(output, 1, "}");
    }

    /// <summary>The properties that are named in it.</summary>
    private static IEnumerable<string> NamedIn(string code)
    {
        for (int at = code.IndexOf(OpenedMember.Mark); at >= 0; at = code.IndexOf(OpenedMember.Mark, at + 1))
        {
            int end = at + 1;
            while (end < code.Length && (char.IsLetterOrDigit(code[end]) || code[end] is '_' or '@')) end++;
            yield return code.Substring(at + 1, end - at - 1);
        }
    }

    /// <summary>Without <c>ref</c>.</summary>
    private static string Unmodified(string type) => type.StartsWith("ref ", StringComparison.Ordinal) ? type.Substring(4) : type;
}
