using AutoDiff.Numerics.Tests.Compile;
using AutoDiff.Numerics.Tests.Model;
using AutoDiff.Numerics.Tests.References;
using Xunit;

namespace AutoDiff.Numerics.Tests;

/// <summary>The rows of the theories: a method by its id, a point by its number.</summary>
public static class CorpusRows
{
    public static TheoryData<string> Methods =>
        [.. Differentiated.Where(CompanionSignature.HasContractedNames).Select(method => method.Id)];

    /// <summary>All methods but those that may be refused and are; one that must not be fails where its companion is called.</summary>
    private static IEnumerable<CorpusMethod> Differentiated => PlainCorpus.Methods.Where(method =>
        !method.MayBeRefused || Companions.Of(DifferentiatedCorpus.WithAnalyses.Compilation, method).Count > 0);

    public static TheoryData<string, int> Points => Where(_ => true, point => point.Throws is null);

    public static TheoryData<string, int> DoublePoints => Where(method => method.IsDoublePrecision, point => point.Throws is null);

    public static TheoryData<string, int> SmoothPoints => Where(_ => true, point => point.Throws is null && !point.Kink);

    public static TheoryData<string, int> KnownPoints =>
        Where(_ => true, point => point.Throws is null && (point.Value is not null || point.Gradient is not null));

    public static TheoryData<string, int> ScalarPoints =>
        Where(method => method.Result.Storage == Storage.Scalar, point => point.Throws is null);

    public static TheoryData<string, int> ArrayPoints =>
        Where(method => CompanionSignature.Suffixes(method).Contains("Jacobian"), point => point.Throws is null);

    /// <summary>An array result is fresh storage by its nature.</summary>
    public static TheoryData<string, int> FrugalPoints =>
        Where(method => method.Result.Storage != Storage.Array && method.IsFlat && method.IsStatic && !method.Allocates, point => point.Throws is null);

    public static TheoryData<string, int> ThrowingScalarPoints =>
        Where(method => method.Result.Storage == Storage.Scalar, point => point.Throws is not null);

    public static TheoryData<string, int> ThrowingPoints => Where(_ => true, point => point.Throws is not null);

    private static TheoryData<string, int> Where(Func<CorpusMethod, bool> method, Func<CorpusPoint, bool> point)
    {
        var rows = new TheoryData<string, int>();
        foreach (CorpusMethod candidate in Differentiated.Where(method))
        {
            for (int i = 0; i < candidate.Points.Count; i++)
            {
                if (point(candidate.Points[i])) rows.Add(candidate.Id, i);
            }
        }

        return rows;
    }
}
