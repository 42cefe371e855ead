using AutoDiff.Generators.Analyses;

namespace AutoDiff.Generators.Transforms.Reverse;

internal sealed partial class AdjointSweep
{
    /// <summary>The adjoint of a sequence: memory laid out as the sequence is.</summary>
    private Expr Shadow(Expr sequence) => sequence switch
    {
        Read read => Shadow(read),
        Element element => new Element(Shadow(element.Sequence), _needs.Fetch(element.Index)),
        View view => new View(Shadow(view.Sequence), Fetched(view.Start), Fetched(view.Length), view.Type.As(TypeShape.Span)),
        _ => Ignored(_needs.Fetch(sequence), sequence.Type),
    };

    private Expr Shadow(Read read)
    {
        if (_roaming.TryGetValue(read.Variable, out Variable? kept)) return _needs.Fetch(new Read(kept, read.Version));
        ValueVersion version = _form[read];
        if (version.Origin == Origin.Entry && _adjoints.TryGetValue(read.Variable, out Variable? given)) return new Read(given);
        if (version.Definition is Read alias) return Shadow(alias);
        if (version.Definition is Element row) return RowShadow(version, row);
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
        if (version.Definition is Opaque { IsNull: true } made) initial = made;
        else if (version.Definition is View view) initial = new View(Shadow(view.Sequence), Fetched(view.Start), Fetched(view.Length), type);
        else
        {
            initial = ScratchMemory.Serves(type) ? _scratch.New(type, LengthOf(version)) : NewShadow(version, type);
            if (version.Loops.Count > 0 && ScratchMemory.Serves(type)) scope.Epilogue.Add(_scratch.Free(local));
        }
        scope.Prologue.Add(new Declare(local, initial));
        return new Read(local);
    }

    /// <summary>The adjoint of a variable that stands for an array in an array of arrays.</summary>
    private Expr RowShadow(ValueVersion version, Element row)
    {
        ReverseScope scope = _needs.Scopes.Last(candidate => candidate.Block == version.Block);
        if (scope.Shadows.TryGetValue((version.Variable, version.Number), out Variable? local)) return new Read(local);
        local = _variables.New(version.Variable.Name + "Adjoint", version.Variable.Type);
        scope.Shadows[(version.Variable, version.Number)] = local;
        scope.Prologue.Add(new Declare(local, Shadow(row)));
        return new Read(local);
    }

    private Expr NewShadow(ValueVersion version, IrType type) => version.Definition is NewArray created
        ? new NewArray(_needs.Fetch(created.Length), type)
        : ZeroArray.Like(_needs.Fetch(new Read(version.Variable, version.Number)));

    private Expr? Fetched(Expr? expr) => expr is null ? null : _needs.Fetch(expr);

    private Expr LengthOf(ValueVersion version) => version.Definition is NewArray created
        ? _needs.Fetch(created.Length)
        : Integers.Text(IrType.Int32, ["", ".Length"], _needs.Fetch(new Read(version.Variable, version.Number)));

    /// <summary>An adjoint that nobody looks at, for an argument that is a constant.</summary>
    private Read Ignored(Expr sequence, IrType type)
    {
        if (!ScratchMemory.Serves(type.As(TypeShape.Array))) return Hold(ZeroArray.Like(sequence), "ignored");
        Read ignored = Hold(_scratch.New(type.As(TypeShape.Array), Integers.Text(IrType.Int32, ["", ".Length"], sequence)), "ignored");
        _ignored.Add(ignored.Variable);
        return ignored;
    }

}
