using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiff.Generators.FrontEnd;

/// <summary>Conversions and new objects in the user's text, and what must turn out to be a constant there.</summary>
internal sealed partial class BodyReader
{
    private void CollectConversion(IConversionOperation conversion, OpaqueText text)
    {
        if (conversion is { Type: { IsValueType: true } smaller, Operand: IConversionOperation { OperatorMethod: not null, Type: { } given } operated } && operated.Syntax == conversion.Syntax && !_model.Compilation.ClassifyCommonConversion(given, smaller).IsImplicit)
        {
            // One cast that is two: the user's operator, and to a smaller number.
            text.Replace(conversion.Syntax, Opaque.Of(TypeOf(smaller), ["(" + NameOf(smaller) + ")", ""], Spill(Value(operated), "converted")));
            return;
        }
        RefuseDisguise(conversion, text);
        bool fromReal = IsReal(conversion.Operand.Type);
        bool converted = conversion.OperatorMethod is not null && (fromReal || HoldsReals(conversion.Operand.Type!));
        bool formatted = conversion.Parent is IInterpolationOperation;
        bool boxed = fromReal && !formatted && !text.Harmless && conversion.Type is { IsReferenceType: true };
        bool cut = fromReal && conversion.Type is { IsValueType: true } && !TypeReader.HoldsReals(conversion.Type);
        Expr? operand = converted || boxed || cut ? Value(conversion.Operand) : null;
        if (converted || boxed) text.Guarded.Add(operand!);
        if (cut) AddCast(operand!, conversion.Syntax);
        // On the way into an operator of the user's, C# makes a smaller number without a word.
        if (cut && conversion.IsImplicit) text.Surround(conversion.Syntax, "(" + NameOf(conversion.Type!) + ")(", ")");
        if (conversion.Syntax is CastExpressionSyntax { Type: not PredefinedTypeSyntax } cast) text.Replace(cast.Type, NameOf(conversion.Type!));
        CollectOnce(conversion.Operand, operand, text);
    }

    /// <summary>Collects what has been read as <paramref name="value"/> already; what has an effect must not have it again.</summary>
    private void CollectOnce(IOperation operation, Expr? value, OpaqueText text)
    {
        if (value is not null && Effects.In(operation)) text.Replace(operation.Syntax, value is Literal ? value : Spill(value, "operand"));
        else Collect(operation, text);
    }

    /// <summary>Collects what must turn out to be a constant.</summary>
    private void CollectGuarded(IOperation operation, OpaqueText text)
    {
        Expr? value = TypeOf(operation.Type).CanBeActive && !text.Harmless ? Value(operation) : null;
        if (value is not null) text.Guarded.Add(value);
        if (value is Opaque stop && Fence.IsStop(stop) && !Effects.In(operation)) text.Replace(operation.Syntax, stop);
        else CollectOnce(operation, value, text);
    }

    /// <summary>Notes that a value becomes an integer, a character, an enumeration: a constant.</summary>
    private void AddCast(Expr operand, SyntaxNode cast)
    {
        var lossy = new LossyCast(operand, SiteOf(cast), Shorten(cast));
        if (!_casts.Contains(lossy)) _casts.Add(lossy);
    }

    private void CollectCreation(IObjectCreationOperation creation, OpaqueText text)
    {
        text.Repeatable = false;
        if (creation.Initializer is { } initializer) CollectInitializer(initializer, text);
        if (creation.Syntax is ObjectCreationExpressionSyntax { Type: { } name }) text.Replace(name, NameOf(creation.Type!).TrimEnd('?'));
        foreach (IArgumentOperation argument in creation.Arguments)
        {
            if (argument.ArgumentKind == ArgumentKind.DefaultValue)
            {
                RefuseCallerInformation(argument, text);
                continue;
            }
            CollectGuarded(argument.Value, text);
        }
    }

    private void CollectInitializer(IObjectOrCollectionInitializerOperation initializer, OpaqueText text)
    {
        foreach (IOperation each in initializer.Initializers)
        {
            if (each is IInvocationOperation { IsImplicit: true } added)
                foreach (IArgumentOperation argument in added.Arguments) CollectGuarded(argument.Value, text);
            else if (each is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Instance: IInstanceReferenceOperation } property } assignment)
            {
                foreach (IArgumentOperation argument in property.Arguments) CollectGuarded(argument.Value, text);
                CollectGuarded(assignment.Value, text);
            }
            else if (each is ISimpleAssignmentOperation { Target: IFieldReferenceOperation { Instance: IInstanceReferenceOperation } } stored) CollectGuarded(stored.Value, text);
            else Refuse(each, "DIFF0101", Quote(each.Syntax));
        }
    }
}
