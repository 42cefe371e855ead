namespace AutoDiff.Framework;

/// <summary>The members of <see cref="System.Nullable{T}"/>, whatever its type.</summary>
internal struct Optional
{
    public bool HasValue;
    public double Value;
}
