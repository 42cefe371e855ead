using AutoDiff.Generators.Analyses;

namespace AutoDiff.Generators.Transforms.Reverse;

/// <summary>
/// Where the reverse sweep adds up the adjoints of parameters: in the caller's buffers, or in a local first where that is faster (inside
/// loops a <c>ref</c> would be written to memory each time) or necessary (the parameter is assigned, or exchanges arrays with others).
/// </summary>
internal sealed class ParameterAdjoints
{
    private readonly List<(Variable Local, Variable Given, bool InOut)> _sums = [];
    private readonly List<(Variable Entry, Variable Shadow, Variable Given)> _shadows = [];
    private readonly List<(Variable Parameter, Variable Shadow)> _ownShadows = [];
    private readonly List<(Variable Shadow, Variable Given)> _rows = [];
    private readonly List<(Variable Shadow, Variable Given)> _same = [];
    private readonly List<Variable> _internal = [];
    private readonly List<Variable> _sinks = [];
    private readonly MethodIr _method;
    private readonly ScratchMemory _scratch;

    public ParameterAdjoints(MethodIr method, CompanionSignature signature, Activity activity, IReadOnlyDictionary<Variable, Variable> roaming, ScratchMemory scratch, bool areLocal)
    {
        _method = method;
        _scratch = scratch;
        bool loops = method.Body.AllStatements().Any(statement => statement is For or Loop);
        HashSet<Variable> assigned = [.. method.Body.AllStatements().Select(statement => statement.Assigned()!).Where(variable => variable is not null)];
        foreach (Parameter parameter in method.Parameters)
        {
            Variable variable = parameter.Variable;
            if (!variable.Type.CanBeActive) continue;
            if (!parameter.Differentiable)
            {
                if (variable.Type.IsReal && activity.IsActive(variable)) _internal.Add(Variables[variable] = signature.New(variable.Name + "Adjoint", variable.Type));
                if (roaming.TryGetValue(variable, out Variable? own)) _ownShadows.Add((variable, own));
                continue;
            }
            Variable given = signature.Adjoints[variable];
            if (roaming.TryGetValue(variable, out Variable? shadow) && variable.Type.IsJagged) _rows.Add((shadow, given));
            else if (shadow is not null && variable.Type is { Shape: TypeShape.Array, IsFlat: false } && !assigned.Contains(variable)) _same.Add((shadow, given));
            else if (shadow is not null) _shadows.Add((signature.New(variable.Name + "Entry", shadow.Type), shadow, given));
            Variables[variable] = given;
            if (areLocal)
            {
                _sinks.Add(given);
                continue;
            }
            if (!variable.Type.IsReal || !activity.IsActive(variable) || !loops && !assigned.Contains(variable)) continue;
            Variable sum = signature.New(variable.Name + "Sum", variable.Type);
            _sums.Add((sum, given, parameter.Written));
            Variables[variable] = sum;
        }
    }

    /// <summary>The variable in which the adjoint of each parameter is added up.</summary>
    public Dictionary<Variable, Variable> Variables { get; } = [];

    /// <summary>Where nothing is given: the locals that end up as the gradient.</summary>
    public IReadOnlyList<Variable> Sinks => _sinks;

    /// <summary>
    /// Where a parameter exchanges its array, the shadow goes with it; the one that it had on entry belongs to the caller. Arrays that
    /// change places in a parameter take those of the caller with them.
    /// </summary>
    public IEnumerable<Stmt> Before() => _shadows.SelectMany(each => new Stmt[]
    {
        new Declare(each.Entry, _scratch.Copy(each.Shadow.Type, new Read(each.Given))),
        new Declare(each.Shadow, new Read(each.Entry)),
    }).Concat(_ownShadows.Select(each => new Declare(each.Shadow, _scratch.New(each.Shadow.Type, Integers.Text(IrType.Int32, ["", ".Length"], new Read(each.Parameter))))))
        .Concat(_same.Select(each => new Declare(each.Shadow, new Read(each.Given))))
        .Concat(_rows.Select(each => new Declare(each.Shadow, Integers.Text(each.Shadow.Type, ["(" + each.Shadow.Type + ")", ".Clone()"], new Read(each.Given)))));

    /// <summary>What the caller gives as the adjoint of each place belongs to the array that stands there at the end.</summary>
    public IEnumerable<Stmt> Starts()
    {
        foreach ((Variable shadow, Variable given) in _rows) yield return Follow(given.Type, new Read(given), new Read(shadow));
        foreach (IGrouping<string, (Variable Entry, Variable Shadow, Variable Given)> members in _shadows.Where(each => each.Given.Root is not null && each.Entry.Type.Shape == TypeShape.Array).GroupBy(each => each.Shadow.Type.Scalar))
            yield return Follow(members.First().Shadow.Type, List(members.Select(each => each.Entry)), List(members.Select(each => each.Shadow)));
    }

    private Effect Follow(IrType type, Expr given, Expr moved) =>
        new(Integers.Text(IrType.Void, ["\u0001Adjoints\u0001.Follow<" + type.Scalar + ">(", ", ", _method.SumOf(type) + ")"], given, moved) with { Repeatable = false });

    private static Opaque List(IEnumerable<Variable> arrays)
    {
        Expr[] items = [.. arrays.Select(array => new Read(array))];
        return Integers.Text(IrType.Void, ["[", .. Enumerable.Repeat(", ", items.Length - 1), "]"], items);
    }

    public IEnumerable<Stmt> Sums() => _sinks.Select(sink => new Declare(sink, Literal.Zero(sink.Type)))
        .Concat(_sums.Select(each => new Declare(each.Local, each.InOut ? new Read(each.Given) : Literal.Zero(each.Local.Type))))
        .Concat(_internal.Select(local => new Declare(local, Literal.Zero(local.Type))));

    public IEnumerable<Stmt> After()
    {
        foreach ((Variable local, Variable given, bool inOut) in _sums) yield return new Update(new Read(given), inOut ? UpdateKind.Set : UpdateKind.Add, new Read(local));
        foreach ((Variable entry, _, Variable given) in _shadows)
            yield return new Effect(Integers.Text(IrType.Void, ["", ".CopyTo(", given.Type.Shape == TypeShape.Array ? ", 0)" : ")"], new Read(entry), new Read(given)));
    }
}
