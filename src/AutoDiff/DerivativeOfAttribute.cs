namespace AutoDiff;

/// <summary>
/// Says that the marked method gives the partial derivatives of another one, whose body cannot be seen or has a better derivative than
/// its own code would give. The rule takes the parameters of the function and then, if it wants, the result; it returns the derivative by
/// the one parameter that is a real number, or a tuple with one element for each of them. For a function of arrays, references or structs
/// the rule has the signature of the adjoint companion: the parameters, an adjoint for each that is differentiable, and the adjoint of
/// the result; it adds to the adjoints that it is given, and returns what the function returns.
/// </summary>
/// <example>
/// <code>
/// [DerivativeOf(typeof(SpecialFunctions), nameof(SpecialFunctions.Gamma))]
/// static double GammaPartial(double x, double result) => result * SpecialFunctions.DiGamma(x);
///
/// [DerivativeOf(typeof(Library), nameof(Library.Energy))]
/// static double EnergyAdjoint(double[] q, int n, Span&lt;double&gt; qAdjoint, double resultAdjoint) { … }
/// </code>
/// </example>
/// <remarks>
/// What the function stores into is in-out: its adjoint is that of the final state on entry and that of the initial state on return, and
/// the rule leaves in it what the function would have. A rule that takes a read-only span where the function takes an array says that the
/// function only reads it. The tangent comes from unit seeds, an adjoint for each number that comes out, unless a second rule with the
/// signature of the forward companion gives it. A rule is a <c>static</c> method that the code using the function can call. Errors: <c>DIFF0301</c>.
/// </remarks>
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
