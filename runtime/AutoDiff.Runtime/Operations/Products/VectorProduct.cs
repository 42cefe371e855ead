using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace AutoDiff;

/// <summary>A matrix times a vector: each element of the matrix is used once, so that what counts is to read it in order.</summary>
static class VectorProduct
{
    /// <summary>The elements of an inner product that are added in the lanes of a few vectors.</summary>
    const int InnerBlock = 4096;

    /// <summary>c = a · x or c += a · x.</summary>
    internal static void Multiply<T>(Matrix<T> a, Matrix<T> x, Matrix<T> c, bool accumulate)
    {
        if (a.RowStep == 1 && c.RowStep == 1 && a.Rows >= Vector256<T>.Count)
        {
            Columns(a, x, c, accumulate);
            return;
        }
        ReadOnlySpan<T> vector = x.RowStep == 1 ? x.Transposed.Row(0, 0, x.Rows) : Gathered(x);
        for (int i = 0; i < c.Rows; i++)
        {
            T sum = a.ColumnStep == 1 ? Inner(a.Row(i, 0, a.Columns), vector) : InnerStrided(a, i, vector);
            c[i, 0] = accumulate ? Fused.Add(c[i, 0], sum) : sum;
        }
    }

    static T[] Gathered<T>(Matrix<T> x)
    {
        T[] gathered = new T[x.Rows];
        for (int i = 0; i < gathered.Length; i++) gathered[i] = x[i, 0];
        return gathered;
    }

    static T InnerStrided<T>(Matrix<T> a, int row, ReadOnlySpan<T> x)
    {
        T total = default!;
        for (int at = 0; at < x.Length; at += MatrixProduct.Depth)
        {
            T sum = default!;
            for (int p = at; p < Math.Min(at + MatrixProduct.Depth, x.Length); p++) sum = Fused.MultiplyAdd(a[row, p], x[p], sum);
            total = Fused.Add(total, sum);
        }
        return total;
    }

