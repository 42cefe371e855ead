using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace AutoDiff;

/// <summary>Copies that turn rows into columns.</summary>
static class Packing
{
    /// <summary>
    /// Writes the element of row i and column p to place p · <paramref name="width"/> + i. Rows up to <paramref name="width"/> that the matrix does not
    /// have are zeros.
    /// </summary>
    [MethodImpl(Compiled.ByItself)]
    internal static void Transpose<T>(Matrix<T> from, Span<T> to, int width)
    {
        to = to[..(from.Columns * width)];
        if (from.Rows < width) to.Clear();
        ref T first = ref MemoryMarshal.GetReference(to);
        if (from.RowStep == 1)
        {
            nint bytes = (nint)from.Rows * Unsafe.SizeOf<T>();
            if (bytes >= Vector128<byte>.Count)
            {
                Columns(from, ref Unsafe.As<T, byte>(ref first), bytes, (nint)width * Unsafe.SizeOf<T>());
                return;
            }
            for (int p = 0; p < from.Columns; p++)
                MemoryMarshal.CreateReadOnlySpan(ref from[0, p], from.Rows).CopyTo(to[(p * width)..]);
            return;
        }
        int row = 0;
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

    /// <summary>Copies columns whose elements lie side by side, at least a vector of 128 bits.</summary>
    [MethodImpl(Compiled.ByItself)]
    static void Columns<T>(Matrix<T> from, ref byte to, nint bytes, nint width)
    {
        ref byte source = ref Unsafe.As<T, byte>(ref from[0, 0]);
        nint step = (nint)from.ColumnStep * Unsafe.SizeOf<T>(), last = bytes - Vector128<byte>.Count;
        for (int p = from.Columns; p > 0; p--, source = ref Unsafe.Add(ref source, step), to = ref Unsafe.Add(ref to, width))
        {
            for (nint q = 0; q < last; q += Vector128<byte>.Count) Vector128.LoadUnsafe(ref source, (nuint)q).StoreUnsafe(ref to, (nuint)q);
            Vector128.LoadUnsafe(ref source, (nuint)last).StoreUnsafe(ref to, (nuint)last);
        }
    }

    /// <summary>
    /// Writes the element of row p and column j, where columns lie side by side, to place p · <paramref name="width"/> + j. Columns up to <paramref name="width"/>,
    /// a whole number of vectors, that the matrix does not have are zeros.
    /// </summary>
    [MethodImpl(Compiled.ByItself)]
    internal static void Copy<T>(Matrix<T> from, Span<T> to, int width)
    {
        if (from.Columns < width)
        {
            for (int p = 0; p < from.Rows; p++, to = to[width..])
            {
                from.Row(p, 0, from.Columns).CopyTo(to);
                to[from.Columns..width].Clear();
            }
            return;
        }
        ref T target = ref MemoryMarshal.GetReference(to[..(from.Rows * width)]), source = ref from[0, 0];
        nint step = from.RowStep;
        for (int p = from.Rows; p > 0; p--, source = ref Unsafe.Add(ref source, step), target = ref Unsafe.Add(ref target, width))
        {
            if (Vector512.IsHardwareAccelerated)
            {
                for (nint j = 0; j < width; j += Vector512<T>.Count) Vector512.LoadUnsafe(ref source, (nuint)j).StoreUnsafe(ref target, (nuint)j);
            }
            else if (Vector256.IsHardwareAccelerated)
            {
                for (nint j = 0; j < width; j += Vector256<T>.Count) Vector256.LoadUnsafe(ref source, (nuint)j).StoreUnsafe(ref target, (nuint)j);
            }
            else
            {
                for (nint j = 0; j < width; j += Vector128<T>.Count) Vector128.LoadUnsafe(ref source, (nuint)j).StoreUnsafe(ref target, (nuint)j);
            }
        }
    }

    [MethodImpl(Compiled.ByItself)]
    static void FourRows<T>(Matrix<T> from, int row, ref T to, int width)
    {
        ref T a = ref from[row, 0], b = ref from[row + 1, 0], c = ref from[row + 2, 0], d = ref from[row + 3, 0];
        int p = 0;
        if (from.ColumnStep == 1 && typeof(T) == typeof(float) && Sse.IsSupported)
        {
            for (; p <= from.Columns - 4; p += 4, to = ref Unsafe.Add(ref to, 4 * width))
                FourFloats(ref Float(ref a, p), ref Float(ref b, p), ref Float(ref c, p), ref Float(ref d, p), ref Float(ref to, 0), width);
        }
        else if (from.ColumnStep == 1 && typeof(T) == typeof(double) && Avx.IsSupported)
        {
            for (; p <= from.Columns - 4; p += 4, to = ref Unsafe.Add(ref to, 4 * width))
                FourDoubles(ref Double(ref a, p), ref Double(ref b, p), ref Double(ref c, p), ref Double(ref d, p), ref Double(ref to, 0), width);
        }
        for (nint at = (nint)p * from.ColumnStep; p < from.Columns; p++, at += from.ColumnStep, to = ref Unsafe.Add(ref to, width))
        {
            to = Unsafe.Add(ref a, at);
            Unsafe.Add(ref to, 1) = Unsafe.Add(ref b, at);
            Unsafe.Add(ref to, 2) = Unsafe.Add(ref c, at);
            Unsafe.Add(ref to, 3) = Unsafe.Add(ref d, at);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static ref float Float<T>(ref T first, int at) => ref Unsafe.As<T, float>(ref Unsafe.Add(ref first, at));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static ref double Double<T>(ref T first, int at) => ref Unsafe.As<T, double>(ref Unsafe.Add(ref first, at));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void FourFloats(ref float a, ref float b, ref float c, ref float d, ref float to, int width)
    {
        Vector128<float> x = Vector128.LoadUnsafe(ref a), y = Vector128.LoadUnsafe(ref b), z = Vector128.LoadUnsafe(ref c), w = Vector128.LoadUnsafe(ref d);
        Vector128<float> xy0 = Sse.UnpackLow(x, y), xy1 = Sse.UnpackHigh(x, y), zw0 = Sse.UnpackLow(z, w), zw1 = Sse.UnpackHigh(z, w);
        Sse.MoveLowToHigh(xy0, zw0).StoreUnsafe(ref to);
        Sse.MoveHighToLow(zw0, xy0).StoreUnsafe(ref Unsafe.Add(ref to, width));
        Sse.MoveLowToHigh(xy1, zw1).StoreUnsafe(ref Unsafe.Add(ref to, 2 * width));
        Sse.MoveHighToLow(zw1, xy1).StoreUnsafe(ref Unsafe.Add(ref to, 3 * width));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void FourDoubles(ref double a, ref double b, ref double c, ref double d, ref double to, int width)
    {
        Vector256<double> x = Vector256.LoadUnsafe(ref a), y = Vector256.LoadUnsafe(ref b), z = Vector256.LoadUnsafe(ref c), w = Vector256.LoadUnsafe(ref d);
        Vector256<double> xy0 = Avx.UnpackLow(x, y), xy1 = Avx.UnpackHigh(x, y), zw0 = Avx.UnpackLow(z, w), zw1 = Avx.UnpackHigh(z, w);
        Avx.Permute2x128(xy0, zw0, 0x20).StoreUnsafe(ref to);
        Avx.Permute2x128(xy1, zw1, 0x20).StoreUnsafe(ref Unsafe.Add(ref to, width));
        Avx.Permute2x128(xy0, zw0, 0x31).StoreUnsafe(ref Unsafe.Add(ref to, 2 * width));
        Avx.Permute2x128(xy1, zw1, 0x31).StoreUnsafe(ref Unsafe.Add(ref to, 3 * width));
    }
}
