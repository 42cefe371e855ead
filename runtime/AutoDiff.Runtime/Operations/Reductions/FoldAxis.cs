using System.Buffers;
using System.Numerics;

namespace AutoDiff;

/// <summary>
/// Folds the middle axis of a row-major array of outer × length × inner elements. The work is cut into pieces that depend on the lengths alone, and
/// the values of the pieces are folded again: the same bits on one core as on many.
/// </summary>
/// <typeparam name="TFirst">What is done with the elements.</typeparam>
/// <typeparam name="TRest">What is done with the values of parts.</typeparam>
/// <typeparam name="T">The element type.</typeparam>
/// <typeparam name="TNumber">The element type as the kernels know it.</typeparam>
static class FoldAxis<TFirst, TRest, T, TNumber> where TFirst : struct, IFold where TRest : struct, IFold where TNumber : unmanaged, INumber<TNumber>
{
    /// <summary>Elements that are worth the start of another core.</summary>
    const int PieceSize = 1 << 19;

    /// <summary>Rows that are folded into one another before the values of such groups are: the error grows with their number.</summary>
    const int GroupRows = 64;

    /// <summary>Columns that are folded at one time, so that their values stay in the first cache.</summary>
    const int ChunkColumns = 2048;

    /// <summary>Rows shorter than this are folded several at one time.</summary>
    const int NarrowColumns = 512;

    /// <summary>Folds <paramref name="length"/> elements that lie <paramref name="inner"/> apart into each element of <paramref name="result"/>.</summary>
    internal static void Run(NDArray<T> x, int length, int inner, NDArray<T> result)
    {
        int outer = x.Size / length / inner;
        int pieceLength = Math.Max(PieceSize / inner, GroupRows);
        if ((long)length * inner >= 2 * PieceSize && length >= 2 * pieceLength)
        {
            InPieces(x, length, inner, result, outer, pieceLength);
            return;
        }
        int slabs = Math.Max(PieceSize / (length * inner), 1); // together one piece
        if (outer < 2 * slabs) Slabs(x, length, inner, result, 0, outer);
        else InParallel(x, length, inner, result, outer, slabs);
    }

    static void InPieces(NDArray<T> x, int length, int inner, NDArray<T> result, int outer, int pieceLength)
    {
        int pieces = (length + pieceLength - 1) / pieceLength;
        NDArray<T> parts = NDArray<T>.Uninitialized(Layout.Of([outer * pieces * inner]));
        Cores.For(outer * pieces, piece =>
        {
            int start = piece % pieces * pieceLength;
            Slab(
                Element.As<T, TNumber>(x.Span)[((piece / pieces * length + start) * inner)..], Math.Min(pieceLength, length - start), inner,
                Element.As<T, TNumber>(parts.Span).Slice(piece * inner, inner));
        });
        FoldAxis<TRest, TRest, T, TNumber>.Run(parts, pieces, inner, result);
    }

    static void InParallel(NDArray<T> x, int length, int inner, NDArray<T> result, int outer, int slabs) => Cores.For(
        (outer + slabs - 1) / slabs, piece => Slabs(x, length, inner, result, piece * slabs, Math.Min((piece + 1) * slabs, outer)));

    static void Slabs(NDArray<T> x, int length, int inner, NDArray<T> result, int from, int to)
    {
        ReadOnlySpan<TNumber> elements = Element.As<T, TNumber>(x.Span);
        Span<TNumber> values = Element.As<T, TNumber>(result.Span);
        int size = length * inner;
        if (inner == 1)
        {
            for (int i = from; i < to; i++) values[i] = TFirst.Reduce(elements.Slice(i * size, size));
            return;
        }
        for (int i = from; i < to; i++) Slab(elements.Slice(i * size, size), length, inner, values.Slice(i * inner, inner));
    }

    /// <summary>Folds rows into one.</summary>
    static void Slab(ReadOnlySpan<TNumber> x, int rows, int columns, Span<TNumber> values)
    {
        if (columns == 1)
        {
            values[0] = TFirst.Reduce(x[..rows]);
        }
        else if (columns < NarrowColumns)
        {
            Narrow(x, rows, columns, values);
        }
        else
        {
            for (int start = 0; start < columns; start += ChunkColumns)
                Group(x[start..], columns, rows, values.Slice(start, Math.Min(ChunkColumns, columns - start)));
        }
    }

    /// <summary>Takes several short rows for one long row, and folds that at the end.</summary>
    static void Narrow(ReadOnlySpan<TNumber> x, int rows, int columns, Span<TNumber> values)
    {
        int together = Math.Min(NarrowColumns / columns, rows);
        int width = together * columns;
        Span<TNumber> wide = stackalloc TNumber[NarrowColumns];
        wide = wide[..width];
        int wideRows = rows / together;
        Group(x, width, wideRows, wide);
        int left = (rows - wideRows * together) * columns;
        if (left > 0) TFirst.Combine(wide[..left], x.Slice(wideRows * width, left));
        while (together > 1)
        {
            int half = together / 2;
            TRest.Combine(wide[..(half * columns)], wide.Slice(half * columns, half * columns));
            if (together % 2 == 1) TRest.Combine(wide[..columns], wide.Slice((together - 1) * columns, columns));
            together = half;
        }
        wide[..columns].CopyTo(values);
    }

    /// <summary>Folds rows that begin <paramref name="stride"/> apart: groups of them, and the groups in pairs.</summary>
    static void Group(ReadOnlySpan<TNumber> x, int stride, int rows, Span<TNumber> values)
    {
        if (rows <= GroupRows)
        {
            TFirst.Start(values, x[..values.Length]);
            for (int row = 1; row < rows; row++) TFirst.Combine(values, x.Slice(row * stride, values.Length));
            return;
        }
        int half = (rows / GroupRows + 1) / 2 * GroupRows;
        TNumber[] buffer = ArrayPool<TNumber>.Shared.Rent(values.Length);
        Span<TNumber> others = buffer.AsSpan(0, values.Length);
        Group(x, stride, half, values);
        Group(x[(half * stride)..], stride, rows - half, others);
        TRest.Combine(values, others);
        ArrayPool<TNumber>.Shared.Return(buffer);
    }
}
