using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace AutoDiff.Generators.Diagnostics;

/// <summary>Every diagnostic, in one list. Each has a page in <c>Diagnostics/Pages</c> and a line in the release file.</summary>
internal static class Descriptors
{
    private const string Category = "AutoDiff";

    private static readonly DiagnosticDescriptor[] All =
    [
        // DIFF00xx: the shape of the method.
        Error("DIFF0001", "The containing type is not partial", "'{0}' must be partial, so that the derivative can be written beside the method: add 'partial' to it and to the types around it"),
        Error("DIFF0003", "The type parameter is not a number", "'{0}' {1}: {2}"),
        Error("DIFF0004", "The return type is not supported", "The derivative of a method that returns '{0}' is not supported: return double, float, an array of them or of rows of them, a struct, tuple or model made of them, an array of such structs, or nothing"),
        Error("DIFF0005", "There is nothing to differentiate by", "'{0}' has no parameter that holds double or float numbers and is not marked [NoGradient]: give it one"),
        Error("DIFF0006", "The parameter is not supported", "The parameter '{0}' ('{1}') may carry a derivative, but parameters of this kind are not supported: {2}"),
        Error("DIFF0007", "The method cannot have a derivative", "The derivative of '{0}' cannot be written beside it: make it an ordinary method with a body of its own, not async, in a type that is not file-local"),
        Error("DIFF0008", "The name of a companion is taken", "The derivative of '{0}' adds a member '{1}', which the type has already: rename one of them"),
        Error("DIFF0009", "Second derivatives are not supported", "'{0}' asks for a derivative of higher order, which is not supported: leave Order = 1"),
        Error("DIFF0010", "The derivative does not follow the override", "'{0}' {1}: {2}"),

        // DIFF01xx: C# that cannot be differentiated.
        Error("DIFF0101", "The expression is not supported", "{0} is not in the C# that can be differentiated: {1}"),
        Error("DIFF0102", "The statement is not supported", "'{0}' is not in the C# that can be differentiated: {1}"),
        Error("DIFF0103", "The called method has no derivative", "'{0}' has no known derivative, and what goes into it depends on the parameters: {1}"),
        Error("DIFF0104", "The assignment leaves the method", "'{0}' leads out of the method, where no derivative can follow: store into local variables, or into arrays that the method was given or made"),
        Error("DIFF0105", "The function has no derivative", "'{0}' {1}"),
        Error("DIFF0106", "The called method is refused", "'{0}' has no derivative, because it or a method that it calls is refused: see the message there"),
        Error("DIFF0107", "A span variable is assigned twice", "'{0}' stands for different memory at different times, which a span cannot record: use a new variable for each span, or an index into the whole one"),
        Error("DIFF0108", "A constant array is written by the called method", "'{0}' stores into an array that it declares [NoGradient], so what it leaves there would lose its derivative: remove [NoGradient] from that parameter"),
        Error("DIFF0109", "An active value is passed as a constant", "'{0}' declares this parameter [NoGradient], but what is passed depends on the parameters and would lose its derivative: pass Derivative.Stop(…) if that is meant, or remove [NoGradient]"),
        Error("DIFF0110", "The local function cannot be read in place", "The local function or lambda '{0}' {1}, so it cannot be differentiated in place: {2}"),
        Error("DIFF0111", "The code is nested too deeply", "This is nested deeper than the differentiator goes: give parts of it names of their own as local variables, or write a loop"),
        Error("DIFF0112", "An exception is caught", "A caught exception leaves the computation half done, which cannot be run backwards: test for the condition instead, or move the 'try … catch' into a method with constant arguments"),
        Error("DIFF0113", "The delegate leaves the method", "'{0}' is a delegate whose code is not known here, or that leaves the method: call it, or pass it to a method whose source is in the compilation, and assign it only once"),
        Error("DIFF0114", "The jump leads back, or past a declaration", "'{0}' leads back to what has run already, past the declaration of an array or an object that is used afterwards, or to a 'case' from within a loop, 'try', 'using' or 'lock': write a loop, or set a variable and test it afterwards"),
        Warning("DIFF0120", "The cast drops the derivative", "'{0}' turns a number that depends on the parameters into a constant, and its derivative into zero: compute without the cast, or cast Derivative.Stop(…) to say that this is meant"),

        // DIFF02xx: information.
        Information("DIFF0202", "The parameter does not affect the result", "The result does not depend on '{0}' in a differentiable way, so its derivative is zero everywhere: use it, or mark it [NoGradient] if that is meant"),
        Information("DIFF0203", "The method calls code that it is given", "'{0}' calls '{1}', code that only its callers know, so it has no companions of its own: the [Differentiable] methods that call it with a lambda or a method read it in place"),
        Information("DIFF0204", "The derivative takes the object as a parameter", "'{0}' changes its object, or computes with its members in a way that needs their derivatives: its companions are static and take the object as their first parameter, as '{1}' does"),

        // DIFF03xx: rules of the user's own.
        Error("DIFF0301", "The rule's signature does not fit", "The rule '{0}' {1}: {2}"),
    ];

    private static readonly Dictionary<string, DiagnosticDescriptor> ById = All.ToDictionary(descriptor => descriptor.Id);

    public static ImmutableArray<DiagnosticDescriptor> Supported => [.. All];

    public static DiagnosticDescriptor Find(string id) => ById[id];

    private static DiagnosticDescriptor Error(string id, string title, string message) => New(id, title, message, DiagnosticSeverity.Error);

    private static DiagnosticDescriptor Warning(string id, string title, string message) => New(id, title, message, DiagnosticSeverity.Warning);

    private static DiagnosticDescriptor Information(string id, string title, string message) => New(id, title, message, DiagnosticSeverity.Info);

    private static DiagnosticDescriptor New(string id, string title, string message, DiagnosticSeverity severity) =>
        new(id, title, message, Category, severity, isEnabledByDefault: true, helpLinkUri: HelpLink(id));

    /// <summary>The page of a diagnostic, relative to the root of the repository; the package carries the pages in its folder docs.</summary>
    private static string HelpLink(string id) => "generator/AutoDiff.Generators/Diagnostics/Pages/" + id + ".md";
}
