namespace AutoDiff;

/// <summary>Arithmetic on shapes and axes, and how they are written in messages.</summary>
static class Shapes
{
    /// <summary><c>2x3</c>, or <c>()</c> for an array without axes.</summary>
    internal static string Text(ReadOnlySpan<int> shape)
    {
        if (shape.IsEmpty) return "()";
        string text = shape[0].ToString(System.Globalization.CultureInfo.InvariantCulture);
        foreach (int length in shape[1..]) text += string.Create(System.Globalization.CultureInfo.InvariantCulture, $"x{length}");
        return text;
    }

    /// <summary>The number of elements that a part of a shape stands for; 1 for no axes.</summary>
    internal static int Count(ReadOnlySpan<int> shape)
    {
        int count = 1;
        foreach (int length in shape) count *= length;
        return count;
    }

    /// <summary>An axis counted from the start.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The array has no such axis.</exception>
    internal static int Axis(int axis, ReadOnlySpan<int> shape, string operation)
    {
        int fromStart = axis < 0 ? axis + shape.Length : axis;
        if ((uint)fromStart < (uint)shape.Length) return fromStart;
        throw new ArgumentOutOfRangeException(nameof(axis), axis, $"{operation}: an array of shape {Text(shape)} has no axis {axis}.");
    }

    /// <summary>An axis of a result, counted from the start.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The result has no such axis.</exception>
    internal static int AxisOfResult(int axis, int rank, string operation)
    {
        int fromStart = axis < 0 ? axis + rank : axis;
        if ((uint)fromStart < (uint)rank) return fromStart;
        throw new ArgumentOutOfRangeException(nameof(axis), axis, $"{operation}: a result with {rank} axes has no axis {axis}.");
    }

    /// <summary>Marks axes, each counted from the start or the end.</summary>
    /// <exception cref="ArgumentException">An axis is named twice.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The array has no such axis.</exception>
    internal static bool[] Axes(ReadOnlySpan<int> axes, ReadOnlySpan<int> shape, string operation)
    {
        bool[] marked = new bool[shape.Length];
        foreach (int axis in axes)
        {
            int fromStart = Axis(axis, shape, operation);
            if (marked[fromStart]) throw new ArgumentException($"{operation}: axis {axis} of an array of shape {Text(shape)} is named twice.", nameof(axes));
            marked[fromStart] = true;
        }
        return marked;
    }

    /// <summary>The shape two arrays have together, by NumPy's rule: lengths are equal or one of them is 1, counted from the last axis.</summary>
    /// <exception cref="ArgumentException">The shapes do not fit.</exception>
    internal static int[] Broadcast(int[] left, int[] right, string operation)
    {
        int rank = Math.Max(left.Length, right.Length);
        int[] shape = new int[rank];
        for (int axis = 1; axis <= rank; axis++)
        {
            int a = axis <= left.Length ? left[^axis] : 1;
            int b = axis <= right.Length ? right[^axis] : 1;
            if (a != b && a != 1 && b != 1)
                throw new ArgumentException($"{operation}: the shapes {Text(left)} and {Text(right)} do not broadcast to one.");
            shape[^axis] = a == 1 ? b : a;
        }
        return shape;
    }

    /// <summary>The strides of an array seen as one of <paramref name="shape"/>, to which it broadcasts.</summary>
    internal static int[] BroadcastStrides(Layout layout, int[] shape)
    {
        int[] strides = new int[shape.Length];
        for (int axis = 1; axis <= layout.Rank; axis++)
            strides[^axis] = layout.Shape[^axis] == 1 && shape[^axis] != 1 ? 0 : layout.Strides[^axis];
        return strides;
    }
}
