namespace AutoDiff.Runtime.Tests.Movement;

/// <summary>What stands between the brackets of an array.</summary>
public sealed class IndexTests
{
    static NDArray<double> Numbers(params int[] shape) => NDArray.Arange<double>(0, shape.Aggregate(1, (size, length) => size * length)).Reshape(shape);

    [Fact]
    public void Index_OfIntegersAndRanges_GivesNumPysParts()
    {
        NDArray<double> x = Numbers(2, 3, 4);
        Func<int[], double> at = x.Elements();
        x[1].AssertIs([3, 4], i => at([1, i[0], i[1]]));
        x[-1].AssertIs([3, 4], i => at([1, i[0], i[1]]));
        x[^1, 2..].AssertIs([1, 4], i => at([1, i[0] + 2, i[1]]));
        x[.., 0, 1..3].AssertIs([2, 2], i => at([i[0], 0, i[1] + 1]));
        x[0, ^2, -1].AssertIs([], _ => at([0, 1, 3]));
        x[..^1, .., ^1].AssertIs([1, 3], i => at([i[0], i[1], 3]));
        x[2..].AssertIs([0, 3, 4], _ => 0);
        x[2.., 1, 1].AssertIs([0], _ => 0);
        x[.., 3..3, ^0..].AssertIs([2, 0, 0], _ => 0);
        x[[]].AssertIs([2, 3, 4], at);
        Numbers(5)[3].AssertIs([], _ => 3);
    }

    [Fact]
    public void Index_OfAnyView_IsThatOfACopy()
    {
        Random random = new(1);
        for (int round = 0; round < 200; round++)
        {
            int[] shape = [.. Enumerable.Range(0, random.Next(1, 5)).Select(_ => random.Next(1, 5))];
            NDArray<double> x = Runtime.Tests.Arrays.RandomView<double>(random, shape);
            ArrayIndex[] index = new ArrayIndex[random.Next(shape.Length + 1)];
            List<(int Axis, int Start)> kept = [];
            int[] fixedPlaces = new int[shape.Length];
            List<int> lengths = [];
            for (int axis = 0; axis < shape.Length; axis++)
            {
                int start = random.Next(shape[axis]), end = random.Next(start, shape[axis] + 1);
                if (axis < index.Length && random.Next(2) == 0)
                {
                    index[axis] = random.Next(2) == 0 ? start : start - shape[axis];
                    fixedPlaces[axis] = start;
                    continue;
                }
                if (axis >= index.Length) (start, end) = (0, shape[axis]);
                else index[axis] = start..^(shape[axis] - end);
                kept.Add((axis, start));
                lengths.Add(end - start);
            }
            Func<int[], double> at = x.Elements();
            x[index].AssertIs([.. lengths], i =>
            {
                int[] place = [.. fixedPlaces];
                for (int k = 0; k < kept.Count; k++) place[kept[k].Axis] = kept[k].Start + i[k];
                return at(place);
            });
        }
    }

    [Fact]
    public void Index_OutsideOfTheAxis_IsRefusedAndNotClipped()
    {
        NDArray<double> x = Numbers(2, 3);
        ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>(() => x[0, 3]);
        Assert.Contains("2x3", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => x[2]);
        Assert.Throws<ArgumentOutOfRangeException>(() => x[-3]);
        Assert.Throws<ArgumentOutOfRangeException>(() => x[^0]);
        Assert.Throws<ArgumentOutOfRangeException>(() => x[int.MinValue]);
        Assert.Throws<ArgumentOutOfRangeException>(() => x[1..4]);
        Assert.Throws<ArgumentOutOfRangeException>(() => x[.., 2..1]);
        Assert.Throws<ArgumentOutOfRangeException>(() => x[^3..]);
        Assert.Contains("2 axes, not 3", Assert.Throws<ArgumentException>(() => x[0, 0, 0]).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => Numbers(0, 3)[0]);
    }

