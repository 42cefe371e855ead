using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace AutoDiff;

/// <summary>Which operand of a product is a gradient, whose zeros contribute nothing, whatever they meet.</summary>
enum GradientOperand
{
    None,
    Left,
    Right,
}

/// <summary>
/// Products with a gradient are computed as any others; then the sums in which a zero may have met what is not finite are made again without it. In the
/// ordinary case that costs a look at the result or at the other operand, whichever is smaller; at the result while it is in the cache.
/// </summary>
static class StrongZeros
{
    /// <summary>c = a · b, in which zeros of the gradient contribute nothing; on several cores where it pays.</summary>
    internal static void Multiply<T>(Matrix<T> a, Matrix<T> b, Matrix<T> c, GradientOperand gradient)
    {
        ResultCheck? check = Check(a, b, c, gradient);
        MatrixProduct.Multiply(a, b, c, check: check);
        Mend(a, b, c, gradient, check);
    }

    /// <inheritdoc cref="Multiply"/>
    internal static void MultiplyOnThisCore<T>(Matrix<T> a, Matrix<T> b, Matrix<T> c, GradientOperand gradient)
    {
        ResultCheck? check = Check(a, b, c, gradient);
        MatrixProduct.MultiplyOnThisCore(a, b, c, check: check);
        Mend(a, b, c, gradient, check);
    }

    static ResultCheck? Check<T>(Matrix<T> a, Matrix<T> b, Matrix<T> c, GradientOperand gradient)
    {
        if (gradient == GradientOperand.None) return null;
        Matrix<T> other = gradient == GradientOperand.Left ? b : a;
        return (long)other.Rows * other.Columns < (long)c.Rows * c.Columns ? null : new();
    }

    /// <summary>Makes c = a · b right where a zero of the gradient met what is not finite.</summary>
    static void Mend<T>(Matrix<T> a, Matrix<T> b, Matrix<T> c, GradientOperand gradient, ResultCheck? check)
    {
        if (gradient == GradientOperand.None || c.Rows == 0 || c.Columns == 0 || a.Columns == 0) return;
        (Matrix<T> zeros, Matrix<T> other) = gradient == GradientOperand.Left ? (a, b) : (b, a);
        if (check is null ? IsFinite(other) : check.IsFinite) return;
        if (!HasZero(zeros)) return;
        for (int i = 0; i < c.Rows; i++)
        {
            for (int j = 0; j < c.Columns; j++)
            {
                if (IsFinite(c[i, j])) continue;
                T sum = default!;
                for (int p = 0; p < a.Columns; p++)
                    if (!IsZero(gradient == GradientOperand.Left ? a[i, p] : b[p, j])) sum = Fused.MultiplyAdd(a[i, p], b[p, j], sum);
                c[i, j] = sum;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool IsZero<T>(T x) => EqualityComparer<T>.Default.Equals(x, default);

    /// <summary>0 · x is NaN where x is not finite.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool IsFinite<T>(T x) => IsZero(Fused.MultiplyAdd(x, default!, default!));

    internal static bool IsFinite<T>(ReadOnlySpan<T> x)
    {
        ref T first = ref MemoryMarshal.GetReference(x);
        Vector256<T> s0 = default, s1 = default, zero = default;
        int i = 0;
        for (; i <= x.Length - 2 * Vector256<T>.Count; i += 2 * Vector256<T>.Count)
        {
            s0 = Fused.MultiplyAdd(Vector256.LoadUnsafe(ref first, (nuint)i), zero, s0);
            s1 = Fused.MultiplyAdd(Vector256.LoadUnsafe(ref first, (nuint)(i + Vector256<T>.Count)), zero, s1);
        }
        T rest = default!;
        for (; i < x.Length; i++) rest = Fused.MultiplyAdd(x[i], default!, rest);
        return Vector256.EqualsAll(s0 + s1, zero) && IsZero(rest);
    }

    internal static bool HasZero<T>(ReadOnlySpan<T> x)
    {
        foreach (T element in x)
            if (IsZero(element)) return true;
        return false;
    }

    [MethodImpl(Compiled.ByItself)]
    internal static bool IsFinite<T>(Matrix<T> matrix)
    {
        if (matrix.ColumnStep != 1) matrix = matrix.Transposed;
        if (matrix.ColumnStep == 1 && matrix.RowStep == matrix.Columns) return IsFinite<T>(matrix.Elements.AsSpan(matrix.Offset, matrix.Rows * matrix.Columns));
        if (matrix.ColumnStep == 1 && matrix.Columns % (2 * Vector256<T>.Count) == 0) return AreFinite(matrix);
        for (int i = 0; i < matrix.Rows; i++)
        {
            if (matrix.ColumnStep == 1)
            {
                if (!IsFinite<T>(matrix.Row(i, 0, matrix.Columns))) return false;
                continue;
            }
            for (int j = 0; j < matrix.Columns; j++)
                if (!IsFinite(matrix[i, j])) return false;
        }
        return true;
    }

    /// <summary>The same for columns that lie side by side, of two vectors or a multiple of that.</summary>
    [MethodImpl(Compiled.ByItself)]
    static bool AreFinite<T>(Matrix<T> matrix)
    {
        nuint count = (nuint)Vector256<T>.Count;
        Vector256<T> s0 = default, s1 = default, s2 = default, s3 = default, zero = default;
        for (int j = 0; j < matrix.Columns; j += 2 * (int)count)
        {
            ref T row = ref matrix[0, j];
            nint step = matrix.RowStep;
            int rows = matrix.Rows;
            for (; rows > 1; rows -= 2)
            {
                s0 = Fused.MultiplyAdd(Vector256.LoadUnsafe(ref row), zero, s0);
                s1 = Fused.MultiplyAdd(Vector256.LoadUnsafe(ref row, count), zero, s1);
                row = ref Unsafe.Add(ref row, step);
                s2 = Fused.MultiplyAdd(Vector256.LoadUnsafe(ref row), zero, s2);
                s3 = Fused.MultiplyAdd(Vector256.LoadUnsafe(ref row, count), zero, s3);
                row = ref Unsafe.Add(ref row, step);
            }
            if (rows == 0) continue;
            s0 = Fused.MultiplyAdd(Vector256.LoadUnsafe(ref row), zero, s0);
            s1 = Fused.MultiplyAdd(Vector256.LoadUnsafe(ref row, count), zero, s1);
        }
        return Vector256.EqualsAll(s0 + s1 + (s2 + s3), zero);
    }

    static bool HasZero<T>(Matrix<T> matrix)
    {
        for (int i = 0; i < matrix.Rows; i++)
            for (int j = 0; j < matrix.Columns; j++)
                if (IsZero(matrix[i, j])) return true;
        return false;
    }
}

/// <summary>Whether all of a result is finite. Whoever computes it shows its parts, each when it is complete.</summary>
sealed class ResultCheck
{
    volatile bool _foundOther;

    internal bool IsFinite => !_foundOther;

    internal void See<T>(Matrix<T> part)
    {
        if (!_foundOther && !StrongZeros.IsFinite(part)) _foundOther = true;
    }
}
