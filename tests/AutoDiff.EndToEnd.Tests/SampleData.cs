using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace AutoDiff.EndToEnd.Tests;

/// <summary>What the samples are run on: the real data where it lies beside the repository, small generated data in its form elsewhere.</summary>
internal static class SampleData
{
    private const int Classes = 10, Side = 28;

    /// <summary>The folder with real data; null where there is none.</summary>
    public static string? Shared(string name)
    {
        string folder = Path.GetFullPath(Path.Combine(Repository.Folder, "..", "shared", "data", name));
        return Directory.Exists(folder) ? folder : null;
    }

    /// <summary>Images whose class is where they are bright.</summary>
    public static string Images(TemporaryFolder folder, string name)
    {
        string path = Directory.CreateDirectory(Path.Combine(folder.Path, name)).FullName;
        foreach ((string part, int count) in new[] { ("train", 600), ("t10k", 100) })
        {
            Random random = new(count);
            byte[] labels = [.. Enumerable.Range(0, count).Select(_ => (byte)random.Next(Classes))];
            byte[] pixels = [.. labels.SelectMany(label => Enumerable.Range(0, Side * Side).Select(
                i => (byte)random.Next(i % Side / 3 == label ? 200 : 50)))];
            WriteIdx(Path.Combine(path, part + "-images-idx3-ubyte.gz"), [count, Side, Side], pixels);
            WriteIdx(Path.Combine(path, part + "-labels-idx1-ubyte.gz"), [count], labels);
        }
        return path;
    }

    private static void WriteIdx(string path, int[] shape, byte[] elements)
    {
        using GZipStream stream = new(File.Create(path), CompressionLevel.Fastest);
        stream.Write([0, 0, 8, (byte)shape.Length]);
        byte[] word = new byte[4];
        foreach (int length in shape)
        {
            BinaryPrimitives.WriteInt32BigEndian(word, length);
            stream.Write(word);
        }
        stream.Write(elements);
    }

    /// <summary>Houses whose price follows from their size and their street, with gaps.</summary>
    public static string Houses(TemporaryFolder folder, string name)
    {
        foreach ((string part, int count) in new[] { ("train", 90), ("test", 30) })
        {
            Random random = new(count);
            StringBuilder text = new(part == "train" ? "Id,Area,Street,SalePrice\n" : "Id,Area,Street\n");
            for (int id = 1; id <= count; id++)
            {
                int area = random.Next(50, 250);
                string street = random.Next(3) switch { 0 => "Pave", 1 => "\"Grvl, old\"", _ => "NA" };
                string price = part == "train" ? "," + (area * 1000 + (street == "Pave" ? 20_000 : 0)).ToString(CultureInfo.InvariantCulture) : "";
                text.Append(CultureInfo.InvariantCulture, $"{id},{(id % 9 == 0 ? "NA" : area)},{street}{price}\n");
            }
            folder.Write(Path.Combine(name, $"kaggle_house_pred_{part}.csv"), text.ToString());
        }
        return Path.Combine(folder.Path, name);
    }
}
