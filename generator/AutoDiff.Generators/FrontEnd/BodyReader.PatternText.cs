using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiff.Generators.FrontEnd;

/// <summary>Patterns that bind nothing: they stay in the user's words.</summary>
internal sealed partial class BodyReader
{
    /// <summary><c>value is pattern</c>, in the user's words.</summary>
    private Opaque Is(Expr value, IPatternOperation pattern) => Worded(value, pattern.Syntax, text => CollectPattern(pattern, text));

    private Opaque Worded(Expr value, SyntaxNode syntax, Action<OpaqueText> collect)
    {
        var text = new OpaqueText(syntax, false, []);
        collect(text);
        QualifyTypes(text);
        Opaque words = text.Build(" is ", IrType.Boolean, SiteOf(syntax), _model);
        return words with { Parts = words.Parts.Prepend("").ToEquatable(), Operands = words.Operands.Prepend(value).ToEquatable() };
    }

    private void CollectPattern(IOperation pattern, OpaqueText text)
    {
        switch (pattern)
        {
            case IConstantPatternOperation constant:
                CollectConstant(constant.Value, text);
                return;
            case IRelationalPatternOperation relational:
                CollectConstant(relational.Value, text);
                return;
            case IDiscardPatternOperation:
                return;
            case IDeclarationPatternOperation { Syntax: DeclarationPatternSyntax { Type: { } name }, MatchedType: { } type }:
                Named(name, type, text);
                break;
            case ITypePatternOperation { Syntax: TypePatternSyntax { Type: { } name } } typed:
                Named(name, typed.MatchedType, text);
                break;
            case ITypePatternOperation typed:
                text.Replace(typed.Syntax, NameOf(typed.MatchedType));
                break;
            case IRecursivePatternOperation { Syntax: RecursivePatternSyntax { Type: { } name } } recursive:
                Named(name, recursive.MatchedType, text);
                text.Repeatable = false;
                break;
            case IRecursivePatternOperation or IListPatternOperation:
                text.Repeatable = false;
                break;
            case IPropertySubpatternOperation property:
                CollectPattern(property.Pattern, text);
                return;
            case ISlicePatternOperation { Pattern: null }:
                return;
            case INegatedPatternOperation or IBinaryPatternOperation:
                break;
            default:
                Refuse(pattern, "DIFF0101", Quote(pattern.Syntax));
                return;
        }
        foreach (IOperation child in pattern.ChildOperations) CollectPattern(child, text);
    }

    private void Named(TypeSyntax name, ITypeSymbol type, OpaqueText text)
    {
        if (name is not PredefinedTypeSyntax) text.Replace(name, NameOf(type).TrimEnd('?'));
    }

    /// <summary>A local constant of a floating-point type is a variable in the companions, and a pattern wants a constant.</summary>
    private void CollectConstant(IOperation constant, OpaqueText text)
    {
        bool local = constant.DescendantsAndSelf().Any(part => part is ILocalReferenceOperation { Local.HasConstantValue: true });
        if (local && constant.ConstantValue is { HasValue: true, Value: { } known }) text.Replace(constant.Syntax, ConstantText(known, constant.Type!));
        else Collect(constant, text);
    }
}
