using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace AutoDiff;

/// <summary>
/// Inner products of planes of the gradient with the elements of the windows, which are read where they are in the strip: for few channels, which would leave
/// lanes empty in vectors across channels. Vectors go along the lines, and their lanes are added when all images of a part are through.
/// </summary>
static class LineProducts
{
    /// <summary>The planes, and the elements of windows, that are gone through at one time.</summary>
    const int Planes = 3, Elements = 5;

    /// <summary>Whether there are so few channels, and lines are at least a vector long.</summary>
    internal static bool Suit<T>(ConvolutionShape shape) =>
        StripConvolution.IsInPlace(shape) && shape.GroupOutputChannels <= Vector512<T>.Count / 2 && shape.OutputWidth >= Vector512<T>.Count;

    /// <summary>Adds the products of a band to <paramref name="sums"/>, which have a vector for each plane and element.</summary>
    /// <param name="planes">The gradient: channels × elements of some rows.</param>
    /// <param name="strip">The lines of the image that the windows of these rows see.</param>
    /// <param name="offsets">Where in the strip the first window has each of its elements.</param>
    /// <param name="sums">The sums.</param>
    /// <param name="shape">The lengths.</param>
    /// <param name="rows">The number of rows of the band.</param>
    [MethodImpl(Compiled.ByItself)]
    internal static void Add<T>(Matrix<T> planes, Span<T> strip, ReadOnlySpan<int> offsets, Span<T> sums, ConvolutionShape shape, int rows)
    {
        strip = strip[..(offsets[^1] + (rows - 1) * shape.StripWidth + shape.OutputWidth)];
        sums = sums[..(planes.Rows * offsets.Length * Vector512<T>.Count)];
        for (int i = 0; i < planes.Rows; i += Planes)
        {
            Matrix<T> some = planes.Block(i, 0, Math.Min(Planes, planes.Rows - i), planes.Columns);
            for (int j = 0; j < offsets.Length; j += Elements)
            {
                Block(
                    some, ref MemoryMarshal.GetReference(strip), offsets.Slice(j, Math.Min(Elements, offsets.Length - j)),
                    ref sums[(i * offsets.Length + j) * Vector512<T>.Count], offsets.Length * Vector512<T>.Count, shape, rows);
            }
        }
    }

