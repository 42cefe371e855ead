using System.Runtime.CompilerServices;
using static AutoDiff.Generators.Rules.Domain;
using static AutoDiff.Generators.Rules.Extremes;

namespace AutoDiff.Generators.Rules;

/// <summary>
/// What is known of <c>System.Numerics.Tensors.TensorPrimitives</c>. A method that does to each element what a function of <c>double</c>
/// does to a number has the rule of that function, and no line here.
/// </summary>
internal static class TensorRules
{
    /// <summary>Arithmetic, which has operators instead of functions, and functions that exist for spans only.</summary>
    private static readonly Dictionary<(string Name, int Arity), TensorRule> Maps = Index(
    [
        Rule("Add(x, y)", All, Finite, "1", "1"),
        Rule("Subtract(x, y)", All, Finite, "1", "-1"),
        Rule("Multiply(x, y)", All, Finite, "y", "x"),
        Rule("Divide(x, y)", NonZero, Singular, "1 / y", "-r / y"),
        Rule("Remainder(x, y)", NonZero, Singular, "1", "Partials.RemainderSecond(x, y, r)"),
        Rule("Negate(x)", All, Finite, "-1"),
        Rule("Increment(x)", All, Finite, "1"),
        Rule("Decrement(x)", All, Finite, "1"),
        Rule("MultiplyAdd(x, y, z)", All, Finite, "y", "x", "1"),
        Rule("AddMultiply(x, y, z)", All, Finite, "z", "z", "x + y"),
        Rule("Reciprocal(x)", NonZero, Singular, "-r * r"),
        Rule("ReciprocalSqrt(x)", Positive, Singular, "-0.5 * r / x"),
        Rule("Sigmoid(x)", All, Finite, "r * (1 - r)"),
    ]);

    /// <summary>Reductions whose derivative by each element is a formula of that element and the result.</summary>
    private static readonly Dictionary<(string Name, int Arity), TensorRule> Sums = Index(
    [
        Rule("Sum(x)", All, Finite, "1"),
        Rule("SumOfSquares(x)", All, Finite, "2 * x"),
        Rule("SumOfMagnitudes(x)", NonZero, Finite, "Partials.AbsPartial(x)"),
        Rule("Dot(x, y)", All, Finite, "y", "x"),
        Rule("Norm(x)", NonZero, Finite, "Partials.HypotFirst(x, r)"),
        Rule("Distance(x, y)", NonZero, Finite, "Partials.HypotFirst(x - y, r)", "Partials.HypotFirst(y - x, r)"),
    ]);

    /// <summary>Reductions that take all elements together.</summary>
    private static readonly Dictionary<(string Name, int Arity), TensorRule> Wholes = new()
    {
        [("Average", 1)] = new(null, "Average"),
        [("Product", 1)] = new(null, "Product", ReadsArguments: true),
        [("StdDev", 1)] = new(null, "StandardDeviation", ReadsArguments: true, ReadsResult: true),
        [("CosineSimilarity", 2)] = new(null, "CosineSimilarity", ReadsArguments: true, ReadsResult: true),
        [("Max", 1)] = Extreme,
        [("Min", 1)] = Extreme,
        [("MaxNumber", 1)] = Extreme,
        [("MinNumber", 1)] = Extreme,
        [("MaxMagnitude", 1)] = Extreme,
        [("MinMagnitude", 1)] = Extreme,
        [("MaxMagnitudeNumber", 1)] = Extreme,
        [("MinMagnitudeNumber", 1)] = Extreme,
    };

    private static readonly TensorRule SoftMax = new(null, "SoftMax", ReadsResult: true, FillsDestination: true);

    /// <summary>The one element that is the result, or those that are in equal parts.</summary>
    private static TensorRule Extreme => new(null, "Extreme", ReadsArguments: true, ReadsResult: true);

    public static TensorRule? Find(IrType number, string name, int arity, bool reduces)
    {
        if (reduces) return Sums.TryGetValue((name, arity), out TensorRule? sum) ? sum : Wholes.TryGetValue((name, arity), out TensorRule? whole) ? whole : null;
        if (name == "SoftMax" && arity == 1) return SoftMax;
        if (Maps.TryGetValue((name, arity), out TensorRule? map)) return map;
        string host = number.IsSingle ? "float" : ScalarRules.GenericHost;
        return ScalarRules.Find(host, name, arity) is { } scalar ? new TensorRule(scalar) : null;
    }

    public static TensorRule Of(Tensor tensor) => Find(tensor.Number, tensor.Name, tensor.Arguments.Count, tensor.Destination is null)!;

    /// <summary>Methods that look for a place or answer a question: constants of the differentiation, as comparisons are.</summary>
    public static bool IsQuestion(string name) => name.StartsWith("IndexOf", StringComparison.Ordinal) || name is "HammingDistance"
        || name.StartsWith("Is", StringComparison.Ordinal) && (name.EndsWith("All", StringComparison.Ordinal) || name.EndsWith("Any", StringComparison.Ordinal));

    private static ScalarRule Rule(string function, Domain domain, Extremes extremes, string dx, string? dy = null, string? dz = null, [CallerLineNumber] int line = 0) =>
        ScalarRule.Parse(function, [.. new[] { dx, dy, dz }.Where(text => text is not null)!], domain, extremes, line);

    private static Dictionary<(string, int), TensorRule> Index(IEnumerable<ScalarRule> rules) => rules.ToDictionary(rule => (rule.Name, rule.Arity), rule => new TensorRule(rule));
}
