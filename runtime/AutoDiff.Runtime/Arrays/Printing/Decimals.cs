using System.Globalization;

namespace AutoDiff;

/// <summary>A finite number in decimal digits: the fewest that no other number of its type is nearer to, cut to a precision where there are more.</summary>
/// <remarks>NumPy's rule: what is cut is the exact value of the number, and its halves go to the even digit.</remarks>
readonly struct Decimals
{
    readonly double _value; // every float is a double
    readonly string _digits; // without zeros at either end; empty for zero
    readonly int _exponent; // the value is 0.digits · 10^exponent

    Decimals(double value, string shortest)
    {
        _value = value;
        (_digits, _exponent) = Parse(shortest);
    }

    Decimals(double value, string digits, int exponent) => (_value, _digits, _exponent) = (value, digits, exponent);

    /// <summary>The digits of a <see cref="float"/> or <see cref="double"/>.</summary>
    internal static Decimals Of<T>(T value) => typeof(T) == typeof(float)
        ? new(Element.As<T, float>(value), Element.As<T, float>(value).ToString("R", CultureInfo.InvariantCulture))
        : new(Element.As<T, double>(value), Element.As<T, double>(value).ToString("R", CultureInfo.InvariantCulture));

    string Sign => double.IsNegative(_value) ? "-" : "";

    /// <summary>The digits on both sides of the point, those behind it at most <paramref name="precision"/> and without zeros at the end.</summary>
    internal (string Whole, string Fraction) Positional(int precision)
    {
        Decimals cut = Rounded(_exponent + precision);
        int exponent = cut._exponent;
        string digits = cut._digits.PadRight(Math.Max(exponent, 0), '0');
        string whole = exponent > 0 ? digits[..exponent] : "0";
        string fraction = exponent > 0 ? digits[exponent..] : new string('0', -exponent) + digits;
        return (Sign + whole, digits.Length == 0 ? "" : fraction);
    }

    /// <summary>One digit before the point, at most <paramref name="precision"/> behind it, and the power of ten.</summary>
    internal (string Whole, string Fraction, int Power) Scientific(int precision)
    {
        Decimals cut = Rounded(precision + 1);
        return cut._digits.Length == 0 ? (Sign + "0", "", 0) : (Sign + cut._digits[0], cut._digits[1..], cut._exponent - 1);
    }

    /// <summary>The first <paramref name="count"/> digits, correctly rounded.</summary>
    Decimals Rounded(int count)
    {
        if (_digits.Length <= count) return this;
        if (count < 0) return new(_value, "", 0);
        (string exact, int exponent) = Parse(_value.ToString("E800", CultureInfo.InvariantCulture)); // no double has more digits
        if (exact.Length <= count) return new(_value, exact, exponent);
        bool isHalf = exact[count] == '5' && exact.Length == count + 1;
        bool isOdd = count > 0 && (exact[count - 1] - '0') % 2 == 1;
        char[] digits = exact[..count].ToCharArray();
        if (exact[count] < '5' || (isHalf && !isOdd)) return new(_value, new string(digits).TrimEnd('0'), exponent);
        int last = count - 1;
        while (last >= 0 && digits[last] == '9') last--;
        if (last < 0) return new(_value, "1", exponent + 1);
        digits[last]++;
        return new(_value, new string(digits, 0, last + 1), exponent);
    }

    /// <summary>The digits and the exponent of what .NET writes.</summary>
    static (string Digits, int Exponent) Parse(string text)
    {
        text = text.TrimStart('-');
        int e = text.IndexOf('E', StringComparison.Ordinal);
        int power = e < 0 ? 0 : int.Parse(text.AsSpan(e + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        string mantissa = e < 0 ? text : text[..e];
        int point = mantissa.IndexOf('.', StringComparison.Ordinal);
        int exponent = power + (point < 0 ? mantissa.Length : point);
        string digits = mantissa.Replace(".", "", StringComparison.Ordinal);
        string significant = digits.TrimStart('0');
        return significant.Length == 0 ? ("", 0) : (significant.TrimEnd('0'), exponent - (digits.Length - significant.Length));
    }
}
