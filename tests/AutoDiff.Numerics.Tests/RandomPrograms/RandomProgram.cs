namespace AutoDiff.Numerics.Tests.RandomPrograms;

/// <summary>A whole C# file: one partial class named after the seed that it was written from, with points on its methods.</summary>
public sealed record RandomProgram(int Seed, string Text)
{
    /// <summary>Single precision anywhere: a copy in double precision no longer computes the same bits.</summary>
    public bool UsesSingle => Text.Contains("float", StringComparison.Ordinal);

    public static RandomProgram FromSeed(int seed, ProgramFeature? features = null) => new(seed, new ProgramWriter(seed, features).Write());
}
