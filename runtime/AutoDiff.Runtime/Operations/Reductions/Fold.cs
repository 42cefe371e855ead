using System.Numerics;

namespace AutoDiff;

/// <summary>Folds arrays along axes. Nothing is transposed: rows are folded in themselves, or into one another.</summary>
static class Fold
{
    /// <summary>The values, with reduced axes of length 1.</summary>
    /// <typeparam name="TFirst">What is done with the elements.</typeparam>
    /// <typeparam name="TRest">What is done with the values of parts.</typeparam>
    /// <typeparam name="T">The element type.</typeparam>
    /// <exception cref="NotSupportedException">The element type is not a number.</exception>
    internal static NDArray<T> Run<TFirst, TRest, T>(NDArray<T> x, bool[] reduced, string operation) where TFirst : struct, IFold where TRest : struct, IFold
    {
        if (typeof(T) == typeof(float)) return Fold<TFirst, TRest, T, float>.Run(x, reduced);
        if (typeof(T) == typeof(double)) return Fold<TFirst, TRest, T, double>.Run(x, reduced);
        if (typeof(T) == typeof(int)) return Fold<TFirst, TRest, T, int>.Run(x, reduced);
        throw Element.Unsupported<T>(operation);
    }

    /// <summary>The number of elements that become one.</summary>
    internal static int Count(int[] shape, bool[] reduced) => Count(shape, Axes(reduced));

    /// <inheritdoc cref="Count(int[], bool[])"/>
    internal static int Count(int[] shape, int[] axes)
    {
        int count = 1;
        foreach (int axis in axes) count *= shape[axis];
        return count;
    }

    /// <summary>All axes of an array marked.</summary>
    internal static bool[] All(int rank)
    {
        bool[] marked = new bool[rank];
        Array.Fill(marked, true);
        return marked;
    }

    /// <summary>The reduced axes by number.</summary>
    internal static int[] Axes(bool[] reduced)
    {
        int[] axes = new int[reduced.AsSpan().Count(true)];
        for (int axis = 0, i = 0; axis < reduced.Length; axis++)
            if (reduced[axis]) axes[i++] = axis;
        return axes;
    }

    /// <summary>The layout of the values without the reduced axes.</summary>
    internal static Layout Kept(Layout values, bool[] reduced)
    {
        if (!reduced.Contains(false)) return Layout.Scalar;
        if (!reduced.Contains(true)) return values;
        return Layout.Of([.. values.Shape.Where((_, axis) => !reduced[axis])]);
    }
}

/// <inheritdoc cref="Fold"/>
/// <typeparam name="TFirst">What is done with the elements.</typeparam>
/// <typeparam name="TRest">What is done with the values of parts.</typeparam>
/// <typeparam name="T">The element type.</typeparam>
/// <typeparam name="TNumber">The element type as the kernels know it.</typeparam>
static class Fold<TFirst, TRest, T, TNumber> where TFirst : struct, IFold where TRest : struct, IFold where TNumber : unmanaged, INumber<TNumber>
{
    /// <inheritdoc cref="Fold.Run"/>
    internal static NDArray<T> Run(NDArray<T> x, bool[] reduced)
    {
        if (x.Size > 0 && x.IsContiguous && !reduced.Contains(false)) return Whole(x);

        int[] shape = [.. x.Layout.Shape];
        for (int axis = 0; axis < shape.Length; axis++)
            if (reduced[axis]) shape[axis] = 1;
        if (x.Size == 0)
        {
            NDArray<T> none = NDArray<T>.Uninitialized(Layout.Of(shape));
            if (none.Size > 0) Element.As<T, TNumber>(none.Span).Fill(TFirst.Identity<TNumber>());
            return none;
        }
        if (x.IsContiguous) return Folded(x, reduced, shape);

        // Axes by falling strides: what lies side by side in memory stays side by side, as in a transposed matrix.
        int[] order = [.. Enumerable.Range(0, x.Rank).OrderByDescending(axis => x.Layout.Strides[axis])];
        int[] inverse = new int[order.Length];
        for (int axis = 0; axis < order.Length; axis++) inverse[order[axis]] = axis;
        NDArray<T> values = Folded(
            x.Transpose(order).Contiguous(), Array.ConvertAll(order, axis => reduced[axis]), Array.ConvertAll(order, axis => shape[axis]));
        return values.Transpose(inverse).Contiguous();
    }

    /// <summary>Folds all elements of a row-major array: the most common case, and the one that small arrays need to be quick.</summary>
    static NDArray<T> Whole(NDArray<T> x)
    {
        NDArray<T> value = NDArray<T>.Uninitialized(Layout.Single(x.Rank));
        if (x.Size > 1) FoldAxis<TFirst, TRest, T, TNumber>.Run(x, x.Size, 1, value);
        else TFirst.Start(Element.As<T, TNumber>(value.Span), Element.As<T, TNumber>(x.Span));
        return value;
    }

    /// <summary>Folds the axes of a row-major array from the last one on.</summary>
    static NDArray<T> Folded(NDArray<T> x, bool[] reduced, int[] shape)
    {
        Stack<(int Length, bool Reduced)> runs = Runs(x.Layout.Shape, reduced);
        bool isFirst = true;
        int inner = 1; // kept elements behind the current run
        while (runs.TryPop(out (int Length, bool Reduced) run))
        {
            if (!run.Reduced)
            {
                inner *= run.Length;
                continue;
            }
            NDArray<T> next = NDArray<T>.Uninitialized(Layout.Of([x.Size / run.Length]));
            if (isFirst) FoldAxis<TFirst, TRest, T, TNumber>.Run(x, run.Length, inner, next);
            else FoldAxis<TRest, TRest, T, TNumber>.Run(x, run.Length, inner, next);
            (x, isFirst) = (next, false);
        }
        if (isFirst)
        {
            NDArray<T> single = NDArray<T>.Uninitialized(x.Layout); // every element is a value of its own
            TFirst.Start(Element.As<T, TNumber>(single.Span), Element.As<T, TNumber>(x.Span));
            x = single;
        }
        return x.View(Layout.Of(shape), 0);
    }

    /// <summary>Neighbouring axes of one kind as one; axes of length 1 count for nothing.</summary>
    static Stack<(int Length, bool Reduced)> Runs(int[] shape, bool[] reduced)
    {
        Stack<(int Length, bool Reduced)> runs = [];
        for (int axis = 0; axis < shape.Length; axis++)
        {
            if (shape[axis] == 1) continue;
            bool continues = runs.TryPeek(out (int Length, bool Reduced) last) && last.Reduced == reduced[axis];
            if (continues) runs.Pop();
            runs.Push((continues ? last.Length * shape[axis] : shape[axis], reduced[axis]));
        }
        return runs;
    }
}
