using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace AutoDiff;

/// <summary>
/// A matrix product tile by tile (Goto and van de Geijn 2008; Van Zee and van de Geijn 2015). While the right matrix fits into the caches, its
/// rows are read where they are; above that, and where its columns do not lie side by side, panels of it are copied to where they do.
/// </summary>
static class TiledProduct<T, TTile> where TTile : struct, ITile<T>
{
    /// <summary>Right matrices up to this size are read where they are.</summary>
    const int InPlaceBytes = 900 << 10;

    /// <summary>
    /// Processors without vectors of 512 bits have small caches. Right matrices above this size do not stay there beside the others, and rows that are so far
    /// apart share few places of the first cache: with so many rows and columns it pays to copy panels of them.
    /// </summary>
    const int PackedBytes = 180 << 10, SharedPlaceBytes = 1 << 10, MinPacked = 96;

    /// <summary>What the second cache holds of both matrices that are read where they are, while the panels of the right one are gone through.</summary>
    const int InPlacePartBytes = 1200 << 10;

    /// <summary>For fewer rows at a time the right matrix would be read too often.</summary>
    const int MinHeight = 96;

    /// <summary>Blocks of the left matrix of this size stay in the second cache, beside a panel and the next one.</summary>
    static int LeftBlockBytes => Vector512.IsHardwareAccelerated ? 192 << 10 : 320 << 10;

    /// <summary>The columns of the right matrix that are packed at a time.</summary>
    const int MaxWidth = 1024;

    static int Narrow => TTile.NarrowColumns;

    static int Wide => TTile.NarrowColumns * 2;

    internal static void Multiply(Matrix<T> a, Matrix<T> b, Matrix<T> c, bool accumulate, ResultCheck? check = null)
    {
        bool isLarge = (long)b.Rows * b.Columns * Unsafe.SizeOf<T>() > InPlaceBytes && c.Rows >= 4 * TTile.Rows;
        if (isLarge || b.ColumnStep != 1 || IsPackedEarly(b, c.Rows))
        {
            InBlocks(a, b, c, accumulate, isLarge || IsGathered(a, b, c.Rows), check);
            return;
        }
        InPlace(a, b, c, accumulate);
        check?.See(c);
    }

    static bool IsPackedEarly(Matrix<T> b, int rows) => !Vector512.IsHardwareAccelerated && Math.Min(rows, b.Rows) >= MinPacked
        && ((long)b.Rows * b.Columns * Unsafe.SizeOf<T>() > PackedBytes || b.RowStep * Unsafe.SizeOf<T>() % SharedPlaceBytes == 0);

    /// <summary>
    /// Whether a left matrix that is read down its columns is copied: with few places of the first cache for columns, the elements of one row after the other
    /// come from further away each time.
    /// </summary>
    static bool IsGathered(Matrix<T> a, Matrix<T> b, int rows) => a.RowStep == 1 && a.ColumnStep > 1 && IsPackedEarly(b, rows);

