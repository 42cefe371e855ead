using System.Globalization;

namespace AutoDiff.Generators.Analyses;

/// <summary>Reads index arithmetic that was kept as text: <c>e ::= t ((+ | -) t)*, t ::= f (* f)*, f ::= number | operand | -f | (e)</c>.</summary>
internal sealed class IndexText
{
    /// <summary>Stands for the next operand.</summary>
    private const char Hole = '\0';

    private readonly string _text;
    private readonly Queue<Polynomial?> _operands;
    private int _at;

    private IndexText(string text, IEnumerable<Polynomial?> operands)
    {
        _text = text;
        _operands = new(operands);
    }

    /// <summary>Null where the text, or one of its operands, is anything else.</summary>
    public static Polynomial? Parse(Opaque opaque, Func<Expr, Polynomial?> operand)
    {
        var reader = new IndexText(string.Join("\0", opaque.Parts).Replace(" ", ""), opaque.Operands.Select(operand));
        return reader.Sum() is { } sum && reader._at == reader._text.Length ? sum : null;
    }

    private char Next => _at < _text.Length ? _text[_at] : '\n';

    private Polynomial? Sum()
    {
        Polynomial? sum = Product();
        while (sum is not null && Next is '+' or '-')
        {
            bool adds = _text[_at++] == '+';
            Polynomial? term = Product();
            sum = sum is null || term is null ? null : adds ? sum + term : sum - term;
        }
        return sum;
    }

    private Polynomial? Product()
    {
        Polynomial? product = Factor();
        while (product is not null && Next == '*')
        {
            _at++;
            product = Factor() is { } factor ? product * factor : null;
        }
        return product;
    }

    private Polynomial? Factor()
    {
        switch (Next)
        {
            case Hole:
                _at++;
                return _operands.Dequeue();
            case '-':
                _at++;
                return Factor() is { } negated ? Polynomial.Of(0) - negated : null;
            case '(':
                _at++;
                Polynomial? inner = Sum();
                return inner is not null && Next == ')' && _at++ >= 0 ? inner : null;
            default:
                int start = _at;
                while (Next is >= '0' and <= '9') _at++;
                return int.TryParse(_text.Substring(start, _at - start), NumberStyles.None, CultureInfo.InvariantCulture, out int value) ? Polynomial.Of(value) : null;
        }
    }
}
