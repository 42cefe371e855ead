namespace AutoDiff;

/// <summary>
/// Asks for the derivative of a method. The generator adds, in the same partial type and with the same accessibility, the companions
/// <c>FGradient</c> (value and gradient), <c>FAdjoint</c> (reverse mode, adds to buffers) and <c>FForward</c> (forward mode).
/// </summary>
/// <remarks>
/// A body that cannot be differentiated is refused by a diagnostic at the expression that causes it; it gets no companion.
/// </remarks>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class DifferentiableAttribute : Attribute
{
    /// <summary>The highest derivative to generate: 1 (the default) for gradients, 2 for Hessians as well.</summary>
    public int Order { get; set; } = 1;

    /// <summary>
    /// Allows sums to be reordered and elementary functions to be evaluated by vector code, so that the value may differ from the
    /// plain method in its last bits. Without it the value is bit-identical.
    /// </summary>
    public bool FastMath { get; set; }
}
