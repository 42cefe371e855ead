namespace AutoDiff.Generators.Transforms;

/// <summary>Writes <c>FGradient</c>, which makes adjoints of its own and calls the adjoint companion.</summary>
internal static class Gradient
{
    public static Procedure Run(MethodIr method)
    {
        var variables = new VariableSource(method.VariableCount);
        var signature = new CompanionSignature(method, variables);
        var statements = new List<Stmt>();
        FormalParameter[] differentiable = [.. signature.Formals];
        var owned = new Dictionary<Variable, Variable>();
        var given = new List<Expr>();
        foreach (FormalParameter formal in differentiable)
        {
            IrType type = formal.DerivativeType;
            Variable adjoint = owned[formal.Variable] = variables.New(formal.Variable.Name + "Adjoint", type.IsFlat ? type.As(TypeShape.Array) : type);
            statements.Add(new Declare(adjoint, SharedWith(method, formal, differentiable, owned) ?? Zero(method, formal)));
            given.Add(CompanionSignature.IsByReference(formal) ? Integers.Text(type, ["ref ", ""], new Read(adjoint)) : new Read(adjoint));
        }
        Variable value = variables.New("value", method.Result);
        // The adjoint of the result, where it is no default value.
        if (method.Result.IsGeneric) given.Add(Literal.One(method.Result));
        List<Expr> arguments = [.. method.Signature.Select(Passed), .. given];
        statements.Add(new Declare(value, Integers.Text(method.Result, [method.Reach(method.Name + "Adjoint") + "(", .. Enumerable.Repeat(", ", arguments.Count - 1), ")"], [.. arguments])));
        List<Expr> results = [new Read(value), .. differentiable.Select(formal => Returned(method, formal, differentiable, owned))];
        statements.Add(new Return(Integers.Text(IrType.Void, ["(", .. Enumerable.Repeat(", ", results.Count - 1), ")"], [.. results])));
        return new Procedure(
            method.Name + "Gradient",
            TupleType(method, type => type.IsFlat ? type.As(TypeShape.Array).ToString() : type.ToString()),
            signature.Own(isLast: true).ToEquatable(),
            "Value of {0} and its gradient, freshly allocated.",
            EquatableArray<string>.Empty,
            new Block(EquatableArray<Variable>.Empty, statements.ToEquatable()));
    }

    /// <summary>A parameter of the method, handed on to a companion.</summary>
    public static Expr Passed(FormalParameter formal) => formal.Passing.Length == 0
        ? new Read(formal.Variable)
        : Integers.Text(formal.Variable.Type, [formal.Passing, ""], new Read(formal.Variable));

    /// <summary>The tuple of value and derivatives: an element per differentiable parameter, its name in PascalCase.</summary>
    public static string TupleType(MethodIr method, Func<IrType, string> derivative)
    {
        var names = new HashSet<string> { "Value" };
        var elements = new List<string> { method.Result + " Value" };
        foreach (FormalParameter formal in method.Signature.Where(formal => formal.Differentiable))
        {
            string name = formal.Variable.Name.TrimStart('@');
            name = char.ToUpperInvariant(name[0]) + name.Substring(1);
            if (name is "ToString" or "GetHashCode" or "Equals" or "CompareTo" or "GetType" or "Rest" || name.StartsWith("Item", StringComparison.Ordinal) && name.Length > 4 && name.Skip(4).All(char.IsDigit)) name += "Gradient";
            while (!names.Add(name)) name += "Gradient";
            elements.Add(derivative(formal.DerivativeType) + " " + name);
        }
        return "(" + string.Join(", ", elements) + ")";
    }

    /// <summary>An adjoint of zeros.</summary>
    private static Expr Zero(MethodIr method, FormalParameter formal) => formal.Structure switch
    {
        Composite { IsStruct: true } whole when formal.Structure.Variables.All(variable => !variable.Type.IsSequence) && !whole.HoldsObjects => Opaque.Text("default", formal.Variable.Type),
        Leaf { Variable.Type: { CanBeActive: true, IsReal: false } } => Lengths.ArrayLike(method, formal.Variable),
        _ => formal.Structure.Build(variable => ZeroOf(method, variable)),
    };

    private static Expr ZeroOf(MethodIr method, Variable variable) => variable.Type switch
    {
        { IsReal: true } => Literal.Zero(variable.Type),
        { CanBeActive: true } => Lengths.ArrayLike(method, variable),
        _ => method.Kept(variable),
    };

    /// <summary>
    /// Where the method stores into a sequence, and the same one may be passed for two parameters, both share one adjoint: it holds the
    /// sum of both partials.
    /// </summary>
    private static Expr? SharedWith(MethodIr method, FormalParameter formal, FormalParameter[] all, Dictionary<Variable, Variable> adjoints)
    {
        FormalParameter? first = Partner(method, formal, all);
        return first is null ? null : Integers.Text(
            formal.Variable.Type.As(TypeShape.Array), ["", " == ", " ? ", " : ", ""],
            new Read(formal.Variable), new Read(first.Variable), new Read(adjoints[first.Variable]), Lengths.ArrayLike(method, formal.Variable));
    }

    private static Expr Returned(MethodIr method, FormalParameter formal, FormalParameter[] all, Dictionary<Variable, Variable> adjoints)
    {
        var own = new Read(adjoints[formal.Variable]);
        return Partner(method, formal, all) is { } first
            ? Integers.Text(own.Type, ["", " == ", " ? ", " : ", ""], new Read(formal.Variable), new Read(first.Variable), Lengths.ArrayLike(method, formal.Variable), own)
            : own;
    }

    private static FormalParameter? Partner(MethodIr method, FormalParameter formal, FormalParameter[] all)
    {
        bool IsWritten(FormalParameter each) => method.Parameters.Any(parameter => parameter.Variable == each.Variable && parameter.Written);
        return all.TakeWhile(other => other != formal)
            .FirstOrDefault(other => (IsWritten(other) || IsWritten(formal)) && other.Variable.Type == formal.Variable.Type && other.Variable.Type.IsSequence);
    }
}
