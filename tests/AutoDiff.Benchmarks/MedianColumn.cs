using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Parameters;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace AutoDiff.Benchmarks;

/// <summary>The median of one method's times, in nanoseconds.</summary>
internal sealed record MedianTime(string Method, ParameterInstances Parameters, double Median);

/// <summary>A column that compares a method's median with those of other methods of its class, with the same parameters, in the same run.</summary>
internal sealed class MedianColumn(string name, Func<MedianTime, IReadOnlyDictionary<string, MedianTime>, string> text) : IColumn
{
    public string Id => nameof(MedianColumn) + name;

    public string ColumnName => name;

    public bool AlwaysShow => true;

    public ColumnCategory Category => ColumnCategory.Custom;

    public int PriorityInCategory => 0;

    public bool IsNumeric => true;

    public UnitType UnitType => UnitType.Dimensionless;

    public string Legend => $"{name}, from medians of this run";

    public bool IsAvailable(Summary summary) => true;

    public bool IsDefault(Summary summary, BenchmarkCase benchmarkCase) => false;

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase)
    {
        Dictionary<string, MedianTime> peers = [];
        foreach (BenchmarkReport report in summary.Reports)
        {
            BenchmarkCase each = report.BenchmarkCase;
            if (each.Descriptor.Type != benchmarkCase.Descriptor.Type || report.ResultStatistics is not { } statistics) continue;
            if (each.Parameters.DisplayInfo != benchmarkCase.Parameters.DisplayInfo) continue;
            string method = each.Descriptor.WorkloadMethod.Name;
            peers[method] = new(method, each.Parameters, statistics.Median);
        }
        try
        {
            return peers.TryGetValue(benchmarkCase.Descriptor.WorkloadMethod.Name, out MedianTime? own) ? text(own, peers) : "?";
        }
        catch (KeyNotFoundException)
        {
            return "?"; // what it is compared with was filtered out
        }
    }

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase, SummaryStyle style) => GetValue(summary, benchmarkCase);

    public override string ToString() => ColumnName;
}
