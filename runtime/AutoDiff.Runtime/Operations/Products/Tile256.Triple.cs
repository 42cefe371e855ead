using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static AutoDiff.TileRows;

namespace AutoDiff;

/// <content>The columns that are left over at the end of a row, with the tile before them: 4 rows, since the registers do not suffice for more.</content>
readonly partial struct Tile256<T>
{
    public static bool HasTriple => true;

    [MethodImpl(Compiled.ByItself)]
    public static void Triple(in TileOperands<T> tile, ref T c, bool accumulate)
    {
        (nint rowStep, nint depthStep) = (tile.RowStep, tile.DepthStep);
        (nint rightStep, nint resultStep) = (tile.RightStep, tile.ResultStep);
        (nint rows, int length) = (tile.Rows, tile.Depth);
        ref T a0 = ref tile.Left, right = ref tile.Right;
        while (true)
        {
            ref T a1 = ref Next(ref a0, rowStep, 1, rows);
            ref T a2 = ref Next(ref a1, rowStep, 2, rows);
            ref T a3 = ref Next(ref a2, rowStep, 3, rows);
            Fetch(ref c, resultStep, 4, 3 * Vector256<T>.Count);
            Vector256<T> x0 = default, y0 = default, z0 = default;
            Vector256<T> x1 = default, y1 = default, z1 = default;
            Vector256<T> x2 = default, y2 = default, z2 = default;
            Vector256<T> x3 = default, y3 = default, z3 = default;
            ref T b = ref right;
            nint p = 0;
            for (int depth = length; depth > 0; depth--)
            {
                Vector256<T> bx = Vector256.LoadUnsafe(ref b);
                Vector256<T> by = Vector256.LoadUnsafe(ref b, (nuint)Vector256<T>.Count);
                Vector256<T> bz = Vector256.LoadUnsafe(ref b, 2 * (nuint)Vector256<T>.Count);
                Vector256<T> a0p = Vector256.Create(Unsafe.Add(ref a0, p));
                x0 = Fused.MultiplyAdd(a0p, bx, x0);
                y0 = Fused.MultiplyAdd(a0p, by, y0);
                z0 = Fused.MultiplyAdd(a0p, bz, z0);
                Vector256<T> a1p = Vector256.Create(Unsafe.Add(ref a1, p));
                x1 = Fused.MultiplyAdd(a1p, bx, x1);
                y1 = Fused.MultiplyAdd(a1p, by, y1);
                z1 = Fused.MultiplyAdd(a1p, bz, z1);
                Vector256<T> a2p = Vector256.Create(Unsafe.Add(ref a2, p));
                x2 = Fused.MultiplyAdd(a2p, bx, x2);
                y2 = Fused.MultiplyAdd(a2p, by, y2);
                z2 = Fused.MultiplyAdd(a2p, bz, z2);
                Vector256<T> a3p = Vector256.Create(Unsafe.Add(ref a3, p));
                x3 = Fused.MultiplyAdd(a3p, bx, x3);
                y3 = Fused.MultiplyAdd(a3p, by, y3);
                z3 = Fused.MultiplyAdd(a3p, bz, z3);
                p += depthStep;
                b = ref Unsafe.Add(ref b, rightStep);
            }
            ref T row = ref c;
            if (accumulate)
            {
                x0 += Vector256.LoadUnsafe(ref row);
                y0 += Vector256.LoadUnsafe(ref row, (nuint)Vector256<T>.Count);
                z0 += Vector256.LoadUnsafe(ref row, 2 * (nuint)Vector256<T>.Count);
                row = ref Next(ref row, resultStep, 1, rows);
                x1 += Vector256.LoadUnsafe(ref row);
                y1 += Vector256.LoadUnsafe(ref row, (nuint)Vector256<T>.Count);
                z1 += Vector256.LoadUnsafe(ref row, 2 * (nuint)Vector256<T>.Count);
                row = ref Next(ref row, resultStep, 2, rows);
                x2 += Vector256.LoadUnsafe(ref row);
                y2 += Vector256.LoadUnsafe(ref row, (nuint)Vector256<T>.Count);
                z2 += Vector256.LoadUnsafe(ref row, 2 * (nuint)Vector256<T>.Count);
                row = ref Next(ref row, resultStep, 3, rows);
                x3 += Vector256.LoadUnsafe(ref row);
                y3 += Vector256.LoadUnsafe(ref row, (nuint)Vector256<T>.Count);
                z3 += Vector256.LoadUnsafe(ref row, 2 * (nuint)Vector256<T>.Count);
            }
            row = ref c;
            x0.StoreUnsafe(ref row);
            y0.StoreUnsafe(ref row, (nuint)Vector256<T>.Count);
            z0.StoreUnsafe(ref row, 2 * (nuint)Vector256<T>.Count);
            row = ref Next(ref row, resultStep, 1, rows);
            x1.StoreUnsafe(ref row);
            y1.StoreUnsafe(ref row, (nuint)Vector256<T>.Count);
            z1.StoreUnsafe(ref row, 2 * (nuint)Vector256<T>.Count);
            row = ref Next(ref row, resultStep, 2, rows);
            x2.StoreUnsafe(ref row);
            y2.StoreUnsafe(ref row, (nuint)Vector256<T>.Count);
            z2.StoreUnsafe(ref row, 2 * (nuint)Vector256<T>.Count);
            row = ref Next(ref row, resultStep, 3, rows);
            x3.StoreUnsafe(ref row);
            y3.StoreUnsafe(ref row, (nuint)Vector256<T>.Count);
            z3.StoreUnsafe(ref row, 2 * (nuint)Vector256<T>.Count);
            rows -= 4;
            if (rows <= 0) return;
            a0 = ref Unsafe.Add(ref a0, 4 * rowStep);
            c = ref Unsafe.Add(ref c, 4 * resultStep);
        }
    }
}
