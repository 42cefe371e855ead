using AutoDiff.Generators.Tests.Projects;
using Xunit;

namespace AutoDiff.Generators.Tests.Hostile;

/// <summary>What must hold of the companions of any program, however it is written.</summary>
internal static class Companion
{
    /// <summary>The files are there, under these names and no others, and the whole project compiles without a warning.</summary>
    public static void AssertClean(UserProject project, params string[] hintNames)
    {
        Assert.Equal(hintNames.Order(StringComparer.Ordinal), project.Generate().Keys);
        Assert.Empty(project.Problems());
    }

    public static void AssertClean(string program, params string[] hintNames) => AssertClean(UserProject.Of(program), hintNames);
}
