using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static AutoDiff.TileRows;

namespace AutoDiff;

/// <summary>Tiles of 4 rows by one or two vectors of 128 bits: of the 16 registers 8 hold sums.</summary>
readonly struct Tile128<T> : ITile<T>
{
    public static int Rows => 4;

    public static int NarrowColumns => Vector128<T>.Count;

    public static bool HasTriple => false; // the registers do not suffice

    public static void Triple(in TileOperands<T> tile, ref T c, bool accumulate) => throw new NotSupportedException();

    [MethodImpl(Compiled.ByItself)]
    public static void Wide(in TileOperands<T> tile, ref T c, bool accumulate)
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
            Vector128<T> x0 = default, y0 = default;
            Vector128<T> x1 = default, y1 = default;
            Vector128<T> x2 = default, y2 = default;
            Vector128<T> x3 = default, y3 = default;
            ref T b = ref right;
            nint p = 0;
            for (int depth = length; depth > 0; depth--)
            {
                Vector128<T> bx = Vector128.LoadUnsafe(ref b);
                Vector128<T> by = Vector128.LoadUnsafe(ref b, (nuint)Vector128<T>.Count);
                Vector128<T> a0p = Vector128.Create(Unsafe.Add(ref a0, p));
                x0 = Fused.MultiplyAdd(a0p, bx, x0);
                y0 = Fused.MultiplyAdd(a0p, by, y0);
                Vector128<T> a1p = Vector128.Create(Unsafe.Add(ref a1, p));
                x1 = Fused.MultiplyAdd(a1p, bx, x1);
                y1 = Fused.MultiplyAdd(a1p, by, y1);
                Vector128<T> a2p = Vector128.Create(Unsafe.Add(ref a2, p));
                x2 = Fused.MultiplyAdd(a2p, bx, x2);
                y2 = Fused.MultiplyAdd(a2p, by, y2);
                Vector128<T> a3p = Vector128.Create(Unsafe.Add(ref a3, p));
                x3 = Fused.MultiplyAdd(a3p, bx, x3);
                y3 = Fused.MultiplyAdd(a3p, by, y3);
                p += depthStep;
                b = ref Unsafe.Add(ref b, rightStep);
            }
            ref T row = ref c;
            if (accumulate)
            {
                x0 += Vector128.LoadUnsafe(ref row);
                y0 += Vector128.LoadUnsafe(ref row, (nuint)Vector128<T>.Count);
                row = ref Next(ref row, resultStep, 1, rows);
                x1 += Vector128.LoadUnsafe(ref row);
                y1 += Vector128.LoadUnsafe(ref row, (nuint)Vector128<T>.Count);
                row = ref Next(ref row, resultStep, 2, rows);
                x2 += Vector128.LoadUnsafe(ref row);
                y2 += Vector128.LoadUnsafe(ref row, (nuint)Vector128<T>.Count);
                row = ref Next(ref row, resultStep, 3, rows);
                x3 += Vector128.LoadUnsafe(ref row);
                y3 += Vector128.LoadUnsafe(ref row, (nuint)Vector128<T>.Count);
            }
            row = ref c;
            x0.StoreUnsafe(ref row);
            y0.StoreUnsafe(ref row, (nuint)Vector128<T>.Count);
            row = ref Next(ref row, resultStep, 1, rows);
            x1.StoreUnsafe(ref row);
            y1.StoreUnsafe(ref row, (nuint)Vector128<T>.Count);
            row = ref Next(ref row, resultStep, 2, rows);
            x2.StoreUnsafe(ref row);
            y2.StoreUnsafe(ref row, (nuint)Vector128<T>.Count);
            row = ref Next(ref row, resultStep, 3, rows);
            x3.StoreUnsafe(ref row);
            y3.StoreUnsafe(ref row, (nuint)Vector128<T>.Count);
            rows -= 4;
            if (rows <= 0) return;
            a0 = ref Unsafe.Add(ref a0, tileStep);
            c = ref Unsafe.Add(ref c, 4 * resultStep);
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
            Vector128<T> x0 = default;
            Vector128<T> x1 = default;
            Vector128<T> x2 = default;
            Vector128<T> x3 = default;
            ref T b = ref right;
            nint p = 0;
            for (int depth = length; depth > 0; depth--)
            {
                Vector128<T> bx = Vector128.LoadUnsafe(ref b);
                x0 = Fused.MultiplyAdd(Vector128.Create(Unsafe.Add(ref a0, p)), bx, x0);
                x1 = Fused.MultiplyAdd(Vector128.Create(Unsafe.Add(ref a1, p)), bx, x1);
                x2 = Fused.MultiplyAdd(Vector128.Create(Unsafe.Add(ref a2, p)), bx, x2);
                x3 = Fused.MultiplyAdd(Vector128.Create(Unsafe.Add(ref a3, p)), bx, x3);
                p += depthStep;
                b = ref Unsafe.Add(ref b, rightStep);
            }
            ref T row = ref c;
            if (accumulate)
            {
                x0 += Vector128.LoadUnsafe(ref row);
                row = ref Next(ref row, resultStep, 1, rows);
                x1 += Vector128.LoadUnsafe(ref row);
                row = ref Next(ref row, resultStep, 2, rows);
                x2 += Vector128.LoadUnsafe(ref row);
                row = ref Next(ref row, resultStep, 3, rows);
                x3 += Vector128.LoadUnsafe(ref row);
            }
            row = ref c;
            x0.StoreUnsafe(ref row);
            row = ref Next(ref row, resultStep, 1, rows);
            x1.StoreUnsafe(ref row);
            row = ref Next(ref row, resultStep, 2, rows);
            x2.StoreUnsafe(ref row);
            row = ref Next(ref row, resultStep, 3, rows);
            x3.StoreUnsafe(ref row);
            rows -= 4;
            if (rows <= 0) return;
            a0 = ref Unsafe.Add(ref a0, tileStep);
            c = ref Unsafe.Add(ref c, 4 * resultStep);
        }
    }
}