    /// <summary>Both matrices are read where they are, for each panel of columns so many rows of the left one as the cache holds.</summary>
    [MethodImpl(Compiled.ByItself)]
    static void InPlace(Matrix<T> a, Matrix<T> b, Matrix<T> c, bool accumulate)
    {
        int depth = Math.Min(a.Columns, MatrixProduct.Depth), height = HeightInPlace(depth, c.Rows, c.Columns), rest = c.Columns % Wide, column = c.Columns - rest;
        bool endsInTriple = TTile.HasTriple && rest > 0 && rest <= Narrow && c.Columns >= Wide + Narrow && (rest == Narrow || !accumulate);
        if (endsInTriple) column -= Wide;
        for (int at = 0; at < a.Columns; at += depth)
        {
            for (int row = 0; row < c.Rows; row += height)
            {
                Matrix<T> left = a.Block(row, at, Math.Min(height, c.Rows - row), Math.Min(depth, a.Columns - at));
                for (int j = 0; j < column; j += Wide)
                    TTile.Wide(new(left, TTile.Rows, ref b[at, j], b.RowStep, c.RowStep), ref c[row, j], accumulate || at > 0);
            }
        }
        if (rest == 0) return;
        if (endsInTriple)
        {
            column = c.Columns - Wide - Narrow; // what is computed twice comes out the same
            for (int at = 0; at < a.Columns; at += depth)
                TTile.Triple(new(Part(a, at), TTile.Rows, ref b[at, column], b.RowStep, c.RowStep), ref c[0, column], accumulate || at > 0);
            return;
        }
        int width = rest <= Narrow ? Narrow : Wide;
        if (rest == width || (c.Columns > width && !accumulate))
        {
            column = c.Columns - width;
            for (int at = 0; at < a.Columns; at += depth)
                Run(new(Part(a, at), TTile.Rows, ref b[at, column], b.RowStep, c.RowStep), ref c[0, column], width, accumulate || at > 0);
            return;
        }
        T[] panel = ArrayPool<T>.Shared.Rent(b.Rows * width);
        PackPanel(b, column, rest, width, panel);
        for (int at = 0; at < a.Columns; at += depth)
            Aside(new(Part(a, at), TTile.Rows, ref panel[at * width], width, width), c.Block(0, column, c.Rows, rest), width, accumulate || at > 0);
        ArrayPool<T>.Shared.Return(panel);
    }

    /// <summary>The columns of the left matrix that are gone through at a time.</summary>
    static Matrix<T> Part(Matrix<T> a, int at) => a.Block(0, at, a.Rows, Math.Min(MatrixProduct.Depth, a.Columns - at));

    /// <summary>The rows gone through at a time, in whole tiles and about equal parts of which the cache holds both matrices.</summary>
    static int HeightInPlace(int depth, int rows, int columns)
    {
        int most = Math.Max(InPlacePartBytes / Unsafe.SizeOf<T>() / depth - columns, MinHeight), blocks = (rows + most - 1) / most;
        return ((rows + blocks - 1) / blocks + TTile.Rows - 1) / TTile.Rows * TTile.Rows;
    }

    /// <summary>Blocks of the right matrix are packed, and if it is large those of the left one too.</summary>
    static void InBlocks(Matrix<T> a, Matrix<T> b, Matrix<T> c, bool accumulate, bool packsLeft, ResultCheck? check)
    {
        int inner = a.Columns, depth = Math.Min(inner, MatrixProduct.Depth), height = LeftRows(depth, c.Rows), width = Math.Min(MaxWidth, c.Columns);
        T[] right = ArrayPool<T>.Shared.Rent(depth * Rounded(width)), left = ArrayPool<T>.Shared.Rent(packsLeft ? depth * height : 0);
        for (int column = 0; column < c.Columns; column += width)
        {
            int across = Math.Min(width, c.Columns - column);
            for (int at = 0; at < inner; at += depth)
            {
                int deep = Math.Min(depth, inner - at);
                Matrix<T> unpacked = b.Block(at, column, deep, across);
                for (int row = 0; row < c.Rows; row += height)
                {
                    Matrix<T> block = a.Block(row, at, Math.Min(height, c.Rows - row), deep);
                    if (packsLeft) block = PackLeft(block, left);
                    if (row > 0) unpacked = default; // as it is packed
                    Matrix<T> result = c.Block(row, column, block.Rows, across);
                    Block(block, packsLeft, unpacked, right, result, accumulate || at > 0, at + deep < inner ? null : check);
                }
            }
        }
        ArrayPool<T>.Shared.Return(right);
        ArrayPool<T>.Shared.Return(left);
    }

    /// <summary>The rows of a block of the left matrix, in whole tiles and about equal blocks.</summary>
    static int LeftRows(int depth, int rows)
    {
        int most = Math.Max(LeftBlockBytes / Unsafe.SizeOf<T>() / depth, TTile.Rows), blocks = (rows + most - 1) / most;
        return ((rows + blocks - 1) / blocks + TTile.Rows - 1) / TTile.Rows * TTile.Rows;
    }

