using System.Collections.Immutable;
using AutoDiff.Generators.Tests.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AutoDiff.Generators.Tests.CodeFixes;

/// <summary>A project in memory on which a code fix works as it does in an editor.</summary>
internal sealed class FixedProgram
{
    private readonly AdhocWorkspace _workspace = new();
    private readonly ProjectId _project;
    private readonly DocumentId[] _documents;

    private FixedProgram(string[] texts)
    {
        CompilationOptions options = AnalyzedProgram.Compile([]).Options;
        _project = _workspace.AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(), VersionStamp.Default, "Program", "Program", LanguageNames.CSharp,
            compilationOptions: options, parseOptions: AnalyzedProgram.Parsing, metadataReferences: AnalyzedProgram.Compile([]).References)).Id;
        _documents = [.. texts.Select((text, i) => _workspace.AddDocument(_project, $"Program{i}.cs", Microsoft.CodeAnalysis.Text.SourceText.From(text)).Id)];
    }

    private Solution Solution => _workspace.CurrentSolution;

    /// <summary>The titles of what a fix offers for the first diagnostic of an id.</summary>
    public static async Task<IReadOnlyList<string>> OffersAsync(CodeFixProvider fix, string id, params string[] texts)
    {
        var program = new FixedProgram(texts);
        return [.. (await program.ActionsAsync(fix, (await program.DiagnosticsAsync(id))[0])).Select(action => action.Title)];
    }

    /// <summary>The texts after the only fix of the first diagnostic of an id was applied.</summary>
    public static async Task<IReadOnlyList<string>> ApplyAsync(CodeFixProvider fix, string id, params string[] texts)
    {
        var program = new FixedProgram(texts);
        CodeAction action = (await program.ActionsAsync(fix, (await program.DiagnosticsAsync(id))[0])).Single();
        return await program.TextsAfterAsync(action);
    }

    /// <summary>The texts after all diagnostics of an id were fixed at once.</summary>
    public static async Task<IReadOnlyList<string>> ApplyToAllAsync(CodeFixProvider fix, string id, params string[] texts)
    {
        var program = new FixedProgram(texts);
        ImmutableArray<Diagnostic> diagnostics = await program.DiagnosticsAsync(id);
        string key = (await program.ActionsAsync(fix, diagnostics[0])).Single().EquivalenceKey!;
        Project project = program.Solution.GetProject(program._project)!;
        var context = new FixAllContext(project, fix, FixAllScope.Project, key, [id], new Found(diagnostics), CancellationToken.None);
        return await program.TextsAfterAsync((await fix.GetFixAllProvider()!.GetFixAsync(context))!);
    }

    private async Task<ImmutableArray<Diagnostic>> DiagnosticsAsync(string id)
    {
        Compilation compilation = (await Solution.GetProject(_project)!.GetCompilationAsync())!;
        ImmutableArray<Diagnostic> all = await compilation.WithAnalyzers([new DifferentiableAnalyzer()]).GetAnalyzerDiagnosticsAsync(CancellationToken.None);
        return [.. all.Where(diagnostic => diagnostic.Id == id).OrderBy(diagnostic => diagnostic.Location.SourceTree!.FilePath).ThenBy(diagnostic => diagnostic.Location.SourceSpan)];
    }

    private async Task<IReadOnlyList<CodeAction>> ActionsAsync(CodeFixProvider fix, Diagnostic diagnostic)
    {
        var actions = new List<CodeAction>();
        Document document = Solution.GetDocument(diagnostic.Location.SourceTree)!;
        await fix.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), CancellationToken.None));
        return actions;
    }

    private async Task<IReadOnlyList<string>> TextsAfterAsync(CodeAction action)
    {
        ApplyChangesOperation change = (await action.GetOperationsAsync(CancellationToken.None)).OfType<ApplyChangesOperation>().Single();
        var texts = new List<string>();
        foreach (DocumentId document in _documents) texts.Add((await change.ChangedSolution.GetDocument(document)!.GetTextAsync()).ToString());
        return texts;
    }

    private sealed class Found(ImmutableArray<Diagnostic> diagnostics) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellation) => Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellation) =>
            Task.FromResult(diagnostics.Where(diagnostic => document.Project.Solution.GetDocument(diagnostic.Location.SourceTree)?.Id == document.Id));

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellation) => Task.FromResult(Enumerable.Empty<Diagnostic>());
    }
}
