using System.Collections.Frozen;
using System.Reflection;
using AutoDiff.Numerics.Tests.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AutoDiff.Numerics.Tests.Compile;

/// <summary>The corpus as its users wrote it, before any generator has run: the compilation and the methods in it.</summary>
public static class PlainCorpus
{
    private static readonly Lazy<CSharpCompilation> LazyCompilation = new(() => Compile(CorpusText.Features, CorpusReferences.Product));
    private static readonly Lazy<IReadOnlyList<CorpusMethod>> LazyMethods = new(() => CorpusReading.Methods(Compilation));

    private static readonly Lazy<IReadOnlyDictionary<int, MethodDriver>> LazyDrivers = new(LoadDrivers);

    public static CSharpCompilation Compilation => LazyCompilation.Value;

    public static IReadOnlyList<CorpusMethod> Methods => LazyMethods.Value;

    /// <summary>The plain methods, compiled without any generator.</summary>
    public static IReadOnlyDictionary<int, MethodDriver> Drivers => LazyDrivers.Value;

    public static CorpusMethod Method(string id) => Methods.Single(method => method.Id == id);

    public static CSharpCompilation Compile(IEnumerable<SyntaxTree> trees, IEnumerable<MetadataReference> references)
    {
        var options = new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            optimizationLevel: OptimizationLevel.Release,
            nullableContextOptions: NullableContextOptions.Enable);
        return CSharpCompilation.Create("Corpus", trees, references, options);
    }

    private static FrozenDictionary<int, MethodDriver> LoadDrivers()
    {
        IEnumerable<SyntaxTree> drivers = Methods.Select(method => CSharpSyntaxTree.ParseText(
            DriverText.Write(method, FrozenSet<string>.Empty), CorpusText.Options, $"Driver{method.Number}.cs"));
        Assembly assembly = LoadedAssembly.Load(Compilation.AddSyntaxTrees(drivers.Append(HiddenFields.Tree)), "the plain corpus");
        return Methods.ToFrozenDictionary(method => method.Number, method => new MethodDriver(assembly, method));
    }
}
