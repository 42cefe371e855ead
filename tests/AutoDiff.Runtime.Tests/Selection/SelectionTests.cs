using Random = System.Random;

namespace AutoDiff.Runtime.Tests.Selection;

/// <summary>Elements by number, by order and by size: against references by index, and their derivatives.</summary>
public sealed class SelectionTests
{
    static readonly int[][] Shapes = [[5], [1], [2, 3], [3, 1, 2], [2, 3, 2, 2], [0], [2, 0, 3], [0, 3]];

    public static TheoryData<int> Rounds => [.. Enumerable.Range(0, Shapes.Length)];

    /// <summary>Few different numbers, so that many are equal, and now and then a special one.</summary>
    static NDArray<T> Values<T>(int round)
    {
        Random random = new(round);
        double[] choices = [-1, -0.0, 0, 1, 2, typeof(T) == typeof(int) ? 3 : double.NaN, typeof(T) == typeof(int) ? 4 : double.NegativeInfinity];
        NDArray<double> places = Runtime.Tests.Arrays.RandomView<double>(random, Shapes[round]);
        T[] values = [.. places.ToArray().Select(_ => (T)Convert.ChangeType(choices[random.Next(choices.Length)], typeof(T), null))];
        NDArray<T> view = NDArray.Create(values, Shapes[round]);
        return round % 2 == 0 ? view : view.SwapAxes(0, -1).Copy().SwapAxes(0, -1);
    }

    static NDArray<int> RandomIndex(Random random, int length, params int[] shape) =>
        NDArray.Create([.. Enumerable.Range(0, shape.Aggregate(1, (a, b) => a * b)).Select(_ => random.Next(-length, length))], shape);

    [Theory, MemberData(nameof(Rounds))]
    public void TakeAndGather_OfAnyLayout_AreThoseByIndex(int round)
    {
        Random random = new(round);
        int[] shape = Shapes[round];
        NDArray<float> x = Runtime.Tests.Arrays.RandomView<float>(random, shape);
        Func<int[], float> at = x.Elements();
        for (int axis = 0; axis < shape.Length; axis++)
        {
            int length = shape[axis];
            int count = length == 0 ? 0 : 3;
            NDArray<int> index = RandomIndex(random, length, 2, count);
            Func<int[], int> place = index.Elements();
            x.Take(index, axis).AssertIs(
                [.. shape[..axis], 2, count, .. shape[(axis + 1)..]],
                i => at([.. i[..axis], (place([i[axis], i[axis + 1]]) + length) % length, .. i[(axis + 2)..]]));

            NDArray<int> along = RandomIndex(random, length, shape.With(axis, count));
            Func<int[], int> placeAlong = along.Elements();
            x.GatherAlong(along, axis - shape.Length).AssertIs(shape.With(axis, count), i => at(i.With(axis, (placeAlong(i) + length) % length)));

            if (length == 0) continue;
            NDArray<int> one = RandomIndex(random, length, shape.Without(axis));
            Func<int[], int> placeOfOne = one.Elements();
            x.Pick(one, axis).AssertIs(shape.Without(axis), i => at(i.Insert(axis, (placeOfOne(i) + length) % length)));
        }
    }

    [Theory, MemberData(nameof(Rounds))]
    public void Order_OfFloats_IsNumPys(int round) => CheckOrder<float>(round);

    [Theory, MemberData(nameof(Rounds))]
    public void Order_OfDoubles_IsNumPys(int round) => CheckOrder<double>(round);

    [Theory, MemberData(nameof(Rounds))]
    public void Order_OfIntegers_IsNumPys(int round) => CheckOrder<int>(round);

