using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace AutoDiff;

/// <summary>
/// Products of the elements of the windows, read one by one where they are in the strip, with the gradient of all channels at a place, which is a row of
/// vectors: sums of window size × channels.
/// </summary>
static class ChannelProducts
{
    /// <summary>The elements of windows that are gone through at one time.</summary>
    const int Elements = 8;

    /// <summary>Whether there are enough channels to fill the lanes of vectors.</summary>
    internal static bool Suit<T>(ConvolutionShape shape) => StripConvolution.IsInPlace(shape) && shape.GroupOutputChannels > Vector512<T>.Count / 2;

    /// <summary>Adds the products of a band to <paramref name="sums"/>.</summary>
    /// <param name="strip">The lines of the image that the windows see.</param>
    /// <param name="offsets">Where in the strip the first window has each of its elements.</param>
    /// <param name="gradient">The gradient: elements of some rows × channels in whole vectors.</param>
    /// <param name="sums">The sums: elements of the windows × channels in whole vectors.</param>
    /// <param name="shape">The lengths.</param>
    /// <param name="rows">The number of rows of the band.</param>
    [MethodImpl(Compiled.ByItself)]
    internal static void Add<T>(Span<T> strip, ReadOnlySpan<int> offsets, Span<T> gradient, Matrix<T> sums, ConvolutionShape shape, int rows)
    {
        strip = strip[..(offsets[^1] + (rows - 1) * shape.StripWidth + shape.OutputWidth)];
        int step = sums.Columns;
        gradient = gradient[..(rows * shape.OutputWidth * step)];
        ref T first = ref MemoryMarshal.GetReference(strip);
        for (int i = 0; i < offsets.Length; i += Elements)
        {
            ReadOnlySpan<int> some = offsets.Slice(i, Math.Min(Elements, offsets.Length - i));
            int channel = 0;
            for (; channel <= step - 2 * Vector512<T>.Count; channel += 2 * Vector512<T>.Count)
                Wide(ref first, some, ref gradient[channel], shape, rows, ref sums[i, channel], step);
            if (channel < step) Narrow(ref first, some, ref gradient[channel], shape, rows, ref sums[i, channel], step);
        }
    }

    /// <summary>Two vectors of channels. Where there are fewer elements, the last one counts several times, and what is not its own is left out.</summary>
    [MethodImpl(Compiled.ByItself)]
    static void Wide<T>(ref T strip, ReadOnlySpan<int> offsets, ref T gradient, ConvolutionShape shape, int rows, ref T sums, nint step)
    {
        int last = offsets.Length - 1, width = shape.OutputWidth;
        nint gap = shape.StripWidth - width, at = 0;
        ref T w0 = ref Unsafe.Add(ref strip, offsets[0]), w1 = ref Unsafe.Add(ref strip, offsets[Math.Min(1, last)]);
        ref T w2 = ref Unsafe.Add(ref strip, offsets[Math.Min(2, last)]), w3 = ref Unsafe.Add(ref strip, offsets[Math.Min(3, last)]);
        ref T w4 = ref Unsafe.Add(ref strip, offsets[Math.Min(4, last)]), w5 = ref Unsafe.Add(ref strip, offsets[Math.Min(5, last)]);
        ref T w6 = ref Unsafe.Add(ref strip, offsets[Math.Min(6, last)]), w7 = ref Unsafe.Add(ref strip, offsets[Math.Min(7, last)]);
        Vector512<T> x0 = default, x1 = default, x2 = default, x3 = default, x4 = default, x5 = default, x6 = default, x7 = default;
        Vector512<T> y0 = default, y1 = default, y2 = default, y3 = default, y4 = default, y5 = default, y6 = default, y7 = default;
        for (; rows > 0; rows--, at += gap)
        {
            for (int j = width; j > 0; j--, at++, gradient = ref Unsafe.Add(ref gradient, step))
            {
                Vector512<T> g = Vector512.LoadUnsafe(ref gradient), h = Vector512.LoadUnsafe(ref gradient, (nuint)Vector512<T>.Count);
                Vector512<T> element = Vector512.Create(Unsafe.Add(ref w0, at));
                x0 = Fused.MultiplyAdd(element, g, x0);
                y0 = Fused.MultiplyAdd(element, h, y0);
                element = Vector512.Create(Unsafe.Add(ref w1, at));
                x1 = Fused.MultiplyAdd(element, g, x1);
                y1 = Fused.MultiplyAdd(element, h, y1);
                element = Vector512.Create(Unsafe.Add(ref w2, at));
                x2 = Fused.MultiplyAdd(element, g, x2);
                y2 = Fused.MultiplyAdd(element, h, y2);
                element = Vector512.Create(Unsafe.Add(ref w3, at));
                x3 = Fused.MultiplyAdd(element, g, x3);
                y3 = Fused.MultiplyAdd(element, h, y3);
                element = Vector512.Create(Unsafe.Add(ref w4, at));
                x4 = Fused.MultiplyAdd(element, g, x4);
                y4 = Fused.MultiplyAdd(element, h, y4);
                element = Vector512.Create(Unsafe.Add(ref w5, at));
                x5 = Fused.MultiplyAdd(element, g, x5);
                y5 = Fused.MultiplyAdd(element, h, y5);
                element = Vector512.Create(Unsafe.Add(ref w6, at));
                x6 = Fused.MultiplyAdd(element, g, x6);
                y6 = Fused.MultiplyAdd(element, h, y6);
                element = Vector512.Create(Unsafe.Add(ref w7, at));
                x7 = Fused.MultiplyAdd(element, g, x7);
                y7 = Fused.MultiplyAdd(element, h, y7);
            }
        }
        Add(x0, y0, ref sums);
        if (last > 0) Add(x1, y1, ref Unsafe.Add(ref sums, step));
        if (last > 1) Add(x2, y2, ref Unsafe.Add(ref sums, 2 * step));
        if (last > 2) Add(x3, y3, ref Unsafe.Add(ref sums, 3 * step));
        if (last > 3) Add(x4, y4, ref Unsafe.Add(ref sums, 4 * step));
        if (last > 4) Add(x5, y5, ref Unsafe.Add(ref sums, 5 * step));
        if (last > 5) Add(x6, y6, ref Unsafe.Add(ref sums, 6 * step));
        if (last > 6) Add(x7, y7, ref Unsafe.Add(ref sums, 7 * step));
    }

