using AutoDiff.Numerics.Tests.Compile;
using AutoDiff.Numerics.Tests.Model;
using AutoDiff.Numerics.Tests.References;
using Microsoft.CodeAnalysis;

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
        int found = Companions.Of(batch.Differentiated.Compilation, method).Count;
        Diagnostic[] refusals = [.. batch.RefusalsOf(method, withShared: found == 0)];
        if (batch.Differentiated.GeneratorFailure is { } failure) return (Verdict.Wrong, failure.ToString());
        if (batch.ProblemsOf(method).ToArray() is [_, ..] problems) return (Verdict.Wrong, string.Join("\n", problems.Take(5)));
        if (refusals.Length > 0)
            return found == 0 ? (Verdict.Refused, Words(refusals)) : (Verdict.Wrong, $"refused, yet {found} companions");
        if (found < CompanionSignature.Suffixes(method).Count()) return (Verdict.Wrong, $"only {found} companions, and no word why");
        for (int point = 0; point < method.Points.Count; point++)
        {
            if (WrongAt(method, method.Points[point]) is { } words) return (Verdict.Wrong, $"at point {point}: {words}");
        }

        return (Verdict.Right, "");
    }

    /// <summary>The kinds of refusals on the first line, the messages below it.</summary>
    private static string Words(Diagnostic[] refusals) => string.Join(", ", refusals.Select(refusal => refusal.Id).Distinct().Order()) + string.Concat(refusals.Select(refusal => $"\n{refusal.Id} {refusal.GetMessage()}").Distinct());

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
