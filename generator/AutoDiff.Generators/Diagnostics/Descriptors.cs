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
        Error("DIFF0002", "The method is not static", "'{0}' is an instance method: make it static and pass what it reads of 'this' as parameters"),
        Error("DIFF0003", "The type parameter is not a number", "'{0}' {1}"),
        Error("DIFF0004", "The return type is not supported", "A differentiable method returns double, float, an array of them, or nothing, not '{0}'"),
        Error("DIFF0005", "There is nothing to differentiate by", "'{0}' has no parameter of type double, float, or an array or span of them, that is not marked [NoGradient]"),
        Error("DIFF0006", "The parameter is not supported", "The parameter '{0}' ('{1}') may carry a derivative, but parameters of this kind are not supported: pass its numbers as double, float, arrays or spans, or mark it [NoGradient]"),
        Error("DIFF0007", "The method cannot have a derivative", "'{0}' needs a body of its own, not async, in a class or struct that is not file-local"),
        Error("DIFF0008", "The name of a companion is taken", "The derivative of '{0}' adds a member '{1}', which the type has already: rename one of them"),
        Error("DIFF0009", "Second derivatives are not supported", "'{0}' asks for a derivative of higher order: only Order = 1 is supported"),

        // DIFF01xx: C# that cannot be differentiated.
        Error("DIFF0101", "The expression is not supported", "{0} is not in the C# that can be differentiated: write it with arithmetic, Math functions, arrays and spans"),
        Error("DIFF0102", "The statement is not supported", "'{0}' is not in the C# that can be differentiated: use assignments, if, switch, for, while, do, foreach, break, continue, return, try … finally, using, lock and calls"),
        Error("DIFF0103", "The called method has no derivative", "'{0}' has no known derivative, and what is passed to it depends on the parameters: mark it [Differentiable], or pass Derivative.Stop(…) if it is meant to be a constant"),
        Error("DIFF0104", "The assignment leaves the method", "'{0}' is not a local variable, or an element of an array that the method was given or made: return the value, or store it in a parameter"),
        Error("DIFF0105", "The function has no derivative", "'{0}' {1}"),
        Error("DIFF0106", "The called method is refused", "'{0}' is differentiable by name but refused itself, so nothing that calls it can be differentiated: see its own message"),
        Error("DIFF0107", "A span variable is assigned twice", "'{0}' stands for different memory at different times, which a span cannot record: use a new variable for each span, or an index into the whole one"),
        Error("DIFF0108", "A constant array is written by the called method", "'{0}' stores into an array that it declares [NoGradient], so what it leaves there would lose its derivative: remove [NoGradient] from that parameter"),
        Error("DIFF0109", "An active value is passed as a constant", "'{0}' declares this parameter [NoGradient], but what is passed depends on the parameters and would lose its derivative: pass Derivative.Stop(…) if that is meant, or remove [NoGradient]"),
        Error("DIFF0110", "The local function cannot be read in place", "The local function or lambda '{0}' is recursive, generic or has ref parameters: make it a [Differentiable] method of the type"),
        Error("DIFF0112", "An exception is caught", "A caught exception leaves the computation half done, which cannot be run backwards: test for the condition instead, or move the 'try … catch' into a method with constant arguments"),
        Error("DIFF0113", "The delegate leaves the method", "'{0}' is a delegate whose code is not known here, or that leaves the method: call it, or pass it to a method whose source is in the compilation, and assign it only once"),
        Error("DIFF0114", "The jump leads back, or out of a region", "'{0}' leads back to what has run already, or out of a loop, 'try', 'using' or 'lock': write a loop, or set a variable and test it afterwards"),
        Warning("DIFF0120", "The cast drops the derivative", "This cast to an integer type is a constant of the differentiation, but '{0}' depends on the parameters: its derivative is zero here; pass Derivative.Stop(…) to say that this is meant"),

        // DIFF02xx: information.
        Information("DIFF0202", "The parameter does not affect the result", "The result does not depend on '{0}' in a differentiable way: its derivative is zero everywhere; mark it [NoGradient] if that is meant"),
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
