using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiff.Generators.FrontEnd;

/// <summary>
/// Text that people read: in exceptions, in log lines, and on its way there in variables and parameters. It may say anything of values that
/// carry a derivative; none is lost as long as no number is made of the text again.
/// </summary>
internal sealed partial class BodyReader
{
    /// <summary>Is a message for people being read, whatever it says of active values?</summary>
    private bool _harmless;

    private readonly Dictionary<ISymbol, bool> _messages = new(SymbolEqualityComparer.Default);

    /// <summary>Reads what <paramref name="holder"/>, a variable or a parameter, is given: as a message, where it holds nothing but messages.</summary>
    private T Worded<T>(ISymbol? holder, IOperation value, Func<T> read)
    {
        bool outer = _harmless;
        _harmless = outer || holder is not null && HoldsMessage(holder) && IsMessage(value);
        T result = read();
        _harmless = outer;
        return result;
    }

    /// <summary>Does evaluating this text change nothing?</summary>
    private bool IsMessage(IOperation value) => value.Type?.SpecialType == SpecialType.System_String && ChangesNothing(value, new(SymbolEqualityComparer.Default));

    /// <summary>
    /// Is text handed to code that cannot be looked into and gives nothing back, as a logger or a delegate that shows it does? Nothing else that it is
    /// given holds numbers, and the object is asked for nothing.
    /// </summary>
    private static bool IsLogging(IInvocationOperation call) => call.Type?.SpecialType == SpecialType.System_Void
        && (call.TargetMethod.MethodKind == MethodKind.DelegateInvoke || call.TargetMethod.IsAbstract)
        && call.Arguments.Any(argument => argument.Value.Type?.SpecialType == SpecialType.System_String)
        && call.Arguments.All(argument => argument.Parameter?.RefKind == RefKind.None && argument.Value.Type is { } type && (type.SpecialType == SpecialType.System_String || type is { SpecialType: not SpecialType.System_Object } and not IArrayTypeSymbol && !TypeReader.HoldsReals(type)))
        && IsOnlyTold(call);

    /// <summary>Is such text put together without changing anything?</summary>
    private bool Logs(IInvocationOperation call) => IsLogging(call) && call.Arguments.All(argument => argument.Value.Type?.SpecialType != SpecialType.System_String || IsMessage(argument.Value));

    /// <summary>Are all calls of it in the method such that nothing comes back?</summary>
    private static bool IsOnlyTold(IInvocationOperation call)
    {
        IOperation? told = call.Instance is IConditionalAccessInstanceOperation ? Ancestors(call).OfType<IConditionalAccessOperation>().FirstOrDefault()?.Operation : call.Instance;
        ISymbol? Named(IOperation? part) => part is IFieldReferenceOperation { Instance: null or IInstanceReferenceOperation, Field: { } field } ? field : part is ILocalReferenceOperation or IParameterReferenceOperation ? Effects.Symbol(part) : null;
        return Named(told) is { } symbol && Effects.RootAround(call).Descendants().Where(part => SymbolEqualityComparer.Default.Equals(Named(part), symbol)).All(use => use.Parent switch
        {
            IInvocationOperation { Type.SpecialType: SpecialType.System_Void } told => told.Instance == use,
            IConditionalAccessOperation { WhenNotNull: IInvocationOperation { Type.SpecialType: SpecialType.System_Void } } access => access.Operation == use,
            IBinaryOperation or IIsPatternOperation or IConversionOperation { IsImplicit: true, Parent: IBinaryOperation } => true,
            _ => false,
        });
    }

    /// <summary>Is a delegate called that does nothing but give text?</summary>
    private bool GivesMessage(IInvocationOperation call) => ClosureOf(call.Instance) is { } words && (words.Body ?? CodeOf(words)) is { } said && SingleExpression(said) is { } message && !Effects.In(message);

