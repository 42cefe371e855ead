namespace AutoDiff;

/// <summary>What <see cref="NDArray{TElement}.Backward"/> does with the gradient of an attached array.</summary>
public enum GradientRequest
{
    /// <summary>Nothing: the array takes part as a constant would.</summary>
    Null,

    /// <summary>Overwrites what <see cref="NDArray{TElement}.Gradient"/> holds.</summary>
    Write,

    /// <summary>Adds to what <see cref="NDArray{TElement}.Gradient"/> holds.</summary>
    Add,
}
