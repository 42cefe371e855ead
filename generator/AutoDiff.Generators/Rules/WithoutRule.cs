namespace AutoDiff.Generators.Rules;

/// <summary>The methods of the hosts that take and give real numbers and have no rule, with the reason a message quotes.</summary>
internal static class WithoutRule
{
    private static readonly (Hosts Hosts, string Name, string Reason)[] Table =
    [
        (Hosts.Everywhere, "BitDecrement", "moves to the neighbouring floating-point number, which is not a differentiable function"),
        (Hosts.Everywhere, "BitIncrement", "moves to the neighbouring floating-point number, which is not a differentiable function"),
        (Hosts.Number, "SinCosPi", "has two results: call SinPi and CosPi instead"),
        (Hosts.Number, "CreateChecked", "converts from any number type: write a cast instead"),
        (Hosts.Number, "CreateSaturating", "converts from any number type: write a cast instead"),
        (Hosts.Number, "CreateTruncating", "converts from any number type: write a cast instead"),
    ];

    private static readonly Dictionary<(string Host, string Name), string> ByMethod = Table
        .SelectMany(entry => ScalarRules.Names(entry.Hosts), (entry, host) => (Key: (host, entry.Name), entry.Reason))
        .ToDictionary(entry => entry.Key, entry => entry.Reason);

    public static IReadOnlyCollection<(string Host, string Name)> All => ByMethod.Keys;

    /// <summary>What to say after the name of the method; null when it has a rule, or is not known.</summary>
    public static string? Reason(string host, string name) => ByMethod.TryGetValue((host, name), out string? reason) ? reason : null;
}
