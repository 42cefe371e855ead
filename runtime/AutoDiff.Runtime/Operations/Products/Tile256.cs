using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AutoDiff;

/// <summary>Tiles of 6 rows by one or two vectors of 256 bits: of the 16 registers 12 hold sums.</summary>
readonly struct Tile256<T> : ITile<T>
{
    public static int Rows => 6;

    public static int NarrowColumns => Vector256<T>.Count;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Wide(in TileOperands<T> tile, ref T c, bool accumulate)
    {
        nint row = tile.RowStep, depthStep = tile.DepthStep, rightStep = tile.RightStep, resultStep = tile.ResultStep;
        ref T a0 = ref tile.Left;
        ref T a1 = ref Unsafe.Add(ref a0, row);
        ref T a2 = ref Unsafe.Add(ref a1, row);
        ref T a3 = ref Unsafe.Add(ref a2, row);
        ref T a4 = ref Unsafe.Add(ref a3, row);
        ref T a5 = ref Unsafe.Add(ref a4, row);
        ref T b = ref tile.Right;
        Vector256<T> x0 = default, y0 = default;
        Vector256<T> x1 = default, y1 = default;
        Vector256<T> x2 = default, y2 = default;
        Vector256<T> x3 = default, y3 = default;
        Vector256<T> x4 = default, y4 = default;
        Vector256<T> x5 = default, y5 = default;
        if (accumulate)
        {
            ref T from = ref c;
            x0 = Vector256.LoadUnsafe(ref from);
            y0 = Vector256.LoadUnsafe(ref from, (nuint)Vector256<T>.Count);
            from = ref Unsafe.Add(ref from, resultStep);
            x1 = Vector256.LoadUnsafe(ref from);
            y1 = Vector256.LoadUnsafe(ref from, (nuint)Vector256<T>.Count);
            from = ref Unsafe.Add(ref from, resultStep);
            x2 = Vector256.LoadUnsafe(ref from);
            y2 = Vector256.LoadUnsafe(ref from, (nuint)Vector256<T>.Count);
            from = ref Unsafe.Add(ref from, resultStep);
            x3 = Vector256.LoadUnsafe(ref from);
            y3 = Vector256.LoadUnsafe(ref from, (nuint)Vector256<T>.Count);
            from = ref Unsafe.Add(ref from, resultStep);
            x4 = Vector256.LoadUnsafe(ref from);
            y4 = Vector256.LoadUnsafe(ref from, (nuint)Vector256<T>.Count);
            from = ref Unsafe.Add(ref from, resultStep);
            x5 = Vector256.LoadUnsafe(ref from);
            y5 = Vector256.LoadUnsafe(ref from, (nuint)Vector256<T>.Count);
        }
        nint p = 0;
        for (int depth = tile.Depth; depth > 0; depth--)
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
        x0.StoreUnsafe(ref c);
        y0.StoreUnsafe(ref c, (nuint)Vector256<T>.Count);
        c = ref Unsafe.Add(ref c, resultStep);
        x1.StoreUnsafe(ref c);
        y1.StoreUnsafe(ref c, (nuint)Vector256<T>.Count);
        c = ref Unsafe.Add(ref c, resultStep);
        x2.StoreUnsafe(ref c);
        y2.StoreUnsafe(ref c, (nuint)Vector256<T>.Count);
        c = ref Unsafe.Add(ref c, resultStep);
        x3.StoreUnsafe(ref c);
        y3.StoreUnsafe(ref c, (nuint)Vector256<T>.Count);
        c = ref Unsafe.Add(ref c, resultStep);
        x4.StoreUnsafe(ref c);
        y4.StoreUnsafe(ref c, (nuint)Vector256<T>.Count);
        c = ref Unsafe.Add(ref c, resultStep);
        x5.StoreUnsafe(ref c);
        y5.StoreUnsafe(ref c, (nuint)Vector256<T>.Count);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Narrow(in TileOperands<T> tile, ref T c, bool accumulate)
    {
        nint row = tile.RowStep, depthStep = tile.DepthStep, rightStep = tile.RightStep, resultStep = tile.ResultStep;
        ref T a0 = ref tile.Left;
        ref T a1 = ref Unsafe.Add(ref a0, row);
        ref T a2 = ref Unsafe.Add(ref a1, row);
        ref T a3 = ref Unsafe.Add(ref a2, row);
        ref T a4 = ref Unsafe.Add(ref a3, row);
        ref T a5 = ref Unsafe.Add(ref a4, row);
        ref T b = ref tile.Right;
        Vector256<T> x0 = default;
        Vector256<T> x1 = default;
        Vector256<T> x2 = default;
        Vector256<T> x3 = default;
        Vector256<T> x4 = default;
        Vector256<T> x5 = default;
        if (accumulate)
        {
            ref T from = ref c;
            x0 = Vector256.LoadUnsafe(ref from);
            from = ref Unsafe.Add(ref from, resultStep);
            x1 = Vector256.LoadUnsafe(ref from);
            from = ref Unsafe.Add(ref from, resultStep);
            x2 = Vector256.LoadUnsafe(ref from);
            from = ref Unsafe.Add(ref from, resultStep);
            x3 = Vector256.LoadUnsafe(ref from);
            from = ref Unsafe.Add(ref from, resultStep);
            x4 = Vector256.LoadUnsafe(ref from);
            from = ref Unsafe.Add(ref from, resultStep);
            x5 = Vector256.LoadUnsafe(ref from);
        }
        nint p = 0;
        for (int depth = tile.Depth; depth > 0; depth--)
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
        x0.StoreUnsafe(ref c);
        c = ref Unsafe.Add(ref c, resultStep);
        x1.StoreUnsafe(ref c);
        c = ref Unsafe.Add(ref c, resultStep);
        x2.StoreUnsafe(ref c);
        c = ref Unsafe.Add(ref c, resultStep);
        x3.StoreUnsafe(ref c);
        c = ref Unsafe.Add(ref c, resultStep);
        x4.StoreUnsafe(ref c);
        c = ref Unsafe.Add(ref c, resultStep);
        x5.StoreUnsafe(ref c);
    }
}
