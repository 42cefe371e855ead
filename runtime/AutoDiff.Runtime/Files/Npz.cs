using System.IO.Compression;

namespace AutoDiff;

/// <summary>Named arrays in NumPy's archive: a ZIP file with an <c>.npy</c> file for each.</summary>
public static class Npz
{
    const string Extension = ".npy";

    /// <summary>Writes arrays to a file, which is replaced if it exists.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="path">The file.</param>
    /// <param name="arrays">The arrays and their names.</param>
    /// <param name="compress">Whether to make the file smaller, as <c>numpy.savez_compressed</c>.</param>
    public static void Save<T>(string path, IReadOnlyDictionary<string, NDArray<T>> arrays, bool compress = false)
    {
        ArgumentNullException.ThrowIfNull(arrays);
        using FileStream stream = File.Create(path);
        using ZipArchive archive = new(stream, ZipArchiveMode.Create);
        foreach ((string name, NDArray<T> array) in arrays)
        {
            ZipArchiveEntry entry = archive.CreateEntry(name + Extension, compress ? CompressionLevel.Optimal : CompressionLevel.NoCompression);
            using Stream content = entry.Open();
            Npy.Save(content, array);
        }
    }

    /// <summary>Reads all arrays of a file.</summary>
    /// <typeparam name="T">The element type; the file's must be the same, or one that it holds without loss.</typeparam>
    /// <param name="path">The file.</param>
    /// <returns>The arrays by their names.</returns>
    /// <exception cref="InvalidDataException">The file is malformed, or an array has elements of another type.</exception>
    public static Dictionary<string, NDArray<T>> Load<T>(string path)
    {
        using FileStream stream = File.OpenRead(path);
        using ZipArchive archive = new(stream, ZipArchiveMode.Read);
        Dictionary<string, NDArray<T>> arrays = [];
        foreach (ZipArchiveEntry entry in archive.Entries)
        {
            string name = entry.FullName.EndsWith(Extension, StringComparison.Ordinal) ? entry.FullName[..^Extension.Length] : entry.FullName;
            using Stream content = entry.Open();
            if (!arrays.TryAdd(name, Npy.Load<T>(content, $"{Path.GetFileName(path)}: {entry.FullName}")))
                throw new InvalidDataException($"{Path.GetFileName(path)} has two arrays called '{name}'.");
        }
        return arrays;
    }
}
