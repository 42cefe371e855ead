namespace AutoDiff.Generators.Rules;

/// <summary>
/// The functions of <c>Vector</c>, <c>Vector128</c>, <c>Vector256</c> and <c>Vector512</c> that do to each lane what a function of
/// <c>double</c> does to a number: they have its rule, whose formula is then one of vectors. Each is here whose formula can be.
/// </summary>
internal static class VectorRules
{
    private static readonly HashSet<string> Names =
    [
        "Sqrt", "Exp", "Log", "Log2", "Sin", "Cos", "DegreesToRadians", "RadiansToDegrees",
        "Abs", "Max", "Min", "MaxNumber", "MinNumber", "MaxNative", "MinNative",
        "FusedMultiplyAdd", "MultiplyAddEstimate", "Lerp", "Floor", "Ceiling", "Round", "Truncate",
    ];

    public static ScalarRule? Find(string name, int arity)
    {
        // Vector<T> has its first name for it.
        if (name == "SquareRoot") name = "Sqrt";
        return Names.Contains(name) ? ScalarRules.Find(ScalarRules.GenericHost, name, arity) : null;
    }
}
