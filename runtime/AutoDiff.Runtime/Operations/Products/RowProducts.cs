using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AutoDiff;

/// <summary>
/// Inner products of the rows of two matrices, c += a · bᵀ: for few and long rows, which would leave the lanes of a tile's vectors empty. Vectors go
/// along the rows instead, and their lanes are added in the end, in an order that depends on the rows' length alone.
/// </summary>
static class RowProducts
{
    /// <summary>The rows of each matrix that are gone through at one time.</summary>
    const int Rows = 4;

    /// <summary>Whether so few rows of one matrix and rows of this length are quicker here than as columns of a tile.</summary>
    internal static bool Suit<T>(int rows, int length) =>
        Vector512.IsHardwareAccelerated && rows <= Vector512<T>.Count / 2 && length >= Vector512<T>.Count;

    /// <summary>The elements of rows that are added in the lanes of one vector, about.</summary>
    const int Columns = 4096;

    /// <summary>Adds the products to <paramref name="c"/>.</summary>
    /// <param name="a">The left matrix, whose rows' elements lie side by side.</param>
    /// <param name="b">The right matrix, whose rows' elements lie side by side; as long as those of <paramref name="a"/>, at least one vector.</param>
    /// <param name="c">The sums: as many rows as <paramref name="a"/>, as many columns as the rows of <paramref name="b"/>.</param>
    internal static void Add<T>(Matrix<T> a, Matrix<T> b, Matrix<T> c)
    {
        Debug.Assert(a.Columns >= Vector512<T>.Count, "the last vector of a row would begin before the row");
        int at = 0;
        for (int parts = Math.Max(a.Columns / Columns, 1); parts > 0; parts--)
        {
            int length = (a.Columns - at) / parts;
            for (int i = 0; i < a.Rows; i += Rows)
            {
                for (int j = 0; j < b.Rows; j += Rows)
                    Block(a.Block(i, at, Math.Min(Rows, a.Rows - i), length), b.Block(j, at, Math.Min(Rows, b.Rows - j), length), ref c[i, j], c.RowStep);
            }
            at += length;
        }
    }

