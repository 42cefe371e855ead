using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace AutoDiff.Generators.FrontEnd;

/// <summary>
/// Lowers the body of a method to statements of the intermediate form, in C#'s order of evaluation. It is a whitelist: an operation it
/// does not know is refused at its place. One partial file for each kind of operation.
/// </summary>
/// <remarks>Establishes: expressions are pure; control flow is structured; every variable has its own <see cref="Variable"/>.</remarks>
internal sealed partial class BodyReader
{
    private readonly IMethodSymbol _method;

    /// <summary>What is beside the companions, and whose these are: the method that is read, or one that it is called by.</summary>
    private readonly Recursions _recursions;

    /// <summary>The type in which the companions stand.</summary>
    private INamedTypeSymbol Home => _recursions.Host.ContainingType;

    /// <summary>Is code being read that stands elsewhere?</summary>
    private bool IsElsewhere => _inlining.Count > 0 || !_recursions.IsHost(_method);

    private readonly int _origin;
    private readonly bool _constantsInPlace;
    private readonly bool _takesApart;
    private readonly WayOfReading _way;
    private readonly Receiver? _receiver;
    private Bundle? _self;
    private readonly CancellationToken _cancellation;
    private readonly Compilation _compilation;
    private readonly List<Refusal> _refusals = [];
    private readonly List<LossyCast> _casts = [];
    private readonly HashSet<string> _identifiers = [];
    private readonly List<IMethodSymbol> _inlining = [];
    private readonly List<(IMethodSymbol Method, Site Site)> _callees = [];
    private readonly HashSet<Variable> _foreign = [];

    /// <summary>Parameters that carry no derivative.</summary>
    private readonly HashSet<Variable> _constants = [];
    private readonly HashSet<Variable> _constantMembers = [];
    private readonly HashSet<ISymbol> _refused = new(SymbolEqualityComparer.Default);
    private readonly HashSet<Variable> _assignedSpans = [];
    private SemanticModel _model;
    private BlockBuilder _block = new(), _outermost = new();
    private Frame _frame = new();
    private Site? _callSite;
    private Site _statement;
    private int _variables;
    private int _nesting;

    /// <param name="method">The method.</param>
    /// <param name="model">The model of the file it stands in.</param>
    /// <param name="origin">Where it begins there.</param>
    /// <param name="way">How the objects are read that the method makes.</param>
    /// <param name="receiver">The object that it is called on, where the derivative is by its members, too.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public BodyReader(IMethodSymbol method, SemanticModel model, int origin, WayOfReading way, Receiver? receiver, Recursions recursions, CancellationToken cancellation)
    {
        _constantsInPlace = way != WayOfReading.AsWritten;
        _takesApart = way >= WayOfReading.TakenApart;
        _way = way;
        _receiver = receiver;
        _method = method;
        _recursions = recursions;
        _model = model;
        _compilation = model.Compilation;
        _origin = origin;
        _cancellation = cancellation;
    }

    public IReadOnlyList<Refusal> Refusals => _refusals;

    public IReadOnlyList<LossyCast> Casts => _casts;

    /// <summary>The differentiable methods that the body calls.</summary>
    public IReadOnlyList<(IMethodSymbol Method, Site Site)> Callees => _callees;

    /// <summary>Has a call been left as it is that makes an array or an object of constants alone?</summary>
    public bool HasConstantsMade { get; private set; }

    /// <summary>Does the method speak of classes, structs or interfaces of the compilation?</summary>
    public bool HasOwnTypes { get; private set; }

    /// <summary>Do objects that it speaks of hold lists, or arrays of objects?</summary>
    public bool HasCollectionsInObjects { get; private set; }

    /// <summary>Collections of the framework with numbers that it speaks of, and whose code is written down.</summary>
    public HashSet<string> Collections { get; } = new(StringComparer.Ordinal);

    public int VariableCount => _variables;

