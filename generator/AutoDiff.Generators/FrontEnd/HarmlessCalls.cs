using Microsoft.CodeAnalysis;

namespace AutoDiff.Generators.FrontEnd;

/// <summary>
/// Calls that look at values and hand nothing back: log lines, assertions, guards. What they are given may carry a derivative; none is
/// lost, because nothing comes out.
/// </summary>
internal static class HarmlessCalls
{
    /// <summary>Type and method; a name that ends in a star stands for all methods that begin like that.</summary>
    private static readonly (string Type, string Method)[] Silent =
    [
        ("System.Console", "Write*"),
        ("System.IO.TextWriter", "Write*"),
        ("System.Diagnostics.Debug", "*"),
        ("System.Diagnostics.Trace", "*"),
        ("System.Diagnostics.Contracts.Contract", "*"),
        ("System.ArgumentException", "ThrowIf*"),
        ("System.ArgumentNullException", "ThrowIf*"),
        ("System.ArgumentOutOfRangeException", "ThrowIf*"),
        ("System.ObjectDisposedException", "ThrowIf*"),
        ("System.GC", "KeepAlive"),
    ];

    /// <summary>What makes text of values: harmless inside a harmless call, where the text goes nowhere else.</summary>
    private static readonly (string Type, string Method)[] Formatting =
    [
        ("string", "Format"),
        ("string", "Join"),
        ("string", "Concat"),
    ];

    public static bool IsHarmless(IMethodSymbol method) => method.ReturnsVoid && method.Parameters.All(parameter => parameter.RefKind == RefKind.None || IsText(parameter)) && IsListed(method, Silent);

    public static bool IsFormatting(IMethodSymbol method) => IsListed(method, Formatting) || method is { Name: "ToString", IsStatic: false };

    /// <summary>Is this where an interpolated string goes, to be put together only if it is needed?</summary>
    private static bool IsText(IParameterSymbol parameter) => parameter.Type.GetAttributes().Any(data => data.AttributeClass?.Name == "InterpolatedStringHandlerAttribute");

    private static bool IsListed(IMethodSymbol method, (string Type, string Method)[] list)
    {
        string type = method.ContainingType.ToDisplayString();
        return list.Any(entry => entry.Type == type && (entry.Method.EndsWith("*", StringComparison.Ordinal)
            ? method.Name.StartsWith(entry.Method.TrimEnd('*'), StringComparison.Ordinal)
            : method.Name == entry.Method));
    }
}
