using AutoDiff.Numerics.Tests.Model;
using Xunit;

namespace AutoDiff.Numerics.Tests.RandomPrograms;

/// <summary>
/// Random programs: right or refused, none wrong. The environment variable <c>RANDOM_PROGRAMS</c>, of the form <c>first:count</c>, runs
/// other seeds than the fixed ones, as many as one likes.
/// </summary>
public class RandomProgramTests(ITestOutputHelper output)
{
    private const int BatchSize = 100;

    [Fact]
    public void Programs_OfManySeeds_AreRightOrRefused()
    {
        string[] range = (Environment.GetEnvironmentVariable("RANDOM_PROGRAMS") ?? "1:400").Split(':');
        IEnumerable<int> seeds = Enumerable.Range(int.Parse(range[0]), int.Parse(range[1]));
        var verdicts = new List<(string Seed, Verdict Verdict, string Words)>();
        foreach (int[] chunk in seeds.Chunk(BatchSize)) verdicts.AddRange(Judge([.. chunk.Select(RandomProgram.FromSeed)]));

        var counts = verdicts.Where(each => each.Verdict != Verdict.Wrong)
            .GroupBy(each => $"{each.Verdict} {each.Words}").Select(group => $"{group.Count()} {group.Key}");
        var wrong = verdicts.Where(each => each.Verdict == Verdict.Wrong).ToArray();
        output.WriteLine($"{verdicts.Count} methods: {string.Join(", ", counts.Order())}, {wrong.Length} wrong");
        Assert.True(wrong.Length == 0, $"{wrong.Length} of {verdicts.Count} wrong:\n{string.Join("\n\n", wrong.Take(5).Select(each => each.Words))}");
        // Refusals must stay the exception, or the test would say little.
        Assert.True(verdicts.Count(each => each.Verdict == Verdict.Right) > 0.7 * verdicts.Count, output.Output);
    }

    private static IEnumerable<(string Id, Verdict Verdict, string Words)> Judge(RandomProgram[] programs)
    {
        var batch = new ProgramBatch(programs);
        var check = new ProgramCheck(batch);
        foreach (CorpusMethod method in batch.Methods)
        {
            var (verdict, words) = check.Judge(method);
            if (verdict == Verdict.Wrong) words = $"{method.Id}, {words}\n{batch.ProgramOf(method).Text}";
            yield return (method.Id, verdict, words);
        }
    }
}
