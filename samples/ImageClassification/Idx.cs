using System.Buffers.Binary;
using System.IO.Compression;

namespace ImageClassification;

/// <summary>The IDX format of the MNIST family: a type, the lengths of the axes, then bytes; often compressed.</summary>
internal static class Idx
{
    private const int UnsignedByte = 8;

    /// <summary>Reads a file of unsigned bytes.</summary>
    /// <param name="path">The file; compressed if it ends in <c>.gz</c>.</param>
    /// <param name="rank">The number of axes it must have.</param>
    /// <exception cref="InvalidDataException">The file is not in the format.</exception>
    public static (int[] Shape, byte[] Elements) Read(string path, int rank)
    {
        using FileStream file = File.OpenRead(path);
        using Stream stream = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(file, CompressionMode.Decompress) : file;
        try
        {
            Span<byte> word = stackalloc byte[4];
            stream.ReadExactly(word);
            if (word[0] != 0 || word[1] != 0 || word[2] != UnsignedByte || word[3] != rank) throw new InvalidDataException($"{path} is not an IDX file of bytes with {rank} axes.");
            int[] shape = new int[rank];
            long size = 1;
            for (int axis = 0; axis < rank; axis++)
            {
                stream.ReadExactly(word);
                shape[axis] = BinaryPrimitives.ReadInt32BigEndian(word);
                size *= shape[axis];
                if (shape[axis] < 0 || size > 1 << 30) throw new InvalidDataException($"{path}: an axis of length {shape[axis]} cannot be right.");
            }
            byte[] elements = new byte[size];
            stream.ReadExactly(elements);
            return (shape, elements);
        }
        catch (EndOfStreamException error)
        {
            throw new InvalidDataException($"{path} ends too early.", error);
        }
    }
}
