namespace AutoDiff;

/// <summary>Reads from files that may say anything about themselves: no more memory is taken than there are bytes to fill it.</summary>
static class BoundedReader
{
    const int Piece = 1 << 20;

    /// <summary>Exactly <paramref name="count"/> bytes.</summary>
    /// <exception cref="InvalidDataException">The stream ends before.</exception>
    internal static byte[] Read(Stream stream, long count, string name)
    {
        if (count > Array.MaxLength || (stream.CanSeek && count > stream.Length - stream.Position)) throw Short(count, name);
        byte[] bytes = new byte[Math.Min(count, Piece)];
        int filled = 0;
        while (filled < count)
        {
            if (filled == bytes.Length) Array.Resize(ref bytes, (int)Math.Min(count, Math.Min(2L * bytes.Length, Array.MaxLength)));
            int read = stream.Read(bytes, filled, bytes.Length - filled);
            if (read == 0) throw Short(count, name);
            filled += read;
        }
        return bytes;
    }

    /// <summary>The number of elements of a shape read from a file.</summary>
    /// <exception cref="InvalidDataException">No array has that shape.</exception>
    internal static Layout Shape(ReadOnlySpan<long> lengths, string name)
    {
        int[] shape = new int[lengths.Length];
        for (int axis = 0; axis < shape.Length; axis++)
        {
            if (lengths[axis] is < 0 or > int.MaxValue) throw new InvalidDataException($"{name}: no array has an axis of length {lengths[axis]}.");
            shape[axis] = (int)lengths[axis];
        }
        try
        {
            return Layout.Of(shape);
        }
        catch (ArgumentException error)
        {
            throw new InvalidDataException($"{name}: {error.Message}", error);
        }
    }

    static InvalidDataException Short(long count, string name) => new($"{name} ends before the {count} bytes that it announces.");
}
