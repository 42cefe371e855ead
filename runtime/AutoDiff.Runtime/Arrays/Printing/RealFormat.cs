using System.Globalization;

namespace AutoDiff;

/// <summary>How real numbers of one array are written: NumPy's <c>FloatingFormat</c> with its default options since version 1.14.</summary>
static class RealFormat
{
    /// <summary>The digits behind the point, at most.</summary>
    const int Precision = 8;

    /// <summary>The texts of elements that are printed together, all of one width.</summary>
    internal static string[] Texts<T>(T[] elements)
    {
        double[] values = Array.ConvertAll(elements, element => Convert.ToDouble(element, CultureInfo.InvariantCulture));
        double[] finite = [.. values.Where(double.IsFinite)];
        string[] texts = new string[elements.Length];
        int whole = 0; // the widths on both sides of the point
        int fraction = 0;
        if (finite.Length > 0)
        {
            bool isScientific = NeedsPowers<T>(finite);
            Number[] numbers = [.. elements.Where((_, i) => double.IsFinite(values[i])).Select(element => new Number(Decimals.Of(element), isScientific))];
            whole = numbers.Max(number => number.Whole.Length);
            fraction = numbers.Max(number => number.Fraction.Length);
            int powerDigits = isScientific ? numbers.Max(number => number.PowerDigits) : 0;
            int next = 0;
            for (int i = 0; i < texts.Length; i++)
                if (double.IsFinite(values[i])) texts[i] = numbers[next++].Text(whole, fraction, powerDigits);
            if (isScientific) fraction += powerDigits + 2; // "e-"
        }
        int width = Math.Max(whole + 1 + fraction, values.Max(value => double.IsFinite(value) ? 0 : Special(value).Length));
        for (int i = 0; i < texts.Length; i++) texts[i] = (texts[i] ?? Special(values[i])).PadLeft(width);
        return texts;
    }

    /// <summary>A number that stands alone, as Python prints it.</summary>
    internal static string Alone<T>(T element)
    {
        double value = Convert.ToDouble(element, CultureInfo.InvariantCulture);
        if (!double.IsFinite(value)) return Special(value);
        double magnitude = Math.Abs(value);
        Decimals decimals = Decimals.Of(element);
        if (magnitude == 0 || magnitude is >= 1e-4 and < 1e16)
        {
            (string whole, string fraction) = decimals.Positional(int.MaxValue / 2);
            return $"{whole}.{(fraction.Length == 0 ? "0" : fraction)}";
        }
        (string digit, string digits, int power) = decimals.Scientific(int.MaxValue / 2);
        return $"{digit}{(digits.Length == 0 ? "" : ".")}{digits}{Power(power, 2)}";
    }

    /// <summary>Whether the numbers are too large, too small or too different to be written without powers of ten.</summary>
    static bool NeedsPowers<T>(double[] finite)
    {
        double largest = 0, smallest = double.PositiveInfinity;
        foreach (double value in finite)
        {
            if (value == 0) continue;
            largest = Math.Max(largest, Math.Abs(value));
            smallest = Math.Min(smallest, Math.Abs(value));
        }
        if (largest == 0) return false;
        double ratio = typeof(T) == typeof(float) ? (float)largest / (float)smallest : largest / smallest;
        return largest >= 1e8 || smallest < 1e-4 || ratio > 1000;
    }

    static string Special(double value) => double.IsNaN(value) ? "nan" : value > 0 ? "inf" : "-inf";

    static string Power(int power, int digits)
    {
        string sign = power < 0 ? "-" : "+";
        return $"e{sign}{Math.Abs(power).ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0')}";
    }

    /// <summary>The parts of a finite number.</summary>
    readonly struct Number
    {
        readonly int? _power;

        internal Number(Decimals decimals, bool isScientific)
        {
            if (isScientific) (Whole, Fraction, _power) = decimals.Scientific(Precision);
            else (Whole, Fraction) = decimals.Positional(Precision);
        }

        internal string Whole { get; }

        internal string Fraction { get; }

        internal int PowerDigits => Math.Abs(_power ?? 0) >= 100 ? 3 : 2;

        /// <summary>Missing digits of a power form are zeros, those of a plain number spaces.</summary>
        internal string Text(int whole, int fraction, int powerDigits) => _power is { } power
            ? $"{Whole.PadLeft(whole)}.{Fraction.PadRight(fraction, '0')}{Power(power, powerDigits)}"
            : $"{Whole.PadLeft(whole)}.{Fraction.PadRight(fraction)}";
    }
}
