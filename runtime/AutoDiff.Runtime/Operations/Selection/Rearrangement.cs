namespace AutoDiff;

/// <summary>Places of one axis by number, in any order and any number of times; what lies at a place moves as a whole.</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="operation">The operation as messages name it.</param>
/// <param name="positions">The places, none of them outside of the axis.</param>
/// <param name="axis">The axis, from the start.</param>
/// <param name="shape">The shape of the result.</param>
sealed class Rearrangement<T>(string operation, int[] positions, int axis, int[] shape) : Selection<T>(operation)
{
    readonly Layout _result = Layout.Of(shape);

    protected override NDArray<T> From(NDArray<T> source)
    {
        NDArray<T> result = NDArray<T>.Uninitialized(_result);
        if (result.Size == 0) return result;
        AxisBlocks blocks = new(source.Layout, axis);
        ReadOnlySpan<T> from = source.Contiguous().Span;
        Span<T> to = result.Span;
        int length = blocks.Inner;
        for (int outer = 0; outer < blocks.Outer; outer++)
        {
            ReadOnlySpan<T> slab = from.Slice(outer * blocks.Slab, blocks.Slab);
            foreach (int position in positions)
            {
                if (length == 1) to[0] = slab[position];
                else slab.Slice(position * length, length).CopyTo(to);
                to = to[length..];
            }
        }
        return result;
    }

    /// <summary>Additions to one place in a row, whose rounding error grows with their number. More are added in pairs of such groups.</summary>
    const int Group = 256;

    protected override void AddTo(NDArray<T> target, NDArray<T> values)
    {
        if (values.Size == 0) return;
        if (positions.Length > Group && IsCrowded(target.Layout.Shape[axis]))
        {
            AddGroups(target, values);
            return;
        }
        AxisBlocks blocks = new(target.Layout, axis);
        Span<T> to = target.Span;
        ReadOnlySpan<T> from = values.Contiguous().Span;
        int length = blocks.Inner;
        for (int outer = 0; outer < blocks.Outer; outer++)
        {
            Span<T> slab = to.Slice(outer * blocks.Slab, blocks.Slab);
            foreach (int position in positions)
            {
                Span<T> row = slab.Slice(position * length, length);
                Arithmetic<Addition, T>.Invoke(row, from[..length], row);
                from = from[length..];
            }
        }
        target.MarkChanged();
    }

    /// <summary>Whether a place occurs more often than a group has members.</summary>
    bool IsCrowded(int length)
    {
        int[] counts = new int[length];
        foreach (int position in positions)
            if (++counts[position] > Group) return true;
        return false;
    }

    /// <summary>Place by place instead of in the order of the values.</summary>
    void AddGroups(NDArray<T> target, NDArray<T> values)
    {
        int[] sorted = [.. positions], order = [.. Enumerable.Range(0, positions.Length)];
        Array.Sort(sorted, order);
        AxisBlocks blocks = new(target.Layout, axis);
        Span<T> to = target.Span;
        ReadOnlySpan<T> from = values.Contiguous().Span;
        T[] sum = new T[blocks.Inner];
        for (int outer = 0; outer < blocks.Outer; outer++)
        {
            for (int start = 0, end; start < order.Length; start = end)
            {
                for (end = start + 1; end < order.Length && sorted[end] == sorted[start];) end++;
                Span<int> places = order.AsSpan(start, end - start);
                if (outer == 0) places.Sort();
                Array.Clear(sum);
                AddPlaces(sum, from[(outer * order.Length * blocks.Inner)..], places);
                Span<T> row = to.Slice(outer * blocks.Slab + sorted[start] * blocks.Inner, blocks.Inner);
                Arithmetic<Addition, T>.Invoke(row, sum, row);
            }
        }
        target.MarkChanged();
    }

    static void AddPlaces(Span<T> sum, ReadOnlySpan<T> from, ReadOnlySpan<int> places)
    {
        if (places.Length <= Group)
        {
            foreach (int place in places) Arithmetic<Addition, T>.Invoke(sum, from.Slice(place * sum.Length, sum.Length), sum);
            return;
        }
        int half = (places.Length / Group + 1) / 2 * Group;
        AddPlaces(sum, from, places[..half]);
        T[] rest = new T[sum.Length];
        AddPlaces(rest, from, places[half..]);
        Arithmetic<Addition, T>.Invoke(sum, rest, sum);
    }
}

/// <summary>A row-major array as seen along one axis: outer slabs of the axis' length times inner elements.</summary>
readonly struct AxisBlocks
{
    internal AxisBlocks(Layout layout, int axis)
    {
        (Outer, Length, Inner) = (1, layout.Shape[axis], 1);
        foreach (int length in layout.Shape.AsSpan(0, axis)) Outer *= length;
        foreach (int length in layout.Shape.AsSpan(axis + 1)) Inner *= length;
    }

    /// <summary>The number of places before the axis.</summary>
    internal int Outer { get; }

    /// <summary>The length of the axis.</summary>
    internal int Length { get; }

    /// <summary>The number of elements at each place of the axis.</summary>
    internal int Inner { get; }

    /// <summary>The number of elements of the axis and what lies behind it.</summary>
    internal int Slab => Length * Inner;
}
