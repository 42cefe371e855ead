using AutoDiff.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiff.Generators.FrontEnd;

/// <summary>Calls of <c>System.Numerics.Tensors.TensorPrimitives</c> on arrays and spans.</summary>
internal sealed partial class BodyReader
{
    private static bool IsTensorCall(IMethodSymbol method) =>
        method is { IsStatic: true, ContainingType: { Name: "TensorPrimitives", ContainingNamespace: { } space } } && space.ToDisplayString() == "System.Numerics.Tensors";

    private static bool IsQuestion(IMethodSymbol method) => IsTensorCall(method) && TensorRules.IsQuestion(method.Name);

    /// <summary>A call that leaves its result in a span, or is not asked for one; false for any other.</summary>
    private bool TensorStatement(IInvocationOperation call)
    {
        if (!call.TargetMethod.ReturnsVoid) return TensorValue(call) is not null;
        if (TensorOf(call) is not { } tensor) return false;
        if (tensor.Destination is { } filled && TensorRules.Of(tensor).FillsDestination) _block.Add(new Effect(Opaque.Of(IrType.Void, ["\u0001Reductions\u0001.RequireFilled(", ".Length, ", ".Length)"], tensor.Arguments[0], filled) with { Repeatable = false }));
        _block.Add(tensor);
        return true;
    }

    /// <summary>A call that gives a number; null for any other.</summary>
    private Read? TensorValue(IInvocationOperation call)
    {
        if (!IsReal(call.Type) || TensorOf(call) is not { } tensor) return null;
        Variable value = Temporary(char.ToLowerInvariant(tensor.Name[0]) + tensor.Name.Substring(1), tensor.Number);
        _block.Declare(value);
        _block.Add(tensor with { Target = value });
        return new Read(value);
    }

    /// <summary>What the spans hold: a type argument, or <c>float</c> in methods older than those.</summary>
    private static ITypeSymbol? ElementOf(IMethodSymbol method) => method.IsGenericMethod
        ? method.TypeArguments is [{ } only] ? only : null
        : method.Parameters.Select(parameter => (parameter.Type as INamedTypeSymbol)?.TypeArguments.FirstOrDefault()).FirstOrDefault(type => type is not null);

    private Tensor? TensorOf(IInvocationOperation call)
    {
        IMethodSymbol method = call.TargetMethod;
        if (!IsTensorCall(method) || ElementOf(method) is not { } element || !IsReal(element)) return null;
        IrType number = TypeOf(element);
        bool reduces = !method.ReturnsVoid;
        int count = method.Parameters.Length - (reduces ? 0 : 1);
        if (reduces && !IsReal(method.ReturnType) || TensorRules.Find(number, method.Name, count, reduces) is null) return null;
        bool IsVector(IArgumentOperation argument) => TypeOf(argument.Parameter!.Type).IsSpan;
        if (!call.Arguments.All(argument => !IsVector(argument) || TypeOf(Unwrap(argument.Value).Type ?? argument.Value.Type) is { IsFlat: true, Name: { } name } && name == number.Name)) return null;
        if (call.Arguments.Count(argument => TypeOf(argument.Parameter!.Type).Shape == TypeShape.Span) != (reduces ? 0 : 1)) return null;

        var values = new Expr[method.Parameters.Length];
        for (int i = 0; i < call.Arguments.Length; i++)
        {
            IArgumentOperation argument = call.Arguments[i];
            Expr value = IsVector(argument) ? Region(Sequence(Unwrap(argument.Value).Type is null ? argument.Value : Unwrap(argument.Value)), null, null) : Value(argument.Value);
            if (!value.Type.IsSequence && value is not (Literal or Read)) value = Spill(value, argument.Parameter!.Name);
            if (value.Type.IsReal && value.Type != number) value = Spill(new Convert(value, true, number), argument.Parameter!.Name);
            foreach (IArgumentOperation later in call.Arguments.Skip(i + 1)) value = value.Type.IsSequence ? ProtectSequence(value, later) : Protect(value, later);
            values[argument.Parameter!.Ordinal] = value;
        }
        string[] parts = [NameOf(method.ContainingType) + "." + method.Name + (method.IsGenericMethod ? "<" + number + ">(" : "("), .. Enumerable.Repeat(", ", values.Length - 1), ")"];
        var primal = new Opaque(parts.ToEquatable(), values.ToEquatable(), reduces ? number.As(TypeShape.Other) : IrType.Void, Repeatable: false);
        return new Tensor(method.Name, number, null, reduces ? null : values[count], values.Take(count).ToEquatable(), primal, SourceText.OneLine(call.Syntax), SiteOf(call.Syntax));
    }
}
