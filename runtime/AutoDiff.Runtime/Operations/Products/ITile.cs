using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace AutoDiff;

/// <summary>
/// The innermost part of a matrix product: a block of the result that stays in registers while a part of the inner axis is gone through. Every element
/// of the result is one chain of fused operations for each <see cref="MatrixProduct.Depth"/> terms, in the order of the inner axis, in every tile and however
/// the product is cut, so that the bits of a product depend neither on its shape nor on the number of threads.
/// </summary>
/// <typeparam name="T">The element type, <see cref="float"/> or <see cref="double"/>.</typeparam>
interface ITile<T>
{
    /// <summary>The number of rows of a tile.</summary>
    static abstract int Rows { get; }

    /// <summary>The number of columns of a narrow tile; a wide one has twice as many.</summary>
    static abstract int NarrowColumns { get; }

    /// <summary>
    /// Computes tiles of two vectors a row, one below the other. Where the last one has more rows than there are, it computes the last row several
    /// times, which comes out the same.
    /// </summary>
    /// <param name="tile">What is multiplied.</param>
    /// <param name="c">The first element of the tiles in the result.</param>
    /// <param name="accumulate">Whether the product is added to what the result holds.</param>
    static abstract void Wide(in TileOperands<T> tile, ref T c, bool accumulate);

    /// <summary>Whether there are tiles of three vectors a row.</summary>
    static abstract bool HasTriple { get; }

    /// <summary>Computes tiles of three vectors a row, which are no quicker than wide ones, but quicker than a wide and a narrow one. The left matrix is read where it is.</summary>
    /// <inheritdoc cref="Wide"/>
    static abstract void Triple(in TileOperands<T> tile, ref T c, bool accumulate);

    /// <summary>Computes tiles of one vector a row.</summary>
    /// <inheritdoc cref="Wide"/>
    static abstract void Narrow(in TileOperands<T> tile, ref T c, bool accumulate);
}

/// <summary>What tiles multiply: elements of the left matrix one by one, rows of the right one as vectors. Steps are in elements.</summary>
readonly ref struct TileOperands<T>
{
    /// <summary>The first element of the left matrix.</summary>
    internal readonly ref T Left;

    /// <summary>The first element of the columns of the right matrix.</summary>
    internal readonly ref T Right;

    /// <summary>From row to row, along the inner axis, and from tile to tile in the left matrix.</summary>
    internal readonly nint RowStep, DepthStep, TileStep;

    /// <summary>Along the inner axis in the right matrix, where columns lie side by side.</summary>
    internal readonly nint RightStep;

    /// <summary>From row to row in the result.</summary>
    internal readonly nint ResultStep;

    /// <summary>The number of rows, and the length of the inner axis.</summary>
    internal readonly int Rows, Depth;

    /// <summary>Of a left matrix that is read where it is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal TileOperands(Matrix<T> left, int tileRows, ref T right, nint rightStep, nint resultStep)
    {
        Left = ref left[0, 0];
        Right = ref right;
        (RowStep, DepthStep, TileStep, RightStep, ResultStep) = (left.RowStep, left.ColumnStep, (nint)tileRows * left.RowStep, rightStep, resultStep);
        (Rows, Depth) = (left.Rows, left.Columns);
    }

    /// <summary>Of a left matrix whose tiles follow one another, in each of them columns of <paramref name="tileRows"/> elements.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal TileOperands(ref T left, int rows, int depth, int tileRows, ref T right, nint rightStep, nint resultStep)
    {
        Left = ref left;
        Right = ref right;
        (RowStep, DepthStep, TileStep, RightStep, ResultStep) = (1, tileRows, (nint)tileRows * depth, rightStep, resultStep);
        (Rows, Depth) = (rows, depth);
    }
}

/// <summary>The rows of a tile.</summary>
static class TileRows
{
    /// <summary>Where the row <paramref name="number"/> begins: a step on, or, if there are no more rows, where the one before does. Without a branch.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ref T Next<T>(ref T row, nint step, nint number, nint rows) => ref Unsafe.Add(ref row, step & ((number - rows) >> (8 * nint.Size - 1)));

    /// <summary>
    /// Asks for rows of the result before they are written: a new result lies in no cache, and a tile would wait for it at its end. Rows that are not
    /// there do no harm.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static unsafe void Fetch<T>(ref T first, nint step, int rows, int columns)
    {
        if (!Sse.IsSupported) return;
        byte* row = (byte*)Unsafe.AsPointer(ref first);
        for (; rows > 0; rows--, row += step * Unsafe.SizeOf<T>())
        {
            Sse.Prefetch0(row);
            if (columns * Unsafe.SizeOf<T>() > 64) Sse.Prefetch0(row + 64);
            Sse.Prefetch0(row + columns * Unsafe.SizeOf<T>() - 1);
        }
    }
}
