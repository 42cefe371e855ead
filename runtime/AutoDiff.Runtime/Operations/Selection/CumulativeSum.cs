using System.Numerics;

namespace AutoDiff;

public sealed partial class NDArray<TElement>
{
    /// <summary>Along an axis, the sum of each element and all before it.</summary>
    /// <param name="axis">The axis; negative from the end.</param>
    /// <returns>A new array of the same shape.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The array has no such axis.</exception>
    public NDArray<TElement> CumulativeSum(int axis) => CumulativeSum(Shapes.Axis(axis, Shape, "CumulativeSum"), fromEnd: false);

    /// <summary>∂x is the sum of the gradient of each element and all behind it.</summary>
    NDArray<TElement> CumulativeSum(int axis, bool fromEnd)
    {
        NDArray<TElement> result = Uninitialized(Layout);
        Strided.Copy(this, result);
        if (typeof(TElement) == typeof(float)) Accumulate<float>(result, axis, fromEnd);
        else if (typeof(TElement) == typeof(double)) Accumulate<double>(result, axis, fromEnd);
        else if (typeof(TElement) == typeof(int)) Accumulate<int>(result, axis, fromEnd);
        else throw Element.Unsupported<TElement>("CumulativeSum");
        return Tape.Record(result, "CumulativeSum", this, gradient => gradient.CumulativeSum(axis, !fromEnd));
    }

    static void Accumulate<TNumber>(NDArray<TElement> array, int axis, bool fromEnd) where TNumber : unmanaged, INumber<TNumber>
    {
        if (array.Size == 0) return;
        AxisBlocks blocks = new(array.Layout, axis);
        Span<TNumber> elements = Element.As<TElement, TNumber>(array.Span);
        int step = fromEnd ? -blocks.Inner : blocks.Inner;
        for (int outer = 0; outer < blocks.Outer; outer++)
        {
            int place = outer * blocks.Slab + (fromEnd ? blocks.Slab - blocks.Inner : 0);
            for (int i = 1; i < blocks.Length; i++, place += step)
            {
                if (blocks.Inner == 1)
                {
                    elements[place + step] += elements[place];
                    continue;
                }
                Span<TNumber> row = elements.Slice(place + step, blocks.Inner);
                Addition.Invoke(row, elements.Slice(place, blocks.Inner), row);
            }
        }
    }
}
