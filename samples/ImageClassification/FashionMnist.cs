using AutoDiff;

namespace ImageClassification;

/// <summary>70,000 images of 28 × 28 pixels, each showing one of ten kinds of clothing.</summary>
internal sealed record FashionMnist(NDArray<float> Images, NDArray<int> Labels)
{
    private static readonly string[] Classes =
        ["t-shirt", "trouser", "pullover", "dress", "coat", "sandal", "shirt", "sneaker", "bag", "ankle boot"];

    public int Count => Images.Shape[0];

    public static string NameOf(int label) => Classes[label];

    public static int ClassCount => Classes.Length;

    /// <summary>The examples to learn from.</summary>
    public static FashionMnist Train(DirectoryInfo folder, int? count) => Load(folder, "train", count);

    /// <summary>The examples to be judged by.</summary>
    public static FashionMnist Test(DirectoryInfo folder, int? count) => Load(folder, "t10k", count);

    /// <summary>What is not in the folder, as a person would want to be told; null if everything is there.</summary>
    public static string? Missing(DirectoryInfo folder)
    {
        string[] names = ["train-images-idx3-ubyte", "train-labels-idx1-ubyte", "t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte"];
        string[] missing = [.. names.Where(name => Find(folder, name) is null)];
        if (missing.Length == 0) return null;
        return $"""
            The folder {folder.FullName} {(folder.Exists ? "lacks" : "does not exist; it should hold")}: {string.Join(", ", missing.Select(name => name + ".gz"))}.
            These are files of Fashion-MNIST, which Zalando Research publishes under the MIT licence (the repository fashion-mnist, folder data/fashion).
            Put the four files into a folder and name it: --data <folder>.
            """;
    }

    private static FashionMnist Load(DirectoryInfo folder, string part, int? count)
    {
        (int[] shape, byte[] pixels) = Idx.Read(Find(folder, part + "-images-idx3-ubyte")!, 3);
        (int[] labelShape, byte[] labels) = Idx.Read(Find(folder, part + "-labels-idx1-ubyte")!, 1);
        if (shape[0] != labelShape[0]) throw new InvalidDataException($"There are {shape[0]} images and {labelShape[0]} labels in the {part} files.");
        if (labels.Any(label => label >= ClassCount)) throw new InvalidDataException($"The {part} labels are not all between 0 and {ClassCount - 1}.");
        if (shape[1] != Classifier.Side || shape[2] != Classifier.Side) throw new InvalidDataException($"The {part} images have {shape[1]} x {shape[2]} pixels.");

        int used = Math.Min(count ?? int.MaxValue, shape[0]);
        int size = shape[1] * shape[2];
        float[] brightness = new float[used * size];
        for (int i = 0; i < brightness.Length; i++) brightness[i] = pixels[i] / 255f;
        return new(
            NDArray.Create(brightness, used, 1, shape[1], shape[2]),
            NDArray.Create([.. labels.Take(used).Select(label => (int)label)]));
    }

    private static string? Find(DirectoryInfo folder, string name) =>
        new[] { name + ".gz", name }.Select(file => Path.Combine(folder.FullName, file)).FirstOrDefault(File.Exists);
}
