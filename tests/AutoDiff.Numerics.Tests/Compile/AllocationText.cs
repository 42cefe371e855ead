using AutoDiff.Numerics.Tests.Model;

namespace AutoDiff.Numerics.Tests.Compile;

/// <summary>
/// Writes the part of a driver that measures what <c>FAdjoint</c> allocates: everything is unboxed first, in-out arrays are put back before
/// each call, and of five batches the cheapest counts, so that what is left is the steady state.
/// </summary>
public static class AllocationText
{
    public static string Write(CorpusMethod method)
    {
        var prepared = new List<string>();
        var restored = new List<string>();
        var arguments = new List<string>();
        foreach (var (i, parameter) in method.Parameters.Index())
        {
            if (parameter.Type.Storage is Storage.None or Storage.Scalar)
            {
                prepared.Add($"var a{i} = {DriverText.Argument(parameter, i)};");
                arguments.Add($"a{i}");
                continue;
            }

            prepared.Add($"var a{i} = ({parameter.Type.Element}[])a[{i}];");
            prepared.Add($"var k{i} = ({parameter.Type.Element}[])a{i}?.Clone();");
            restored.Add($"k{i}?.CopyTo(a{i}, 0);");
            arguments.Add($"({parameter.Type.Name})a{i}");
        }

        foreach (var (i, adjoint) in DriverText.Adjoints(method).Index())
        {
            bool byReference = adjoint.StartsWith("ref ", StringComparison.Ordinal);
            if (!byReference) prepared.Add($"var c{i} = {adjoint};");
            arguments.Add(byReference ? adjoint : $"c{i}");
        }

        foreach (string seed in DriverText.Seed(method))
        {
            prepared.Add($"var s = {seed};");
            arguments.Add("s");
        }

        return $$"""
            public static long AdjointAllocation(object[] a, object[] b, object seed, int calls)
            {
                {{string.Join("\n    ", prepared)}}
                {{DriverText.HeldAdjoints(method)}}
                long least = long.MaxValue;
                for (int batch = 0; batch < 5; batch++)
                {
                    long before = global::System.GC.GetAllocatedBytesForCurrentThread();
                    for (int call = 0; call < calls; call++)
                    {
                        {{string.Join(" ", restored)}}
                        {{method.Name}}Adjoint({{string.Join(", ", arguments)}});
                    }

                    least = global::System.Math.Min(least, global::System.GC.GetAllocatedBytesForCurrentThread() - before);
                }

                return least;
            }

            """;
    }
}
