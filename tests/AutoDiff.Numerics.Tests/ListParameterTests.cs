using Xunit;

namespace AutoDiff.Numerics.Tests;

/// <summary>Companions that are given a <see cref="List{T}"/>: what the corpus, which has lists of some doubles only, cannot say.</summary>
public sealed class ListParameterTests
{
    [Fact]
    public void Gradient_ByAListOfSingles_IsAList()
    {
        (float value, List<float> a) = ListFunctions.SquaresGradient([1, 2, 3]);

        Assert.Equal(14f, value);
        Assert.Equal([2f, 4f, 6f], a);
    }

    [Fact]
    public void Gradient_ByAnEmptyList_IsEmpty()
    {
        (float value, List<float> a) = ListFunctions.SquaresGradient([]);

        Assert.Equal(0f, value);
        Assert.Empty(a);
    }

    [Fact]
    public void Forward_ByAList_TurnsTheTangentsInPlace()
    {
        List<double> a = [1, 2], tangents = [1, 0.5];
        ListFunctions.DoubleForward(a, 3, tangents, 0.25);

        Assert.Equal([3d, 6d], a);
        Assert.Equal([3 + 0.25, 1.5 + 0.5], tangents);
    }

    [Fact]
    public void Adjoint_WithALongerBuffer_IsRefused() =>
        Assert.Throws<ArgumentException>(() => ListFunctions.SquaresAdjoint([1, 2], [0, 0, 0]));

    [Fact]
    public void Gradient_OfTheSameListTwice_IsTheSumOfBothPartials()
    {
        List<double> a = [1.5, 2];
        List<double> adjoint = [0, 0];
        double factor = 0;
        ListFunctions.DoubleAdjoint(a, 3, adjoint, ref factor);
        Assert.Equal((0d, 0d), (adjoint[0], factor));

        List<double> x = [1.5, 2];
        (double value, List<double> first, List<double> second) = ListFunctions.ProductGradient(x, x);
        Assert.Equal(1.5 * 1.5 * 2 * 2, value);
        Assert.Equal([2 * 1.5 * 4, 2 * 2 * 2.25], first.Zip(second, (u, v) => u + v));
    }

    [Fact]
    public void Gradient_OfNull_ThrowsWhatTheMethodThrows()
    {
        Assert.Throws<NullReferenceException>(() => ListFunctions.Squares(null!));
        Assert.Throws<NullReferenceException>(() => ListFunctions.SquaresGradient(null!));
        Assert.Throws<ArgumentNullException>(() => ListFunctions.GuardedGradient(null!));
    }

    [Fact]
    public void Adjoint_InTheSteadyState_AllocatesNothing()
    {
        List<double> a = [1, 2, 3], adjoint = [0, 0, 0];
        for (int i = 0; i < 3; i++) ListFunctions.GuardedAdjoint(a, adjoint);
        long before = GC.GetAllocatedBytesForCurrentThread();
        ListFunctions.GuardedAdjoint(a, adjoint);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}

internal static partial class ListFunctions
{
    [Differentiable]
    internal static float Squares(List<float> a)
    {
        float s = 0;
        foreach (float v in a) s += v * v;
        return s;
    }

    [Differentiable]
    internal static void Double(List<double> a, double factor)
    {
        for (int i = 0; i < a.Count; i++) a[i] *= factor;
    }

    /// <summary>The product of a[i]·b[i], which is also left in a.</summary>
    [Differentiable]
    internal static double Product(List<double> a, List<double> b)
    {
        double p = 1;
        for (int i = 0; i < a.Count; i++)
        {
            a[i] *= b[i];
            p *= a[i];
        }
        return p;
    }

    [Differentiable]
    internal static double Guarded(List<double> a)
    {
        ArgumentNullException.ThrowIfNull(a);
        double s = 0;
        for (int i = 0; i < a.Count; i++) s = s * a[i] + Math.Sin(s);
        return s;
    }
}
