using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AutoDiff;

/// <summary>Tiles of 4 rows by one or two vectors of 128 bits: of the 16 registers 8 hold sums.</summary>
readonly struct Tile128<T> : ITile<T>
{
    public static int Rows => 4;

    public static int NarrowColumns => Vector128<T>.Count;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Wide(in TileOperands<T> tile, ref T c, bool accumulate)
    {
        nint row = tile.RowStep, depthStep = tile.DepthStep, rightStep = tile.RightStep, resultStep = tile.ResultStep;
        ref T a0 = ref tile.Left;
        ref T a1 = ref Unsafe.Add(ref a0, row);
        ref T a2 = ref Unsafe.Add(ref a1, row);
        ref T a3 = ref Unsafe.Add(ref a2, row);
        ref T b = ref tile.Right;
        Vector128<T> x0 = default, y0 = default;
        Vector128<T> x1 = default, y1 = default;
        Vector128<T> x2 = default, y2 = default;
        Vector128<T> x3 = default, y3 = default;
        if (accumulate)
        {
            ref T from = ref c;
            x0 = Vector128.LoadUnsafe(ref from);
            y0 = Vector128.LoadUnsafe(ref from, (nuint)Vector128<T>.Count);
            from = ref Unsafe.Add(ref from, resultStep);
            x1 = Vector128.LoadUnsafe(ref from);
            y1 = Vector128.LoadUnsafe(ref from, (nuint)Vector128<T>.Count);
            from = ref Unsafe.Add(ref from, resultStep);
            x2 = Vector128.LoadUnsafe(ref from);
            y2 = Vector128.LoadUnsafe(ref from, (nuint)Vector128<T>.Count);
            from = ref Unsafe.Add(ref from, resultStep);
            x3 = Vector128.LoadUnsafe(ref from);
            y3 = Vector128.LoadUnsafe(ref from, (nuint)Vector128<T>.Count);
        }
        nint p = 0;
        for (int depth = tile.Depth; depth > 0; depth--)
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
        x0.StoreUnsafe(ref c);
        y0.StoreUnsafe(ref c, (nuint)Vector128<T>.Count);
        c = ref Unsafe.Add(ref c, resultStep);
        x1.StoreUnsafe(ref c);
        y1.StoreUnsafe(ref c, (nuint)Vector128<T>.Count);
        c = ref Unsafe.Add(ref c, resultStep);
        x2.StoreUnsafe(ref c);
        y2.StoreUnsafe(ref c, (nuint)Vector128<T>.Count);
        c = ref Unsafe.Add(ref c, resultStep);
        x3.StoreUnsafe(ref c);
        y3.StoreUnsafe(ref c, (nuint)Vector128<T>.Count);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Narrow(in TileOperands<T> tile, ref T c, bool accumulate)
    {
        nint row = tile.RowStep, depthStep = tile.DepthStep, rightStep = tile.RightStep, resultStep = tile.ResultStep;
        ref T a0 = ref tile.Left;
        ref T a1 = ref Unsafe.Add(ref a0, row);
        ref T a2 = ref Unsafe.Add(ref a1, row);
        ref T a3 = ref Unsafe.Add(ref a2, row);
        ref T b = ref tile.Right;
        Vector128<T> x0 = default;
        Vector128<T> x1 = default;
        Vector128<T> x2 = default;
        Vector128<T> x3 = default;
        if (accumulate)
        {
            ref T from = ref c;
            x0 = Vector128.LoadUnsafe(ref from);
            from = ref Unsafe.Add(ref from, resultStep);
            x1 = Vector128.LoadUnsafe(ref from);
            from = ref Unsafe.Add(ref from, resultStep);
            x2 = Vector128.LoadUnsafe(ref from);
            from = ref Unsafe.Add(ref from, resultStep);
            x3 = Vector128.LoadUnsafe(ref from);
        }
        nint p = 0;
        for (int depth = tile.Depth; depth > 0; depth--)
        {
            Vector128<T> bx = Vector128.LoadUnsafe(ref b);
            x0 = Fused.MultiplyAdd(Vector128.Create(Unsafe.Add(ref a0, p)), bx, x0);
            x1 = Fused.MultiplyAdd(Vector128.Create(Unsafe.Add(ref a1, p)), bx, x1);
            x2 = Fused.MultiplyAdd(Vector128.Create(Unsafe.Add(ref a2, p)), bx, x2);
            x3 = Fused.MultiplyAdd(Vector128.Create(Unsafe.Add(ref a3, p)), bx, x3);
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
    }
}