    /// <summary>
    /// A block of the left matrix times a block of the right one: for each panel of columns all tiles below one another. Panels that are not packed yet are
    /// packed when they are needed, and read from the first cache.
    /// </summary>
    static void Block(Matrix<T> a, bool isPacked, Matrix<T> unpacked, T[] right, Matrix<T> c, bool accumulate, ResultCheck? check)
    {
        for (int at = 0, width; at < c.Columns; at += width)
        {
            int rest = c.Columns - at;
            width = PanelWidth(rest, !isPacked);
            int column = rest < width && width <= c.Columns && !accumulate ? c.Columns - width : at; // what is computed twice comes out the same
            int columns = Math.Min(width, c.Columns - column);
            if (unpacked.Columns > 0) PackPanel(unpacked, column, columns, width, right.AsSpan(at * a.Columns));
            ref T panel = ref right[at * a.Columns];
            nint resultStep = columns < width ? width : c.RowStep;
            TileOperands<T> tile = isPacked
                ? new(ref a.Elements[0], a.Rows, a.Columns, TTile.Rows, ref panel, width, resultStep)
                : new(a, TTile.Rows, ref panel, width, resultStep);
            if (columns < width) Aside(tile, c.Block(0, column, c.Rows, columns), width, accumulate);
            else Run(tile, ref c[0, column], width, accumulate);
            check?.See(c.Block(0, column, c.Rows, columns));
        }
    }

    /// <summary>How many columns the next panel has if so many are left.</summary>
    static int PanelWidth(int rest, bool mayBeTriple) =>
        rest <= Narrow ? Narrow : TTile.HasTriple && mayBeTriple && rest > Wide && rest <= Wide + Narrow ? Wide + Narrow : Wide;

    static void Run(in TileOperands<T> tile, ref T c, int width, bool accumulate)
    {
        if (width == Wide) TTile.Wide(tile, ref c, accumulate);
        else if (width > Wide) TTile.Triple(tile, ref c, accumulate);
        else TTile.Narrow(tile, ref c, accumulate);
    }

    /// <summary>Computes tiles that reach over the edge of the result in a buffer of their own.</summary>
    static void Aside(in TileOperands<T> tile, Matrix<T> c, int width, bool accumulate)
    {
        Matrix<T> whole = new(ArrayPool<T>.Shared.Rent(c.Rows * width), 0, c.Rows, width), part = whole.Block(0, 0, c.Rows, c.Columns);
        if (accumulate) Copy(c, part);
        Run(tile, ref whole[0, 0], width, accumulate);
        Copy(part, c);
        ArrayPool<T>.Shared.Return(whole.Elements);
    }

    static void Copy(Matrix<T> from, Matrix<T> to)
    {
        for (int i = 0; i < from.Rows; i++) from.Row(i, 0, from.Columns).CopyTo(to.Row(i, 0, from.Columns));
    }

    /// <summary>Columns in whole panels: the last one is narrow where that is enough.</summary>
    static int Rounded(int columns) => (columns + Narrow - 1) / Narrow * Narrow;

    /// <summary>Copies columns so that the rows of a panel follow one another; missing columns are zeros.</summary>
    static void PackPanel(Matrix<T> b, int column, int columns, int width, Span<T> to)
    {
        Matrix<T> panel = b.Block(0, column, b.Rows, columns);
        if (b.ColumnStep == 1) Packing.Copy(panel, to, width);
        else Packing.Transpose(panel.Transposed, to, width);
    }

    /// <summary>Copies the rows of tiles so that what is needed at one time lies together; missing rows are zeros.</summary>
    static Matrix<T> PackLeft(Matrix<T> a, T[] to)
    {
        for (int row = 0; row < a.Rows; row += TTile.Rows)
            Packing.Transpose(a.Block(row, 0, Math.Min(TTile.Rows, a.Rows - row), a.Columns), to.AsSpan(row * a.Columns), TTile.Rows);
        return new(to, 0, a.Rows, a.Columns);
    }
}
