using System.Numerics.Tensors;

namespace AutoDiff.Runtime.Tests;

/// <summary>Memory that arrays share with the rest of .NET, and arrays of regular numbers.</summary>
public sealed class SharingTests
{
    [Fact]
    public void Wrap_OfAnArray_SharesItsMemory_CreateCopies()
    {
        double[] values = [1, 2, 3, 4];
        NDArray<double> wrapped = NDArray.Wrap(values, 2, 2), copied = NDArray.Create(values, 2, 2);
        values[3] = 7;
        Assert.Equal([1.0, 2, 3, 7], wrapped.ToArray());
        Assert.Equal([1.0, 2, 3, 4], copied.ToArray());
        wrapped[0, 0] = NDArray.Full(9.0);
        Assert.Equal(9, values[0]);
        Assert.Equal([4], NDArray.Wrap(values).Shape.ToArray());
        Assert.Throws<ArgumentException>(() => NDArray.Wrap(values, 3));
        Assert.Throws<NotSupportedException>(() => NDArray.Wrap(new long[2]));
        Assert.Equal([2.0, 3], NDArray.FromSpan<double>(values.AsSpan(1, 2), 2).ToArray());
        Assert.Throws<ArgumentException>(() => NDArray.FromSpan<double>(values, 3));
    }

    [Theory]
    [InlineData(8)]
    [InlineData(20_000)]
    public void AsTensor_OfAnyView_SharesItsMemory(int rows)
    {
        NDArray<float> x = NDArray.Arange<float>(0, rows * 3).Reshape(rows, 3);
        foreach (NDArray<float> view in new[] { x, x.T, x[1.., 1..], x[0].BroadcastTo(4, 3), x.ExpandDims(1), x[^1] })
        {
            Tensor<float> tensor = view.AsTensor();
            float[] flat = new float[view.Size];
            tensor.FlattenTo(flat);
            Assert.Equal(view.ToArray(), flat);
            NDArray<float> back = NDArray.FromTensor(tensor);
            Assert.Equal(view.Shape.ToArray(), back.Shape.ToArray());
            Assert.Equal(view.ToArray(), back.ToArray());
        }
        x.AsTensor()[1, 2] = -5;
        Assert.Equal(-5, x[1, 2].ToScalar());
        Assert.Equal([1], x[0, 0].AsTensor().Lengths.ToArray());
        Assert.Equal([2, 0], NDArray.Zeros<int>(2, 0).AsTensor().Lengths.ToArray());
    }

    [Fact]
    public void FromTensor_OfASlice_SharesItsMemory()
    {
        Tensor<double> tensor = Tensor.Create([1.0, 2, 3, 4, 5, 6], [2, 3]);
        NDArray<double> x = NDArray.FromTensor(tensor), part = NDArray.FromTensor(tensor.Slice([0..2, 1..3]));
        tensor[1, 2] = 9;
        Assert.Equal([1.0, 2, 3, 4, 5, 9], x.ToArray());
        Assert.Equal([2.0, 3, 5, 9], part.ToArray());
        part.Assign(NDArray.Zeros<double>(2, 2));
        Assert.Equal(0, tensor[0, 1]);
        Assert.Equal([0, 3], NDArray.FromTensor(Tensor.Create<int>([], [0, 3])).Shape.ToArray());
    }

    [Fact]
    public void Arange_AndItsKin_AreNumPys()
    {
        Assert.Equal([0.0, 1, 2], NDArray.Arange(0.0, 3).ToArray());
        Assert.Equal([2, 3, 4], NDArray.Arange(2, 5).ToArray());
        Assert.Equal([0, 1, 2, 3], NDArray.Arange(4).ToArray());
        Assert.Equal([0f, 1, 2], NDArray.Arange(2.5f).ToArray());
        Assert.Equal([], NDArray.Arange(-1.0).ToArray());
        Assert.Equal([1f, 0.75f, 0.5f], NDArray.Arange(1f, 0.25f, -0.25f).ToArray());
        Assert.Equal([0, 3, 6], NDArray.Arange(0, 7, 3).ToArray());
        Assert.Equal([5, 3, 1], NDArray.Arange(5, 0, -2).ToArray());
        Assert.Equal([], NDArray.Arange(3, 3).ToArray());
        Assert.Equal([], NDArray.Arange(3.0, 0).ToArray());
        Assert.Equal(10, NDArray.Arange(0.0, 1, 0.1).Size);
        Assert.Throws<ArgumentOutOfRangeException>(() => NDArray.Arange(0, 1, 0));
        Assert.Throws<ArgumentException>(() => NDArray.Arange(0.0, double.PositiveInfinity));
        Assert.Throws<ArgumentException>(() => NDArray.Arange(0.0, double.NaN));
        Assert.Throws<NotSupportedException>(() => NDArray.Arange(false, true));
        Assert.Equal([0.0, 0.5, 1], NDArray.Linspace(0.0, 1, 3).ToArray());
        Assert.Equal(0.7f, NDArray.Linspace(0f, 0.7f, 50).ToArray()[^1]);
        Assert.Equal([2.0], NDArray.Linspace(2.0, 5, 1).ToArray());
        Assert.Equal([1, 0, 0, 1], NDArray.Eye<int>(2).ToArray());
        Assert.Equal([0.0, 0], NDArray.ZerosLike(NDArray.Create([1.0, 2])).ToArray());
        Assert.Equal([1.0, 1], NDArray.OnesLike(NDArray.Create<double>([[1, 2]]).T).ToArray());
    }
}
