using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiff.Generators.FrontEnd;

/// <summary>
/// <c>SelectMany</c>, and a second <c>from</c>: a loop in a loop. How many elements there are is not known before they are met, so all of them are added
/// up, compared or counted.
/// </summary>
internal sealed partial class BodyReader
{
    private bool IsFlat(IInvocationOperation call) => LinqMethod(call) == "SelectMany" && IsQuery(call.Arguments[0].Value)
        && InnerOf(ClosureOf(call.Arguments[1].Value)) is { } inner && IsQuery(inner)
        && (call.Arguments.Length == 2 || ClosureOf(call.Arguments[2].Value) is not null)
        && IsMetAsAWhole(call);

    /// <summary>The query that a function gives for an element: all that it says.</summary>
    private static IOperation? InnerOf(Closure? function) => function is { Body: { } body, Method.Parameters.Length: 1 } ? SingleExpression(body) : null;

    /// <summary>Is the query enumerated where it stands, to its end, in nothing but a number?</summary>
    private bool IsMetAsAWhole(IOperation query)
    {
        IOperation? use = query.Parent;
        while (use is IArgumentOperation or ITranslatedQueryOperation or IParenthesizedOperation or IConversionOperation { OperatorMethod: null }) use = use.Parent;
        return use is IInvocationOperation outer && outer.Arguments.Length > 0 && outer.Arguments[0].DescendantsAndSelf().Contains(query) && LinqMethod(outer) switch
        {
            "Sum" or "Average" or "Min" or "Max" or "Count" or "Aggregate" => true,
            "Select" or "Where" or "SelectMany" => ClosureOf(outer.Arguments[1].Value) is { Method.Parameters.Length: 1 } && IsMetAsAWhole(outer),
            _ => false,
        };
    }

    private Query Flat(Query source, ITypeSymbol element, IInvocationOperation call)
    {
        Closure function = ClosureOf(call.Arguments[1].Value)!;
        Closure? result = call.Arguments.Length > 2 ? ClosureOf(call.Arguments[2].Value) : null;
        return source.Then(element, true, all => all with
        {
            Element = element,
            Filtered = true,
            Each = (index, yield) => all.Each(index, value =>
            {
                value = KeptMeaning(value, "outer");
                Enumerate(Inner(function, value, call), call, (_, item) => yield(result is null ? item : Run(result, [value, KeptMeaning(item, "inner")], call)));
            }),
        });
    }

    private Query Inner(Closure function, Meaning value, IInvocationOperation call)
    {
        Query? inner = null;
        IParameterSymbol parameter = function.Method.Parameters[0];
        Enter(new PlacedCall(function.Method, null, [], call.Syntax), [(parameter, Converted(value, parameter.Type), null)], function.Body, function.Model, null, function, () => inner = QueryOf(InnerOf(function)!).Begun());
        return inner!;
    }
}
