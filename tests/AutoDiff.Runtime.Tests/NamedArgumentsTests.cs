namespace AutoDiff.Runtime.Tests;

/// <summary>The names that programs may count on, those of parameters too: it is enough that these calls compile and do what they say.</summary>
public sealed class NamedArgumentsTests
{
    static readonly NDArray<double> s_x = NDArray.Create(values: [1.0, 2, 3, 4, 5, 6], shape: [2, 3]);

    [Fact]
    public void Creation_ByNames_GivesTheShapes()
    {
        double[][] rows = [[1, 2], [3, 4]];
        Assert.Equal([2, 2], NDArray.Create<double>(rows: rows).Shape);
        Assert.Equal([2], NDArray.Create<double>(values: [1, 2]).Shape);
        Assert.Equal([1, 2], NDArray.Create(values: new[,] { { 1f, 2 } }).Shape);
        Assert.Equal([2], NDArray.Zeros<float>(shape: [2]).Shape);
        Assert.Equal([2], NDArray.Ones<float>(shape: [2]).Shape);
        Assert.Equal([7f, 7], NDArray.Full(value: 7f, shape: [2]).ToArray());
        Assert.Equal([1.0, 0, 0, 1], NDArray.Eye<double>(n: 2).ToArray());
        Assert.Equal([1.0, 2], NDArray.Arange(start: 1.0, stop: 3.0).ToArray());
        Assert.Equal([1.0, 3], NDArray.Arange(start: 1.0, stop: 4.0, step: 2.0).ToArray());
        Assert.Equal([4, 3], NDArray.Concatenate(axis: 0, arrays: [s_x, s_x]).Shape);
        Assert.Equal([2, 2, 3], NDArray.Stack(axis: 0, arrays: [s_x, s_x]).Shape);
    }

    [Fact]
    public void Choices_ByNames_TakeTheirOperands()
    {
        NDArray<double> x = NDArray.Create([1.0, 5]), y = NDArray.Create([4.0, 2]);
        NDArray<bool> mask = x.Less(b: y);
        Assert.Equal([1.0, 2], NDArray.Where(mask: mask, a: x, b: y).ToArray());
        Assert.Equal([1.0, 0], NDArray.Where(mask: mask, a: x, b: 0).ToArray());
        Assert.Equal([0.0, 2], NDArray.Where(mask: mask, a: 0, b: y).ToArray());
        Assert.Equal([4.0, 5], NDArray.Maximum(a: x, b: y).ToArray());
        Assert.Equal([3.0, 5], NDArray.Maximum(a: x, b: 3).ToArray());
        Assert.Equal([1.0, 2], NDArray.Minimum(a: x, b: y).ToArray());
        Assert.Equal([1.0, 3], NDArray.Minimum(a: 3, b: x).ToArray());
        Assert.Equal([2.0, 3], x.Clip(low: 2, high: 3).ToArray());
        foreach (NDArray<bool> one in new[] { x.Less(b: 3), x.LessOrEqual(b: y), x.Greater(b: y).LogicalNot(), x.GreaterOrEqual(b: 5).LogicalNot(), x.ElementsEqual(b: 1), x.ElementsNotEqual(b: 5) })
            Assert.Equal([true, false], one.ToArray());
    }

    [Fact]
    public void ViewsAndIndices_ByNames_GiveTheElements()
    {
        Assert.Equal([3, 2], s_x.Reshape(shape: [3, -1]).Shape);
        Assert.Equal([3, 2], s_x.Transpose(axes: [1, 0]).Shape);
        Assert.Equal([2, 1], s_x.Slice(axis: 1, range: 1..2).Shape);
        Assert.Equal([4, 2, 3], s_x.BroadcastTo(shape: [4, 2, 3]).Shape);
        NDArray<int> index = NDArray.Create([2, 0]);
        Assert.Equal([3.0, 4], s_x.Pick(index: index, axis: 1).ToArray());
        Assert.Equal([2, 2], s_x.Take(index: index, axis: 1).Shape);
        Assert.Equal([0f, 0, 1, 1, 0, 0], index.OneHot<float>(depth: 3).ToArray());
        NDArray<double> y = s_x.Copy();
        y.Assign(source: s_x * 2);
        y.Add(other: s_x);
        Assert.Equal((s_x * 3).ToArray(), y.ToArray());
    }

