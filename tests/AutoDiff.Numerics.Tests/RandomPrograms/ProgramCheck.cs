using AutoDiff.Numerics.Tests.Compile;
using AutoDiff.Numerics.Tests.Model;
using AutoDiff.Numerics.Tests.References;

namespace AutoDiff.Numerics.Tests.RandomPrograms;

/// <summary>What becomes of one method of a random program.</summary>
public enum Verdict
{
    Right,
    Refused,
    Wrong,
}

/// <summary>
/// Judges the methods of a batch. Right means: all companions exist and compile without a warning; they compute the bits of the plain
/// method; reverse mode, forward mode and dual numbers agree for seeds other than one and buffers that are not empty; a second call and a
/// run without analyses give the same.
/// </summary>
public sealed class ProgramCheck(ProgramBatch batch)
{
    public (Verdict Verdict, string Words) Judge(CorpusMethod method)
    {
        string[] refusals = [.. batch.RefusalsOf(method).Select(diagnostic => diagnostic.Id).Distinct()];
        int found = Companions.Of(batch.Differentiated.Compilation, method).Count;
        if (batch.Differentiated.GeneratorFailure is { } failure) return (Verdict.Wrong, failure.ToString());
        if (batch.ProblemsOf(method).ToArray() is [_, ..] problems) return (Verdict.Wrong, string.Join("\n", problems.Take(5)));
        if (refusals.Length > 0)
            return found == 0 ? (Verdict.Refused, string.Join(", ", refusals)) : (Verdict.Wrong, $"refused, yet {found} companions");
        if (found < CompanionSignature.Suffixes(method).Count()) return (Verdict.Wrong, $"only {found} companions, and no word why");
        for (int point = 0; point < method.Points.Count; point++)
        {
            if (WrongAt(method, method.Points[point]) is { } words) return (Verdict.Wrong, $"at point {point}: {words}");
        }

        return (Verdict.Right, "");
    }

    private string? WrongAt(CorpusMethod method, CorpusPoint point)
    {
        try
        {
            new ProgramRun(batch, method, point).AssertRight();
            return null;
        }
        catch (Exception wrong) when (wrong is not OutOfMemoryException)
        {
            return wrong is Xunit.Sdk.XunitException ? wrong.Message : wrong.ToString();
        }
    }
}