    /// <summary>Σ x · y of two vectors of one length. Blocks are added in pairs, so that the rounding error grows with the logarithm of the length.</summary>
    internal static T Inner<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y)
    {
        if (x.Length <= InnerBlock) return BlockOfInner(x, y);
        int half = (x.Length / InnerBlock + 1) / 2 * InnerBlock;
        return Fused.Add(Inner(x[..half], y[..half]), Inner(x[half..], y[half..]));
    }

    [MethodImpl(Compiled.ByItself)]
    static T BlockOfInner<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y)
    {
        ref T a = ref MemoryMarshal.GetReference(x), b = ref MemoryMarshal.GetReference(y);
        nuint length = (nuint)x.Length, step = (nuint)Vector256<T>.Count, p = 0;
        Vector256<T> s0 = default, s1 = default, s2 = default, s3 = default;
        for (; p + 4 * step <= length; p += 4 * step)
        {
            s0 = Fused.MultiplyAdd(Vector256.LoadUnsafe(ref a, p), Vector256.LoadUnsafe(ref b, p), s0);
            s1 = Fused.MultiplyAdd(Vector256.LoadUnsafe(ref a, p + step), Vector256.LoadUnsafe(ref b, p + step), s1);
            s2 = Fused.MultiplyAdd(Vector256.LoadUnsafe(ref a, p + 2 * step), Vector256.LoadUnsafe(ref b, p + 2 * step), s2);
            s3 = Fused.MultiplyAdd(Vector256.LoadUnsafe(ref a, p + 3 * step), Vector256.LoadUnsafe(ref b, p + 3 * step), s3);
        }
        for (; p + step <= length; p += step) s0 = Fused.MultiplyAdd(Vector256.LoadUnsafe(ref a, p), Vector256.LoadUnsafe(ref b, p), s0);
        T sum = Vector256.Sum(s0 + s1 + (s2 + s3));
        for (; p < length; p++) sum = Fused.MultiplyAdd(Unsafe.Add(ref a, p), Unsafe.Add(ref b, p), sum);
        return sum;
    }

    /// <summary>A matrix whose columns lie side by side: several vectors of the result stay in registers while the columns are gone through.</summary>
    [MethodImpl(Compiled.ByItself)]
    static void Columns<T>(Matrix<T> a, Matrix<T> x, Matrix<T> c, bool accumulate)
    {
        int step = Vector256<T>.Count, rows = c.Rows;
        for (int row = 0; row < rows;)
        {
            bool isWide = rows - row >= 8 * step;
            int length = isWide ? 8 * step : step;
            if (rows - row < step)
            {
                if (accumulate)
                {
                    T[] vector = Gathered(x);
                    for (; row < rows; row++) c[row, 0] = Fused.Add(c[row, 0], InnerStrided(a, row, vector));
                    return;
                }
                row = rows - step; // what is computed twice comes out the same
            }
            for (int at = 0; at < a.Columns; at += MatrixProduct.Depth)
            {
                int depth = Math.Min(MatrixProduct.Depth, a.Columns - at);
                bool adds = accumulate || at > 0;
                if (isWide) EightVectors(ref a[row, at], a.ColumnStep, ref x[at, 0], x.RowStep, depth, ref c[row, 0], adds);
                else OneVector(ref a[row, at], a.ColumnStep, ref x[at, 0], x.RowStep, depth, ref c[row, 0], adds);
            }
            row += length;
        }
    }

    [MethodImpl(Compiled.ByItself)]
    static void OneVector<T>(ref T a, nint columnStep, ref T x, nint step, int depth, ref T c, bool accumulate)
    {
        Vector256<T> sum = default;
        for (; depth > 0; depth--)
        {
            sum = Fused.MultiplyAdd(Vector256.LoadUnsafe(ref a), Vector256.Create(x), sum);
            a = ref Unsafe.Add(ref a, columnStep);
            x = ref Unsafe.Add(ref x, step);
        }
        if (accumulate) sum += Vector256.LoadUnsafe(ref c);
        sum.StoreUnsafe(ref c);
    }

    [MethodImpl(Compiled.ByItself)]
    static void EightVectors<T>(ref T a, nint columnStep, ref T x, nint step, int depth, ref T c, bool accumulate)
    {
        nuint n = (nuint)Vector256<T>.Count;
        Vector256<T> s0 = default, s1 = default, s2 = default, s3 = default, s4 = default, s5 = default, s6 = default, s7 = default;
        for (; depth > 0; depth--)
        {
            Vector256<T> weight = Vector256.Create(x);
            s0 = Fused.MultiplyAdd(Vector256.LoadUnsafe(ref a), weight, s0);
            s1 = Fused.MultiplyAdd(Vector256.LoadUnsafe(ref a, n), weight, s1);
            s2 = Fused.MultiplyAdd(Vector256.LoadUnsafe(ref a, 2 * n), weight, s2);
            s3 = Fused.MultiplyAdd(Vector256.LoadUnsafe(ref a, 3 * n), weight, s3);
            s4 = Fused.MultiplyAdd(Vector256.LoadUnsafe(ref a, 4 * n), weight, s4);
            s5 = Fused.MultiplyAdd(Vector256.LoadUnsafe(ref a, 5 * n), weight, s5);
            s6 = Fused.MultiplyAdd(Vector256.LoadUnsafe(ref a, 6 * n), weight, s6);
            s7 = Fused.MultiplyAdd(Vector256.LoadUnsafe(ref a, 7 * n), weight, s7);
            a = ref Unsafe.Add(ref a, columnStep);
            x = ref Unsafe.Add(ref x, step);
        }
        if (accumulate)
        {
            s0 += Vector256.LoadUnsafe(ref c);
            s1 += Vector256.LoadUnsafe(ref c, n);
            s2 += Vector256.LoadUnsafe(ref c, 2 * n);
            s3 += Vector256.LoadUnsafe(ref c, 3 * n);
            s4 += Vector256.LoadUnsafe(ref c, 4 * n);
            s5 += Vector256.LoadUnsafe(ref c, 5 * n);
            s6 += Vector256.LoadUnsafe(ref c, 6 * n);
            s7 += Vector256.LoadUnsafe(ref c, 7 * n);
        }
        s0.StoreUnsafe(ref c);
        s1.StoreUnsafe(ref c, n);
        s2.StoreUnsafe(ref c, 2 * n);
        s3.StoreUnsafe(ref c, 3 * n);
        s4.StoreUnsafe(ref c, 4 * n);
        s5.StoreUnsafe(ref c, 5 * n);
        s6.StoreUnsafe(ref c, 6 * n);
        s7.StoreUnsafe(ref c, 7 * n);
    }
}
