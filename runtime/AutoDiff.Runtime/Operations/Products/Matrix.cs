using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace AutoDiff;

/// <summary>A matrix somewhere in a buffer, for kernels. It does not keep the storage of an array: whoever makes one from an array keeps that.</summary>
/// <param name="Elements">The buffer.</param>
/// <param name="Offset">Where the first element lies.</param>
/// <param name="Rows">The number of rows.</param>
/// <param name="Columns">The number of columns.</param>
/// <param name="RowStep">The distance from row to row.</param>
/// <param name="ColumnStep">The distance from column to column.</param>
readonly record struct Matrix<T>(T[] Elements, int Offset, int Rows, int Columns, int RowStep, int ColumnStep)
{
    /// <summary>A matrix in row-major order.</summary>
    internal Matrix(T[] elements, int offset, int rows, int columns) : this(elements, offset, rows, columns, columns, 1) { }

    internal Matrix<T> Transposed => new(Elements, Offset, Columns, Rows, ColumnStep, RowStep);

    internal ref T this[int row, int column] =>
        ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(Elements), Offset + (nint)row * RowStep + (nint)column * ColumnStep);

    internal Matrix<T> Block(int row, int column, int rows, int columns) =>
        new(Elements, Offset + row * RowStep + column * ColumnStep, rows, columns, RowStep, ColumnStep);

    /// <summary>The elements of a row from a column on, where they lie side by side.</summary>
    internal Span<T> Row(int row, int column, int length) => Elements.AsSpan(Offset + row * RowStep + column, length);

    internal void Clear()
    {
        for (int i = 0; i < Rows; i++)
        {
            if (ColumnStep == 1) Row(i, 0, Columns).Clear();
            else for (int j = 0; j < Columns; j++) this[i, j] = default!;
        }
    }
}

public sealed partial class NDArray<TElement>
{
    /// <summary>The elements along two axes, from a place on. The caller keeps the array reachable while it uses the matrix.</summary>
    internal Matrix<TElement> Matrix(int offset, int rows, int columns, int rowStep, int columnStep)
    {
        _storage.Touch();
        return new(_storage.Elements, _offset + offset, rows, columns, rowStep, columnStep);
    }
}