    /// <summary>Where there are fewer than four rows, the last one counts several times, and its sums are left out.</summary>
    [MethodImpl(Compiled.ByItself)]
    static void Block<T>(Matrix<T> a, Matrix<T> b, ref T c, nint step)
    {
        ref T a0 = ref a[0, 0], a1 = ref a[Math.Min(1, a.Rows - 1), 0], a2 = ref a[Math.Min(2, a.Rows - 1), 0], a3 = ref a[a.Rows - 1, 0];
        ref T b0 = ref b[0, 0], b1 = ref b[Math.Min(1, b.Rows - 1), 0], b2 = ref b[Math.Min(2, b.Rows - 1), 0], b3 = ref b[b.Rows - 1, 0];
        nint count = Vector512<T>.Count, last = a.Columns - count, q = 0;
        Vector512<T> mask = Mask<T>(a.Columns % Vector512<T>.Count);
        Vector512<T> s00 = default, s01 = default, s02 = default, s03 = default, s10 = default, s11 = default, s12 = default, s13 = default;
        Vector512<T> s20 = default, s21 = default, s22 = default, s23 = default, s30 = default, s31 = default, s32 = default, s33 = default;
        for (; q <= last; q += count)
        {
            Vector512<T> x0 = Vector512.LoadUnsafe(ref a0, (nuint)q);
            Vector512<T> x1 = Vector512.LoadUnsafe(ref a1, (nuint)q);
            Vector512<T> x2 = Vector512.LoadUnsafe(ref a2, (nuint)q);
            Vector512<T> x3 = Vector512.LoadUnsafe(ref a3, (nuint)q);
            Vector512<T> y0 = Vector512.LoadUnsafe(ref b0, (nuint)q);
            Vector512<T> y1 = Vector512.LoadUnsafe(ref b1, (nuint)q);
            Vector512<T> y2 = Vector512.LoadUnsafe(ref b2, (nuint)q);
            Vector512<T> y3 = Vector512.LoadUnsafe(ref b3, (nuint)q);
            s00 = Fused.MultiplyAdd(x0, y0, s00);
            s01 = Fused.MultiplyAdd(x0, y1, s01);
            s02 = Fused.MultiplyAdd(x0, y2, s02);
            s03 = Fused.MultiplyAdd(x0, y3, s03);
            s10 = Fused.MultiplyAdd(x1, y0, s10);
            s11 = Fused.MultiplyAdd(x1, y1, s11);
            s12 = Fused.MultiplyAdd(x1, y2, s12);
            s13 = Fused.MultiplyAdd(x1, y3, s13);
            s20 = Fused.MultiplyAdd(x2, y0, s20);
            s21 = Fused.MultiplyAdd(x2, y1, s21);
            s22 = Fused.MultiplyAdd(x2, y2, s22);
            s23 = Fused.MultiplyAdd(x2, y3, s23);
            s30 = Fused.MultiplyAdd(x3, y0, s30);
            s31 = Fused.MultiplyAdd(x3, y1, s31);
            s32 = Fused.MultiplyAdd(x3, y2, s32);
            s33 = Fused.MultiplyAdd(x3, y3, s33);
        }
        if (q < a.Columns)
        {
            q = last;
            Vector512<T> x0 = mask & Vector512.LoadUnsafe(ref a0, (nuint)q);
            Vector512<T> x1 = mask & Vector512.LoadUnsafe(ref a1, (nuint)q);
            Vector512<T> x2 = mask & Vector512.LoadUnsafe(ref a2, (nuint)q);
            Vector512<T> x3 = mask & Vector512.LoadUnsafe(ref a3, (nuint)q);
            Vector512<T> y0 = mask & Vector512.LoadUnsafe(ref b0, (nuint)q);
            Vector512<T> y1 = mask & Vector512.LoadUnsafe(ref b1, (nuint)q);
            Vector512<T> y2 = mask & Vector512.LoadUnsafe(ref b2, (nuint)q);
            Vector512<T> y3 = mask & Vector512.LoadUnsafe(ref b3, (nuint)q);
            s00 = Fused.MultiplyAdd(x0, y0, s00);
            s01 = Fused.MultiplyAdd(x0, y1, s01);
            s02 = Fused.MultiplyAdd(x0, y2, s02);
            s03 = Fused.MultiplyAdd(x0, y3, s03);
            s10 = Fused.MultiplyAdd(x1, y0, s10);
            s11 = Fused.MultiplyAdd(x1, y1, s11);
            s12 = Fused.MultiplyAdd(x1, y2, s12);
            s13 = Fused.MultiplyAdd(x1, y3, s13);
            s20 = Fused.MultiplyAdd(x2, y0, s20);
            s21 = Fused.MultiplyAdd(x2, y1, s21);
            s22 = Fused.MultiplyAdd(x2, y2, s22);
            s23 = Fused.MultiplyAdd(x2, y3, s23);
            s30 = Fused.MultiplyAdd(x3, y0, s30);
            s31 = Fused.MultiplyAdd(x3, y1, s31);
            s32 = Fused.MultiplyAdd(x3, y2, s32);
            s33 = Fused.MultiplyAdd(x3, y3, s33);
        }
        Store(s00, s01, s02, s03, ref c, b.Rows);
        if (a.Rows > 1) Store(s10, s11, s12, s13, ref Unsafe.Add(ref c, step), b.Rows);
        if (a.Rows > 2) Store(s20, s21, s22, s23, ref Unsafe.Add(ref c, 2 * step), b.Rows);
        if (a.Rows > 3) Store(s30, s31, s32, s33, ref Unsafe.Add(ref c, 3 * step), b.Rows);
    }

    /// <summary>All bits of the last lanes. It is made before the sums: a call after that would cost them their registers.</summary>
    internal static Vector512<T> Mask<T>(int lanes) =>
        Vector512.GreaterThanOrEqual(Vector512<T>.Indices, Vector512.Create(Element.From<T>(Vector512<T>.Count - lanes)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void Store<T>(Vector512<T> s0, Vector512<T> s1, Vector512<T> s2, Vector512<T> s3, ref T c, int count)
    {
        c = Fused.Add(c, Vector512.Sum(s0));
        if (count > 1) Unsafe.Add(ref c, 1) = Fused.Add(Unsafe.Add(ref c, 1), Vector512.Sum(s1));
        if (count > 2) Unsafe.Add(ref c, 2) = Fused.Add(Unsafe.Add(ref c, 2), Vector512.Sum(s2));
        if (count > 3) Unsafe.Add(ref c, 3) = Fused.Add(Unsafe.Add(ref c, 3), Vector512.Sum(s3));
    }
}
