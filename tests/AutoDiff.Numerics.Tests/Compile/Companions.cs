using AutoDiff.Numerics.Tests.Model;
using Microsoft.CodeAnalysis;

namespace AutoDiff.Numerics.Tests.Compile;

/// <summary>
/// Which companions of a method exist in a compilation, found by name and by the types that DESIGN 2.1 gives their parameters.
/// </summary>
public static class Companions
{
    public static IReadOnlyDictionary<string, IMethodSymbol> Of(Compilation compilation, CorpusMethod method)
    {
        INamedTypeSymbol? type = compilation.Assembly.GetTypeByMetadataName(method.TypeName);
        var found = new Dictionary<string, IMethodSymbol>();
        foreach (string suffix in CompanionSignature.Suffixes(method))
        {
            IEnumerable<string> types = CompanionSignature.ParameterTypes(method, suffix);
            IMethodSymbol? companion = type?.GetMembers(method.Name + suffix).OfType<IMethodSymbol>()
                .Where(candidate => candidate.IsGenericMethod == method.IsGeneric)
                .Select(candidate => CorpusReading.Closed(candidate, compilation))
                .FirstOrDefault(candidate => CompanionSignature.ParameterTypes(candidate).SequenceEqual(types));
            if (companion is not null) found.Add(suffix, companion);
        }

        return found;
    }
}
