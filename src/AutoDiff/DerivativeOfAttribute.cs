namespace AutoDiff;

/// <summary>
/// Says that the marked method gives the partial derivatives of another one, whose body cannot be seen or has a better derivative than
/// its own code would give. The rule takes the parameters of the function and then, if it wants, the result; it returns the derivative by
/// the one parameter that is a real number, or a tuple with one element for each of them.
/// </summary>
/// <example>
/// <code>
/// [DerivativeOf(typeof(SpecialFunctions), nameof(SpecialFunctions.Gamma))]
/// static double GammaPartial(double x, double result) => result * SpecialFunctions.DiGamma(x);
/// </code>
/// </example>
/// <remarks>A rule is a <c>static</c> method that the code using the function can call. Errors: <c>DIFF0301</c>.</remarks>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class DerivativeOfAttribute : Attribute
{
    /// <summary>A rule for a function of another type.</summary>
    /// <param name="type">The type that declares the function.</param>
    /// <param name="name">The name of the function.</param>
    public DerivativeOfAttribute(Type type, string name)
    {
        Type = type;
        Name = name;
    }

    /// <summary>A rule for a function of the type that the rule stands in.</summary>
    /// <param name="name">The name of the function.</param>
    public DerivativeOfAttribute(string name) => Name = name;

    /// <summary>The type that declares the function; null where it is the type of the rule.</summary>
    public Type? Type { get; }

    /// <summary>The name of the function.</summary>
    public string Name { get; }
}
