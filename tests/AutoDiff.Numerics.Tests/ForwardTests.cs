using AutoDiff.Numerics.Tests.Compile;
using AutoDiff.Numerics.Tests.References;
using Xunit;

namespace AutoDiff.Numerics.Tests;

/// <summary>Forward mode against the reference, and against reverse mode.</summary>
public class ForwardTests
{
    [Theory]
    [MemberData(nameof(CorpusRows.Points), MemberType = typeof(CorpusRows))]
    public void Forward_AlongAnyDirection_IsTheReference(string method, int point)
    {
        var call = new CompanionCall(method, point);
        double[] direction = FixedDirection.Of(call.InputCount, seed: 9);
        var (expected, moduli) = call.Reference.Times(direction);
        Tolerance.Within(call.ToleranceHere, expected, moduli, call.Forward(direction).Tangents, "tangent");
    }

    /// <summary>⟨w, J v⟩ = ⟨Jᵀ w, v⟩ to 100 ε of the summands, more only where the point says that it is ill-conditioned.</summary>
    [Theory]
    [MemberData(nameof(CorpusRows.Points), MemberType = typeof(CorpusRows))]
    public void Forward_AgainstAdjoint_HasTheSameDotProduct(string method, int point)
    {
        var call = new CompanionCall(method, point);
        double[] v = FixedDirection.Of(call.InputCount, seed: 10);
        double[] seed = FixedDirection.Of(call.Reference.ResultCount, seed: 11);
        double[] buffers = FixedDirection.Of(call.InputCount, seed: 12);
        double[] ahead = [.. call.Forward(v).Tangents.Zip([.. seed, .. buffers], (tangent, weight) => tangent * weight)];
        double[] back = [.. call.Adjoint(seed, buffers).Buffers.Zip(v, (adjoint, direction) => adjoint * direction)];
        // An infinite derivative has no dot product; then both modes must say that it is infinite.
        bool finite = ahead.All(double.IsFinite);
        Assert.Equal(finite, back.All(double.IsFinite));
        if (!finite) return;

        double scale = ahead.Sum(Math.Abs) + back.Sum(Math.Abs);
        double patience = Math.Max(1, call.Point.Tolerance / 1e-12);
        Tolerance.Within(100 * call.Method.Epsilon * patience, [ahead.Sum()], [scale], [back.Sum()], "dot product");
    }

    [Theory]
    [MemberData(nameof(CorpusRows.Points), MemberType = typeof(CorpusRows))]
    public void Forward_WithoutAnalyses_IsTheSameUpToRounding(string method, int point)
    {
        var (with, without) = (new CompanionCall(method, point), new CompanionCall(method, point, DifferentiatedCorpus.WithoutAnalyses));
        double[] direction = FixedDirection.Of(with.InputCount, seed: 13);
        Tolerance.Within(with.ToleranceHere, with.Forward(direction).Tangents, without.Forward(direction).Tangents, "tangent");
    }
}
