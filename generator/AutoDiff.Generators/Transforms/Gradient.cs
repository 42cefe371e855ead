namespace AutoDiff.Generators.Transforms;

/// <summary>Writes the companions that only call others: <c>FGradient</c> on the adjoint, <c>FJacobian</c> on the tangent.</summary>
internal static class Gradient
{
    public static Procedure Run(MethodIr method)
    {
        var variables = new VariableSource(method.VariableCount);
        var signature = new CompanionSignature(method, variables);
        var statements = new List<Stmt>();
        Parameter[] differentiable = [.. method.Differentiable];
        var owned = new Dictionary<Variable, Variable>();
        var given = new List<Expr>();
        foreach (Parameter parameter in differentiable)
        {
            IrType type = parameter.Variable.Type;
            Variable adjoint = owned[parameter.Variable] = variables.New(parameter.Variable.Name + "Adjoint", type.IsSequence ? type.As(TypeShape.Array) : type);
            if (type.IsReal) statements.Add(new Declare(adjoint, Literal.Zero(type)));
            else statements.Add(new Declare(adjoint, SharedWith(parameter, differentiable, owned) ?? New(parameter.Variable)));
            given.Add(type.IsReal ? Integers.Text(type, ["ref ", ""], new Read(adjoint)) : new Read(adjoint));
        }
        Variable value = variables.New("value", method.Result);
        List<Expr> arguments = [.. method.Parameters.Select(parameter => new Read(parameter.Variable)), .. given];
        statements.Add(new Declare(value, Integers.Text(method.Result, [method.Reach(method.Name + "Adjoint") + "(", .. Enumerable.Repeat(", ", arguments.Count - 1), ")"], [.. arguments])));
        List<Expr> results = [new Read(value), .. differentiable.Select(parameter => Returned(parameter, differentiable, owned))];
        statements.Add(new Return(Integers.Text(IrType.Void, ["(", .. Enumerable.Repeat(", ", results.Count - 1), ")"], [.. results])));
        return new Procedure(
            method.Name + "Gradient",
            TupleType(method, parameter => parameter.IsSequence ? parameter.Name + "[]" : parameter.Name),
            signature.Own(isLast: true).ToEquatable(),
            "Value of {0} and its gradient, freshly allocated.",
            EquatableArray<string>.Empty,
            new Block(EquatableArray<Variable>.Empty, statements.ToEquatable()));
    }

    /// <summary>The tuple of value and derivatives: an element per differentiable parameter, its name in PascalCase.</summary>
    public static string TupleType(MethodIr method, Func<IrType, string> derivative)
    {
        var names = new HashSet<string> { "Value" };
        var elements = new List<string> { method.Result + " Value" };
        foreach (Parameter parameter in method.Differentiable)
        {
            string name = parameter.Variable.Name.TrimStart('@');
            name = char.ToUpperInvariant(name[0]) + name.Substring(1);
            if (name is "ToString" or "GetHashCode" or "Equals" or "CompareTo" or "GetType" or "Rest" || name.StartsWith("Item", StringComparison.Ordinal) && name.Length > 4 && name.Skip(4).All(char.IsDigit)) name += "Gradient";
            while (!names.Add(name)) name += "Gradient";
            elements.Add(derivative(parameter.Variable.Type) + " " + name);
        }
        return "(" + string.Join(", ", elements) + ")";
    }

    private static Expr New(Variable sequence) => Integers.Text(sequence.Type.As(TypeShape.Array), ["new " + sequence.Type.Name + "[", ".Length]"], new Read(sequence));

    /// <summary>
    /// Where the method stores into a sequence, and the same one may be passed for two parameters, both share one adjoint: it holds the
    /// sum of both partials.
    /// </summary>
    private static Expr? SharedWith(Parameter parameter, Parameter[] all, Dictionary<Variable, Variable> adjoints)
    {
        Parameter? first = Partner(parameter, all);
        return first is null ? null : Integers.Text(
            parameter.Variable.Type.As(TypeShape.Array), ["", " == ", " ? ", " : ", ""],
            new Read(parameter.Variable), new Read(first.Variable), new Read(adjoints[first.Variable]), New(parameter.Variable));
    }

    private static Expr Returned(Parameter parameter, Parameter[] all, Dictionary<Variable, Variable> adjoints)
    {
        var own = new Read(adjoints[parameter.Variable]);
        return Partner(parameter, all) is { } first
            ? Integers.Text(own.Type, ["", " == ", " ? ", " : ", ""], new Read(parameter.Variable), new Read(first.Variable), New(parameter.Variable), own)
            : own;
    }

    private static Parameter? Partner(Parameter parameter, Parameter[] all) => all.TakeWhile(other => other != parameter)
        .FirstOrDefault(other => (other.Written || parameter.Written) && other.Variable.Type == parameter.Variable.Type && other.Variable.Type.IsSequence);
}
