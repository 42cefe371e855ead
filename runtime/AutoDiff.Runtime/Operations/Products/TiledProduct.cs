using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace AutoDiff;

/// <summary>
/// A matrix product tile by tile (Goto and van de Geijn 2008; Van Zee and van de Geijn 2015). While the right matrix fits into the caches, its
/// rows are read where they are; above that, and where its columns do not lie side by side, panels of it are copied to where they do.
/// </summary>
static class TiledProduct<T, TTile> where TTile : struct, ITile<T>
{
    /// <summary>The part of the inner axis that is gone through at a time: a panel of the right matrix then stays in the first cache.</summary>
    const int MaxDepthBytes = 1536;

    /// <summary>Right matrices up to this size are read where they are.</summary>
    const int UnpackedBytes = 1100 << 10;

    /// <summary>Blocks of the left matrix of this size stay in the second cache.</summary>
    const int LeftBlockBytes = 512 << 10;

    /// <summary>The columns of the right matrix that are packed at a time.</summary>
    const int MaxWidth = 1024;

    static int Wide => TTile.NarrowColumns * 2;

    static int MaxDepth => MaxDepthBytes / Unsafe.SizeOf<T>();

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Multiply(Matrix<T> a, Matrix<T> b, Matrix<T> c, bool accumulate)
    {
        (int rows, int columns, int inner) = (c.Rows, c.Columns, a.Columns);
        bool isLarge = (long)inner * columns * Unsafe.SizeOf<T>() > UnpackedBytes && rows >= 4 * TTile.Rows;
        bool packsRight = isLarge || b.ColumnStep != 1;
        int blocks = isLarge || inner > 4 * MaxDepth ? (inner + MaxDepth - 1) / MaxDepth : 1;
        int depth = (inner + blocks - 1) / blocks;
        int height = isLarge ? Math.Max(LeftBlockBytes / Unsafe.SizeOf<T>() / depth / TTile.Rows, 1) * TTile.Rows : rows;
        int width = isLarge ? MaxWidth : columns;
        bool adds = accumulate || blocks > 1; // then nothing is computed twice, and what reaches over an edge is computed aside
        int rightLength = packsRight ? depth * Rounded(Math.Min(width, columns)) : adds || columns < Wide ? depth * Wide : 0;
        int leftLength = isLarge ? depth * (height + TTile.Rows) : adds || rows < TTile.Rows ? depth * TTile.Rows : 0;
        Workspace work = new(rightLength, leftLength);
        for (int column = 0; column < columns; column += width)
        {
            int across = Math.Min(width, columns - column);
            for (int at = 0; at < inner; at += depth)
            {
                int deep = Math.Min(depth, inner - at);
                Matrix<T> right = b.Block(at, column, deep, across);
                if (packsRight) PackRight(right, work.Right);
                for (int row = 0; row < rows; row += height)
                {
                    int down = Math.Min(height, rows - row);
                    Matrix<T> left = a.Block(row, at, down, deep);
                    if (isLarge) PackLeft(left, work.Left);
                    Block(left, isLarge, right, packsRight, c.Block(row, column, down, across), accumulate || at > 0, work);
                }
            }
        }
        work.Return();
    }

    /// <summary>A block of the left matrix times a block of the right one: for each panel of columns all tiles below one another.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static void Block(Matrix<T> a, bool isLeftPacked, Matrix<T> b, bool isRightPacked, Matrix<T> c, bool accumulate, Workspace work)
    {
        for (int column = 0; column < c.Columns;)
        {
            int remaining = c.Columns - column;
            int width = remaining <= TTile.NarrowColumns ? TTile.NarrowColumns : Wide;
            int start = column;
            Panel panel;
            if (isRightPacked)
            {
                panel = new(ref work.Right[column * b.Rows], width);
            }
            else if (remaining >= width || (!accumulate && c.Columns >= width))
            {
                start = Math.Min(column, c.Columns - width); // what is computed twice comes out the same
                panel = new(ref b[0, start], b.RowStep);
            }
            else
            {
                PackPanel(b, column, remaining, width, work.Right);
                panel = new(ref work.Right[0], width);
            }
            Tiles(a, isLeftPacked, panel, width, Math.Min(width, c.Columns - start), c, start, accumulate, work);
            column += width;
        }
    }

