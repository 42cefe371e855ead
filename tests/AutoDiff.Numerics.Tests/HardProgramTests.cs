using AutoDiff.Numerics.Tests.Compile;
using AutoDiff.Numerics.Tests.Model;
using AutoDiff.Numerics.Tests.References;
using Xunit;

namespace AutoDiff.Numerics.Tests;

/// <summary>
/// The 35 programs known to break differentiators, by their numbers: where each stands in the corpus, or why it is refused; and the values
/// and gradients that are known of them exactly.
/// </summary>
public class HardProgramTests
{
    /// <summary>Static fields that are written cannot be followed past the end of the method.</summary>
    private const int Refused = 28;

    public static TheoryData<int, string> Methods => new()
    {
        { 1, "Overwriting.GrowInLoop" },
        { 2, "Overwriting.InlineDivisor" },
        { 3, "Recurrences.SimpleNetwork" },
        { 4, "Aliasing.SameArrayTwice" },
        { 5, "EarlyReturn.OutOfNestedLoop" },
        { 6, "LoopControl.ContinueOnEven" },
        { 6, "LoopControl.ContinueLast" },
        { 6, "LoopControl.BreakAfterFirst" },
        { 7, "AssignmentExpressions.InLoopCondition" },
        { 7, "AssignmentExpressions.InConditionWithBreak" },
        { 7, "AssignmentExpressions.CompoundInConditionWithContinue" },
        { 8, "AssignmentExpressions.InIf" },
        { 9, "AssignmentExpressions.ValueOfCompound" },
        { 9, "AssignmentExpressions.Chain" },
        { 10, "ElementAccess.IncrementInIndex" },
        { 10, "ElementAccess.ComputedIndex" },
        { 11, "References.SquareAnElement" },
        { 12, "Swaps.LoopCarried" },
        { 12, "Swaps.InPlaceFromBothEnds" },
        { 13, "WhileLoops.UntilSmall" },
        { 14, "NestedLoops.InnerIndexMutated" },
        { 15, "HardPrograms.Sections" },
        { 16, "HostileNames.*" },
        { 17, "Conversions.ThroughInt" },
        { 17, "Conversions.TimesOneHalfOfIntegers" },
        { 17, "Conversions.HalfOfIntFirst" },
        { 18, "Recursion.Direct" },
        { 18, "Recursion.Mutual" },
        { 19, "Lambdas.CapturesWhatItMutates" },
        { 19, "Closures.MutatedCapture" },
        { 20, "Structs.CopyThenChange" },
        { 20, "Structs.CrossFields" },
        { 21, "Kinks.*" },
        { 22, "Kinks.*" },
        { 23, "Powers.*" },
        { 24, "UntakenBranches.*" },
        { 25, "NestedDerivatives.OfSum" },
        { 25, "NestedDerivatives.OfProduct" },
        { 26, "Finally.*" },
        { 27, "WorkArrays.*" },
        { 29, "Overwriting.Ternary" },
        { 30, "Recordings.*" },
        { 31, "Foreach.*" },
        { 32, "HardPrograms.AccumulatesInATuple" },
        { 32, "HardPrograms.SettersThatDoMore" },
        { 33, "Recordings.*" },
        { 34, "HardPrograms.RuleInALoopOverAnImmutableStruct" },
        { 34, "StructArrays.MoveInPlace" },
        { 35, "UnusedInputs.*" },
    };