    public HashSet<string> Identifiers => _identifiers;

    /// <summary>Where a <c>return</c> of the body being read leads: the method itself, or a method differentiated in place.</summary>
    private sealed class Frame
    {
        public Meaning? Result;
        public Bundle? This;

        /// <summary>That of the method which calls this one; null for the method itself.</summary>
        public Frame? Outer;

        /// <summary>The call, and the names where it stands; none for the method itself, and for a lambda or a local function.</summary>
        public PlacedCall? Call;
        public Names? OuterNames;

        /// <summary>Is <c>this</c> an object without numbers, whose methods call nothing but each other?</summary>
        public bool IsStateless;
        public Variable? Returned;
        public BlockBuilder? Entry;
        public readonly Stack<LoopFrame> Loops = new();
    }

    /// <summary>The jump targets of the loop being read and the conditions that its jumps are lowered to.</summary>
    private record LoopFrame(ILabelSymbol? Exit, ILabelSymbol? Continue, Variable Broke, Variable Skipped);

    /// <summary>Lowers the whole body; the result structure holds what the method returns.</summary>
    public (Block Body, Structure? Result) Body(IOperation body)
    {
        CollectIdentifiers(body.Syntax);
        var entry = _block = _frame.Entry = _outermost = new BlockBuilder();
        CopyAssignedParameters(body);
        BindOwnCaptured();
        foreach (IParameterSymbol parameter in _method.Parameters)
            if (_bindings.TryGetValue(parameter, out Expr? bound) && bound is Read { Variable: { Type.IsList: true } list }) GiveList(parameter, new GrowingList(list, null, ((INamedTypeSymbol)parameter.Type).TypeArguments[0]), body, null);
        foreach (IParameterSymbol parameter in _method.Parameters)
            if (parameter.RefKind == RefKind.Out && _bundles.TryGetValue(parameter, out Bundle? given) && given.Layout.Members.Any(member => member.Symbol is IPropertySymbol) && given.Leaves.FirstOrDefault() is Read { Variable.Root: { } whole })
            {
                // A property can only be assigned where there is a whole.
                _block.Add(new Effect(Opaque.Of(IrType.Void, ["", " = default"], new Read(whole)) with { Repeatable = false }));
            }
        if (!_method.ReturnsVoid) _frame.Result = FreshResult("result", _method.ReturnType);
        BodyStatements(body);
        RequireExactModels();
        RefuseReadCounters();
        RefuseShownDelegates(entry.Build());
        return (entry.Build(), _frame.Result is { } result ? StructureOf(result) : null);
    }

    private void BodyStatements(IOperation body)
    {
        switch (body)
        {
            case IMethodBodyOperation method:
                BodyStatements((IOperation?)method.BlockBody ?? method.ExpressionBody!);
                break;
            case IBlockOperation block:
                Statements(block.Operations, 0);
                break;
            default:
                Refuse(body, "DIFF0101", "A body of this form");
                break;
        }
    }

    private void CollectIdentifiers(SyntaxNode syntax)
    {
        SyntaxNode whole = syntax.FirstAncestorOrSelf<MemberDeclarationSyntax>() ?? syntax;
        foreach (SyntaxToken token in whole.DescendantTokens())
            if (token.IsKind(SyntaxKind.IdentifierToken)) _identifiers.Add(token.ValueText);
    }

    private Variable Temporary(string name, IrType type) => new(_variables++, name, type, VariableRole.Temporary);

    private Variable Local(string name, IrType type)
    {
        var variable = new Variable(_variables++, name, type, VariableRole.Local);
        _block.Declare(variable);
        return variable;
    }

    /// <summary>Puts a value into a temporary of its own, so that what is evaluated later cannot change it.</summary>
    private Read Spill(Expr value, string name)
    {
        if (KeptIn(value) is not null) return (Read)value;
        RequireVisible(value);
        Variable temporary = Temporary(name, value.Type);
        _block.Declare(temporary);
        _block.Add(new Assign(temporary, value));
        if (value.Type.IsSequence && value is Opaque { IsNull: false }) _foreign.Add(temporary);
        return new Read(temporary);
    }

