namespace AutoDiff.Runtime.Tests;

/// <summary>Arrays as functions of their indices, for references that know nothing of strides.</summary>
static class Indices
{
    /// <summary>All indices of a shape in row-major order.</summary>
    public static IEnumerable<int[]> Of(int[] shape)
    {
        if (shape.Contains(0)) yield break;
        int[] index = new int[shape.Length];
        while (true)
        {
            yield return [.. index];
            int axis = shape.Length - 1;
            while (axis >= 0 && ++index[axis] == shape[axis]) index[axis--] = 0;
            if (axis < 0) yield break;
        }
    }

    /// <summary>The elements by index.</summary>
    public static Func<int[], T> Elements<T>(this NDArray<T> array)
    {
        int[] shape = array.Shape.ToArray();
        T[] values = array.ToArray();
        return index =>
        {
            int place = 0;
            for (int axis = 0; axis < shape.Length; axis++) place = place * shape[axis] + index[axis];
            return values[place];
        };
    }

    /// <summary>An array has the shape, and at each index the value that the reference says.</summary>
    public static void AssertIs<T>(this NDArray<T> actual, int[] shape, Func<int[], T> reference)
    {
        Assert.Equal(shape, actual.Shape.ToArray());
        Assert.Equal([.. Of(shape).Select(reference)], actual.ToArray());
    }

    /// <summary>A copy of an index with one place changed.</summary>
    public static int[] With(this int[] index, int axis, int place)
    {
        int[] changed = [.. index];
        changed[axis] = place;
        return changed;
    }

    /// <summary>A copy of an index or a shape without an axis.</summary>
    public static int[] Without(this int[] index, int axis) => [.. index[..axis], .. index[(axis + 1)..]];

    /// <summary>A copy of an index or a shape with one more axis.</summary>
    public static int[] Insert(this int[] index, int axis, int place) => [.. index[..axis], place, .. index[axis..]];
}