    /// <summary>Where there are fewer planes or elements, the last one counts several times, and what is not its own is left out.</summary>
    [MethodImpl(Compiled.ByItself)]
    static void Block<T>(Matrix<T> planes, ref T strip, ReadOnlySpan<int> offsets, ref T sums, nint step, ConvolutionShape shape, int rows)
    {
        int width = shape.OutputWidth, last = offsets.Length - 1;
        nint count = Vector512<T>.Count, end = width - count, lineStep = shape.StripWidth;
        Vector512<T> mask = RowProducts.Mask<T>(width % Vector512<T>.Count);
        ref T g0 = ref planes[0, 0], g1 = ref planes[Math.Min(1, planes.Rows - 1), 0], g2 = ref planes[planes.Rows - 1, 0];
        ref T w0 = ref Unsafe.Add(ref strip, offsets[0]), w1 = ref Unsafe.Add(ref strip, offsets[Math.Min(1, last)]);
        ref T w2 = ref Unsafe.Add(ref strip, offsets[Math.Min(2, last)]), w3 = ref Unsafe.Add(ref strip, offsets[Math.Min(3, last)]);
        ref T w4 = ref Unsafe.Add(ref strip, offsets[last]);
        Vector512<T> s00 = default, s01 = default, s02 = default, s03 = default, s04 = default;
        Vector512<T> s10 = default, s11 = default, s12 = default, s13 = default, s14 = default;
        Vector512<T> s20 = default, s21 = default, s22 = default, s23 = default, s24 = default;
        nint line = 0, plane = 0;
        for (; rows > 0; rows--, line += lineStep, plane += width)
        {
            nint at = 0, p = plane, q = line;
            for (; at <= end; at += count, p += count, q += count)
            {
                Vector512<T> y0 = Vector512.LoadUnsafe(ref g0, (nuint)p);
                Vector512<T> y1 = Vector512.LoadUnsafe(ref g1, (nuint)p);
                Vector512<T> y2 = Vector512.LoadUnsafe(ref g2, (nuint)p);
                Vector512<T> x = Vector512.LoadUnsafe(ref w0, (nuint)q);
                s00 = Fused.MultiplyAdd(y0, x, s00);
                s10 = Fused.MultiplyAdd(y1, x, s10);
                s20 = Fused.MultiplyAdd(y2, x, s20);
                x = Vector512.LoadUnsafe(ref w1, (nuint)q);
                s01 = Fused.MultiplyAdd(y0, x, s01);
                s11 = Fused.MultiplyAdd(y1, x, s11);
                s21 = Fused.MultiplyAdd(y2, x, s21);
                x = Vector512.LoadUnsafe(ref w2, (nuint)q);
                s02 = Fused.MultiplyAdd(y0, x, s02);
                s12 = Fused.MultiplyAdd(y1, x, s12);
                s22 = Fused.MultiplyAdd(y2, x, s22);
                x = Vector512.LoadUnsafe(ref w3, (nuint)q);
                s03 = Fused.MultiplyAdd(y0, x, s03);
                s13 = Fused.MultiplyAdd(y1, x, s13);
                s23 = Fused.MultiplyAdd(y2, x, s23);
                x = Vector512.LoadUnsafe(ref w4, (nuint)q);
                s04 = Fused.MultiplyAdd(y0, x, s04);
                s14 = Fused.MultiplyAdd(y1, x, s14);
                s24 = Fused.MultiplyAdd(y2, x, s24);
            }
            if (at < width)
            {
                (p, q) = (plane + end, line + end);
                Vector512<T> y0 = mask & Vector512.LoadUnsafe(ref g0, (nuint)p);
                Vector512<T> y1 = mask & Vector512.LoadUnsafe(ref g1, (nuint)p);
                Vector512<T> y2 = mask & Vector512.LoadUnsafe(ref g2, (nuint)p);
                Vector512<T> x = mask & Vector512.LoadUnsafe(ref w0, (nuint)q);
                s00 = Fused.MultiplyAdd(y0, x, s00);
                s10 = Fused.MultiplyAdd(y1, x, s10);
                s20 = Fused.MultiplyAdd(y2, x, s20);
                x = mask & Vector512.LoadUnsafe(ref w1, (nuint)q);
                s01 = Fused.MultiplyAdd(y0, x, s01);
                s11 = Fused.MultiplyAdd(y1, x, s11);
                s21 = Fused.MultiplyAdd(y2, x, s21);
                x = mask & Vector512.LoadUnsafe(ref w2, (nuint)q);
                s02 = Fused.MultiplyAdd(y0, x, s02);
                s12 = Fused.MultiplyAdd(y1, x, s12);
                s22 = Fused.MultiplyAdd(y2, x, s22);
                x = mask & Vector512.LoadUnsafe(ref w3, (nuint)q);
                s03 = Fused.MultiplyAdd(y0, x, s03);
                s13 = Fused.MultiplyAdd(y1, x, s13);
                s23 = Fused.MultiplyAdd(y2, x, s23);
                x = mask & Vector512.LoadUnsafe(ref w4, (nuint)q);
                s04 = Fused.MultiplyAdd(y0, x, s04);
                s14 = Fused.MultiplyAdd(y1, x, s14);
                s24 = Fused.MultiplyAdd(y2, x, s24);
            }
        }
        Add(s00, s01, s02, s03, s04, ref sums, last);
        if (planes.Rows > 1) Add(s10, s11, s12, s13, s14, ref Unsafe.Add(ref sums, step), last);
        if (planes.Rows > 2) Add(s20, s21, s22, s23, s24, ref Unsafe.Add(ref sums, 2 * step), last);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void Add<T>(Vector512<T> s0, Vector512<T> s1, Vector512<T> s2, Vector512<T> s3, Vector512<T> s4, ref T sums, int last)
    {
        Add(s0, ref sums, 0);
        if (last > 0) Add(s1, ref sums, 1);
        if (last > 1) Add(s2, ref sums, 2);
        if (last > 2) Add(s3, ref sums, 3);
        if (last > 3) Add(s4, ref sums, 4);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void Add<T>(Vector512<T> sum, ref T sums, nuint number)
    {
        nuint at = number * (nuint)Vector512<T>.Count;
        (Vector512.LoadUnsafe(ref sums, at) + sum).StoreUnsafe(ref sums, at);
    }

    /// <summary>Adds the lanes of each vector.</summary>
    internal static void AddLanes<T>(ReadOnlySpan<T> sums, Span<T> totals)
    {
        for (int i = 0; i < totals.Length; i++)
            totals[i] = Fused.Add(totals[i], Vector512.Sum(Vector512.Create(sums.Slice(i * Vector512<T>.Count, Vector512<T>.Count))));
    }
}
