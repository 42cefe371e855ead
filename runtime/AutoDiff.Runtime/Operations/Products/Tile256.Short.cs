using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static AutoDiff.TileRows;

namespace AutoDiff;

/// <content>The rows that are left over at the end, if they are at most four.</content>
readonly partial struct Tile256<T>
{
    const int ShortRows = 4;

    /// <summary>Computes the last rows of a wide tile.</summary>
    /// <param name="tile">What is multiplied.</param>
    /// <param name="a0">The first of these rows in the left matrix.</param>
    /// <param name="rows">How many there are.</param>
    /// <param name="c">The first element of the rows in the result.</param>
    /// <param name="accumulate">Whether the product is added to what the result holds.</param>
    [MethodImpl(Compiled.ByItself)]
    static void Short(in TileOperands<T> tile, ref T a0, nint rows, ref T c, bool accumulate)
    {
        (nint rowStep, nint depthStep, nint rightStep, nint resultStep) = (tile.RowStep, tile.DepthStep, tile.RightStep, tile.ResultStep);
        ref T a1 = ref Next(ref a0, rowStep, 1, rows);
        ref T a2 = ref Next(ref a1, rowStep, 2, rows);
        ref T a3 = ref Next(ref a2, rowStep, 3, rows);
        ref T c1 = ref Next(ref c, resultStep, 1, rows);
        ref T c2 = ref Next(ref c1, resultStep, 2, rows);
        ref T c3 = ref Next(ref c2, resultStep, 3, rows);
        Fetch(ref c, resultStep, ShortRows, 2 * Vector256<T>.Count);
        Vector256<T> x0 = default, y0 = default;
        Vector256<T> x1 = default, y1 = default;
        Vector256<T> x2 = default, y2 = default;
        Vector256<T> x3 = default, y3 = default;
        ref T b = ref tile.Right;
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
            p += depthStep;
            b = ref Unsafe.Add(ref b, rightStep);
        }
        if (accumulate)
        {
            x0 += Vector256.LoadUnsafe(ref c);
            y0 += Vector256.LoadUnsafe(ref c, (nuint)Vector256<T>.Count);
            x1 += Vector256.LoadUnsafe(ref c1);
            y1 += Vector256.LoadUnsafe(ref c1, (nuint)Vector256<T>.Count);
            x2 += Vector256.LoadUnsafe(ref c2);
            y2 += Vector256.LoadUnsafe(ref c2, (nuint)Vector256<T>.Count);
            x3 += Vector256.LoadUnsafe(ref c3);
            y3 += Vector256.LoadUnsafe(ref c3, (nuint)Vector256<T>.Count);
        }
        x0.StoreUnsafe(ref c);
        y0.StoreUnsafe(ref c, (nuint)Vector256<T>.Count);
        x1.StoreUnsafe(ref c1);
        y1.StoreUnsafe(ref c1, (nuint)Vector256<T>.Count);
        x2.StoreUnsafe(ref c2);
        y2.StoreUnsafe(ref c2, (nuint)Vector256<T>.Count);
        x3.StoreUnsafe(ref c3);
        y3.StoreUnsafe(ref c3, (nuint)Vector256<T>.Count);
    }
}
