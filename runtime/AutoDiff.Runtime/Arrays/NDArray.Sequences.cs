using System.Numerics;

namespace AutoDiff;

public static partial class NDArray
{
    /// <summary>0, 1, 2, …</summary>
    /// <typeparam name="T">The element type: <see cref="float"/>, <see cref="double"/> or <see cref="int"/>.</typeparam>
    /// <param name="stop">What the numbers stay below.</param>
    /// <returns>An array with one axis, without elements if <paramref name="stop"/> is not above 0.</returns>
    public static NDArray<T> Arange<T>(T stop) => Arange(Element.From<T>(0), stop);

    /// <summary>Numbers at distance 1.</summary>
    /// <typeparam name="T">The element type: <see cref="float"/>, <see cref="double"/> or <see cref="int"/>.</typeparam>
    /// <param name="start">The first number.</param>
    /// <param name="stop">What the numbers stay below.</param>
    /// <returns>An array with one axis, without elements if <paramref name="stop"/> is not above <paramref name="start"/>.</returns>
    public static NDArray<T> Arange<T>(T start, T stop) => Arange(start, stop, Element.From<T>(1));

    /// <summary>Numbers at one distance: <c>start + i · step</c>.</summary>
    /// <typeparam name="T">The element type: <see cref="float"/>, <see cref="double"/> or <see cref="int"/>.</typeparam>
    /// <param name="start">The first number.</param>
    /// <param name="stop">What the numbers do not reach; with fractional steps the rounding decides.</param>
    /// <param name="step">The distance, not 0; negative for falling numbers.</param>
    /// <returns>An array with one axis of ⌈(stop - start) / step⌉ elements.</returns>
    /// <exception cref="ArgumentException">There are more numbers than an array can have, or they are not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The step is 0.</exception>
    public static NDArray<T> Arange<T>(T start, T stop, T step)
    {
        if (typeof(T) == typeof(float)) return Steps<T, float>(start, stop, step);
        if (typeof(T) == typeof(double)) return Steps<T, double>(start, stop, step);
        if (typeof(T) == typeof(int)) return Steps<T, int>(start, stop, step);
        throw Element.Unsupported<T>("Arange");
    }

    /// <summary>Numbers at one distance with both ends among them.</summary>
    /// <typeparam name="T">The element type: <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="start">The first number.</param>
    /// <param name="stop">The last number.</param>
    /// <param name="count">How many; of one there is only the first.</param>
    /// <returns>An array with one axis.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative.</exception>
    public static NDArray<T> Linspace<T>(T start, T stop, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        if (typeof(T) == typeof(float)) return Divided<T, float>(start, stop, count);
        if (typeof(T) == typeof(double)) return Divided<T, double>(start, stop, count);
        throw Element.Unsupported<T>("Linspace");
    }

    /// <summary>The unit matrix.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="n">The number of rows and of columns.</param>
    /// <returns>A new array of shape n × n.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public static NDArray<T> Eye<T>(int n)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(n);
        NDArray<T> result = Zeros<T>(n, n);
        Span<T> elements = result.Span;
        for (int i = 0; i < n; i++) elements[i * n + i] = Element.From<T>(1);
        return result;
    }

    /// <summary>Zeros of the shape of another array.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="array">The other array.</param>
    /// <returns>A new array, which does not depend on the other one.</returns>
    public static NDArray<T> ZerosLike<T>(NDArray<T> array)
    {
        ArgumentNullException.ThrowIfNull(array);
        return NDArray<T>.Zeros(array.Layout);
    }

    /// <summary>Ones of the shape of another array.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="array">The other array.</param>
    /// <returns>A new array, which does not depend on the other one.</returns>
    public static NDArray<T> OnesLike<T>(NDArray<T> array)
    {
        ArgumentNullException.ThrowIfNull(array);
        return NDArray<T>.Filled(array.Layout, Element.From<T>(1));
    }

    static NDArray<T> Steps<T, TNumber>(T first, T end, T distance) where TNumber : unmanaged, INumber<TNumber>
    {
        TNumber start = Element.As<T, TNumber>(first), step = Element.As<T, TNumber>(distance);
        if (TNumber.IsZero(step)) throw new ArgumentOutOfRangeException(nameof(step), "Arange: the step is 0.");
        double count = Math.Ceiling((double.CreateChecked(Element.As<T, TNumber>(end)) - double.CreateChecked(start)) / double.CreateChecked(step));
        if (!(count <= Array.MaxLength)) throw new ArgumentException($"Arange: from {start} to {end} by {step} there are too many numbers.", nameof(end));
        NDArray<T> result = New<T>([(int)Math.Max(count, 0)]);
        Span<TNumber> elements = Element.As<T, TNumber>(result.Span);
        for (int i = 0; i < elements.Length; i++) elements[i] = start + TNumber.CreateTruncating(i) * step;
        return result;
    }

    static NDArray<T> Divided<T, TReal>(T first, T last, int count) where TReal : unmanaged, IFloatingPointIeee754<TReal>
    {
        TReal start = Element.As<T, TReal>(first), stop = Element.As<T, TReal>(last);
        NDArray<T> result = New<T>([count]);
        Span<TReal> elements = Element.As<T, TReal>(result.Span);
        TReal step = (stop - start) / TReal.CreateChecked(Math.Max(count - 1, 1));
        for (int i = 0; i < count; i++) elements[i] = start + TReal.CreateChecked(i) * step;
        if (count > 1) elements[^1] = stop;
        return result;
    }
}
