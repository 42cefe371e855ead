using AutoDiff.Numerics.Tests.Compile;
using AutoDiff.Numerics.Tests.References;
using Xunit;

namespace AutoDiff.Numerics.Tests;

/// <summary>
/// DESIGN section 3: an adjoint that is exactly zero contributes exactly zero, even where the partial derivative is infinite.
/// </summary>
public class StrongZeroTests
{
    private static readonly DifferentiatedCorpus Corpus = DifferentiatedCorpus.WithAnalyses;

    [Theory]
    [InlineData("Kinks.RootAtZero(double)")]
    [InlineData("Kinks.ReciprocalAtZero(double)")]
    [InlineData("Kinks.LogarithmAtZero(double)")]
    public void Adjoint_WithSeedZeroAtASingularity_IsZero(string id)
    {
        var call = new CompanionCall(id, 0);
        Assert.Equal(0, call.Adjoint([0]).Buffers[0]);
    }

    [Fact]
    public void Gradient_OfARootWithWeightZero_IsZero()
    {
        var method = PlainCorpus.Method("Kinks.RootTimesWeight(double, double)");
        var gradient = Corpus[method].Gradient;
        Assert.NotNull(gradient);
        Assert.Equal([0.0, 0.0], Numbering.FlattenDoubles(gradient([0.0, 0.0])));
    }
}