    [Fact]
    public void Reductions_ByNames_GiveTheShapes()
    {
        Func<NDArray<double>, NDArray<double>>[] oneAxis =
        [
            x => x.Sum(axis: 1, keepDims: true), x => x.Mean(axis: 1, keepDims: true), x => x.Max(axis: 1, keepDims: true), x => x.Min(axis: 1, keepDims: true),
            x => x.Prod(axis: 1, keepDims: true), x => x.Norm(axis: 1, keepDims: true), x => x.Variance(axis: 1, keepDims: true), x => x.LogSumExp(axis: 1, keepDims: true),
        ];
        Func<NDArray<double>, NDArray<double>>[] allAxes =
        [
            x => x.Sum(axes: [0, 1], keepDims: true), x => x.Mean(axes: [0, 1], keepDims: true), x => x.Max(axes: [0, 1], keepDims: true), x => x.Min(axes: [0, 1], keepDims: true),
            x => x.Prod(axes: [0, 1], keepDims: true), x => x.Norm(axes: [0, 1], keepDims: true), x => x.Variance(axes: [0, 1], keepDims: true),
            x => x.LogSumExp(axes: [0, 1], keepDims: true),
        ];
        Assert.All(oneAxis, reduce => Assert.Equal([2, 1], reduce(s_x).Shape));
        Assert.All(allAxes, reduce => Assert.Equal([1, 1], reduce(s_x).Shape));
        Assert.Equal([2, 2], s_x.ArgMax(axis: 1).ToArray());
        Assert.Equal([0, 0], s_x.ArgMin(axis: 1).ToArray());
        Assert.Equal(2, s_x.Softmax(axis: 1).Sum().ToScalar(), 1e-12);
        Assert.Equal(s_x.Softmax(axis: 0).Log().ToArray(), s_x.LogSoftmax(axis: 0).ToArray(), (a, b) => Math.Abs(a - b) < 1e-12);
    }

    [Fact]
    public void ProductsAndLayers_ByNames_GiveTheShapes()
    {
        Assert.Equal([2, 2], s_x.Dot(other: s_x.T).Shape);
        Assert.Equal([2, 2], s_x.MatMul(other: s_x.T).Shape);
        NDArray<float> images = NDArray.Ones<float>(1, 1, 4, 4), kernels = NDArray.Ones<float>(2, 1, 3, 3);
        Assert.Equal([1, 2, 2, 2], images.Conv2D(weight: kernels, bias: NDArray.Zeros<float>(2), stride: 2, padding: 1, dilation: 1, groups: 1).Shape);
        Assert.Equal([1, 1, 2, 2], images.MaxPool2D(size: 2, stride: 2, padding: 0).Shape);
        Assert.Equal([1, 1, 2, 2], images.AvgPool2D(size: 2, stride: 2, padding: 0).Shape);
        Assert.Equal(images.ToArray(), images.Dropout(p: 0.5f).ToArray());
    }

    [Fact]
    public void RandomNumbers_ByNames_AreTheSame()
    {
        ArrayRandom random = new(seed: 3), same = new(3);
        Assert.Equal(same.Normal<double>(5).ToArray(), random.Normal<double>(shape: [5]).ToArray());
        Assert.Equal(same.Normal<double>(1, 2, [5]).ToArray(), random.Normal<double>(mean: 1, deviation: 2, shape: [5]).ToArray());
        Assert.Equal(same.Uniform(1f, 2f, 5).ToArray(), random.Uniform(low: 1f, high: 2f, shape: [5]).ToArray());
        Assert.Equal(same.Permutation(9), random.Permutation(n: 9));
    }

    [Fact]
    public void Tape_ByNames_GivesGradients()
    {
        NDArray<double> x = NDArray.Create([1.0, 2]), y;
        x.AttachGradient(request: GradientRequest.Write);
        using (Autograd.Pause(trainMode: false)) Assert.False(Autograd.IsTraining);
        using (Autograd.Record(trainMode: false))
        {
            Assert.True(Autograd.IsRecording);
            Assert.False(Autograd.IsTraining);
            y = new Doubling().Invoke(inputs: [x])[0] * x;
        }
        y.Backward(headGradient: NDArray.Create([1.0, 10]), retainGraph: true, trainMode: false);
        Assert.Equal([4.0, 80], x.Gradient!.ToArray());
        Autograd.Backward(heads: [y], headGradients: [null], retainGraph: true, trainMode: false);
        Assert.Equal([4.0, 8], x.Gradient!.ToArray());
        NDArray<double> slope = Autograd.Gradient(heads: [y], variables: [x], headGradients: [null], retainGraph: true, createGraph: true)[0];
        Assert.Equal([4.0, 4], Autograd.Gradient(heads: [slope], variables: [x])[0].ToArray());
    }

    sealed class Doubling : Function<double>
    {
        protected override NDArray<double>[] Forward(NDArray<double>[] inputs)
        {
            SaveForBackward(arrays: inputs);
            return [inputs[0] * 2];
        }

        protected override NDArray<double>[] Backward(NDArray<double>[] outputGradients)
        {
            Assert.Single(Saved);
            return [outputGradients[0] * 2];
        }
    }
}
