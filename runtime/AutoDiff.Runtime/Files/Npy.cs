namespace AutoDiff;

/// <summary>Arrays in NumPy's format, one in a file.</summary>
/// <remarks>The format: <c>numpy.lib.format</c>, versions 1 to 3. Files are read with caution: one that lies about itself is refused.</remarks>
public static class Npy
{
    /// <summary>Writes an array to a file, which is replaced if it exists.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="path">The file.</param>
    /// <param name="array">The array.</param>
    public static void Save<T>(string path, NDArray<T> array)
    {
        using FileStream stream = File.Create(path);
        Save(stream, array);
    }

    /// <summary>Writes an array to a stream.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="stream">The stream, which stays open.</param>
    /// <param name="array">The array.</param>
    public static void Save<T>(Stream stream, NDArray<T> array)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(array);
        FileElement element = FileElements.Of<T>();
        stream.Write(new NpyHeader(element, false, false, [.. array.Layout.Shape.Select(length => (long)length)]).ToBytes());
        ArrayBytes.Write(stream, array);
    }

    /// <summary>Reads an array from a file.</summary>
    /// <typeparam name="T">The element type; the file's must be the same, or one that it holds without loss.</typeparam>
    /// <param name="path">The file.</param>
    /// <returns>A new array.</returns>
    /// <exception cref="InvalidDataException">The file is malformed, or its elements are of another type.</exception>
    public static NDArray<T> Load<T>(string path)
    {
        using FileStream stream = File.OpenRead(path);
        NDArray<T> array = Load<T>(stream, Path.GetFileName(path));
        if (stream.Position != stream.Length) throw new InvalidDataException($"{Path.GetFileName(path)} goes on after its elements.");
        return array;
    }

    /// <summary>Reads an array from a stream, which is left behind its last element.</summary>
    /// <typeparam name="T">The element type; the file's must be the same, or one that it holds without loss.</typeparam>
    /// <param name="stream">The stream.</param>
    /// <returns>A new array.</returns>
    /// <exception cref="InvalidDataException">The content is malformed, or its elements are of another type.</exception>
    public static NDArray<T> Load<T>(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return Load<T>(stream, "The stream");
    }

    internal static NDArray<T> Load<T>(Stream stream, string name)
    {
        NpyHeader header = NpyHeader.Read(stream, name);
        long[] shape = header.IsFortranOrder ? [.. header.Shape.Reverse()] : header.Shape;
        Layout layout = BoundedReader.Shape(shape, name);
        byte[] bytes = BoundedReader.Read(stream, (long)layout.Size * FileElements.Bytes(header.Element), name);
        NDArray<T> array = NDArray<T>.Uninitialized(layout);
        FileElements.Read(bytes, header.Element, header.IsBigEndian, array.Span, name);
        return header.IsFortranOrder ? array.Transpose().Copy() : array;
    }
}
