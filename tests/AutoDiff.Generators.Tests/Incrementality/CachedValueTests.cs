using System.Reflection;
using AutoDiff.Generators.Tests.Projects;
using Microsoft.CodeAnalysis;
using Xunit;

namespace AutoDiff.Generators.Tests.Incrementality;

/// <summary>
/// What the pipeline keeps between runs: our own records and plain values. A symbol, a piece of syntax or a location would keep a whole
/// compilation alive, and would not compare equal after an edit elsewhere.
/// </summary>
public sealed class CachedValueTests
{
    [Fact]
    public void TrackedSteps_OfTheCorpus_HoldOnlyRecordsAndPlainValues()
    {
        GeneratorRunResult result = CorpusFiles.Driver.GetRunResult().Results[0];
        var types = new HashSet<Type>();
        var visited = new HashSet<object>(ReferenceEqualityComparer.Instance);
        foreach (string step in (string[])[Steps.Lower, Steps.Differentiate, Steps.Emit])
            foreach ((object value, _) in result.TrackedSteps[step].SelectMany(run => run.Outputs)) Visit(value, types, visited);
        Assert.Contains(types, type => type.Name == "MethodIr");
        Assert.Contains(types, type => type.Name == "Procedure");
        Assert.All(types, type => Assert.True(IsAllowed(type), type.FullName));
    }

    private static bool IsAllowed(Type type) =>
        type.Namespace == "AutoDiff.Generators.Ir"
        || type.IsPrimitive
        || type == typeof(string)
        || type.IsGenericType && type.FullName!.StartsWith("System.ValueTuple`", StringComparison.Ordinal)
        || type.IsArray && IsAllowed(type.GetElementType()!);

    private static void Visit(object? value, HashSet<Type> types, HashSet<object> visited)
    {
        if (value is null) return;
        Type type = value.GetType();
        types.Add(type);
        if (type.IsPrimitive || type.IsEnum || value is string || !type.IsValueType && !visited.Add(value)) return;
        if (value is Array items)
        {
            foreach (object? item in items) Visit(item, types, visited);
            return;
        }
        for (Type? part = type; part is not null; part = part.BaseType)
            foreach (FieldInfo field in part.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
                Visit(field.GetValue(value), types, visited);
    }
}
