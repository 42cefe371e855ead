using AutoDiff.Numerics.Tests.Compile;
using AutoDiff.Numerics.Tests.References;
using Xunit;

namespace AutoDiff.Numerics.Tests;

/// <summary>The gradient against the reference, and against itself in every mode.</summary>
public class GradientTests
{
    [Theory]
    [MemberData(nameof(CorpusRows.ScalarPoints), MemberType = typeof(CorpusRows))]
    public void Gradient_AtAnyPoint_IsTheReference(string method, int point)
    {
        var call = new CompanionCall(method, point);
        double[] gradient = [.. Numbering.FlattenDoubles(call.Gradient().Items.Skip(1))];
        Tolerance.Within(call.ToleranceHere, call.Reference.Row(0), gradient, "gradient");
    }

    [Theory]
    [MemberData(nameof(CorpusRows.ScalarPoints), MemberType = typeof(CorpusRows))]
    public void Gradient_CalledTwice_HasTheSameBits(string method, int point)
    {
        var call = new CompanionCall(method, point);
        Tolerance.SameBits(call.Gradient().Items, call.Gradient().Items, "second call");
    }

    [Theory]
    [MemberData(nameof(CorpusRows.ScalarPoints), MemberType = typeof(CorpusRows))]
    public void Gradient_WithoutAnalyses_IsTheSameUpToRounding(string method, int point)
    {
        var (with, without) = (new CompanionCall(method, point), new CompanionCall(method, point, DifferentiatedCorpus.WithoutAnalyses));
        object?[] expected = with.Gradient().Items, actual = without.Gradient().Items;
        Tolerance.SameBits(expected.Take(1), actual.Take(1), "value");
        Tolerance.Within(with.ToleranceHere, expected.Skip(1), actual.Skip(1), "gradient");
    }

    [Theory]
    [MemberData(nameof(CorpusRows.ScalarPoints), MemberType = typeof(CorpusRows))]
    public void Gradient_WithOverflowChecks_IsTheSame(string method, int point)
    {
        var (expected, actual) = (new CompanionCall(method, point), new CompanionCall(method, point, DifferentiatedCorpus.Checked));
        Tolerance.Same(expected.Gradient().Items, actual.Gradient().Items, "gradient");
    }
}
