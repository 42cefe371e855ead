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
        // The types of System.Numerics are over the number type too: as they are written down to be read in place of calls. That these
        // are the framework's own, to the last bit, is what comparing the companions with the plain method says.
        CSharpSyntaxTree[] framework = [.. CorpusText.Twins.Cast<CSharpSyntaxTree>(), .. Generators.FrontEnd.Framework.Texts().Select(text => (CSharpSyntaxTree)CSharpSyntaxTree.ParseText(text.Text, CorpusText.Options, text.Name))];
        var plain = (CSharpCompilation)PlainCorpus.Compilation.AddSyntaxTrees(framework);
        IEnumerable<SyntaxTree> features = CorpusText.Features
            .Where(tree => tree.FilePath != CorpusText.PointsFile)
            .Concat(framework)
            .Select(tree => Retarget.Run(plain, tree, number));
        IEnumerable<SyntaxTree> drivers = PlainCorpus.Methods.Select(method => Driver(method, number));
        CSharpCompilation retargeted = PlainCorpus.Compile([.. features, .. drivers, HiddenFields.Tree], CorpusReferences.Retargeted);
        Assembly assembly = LoadedAssembly.Load(retargeted, $"the corpus over {number}");
        return PlainCorpus.Methods.ToFrozenDictionary(method => method.Number, method => new MethodDriver(assembly, method));
    }

    /// <param name="method">The method to drive.</param>
    /// <param name="number">The number type of the copy; null for the method as it is, with no companion.</param>
    public static SyntaxTree Driver(CorpusMethod method, string? number)
    {
        string? name = number is null ? null : Retarget.NameOf(method.Name, method.Parameters.Select(parameter => parameter.Type.Name));
        string? type = number is null ? null : $"global::AutoDiff.Numerics.Tests.Numbers.{number}";
        string text = DriverText.Write(method, FrozenSet<string>.Empty, type, name);
        if (number is not null) text = text.Replace("global::System.Numerics.Complex", "global::AutoDiff.Framework.Complex");
        return CSharpSyntaxTree.ParseText(text, CorpusText.Options, $"Driver{method.Number}.cs");
    }
}
