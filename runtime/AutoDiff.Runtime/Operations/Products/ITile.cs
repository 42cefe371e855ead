namespace AutoDiff;

/// <summary>
/// The innermost part of a matrix product: a block of the result that stays in registers while the inner axis is gone through. Every element of the
/// result is one chain of fused operations in the order of the inner axis, in every tile and however the product is cut, so that the bits
/// of a product depend neither on its shape nor on the number of threads.
/// </summary>
/// <typeparam name="T">The element type, <see cref="float"/> or <see cref="double"/>.</typeparam>
interface ITile<T>
{
    /// <summary>The number of rows of a tile.</summary>
    static abstract int Rows { get; }

    /// <summary>The number of columns of a narrow tile; a wide one has twice as many.</summary>
    static abstract int NarrowColumns { get; }

    /// <summary>Computes a tile of two vectors a row.</summary>
    /// <param name="tile">What is multiplied.</param>
    /// <param name="c">The first element of the tile in the result.</param>
    /// <param name="accumulate">Whether the product is added to what the result holds.</param>
    static abstract void Wide(in TileOperands<T> tile, ref T c, bool accumulate);

    /// <summary>Computes a tile of one vector a row.</summary>
    /// <inheritdoc cref="Wide"/>
    static abstract void Narrow(in TileOperands<T> tile, ref T c, bool accumulate);
}

/// <summary>What a tile multiplies: elements of the left matrix one by one, rows of the right one as vectors. Steps are in elements.</summary>
readonly ref struct TileOperands<T>
{
    /// <summary>The first element of the rows of the left matrix.</summary>
    internal readonly ref T Left;

    /// <summary>The first element of the columns of the right matrix.</summary>
    internal readonly ref T Right;

    /// <summary>From row to row, and along the inner axis, in the left matrix.</summary>
    internal readonly nint RowStep, DepthStep;

    /// <summary>Along the inner axis in the right matrix, where columns lie side by side.</summary>
    internal readonly nint RightStep;

    /// <summary>From row to row in the result.</summary>
    internal readonly nint ResultStep;

    /// <summary>The length of the inner axis.</summary>
    internal readonly int Depth;

    internal TileOperands(ref T left, nint rowStep, nint depthStep, ref T right, nint rightStep, nint resultStep, int depth)
    {
        Left = ref left;
        Right = ref right;
        (RowStep, DepthStep, RightStep, ResultStep, Depth) = (rowStep, depthStep, rightStep, resultStep, depth);
    }
}
