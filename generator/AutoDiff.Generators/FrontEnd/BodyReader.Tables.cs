using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiff.Generators.FrontEnd;

/// <summary>
/// Private tables of generic classes whose code is read in place: <c>private static readonly double[] Weights = { … }</c> cannot be named where the
/// derivative stands, and has no accessor. One of constants that nobody changes is written down there once more.
/// </summary>
internal sealed partial class BodyReader
{
    private const int LargestTable = 256;

    private readonly Dictionary<ISymbol, Variable> _tables = new(SymbolEqualityComparer.Default);

    /// <summary>The array that stands for the field; null where it can be named, or is no such table.</summary>
    private Read? PrivateTable(IFieldReferenceOperation field)
    {
        if (field.Field is not { IsStatic: true, IsReadOnly: true, Type: IArrayTypeSymbol { Rank: 1, ElementType.SpecialType: not SpecialType.None } type } table) return null;
        if (!IsPrivateElsewhere(table)) return null;
        if (_tables.TryGetValue(table, out Variable? known)) return new Read(known);
        if (table.ContainingType.StaticConstructors.Any(constructor => !constructor.IsImplicitlyDeclared) || !IsOnlyRead(table)) return null;
        if (table.DeclaringSyntaxReferences is not [{ } reference] || reference.GetSyntax(_cancellation) is not VariableDeclaratorSyntax { Initializer: { } clause }) return null;
        if ((ModelOf(clause).GetOperation(clause, _cancellation) as ISymbolInitializerOperation)?.Value is not { } initial || Unwrap(initial) is not { } made) return null;
        IReadOnlyList<IOperation>? values = made switch
        {
            IArrayCreationOperation { Initializer.ElementValues: { } elements } => elements,
            ICollectionExpressionOperation { Elements: { } elements } => elements,
            _ => null,
        };
        if (values is not { Count: > 0 and <= LargestTable } || !values.All(value => value.ConstantValue is { HasValue: true, Value: not null })) return null;
        string text = "new " + NameOf(type.ElementType) + "[] { " + string.Join(", ", values.Select(value => ConstantText(value.ConstantValue.Value, type.ElementType))) + " }";
        var variable = new Variable(_variables++, char.ToLowerInvariant(table.Name.TrimStart('_')[0]) + table.Name.TrimStart('_').Substring(1), TypeOf(type), VariableRole.Local);
        _outermost.Declare(variable);
        _outermost.AddFirst(new Assign(variable, Opaque.Text(text, variable.Type)));
        _tables[table] = variable;
        return new Read(variable);
    }

    /// <summary>Is nothing done with the table in its class but to read its elements and ask for their number?</summary>
    private static bool IsOnlyRead(IFieldSymbol table) => table.ContainingType.DeclaringSyntaxReferences.SelectMany(part => part.GetSyntax().DescendantNodes().OfType<IdentifierNameSyntax>())
        .Where(name => name.Identifier.ValueText == table.Name)
        .Select(name => name.Parent is MemberAccessExpressionSyntax qualified && qualified.Name == name ? (ExpressionSyntax)qualified : name)
        .All(name => name.Parent switch
        {
            ElementAccessExpressionSyntax element when element.Expression == name => element.Parent switch
            {
                AssignmentExpressionSyntax assignment => assignment.Left != element,
                PostfixUnaryExpressionSyntax => false,
                PrefixUnaryExpressionSyntax step => step.Kind() is not (SyntaxKind.PreIncrementExpression or SyntaxKind.PreDecrementExpression or SyntaxKind.AddressOfExpression),
                ArgumentSyntax argument => argument.RefOrOutKeyword.IsKind(SyntaxKind.None),
                RefExpressionSyntax or TupleExpressionSyntax => false,
                _ => true,
            },
            MemberAccessExpressionSyntax member => member.Expression == name && member.Name.Identifier.ValueText == "Length",
            ForEachStatementSyntax loop => loop.Expression == name && loop.Type is not RefTypeSyntax,
            _ => false,
        });
}
