using System.Globalization;

namespace AutoDiff.Generators.Analyses;

/// <summary>An integer expression as a sum of products of variables: what index arithmetic is compared by.</summary>
internal sealed class Polynomial
{
    private readonly Dictionary<EquatableArray<Variable>, long> _terms = [];

    private Polynomial()
    {
    }

    public static Polynomial Of(long constant) => new Polynomial().Plus(EquatableArray<Variable>.Empty, constant);

    public static Polynomial Of(Variable variable) => new Polynomial().Plus(EquatableArray.Of(variable), 1);

    /// <summary>Reads sums, differences and products of numbers and variables; null for anything else, or where a variable is not known.</summary>
    public static Polynomial? Of(Expr expr, Func<Variable, bool> isKnown)
    {
        switch (expr)
        {
            case Literal literal when literal.Type == IrType.Int32 && int.TryParse(literal.Text, NumberStyles.None, CultureInfo.InvariantCulture, out int value):
                return Of(value);
            case Read read when read.Type == IrType.Int32 && isKnown(read.Variable):
                return Of(read.Variable);
            case Opaque { Repeatable: true } opaque when opaque.Type == IrType.Int32:
                return IndexText.Parse(opaque, operand => Of(operand, isKnown));
            default:
                return null;
        }
    }

    /// <summary>The value, where no variable is left.</summary>
    public long? Constant => _terms.Keys.All(factors => factors.Count == 0) ? CoefficientOf(EquatableArray<Variable>.Empty) : null;

    public IEnumerable<Variable> Variables => _terms.Keys.SelectMany(factors => factors).Distinct();

    /// <summary>The constant factor of a variable that stands in no product with another; null where it does.</summary>
    public long? Slope(Variable variable) =>
        _terms.Keys.Any(factors => factors.Count > 1 && factors.Contains(variable)) ? null : CoefficientOf(EquatableArray.Of(variable));

    public static Polynomial operator +(Polynomial a, Polynomial b) => a.Plus(b, 1);

    public static Polynomial operator -(Polynomial a, Polynomial b) => a.Plus(b, -1);

    public static Polynomial operator *(Polynomial a, Polynomial b)
    {
        var product = new Polynomial();
        foreach (KeyValuePair<EquatableArray<Variable>, long> x in a._terms)
            foreach (KeyValuePair<EquatableArray<Variable>, long> y in b._terms)
                product.Plus(x.Key.Concat(y.Key).OrderBy(factor => factor.Id).ToEquatable(), x.Value * y.Value);
        return product;
    }

    public Polynomial Replace(Variable variable, Polynomial value)
    {
        var result = new Polynomial();
        foreach (KeyValuePair<EquatableArray<Variable>, long> term in _terms)
        {
            Polynomial product = Of(term.Value);
            foreach (Variable factor in term.Key) product *= factor == variable ? value : Of(factor);
            foreach (KeyValuePair<EquatableArray<Variable>, long> each in product._terms) result.Plus(each.Key, each.Value);
        }
        return result;
    }

    /// <summary>Writes the polynomial as <c>stride · quotient + remainder</c>, with nothing of the stride in the remainder.</summary>
    public (Polynomial Quotient, Polynomial Remainder) Split(Variable stride)
    {
        (Polynomial quotient, Polynomial remainder) = (new(), new());
        foreach (KeyValuePair<EquatableArray<Variable>, long> term in _terms)
        {
            List<Variable> factors = [.. term.Key];
            if (factors.Remove(stride)) quotient.Plus(factors.ToEquatable(), term.Value);
            else remainder.Plus(term.Key, term.Value);
        }
        return (quotient, remainder);
    }

    private long CoefficientOf(EquatableArray<Variable> factors) => _terms.TryGetValue(factors, out long coefficient) ? coefficient : 0;

    private Polynomial Plus(EquatableArray<Variable> factors, long coefficient)
    {
        long sum = CoefficientOf(factors) + coefficient;
        if (sum == 0) _terms.Remove(factors);
        else _terms[factors] = sum;
        return this;
    }

    private Polynomial Plus(Polynomial other, long scale)
    {
        var sum = new Polynomial();
        foreach (KeyValuePair<EquatableArray<Variable>, long> term in _terms) sum.Plus(term.Key, term.Value);
        foreach (KeyValuePair<EquatableArray<Variable>, long> term in other._terms) sum.Plus(term.Key, scale * term.Value);
        return sum;
    }
}
