using AutoDiff.Numerics.Tests.Compile;
using AutoDiff.Numerics.Tests.References;
using Xunit;

namespace AutoDiff.Numerics.Tests;

/// <summary>
/// Reverse mode: the buffers on return are <c>Jᵀ (seed, buffers on entry)</c>, which says at once that it is linear in the seed, that it
/// adds to the buffers of what is only read, and that it turns the adjoint of the final state of an in-out array into that of the initial
/// state.
/// </summary>
public class AdjointTests
{
    [Theory]
    [MemberData(nameof(CorpusRows.ScalarPoints), MemberType = typeof(CorpusRows))]
    public void Adjoint_WithSeedOne_IsTheGradient(string method, int point)
    {
        var call = new CompanionCall(method, point);
        double[] adjoint = call.Adjoint([1]).Buffers;
        Tolerance.Same(call.Gradient().Items.Skip(1), [adjoint], "adjoint");
    }

    [Theory]
    [MemberData(nameof(CorpusRows.ScalarPoints), MemberType = typeof(CorpusRows))]
    public void Adjoint_WithAnotherSeed_IsScaledByIt(string method, int point)
    {
        var call = new CompanionCall(method, point);
        AssertTransposed(call, [-2.75], new double[call.InputCount]);
    }

    [Theory]
    [MemberData(nameof(CorpusRows.Points), MemberType = typeof(CorpusRows))]
    public void Adjoint_WithFilledBuffers_AddsToThem(string method, int point)
    {
        var call = new CompanionCall(method, point);
        AssertTransposed(call, FixedDirection.Of(call.Reference.ResultCount, seed: 3), FixedDirection.Of(call.InputCount, seed: 4));
    }

    [Theory]
    [MemberData(nameof(CorpusRows.Points), MemberType = typeof(CorpusRows))]
    public void Adjoint_CalledTwice_HasTheSameBits(string method, int point)
    {
        var call = new CompanionCall(method, point);
        double[] seed = FixedDirection.Of(call.Reference.ResultCount, seed: 5);
        Tolerance.SameBits([call.Adjoint(seed).Buffers], [call.Adjoint(seed).Buffers], "second call");
    }

    [Theory]
    [MemberData(nameof(CorpusRows.Points), MemberType = typeof(CorpusRows))]
    public void Adjoint_WithoutAnalyses_IsTheSameUpToRounding(string method, int point)
    {
        var (with, without) = (new CompanionCall(method, point), new CompanionCall(method, point, DifferentiatedCorpus.WithoutAnalyses));
        double[] seed = FixedDirection.Of(with.Reference.ResultCount, seed: 6);
        double[] buffers = FixedDirection.Of(with.InputCount, seed: 7);
        Tolerance.Within(with.ToleranceHere, with.Adjoint(seed, buffers).Buffers, without.Adjoint(seed, buffers).Buffers, "adjoint");
    }

    [Theory]
    [MemberData(nameof(CorpusRows.FrugalPoints), MemberType = typeof(CorpusRows))]
    public void Adjoint_InTheSteadyState_AllocatesNothing(string method, int point)
    {
        var call = new CompanionCall(method, point);
        Assert.Equal(0, call.AdjointAllocation(FixedDirection.Of(call.Reference.ResultCount, seed: 8), calls: 20));
    }

    private static void AssertTransposed(CompanionCall call, double[] seed, double[] buffers)
    {
        var (expected, moduli) = call.Reference.Transposed([.. seed, .. buffers]);
        Tolerance.Within(call.ToleranceHere, expected, moduli, call.Adjoint(seed, buffers).Buffers, "adjoint");
    }
}
