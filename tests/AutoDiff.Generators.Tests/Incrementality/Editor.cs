using AutoDiff.Generators.Tests.Projects;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AutoDiff.Generators.Tests.Incrementality;

/// <summary>A project that is being edited: runs the generator, changes a file, and runs the same driver again.</summary>
internal sealed class Editor
{
    private readonly UserProject _project;
    private CSharpCompilation _compilation;
    private GeneratorDriver _driver;

    public Editor(UserProject project)
    {
        _project = project;
        _compilation = project.Compilation;
        _driver = project.Driver().RunGenerators(_compilation);
    }

    public GeneratorRunResult Result => _driver.GetRunResult().Results[0];

    /// <summary>Replaces <paramref name="old"/>, which must be there, in the file <paramref name="path"/>.</summary>
    public GeneratorRunResult Edit(string path, string old, string replacement)
    {
        SyntaxTree tree = _compilation.SyntaxTrees.Single(each => each.FilePath == path);
        string text = tree.GetText().ToString();
        if (!text.Contains(old)) throw new ArgumentException($"'{old}' is not in {path}.");
        return Replace(tree, text.Replace(old, replacement));
    }

    public GeneratorRunResult Add(string path, string text)
    {
        _compilation = _compilation.AddSyntaxTrees(_project.Tree((path, text)));
        return Run();
    }

    private GeneratorRunResult Replace(SyntaxTree tree, string text)
    {
        _compilation = _compilation.ReplaceSyntaxTree(tree, _project.Tree((tree.FilePath, text)));
        return Run();
    }

    private GeneratorRunResult Run()
    {
        _driver = _driver.RunGenerators(_compilation);
        return Result;
    }
}
