using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiff.Generators.FrontEnd;

/// <summary><c>switch</c>, as a statement and as an expression, is a chain of conditions in the order of its labels.</summary>
internal sealed partial class BodyReader
{
    /// <summary>A <c>goto case</c> repeats its section where it stands; more than this many repetitions are refused.</summary>
    private const int MostRepetitions = 64;

    private readonly HashSet<ISymbol> _shared = new(SymbolEqualityComparer.Default);
    private readonly List<ISwitchCaseOperation> _repeating = [];
    private int _repetitions;

    /// <summary>The jump targets of the <c>switch</c> being read: its end, and the section of each label.</summary>
    private sealed record SwitchFrame(ILabelSymbol End, Variable Left, IReadOnlyDictionary<ILabelSymbol, ISwitchCaseOperation> Sections) : LoopFrame(End, null, Left, Left);

    private void SwitchStatement(ISwitchOperation choice)
    {
        foreach (ILocalSymbol local in choice.Locals.Where(local => !local.HasConstantValue && IsShared(local, choice))) Share(local);
        Subject subject = SubjectOf(choice.Value, choice.Cases.SelectMany(section => section.Clauses).OfType<IPatternCaseClauseOperation>().Any(clause => clause.Guard is not null && Effects.In(clause.Guard)));
        Variable left = Temporary("left", IrType.Boolean);
        _block.Declare(left);
        _block.Add(new Assign(left, False));
        Dictionary<ILabelSymbol, ISwitchCaseOperation> sections = new(SymbolEqualityComparer.Default);
        foreach (ISwitchCaseOperation section in choice.Cases)
            foreach (ICaseClauseOperation clause in section.Clauses)
                if (clause.Label is { } label) sections[label] = section;
        _frame.Loops.Push(new SwitchFrame(choice.ExitLabel, left, sections));
        Sections(choice.Cases, 0, subject);
        _frame.Loops.Pop();
    }

    /// <summary>Is a variable of one section used in another? Then it is declared before the whole statement.</summary>
    private static bool IsShared(ILocalSymbol local, ISwitchOperation choice) => choice.Cases.Count(section => section.Body.SelectMany(statement => statement.DescendantsAndSelf()).Any(part => part switch
    {
        ILocalReferenceOperation reference => SymbolEqualityComparer.Default.Equals(reference.Local, local),
        IVariableDeclaratorOperation declarator => SymbolEqualityComparer.Default.Equals(declarator.Symbol, local),
        _ => false,
    })) > 1;

    private void Sections(IReadOnlyList<ISwitchCaseOperation> sections, int first, Subject subject)
    {
        if (first == sections.Count)
        {
            if (sections.FirstOrDefault(IsDefault) is { } otherwise) Section(otherwise);
            return;
        }
        ISwitchCaseOperation section = sections[first];
        List<ICaseClauseOperation> labels = [.. section.Clauses.Where(clause => clause is not IDefaultCaseClauseOperation)];
        // Constants exclude each other: those that stand beside 'default' need no test of their own.
        if (IsDefault(section) && (labels.Count == 0 || sections.Skip(first).SelectMany(each => each.Clauses).All(clause => clause is ISingleValueCaseClauseOperation or IDefaultCaseClauseOperation)))
        {
            Sections(sections, first + 1, subject);
            return;
        }
        BlockBuilder scope = _scope;
        _scope = _block;
        Expr test = Label(labels[0], subject);
        foreach (ICaseClauseOperation label in labels.Skip(1)) test = Either(test, () => Label(label, subject));
        if (IsTrue(test)) Section(section);
        else if (test.Equals(False)) Sections(sections, first + 1, subject);
        else
        {
            Block then = Nested(() => Section(section));
            Block otherwise = Nested(() => Sections(sections, first + 1, subject));
            _block.Add(new If(test, then, otherwise, SourceText.OneLine(labels[0].Syntax).TrimEnd(':')));
        }
        _scope = scope;
    }

    private Expr Label(ICaseClauseOperation clause, Subject subject)
    {
        switch (clause)
        {
            case ISingleValueCaseClauseOperation single:
                return Equal(subject, single.Value);
            case IPatternCaseClauseOperation pattern:
                Expr test = Match(subject, pattern.Pattern);
                return pattern.Guard is { } guard ? Both(test, () => Inactive(guard)) : test;
            default:
                return Refuse(clause, "DIFF0102", Shorten(clause.Syntax));
        }
    }

    private static bool IsDefault(ISwitchCaseOperation section) => section.Clauses.Any(clause => clause is IDefaultCaseClauseOperation);

    private void Section(ISwitchCaseOperation section)
    {
        _repeating.Add(section);
        Statements(section.Body, 0);
        _repeating.RemoveAt(_repeating.Count - 1);
    }

    /// <summary>
    /// <c>goto case</c> and <c>goto default</c>: the section is read once more, here. Not out of a loop or a guarded region, which would
    /// have to be left first, and not back into a section that is running, which would be a loop.
    /// </summary>
    private bool GotoSection(IBranchOperation jump)
    {
        foreach (LoopFrame frame in _frame.Loops)
        {
            if (frame is not SwitchFrame choice) return false;
            if (!choice.Sections.TryGetValue(jump.Target, out ISwitchCaseOperation? section)) continue;
            if (_repeating.Contains(section) || ++_repetitions > MostRepetitions) return false;
            Section(section);
            return true;
        }
        return false;
    }

    /// <summary>Hands the value of the arm that is taken to <paramref name="assign"/>.</summary>
    private void SwitchInto(ISwitchExpressionOperation choice, Action<IOperation> assign, string? source)
    {
        BlockBuilder scope = _scope;
        Subject subject = SubjectOf(choice.Value, choice.Arms.Any(arm => arm.Guard is not null && Effects.In(arm.Guard)));
        Arms(choice, 0, subject, assign, source);
        _scope = scope;
    }

    private Read SwitchValue(ISwitchExpressionOperation choice, IrType type)
    {
        Variable chosen = Temporary("chosen", type);
        _block.Declare(chosen);
        SwitchInto(choice, value => AssignTo(chosen, value, null), null);
        return new Read(chosen);
    }

    private void Arms(ISwitchExpressionOperation choice, int first, Subject subject, Action<IOperation> assign, string? source)
    {
        if (first == choice.Arms.Length)
        {
            Unmatched(subject);
            return;
        }
        ISwitchExpressionArmOperation arm = choice.Arms[first];
        _scope = _block;
        Expr test = Match(subject, arm.Pattern);
        if (arm.Guard is { } guard) test = Both(test, () => Inactive(guard));
        if (IsTrue(test))
        {
            assign(arm.Value);
            return;
        }
        if (test.Equals(False))
        {
            Arms(choice, first + 1, subject, assign, source);
            return;
        }
        Block then = Nested(() => assign(arm.Value));
        Block otherwise = Nested(() => Arms(choice, first + 1, subject, assign, null));
        _block.Add(new If(test, then, otherwise, source));
    }

    private void Unmatched(Subject subject)
    {
        const string Thrown = "throw new global::System.Runtime.CompilerServices.SwitchExpressionException(";
        Opaque code = subject.Value is { Type.Shape: TypeShape.Other } value
            ? new Opaque(EquatableArray.Of(Thrown, ")"), EquatableArray.Of(value), IrType.Void, Repeatable: false)
            : new Opaque(EquatableArray.Of(Thrown + ")"), EquatableArray<Expr>.Empty, IrType.Void, Repeatable: false);
        _block.Add(new Effect(code));
    }
}
