using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Reflection;
using AutoDiff.Generators;
using AutoDiff.Numerics.Tests.Compile;
using AutoDiff.Numerics.Tests.Model;
using AutoDiff.Numerics.Tests.Numbers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AutoDiff.Numerics.Tests.RandomPrograms;

/// <summary>
/// Many programs compiled together, five ways: as they are, with companions (analyses on and off), over dual numbers, and under the
/// analyzer.
/// </summary>
public sealed class ProgramBatch
{
    private readonly FrozenDictionary<string, RandomProgram> programs;
    private readonly CSharpCompilation plain;
    private readonly ILookup<string, Diagnostic> refusals;
    private readonly FrozenSet<(string? Path, string Id)> own;

    public ProgramBatch(IReadOnlyList<RandomProgram> batch)
    {
        programs = batch.ToFrozenDictionary(program => program.Seed + ".cs");
        SyntaxTree[] trees = [.. batch.Select(program => CSharpSyntaxTree.ParseText(
            program.Text, CorpusText.Options, program.Seed + ".cs", System.Text.Encoding.UTF8))];
        plain = PlainCorpus.Compile([CorpusText.Parse(CorpusText.PointsFile), .. trees], CorpusReferences.Product);
        ImmutableArray<Diagnostic> said = plain.GetDiagnostics();
        if (said.FirstOrDefault(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error) is { } error)
            throw new CompilationFailure("a random program\n" + error.Location.SourceTree, [error]);
        own = said.Select(diagnostic => (diagnostic.Location.SourceTree?.FilePath, diagnostic.Id)).ToFrozenSet();
        Methods = CorpusReading.Methods(plain);
        Plain = Drivers(plain, "the random programs");
        Differentiated = new(plain, Methods, analyses: true);
        WithoutAnalyses = new(plain, Methods, analyses: false);
        Dual = OverDuals(trees);
        refusals = FindRefusals();
    }

    public IReadOnlyList<CorpusMethod> Methods { get; }

    public IReadOnlyDictionary<int, MethodDriver> Plain { get; }

    public IReadOnlyDictionary<int, MethodDriver> Dual { get; }

    public DifferentiatedCorpus Differentiated { get; }

    public DifferentiatedCorpus WithoutAnalyses { get; }

    /// <summary>What the analyzer says against a method: errors only, with or without those that stand in the members of structs.</summary>
    public IEnumerable<Diagnostic> RefusalsOf(CorpusMethod method, bool withShared)
    {
        string type = method.TypeName[(method.TypeName.LastIndexOf('.') + 1)..];
        return refusals[$"{type}.{method.Name}"].Concat(withShared ? refusals[type + "."] : []);
    }

    /// <summary>Which program a method belongs to.</summary>
    public RandomProgram ProgramOf(CorpusMethod method) => programs[PathOf(method)];

    /// <summary>
    /// What the compiler says against the generated code of a method, errors and warnings, with the lines; but not the warnings that the
    /// program itself deserves (a random one compares a variable with itself, or never uses one).
    /// </summary>
    public IEnumerable<string> ProblemsOf(CorpusMethod method) => Differentiated.Problems.Concat(WithoutAnalyses.Problems)
        .Where(problem => problem.Location.SourceTree is { } tree && Path.GetFileName(tree.FilePath) == $"{method.TypeName}.{method.Name}.g.cs")
        .Where(problem => problem.Severity == DiagnosticSeverity.Error || !IsOwn(PathOf(method), problem.Id))
        .Select(problem => $"{problem}\n    {problem.Location.SourceTree!.GetText().Lines[problem.Location.GetLineSpan().StartLinePosition.Line].ToString().Trim()}");

    /// <summary>CS1718: ++k &lt;= k compares k with itself. CS1717: x = x = x leaves x unused.</summary>
    private bool IsOwn(string path, string id) => id == "CS1718" || own.Contains((path, id)) || id == "CS0219" && own.Contains((path, "CS1717"));

    private string PathOf(CorpusMethod method) =>
        plain.Assembly.GetTypeByMetadataName(method.TypeName)!.DeclaringSyntaxReferences[0].SyntaxTree.FilePath;

    private FrozenDictionary<int, MethodDriver> Drivers(CSharpCompilation compilation, string what, string? number = null)
    {
        IEnumerable<SyntaxTree> drivers = Methods.Select(method => RetargetedCorpus.Driver(method, number));
        Assembly assembly = LoadedAssembly.Load(compilation.AddSyntaxTrees(drivers), what);
        return Methods.ToFrozenDictionary(method => method.Number, method => new MethodDriver(assembly, method));
    }

    private FrozenDictionary<int, MethodDriver> OverDuals(IEnumerable<SyntaxTree> trees)
    {
        SyntaxTree[] retargeted = [.. trees.Select(tree => Retarget.Run(plain, tree, nameof(Dual)))];
        return Drivers(PlainCorpus.Compile(retargeted, CorpusReferences.Retargeted), "the random programs over dual numbers", nameof(Dual));
    }

    private ILookup<string, Diagnostic> FindRefusals()
    {
        ImmutableArray<Diagnostic> found = plain.WithAnalyzers([new DifferentiableAnalyzer()]).GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult();
        if (found.FirstOrDefault(diagnostic => diagnostic.Id == "AD0001") is { } crash) throw new InvalidOperationException(crash.ToString());
        return found.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToLookup(diagnostic =>
        {
            SyntaxNode node = diagnostic.Location.SourceTree!.GetRoot().FindNode(diagnostic.Location.SourceSpan);
            TypeDeclarationSyntax program = node.AncestorsAndSelf().OfType<TypeDeclarationSyntax>().Last();
            var method = node.FirstAncestorOrSelf<MethodDeclarationSyntax>(each => each.Parent == program);
            return $"{program.Identifier.ValueText}.{method?.Identifier.ValueText}";
        });
    }
}
