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
/// ordinary case that costs a look at the result or at the other operand, whichever is smaller.
/// </summary>
static class StrongZeros
{
    /// <summary>Makes c = a · b right where a zero of the gradient met what is not finite.</summary>
    internal static void Mend<T>(Matrix<T> a, Matrix<T> b, Matrix<T> c, GradientOperand gradient)
    {
        if (gradient == GradientOperand.None || c.Rows == 0 || c.Columns == 0 || a.Columns == 0) return;
        (Matrix<T> zeros, Matrix<T> other) = gradient == GradientOperand.Left ? (a, b) : (b, a);
        Matrix<T> smaller = (long)other.Rows * other.Columns < (long)c.Rows * c.Columns ? other : c;
        if (IsFinite(smaller) || !HasZero(zeros)) return;
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
    static bool IsFinite<T>(Matrix<T> matrix)
    {
        if (matrix.ColumnStep != 1) matrix = matrix.Transposed;
        if (matrix.ColumnStep == 1 && matrix.RowStep == matrix.Columns) return IsFinite<T>(matrix.Elements.AsSpan(matrix.Offset, matrix.Rows * matrix.Columns));
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

    static bool HasZero<T>(Matrix<T> matrix)
    {
        for (int i = 0; i < matrix.Rows; i++)
            for (int j = 0; j < matrix.Columns; j++)
                if (IsZero(matrix[i, j])) return true;
        return false;
    }
}
