using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AutoDiff;

/// <summary>Tiles of 8 rows by one or two vectors of 512 bits: of the 32 registers 16 hold sums, so that two fused operations a cycle never wait for one another.</summary>
readonly struct Tile512<T> : ITile<T>
{
    public static int Rows => 8;

    public static int NarrowColumns => Vector512<T>.Count;

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
        ref T a6 = ref Unsafe.Add(ref a5, row);
        ref T a7 = ref Unsafe.Add(ref a6, row);
        ref T b = ref tile.Right;
        Vector512<T> x0 = default, y0 = default;
        Vector512<T> x1 = default, y1 = default;
        Vector512<T> x2 = default, y2 = default;
        Vector512<T> x3 = default, y3 = default;
        Vector512<T> x4 = default, y4 = default;
        Vector512<T> x5 = default, y5 = default;
        Vector512<T> x6 = default, y6 = default;
        Vector512<T> x7 = default, y7 = default;
        if (accumulate)
        {
            ref T from = ref c;
            x0 = Vector512.LoadUnsafe(ref from);
            y0 = Vector512.LoadUnsafe(ref from, (nuint)Vector512<T>.Count);
            from = ref Unsafe.Add(ref from, resultStep);
            x1 = Vector512.LoadUnsafe(ref from);
            y1 = Vector512.LoadUnsafe(ref from, (nuint)Vector512<T>.Count);
            from = ref Unsafe.Add(ref from, resultStep);
            x2 = Vector512.LoadUnsafe(ref from);
            y2 = Vector512.LoadUnsafe(ref from, (nuint)Vector512<T>.Count);
            from = ref Unsafe.Add(ref from, resultStep);
            x3 = Vector512.LoadUnsafe(ref from);
            y3 = Vector512.LoadUnsafe(ref from, (nuint)Vector512<T>.Count);
            from = ref Unsafe.Add(ref from, resultStep);
            x4 = Vector512.LoadUnsafe(ref from);
            y4 = Vector512.LoadUnsafe(ref from, (nuint)Vector512<T>.Count);
            from = ref Unsafe.Add(ref from, resultStep);
            x5 = Vector512.LoadUnsafe(ref from);
            y5 = Vector512.LoadUnsafe(ref from, (nuint)Vector512<T>.Count);
            from = ref Unsafe.Add(ref from, resultStep);
            x6 = Vector512.LoadUnsafe(ref from);
            y6 = Vector512.LoadUnsafe(ref from, (nuint)Vector512<T>.Count);
            from = ref Unsafe.Add(ref from, resultStep);
            x7 = Vector512.LoadUnsafe(ref from);
            y7 = Vector512.LoadUnsafe(ref from, (nuint)Vector512<T>.Count);
        }
        nint p = 0;
        for (int depth = tile.Depth; depth > 0; depth--)
        {
            Vector512<T> bx = Vector512.LoadUnsafe(ref b);
            Vector512<T> by = Vector512.LoadUnsafe(ref b, (nuint)Vector512<T>.Count);
            Vector512<T> a0p = Vector512.Create(Unsafe.Add(ref a0, p));
            x0 = Fused.MultiplyAdd(a0p, bx, x0);
            y0 = Fused.MultiplyAdd(a0p, by, y0);
            Vector512<T> a1p = Vector512.Create(Unsafe.Add(ref a1, p));
            x1 = Fused.MultiplyAdd(a1p, bx, x1);
            y1 = Fused.MultiplyAdd(a1p, by, y1);
            Vector512<T> a2p = Vector512.Create(Unsafe.Add(ref a2, p));
            x2 = Fused.MultiplyAdd(a2p, bx, x2);
            y2 = Fused.MultiplyAdd(a2p, by, y2);
            Vector512<T> a3p = Vector512.Create(Unsafe.Add(ref a3, p));
            x3 = Fused.MultiplyAdd(a3p, bx, x3);
            y3 = Fused.MultiplyAdd(a3p, by, y3);
            Vector512<T> a4p = Vector512.Create(Unsafe.Add(ref a4, p));
            x4 = Fused.MultiplyAdd(a4p, bx, x4);
            y4 = Fused.MultiplyAdd(a4p, by, y4);
            Vector512<T> a5p = Vector512.Create(Unsafe.Add(ref a5, p));
            x5 = Fused.MultiplyAdd(a5p, bx, x5);
            y5 = Fused.MultiplyAdd(a5p, by, y5);
            Vector512<T> a6p = Vector512.Create(Unsafe.Add(ref a6, p));
            x6 = Fused.MultiplyAdd(a6p, bx, x6);
            y6 = Fused.MultiplyAdd(a6p, by, y6);
            Vector512<T> a7p = Vector512.Create(Unsafe.Add(ref a7, p));
            x7 = Fused.MultiplyAdd(a7p, bx, x7);
            y7 = Fused.MultiplyAdd(a7p, by, y7);
            p += depthStep;
            b = ref Unsafe.Add(ref b, rightStep);
        }
        x0.StoreUnsafe(ref c);
        y0.StoreUnsafe(ref c, (nuint)Vector512<T>.Count);
        c = ref Unsafe.Add(ref c, resultStep);
        x1.StoreUnsafe(ref c);
        y1.StoreUnsafe(ref c, (nuint)Vector512<T>.Count);
        c = ref Unsafe.Add(ref c, resultStep);
        x2.StoreUnsafe(ref c);
        y2.StoreUnsafe(ref c, (nuint)Vector512<T>.Count);
        c = ref Unsafe.Add(ref c, resultStep);
        x3.StoreUnsafe(ref c);
        y3.StoreUnsafe(ref c, (nuint)Vector512<T>.Count);
        c = ref Unsafe.Add(ref c, resultStep);
        x4.StoreUnsafe(ref c);
        y4.StoreUnsafe(ref c, (nuint)Vector512<T>.Count);
        c = ref Unsafe.Add(ref c, resultStep);
        x5.StoreUnsafe(ref c);
        y5.StoreUnsafe(ref c, (nuint)Vector512<T>.Count);
        c = ref Unsafe.Add(ref c, resultStep);
        x6.StoreUnsafe(ref c);
        y6.StoreUnsafe(ref c, (nuint)Vector512<T>.Count);
        c = ref Unsafe.Add(ref c, resultStep);
        x7.StoreUnsafe(ref c);
        y7.StoreUnsafe(ref c, (nuint)Vector512<T>.Count);
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
        ref T a6 = ref Unsafe.Add(ref a5, row);
        ref T a7 = ref Unsafe.Add(ref a6, row);
        ref T b = ref tile.Right;
        Vector512<T> x0 = default;
        Vector512<T> x1 = default;
        Vector512<T> x2 = default;
        Vector512<T> x3 = default;
        Vector512<T> x4 = default;
        Vector512<T> x5 = default;
        Vector512<T> x6 = default;
        Vector512<T> x7 = default;
        if (accumulate)
        {
            ref T from = ref c;
            x0 = Vector512.LoadUnsafe(ref from);
            from = ref Unsafe.Add(ref from, resultStep);
            x1 = Vector512.LoadUnsafe(ref from);
            from = ref Unsafe.Add(ref from, resultStep);
            x2 = Vector512.LoadUnsafe(ref from);
            from = ref Unsafe.Add(ref from, resultStep);
            x3 = Vector512.LoadUnsafe(ref from);
            from = ref Unsafe.Add(ref from, resultStep);
            x4 = Vector512.LoadUnsafe(ref from);
            from = ref Unsafe.Add(ref from, resultStep);
            x5 = Vector512.LoadUnsafe(ref from);
            from = ref Unsafe.Add(ref from, resultStep);
            x6 = Vector512.LoadUnsafe(ref from);
            from = ref Unsafe.Add(ref from, resultStep);
            x7 = Vector512.LoadUnsafe(ref from);
        }
        nint p = 0;
        for (int depth = tile.Depth; depth > 0; depth--)
        {
            Vector512<T> bx = Vector512.LoadUnsafe(ref b);
            x0 = Fused.MultiplyAdd(Vector512.Create(Unsafe.Add(ref a0, p)), bx, x0);
            x1 = Fused.MultiplyAdd(Vector512.Create(Unsafe.Add(ref a1, p)), bx, x1);
            x2 = Fused.MultiplyAdd(Vector512.Create(Unsafe.Add(ref a2, p)), bx, x2);
            x3 = Fused.MultiplyAdd(Vector512.Create(Unsafe.Add(ref a3, p)), bx, x3);
            x4 = Fused.MultiplyAdd(Vector512.Create(Unsafe.Add(ref a4, p)), bx, x4);
            x5 = Fused.MultiplyAdd(Vector512.Create(Unsafe.Add(ref a5, p)), bx, x5);
            x6 = Fused.MultiplyAdd(Vector512.Create(Unsafe.Add(ref a6, p)), bx, x6);
            x7 = Fused.MultiplyAdd(Vector512.Create(Unsafe.Add(ref a7, p)), bx, x7);
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
        c = ref Unsafe.Add(ref c, resultStep);
        x6.StoreUnsafe(ref c);
        c = ref Unsafe.Add(ref c, resultStep);
        x7.StoreUnsafe(ref c);
    }
}