    private BlockBuilder Within(BlockBuilder builder, Action fill)
    {
        BlockBuilder outer = _block;
        _block = builder;
        _nesting++;
        fill();
        _nesting--;
        _block = outer;
        return builder;
    }

    private Block Nested(Action fill) => Within(new BlockBuilder(_block), fill).Build();

    private Site SiteOf(SyntaxNode syntax) => SiteOf(syntax.Span);

    private Site SiteOf(TextSpan span) => _callSite ?? new Site(span.Start - _origin, span.Length);

    private Expr Refuse(IOperation operation, string id, params string[] words) =>
        Refuse(operation.Syntax, TypeOf(operation.Type), id, id == "DIFF0101" && words.Length == 1 && Unwrap(operation).Type is { } type && FrontEnd.Collections.IsTwin(type) ? [words[0], Remedies.Of(type)] : words);

    private Expr Refuse(SyntaxNode syntax, IrType type, string id, params string[] words)
    {
        Refuse(syntax, SiteOf(syntax), id, words);
        return new Literal("0", type);
    }

    private void Refuse(SyntaxNode syntax, Site site, string id, params string[] words)
    {
        string[] remedy = words.Length > 1 ? [] : id switch { "DIFF0101" => [Remedies.Expression], "DIFF0102" => [Remedies.Statement], _ => [] };
        var refusal = new Refusal(id, site, words.Concat(remedy).ToEquatable(), Follows: MentionsRefused(syntax));
        if (!_refusals.Contains(refusal)) _refusals.Add(refusal);
        foreach (SyntaxNode node in syntax.DescendantNodesAndSelf())
            if (node is SingleVariableDesignationSyntax or VariableDeclaratorSyntax && _model.GetDeclaredSymbol(node) is { } declared) _refused.Add(declared);
    }

    /// <summary>Refuses what is met on the way through a statement, or through a method that is called there, at that statement: once.</summary>
    private void RefuseHere(string what, string remedy)
    {
        var refusal = new Refusal("DIFF0101", _callSite ?? _statement, EquatableArray.Of(what, remedy));
        if (!_refusals.Contains(refusal)) _refusals.Add(refusal);
    }

    /// <summary>Refuses a whole statement, at the keyword it begins with.</summary>
    private void RefuseStatement(IOperation operation)
    {
        SyntaxToken keyword = operation.Syntax.GetFirstToken();
        if (keyword.IsKind(SyntaxKind.IdentifierToken) || operation.Syntax is GotoStatementSyntax or ExpressionStatementSyntax) Refuse(operation, "DIFF0102", Shorten(operation.Syntax));
        else Refuse(operation.Syntax, SiteOf(keyword.Span), "DIFF0102", keyword.Text);
    }

    private bool MentionsRefused(SyntaxNode syntax) => _refused.Count > 0 && syntax.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>()
        .Any(name => _model.GetSymbolInfo(name).Symbol is { } symbol && _refused.Contains(symbol));

    /// <summary>What a message calls an expression into which no derivative can be followed: a call by the method's name as it is written.</summary>
    private static string Wording(SyntaxNode syntax) => syntax switch
    {
        InvocationExpressionSyntax { Expression: { } callee } => Shorten(callee),
        ObjectCreationExpressionSyntax { Type: { } type } => "new " + Shorten(type),
        _ => Shorten(syntax),
    };

    private static string Quote(SyntaxNode syntax) => "'" + Shorten(syntax) + "'";

    private static string Shorten(SyntaxNode syntax)
    {
        string text = SourceText.OneLine(syntax);
        return text.Length <= 60 ? text : text.Substring(0, 57) + "...";
    }
}
