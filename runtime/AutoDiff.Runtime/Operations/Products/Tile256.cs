using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static AutoDiff.TileRows;

namespace AutoDiff;

/// <summary>Tiles of 6 rows by one or two vectors of 256 bits: of the 16 registers 12 hold sums.</summary>
readonly partial struct Tile256<T> : ITile<T>
{
    public static int Rows => 6;

    public static int NarrowColumns => Vector256<T>.Count;

    [MethodImpl(Compiled.ByItself)]
    public static void Wide(in TileOperands<T> tile, ref T c, bool accumulate)
    {
        (nint rowStep, nint depthStep, nint tileStep) = (tile.RowStep, tile.DepthStep, tile.TileStep);
        (nint rightStep, nint resultStep) = (tile.RightStep, tile.ResultStep);
        (nint rows, int length) = (tile.Rows, tile.Depth);
        ref T a0 = ref tile.Left, right = ref tile.Right;
        while (true)
        {
            if (rows <= ShortRows)
            {
                Short(tile, ref a0, rows, ref c, accumulate);
                return;
            }
            ref T a1 = ref Next(ref a0, rowStep, 1, rows);
            ref T a2 = ref Next(ref a1, rowStep, 2, rows);
            ref T a3 = ref Next(ref a2, rowStep, 3, rows);
            ref T a4 = ref Next(ref a3, rowStep, 4, rows);
            ref T a5 = ref Next(ref a4, rowStep, 5, rows);
            Fetch(ref c, resultStep, 6, 2 * Vector256<T>.Count);
            Vector256<T> x0 = default, y0 = default;
            Vector256<T> x1 = default, y1 = default;
            Vector256<T> x2 = default, y2 = default;
            Vector256<T> x3 = default, y3 = default;
            Vector256<T> x4 = default, y4 = default;
            Vector256<T> x5 = default, y5 = default;
            ref T b = ref right;
            nint p = 0;
            for (int depth = length; depth > 0; depth--)
            {
                Vector256<T> bx = Vector256.LoadUnsafe(ref b);
                Vector256<T> by = Vector256.LoadUnsafe(ref b, (nuint)Vector256<T>.Count);
                Vector256<T> a0p = Vector256.Create(Unsafe.Add(ref a0, p));
                x0 = Fused.MultiplyAdd(a0p, bx, x0);
                y0 = Fused.MultiplyAdd(a0p, by, y0);
                Vector256<T> a1p = Vector256.Create(Unsafe.Add(ref a1, p));
                x1 = Fused.MultiplyAdd(a1p, bx, x1);
                y1 = Fused.MultiplyAdd(a1p, by, y1);
                Vector256<T> a2p = Vector256.Create(Unsafe.Add(ref a2, p));
                x2 = Fused.MultiplyAdd(a2p, bx, x2);
                y2 = Fused.MultiplyAdd(a2p, by, y2);
                Vector256<T> a3p = Vector256.Create(Unsafe.Add(ref a3, p));
                x3 = Fused.MultiplyAdd(a3p, bx, x3);
                y3 = Fused.MultiplyAdd(a3p, by, y3);
                Vector256<T> a4p = Vector256.Create(Unsafe.Add(ref a4, p));
                x4 = Fused.MultiplyAdd(a4p, bx, x4);
                y4 = Fused.MultiplyAdd(a4p, by, y4);
                Vector256<T> a5p = Vector256.Create(Unsafe.Add(ref a5, p));
                x5 = Fused.MultiplyAdd(a5p, bx, x5);
                y5 = Fused.MultiplyAdd(a5p, by, y5);
                p += depthStep;
                b = ref Unsafe.Add(ref b, rightStep);
            }
            ref T row = ref c;
            if (accumulate)
            {
                x0 += Vector256.LoadUnsafe(ref row);
                y0 += Vector256.LoadUnsafe(ref row, (nuint)Vector256<T>.Count);
                row = ref Next(ref row, resultStep, 1, rows);
                x1 += Vector256.LoadUnsafe(ref row);
                y1 += Vector256.LoadUnsafe(ref row, (nuint)Vector256<T>.Count);
                row = ref Next(ref row, resultStep, 2, rows);
                x2 += Vector256.LoadUnsafe(ref row);
                y2 += Vector256.LoadUnsafe(ref row, (nuint)Vector256<T>.Count);
                row = ref Next(ref row, resultStep, 3, rows);
                x3 += Vector256.LoadUnsafe(ref row);
                y3 += Vector256.LoadUnsafe(ref row, (nuint)Vector256<T>.Count);
                row = ref Next(ref row, resultStep, 4, rows);
                x4 += Vector256.LoadUnsafe(ref row);
                y4 += Vector256.LoadUnsafe(ref row, (nuint)Vector256<T>.Count);
                row = ref Next(ref row, resultStep, 5, rows);
                x5 += Vector256.LoadUnsafe(ref row);
                y5 += Vector256.LoadUnsafe(ref row, (nuint)Vector256<T>.Count);
            }
            row = ref c;
            x0.StoreUnsafe(ref row);
            y0.StoreUnsafe(ref row, (nuint)Vector256<T>.Count);
            row = ref Next(ref row, resultStep, 1, rows);
            x1.StoreUnsafe(ref row);
            y1.StoreUnsafe(ref row, (nuint)Vector256<T>.Count);
            row = ref Next(ref row, resultStep, 2, rows);
            x2.StoreUnsafe(ref row);
            y2.StoreUnsafe(ref row, (nuint)Vector256<T>.Count);
            row = ref Next(ref row, resultStep, 3, rows);
            x3.StoreUnsafe(ref row);
            y3.StoreUnsafe(ref row, (nuint)Vector256<T>.Count);
            row = ref Next(ref row, resultStep, 4, rows);
            x4.StoreUnsafe(ref row);
            y4.StoreUnsafe(ref row, (nuint)Vector256<T>.Count);
            row = ref Next(ref row, resultStep, 5, rows);
            x5.StoreUnsafe(ref row);
            y5.StoreUnsafe(ref row, (nuint)Vector256<T>.Count);
            rows -= 6;
            if (rows <= 0) return;
            a0 = ref Unsafe.Add(ref a0, tileStep);
            c = ref Unsafe.Add(ref c, 6 * resultStep);
        }
    }

    [MethodImpl(Compiled.ByItself)]
    public static void Narrow(in TileOperands<T> tile, ref T c, bool accumulate)
    {
        (nint rowStep, nint depthStep, nint tileStep) = (tile.RowStep, tile.DepthStep, tile.TileStep);
        (nint rightStep, nint resultStep) = (tile.RightStep, tile.ResultStep);
        (nint rows, int length) = (tile.Rows, tile.Depth);
        ref T a0 = ref tile.Left, right = ref tile.Right;
        while (true)
        {
            ref T a1 = ref Next(ref a0, rowStep, 1, rows);
            ref T a2 = ref Next(ref a1, rowStep, 2, rows);
            ref T a3 = ref Next(ref a2, rowStep, 3, rows);
            ref T a4 = ref Next(ref a3, rowStep, 4, rows);
            ref T a5 = ref Next(ref a4, rowStep, 5, rows);
            Fetch(ref c, resultStep, 6, Vector256<T>.Count);
            Vector256<T> x0 = default;
            Vector256<T> x1 = default;
            Vector256<T> x2 = default;
            Vector256<T> x3 = default;
            Vector256<T> x4 = default;
            Vector256<T> x5 = default;
            ref T b = ref right;
            nint p = 0;
            for (int depth = length; depth > 0; depth--)
            {
                Vector256<T> bx = Vector256.LoadUnsafe(ref b);
                x0 = Fused.MultiplyAdd(Vector256.Create(Unsafe.Add(ref a0, p)), bx, x0);
                x1 = Fused.MultiplyAdd(Vector256.Create(Unsafe.Add(ref a1, p)), bx, x1);
                x2 = Fused.MultiplyAdd(Vector256.Create(Unsafe.Add(ref a2, p)), bx, x2);
                x3 = Fused.MultiplyAdd(Vector256.Create(Unsafe.Add(ref a3, p)), bx, x3);
                x4 = Fused.MultiplyAdd(Vector256.Create(Unsafe.Add(ref a4, p)), bx, x4);
                x5 = Fused.MultiplyAdd(Vector256.Create(Unsafe.Add(ref a5, p)), bx, x5);
                p += depthStep;
                b = ref Unsafe.Add(ref b, rightStep);
            }
            ref T row = ref c;
            if (accumulate)
            {
                x0 += Vector256.LoadUnsafe(ref row);
                row = ref Next(ref row, resultStep, 1, rows);
                x1 += Vector256.LoadUnsafe(ref row);
                row = ref Next(ref row, resultStep, 2, rows);
                x2 += Vector256.LoadUnsafe(ref row);
                row = ref Next(ref row, resultStep, 3, rows);
                x3 += Vector256.LoadUnsafe(ref row);
                row = ref Next(ref row, resultStep, 4, rows);
                x4 += Vector256.LoadUnsafe(ref row);
                row = ref Next(ref row, resultStep, 5, rows);
                x5 += Vector256.LoadUnsafe(ref row);
            }
            row = ref c;
            x0.StoreUnsafe(ref row);
            row = ref Next(ref row, resultStep, 1, rows);
            x1.StoreUnsafe(ref row);
            row = ref Next(ref row, resultStep, 2, rows);
            x2.StoreUnsafe(ref row);
            row = ref Next(ref row, resultStep, 3, rows);
            x3.StoreUnsafe(ref row);
            row = ref Next(ref row, resultStep, 4, rows);
            x4.StoreUnsafe(ref row);
            row = ref Next(ref row, resultStep, 5, rows);
            x5.StoreUnsafe(ref row);
            rows -= 6;
            if (rows <= 0) return;
            a0 = ref Unsafe.Add(ref a0, tileStep);
            c = ref Unsafe.Add(ref c, 6 * resultStep);
        }
    }
}
