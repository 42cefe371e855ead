using System.Runtime.CompilerServices;

namespace AutoDiff;

/// <summary>Makes arrays.</summary>
public static partial class NDArray
{
    /// <summary>An array with one axis, a copy of <paramref name="values"/>.</summary>
    /// <typeparam name="T">The element type: <see cref="float"/>, <see cref="double"/>, <see cref="int"/> or <see cref="bool"/>.</typeparam>
    /// <param name="values">The elements.</param>
    /// <returns>An array of shape <c>values.Length</c>.</returns>
    public static NDArray<T> Create<T>(T[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return Create(values, [values.Length]);
    }

    /// <summary>An array with one axis and no elements: <c>Create&lt;double&gt;([])</c>.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="values">The empty list.</param>
    /// <returns>An array of shape 0.</returns>
    [OverloadResolutionPriority(2)]
    public static NDArray<T> Create<T>(EmptyList values) => New<T>([0]);

    /// <summary>An array of rows without elements: <c>Create&lt;double&gt;([[], []])</c>.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="rows">The empty rows.</param>
    /// <returns>An array of shape rows × 0.</returns>
    [OverloadResolutionPriority(1)]
    public static NDArray<T> Create<T>(EmptyRows rows) => New<T>([rows.Count, 0]);

    /// <summary>An array of any shape, a copy of <paramref name="values"/>.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="values">The elements in row-major order.</param>
    /// <param name="shape">The lengths of the axes; their product is the number of values.</param>
    /// <returns>An array of that shape.</returns>
    /// <exception cref="ArgumentException">The shape needs another number of values.</exception>
    public static NDArray<T> Create<T>(T[] values, params ReadOnlySpan<int> shape)
    {
        ArgumentNullException.ThrowIfNull(values);
        NDArray<T> result = New<T>(shape);
        if (result.Size != values.Length)
            throw new ArgumentException($"Create: the shape {Shapes.Text(shape)} has {result.Size} elements, not {values.Length}.", nameof(values));
        values.CopyTo(result.Span);
        return result;
    }

    /// <summary>An array with two axes, a copy of <paramref name="rows"/>.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="rows">Rows of one length.</param>
    /// <returns>An array of shape rows × columns.</returns>
    /// <exception cref="ArgumentException">The rows have different lengths.</exception>
    public static NDArray<T> Create<T>(T[][] rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        foreach (T[] row in rows) ArgumentNullException.ThrowIfNull(row, nameof(rows));
        int columns = rows.Length == 0 ? 0 : rows[0].Length;
        NDArray<T> result = New<T>([rows.Length, columns]);
        for (int i = 0; i < rows.Length; i++)
        {
            if (rows[i].Length != columns) throw Ragged(columns, rows[i].Length);
            rows[i].CopyTo(result.Span[(i * columns)..]);
        }
        return result;
    }

    /// <summary>An array with three axes, a copy of <paramref name="blocks"/>.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="blocks">Blocks of one number of rows, all of one length.</param>
    /// <returns>An array of shape blocks × rows × columns.</returns>
    /// <exception cref="ArgumentException">The blocks have different shapes.</exception>
    public static NDArray<T> Create<T>(T[][][] blocks)
    {
        ArgumentNullException.ThrowIfNull(blocks);
        foreach (T[][] block in blocks)
        {
            ArgumentNullException.ThrowIfNull(block, nameof(blocks));
            foreach (T[] row in block) ArgumentNullException.ThrowIfNull(row, nameof(blocks));
        }
        int rows = blocks.Length == 0 ? 0 : blocks[0].Length;
        int columns = rows == 0 ? 0 : blocks[0][0].Length;
        NDArray<T> result = New<T>([blocks.Length, rows, columns]);
        for (int i = 0; i < blocks.Length; i++)
        {
            if (blocks[i].Length != rows) throw Ragged(rows, blocks[i].Length);
            for (int j = 0; j < rows; j++)
            {
                if (blocks[i][j].Length != columns) throw Ragged(columns, blocks[i][j].Length);
                blocks[i][j].CopyTo(result.Span[((i * rows + j) * columns)..]);
            }
        }
        return result;
    }

    /// <summary>An array with two axes, a copy of <paramref name="values"/>.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="values">The elements.</param>
    /// <returns>An array of the same shape.</returns>
    public static NDArray<T> Create<T>(T[,] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return FromRectangular<T>(values, [values.GetLength(0), values.GetLength(1)]);
    }

    /// <summary>An array with three axes, a copy of <paramref name="values"/>.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="values">The elements.</param>
    /// <returns>An array of the same shape.</returns>
    public static NDArray<T> Create<T>(T[,,] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return FromRectangular<T>(values, [values.GetLength(0), values.GetLength(1), values.GetLength(2)]);
    }

    /// <summary>An array of zeros.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="shape">The lengths of the axes; none for one element without axes.</param>
    /// <returns>A new array.</returns>
    public static NDArray<T> Zeros<T>(params ReadOnlySpan<int> shape)
    {
        NDArray<T> result = New<T>(shape);
        result.Span.Clear();
        return result;
    }

    /// <summary>An array of ones.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="shape">The lengths of the axes; none for one element without axes.</param>
    /// <returns>A new array.</returns>
    public static NDArray<T> Ones<T>(params ReadOnlySpan<int> shape) => Full(Element.From<T>(1), shape);

    /// <summary>An array in which every element is <paramref name="value"/>.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="value">The element.</param>
    /// <param name="shape">The lengths of the axes; none for one element without axes.</param>
    /// <returns>A new array.</returns>
    public static NDArray<T> Full<T>(T value, params ReadOnlySpan<int> shape)
    {
        NDArray<T> result = New<T>(shape);
        result.Span.Fill(value);
        return result;
    }

    /// <summary>A new array of unspecified content.</summary>
    static NDArray<T> New<T>(ReadOnlySpan<int> shape)
    {
        Element.Require<T>();
        return NDArray<T>.Uninitialized(Layout.Of(shape));
    }

    static NDArray<T> FromRectangular<T>(Array values, ReadOnlySpan<int> shape)
    {
        NDArray<T> result = New<T>(shape);
        if (values.Length == 0) return result;
        ref T first = ref Unsafe.As<byte, T>(ref System.Runtime.InteropServices.MemoryMarshal.GetArrayDataReference(values));
        System.Runtime.InteropServices.MemoryMarshal.CreateReadOnlySpan(ref first, values.Length).CopyTo(result.Span);
        return result;
    }

    static ArgumentException Ragged(int expected, int actual) => new($"Create: rows of one array have one length, not {expected} and {actual}.");
}
