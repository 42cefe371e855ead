using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace AutoDiff;

/// <summary>Copies that turn rows into columns.</summary>
static class Packing
{
    /// <summary>
    /// Writes the element of row i and column p to place p · <paramref name="width"/> + i. Rows up to <paramref name="width"/> that the matrix does not
    /// have are zeros.
    /// </summary>
    internal static void Transpose<T>(Matrix<T> from, Span<T> to, int width)
    {
        to = to[..(from.Columns * width)];
        if (from.Rows < width) to.Clear();
        ref T first = ref MemoryMarshal.GetReference(to);
        int row = 0;
        if (from.RowStep == 1)
        {
            for (int p = 0; p < from.Columns; p++)
                MemoryMarshal.CreateReadOnlySpan(ref from[0, p], from.Rows).CopyTo(to[(p * width)..]);
            return;
        }
        for (; row <= from.Rows - 4; row += 4) FourRows(from, row, ref Unsafe.Add(ref first, row), width);
        for (; row < from.Rows; row++)
        {
            ref T source = ref from[row, 0];
            ref T target = ref Unsafe.Add(ref first, row);
            for (int p = 0; p < from.Columns; p++)
            {
                target = source;
                source = ref Unsafe.Add(ref source, from.ColumnStep);
                target = ref Unsafe.Add(ref target, width);
            }
        }
    }

    static void FourRows<T>(Matrix<T> from, int row, ref T to, int width)
    {
        ref T a = ref from[row, 0], b = ref from[row + 1, 0], c = ref from[row + 2, 0], d = ref from[row + 3, 0];
        nint at = 0;
        for (int p = 0; p < from.Columns; p++)
        {
            to = Unsafe.Add(ref a, at);
            Unsafe.Add(ref to, 1) = Unsafe.Add(ref b, at);
            Unsafe.Add(ref to, 2) = Unsafe.Add(ref c, at);
            Unsafe.Add(ref to, 3) = Unsafe.Add(ref d, at);
            at += from.ColumnStep;
            to = ref Unsafe.Add(ref to, width);
        }
    }
}
