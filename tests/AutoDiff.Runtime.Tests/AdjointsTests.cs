using System.Numerics;

namespace AutoDiff.Runtime.Tests;

/// <summary>The kernels for double; the same tests run for float and, without vector code, for <see cref="Half"/>.</summary>
public class DoubleAdjointsTests : AdjointsTests<double>;

public class FloatAdjointsTests : AdjointsTests<float>;

public class HalfAdjointsTests : AdjointsTests<Half>;

public abstract class AdjointsTests<T>
    where T : unmanaged, INumberBase<T>
{
    public static TheoryData<int> Lengths => [0, 1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 31, 33, 50];

    /// <summary>start of destination, start of source, length, within 40 elements.</summary>
    public static TheoryData<int, int, int> Overlaps => new()
    {
        { 0, 1, 30 }, { 1, 0, 30 }, { 0, 9, 31 }, { 10, 0, 11 }, { 0, 10, 11 }, { 3, 12, 25 }, { 12, 3, 25 }, { 5, 5, 20 },
        { 0, 20, 20 }, { 20, 0, 20 }, { 0, 25, 10 }, { 7, 6, 1 }, { 4, 4, 0 },
    };

    static T[] Sequence(int length, int first) => [.. Enumerable.Range(first, length).Select(T.CreateChecked)];

    [Theory]
    [MemberData(nameof(Overlaps))]
    public void Copy_AnyOverlap_IsTheTransposeOfTheMove(int destination, int source, int length)
    {
        T[] adjoint = Sequence(40, 1);
        // By definition: x'[i] = sum over j of y'[j] where the move makes y[j] = x[i].
        var expected = new T[40];
        for (int j = 0; j < 40; j++)
        {
            int origin = j >= destination && j < destination + length ? j - destination + source : j;
            expected[origin] += adjoint[j];
        }

        Adjoints.Copy<T>(adjoint.AsSpan(destination, length), adjoint.AsSpan(source, length));

        Assert.Equal(expected, adjoint);
    }

    [Fact]
    public void Copy_SeparateSpans_MovesTheAdjoint()
    {
        T[] destination = Sequence(9, 1), source = Sequence(9, 100);
        Adjoints.Copy<T>(destination, source);

        Assert.Equal(new T[9], destination);
        Assert.Equal(Enumerable.Range(0, 9).Select(i => T.CreateChecked(101 + 2 * i)), source);
    }

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Fill_AnyLength_ReturnsTheSumAndClears(int length)
    {
        T[] target = Sequence(length + 2, 1);
        T sum = Adjoints.Fill<T>(target.AsSpan(1, length));

        Assert.Equal(T.CreateChecked(length * (length + 3) / 2), sum);
        Assert.Equal([T.One, .. new T[length], T.CreateChecked(length + 2)], target);
    }

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Accumulate_AnyLength_AddsElementwise(int length)
    {
        T[] target = Sequence(length + 1, 1);
        Adjoints.Accumulate<T>(target.AsSpan(0, length), Sequence(length, 10));

        Assert.Equal(Enumerable.Range(0, length).Select(i => T.CreateChecked(11 + 2 * i)), target[..length]);
        Assert.Equal(T.CreateChecked(length + 1), target[length]);
    }

    [Fact]
    public void Accumulate_OntoItself_Doubles()
    {
        T[] target = Sequence(19, 1);
        Adjoints.Accumulate<T>(target, target);

        Assert.Equal(Enumerable.Range(1, 19).Select(i => T.CreateChecked(2 * i)), target);
    }

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Exchange_AnyLength_Swaps(int length)
    {
        T[] a = Sequence(length, 1), b = Sequence(length, 60);
        Adjoints.Exchange<T>(a, b);

        Assert.Equal(Sequence(length, 60), a);
        Assert.Equal(Sequence(length, 1), b);
        Adjoints.Exchange<T>(a, a);
        Assert.Equal(Sequence(length, 60), a);
    }

    [Fact]
    public void Clear_Values_AreZero()
    {
        T[] target = Sequence(11, 1);
        Adjoints.Clear<T>(target);

        Assert.Equal(new T[11], target);
    }

    [Fact]
    public void Seed_SameLength_IsAdded()
    {
        T[] shadow = Sequence(5, 1);
        Adjoints.Seed<T>(shadow, Sequence(5, 1));

        Assert.Equal(T.CreateChecked(10), shadow[4]);
    }

    [Fact]
    public void Kernels_SteadyState_AllocateNothing()
    {
        T[] a = Sequence(40, 1), b = Sequence(40, 1);
        Assert.Equal(0, SteadyState.AllocatedBytes(() =>
        {
            Adjoints.Copy<T>(a.AsSpan(3, 30), a.AsSpan(5, 30));
            Adjoints.Seed<T>(a, b);
            Adjoints.Exchange<T>(a, b);
            Adjoints.Fill<T>(b);
            Adjoints.RequireMirrored<T>(a, b, a, b, "a", "b");
        }));
    }
}