    static void CheckOrder<T>(int round)
    {
        int[] shape = Shapes[round];
        NDArray<T> x = Values<T>(round);
        Func<int[], T> at = x.Elements();
        double[] all = x.ToDoubles();
        if (all.Length == 0)
        {
            Assert.Throws<ArgumentException>(() => x.ArgMax());
            Assert.Throws<ArgumentException>(() => x.ArgMin());
        }
        else
        {
            int firstNaN = Array.FindIndex(all, double.IsNaN);
            Assert.Equal(firstNaN >= 0 ? firstNaN : Array.IndexOf(all, all.Max()), x.ArgMax().ToScalar());
            Assert.Equal(firstNaN >= 0 ? firstNaN : Array.IndexOf(all, all.Min()), x.ArgMin().ToScalar());
        }
        for (int axis = 0; axis < shape.Length; axis++)
        {
            int length = shape[axis];
            // OrderBy is stable; NaN last.
            double Key(int[] i, int place) => Convert.ToDouble(at(i.With(axis, place)), null);
            int[] Rising(int[] i) =>
                [.. Enumerable.Range(0, length).OrderBy(place => double.IsNaN(Key(i, place))).ThenBy(place => double.IsNaN(Key(i, place)) ? 0 : Key(i, place) + 0.0)];
            int[] Falling(int[] i) =>
                [.. Enumerable.Range(0, length).OrderByDescending(place => double.IsNaN(Key(i, place))).ThenByDescending(place => double.IsNaN(Key(i, place)) ? 0 : Key(i, place) + 0.0)];
            x.ArgSort(axis).AssertIs(shape, i => Rising(i)[i[axis]]);
            x.Sort(axis).AssertIs(shape, i => at(i.With(axis, Rising(i)[i[axis]])));
            x.ArgSort(axis, descending: true).AssertIs(shape, i => Falling(i)[i[axis]]);
            x.Sort(axis, descending: true).AssertIs(shape, i => at(i.With(axis, Falling(i)[i[axis]])));
            for (int k = 0; k <= length; k++)
            {
                (NDArray<T> values, NDArray<int> indices) = x.TopK(k, axis);
                indices.AssertIs(shape.With(axis, k), i => Falling(i)[i[axis]]);
                values.AssertIs(shape.With(axis, k), i => at(i.With(axis, Falling(i)[i[axis]])));
            }
            if (length == 0 && x.Size == 0 && !shape.Without(axis).Contains(0))
            {
                Assert.Throws<ArgumentException>(() => x.ArgMax(axis));
                continue;
            }
            x.ArgMax(axis).AssertIs(shape.Without(axis), i => Falling(i.Insert(axis, 0))[0]);
            x.ArgMin(axis).AssertIs(shape.Without(axis), i => Rising(i.Insert(axis, 0)) is var order && double.IsNaN(Key(i.Insert(axis, 0), order[^1]))
                ? Falling(i.Insert(axis, 0))[0] : order[0]);
        }
    }

    [Theory, MemberData(nameof(Rounds))]
    public void CumulativeSum_OfAnyLayout_AddsInOrder(int round)
    {
        int[] shape = Shapes[round];
        NDArray<double> x = Runtime.Tests.Arrays.RandomView<double>(new(round), shape);
        Func<int[], double> at = x.Elements();
        for (int axis = 0; axis < shape.Length; axis++)
        {
            x.CumulativeSum(axis).AssertIs(shape, i =>
            {
                double sum = at(i.With(axis, 0));
                for (int place = 1; place <= i[axis]; place++) sum += at(i.With(axis, place));
                return sum;
            });
        }
        Assert.Equal([1, 3, 6], NDArray.Create([1, 2, 3]).CumulativeSum(0).ToArray());
    }

    [Theory, MemberData(nameof(Rounds))]
    public void CumulativeProduct_OfAnyLayout_MultipliesInOrder(int round)
    {
        int[] shape = Shapes[round];
        NDArray<double> x = Runtime.Tests.Arrays.RandomView<double>(new(round), shape);
        Func<int[], double> at = x.Elements();
        for (int axis = 0; axis < shape.Length; axis++)
        {
            double[] expected = [.. Indices.Of(shape).Select(i => Enumerable.Range(0, i[axis] + 1).Aggregate(1.0, (product, place) => product * at(i.With(axis, place))))];
            NDArray<double> products = x.CumulativeProduct(axis - shape.Length);
            Assert.Equal(shape, products.Shape.ToArray());
            CentralDifferences.AssertClose(expected, products.ToArray(), 1e-15, "products");
        }
        Assert.Equal([1, 2, 6, 24, 120, 720, 5040], NDArray.Create([1, 2, 3, 4, 5, 6, 7]).CumulativeProduct(0).ToArray());
        Assert.Throws<NotSupportedException>(() => NDArray.Create([true]).CumulativeProduct(0));
    }

