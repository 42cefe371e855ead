using AutoDiff.Numerics.Tests.Model;
using Xunit;

namespace AutoDiff.Numerics.Tests.RandomPrograms;

/// <summary>
/// Random programs: right or refused, none wrong. The environment variable <c>RANDOM_PROGRAMS</c>, of the form <c>first:count</c> or
/// <c>first:count:features</c>, runs other seeds than the fixed ones, as many as one likes, of the features that it names.
/// </summary>
public class RandomProgramTests(ITestOutputHelper output)
{
    private const int BatchSize = 100;

    [Fact]
    public void Programs_OfManySeeds_AreRightOrRefused()
    {
        string[] range = (Environment.GetEnvironmentVariable("RANDOM_PROGRAMS") ?? "1:250").Split(':');
        IEnumerable<int> seeds = Enumerable.Range(int.Parse(range[0]), int.Parse(range[1]));
        ProgramFeature? features = range.Length > 2 ? Enum.Parse<ProgramFeature>(range[2]) : null;
        var verdicts = new List<(string Seed, Verdict Verdict, string Words)>();
        foreach (int[] chunk in seeds.Chunk(BatchSize)) verdicts.AddRange(Judge([.. chunk.Select(seed => RandomProgram.FromSeed(seed, features))]));

        var counts = verdicts.Where(each => each.Verdict != Verdict.Wrong)
            .GroupBy(each => $"{each.Verdict} {each.Words.Split('\n')[0]}").Select(group => $"{group.Count()} {group.Key}");
        var wrong = verdicts.Where(each => each.Verdict == Verdict.Wrong).ToArray();
        if (range.Length > 2)
        {
            var refusals = verdicts.Where(each => each.Verdict == Verdict.Refused).SelectMany(each => each.Words.Split('\n').Skip(1).Select(words => (words, each.Seed)));
            foreach (var refused in refusals.GroupBy(each => each.words, each => each.Seed).OrderByDescending(group => group.Count()).Take(40))
                output.WriteLine($"{refused.Count()} {refused.Key} (as in {refused.First()})");
        }

        output.WriteLine($"{verdicts.Count} methods: {string.Join(", ", counts.Order())}, {wrong.Length} wrong");
        Assert.True(wrong.Length == 0, $"{wrong.Length} of {verdicts.Count} wrong:\n{string.Join("\n", wrong.Select(each => each.Words.Split('\n')[0]))}\n\n{string.Join("\n\n", wrong.Select(each => each.Words).OrderBy(words => words.Length).Take(5))}");
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
