using System.Numerics;

namespace AutoDiff;

public sealed partial class NDArray<TElement>
{
    /// <summary>The place of the largest element among all in row-major order: the first of equals, and the first NaN if there is one.</summary>
    /// <returns>An array without axes.</returns>
    /// <exception cref="ArgumentException">There are no elements.</exception>
    public NDArray<int> ArgMax() => Place<Maxima>("ArgMax");

    /// <summary>The place of the smallest element among all in row-major order: the first of equals, and the first NaN if there is one.</summary>
    /// <returns>An array without axes.</returns>
    /// <exception cref="ArgumentException">There are no elements.</exception>
    public NDArray<int> ArgMin() => Place<Minima>("ArgMin");

    /// <summary>The place of the largest element along an axis: the first of equals, and the first NaN if there is one.</summary>
    /// <param name="axis">The axis; negative from the end.</param>
    /// <returns>A new array without the axis.</returns>
    /// <exception cref="ArgumentException">The axis has no elements.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The array has no such axis.</exception>
    public NDArray<int> ArgMax(int axis) => Places<Maxima>(axis, "ArgMax");

    /// <summary>The place of the smallest element along an axis: the first of equals, and the first NaN if there is one.</summary>
    /// <param name="axis">The axis; negative from the end.</param>
    /// <returns>A new array without the axis.</returns>
    /// <exception cref="ArgumentException">The axis has no elements.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The array has no such axis.</exception>
    public NDArray<int> ArgMin(int axis) => Places<Minima>(axis, "ArgMin");

    NDArray<int> Place<TFold>(string operation) where TFold : struct, IFold
    {
        if (Size == 0) throw new ArgumentException($"{operation}: an array of shape {Shapes.Text(Shape)} has no elements.");
        return Detach().Reshape(Size).Places<TFold>(0, operation);
    }

    NDArray<int> Places<TFold>(int axis, string operation) where TFold : struct, IFold
    {
        axis = Shapes.Axis(axis, Shape, operation);
        int[] shape = [.. Layout.Shape[..axis], .. Layout.Shape[(axis + 1)..]];
        NDArray<int> result = NDArray<int>.Uninitialized(Layout.Of(shape));
        if (result.Size == 0) return result;
        if (Size == 0) throw new ArgumentException($"{operation}: axis {axis} of an array of shape {Shapes.Text(Shape)} has no elements.", nameof(axis));
        int[] order = [.. Enumerable.Range(0, Rank).Where(other => other != axis), axis];
        NDArray<TElement> rows = Detach().Transpose(order).Contiguous();
        if (typeof(TElement) == typeof(float)) Place<TFold, float>(Element.As<TElement, float>(rows.Span), result.Span);
        else if (typeof(TElement) == typeof(double)) Place<TFold, double>(Element.As<TElement, double>(rows.Span), result.Span);
        else if (typeof(TElement) == typeof(int)) Place<TFold, int>(Element.As<TElement, int>(rows.Span), result.Span);
        else throw Element.Unsupported<TElement>(operation);
        return result;
    }

    static void Place<TFold, TNumber>(ReadOnlySpan<TNumber> rows, Span<int> places) where TFold : struct, IFold where TNumber : unmanaged, INumber<TNumber>
    {
        int length = rows.Length / places.Length;
        for (int i = 0; i < places.Length; i++)
        {
            ReadOnlySpan<TNumber> row = rows.Slice(i * length, length);
            places[i] = FirstOf(row, TFold.Reduce(row));
        }
    }

    /// <summary>Where a value stands first. -0 and 0 are one value, and so are all NaN.</summary>
    static int FirstOf<TNumber>(ReadOnlySpan<TNumber> row, TNumber value) where TNumber : unmanaged, INumber<TNumber>
    {
        bool isNaN = TNumber.IsNaN(value);
        for (int i = 0; i < row.Length; i++)
            if (isNaN ? TNumber.IsNaN(row[i]) : row[i] == value) return i;
        return 0; // a row has its own extreme
    }
}
