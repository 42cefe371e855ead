namespace AutoDiff.Generators.Transforms;

/// <summary>The parameters that companions add to those of the method, by the table of the contract.</summary>
internal sealed class CompanionSignature
{
    private readonly MethodIr _method;
    private readonly VariableSource _variables;

    public CompanionSignature(MethodIr method, VariableSource variables)
    {
        _method = method;
        _variables = variables;
        foreach (Parameter parameter in method.Differentiable)
        {
            IrType type = parameter.Variable.Type;
            Adjoints[parameter.Variable] = variables.New(parameter.Variable.Name + "Adjoint", type.IsSequence ? type.As(TypeShape.Span) : type);
            Tangents[parameter.Variable] = variables.New(parameter.Variable.Name + "Tangent", type.Shape == TypeShape.ReadOnlySpan ? type : type.IsSequence ? type.As(TypeShape.Span) : type);
        }
        if (method.Result.Shape != TypeShape.Void)
            ResultAdjoint = variables.New("resultAdjoint", method.Result.IsSequence ? method.Result.As(TypeShape.ReadOnlySpan) : method.Result);
    }

    public Dictionary<Variable, Variable> Adjoints { get; } = [];

    public Dictionary<Variable, Variable> Tangents { get; } = [];

    public Variable? ResultAdjoint { get; }

    /// <summary>The parameters of the method itself; a default value can stay only where nothing follows.</summary>
    public IEnumerable<ProcedureParameter> Own(bool isLast) => _method.Parameters.Select(parameter => new ProcedureParameter(
        parameter.Variable,
        parameter.Modifiers == "this " || isLast ? parameter.Modifiers : "",
        isLast ? parameter.Default : ""));

    public IEnumerable<ProcedureParameter> AdjointParameters()
    {
        foreach (ProcedureParameter own in Own(isLast: false)) yield return own;
        foreach (Parameter parameter in _method.Differentiable)
            yield return new ProcedureParameter(Adjoints[parameter.Variable], parameter.Variable.Type.IsReal ? "ref " : "", "");
        if (ResultAdjoint is { } seed) yield return new ProcedureParameter(seed, "", seed.Type.IsReal ? " = 1" : "");
    }

    public IEnumerable<ProcedureParameter> TangentParameters()
    {
        foreach (ProcedureParameter own in Own(isLast: false)) yield return own;
        foreach (Parameter parameter in _method.Differentiable) yield return new ProcedureParameter(Tangents[parameter.Variable], "", "");
    }

    public Variable New(string name, IrType type) => _variables.New(name, type);

    /// <summary>The buffers that come with sequences have as many elements as these.</summary>
    public IEnumerable<Stmt> LengthChecks(Dictionary<Variable, Variable> buffers) => _method.Differentiable
        .Where(parameter => parameter.Variable.Type.IsSequence)
        .Select(parameter => (parameter.Variable, Buffer: buffers[parameter.Variable]))
        .Select(pair => new Effect(Integers.Text(
            IrType.Void,
            ["\u0001Adjoints\u0001.RequireLength(", ".Length, ", ".Length, nameof(", "), nameof(", "))"],
            new Read(pair.Variable), new Read(pair.Buffer), new Read(pair.Variable), new Read(pair.Buffer))));

    /// <summary>Where the method stores into a parameter, sequences that share memory must have buffers that do.</summary>
    public IEnumerable<Stmt> OverlapChecks(Dictionary<Variable, Variable> buffers)
    {
        Parameter[] sequences = [.. _method.Differentiable.Where(parameter => parameter.Variable.Type.IsSequence)];
        for (int i = 0; i < sequences.Length; i++)
        {
            for (int j = i + 1; j < sequences.Length; j++)
            {
                (Parameter a, Parameter b) = (sequences[i], sequences[j]);
                if (!a.Written && !b.Written || a.Variable.Type.Name != b.Variable.Type.Name) continue;
                Expr[] operands = [new Read(a.Variable), new Read(b.Variable), new Read(buffers[a.Variable]), new Read(buffers[b.Variable]), new Read(a.Variable), new Read(b.Variable)];
                yield return new Effect(Integers.Text(
                    IrType.Void,
                    ["\u0001Adjoints\u0001.RequireMirrored<" + a.Variable.Type.Name + ">(", ", ", ", ", ", ", ", nameof(", "), nameof(", "))"],
                    operands));
            }
        }
    }
}
