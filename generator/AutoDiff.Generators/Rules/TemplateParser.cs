using System.Globalization;

namespace AutoDiff.Generators.Rules;

// The grammar of the table's formulas: the C# of arithmetic. r is the result; PI, Ln2 and Ln10 are constants.
//
//   sum       ::= product (('+' | '-') product)*
//   product   ::= factor (('*' | '/') factor)*
//   factor    ::= '-' factor | number | name | function '(' sum (',' sum)* ')' | '(' sum ')'
//   function  ::= name | 'Number.' name | 'Partials.' name                      Math or MathF; double or float; the runtime
//   signature ::= ('Math.' | 'Number.')? name '(' name (',' name)* ')'

/// <summary>Reads a formula, or the signature it belongs to; what it does not understand is a <see cref="FormatException"/>.</summary>
internal sealed class TemplateParser(string text, IReadOnlyList<string> parameters)
{
    private const string ResultName = "r";

    private static readonly Dictionary<string, string> Constants = new()
    {
        ["PI"] = "3.141592653589793",
        ["Ln2"] = "0.6931471805599453",
        ["Ln10"] = "2.302585092994046",
    };

    private int _position;

    public static (Hosts Hosts, string Name, string[] Parameters) ParseSignature(string text)
    {
        TemplateParser parser = new(text, []);
        (string host, string name) = parser.QualifiedName();
        Hosts hosts = host switch
        {
            "" => Hosts.Everywhere,
            "Math" => Hosts.Math | Hosts.MathF,
            "Number" => Hosts.Number,
            _ => throw parser.Error("the host must be Math or Number"),
        };
        string[] names = parser.List(parser.Name).ToArray();
        parser.End();
        if (names.Distinct().Count() != names.Length) throw parser.Error("two parameters have one name");
        if (names.FirstOrDefault(n => n == ResultName || Constants.ContainsKey(n)) is { } taken)
            throw parser.Error("'" + taken + "' means something else in a formula");
        return (hosts, name, names);
    }

    public Expr Parse()
    {
        Expr e = Sum();
        End();
        return e;
    }

    private Expr Sum()
    {
        Expr left = Product();
        while (true)
        {
            if (Accept('+')) left = new Binary(Operator.Add, left, Product());
            else if (Accept('-')) left = new Binary(Operator.Subtract, left, Product());
            else return left;
        }
    }

    private Expr Product()
    {
        Expr left = Factor();
        while (true)
        {
            if (Accept('*')) left = new Binary(Operator.Multiply, left, Factor());
            else if (Accept('/')) left = new Binary(Operator.Divide, left, Factor());
            else return left;
        }
    }

    private Expr Factor()
    {
        if (Accept('-')) return new Negate(Factor());
        if (Accept('('))
        {
            Expr inner = Sum();
            Expect(')');
            return inner;
        }
        if (char.IsDigit(Peek())) return Number();
        (string host, string name) = QualifiedName();
        return host.Length > 0 || Peek() == '(' ? Function(host, name) : Variable(name);
    }

    private Literal Number()
    {
        string digits = Take(c => char.IsDigit(c) || c == '.');
        bool isNumber = double.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _);
        if (!isNumber || digits[digits.Length - 1] == '.') throw Error("'" + digits + "' is not a number");
        return new(digits, IrType.Double);
    }

    private Apply Function(string host, string name)
    {
        if (host is not ("" or "Number" or "Partials")) throw Error("'" + host + "' is neither Number nor Partials");
        return new(host.Length == 0 ? "Math" : host, name, List(Sum).ToEquatable(), IrType.Double);
    }

    private Expr Variable(string name)
    {
        if (Constants.TryGetValue(name, out string? digits)) return new Literal(digits, IrType.Double);
        int id = name == ResultName ? Template.ResultId : parameters.ToList().IndexOf(name);
        if (id < 0 && name != ResultName) throw Error("'" + name + "' is not a parameter");
        return new Read(new(id, name, IrType.Double, VariableRole.Temporary));
    }

    private (string Host, string Name) QualifiedName()
    {
        string name = Name();
        return Accept('.') ? (name, Name()) : ("", name);
    }

    private string Name()
    {
        if (!char.IsLetter(Peek())) throw Error("a name or a number is expected");
        return Take(char.IsLetterOrDigit);
    }

    private List<T> List<T>(Func<T> item)
    {
        Expect('(');
        List<T> items = [item()];
        while (Accept(',')) items.Add(item());
        Expect(')');
        return items;
    }

    private string Take(Func<char, bool> belongs)
    {
        int start = _position;
        while (_position < text.Length && belongs(text[_position])) _position++;
        return text.Substring(start, _position - start);
    }

    private char Peek()
    {
        while (_position < text.Length && text[_position] == ' ') _position++;
        return _position < text.Length ? text[_position] : '\0';
    }

    private bool Accept(char c)
    {
        if (Peek() != c) return false;
        _position++;
        return true;
    }

    private void Expect(char c)
    {
        if (!Accept(c)) throw Error("'" + c + "' is expected");
    }

    private void End()
    {
        if (Peek() != '\0') throw Error("'" + Peek() + "' is not expected");
    }

    private FormatException Error(string message) =>
        new(message + " in \"" + text + "\" before column " + (_position + 1).ToString(CultureInfo.InvariantCulture));
}
