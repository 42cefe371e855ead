using System.Globalization;
using AutoDiff;

namespace HousePrices;

/// <summary>Houses as the model sees them.</summary>
/// <param name="TrainFeatures">Houses with a known price × features.</param>
/// <param name="TrainPrices">Their prices, a column.</param>
/// <param name="TestFeatures">Houses without a known price × features.</param>
/// <param name="TestIds">What the houses without a known price are called.</param>
internal sealed record Houses(NDArray<float> TrainFeatures, NDArray<float> TrainPrices, NDArray<float> TestFeatures, string[] TestIds)
{
    private const string TrainFile = "kaggle_house_pred_train.csv", TestFile = "kaggle_house_pred_test.csv", Id = "Id", Price = "SalePrice";

    public int FeatureCount => TrainFeatures.Shape[1];

    /// <summary>What is not in the folder, as a person would want to be told; null if everything is there.</summary>
    public static string? Missing(DirectoryInfo folder)
    {
        string[] missing = [.. new[] { TrainFile, TestFile }.Where(name => !File.Exists(Path.Combine(folder.FullName, name)))];
        if (missing.Length == 0) return null;
        return $"""
            The folder {folder.FullName} {(folder.Exists ? "lacks" : "does not exist; it should hold")}: {string.Join(", ", missing)}.
            These are the Ames house prices that Dean De Cock collected, as the course Dive into Deep Learning distributes them for Kaggle's competition
            "House Prices: Advanced Regression Techniques"; they must be fetched from there.
            Put the files into a folder and name it: --data <folder>.
            """;
    }

    /// <summary>
    /// Reads the houses. Numbers are standardised over all houses, and the mean stands for missing ones; a text becomes a feature for each of its values and one for
    /// a missing value.
    /// </summary>
    public static Houses Load(DirectoryInfo folder)
    {
        Table train = Table.Read(Path.Combine(folder.FullName, TrainFile));
        Table test = Table.Read(Path.Combine(folder.FullName, TestFile));
        List<float[]> features = [];
        foreach (string column in train.Columns.Where(column => column is not (Id or Price)))
        {
            string[] values = [.. train[column], .. test[column]];
            if (values.All(value => value == Table.NotAvailable || TryNumber(value, out _))) features.Add(Standardised(values));
            else features.AddRange(Indicators(values));
        }
        int known = train.Rows.Count;
        NDArray<float> all = NDArray.Create(features.ToArray()).T.Copy();
        float[] prices = [.. train[Price].Select(price => TryNumber(price, out double value) ? (float)value : throw new InvalidDataException($"'{price}' is no price."))];
        return new(all.Slice(0, ..known), NDArray.Create(prices, known, 1), all.Slice(0, known..), [.. test[Id]]);
    }

    private static bool TryNumber(string text, out double value) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value);

    private static float[] Standardised(string[] values)
    {
        double?[] numbers = [.. values.Select(value => TryNumber(value, out double number) ? number : (double?)null)];
        double[] present = [.. numbers.OfType<double>()];
        double mean = present.Average();
        double deviation = Math.Sqrt(present.Sum(number => (number - mean) * (number - mean)) / Math.Max(present.Length - 1, 1));
        return [.. numbers.Select(number => number is null || deviation == 0 ? 0f : (float)((number.Value - mean) / deviation))];
    }

    private static IEnumerable<float[]> Indicators(string[] values) =>
        values.Append(Table.NotAvailable).Distinct().Order(StringComparer.Ordinal).Select(kind => values.Select(value => value == kind ? 1f : 0f).ToArray());
}
