using System;

namespace Corpus;

/// <summary>
/// A point at which a corpus method is tested: its arguments in parameter order. Without further figures the derivative is judged by the
/// multi-precision reference alone.
/// </summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
internal sealed class AtAttribute(params object[] arguments) : Attribute
{
    public object[] Arguments { get; } = arguments;

    /// <summary>The value, where it is known from outside (a paper, a table, another tool).</summary>
    public double Value { get; set; }

    /// <summary>The gradient from outside, flattened in parameter order.</summary>
    public double[]? Gradient { get; set; }

    /// <summary>
    /// The point lies on a kink, where one-sided derivatives differ or differences are meaningless: the conventions of DESIGN section 3
    /// decide, as dual numbers apply them.
    /// </summary>
    public bool Kink { get; set; }

    /// <summary>Relative to the scale of the gradient; 1e-12 for double and 2e-5 for float where nothing is said.</summary>
    public double Tolerance { get; set; }

    /// <summary>The method throws this exception here, and so do its companions.</summary>
    public Type? Throws { get; set; }
}

/// <summary>The generator may refuse this method (with a diagnostic); if it does not, the companions must be right.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class MayBeRefusedAttribute(string reason) : Attribute
{
    public string Reason { get; } = reason;
}

/// <summary>The plain method allocates inactive storage of its own (an <c>int[]</c>, a string), so its companions may too.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class AllocatesAttribute(string what) : Attribute
{
    public string What { get; } = what;
}

/// <summary>
/// The methods of this type call vector code of the framework, which rounds otherwise than the same computed element by element: the
/// references have other last bits.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class VectorCodeAttribute : Attribute;

/// <summary>
/// The lengths that a type leaves open, so that a point can give the numbers of an aggregate in one row: rows and columns of a
/// <c>T[,]</c>, the length of each array of a <c>T[][]</c>, of an array of structs, of the arrays in a model.
/// </summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.ReturnValue)]
internal sealed class ShapeAttribute(params int[] lengths) : Attribute
{
    public int[] Lengths { get; } = lengths;
}
