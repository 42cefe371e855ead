namespace AutoDiff;

/// <summary>
/// Where the elements of an array lie: its shape, and for each axis how far apart neighbours are in the storage. Immutable, so that arrays
/// of one shape share it.
/// </summary>
sealed class Layout
{
    /// <summary>The layout of an array without axes: one element.</summary>
    internal static readonly Layout Scalar = new([], [], 1);

    internal readonly int[] Shape;

    /// <summary>Distances in elements; 0 along a broadcast axis.</summary>
    internal readonly int[] Strides;

    /// <summary>The number of elements.</summary>
    internal readonly int Size;

    /// <summary>Whether the elements lie side by side in row-major order, as in a new array.</summary>
    internal readonly bool IsContiguous;

    /// <summary>Whether one element stands for all of them.</summary>
    internal readonly bool IsUniform;

    /// <summary>The layout of a new array of the same shape.</summary>
    internal Layout Packed => IsContiguous ? this : _packed ??= new(Shape, RowMajor(Shape), Size);

    Layout? _packed;

    Layout(int[] shape, int[] strides, int size)
    {
        Shape = shape;
        Strides = strides;
        Size = size;
        IsContiguous = IsRowMajor(shape, strides, size);
        IsUniform = size == 1 || (!IsContiguous && !strides.AsSpan().ContainsAnyExcept(0));
    }

    internal int Rank => Shape.Length;

    static readonly Layout?[] Singles = new Layout?[8];

    /// <summary>The layout of one element with so many axes.</summary>
    internal static Layout Single(int rank)
    {
        if (rank == 0) return Scalar;
        if (rank >= Singles.Length) return Ones(rank);
        return Singles[rank] ??= Ones(rank);

        static Layout Ones(int rank)
        {
            int[] shape = new int[rank];
            Array.Fill(shape, 1);
            return Of(shape);
        }
    }

    /// <summary>The row-major layout of a shape that comes from the user.</summary>
    /// <exception cref="ArgumentException">A length is negative, or there are more elements than an array can have.</exception>
    internal static Layout Of(ReadOnlySpan<int> shape)
    {
        if (shape.IsEmpty) return Scalar;
        long size = 1;
        bool isEmpty = shape.Contains(0);
        foreach (int length in shape)
        {
            if (length < 0) throw new ArgumentException($"A shape has no negative lengths: {Shapes.Text(shape)}.", nameof(shape));
            if (isEmpty) continue;
            size *= length;
            if (size > Array.MaxLength) throw new ArgumentException($"The shape {Shapes.Text(shape)} has too many elements.", nameof(shape));
        }
        int[] copy = shape.ToArray();
        return new(copy, RowMajor(copy), isEmpty ? 0 : (int)size);
    }

    /// <summary>A view's layout. The arrays are kept, not copied.</summary>
    internal static Layout Strided(int[] shape, int[] strides) => new(shape, strides, Shapes.Count(shape));

    internal bool HasShape(ReadOnlySpan<int> shape) => Shape.AsSpan().SequenceEqual(shape);

    internal bool HasShapeOf(Layout other) => ReferenceEquals(Shape, other.Shape) || HasShape(other.Shape);

    static int[] RowMajor(int[] shape)
    {
        int[] strides = new int[shape.Length];
        int stride = 1;
        for (int axis = shape.Length - 1; axis >= 0; axis--)
        {
            strides[axis] = stride;
            stride *= Math.Max(shape[axis], 1); // an array without elements has strides too
        }
        return strides;
    }

    static bool IsRowMajor(int[] shape, int[] strides, int size)
    {
        if (size == 0) return true;
        int stride = 1;
        for (int axis = shape.Length - 1; axis >= 0; axis--)
        {
            if (shape[axis] == 1) continue; // never stepped along
            if (strides[axis] != stride) return false;
            stride *= shape[axis];
        }
        return true;
    }
}
