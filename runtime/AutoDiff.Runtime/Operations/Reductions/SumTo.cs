namespace AutoDiff;

public sealed partial class NDArray<TElement>
{
    /// <summary>The gradient of an operand of <paramref name="shape"/> from that of what it was broadcast to: the sum over the repetitions.</summary>
    internal NDArray<TElement> SumTo(int[] shape)
    {
        if (Layout.HasShape(shape)) return this;
        int added = Rank - shape.Length;
        List<int> axes = [];
        for (int axis = 0; axis < Rank; axis++)
            if (axis < added || (shape[axis - added] == 1 && Layout.Shape[axis] != 1)) axes.Add(axis);
        return Sum(axes.ToArray(), keepDims: true).Reshape(shape);
    }
}
