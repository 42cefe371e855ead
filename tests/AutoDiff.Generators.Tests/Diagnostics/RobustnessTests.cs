using AutoDiff.Generators.FrontEnd;
using AutoDiff.Generators.Tests.Projects;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace AutoDiff.Generators.Tests.Diagnostics;

/// <summary>While a user types, every half-finished program goes through generator and analyzer: neither may throw.</summary>
public class RobustnessTests
{
    /// <summary>About so many programs are made of each file; the places are spread over it.</summary>
    private const int Samples = 12;

    public static TheoryData<string> Files =>
        ["Horner", "LoopControl", "Spans", "AssignmentExpressions", "LocalFunctions", "InactiveTypes", "Recursion", "SourceForms", "Guards", "Swaps"];

    [Theory]
    [MemberData(nameof(Files))]
    public void Prefix_OfACorpusFile_IsReadWithoutAnException(string file)
    {
        string text = CorpusFiles.TextOf(file);
        foreach (SyntaxToken token in Tokens(text)) ReadWithoutException(text[..token.Span.End]);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Deletion_OfAToken_IsReadWithoutAnException(string file)
    {
        string text = CorpusFiles.TextOf(file);
        foreach (SyntaxToken token in Tokens(text)) ReadWithoutException(text.Remove(token.SpanStart, token.Span.Length));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Doubling_OfAToken_IsReadWithoutAnException(string file)
    {
        string text = CorpusFiles.TextOf(file);
        foreach (SyntaxToken token in Tokens(text)) ReadWithoutException(text.Insert(token.Span.End, " " + token.Text));
    }

    [Theory]
    [InlineData("[Differentiable] static double F(double x) => x * Missing(x);")]
    [InlineData("[Differentiable] static double F(double x) { double y = Missing; return y * y; }")]
    [InlineData("[Differentiable] static double F(Missing x) => 1;")]
    [InlineData("[Differentiable] static Missing F(double x) => x;")]
    [InlineData("[Differentiable] static double F(double x) => x * ;")]
    [InlineData("[Differentiable] static double F(double x, double) => x;")]
    [InlineData("[Differentiable] static double F(double x, double x) => 1;")]
    [InlineData("[DerivativeOf] static double R(double x) => x;")]
    [InlineData("[DerivativeOf(typeof(Missing), \"G\")] static double R(double x) => x;")]
    [InlineData("[DerivativeOf(nameof(R))] static double R(double) => 1;")]
    [InlineData("[DerivativeOf(nameof(R))] static Missing R(double x) => x;")]
    [InlineData("[DerivativeOf(nameof(R))] static (double, Missing) R(double x, double y) => x;")]
    [InlineData("[Differentiable] static double F(double x) { System.Span<double> s; s[0] = x; return s[0]; }")]
    [InlineData("[Differentiable] static double F(double x) { double[] s; s[0] = x; return s[0]; }")]
    [InlineData("[Differentiable] static double F(double x) { double y; return x * y; }")]
    public void CodeThatDoesNotCompile_WithTheAnalyzer_IsLeftToTheCompiler(string method)
    {
        AnalyzedProgram program = AnalyzedProgram.Of("using AutoDiff; partial class P { " + method + " }");
        Assert.NotEmpty(program.CompilerErrors);
        Assert.Empty(program.Diagnostics);
    }

    [Theory]
    [InlineData("sum")]
    [InlineData("negations")]
    [InlineData("conditionals")]
    [InlineData("blocks")]
    public void CodeNestedVeryDeep_OnASmallStack_IsRefusedNotOverflown(string kind)
    {
        const int levels = 500;
        string body = kind switch
        {
            "sum" => "return " + string.Join(" + ", Enumerable.Repeat("x", levels)) + ";",
            "negations" => "return " + string.Concat(Enumerable.Repeat("- ", levels)) + "x;",
            "conditionals" => "return " + string.Concat(Enumerable.Repeat("x > 1 ? x : ", levels)) + "x;",
            _ => string.Concat(Enumerable.Repeat("if (x > 0) { x *= 2; ", levels / 2)) + new string('}', levels / 2) + " return x;",
        };
        AnalyzedProgram program = AnalyzedProgram.Of("using AutoDiff; partial class P { [Differentiable] static double F(double x) { " + body + " } }");
        Assert.Equal("DIFF0111", Assert.Single(program.Diagnostics).Id);
        Assert.Null(program.GeneratorFailure);
    }

    [Fact]
    public void Cancellation_BeforeReading_StopsTheReader()
    {
        SyntaxTree tree = CorpusFiles.Parse("Horner");
        CSharpCompilation compilation = AnalyzedProgram.Compile([CorpusFiles.Points, tree]);
        SemanticModel model = compilation.GetSemanticModel(tree);
        foreach (MethodDeclarationSyntax method in tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>())
            Assert.ThrowsAny<OperationCanceledException>(() => MethodReader.Read(model.GetDeclaredSymbol(method)!, compilation, new CancellationToken(canceled: true)));
    }

    [Fact]
    public void Cancellation_OfAReading_LeavesNothingBehind()
    {
        SyntaxTree tree = CorpusFiles.Parse("Horner");
        CSharpCompilation compilation = AnalyzedProgram.Compile([CorpusFiles.Points, tree]);
        IMethodSymbol method = compilation.GetSemanticModel(tree).GetDeclaredSymbol(tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().First())!;
        Assert.ThrowsAny<OperationCanceledException>(() => MethodReader.Read(method, compilation, new CancellationToken(canceled: true)));
        Assert.NotNull(MethodReader.Read(method, compilation, CancellationToken.None).Method);
    }

    private static void ReadWithoutException(string text)
    {
        AnalyzedProgram program = AnalyzedProgram.Of(AnalyzedProgram.Compile([CorpusFiles.Points, AnalyzedProgram.Parse(text, "Broken.cs")]));
        Assert.True(program.GeneratorFailure is null, program.GeneratorFailure + "\n" + text);
        Assert.True(program.Diagnostics.All(diagnostic => diagnostic.Id.StartsWith("DIFF", StringComparison.Ordinal)), string.Join("\n", program.Diagnostics) + "\n" + text);
    }

    private static IEnumerable<SyntaxToken> Tokens(string text)
    {
        SyntaxToken[] tokens = [.. CSharpSyntaxTree.ParseText(text, AnalyzedProgram.Parsing).GetRoot().DescendantTokens()];
        return tokens.Where((_, i) => i % (tokens.Length / Samples + 1) == 0);
    }
}
