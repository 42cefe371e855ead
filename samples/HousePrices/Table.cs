using nietras.SeparatedValues;

namespace HousePrices;

/// <summary>A file of comma-separated values: named columns of texts.</summary>
internal sealed record Table(string[] Columns, IReadOnlyList<string[]> Rows)
{
    /// <summary>How the files write that a value is missing.</summary>
    public const string NotAvailable = "NA";

    public static Table Read(string path)
    {
        using SepReader reader = Sep.New(',').Reader(options => options with { Unescape = true }).FromFile(path);
        string[] columns = [.. reader.Header.ColNames];
        List<string[]> rows = [];
        foreach (SepReader.Row row in reader)
        {
            string[] values = new string[columns.Length];
            for (int i = 0; i < values.Length; i++) values[i] = row[i].ToString();
            rows.Add(values);
        }
        return new(columns, rows);
    }

    /// <summary>All values of a column.</summary>
    public IEnumerable<string> this[string column]
    {
        get
        {
            int index = Array.IndexOf(Columns, column);
            if (index < 0) throw new InvalidDataException($"There is no column {column}.");
            return Rows.Select(row => row[index]);
        }
    }
}
