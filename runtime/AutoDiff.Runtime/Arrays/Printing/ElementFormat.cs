using System.Globalization;

namespace AutoDiff;

/// <summary>How the elements of one array are written, so that they stand in columns: NumPy's <c>IntegerFormat</c> and <c>BoolFormat</c>.</summary>
static class ElementFormat
{
    /// <summary>The texts of elements that are printed together, all of one width.</summary>
    internal static string[] Texts<T>(T[] elements)
    {
        if (Element.IsReal<T>()) return RealFormat.Texts(elements);
        string[] texts = Array.ConvertAll(elements, Plain);
        int width = texts.Max(text => text.Length);
        if (typeof(T) == typeof(bool)) width = 5; // True stands beneath False, also where there is no False
        return Array.ConvertAll(texts, text => text.PadLeft(width));
    }

    /// <summary>An element that stands alone, as Python prints it.</summary>
    internal static string Alone<T>(T element) => Element.IsReal<T>() ? RealFormat.Alone(element) : Plain(element);

    static string Plain<T>(T element) => Convert.ToString(element, CultureInfo.InvariantCulture)!;
}
