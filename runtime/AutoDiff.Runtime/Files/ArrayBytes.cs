using System.Runtime.CompilerServices;

namespace AutoDiff;

/// <summary>Writes the elements of an array as little-endian bytes in row-major order.</summary>
static class ArrayBytes
{
    const int Piece = 1 << 14;

    internal static long Length<T>(NDArray<T> array) => (long)array.Size * Unsafe.SizeOf<T>();

    internal static void Write<T>(Stream stream, NDArray<T> array)
    {
        NDArray<T> source = array.Contiguous();
        byte[] bytes = new byte[Math.Min(array.Size, Piece) * Unsafe.SizeOf<T>()];
        for (int start = 0; start < source.Size; start += Piece)
        {
            ReadOnlySpan<T> elements = source.Span.Slice(start, Math.Min(Piece, source.Size - start));
            Span<byte> piece = bytes.AsSpan(0, elements.Length * Unsafe.SizeOf<T>());
            FileElements.Write(elements, piece);
            stream.Write(piece);
        }
    }
}