    readonly ref struct Panel(ref T first, int step)
    {
        internal readonly ref T First = ref first;
        internal readonly int Step = step;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static void Tiles(Matrix<T> a, bool isLeftPacked, Panel panel, int width, int columns, Matrix<T> c, int column, bool accumulate, Workspace work)
    {
        int depth = a.Columns;
        for (int row = 0; row < c.Rows; row += TTile.Rows)
        {
            int start = row;
            ref T left = ref Unsafe.NullRef<T>();
            (int rowStep, int depthStep) = (1, TTile.Rows);
            if (isLeftPacked)
            {
                left = ref work.Left[row * depth];
            }
            else if (c.Rows - row >= TTile.Rows || (!accumulate && c.Rows >= TTile.Rows))
            {
                start = Math.Min(row, c.Rows - TTile.Rows);
                left = ref a[start, 0];
                (rowStep, depthStep) = (a.RowStep, a.ColumnStep);
            }
            else
            {
                PackLeft(a.Block(row, 0, c.Rows - row, depth), work.Left);
                left = ref work.Left[0];
            }
            int rows = Math.Min(TTile.Rows, c.Rows - start);
            if (rows == TTile.Rows && columns == width)
            {
                Tile(new(ref left, rowStep, depthStep, ref panel.First, panel.Step, c.RowStep, depth), ref c[start, column], width, accumulate);
                continue;
            }
            Matrix<T> part = c.Block(start, column, rows, columns), whole = work.Tile(width);
            if (accumulate) Copy(part, whole);
            Tile(new(ref left, rowStep, depthStep, ref panel.First, panel.Step, width, depth), ref whole[0, 0], width, accumulate);
            Copy(whole.Block(0, 0, rows, columns), part);
        }
    }

    static void Tile(in TileOperands<T> tile, ref T c, int width, bool accumulate)
    {
        if (width == Wide) TTile.Wide(tile, ref c, accumulate);
        else TTile.Narrow(tile, ref c, accumulate);
    }

    static void Copy(Matrix<T> from, Matrix<T> to)
    {
        for (int i = 0; i < from.Rows; i++) from.Row(i, 0, from.Columns).CopyTo(to.Row(i, 0, from.Columns));
    }

    /// <summary>Columns in whole panels: the last one is narrow where that is enough.</summary>
    static int Rounded(int columns) => (columns + TTile.NarrowColumns - 1) / TTile.NarrowColumns * TTile.NarrowColumns;

    static void PackRight(Matrix<T> b, T[] to)
    {
        for (int column = 0; column < b.Columns; column += Wide)
        {
            int remaining = b.Columns - column;
            int width = remaining <= TTile.NarrowColumns ? TTile.NarrowColumns : Wide;
            PackPanel(b, column, Math.Min(width, remaining), width, to.AsSpan(column * b.Rows));
        }
    }

    /// <summary>Copies columns so that the rows of a panel follow one another; missing columns are zeros.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static void PackPanel(Matrix<T> b, int column, int columns, int width, Span<T> to)
    {
        if (b.ColumnStep != 1)
        {
            Packing.Transpose(b.Block(0, column, b.Rows, columns).Transposed, to, width);
            return;
        }
        for (int p = 0; p < b.Rows; p++)
        {
            Span<T> row = to.Slice(p * width, width);
            b.Row(p, column, columns).CopyTo(row);
            if (columns < width) row[columns..].Clear();
        }
    }

    /// <summary>Copies the rows of tiles so that what is needed at one time lies together; missing rows are zeros.</summary>
    static void PackLeft(Matrix<T> a, T[] to)
    {
        for (int row = 0; row < a.Rows; row += TTile.Rows)
            Packing.Transpose(a.Block(row, 0, Math.Min(TTile.Rows, a.Rows - row), a.Columns), to.AsSpan(row * a.Columns), TTile.Rows);
    }

    /// <summary>Buffers for packed operands and for tiles that reach over the edge of the result.</summary>
    readonly struct Workspace(int right, int left)
    {
        internal readonly T[] Right = ArrayPool<T>.Shared.Rent(right);
        internal readonly T[] Left = ArrayPool<T>.Shared.Rent(left);
        readonly T[] _tile = ArrayPool<T>.Shared.Rent(right + left == 0 ? 0 : TTile.Rows * Wide);

        internal Matrix<T> Tile(int width) => new(_tile, 0, TTile.Rows, width);

        internal void Return()
        {
            ArrayPool<T>.Shared.Return(Right);
            ArrayPool<T>.Shared.Return(Left);
            ArrayPool<T>.Shared.Return(_tile);
        }
    }
}
