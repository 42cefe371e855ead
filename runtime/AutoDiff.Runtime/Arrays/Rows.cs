namespace AutoDiff;

/// <summary>
/// Steps through up to three arrays of one shape, row by row. Axes that lie behind one another in all of them become one, so that rows are as long
/// as they can be; lengths of 1 disappear.
/// </summary>
ref struct Rows
{
    readonly int[] _lengths; // the outer axes, innermost last
    readonly int[] _steps; // three strides for each of them
    readonly int[] _index;
    readonly int _outer;
    bool _started;

    /// <summary>The number of elements in a row.</summary>
    internal readonly int Length;

    /// <summary>The distance of neighbours in a row of each array; 0 when one element stands for all.</summary>
    internal readonly int Stride0, Stride1, Stride2;

    /// <summary>Where the current row begins in each array.</summary>
    internal int Offset0, Offset1, Offset2;

    internal Rows(int[] shape, int[] strides0, int[] strides1) : this(shape, strides0, strides1, strides1) { }

    internal Rows(int[] shape, int[] strides0, int[] strides1, int[] strides2)
    {
        int[] lengths = new int[shape.Length];
        int[] steps = new int[shape.Length * 3];
        int count = 0; // collapsed axes
        foreach ((int axis, int length) in shape.Index())
        {
            if (length == 1) continue;
            if (length == 0)
            {
                Length = 0;
                lengths = [0];
                count = 0;
                _started = true; // there is no row
                break;
            }
            (int a, int b, int c) = (strides0[axis], strides1[axis], strides2[axis]);
            int last = (count - 1) * 3;
            if (count > 0 && steps[last] == a * length && steps[last + 1] == b * length && steps[last + 2] == c * length)
            {
                count--;
                lengths[count] *= length;
            }
            else
            {
                lengths[count] = length;
            }
            (steps[count * 3], steps[count * 3 + 1], steps[count * 3 + 2]) = (a, b, c);
            count++;
        }
        (_lengths, _steps, _index) = (lengths, steps, new int[Math.Max(count - 1, 0)]);
        _outer = Math.Max(count - 1, 0);
        if (_started) return;
        Length = count == 0 ? 1 : lengths[count - 1];
        if (count > 0) (Stride0, Stride1, Stride2) = (steps[_outer * 3], steps[_outer * 3 + 1], steps[_outer * 3 + 2]);
    }

    /// <summary>Goes to the next row.</summary>
    /// <returns>False after the last one.</returns>
    internal bool Next()
    {
        if (!_started) return _started = true;
        if (Length == 0) return false;
        for (int axis = _outer - 1; axis >= 0; axis--)
        {
            int step = axis * 3;
            Offset0 += _steps[step];
            Offset1 += _steps[step + 1];
            Offset2 += _steps[step + 2];
            if (++_index[axis] < _lengths[axis]) return true;
            _index[axis] = 0;
            Offset0 -= _steps[step] * _lengths[axis];
            Offset1 -= _steps[step + 1] * _lengths[axis];
            Offset2 -= _steps[step + 2] * _lengths[axis];
        }
        return false;
    }
}
