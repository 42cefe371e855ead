using Microsoft.CodeAnalysis.CSharp;

namespace AutoDiff.Generators.Emit;

/// <summary>
/// Decides what each variable of a companion is called: the user's names stay, and no name stands for two things where both can be
/// seen. The same method always gets the same names.
/// </summary>
internal sealed class NameTable
{
    private readonly Dictionary<Variable, string> _names = [];
    private readonly Dictionary<Variable, List<int[]>> _homes = [];
    private readonly List<Variable> _order = [];

    public NameTable(Procedure procedure, MethodIr method)
    {
        if (method.This is { } self) _names[self] = "this";
        // The names of a companion's parameters are part of its contract: they come first, whatever the body uses.
        var used = new Dictionary<string, List<int[]>>();
        foreach (ProcedureParameter parameter in procedure.Parameters.OrderBy(parameter => (int)parameter.Variable.Role))
        {
            Place(parameter.Variable, []);
            Name(parameter.Variable, [], used);
        }
        foreach (OwnFunction own in method.OwnFunctions) used[own.Name] = [[]];
        Visit(procedure.Body, []);
        foreach (Read read in procedure.Body.AllExpressions().OfType<Read>())
            if (!_homes.ContainsKey(read.Variable)) Place(read.Variable, []);
        var taken = new HashSet<string>(method.Taken);
        foreach (Variable variable in _order.Where(variable => !_names.ContainsKey(variable)).OrderBy(variable => (int)variable.Role)) Name(variable, taken, used);
    }

    public string this[Variable variable] => variable.Root is { } root ? this[root] + variable.Path : _names[variable];

    /// <summary>A variable may be declared in several blocks: what the forward sweep computes is restored under the same name.</summary>
    private void Place(Variable variable, int[] home)
    {
        if (_names.ContainsKey(variable) && !_homes.ContainsKey(variable)) return;
        if (variable.Root is { } root)
        {
            if (!_homes.ContainsKey(root)) Place(root, home);
            return;
        }
        if (!_homes.TryGetValue(variable, out List<int[]>? homes))
        {
            _homes[variable] = homes = [];
            _order.Add(variable);
        }
        homes.Add(home);
    }

    private void Visit(Block block, int[] path)
    {
        foreach (Variable local in block.Locals) Place(local, path);
        int child = 0;
        foreach (Stmt statement in block.Statements)
        {
            if (statement is Declare declare) Place(declare.Variable, path);
            if (statement is For loop) Place(loop.Index, [.. path, child]);
            // The two blocks of a loop are written as one.
            if (statement is Loop) child++;
            foreach (Block inner in statement.Blocks()) Visit(inner, [.. path, statement is Loop ? child : statement is For ? child : ++child]);
            child++;
        }
    }

    private void Name(Variable variable, HashSet<string> taken, Dictionary<string, List<int[]>> used)
    {
        string plain = Plain(variable.Name), name = plain;
        for (int number = 2; IsSeen(name, variable, taken, used); number++)
            name = plain + number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        if (!used.TryGetValue(name, out List<int[]>? homes)) used[name] = homes = [];
        homes.AddRange(_homes[variable]);
        _names[variable] = SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None ? "@" + name : name;
    }

    /// <summary>What the compiler calls the variables of several <c>from</c> clauses together is no name in C#.</summary>
    private static string Plain(string name) => name.Replace("<>h__TransparentIdentifier", "from");

    private bool IsSeen(string name, Variable variable, HashSet<string> taken, Dictionary<string, List<int[]>> used) =>
        variable.Role == VariableRole.Temporary && taken.Contains(name)
        || used.TryGetValue(name, out List<int[]>? homes) && homes.Any(home => _homes[variable].Any(own => Overlap(home, own)));

    /// <summary>Is one of the blocks the other, or inside it?</summary>
    private static bool Overlap(int[] a, int[] b) => a.Zip(b, (x, y) => x == y).All(same => same);
}
