namespace AutoDiff.Runtime.Tests;

/// <summary>Which shape an array gets from what it is created of.</summary>
public sealed class CreationTests
{
    [Fact]
    public void Create_OfLists_HasTheShapeOfTheLists()
    {
        double[][] rows = [[1, 2, 3], [4, 5, 6]];
        Assert.Equal([2, 3], NDArray.Create(rows).Shape.ToArray());
        Assert.Equal([2, 3], NDArray.Create<float>([[1, 2, 3], [4, 5, 6]]).Shape.ToArray());
        Assert.Equal([1, 2, 2], NDArray.Create<double>([[[1, 2], [3, 4]]]).Shape.ToArray());
        Assert.Equal([3], NDArray.Create([1.0, 2, 3]).Shape.ToArray());
        Assert.Equal([3, 1], NDArray.Create([1.0, 2, 3], 3, 1).Shape.ToArray());
        Assert.Equal([2, 2], NDArray.Create(new[,] { { 1, 2 }, { 3, 4 } }).Shape.ToArray());
        Assert.Equal([1, 1, 2], NDArray.Create(new[,,] { { { 1f, 2f } } }).Shape.ToArray());
        Assert.Equal([4.0, 5, 6], NDArray.Create(rows)[1].ToArray());
    }

    [Fact]
    public void Create_OfNothing_HasOneAxisWithoutElements()
    {
        Assert.Equal([0], NDArray.Create<double>([]).Shape.ToArray());
        Assert.Equal([0], NDArray.Create(Array.Empty<int>()).Shape.ToArray());
        Assert.Equal([0, 3], NDArray.Create<double>([], 0, 3).Shape.ToArray());
        Assert.Equal([2, 0], NDArray.Create<double>([[], []]).Shape.ToArray());
        Assert.Equal([1, 0], NDArray.Create<float>([[]]).Shape.ToArray());
        double[][] rows = [[], [], []];
        Assert.Equal([3, 0], NDArray.Create(rows).Shape.ToArray());
    }

    [Fact]
    public void Create_OfRowsOfDifferentLengths_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => NDArray.Create<double>([[1, 2], [3]]));
        Assert.Throws<ArgumentException>(() => NDArray.Create([1.0, 2, 3], 2, 2));
        Assert.Throws<NotSupportedException>(() => NDArray.Zeros<decimal>(2));
    }
}
