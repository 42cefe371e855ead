using Random = System.Random;

namespace AutoDiff.Runtime.Tests.Movement;

/// <summary>Operations that move elements and leave their values alone: against references by index, and their derivatives.</summary>
public sealed class MovementTests
{
    static readonly int[][] Shapes = [[3], [1], [2, 3], [3, 1, 2], [2, 3, 2, 2], [0], [2, 0, 3]];

    public static TheoryData<int> Rounds => [.. Enumerable.Range(0, Shapes.Length)];

    static NDArray<float> Array(int round) => Runtime.Tests.Arrays.RandomView<float>(new(round), Shapes[round]);

    [Theory, MemberData(nameof(Rounds))]
    public void Views_OfAnyLayout_MoveNothing(int round)
    {
        NDArray<float> x = Array(round);
        int[] shape = Shapes[round];
        Func<int[], float> at = x.Elements();
        for (int axis = 0; axis <= shape.Length; axis++)
        {
            x.ExpandDims(axis).AssertIs(shape.Insert(axis, 1), i => at(i.Without(axis)));
            x.ExpandDims(axis - shape.Length - 1).Squeeze(axis).AssertIs(shape, at);
        }
        x.Squeeze().AssertIs([.. shape.Where(length => length != 1)], i =>
        {
            int next = 0;
            return at([.. shape.Select(length => length == 1 ? 0 : i[next++])]);
        });
        Assert.Equal(x.ToArray(), x.Flatten().ToArray());
        Assert.Equal([x.Size], x.Flatten().Shape.ToArray());
        for (int axis = 0; axis < shape.Length; axis++)
        {
            int last = shape.Length - 1;
            x.SwapAxes(axis, -1).AssertIs(shape.With(axis, shape[last]).With(last, shape[axis]), i => at(i.With(axis, i[last]).With(last, i[axis])));
        }
    }

    [Theory, MemberData(nameof(Rounds))]
    public void Diagonals_OfAnyLayout_AreThoseByIndex(int round)
    {
        NDArray<float> x = Array(round);
        int[] shape = Shapes[round];
        Func<int[], float> at = x.Elements();
        for (int first = 0; first < shape.Length; first++)
        {
            for (int second = 0; second < shape.Length; second++)
            {
                if (first == second) continue;
                (int low, int high) = (Math.Min(first, second), Math.Max(first, second));
                foreach (int offset in new[] { 0, 1, -1, 2, -2, 7, -7, int.MaxValue, int.MinValue })
                {
                    long length = Math.Max(0, Math.Min(shape[first] - Math.Max(-(long)offset, 0), shape[second] - Math.Max((long)offset, 0)));
                    int[] others = shape.Without(high).Without(low);
                    int[] Source(int[] i, int place) =>
                        i.Insert(low, 0).Insert(high, 0).With(first, place + Math.Max(-offset, 0)).With(second, place + Math.Max(offset, 0));
                    x.Diagonal(offset, first, second - shape.Length).AssertIs([.. others, (int)length], i => at(Source(i[..^1], i[^1])));
                    x.Trace(offset, first, second).AssertIs(others, i => Enumerable.Range(0, (int)length).Aggregate(0f, (sum, place) => sum + at(Source(i, place))));
                }
            }
        }
    }

    [Theory, MemberData(nameof(Rounds))]
    public void Copies_OfAnyLayout_AreThoseByIndex(int round)
    {
        NDArray<float> x = Array(round);
        int[] shape = Shapes[round];
        Func<int[], float> at = x.Elements();
        x.Flip().AssertIs(shape, i => at([.. i.Select((place, axis) => shape[axis] - 1 - place)]));
        if (shape.Length > 1) x.Flip(0, -1).AssertIs(shape, i => at(i.With(0, shape[0] - 1 - i[0]).With(shape.Length - 1, shape[^1] - 1 - i[^1])));
        for (int axis = 0; axis < shape.Length; axis++)
        {
            int length = shape[axis];
            x.Flip(axis).AssertIs(shape, i => at(i.With(axis, length - 1 - i[axis])));
            foreach (int shift in new[] { 0, 1, -1, 2, length, -length - 1, int.MinValue, int.MaxValue })
                x.Roll(shift, axis - shape.Length).AssertIs(shape, i => at(i.With(axis, (int)(((i[axis] - (long)shift) % length + length) % length))));
            x.Repeat(3, axis).AssertIs(shape.With(axis, length * 3), i => at(i.With(axis, i[axis] / 3)));
            x.Repeat(0, axis).AssertIs(shape.With(axis, 0), at);
            x.Pad(axis, 2, 1, 9).AssertIs(shape.With(axis, length + 3), i => i[axis] < 2 || i[axis] >= length + 2 ? 9 : at(i.With(axis, i[axis] - 2)));
            int[] counts = new int[shape.Length];
            System.Array.Fill(counts, 1);
            counts[axis] = 2;
            x.Tile(counts).AssertIs(shape.With(axis, length * 2), i => at(i.With(axis, i[axis] % length)));
            NDArray.Concatenate(axis, x, x.Slice(axis, ..(length / 2)), x).AssertIs(
                shape.With(axis, length * 2 + length / 2), i => at(i.With(axis, i[axis] < length ? i[axis] : (i[axis] - length) is var rest && rest < length / 2 ? rest : rest - length / 2)));
            NDArray<float>[] parts = length == 0 ? [x] : x.Split(axis, length);
            for (int part = 0; part < length; part++) parts[part].AssertIs(shape.With(axis, 1), i => at(i.With(axis, part)));
        }
        x.Tile([2, .. shape.Select(_ => 1)]).AssertIs(shape.Insert(0, 2), i => at(i.Without(0)));
        x.Tile(3).AssertIs(shape.With(shape.Length - 1, shape[^1] * 3), i => at(i.With(shape.Length - 1, i[^1] % shape[^1])));
        for (int axis = 0; axis <= shape.Length; axis++)
            NDArray.Stack(axis, x, x.Copy()).AssertIs(shape.Insert(axis, 2), i => at(i.Without(axis)));
    }

