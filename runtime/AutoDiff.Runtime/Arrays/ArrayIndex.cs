namespace AutoDiff;

/// <summary>
/// What stands for one axis between the brackets of an array: an <see cref="int"/> or an <see cref="Index"/>, which choose one place and drop the
/// axis, or a <see cref="Range"/>, which keeps a part of it. A negative <see cref="int"/> counts from the end, as <c>^</c> does.
/// </summary>
public readonly struct ArrayIndex
{
    readonly Index _start;
    readonly Index _end;

    ArrayIndex(Index start, Index end, bool isRange)
    {
        _start = start;
        _end = end;
        IsRange = isRange;
    }

    /// <summary>Whether the axis is kept.</summary>
    internal bool IsRange { get; }

    /// <summary>One place of the axis, from the end if it is negative.</summary>
    /// <param name="position">The place.</param>
    public static implicit operator ArrayIndex(int position) =>
        new(position >= 0 ? position : new Index(-Math.Max(position, -int.MaxValue), fromEnd: true), default, isRange: false);

    /// <summary>One place of the axis.</summary>
    /// <param name="position">The place.</param>
    public static implicit operator ArrayIndex(Index position) => new(position, default, isRange: false);

    /// <summary>A part of the axis.</summary>
    /// <param name="range">The part.</param>
    public static implicit operator ArrayIndex(Range range) => new(range.Start, range.End, isRange: true);

    /// <summary>Where it begins on an axis, and how many places it has; 1 for a single one.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not on the axis.</exception>
    internal (int Start, int Length) On(int axis, ReadOnlySpan<int> shape, string operation)
    {
        int length = shape[axis];
        int start = _start.GetOffset(length);
        int end = IsRange ? _end.GetOffset(length) : start + 1;
        if (start >= 0 && start <= end && end <= length) return (start, end - start);
        throw new ArgumentOutOfRangeException(
            nameof(axis), $"{operation}: {this} is outside of axis {axis} of an array of shape {Shapes.Text(shape)}.");
    }

    /// <summary>The index as in C#.</summary>
    /// <returns><c>3</c>, <c>^1</c> or <c>1..^2</c>.</returns>
    public override string ToString() => IsRange ? $"{_start}..{_end}" : _start.ToString();
}
