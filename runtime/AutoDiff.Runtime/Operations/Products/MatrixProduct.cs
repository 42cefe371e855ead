using System.Buffers;
using System.Runtime.Intrinsics;

namespace AutoDiff;

/// <summary>c = a · b and c += a · b for matrices that lie as they like.</summary>
static class MatrixProduct
{
    /// <summary>Products of fewer multiplications than this do not fill a tile.</summary>
    const int TinyVolume = 128;

    /// <summary>
    /// The terms of the inner axis that are added in one chain, whose rounding error grows with its length. The sums of such blocks are added in order,
    /// and if there are many, those of <see cref="LongestSum"/> terms in pairs.
    /// </summary>
    internal const int Depth = 512;

    const int LongestSum = 32 * Depth;

    /// <summary>About 50 µs of work: another core pays from there on.</summary>
    const long VolumePerCore = 4L << 20;

    /// <summary>Computes a product, on several cores where it pays.</summary>
    /// <param name="a">The left matrix.</param>
    /// <param name="b">The right matrix, with as many rows as <paramref name="a"/> has columns.</param>
    /// <param name="c">The result, which overlaps neither; its rows or its columns lie side by side.</param>
    /// <param name="accumulate">Whether the product is added to what <paramref name="c"/> holds.</param>
    /// <param name="check">What looks at the result, if anything does.</param>
    internal static void Multiply<T>(Matrix<T> a, Matrix<T> b, Matrix<T> c, bool accumulate = false, ResultCheck? check = null)
    {
        long volume = (long)a.Rows * b.Columns * a.Columns;
        int parts = (int)Math.Min(Cores.Count, volume / VolumePerCore);
        if (parts <= 1 || a.Rows == 1 || b.Columns == 1)
        {
            MultiplyOnThisCore(a, b, c, accumulate, check);
            return;
        }
        // Parts of the result, as square as they get: each is a product of its own, and none cuts the inner axis.
        int down = Math.Clamp((int)Math.Round(Math.Sqrt((double)parts * a.Rows / b.Columns)), 1, parts);
        int across = parts / down;
        (int height, int width) = (Part(a.Rows, down), Part(b.Columns, across));
        Cores.For(down * across, part =>
        {
            int row = part / across * height, column = part % across * width;
            int rows = Math.Min(height, a.Rows - row), columns = Math.Min(width, b.Columns - column);
            if (rows <= 0 || columns <= 0) return;
            MultiplyOnThisCore(a.Block(row, 0, rows, a.Columns), b.Block(0, column, b.Rows, columns), c.Block(row, column, rows, columns), accumulate, check);
        });
    }

    /// <summary>The length of a part in whole tiles.</summary>
    static int Part(int length, int parts) => ((length + parts - 1) / parts + 63) / 64 * 64;

    /// <inheritdoc cref="Multiply"/>
    internal static void MultiplyOnThisCore<T>(Matrix<T> a, Matrix<T> b, Matrix<T> c, bool accumulate = false, ResultCheck? check = null)
    {
        if (c.Rows == 0 || c.Columns == 0) return;
        if (a.Columns == 0)
        {
            if (!accumulate) c.Clear();
            return;
        }
        if (c.ColumnStep != 1 && c.Columns > 1) (a, b, c) = (b.Transposed, a.Transposed, c.Transposed);
        if (a.Columns > LongestSum)
        {
            int half = (a.Columns / LongestSum + 1) / 2 * LongestSum;
            MultiplyOnThisCore(a.Block(0, 0, a.Rows, half), b.Block(0, 0, half, b.Columns), c, accumulate);
            AddProduct(a.Block(0, half, a.Rows, a.Columns - half), b.Block(half, 0, b.Rows - half, b.Columns), c);
            check?.See(c);
            return;
        }
        if ((long)c.Rows * c.Columns * a.Columns <= TinyVolume) Tiny(a, b, c, accumulate);
        else if (c.Columns == 1) VectorProduct.Multiply(a, b, c, accumulate);
        else if (c.Rows == 1) VectorProduct.Multiply(b.Transposed, a.Transposed, c.Transposed, accumulate);
        else
        {
            Tiled(a, b, c, accumulate, check);
            return;
        }
        check?.See(c);
    }

    static void Tiled<T>(Matrix<T> a, Matrix<T> b, Matrix<T> c, bool accumulate, ResultCheck? check)
    {
        if (Vector512.IsHardwareAccelerated) TiledProduct<T, Tile512<T>>.Multiply(a, b, c, accumulate, check);
        else if (Vector256.IsHardwareAccelerated) TiledProduct<T, Tile256<T>>.Multiply(a, b, c, accumulate, check);
        else TiledProduct<T, Tile128<T>>.Multiply(a, b, c, accumulate, check);
    }

    /// <summary>Adds a product that is computed aside.</summary>
    static void AddProduct<T>(Matrix<T> a, Matrix<T> b, Matrix<T> c)
    {
        T[] elements = ArrayPool<T>.Shared.Rent(c.Rows * c.Columns);
        Matrix<T> product = new(elements, 0, c.Rows, c.Columns);
        MultiplyOnThisCore(a, b, product);
        for (int i = 0; i < c.Rows; i++)
        {
            if (c.Columns == 1) c[i, 0] = Fused.Add(c[i, 0], product[i, 0]);
            else Arithmetic<Addition, T>.Invoke(c.Row(i, 0, c.Columns), product.Row(i, 0, c.Columns), c.Row(i, 0, c.Columns));
        }
        ArrayPool<T>.Shared.Return(elements);
    }

    /// <summary>At least so many columns, and no tile that computes as many reaches over an edge.</summary>
    internal static int WholeVectors<T>(int columns)
    {
        int vector = Vector512.IsHardwareAccelerated ? Vector512<T>.Count : Vector256.IsHardwareAccelerated ? Vector256<T>.Count : Vector128<T>.Count;
        return (columns + vector - 1) / vector * vector;
    }

    static void Tiny<T>(Matrix<T> a, Matrix<T> b, Matrix<T> c, bool accumulate)
    {
        for (int i = 0; i < c.Rows; i++)
        {
            for (int j = 0; j < c.Columns; j++)
            {
                T sum = accumulate ? c[i, j] : default!;
                for (int p = 0; p < a.Columns; p++) sum = Fused.MultiplyAdd(a[i, p], b[p, j], sum);
                c[i, j] = sum;
            }
        }
    }
}