    [Theory, MemberData(nameof(Rounds))]
    public void Masks_OfAnyLayout_GiveTheElementsInOrder(int round)
    {
        Masks<float>(round);
        Masks<double>(round);
        Masks<int>(round);
    }

    static void Masks<T>(int round)
    {
        int[] shape = Shapes[round];
        NDArray<T> x = Values<T>(round);
        Func<int[], T> at = x.Elements();
        int[][] places = [.. Indices.Of(shape).Where(i => Convert.ToDouble(at(i), null) != 0)];
        NDArray<int>[] indices = x.Nonzero();
        Assert.Equal(shape.Length, indices.Length);
        for (int axis = 0; axis < shape.Length; axis++) Assert.Equal([.. places.Select(i => i[axis])], indices[axis].ToArray());
        Assert.Equal([.. places.Select(at)], x[x.ElementsNotEqual(default(T)!)].ToArray());
        Assert.Equal(indices[0].ToArray(), x.Cast<bool>().Nonzero()[0].ToArray());

        Random random = new(round);
        for (int axes = 1; axes <= shape.Length; axes++)
        {
            bool[] chosen = [.. Indices.Of(shape[..axes]).Select(_ => random.Next(3) == 0)];
            int[][] starts = [.. Indices.Of(shape[..axes]).Where((_, place) => chosen[place])];
            NDArray<bool> mask = NDArray.Create(chosen, shape[..axes]).T.Copy().T;
            x[mask].AssertIs([starts.Length, .. shape[axes..]], i => at([.. starts[i[0]], .. i[1..]]));
        }
    }

    [Fact]
    public void OneHot_OfIndices_AddsAnAxis()
    {
        NDArray<int> index = NDArray.Create<int>([[0, 2], [1, 0]]);
        index.OneHot<float>(3).AssertIs([2, 2, 3], i => index.Elements()(i[..2]) == i[2] ? 1 : 0);
        Assert.Equal([false, true], NDArray.Create([1]).OneHot<bool>(2).ToArray());
        Assert.Throws<ArgumentOutOfRangeException>(() => index.OneHot<float>(2));
        Assert.Throws<ArgumentOutOfRangeException>(() => NDArray.Create([-1]).OneHot<float>(2));
        Assert.Equal([0, 4], NDArray.Zeros<int>(0).OneHot<double>(4).Shape.ToArray());
    }

