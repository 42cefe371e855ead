namespace AutoDiff.Generators.Rules;

/// <summary>
/// A partial derivative as a formula over the arguments and the result of its function, parsed once and instantiated for each call.
/// Its own tree is of literals, <see cref="Read"/> of placeholders, <see cref="Negate"/>, <see cref="Binary"/> and <see cref="Apply"/>.
/// </summary>
internal sealed class Template
{
    /// <summary>The id of the placeholder for the result; those of the arguments are their positions.</summary>
    public const int ResultId = -1;

    private readonly string _text;
    private readonly Expr _body;
    private readonly HashSet<int> _reads = [];

    private Template(string text, Expr body)
    {
        _text = text;
        _body = body;
        CollectReads(body);
    }

    /// <summary>Does it need the value of the argument at this position?</summary>
    public bool Reads(int argument) => _reads.Contains(argument);

    /// <summary>Does it need the value that the function returned?</summary>
    public bool ReadsResult => _reads.Contains(ResultId);

    public bool IsZero => _body is Literal { IsZero: true };

    public bool IsOne => _body is Literal { IsOne: true };

    /// <summary>The functions that it calls: <c>Math</c>, <c>Number</c> or <c>Partials</c>, and the name.</summary>
    public IEnumerable<(string Host, string Name)> Functions => _body.DescendantsAndSelf().OfType<Apply>().Select(apply => (apply.Host, apply.Name));

    /// <exception cref="FormatException"><paramref name="text"/> is not a formula over <paramref name="parameters"/>.</exception>
    public static Template Parse(string text, IReadOnlyList<string> parameters) =>
        new(text, new TemplateParser(text, parameters).Parse());

    /// <summary>A call of a method with all arguments, and the result if it takes it; <paramref name="suffix"/> follows the call.</summary>
    public static Template Call(string method, int arity, bool takesResult, string suffix)
    {
        IEnumerable<int> ids = Enumerable.Range(0, arity);
        Expr[] operands = [.. (takesResult ? ids.Append(ResultId) : ids).Select(id => new Read(new Variable(id, "x", IrType.Double, VariableRole.Temporary)))];
        string[] parts = [method + "(", .. Enumerable.Repeat(", ", operands.Length - 1), ")" + suffix];
        return new(method, new Opaque(parts.ToEquatable(), operands.ToEquatable(), IrType.Double));
    }

    /// <summary>
    /// The formula in terms of <paramref name="arguments"/> and <paramref name="result"/>, which it may repeat: pass what is cheap to
    /// evaluate twice. An integer argument is passed on to a function as it is, and cast to <paramref name="type"/> in arithmetic.
    /// </summary>
    public Expr Instantiate(IReadOnlyList<Expr> arguments, Expr result, IrType type)
    {
        return Operand(_body);

        Expr Operand(Expr e)
        {
            Expr operand = Substitute(e);
            return operand.Type.IsReal ? operand : new Ir.Convert(operand, Implicit: false, type);
        }

        Expr Substitute(Expr e) => e switch
        {
            Literal literal => literal with { Type = type },
            Read { Variable.Id: ResultId } => result,
            Read { Variable.Id: var position } => arguments[position],
            Negate negate => new Negate(Operand(negate.Operand)),
            Binary binary => new Binary(binary.Operator, Operand(binary.Left), Operand(binary.Right)),
            Opaque call => call with { Operands = call.Operands.Select(Substitute).ToEquatable(), Type = type },
            Apply apply => new Apply(HostOf(apply.Host, type), apply.Name, apply.Arguments.Select(Substitute).ToEquatable(), type),
            _ => throw new InvalidOperationException(e.ToString()),
        };
    }

    public override string ToString() => _text;

    /// <summary>Where a function of a template is found: <c>Math</c> and <c>Number</c> stand for the host that fits the type.</summary>
    public static string HostOf(string host, IrType type) => host switch
    {
        "Math" or "Number" when type.IsVector => type.Host,
        "Math" or "Number" when type.IsGeneric => type.Name,
        "Math" => type.IsSingle ? "MathF" : "Math",
        "Number" => type.Name,
        "Partials" => host,
        _ => throw new InvalidOperationException(host),
    };

    private void CollectReads(Expr e)
    {
        switch (e)
        {
            case Literal:
                break;
            case Read read:
                _reads.Add(read.Variable.Id);
                break;
            case Negate negate:
                CollectReads(negate.Operand);
                break;
            case Binary binary:
                CollectReads(binary.Left);
                CollectReads(binary.Right);
                break;
            case Apply apply:
                foreach (Expr argument in apply.Arguments) CollectReads(argument);
                break;
            case Opaque call:
                foreach (Expr operand in call.Operands) CollectReads(operand);
                break;
            default:
                throw new InvalidOperationException(e.ToString());
        }
    }
}