    [Fact]
    public void Movements_Differentiated_GiveEachElementItsGradients()
    {
        Random random = new(7);
        NDArray<double> x = Runtime.Tests.Arrays.RandomView<double>(random, 2, 3, 2), y = Runtime.Tests.Arrays.RandomView<double>(random, 2, 1, 2);
        (string Name, Func<NDArray<double>[], NDArray<double>> Function)[] functions =
        [
            ("ExpandDims", x => x[0].ExpandDims(1) * x[0].ExpandDims(-2)),
            ("Squeeze", x => x[1].Squeeze(1) * x[1].Squeeze() * x[1].Flatten()[^1]),
            ("SwapAxes", x => x[0].SwapAxes(0, 2) * x[0]),
            ("Flip", x => x[0].Flip(1) * x[0].Flip(-1)),
            ("Roll", x => x[0].Roll(2, 1) * x[0].Roll(-1, 1) * x[0]),
            ("Diagonal", x => x[0].Diagonal() * x[0].Diagonal(-1, 1, 0) * x[1][.., 0]),
            ("Trace", x => x[0].Trace(1) * x[0].Trace(0, -1, 1) * x[0]),
            ("Flip over all axes", x => x[0].Flip() * x[0]),
            ("+", x => +x[0] * x[0]),
            ("Repeat", x => x[1].Repeat(3, 1) * x[0]),
            ("Tile", x => x[1].Tile(2, 3, 1).Exp()),
            ("Pad", x => x[1].Pad(1, 1, 1, 5) * x[0].Pad([(0, 0), (0, 0), (0, 0)])),
            ("Concatenate", x => NDArray.Concatenate(1, x[0], x[1], x[0]).Exp()),
            ("Stack", x => NDArray.Stack(-1, x[0], x[0].Flip(0) * x[1]) * x[0].ExpandDims(-1)),
            ("Split", x => x[0].Split(1, 3)[0] * x[0].Split(1, 3)[2] * x[1]),
        ];
        foreach ((_, Func<NDArray<double>[], NDArray<double>> function) in functions) CentralDifferences.Check(function, x, y);
    }

    [Fact]
    public void Movements_WithWrongArguments_NameTheShapes()
    {
        NDArray<double> x = NDArray.Zeros<double>(2, 3);
        Assert.Contains("2x3", Assert.Throws<ArgumentException>(() => x.Squeeze(1)).Message, StringComparison.Ordinal);
        Assert.Contains("2x3", Assert.Throws<ArgumentException>(() => x.Split(1, 2)).Message, StringComparison.Ordinal);
        Assert.Contains("3x2", Assert.Throws<ArgumentException>(() => NDArray.Concatenate(0, x, x.T)).Message, StringComparison.Ordinal);
        Assert.Contains("3x2", Assert.Throws<ArgumentException>(() => NDArray.Stack(0, x, x.T)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => NDArray.Concatenate<double>(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => NDArray.Concatenate(2, x, x));
        Assert.Throws<ArgumentOutOfRangeException>(() => NDArray.Concatenate(0, NDArray.Zeros<double>()));
        Assert.Throws<ArgumentOutOfRangeException>(() => x.ExpandDims(3));
        Assert.Throws<ArgumentOutOfRangeException>(() => x.Split(0, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => x.Repeat(-1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => x.Tile(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => x.Pad(0, -1, 0));
        Assert.Throws<ArgumentException>(() => x.Pad([(0, 0)]));
    }
}
