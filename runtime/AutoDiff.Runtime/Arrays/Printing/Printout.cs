namespace AutoDiff;

/// <summary>The elements of an array between brackets, as <c>str</c> of a NumPy array: lines of 75 characters, large arrays abridged.</summary>
sealed class Printout
{
    const int LineWidth = 75;

    /// <summary>Arrays with more elements are abridged.</summary>
    const int Threshold = 1000;

    /// <summary>How many places an abridged axis keeps at either end.</summary>
    const int EdgeItems = 3;

    readonly int[] _shape; // of the array
    readonly bool _isAbridged;
    readonly string[] _texts; // of the elements that are printed, in order
    int _next;

    Printout(int[] shape, bool isAbridged, string[] texts)
    {
        _shape = shape;
        _isAbridged = isAbridged;
        _texts = texts;
    }

    /// <summary>The printout.</summary>
    internal static string Of<T>(NDArray<T> array)
    {
        if (array.Size == 0) return "[]";
        if (array.Rank == 0) return ElementFormat.Alone(array.ToScalar());
        bool isAbridged = array.Size > Threshold;
        Printout printout = new(array.Layout.Shape, isAbridged, ElementFormat.Texts(isAbridged ? Edges(array) : array.ToArray()));
        return printout.Block(0, " ", LineWidth);
    }

    /// <summary>The elements that an abridged printout shows.</summary>
    static T[] Edges<T>(NDArray<T> array)
    {
        array = array.Detach();
        for (int axis = 0; axis < array.Rank; axis++)
        {
            if (array.Layout.Shape[axis] <= 2 * EdgeItems) continue;
            array = NDArray.Concatenate(axis, array.Slice(axis, ..EdgeItems), array.Slice(axis, ^EdgeItems..));
        }
        return array.ToArray();
    }

    /// <summary>What lies along an axis, behind an indentation that the caller writes.</summary>
    string Block(int axis, string indentation, int width) =>
        axis == _shape.Length - 1 ? Row(indentation, width) : Blocks(axis, indentation, width);

    string Row(string indentation, int width)
    {
        List<string> lines = [];
        string line = indentation;
        string separator = "";
        foreach (bool isShown in Items(_shape.Length - 1))
        {
            string word = isShown ? _texts[_next++] : "...";
            line += separator;
            if (line.Length + word.Length > width - 1 && line.Length > indentation.Length) // the bracket needs a place
            {
                lines.Add(line.TrimEnd());
                line = indentation;
            }
            line += word;
            separator = " ";
        }
        lines.Add(line);
        return $"[{string.Join('\n', lines)[indentation.Length..]}]";
    }

    string Blocks(int axis, string indentation, int width)
    {
        List<string> blocks = [];
        foreach (bool isShown in Items(axis)) blocks.Add(isShown ? Block(axis + 1, indentation + " ", width - 1) : "...");
        return $"[{string.Join(new string('\n', _shape.Length - 1 - axis) + indentation, blocks)}]";
    }

    /// <summary>The places along an axis: true for one that is shown, false for the gap.</summary>
    IEnumerable<bool> Items(int axis) => _isAbridged && _shape[axis] > 2 * EdgeItems
        ? [.. Enumerable.Repeat(true, EdgeItems), false, .. Enumerable.Repeat(true, EdgeItems)]
        : Enumerable.Repeat(true, _shape[axis]);
}