    /// <summary>Does this code, a part of a message or of a method that makes one, only look at values? It may assign variables of its own.</summary>
    private bool ChangesNothing(IOperation code, HashSet<ISymbol> visited) => code.DescendantsAndSelf().All(part => part switch
    {
        IInvocationOperation { TargetMethod: { } method } => PureCalls.IsPure(method) || HarmlessCalls.IsFormatting(method) || Source(method) is { } source
            && ((HiddenCode.Of(method, _compilation) & ~CodeEffects.Throws) == 0 || visited.Add(method) && BodyOf(ModelOf(source), source) is { } body && ChangesNothing(body, visited)),
        IAssignmentOperation or IIncrementOrDecrementOperation => Effects.Target(part) is ILocalSymbol { IsRef: false } own && own.DeclaringSyntaxReferences is [{ } place] && place.SyntaxTree == code.Syntax.SyntaxTree && code.Syntax.Span.Contains(place.Span),
        IAnonymousFunctionOperation or IAwaitOperation => false,
        _ => true,
    });

    /// <summary>Is a real number among what this text is made of?</summary>
    private bool SpeaksOfNumbers(IOperation text) => text.Type?.SpecialType == SpecialType.System_String && text.Descendants().Any(part => TypeOf(part.Type).CanBeActive);

    /// <summary>Is this a text variable that is shown, thrown or logged, or put together with others into one that is, and nothing else?</summary>
    private bool HoldsMessage(ISymbol holder) => _messages.TryGetValue(holder.OriginalDefinition, out bool known) ? known : _messages[holder.OriginalDefinition] = HoldsMessage(holder, new(SymbolEqualityComparer.Default));

    /// <param name="holder">The variable or the parameter.</param>
    /// <param name="judged">Those that are being judged: they may be given each other, and none of them holds messages alone before all do.</param>
    private bool HoldsMessage(ISymbol holder, HashSet<ISymbol> judged)
    {
        holder = holder.OriginalDefinition;
        if (holder is not (ILocalSymbol { IsRef: false, Type.SpecialType: SpecialType.System_String } or IParameterSymbol { RefKind: RefKind.None, Type.SpecialType: SpecialType.System_String })) return false;
        return !judged.Add(holder) || holder.ContainingSymbol is IMethodSymbol { DeclaringSyntaxReferences: [{ } reference] } && reference.GetSyntax(_cancellation) is var source
            && ModelOf(source).GetOperation(source, _cancellation) is { } code
            && code.DescendantsAndSelf().All(part => !SymbolEqualityComparer.Default.Equals(Effects.Symbol(part), holder) || IsShown(part, judged));
    }

    /// <summary>Does the text at this place end before people, and nowhere else?</summary>
    private bool IsShown(IOperation text, HashSet<ISymbol> judged) => text.Parent switch
    {
        IThrowOperation => true,
        IConversionOperation or ICoalesceOperation or IInterpolationOperation or IInterpolatedStringOperation or IInterpolatedStringAppendOperation or IInterpolatedStringAdditionOperation or IInterpolatedStringHandlerCreationOperation => IsShown(text.Parent, judged),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String } joined => IsShown(joined, judged),
        IConditionalOperation choice => choice.Condition != text && IsShown(choice, judged),
        IArrayInitializerOperation { Parent: IArrayCreationOperation { IsImplicit: true } many } => IsShown(many, judged),
        IArgumentOperation { Parent: IInvocationOperation call } argument => HarmlessCalls.IsHarmless(call.TargetMethod) || HarmlessCalls.IsFormatting(call.TargetMethod) && IsShown(call, judged) || IsLogging(call)
            || argument.Parameter is { } parameter && HoldsMessage(parameter, judged),
        IArgumentOperation { Parent: IObjectCreationOperation { Type: { } made } creation } => IsException(made) && IsShown(creation, judged),
        IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } => HoldsMessage(declarator.Symbol, judged),
        IAssignmentOperation { Parent: IExpressionStatementOperation } assignment and (ISimpleAssignmentOperation or ICompoundAssignmentOperation) =>
            assignment.Target == text || Effects.Symbol(assignment.Target) is { } holder && HoldsMessage(holder, judged),
        _ => false,
    };

    private static bool IsException(ITypeSymbol type) => type is { Name: "Exception", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } || type.BaseType is { } parent && IsException(parent);
}
