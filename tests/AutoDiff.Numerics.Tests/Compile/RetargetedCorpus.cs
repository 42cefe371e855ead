using System.Collections.Frozen;
using System.Reflection;
using AutoDiff.Numerics.Tests.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AutoDiff.Numerics.Tests.Compile;

/// <summary>The corpus over another number type: retargeted, compiled, loaded, and a driver for each method.</summary>
public static class RetargetedCorpus
{
    public static IReadOnlyDictionary<int, MethodDriver> Load(string number)
    {
        CSharpCompilation plain = PlainCorpus.Compilation;
        IEnumerable<SyntaxTree> features = CorpusText.Features
            .Where(tree => tree.FilePath != CorpusText.PointsFile)
            .Select(tree => Retarget.Run(plain, tree, number));
        IEnumerable<SyntaxTree> drivers = PlainCorpus.Methods.Select(method => Driver(method, number));
        CSharpCompilation retargeted = PlainCorpus.Compile([.. features, .. drivers], CorpusReferences.Retargeted);
        Assembly assembly = LoadedAssembly.Load(retargeted, $"the corpus over {number}");
        return PlainCorpus.Methods.ToFrozenDictionary(method => method.Number, method => new MethodDriver(assembly, method));
    }

    private static SyntaxTree Driver(CorpusMethod method, string number)
    {
        string name = Retarget.NameOf(method.Name, method.Parameters.Select(parameter => parameter.Type.Name));
        string text = DriverText.Write(method, FrozenSet<string>.Empty, $"global::AutoDiff.Numerics.Tests.Numbers.{number}", name);
        return CSharpSyntaxTree.ParseText(text, CorpusText.Options, $"Driver{method.Number}.cs");
    }
}
