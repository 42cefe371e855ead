namespace AutoDiff;

public sealed partial class NDArray<TElement>
{
    /// <summary>The elements where a mask is true, in order; or what lies behind them on further axes.</summary>
    /// <param name="mask">The mask, of the lengths of the first axes of this array.</param>
    /// <value>A new array with one axis instead of those of the mask, as long as the mask is true often. Its derivative goes to where the elements came from.</value>
    /// <exception cref="ArgumentException">The mask has not the lengths of the first axes.</exception>
    public NDArray<TElement> this[NDArray<bool> mask]
    {
        get
        {
            ArgumentNullException.ThrowIfNull(mask);
            if (!Shape.StartsWith(mask.Shape))
                throw new ArgumentException($"Index: a mask of shape {Shapes.Text(mask.Shape)} does not fit an array of shape {Shapes.Text(Shape)}.", nameof(mask));
            int[] behind = [.. Shape[mask.Rank..]];
            int[] places = Positions.WhereTrue(mask.Contiguous().Span);
            return new Rearrangement<TElement>("Index", places, 0, [places.Length, .. behind]).Apply(Reshape([mask.Size, .. behind]));
        }
    }
}