    /// <summary>Arguments, value and gradient, arrays flattened, as they are written down elsewhere.</summary>
    public static TheoryData<string, double[], double, double[]> Exact => new()
    {
        { "Overwriting.GrowInLoop", [1.5, 4], 36, [24] },
        { "Overwriting.InlineDivisor", [1.3], 0.0398320924104544, [-0.0080118383012866] },
        { "Recurrences.SimpleNetwork", [0.7, 0.4, 3], 3.94854617587374, [3.7070264262881, 8.84436269981955] },
        { "Aliasing.SameArrayTwice", [1, 2, 3], 14, [2, 4, 6] },
        { "EarlyReturn.OutOfNestedLoop", [1, 2, 3, 3.5], 4, [0, 4, 0, 0] },
        { "EarlyReturn.OutOfNestedLoop", [1, 2, 3, 100], 8, [0, 1, 2, 0] },
        { "LoopControl.ContinueOnEven", [2], 8, [4] },
        { "AssignmentExpressions.InLoopCondition", [1.7], 35.7, [21] },
        { "AssignmentExpressions.InIf", [3.5], 12.25, [7] },
        { "AssignmentExpressions.InIf", [2.5], 15.625, [18.75] },
        { "AssignmentExpressions.ValueOfCompound", [1.2], 42, [65] },
        { "ElementAccess.IncrementInIndex", [1, 2, 3, 4], 20, [2, 4, 6, 3] },
        { "Swaps.LoopCarried", [0.5, 0.3], 0.654602782641, [2.8312189794, 3.54883221764] },
        { "Swaps.InPlaceFromBothEnds", [1, 2, 3, 4], 152, [8, 12, 48, 32] },
        { "WhileLoops.UntilSmall", [0.9], 2.18225, [0.6075] },
        { "WhileLoops.UntilSmall", [0.2], 0.2, [1] },
        { "NestedLoops.InnerIndexMutated", [1.1, 1, 2, 3, 4, 3, 1, 4], 14.607681, [41.65806] },
        { "Recursion.Direct", [1.2, 4], 3.6735088896, [12.245029632] },
        { "Recursion.Mutual", [1.1], 1.9487171, [12.400927] },
        { "Lambdas.CapturesWhatItMutates", [1.4], 10.864, [14.48] },
        { "Structs.CopyThenChange", [2, 3], 15, [12, 5] },
        { "Structs.CrossFields", [2, 3], 30, [0, 19] },
        { "Overwriting.Ternary", [2, 3, 1], 24, [12, 14] },
        { "NestedDerivatives.OfSum", [1], 1, [1] },
        { "NestedDerivatives.OfProduct", [4], 16, [8] },
    };

    [Fact]
    public void Programs_AllButOne_AreInTheCorpus() =>
        Assert.Equal(Enumerable.Range(1, 35).Except([Refused]), Methods.Select(row => row.Data.Item1).Distinct());

    [Theory]
    [MemberData(nameof(Methods))]
    public void Program_WithTheGenerator_HasAllCompanions(int number, string name)
    {
        Assert.InRange(number, 1, 35);
        CorpusMethod[] methods = [.. Named(name)];
        Assert.NotEmpty(methods);
        Assert.All(methods, method => Assert.Equal(CompanionSignature.Suffixes(method).Count(), Companions.Of(DifferentiatedCorpus.WithAnalyses.Compilation, method).Count));
    }

    [Theory]
    [MemberData(nameof(Exact))]
    public void Gradient_OfAHardProgram_IsTheOneWrittenDown(string name, double[] arguments, double value, double[] gradient)
    {
        CorpusMethod method = Assert.Single(Named(name));
        int point = method.Points.Index().Single(each => Flattened(each.Item.Arguments).SequenceEqual(arguments)).Index;
        object?[] items = new CompanionCall(method.Id, point).Gradient().Items;
        Tolerance.Within(1e-13, [value, .. gradient], [.. Numbering.FlattenDoubles(items)], name);
    }

    [Fact]
    public void StaticField_Written_IsRefused()
    {
        string file = CorpusText.RefusedFiles.Single(path => Path.GetFileNameWithoutExtension(path) == "StaticFieldWrite");
        Assert.Equal("// expect: refused", File.ReadLines(file).First());
    }

    private static IEnumerable<CorpusMethod> Named(string name) => PlainCorpus.Methods.Where(method => name.EndsWith(".*", StringComparison.Ordinal)
        ? method.Id.StartsWith(name[..^1], StringComparison.Ordinal)
        : method.Id.StartsWith(name + "(", StringComparison.Ordinal));

    /// <summary>Numbers as they are, integers and truth values as numbers.</summary>
    private static IEnumerable<double> Flattened(IEnumerable<object?> arguments) => arguments.SelectMany(argument => argument switch
    {
        int[] whole => whole.Select(each => (double)each),
        int whole => [whole],
        bool truth => [truth ? 1 : 0],
        _ => Numbering.FlattenDoubles([argument]),
    });
}