    [Fact]
    public void Selections_Differentiated_AddToWhereTheElementsCameFrom()
    {
        Random random = new(11);
        NDArray<double> x = Runtime.Tests.Arrays.RandomView<double>(random, 3, 2, 4);
        NDArray<int> index = NDArray.Create<int>([[0, 2], [2, -1]]);
        NDArray<int> along = RandomIndex(random, 4, 3, 2, 6);
        NDArray<bool> mask = x.Detach().Greater(0);
        NDArray<int> picked = RandomIndex(random, 2, 3, 4);
        (string Name, Func<NDArray<double>, NDArray<double>> Function)[] functions =
        [
            ("Take", x => x.Take(index, 0).Exp()),
            ("Take of the last axis", x => x.Take(index, -1) * x.Take(index, -1)),
            ("GatherAlong", x => x.GatherAlong(along, 2).Exp()),
            ("Pick", x => x.Pick(picked, 1) * x[.., 0]),
            ("Sort", x => x.Sort(1).Exp() * x),
            ("TopK", x => x.TopK(2, 0).Values * x[..2]),
            ("CumulativeProduct", x => x.CumulativeProduct(1) * x.CumulativeProduct(-1) + x.CumulativeProduct(0)),
            ("CumulativeProduct with zeros", x => (x * x.Greater(0).Cast<double>()).CumulativeProduct(-1) * x),
            ("Mask", x => x[mask].Exp() * x[mask]),
            ("Mask of the first axes", x => x[mask[.., .., 1]] * x[0, 0]),
            ("CumulativeSum", x => x.CumulativeSum(1) * x.CumulativeSum(-1) * x.CumulativeSum(0)),
        ];
        foreach ((_, Func<NDArray<double>, NDArray<double>> function) in functions) CentralDifferences.Check(operands => function(operands[0]), x);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void TakeGradient_OfOnePlaceTakenOften_KeepsItsDigits(int columns)
    {
        NDArray<float> table = NDArray.Zeros<float>(4, columns);
        NDArray<int> index = NDArray.Create([.. Enumerable.Range(0, 1_000_000).Select(i => i % 5 == 0 ? -1 : 1), 0]);
        table.AttachGradient();
        NDArray<float> taken;
        using (Autograd.Record()) taken = table.Take(index, 0);
        taken.Backward(NDArray.Full(0.1f, 1_000_001, columns));
        float[] expected = [0.1f, 80_000, 0, 20_000];
        Assert.All(table.Gradient!.ToArray(), (value, i) => Assert.Equal(expected[i / columns], value, 6e-6 * (1 + expected[i / columns])));

        // Places taken both often and seldom, of several slabs, against sums in double precision.
        Random random = new(4);
        int[] places = [.. Enumerable.Range(0, 3000).Select(_ => random.Next(3) * random.Next(40))];
        NDArray<double> x = Arrays.Random<double>(random, 2, 118, columns), head = Arrays.Random<double>(random, 2, 3000, columns);
        double[] sums = new double[x.Size], values = head.ToArray();
        for (int i = 0; i < values.Length; i++) sums[i / (3000 * columns) * 118 * columns + places[i / columns % 3000] * columns + i % columns] += values[i];
        x.AttachGradient(GradientRequest.Add);
        NDArray<double> y;
        using (Autograd.Record()) y = x.Take(NDArray.Create(places), 1);
        y.Backward(head);
        CentralDifferences.AssertClose(sums, x.Gradient!.ToArray(), 1e-13, "gradient");
    }

    [Fact]
    public void Selections_WithWrongIndices_AreRefused()
    {
        NDArray<double> x = NDArray.Zeros<double>(2, 3);
        Assert.Throws<ArgumentOutOfRangeException>(() => x.Take(NDArray.Create([3]), 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => x.Take(NDArray.Create([-3]), 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => x.Take(NDArray.Create([0]), 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => x.Pick(NDArray.Create([0, 3]), 1));
        Assert.Contains("2x3", Assert.Throws<ArgumentException>(() => x.Pick(NDArray.Create([0, 1, 1]), 1)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => x.GatherAlong(NDArray.Create([0]), 1));
        Assert.Contains("2x3", Assert.Throws<ArgumentException>(() => x[NDArray.Create([true, false, true])]).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => x[NDArray.Zeros<bool>(2, 3, 1)]);
        Assert.Throws<ArgumentException>(() => x.Sum().Nonzero());
        Assert.Throws<ArgumentOutOfRangeException>(() => x.TopK(4, 1));
        Assert.Throws<NotSupportedException>(() => NDArray.Create([true]).Sort());
    }

    [Fact]
    public void Take_AfterAChangeOfTheIndex_KeepsItsDerivative()
    {
        NDArray<double> x = NDArray.Create([1.0, 2, 3]);
        NDArray<int> index = NDArray.Create([0, 0, 2]);
        x.AttachGradient();
        NDArray<double> y;
        using (Autograd.Record()) y = x.Take(index, 0);
        index.Assign(NDArray.Create([1, 1, 1]));
        y.Backward();
        Assert.Equal([2.0, 0, 1], x.Gradient!.ToArray());
    }
}
