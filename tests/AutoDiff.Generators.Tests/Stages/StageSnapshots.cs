using System.Text;
using AutoDiff.Generators.Analyses;
using AutoDiff.Generators.FrontEnd;
using AutoDiff.Generators.Ir;
using AutoDiff.Generators.Tests.Projects;
using AutoDiff.Generators.Tests.Snapshots;
using AutoDiff.Generators.Transforms;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace AutoDiff.Generators.Tests.Stages;

/// <summary>What each stage makes of a method: front end, single assignment, aliases, activity, both modes.</summary>
public sealed class StageSnapshots
{
    [Fact]
    public void Stages_OfACountedLoop_AreAsApproved() => Match("Horner", """
        public static double F(double x, [NoGradient] double[] c)
        {
            double acc = 0;
            for (int i = c.Length - 1; i >= 0; i--) acc = acc * x + c[i];
            return acc;
        }
        """);

    [Fact]
    public void Stages_OfABranchThatMergesTwoVersions_AreAsApproved() => Match("Branch", """
        public static double F(double x, double y)
        {
            double r = x * y;
            double unused = r * 2;
            if (r > 1)
            {
                double s = Math.Sin(r);
                r = s * s;
            }
            else r = Math.Exp(r) - y;
            return r * x;
        }
        """);

    [Fact]
    public void Stages_OfALoopThatDependsOnTheData_AreAsApproved() => Match("While", """
        public static double F(double x)
        {
            double r = x;
            int n = 0;
            while (r > .3)
            {
                r *= .5 * x;
                n++;
            }
            return r + n;
        }
        """);

    [Fact]
    public void Stages_OfArraysThatShareMemory_AreAsApproved() => Match("Arrays", """
        public static double F(double[] a, Span<double> b)
        {
            double[] t = new double[a.Length];
            double[] u = t;
            a.AsSpan().CopyTo(u);
            for (int i = 0; i < t.Length; i++) b[i] = u[i] * t[i];
            return b[0];
        }
        """);

    private static void Match(string name, string method)
    {
        MethodIr ir = Read(method);
        Variable[] parameters = [.. ir.Parameters.Select(parameter => parameter.Variable)];
        Aliases aliases = Aliases.Analyze(parameters, ir.Body);
        Activity activity = Activity.Analyze(ir, aliases);
        Variable[] variables = [.. parameters.Concat(ir.Body.AllLocals())];
        var text = new StringBuilder();
        void Stage(string title, string content) => text.Append("==== ").Append(title).Append('\n').Append(content).Append('\n');

        Stage("FrontEnd", Printer.Print(ir));
        Stage("SingleAssignment", Printer.Print(ir, SingleAssignment.Run(parameters, ir.Body).Body));
        Stage("Aliases", Lines(variables.Where(variable => variable.Type.IsSequence), variable =>
            string.Join(", ", aliases.Roots(variable).OrderBy(root => root.Id).Select(root => root + (aliases.IsStored(root) ? " (stored)" : "")))));
        Stage("Activity", Lines(variables.Where(variable => variable.Type.CanBeActive), variable =>
            activity.IsActive(variable) ? "active" : activity.IsVaried(new Read(variable)) ? "varied, not useful" : "constant"));
        foreach (Procedure companion in Companions.Of(ir)) Stage(companion.Name, Printer.Print(companion));
        Snapshot.Match(name, text.ToString());
    }

    private static string Lines(IEnumerable<Variable> variables, Func<Variable, string> result) =>
        string.Concat(variables.Select(variable => variable + ": " + result(variable) + "\n"));

    private static MethodIr Read(string method)
    {
        CSharpCompilation compilation = UserProject.Of($"using System;\nusing AutoDiff;\npublic static partial class T\n{{\n[Differentiable]\n{method}\n}}\n").Compilation;
        IMethodSymbol symbol = compilation.GetTypeByMetadataName("T")!.GetMembers("F").OfType<IMethodSymbol>().Single();
        return MethodReader.Read(symbol, compilation, CancellationToken.None).Method!;
    }
}