    /// <summary>One vector of channels.</summary>
    [MethodImpl(Compiled.ByItself)]
    static void Narrow<T>(ref T strip, ReadOnlySpan<int> offsets, ref T gradient, ConvolutionShape shape, int rows, ref T sums, nint step)
    {
        int last = offsets.Length - 1, width = shape.OutputWidth;
        nint gap = shape.StripWidth - width, at = 0;
        ref T w0 = ref Unsafe.Add(ref strip, offsets[0]), w1 = ref Unsafe.Add(ref strip, offsets[Math.Min(1, last)]);
        ref T w2 = ref Unsafe.Add(ref strip, offsets[Math.Min(2, last)]), w3 = ref Unsafe.Add(ref strip, offsets[Math.Min(3, last)]);
        ref T w4 = ref Unsafe.Add(ref strip, offsets[Math.Min(4, last)]), w5 = ref Unsafe.Add(ref strip, offsets[Math.Min(5, last)]);
        ref T w6 = ref Unsafe.Add(ref strip, offsets[Math.Min(6, last)]), w7 = ref Unsafe.Add(ref strip, offsets[Math.Min(7, last)]);
        Vector512<T> x0 = default, x1 = default, x2 = default, x3 = default, x4 = default, x5 = default, x6 = default, x7 = default;
        for (; rows > 0; rows--, at += gap)
        {
            for (int j = width; j > 0; j--, at++, gradient = ref Unsafe.Add(ref gradient, step))
            {
                Vector512<T> g = Vector512.LoadUnsafe(ref gradient);
                x0 = Fused.MultiplyAdd(Vector512.Create(Unsafe.Add(ref w0, at)), g, x0);
                x1 = Fused.MultiplyAdd(Vector512.Create(Unsafe.Add(ref w1, at)), g, x1);
                x2 = Fused.MultiplyAdd(Vector512.Create(Unsafe.Add(ref w2, at)), g, x2);
                x3 = Fused.MultiplyAdd(Vector512.Create(Unsafe.Add(ref w3, at)), g, x3);
                x4 = Fused.MultiplyAdd(Vector512.Create(Unsafe.Add(ref w4, at)), g, x4);
                x5 = Fused.MultiplyAdd(Vector512.Create(Unsafe.Add(ref w5, at)), g, x5);
                x6 = Fused.MultiplyAdd(Vector512.Create(Unsafe.Add(ref w6, at)), g, x6);
                x7 = Fused.MultiplyAdd(Vector512.Create(Unsafe.Add(ref w7, at)), g, x7);
            }
        }
        Add(x0, ref sums);
        if (last > 0) Add(x1, ref Unsafe.Add(ref sums, step));
        if (last > 1) Add(x2, ref Unsafe.Add(ref sums, 2 * step));
        if (last > 2) Add(x3, ref Unsafe.Add(ref sums, 3 * step));
        if (last > 3) Add(x4, ref Unsafe.Add(ref sums, 4 * step));
        if (last > 4) Add(x5, ref Unsafe.Add(ref sums, 5 * step));
        if (last > 5) Add(x6, ref Unsafe.Add(ref sums, 6 * step));
        if (last > 6) Add(x7, ref Unsafe.Add(ref sums, 7 * step));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void Add<T>(Vector512<T> sum, ref T to) => (Vector512.LoadUnsafe(ref to) + sum).StoreUnsafe(ref to);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void Add<T>(Vector512<T> x, Vector512<T> y, ref T to)
    {
        Add(x, ref to);
        Add(y, ref Unsafe.Add(ref to, Vector512<T>.Count));
    }
}
