using System.Buffers.Binary;
using System.Text.Json;

namespace AutoDiff;

/// <summary>Named arrays in the safetensors format: a JSON header that says where each lies, then the elements.</summary>
/// <remarks>Files are read with caution: one that lies about itself is refused, as are gaps and overlaps between arrays.</remarks>
public static class Safetensors
{
    /// <summary>The largest header that the format allows.</summary>
    const long MaxHeaderLength = 100_000_000;

    /// <summary>Writes arrays to a file, which is replaced if it exists.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="path">The file.</param>
    /// <param name="arrays">The arrays and their names.</param>
    /// <param name="metadata">Texts to keep with them.</param>
    public static void Save<T>(string path, IReadOnlyDictionary<string, NDArray<T>> arrays, IReadOnlyDictionary<string, string>? metadata = null)
    {
        ArgumentNullException.ThrowIfNull(arrays);
        byte[] header = Header(arrays, metadata);
        using FileStream stream = File.Create(path);
        Span<byte> length = stackalloc byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(length, header.Length);
        stream.Write(length);
        stream.Write(header);
        foreach (NDArray<T> array in arrays.Values) ArrayBytes.Write(stream, array);
    }

    /// <summary>Reads all arrays of a file.</summary>
    /// <typeparam name="T">The element type; the file's must be the same, or one that it holds without loss (F16, BF16 and F32 become float or double).</typeparam>
    /// <param name="path">The file.</param>
    /// <returns>The arrays by their names.</returns>
    /// <exception cref="InvalidDataException">The file is malformed, or an array has elements of another type.</exception>
    public static Dictionary<string, NDArray<T>> Load<T>(string path)
    {
        string file = Path.GetFileName(path);
        using FileStream stream = File.OpenRead(path);
        long length = BinaryPrimitives.ReadInt64LittleEndian(BoundedReader.Read(stream, 8, file));
        if (length is < 2 or > MaxHeaderLength) throw new InvalidDataException($"{file} is not in the safetensors format: its header would be {length} bytes long.");
        byte[] header = BoundedReader.Read(stream, length, file);
        List<Entry> entries = Entries(header, file);
        RequireWhole(entries, stream.Length - stream.Position, file);

        Dictionary<string, NDArray<T>> arrays = [];
        foreach (Entry entry in entries)
        {
            string name = $"{file}: '{entry.Name}'";
            byte[] bytes = BoundedReader.Read(stream, entry.End - entry.Begin, name);
            NDArray<T> array = NDArray<T>.Uninitialized(entry.Layout);
            FileElements.Read(bytes, entry.Element, isBigEndian: false, array.Span, name);
            if (!arrays.TryAdd(entry.Name, array)) throw new InvalidDataException($"{file} has two arrays called '{entry.Name}'.");
        }
        return arrays;
    }

    readonly record struct Entry(string Name, FileElement Element, Layout Layout, long Begin, long End);

    static byte[] Header<T>(IReadOnlyDictionary<string, NDArray<T>> arrays, IReadOnlyDictionary<string, string>? metadata)
    {
        string type = FileElements.Of<T>() switch { FileElement.Float32 => "F32", FileElement.Float64 => "F64", FileElement.Int32 => "I32", _ => "BOOL" };
        using MemoryStream buffer = new();
        using (Utf8JsonWriter writer = new(buffer))
        {
            writer.WriteStartObject();
            if (metadata is not null)
            {
                writer.WriteStartObject("__metadata__");
                foreach ((string key, string value) in metadata) writer.WriteString(key, value);
                writer.WriteEndObject();
            }
            long offset = 0;
            foreach ((string name, NDArray<T> array) in arrays)
            {
                writer.WriteStartObject(name);
                writer.WriteString("dtype", type);
                writer.WriteStartArray("shape");
                foreach (int axis in array.Shape) writer.WriteNumberValue(axis);
                writer.WriteEndArray();
                writer.WriteStartArray("data_offsets");
                writer.WriteNumberValue(offset);
                writer.WriteNumberValue(offset += ArrayBytes.Length(array));
                writer.WriteEndArray();
                writer.WriteEndObject();
            }
            writer.WriteEndObject();
        }
        while (buffer.Length % 8 != 0) buffer.WriteByte((byte)' '); // the elements are aligned
        return buffer.ToArray();
    }

    /// <summary>The arrays in the order they lie in.</summary>
    static List<Entry> Entries(byte[] header, string file)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(header);
            List<Entry> entries = [];
            foreach (JsonProperty property in document.RootElement.EnumerateObject())
                if (property.Name != "__metadata__") entries.Add(EntryOf(property, $"{file}: '{property.Name}'"));
            return [.. entries.OrderBy(entry => entry.Begin).ThenBy(entry => entry.End)];
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            throw new InvalidDataException($"{file}: the header is malformed. {error.Message}", error);
        }
    }

    static Entry EntryOf(JsonProperty property, string name)
    {
        FileElement element = property.Value.GetProperty("dtype").GetString() switch
        {
            "F16" => FileElement.Float16,
            "BF16" => FileElement.BFloat16,
            "F32" => FileElement.Float32,
            "F64" => FileElement.Float64,
            "I32" => FileElement.Int32,
            "I64" => FileElement.Int64,
            "BOOL" => FileElement.Bool,
            string other => throw new InvalidDataException($"{name}: elements of type {other} are not supported."),
            null => throw new InvalidDataException($"{name} has no element type."),
        };
        Layout layout = BoundedReader.Shape([.. property.Value.GetProperty("shape").EnumerateArray().Select(length => length.GetInt64())], name);
        long[] offsets = [.. property.Value.GetProperty("data_offsets").EnumerateArray().Select(offset => offset.GetInt64())];
        if (offsets.Length != 2 || offsets[0] < 0 || offsets[1] - offsets[0] != (long)layout.Size * FileElements.Bytes(element))
            throw new InvalidDataException($"{name}: its place in the file does not fit its shape, {Shapes.Text(layout.Shape)}.");
        return new(property.Name, element, layout, offsets[0], offsets[1]);
    }

    static void RequireWhole(List<Entry> entries, long available, string file)
    {
        long end = 0;
        foreach (Entry entry in entries)
        {
            if (entry.Begin != end) throw new InvalidDataException($"{file}: '{entry.Name}' does not begin where the array before it ends.");
            end = entry.End;
        }
        if (end != available) throw new InvalidDataException($"{file} has {available} bytes of elements, its header speaks of {end}.");
    }
}