    [Fact]
    public void Index_Assigned_ChangesTheArray()
    {
        NDArray<double> x = Numbers(2, 3);
        x[0] = NDArray.Create([7.0, 8, 9]);
        x[.., 1] = NDArray.Create([1.0]);
        x[1, ^1] = NDArray.Create([-1.0], []);
        Assert.Equal([7.0, 1, 9, 3, 1, -1], x.ToArray());
        x[0] += x[1];
        Assert.Equal([10.0, 2, 8, 3, 1, -1], x.ToArray());
        x[.., 1..] = x[.., ..2];
        Assert.Equal([10.0, 10, 2, 3, 3, 1], x.ToArray());
        Assert.Throws<ArgumentException>(() => x[0] = NDArray.Create([1.0, 2]));
        x[.., 1].Fill(6);
        x[1, 2].Fill(-2);
        Assert.Equal([10.0, 6, 2, 3, 6, -2], x.ToArray());
        Assert.Throws<InvalidOperationException>(() => x[0].BroadcastTo(2, 3).Fill(0));
        NDArray<int> labels = NDArray.Create([1, 2, 3]);
        labels[1..] = NDArray.Create([5]);
        Assert.Equal([1, 5, 5], labels.ToArray());
    }

    [Fact]
    public void Index_AssignedWhileRecording_IsRefusedForWatchedArraysOnly()
    {
        NDArray<double> x = Numbers(2, 3), y = Numbers(3);
        y.AttachGradient();
        using (Autograd.Record())
        {
            Assert.Throws<InvalidOperationException>(() => x[0] = y);
            Assert.Throws<InvalidOperationException>(() => y[0] = NDArray.Create([1.0]));
            x[0] = NDArray.Create([1.0]);
        }
        y[0] = NDArray.Create([1.0]);
        Assert.Equal([1.0, 1, 1, 3, 4, 5], x.ToArray());
    }

    [Fact]
    public void Index_Differentiated_AddsUpWherePartsOverlap()
    {
        Random random = new(2);
        CentralDifferences.Check(x => (x[0][1..] * x[0][..^1] + x[0][^1] * x[0][0] + x[0][..][1]).Exp(), Runtime.Tests.Arrays.Random<double>(random, 4));
        CentralDifferences.Check(x => x[0][1, .., 1..] * x[0][0, .., ..2] * x[0][.., 1, 1..3], Runtime.Tests.Arrays.RandomView<double>(random, 2, 2, 3));
        CentralDifferences.Check(x => x[0].Slice(1, 1..5, 2) * x[0].Slice(1, ..4, 3), Runtime.Tests.Arrays.RandomView<double>(random, 2, 5));
    }

    [Fact]
    public void Index_OfManyElements_GivesRosenbrocksGradient()
    {
        Random random = new(3);
        NDArray<double> x = Runtime.Tests.Arrays.Random<double>(random, 10);
        CentralDifferences.Check(
            x =>
            {
                NDArray<double> sum = NDArray.Zeros<double>();
                for (int i = 0; i < 9; i++)
                {
                    NDArray<double> bend = x[0][i + 1] + -(x[0][i] * x[0][i]), slope = 1 + -x[0][i];
                    sum += 100 * bend * bend + slope * slope;
                }
                return sum;
            }, x);
    }

    [Fact]
    public void Slice_WithAStep_KeepsEveryOther()
    {
        NDArray<double> x = Numbers(7);
        Assert.Equal([1.0, 3, 5], x.Slice(0, 1.., 2).ToArray());
        Assert.Equal([0.0, 3, 6], x.Slice(-1, .., 3).ToArray());
        Assert.Equal([], x.Slice(0, 2..2, 3).ToArray());
        Assert.Throws<ArgumentOutOfRangeException>(() => x.Slice(0, .., 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => x.Slice(1, ..));
        Assert.Throws<ArgumentOutOfRangeException>(() => x.Slice(0, ..8));
    }

    [Fact]
    public void Index_OfManyParts_SharesOneArrayOfGradients()
    {
        const int Length = 100_000;
        NDArray<double> x = NDArray.Ones<double>(Length);
        x.AttachGradient();
        NDArray<double> y;
        using (Autograd.Record())
        {
            y = x[0] * x[1];
            for (int i = 2; i < 1000; i++) y += x[i] * x[^i] + x.Take(NDArray.Create([i]), 0);
            y += x.Slice(0, .., 50_000).Sum();
        }
        long before = GC.GetAllocatedBytesForCurrentThread();
        y.Backward();
        long bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.True(bytes < 10 * Length * sizeof(double), $"{bytes} bytes");
        Assert.Equal([2.0, 1, 2, 2], x.Gradient![..4].ToArray());
        Assert.Equal((998 * 3) + 2 + 2, x.Gradient!.Sum().ToScalar());
    }
}
