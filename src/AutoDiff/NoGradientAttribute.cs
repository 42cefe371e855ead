namespace AutoDiff;

/// <summary>Makes a parameter, field or property a constant of the differentiation: it gets no adjoint, no tangent and no place in the gradient.</summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Field | AttributeTargets.Property)]
public sealed class NoGradientAttribute : Attribute;
