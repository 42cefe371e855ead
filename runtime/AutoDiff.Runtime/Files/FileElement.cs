using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace AutoDiff;

/// <summary>How elements of a file become elements of an array. Conversions keep every value; others are refused.</summary>
enum FileElement
{
    Float16,
    BFloat16,
    Float32,
    Float64,
    Int8,
    Int16,
    Int32,
    Int64,
    Bool,
}

static class FileElements
{
    /// <summary>The element of a file that holds arrays of <typeparamref name="T"/>.</summary>
    internal static FileElement Of<T>()
    {
        if (typeof(T) == typeof(float)) return FileElement.Float32;
        if (typeof(T) == typeof(double)) return FileElement.Float64;
        if (typeof(T) == typeof(int)) return FileElement.Int32;
        if (typeof(T) == typeof(bool)) return FileElement.Bool;
        throw Element.Unsupported<T>("Saving and loading");
    }

    internal static int Bytes(FileElement element) => element switch
    {
        FileElement.Float16 or FileElement.BFloat16 => 2,
        FileElement.Float32 or FileElement.Int32 => 4,
        FileElement.Float64 or FileElement.Int64 => 8,
        FileElement.Int16 => 2,
        FileElement.Int8 or FileElement.Bool => 1,
        _ => throw new ArgumentOutOfRangeException(nameof(element)),
    };

    /// <summary>Writes elements as little-endian bytes.</summary>
    internal static void Write<T>(ReadOnlySpan<T> elements, Span<byte> bytes)
    {
        if (AreTheSame<T>(Of<T>()))
        {
            Bytes(elements).CopyTo(bytes);
            return;
        }
        int size = Unsafe.SizeOf<T>();
        for (int i = 0; i < elements.Length; i++)
        {
            Span<byte> to = bytes.Slice(i * size, size);
            if (typeof(T) == typeof(float)) BinaryPrimitives.WriteSingleLittleEndian(to, Element.As<T, float>(elements[i]));
            else if (typeof(T) == typeof(double)) BinaryPrimitives.WriteDoubleLittleEndian(to, Element.As<T, double>(elements[i]));
            else if (typeof(T) == typeof(int)) BinaryPrimitives.WriteInt32LittleEndian(to, Element.As<T, int>(elements[i]));
            else to[0] = Element.As<T, bool>(elements[i]) ? (byte)1 : (byte)0;
        }
    }

    /// <summary>Reads elements from bytes.</summary>
    /// <exception cref="InvalidDataException">An array of <typeparamref name="T"/> cannot hold them.</exception>
    internal static void Read<T>(ReadOnlySpan<byte> bytes, FileElement element, bool isBigEndian, Span<T> elements, string name)
    {
        if (!isBigEndian && AreTheSame<T>(element))
        {
            bytes.CopyTo(Bytes<T>(elements));
            return;
        }
        int size = Bytes(element);
        Span<byte> one = stackalloc byte[8];
        for (int i = 0; i < elements.Length; i++)
        {
            bytes.Slice(i * size, size).CopyTo(one);
            if (isBigEndian) one[..size].Reverse();
            elements[i] = One<T>(one[..size], element, name);
        }
    }

    /// <summary>Whether elements lie in the file as they do in memory.</summary>
    static bool AreTheSame<T>(FileElement element) => BitConverter.IsLittleEndian && element == Of<T>() && element != FileElement.Bool;

    static Span<byte> Bytes<T>(ReadOnlySpan<T> elements) =>
        MemoryMarshal.CreateSpan(ref Unsafe.As<T, byte>(ref MemoryMarshal.GetReference(elements)), elements.Length * Unsafe.SizeOf<T>());

    static T One<T>(ReadOnlySpan<byte> bytes, FileElement element, string name)
    {
        if (typeof(T) == typeof(double) && element == FileElement.Float64) return Element.As<double, T>(BinaryPrimitives.ReadDoubleLittleEndian(bytes));
        if (typeof(T) == typeof(double) && element is FileElement.Int32) return Element.As<double, T>(BinaryPrimitives.ReadInt32LittleEndian(bytes));
        if (Element.IsReal<T>())
        {
            float single = element switch
            {
                FileElement.Float32 => BinaryPrimitives.ReadSingleLittleEndian(bytes),
                FileElement.Float16 => (float)BinaryPrimitives.ReadHalfLittleEndian(bytes),
                FileElement.Int8 => (sbyte)bytes[0],
                FileElement.Int16 => BinaryPrimitives.ReadInt16LittleEndian(bytes),
                FileElement.BFloat16 => BitConverter.Int32BitsToSingle(BinaryPrimitives.ReadUInt16LittleEndian(bytes) << 16),
                _ => throw Mismatch<T>(element, name),
            };
            return typeof(T) == typeof(float) ? Element.As<float, T>(single) : Element.As<double, T>(single);
        }
        if (typeof(T) == typeof(int))
        {
            long whole = element switch
            {
                FileElement.Int8 => (sbyte)bytes[0],
                FileElement.Int16 => BinaryPrimitives.ReadInt16LittleEndian(bytes),
                FileElement.Int32 => BinaryPrimitives.ReadInt32LittleEndian(bytes),
                FileElement.Int64 => BinaryPrimitives.ReadInt64LittleEndian(bytes),
                _ => throw Mismatch<T>(element, name),
            };
            if (whole != (int)whole) throw new InvalidDataException($"{name} holds {whole}, which an int cannot.");
            return Element.As<int, T>((int)whole);
        }
        if (element != FileElement.Bool) throw Mismatch<T>(element, name);
        return Element.As<bool, T>(bytes[0] != 0);
    }

    static InvalidDataException Mismatch<T>(FileElement element, string name) =>
        new($"{name} holds elements of type {element}, which do not fit an array of {typeof(T).Name} without loss.");
}
