using AutoDiff.Generators.Analyses;

namespace AutoDiff.Generators.Transforms.Reverse;

internal sealed partial class AdjointSweep
{
    /// <summary>The adjoint of a sequence: memory laid out as the sequence is.</summary>
    private Expr Shadow(Expr sequence) => sequence switch
    {
        Read read => Shadow(read),
        View view => new View(Shadow(view.Sequence), Fetched(view.Start), Fetched(view.Length), view.Type.As(TypeShape.Span)),
        _ => Ignored(_needs.Fetch(sequence), sequence.Type),
    };

    private Expr Shadow(Read read)
    {
        if (_roaming.TryGetValue(read.Variable, out Variable? kept)) return _needs.Fetch(new Read(kept, read.Version));
        ValueVersion version = _form[read];
        if (version.Origin == Origin.Entry && _adjoints.TryGetValue(read.Variable, out Variable? given)) return new Read(given);
        if (version.Definition is Read alias) return Shadow(alias);
        return LocalShadow(version);
    }

    /// <summary>An adjoint array of its own, zero at the start of the block that mirrors the one where the sequence is made.</summary>
    private Read LocalShadow(ValueVersion version)
    {
        ReverseScope scope = _needs.Scopes.Last(candidate => candidate.Block == version.Block);
        if (scope.Shadows.TryGetValue((version.Variable, version.Number), out Variable? local)) return new Read(local);
        IrType type = version.Definition is View ? version.Variable.Type.As(TypeShape.Span) : version.Variable.Type.As(TypeShape.Array);
        local = _variables.New(version.Variable.Name + "Adjoint", type);
        scope.Shadows[(version.Variable, version.Number)] = local;
        Expr initial;
        if (version.Definition is View view) initial = new View(Shadow(view.Sequence), Fetched(view.Start), Fetched(view.Length), type);
        else
        {
            initial = _scratch.New(type, LengthOf(version));
            if (version.Loops.Count > 0) scope.Epilogue.Add(_scratch.Free(local));
        }
        scope.Prologue.Add(new Declare(local, initial));
        return new Read(local);
    }

    private Expr? Fetched(Expr? expr) => expr is null ? null : _needs.Fetch(expr);

    private Expr LengthOf(ValueVersion version) => version.Definition is NewArray created
        ? _needs.Fetch(created.Length)
        : Integers.Text(IrType.Int32, ["", ".Length"], _needs.Fetch(new Read(version.Variable, version.Number)));

    /// <summary>An adjoint that nobody looks at, for an argument that is a constant.</summary>
    private Read Ignored(Expr sequence, IrType type)
    {
        Read ignored = Hold(_scratch.New(type.As(TypeShape.Array), Integers.Text(IrType.Int32, ["", ".Length"], sequence)), "ignored");
        _ignored.Add(ignored.Variable);
        return ignored;
    }

}
