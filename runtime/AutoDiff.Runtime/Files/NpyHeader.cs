using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace AutoDiff;

/// <summary>The header of NumPy's format: a Python dictionary with the element type, the order and the shape.</summary>
readonly record struct NpyHeader(FileElement Element, bool IsBigEndian, bool IsFortranOrder, long[] Shape)
{
    static ReadOnlySpan<byte> Magic => "NUMPY"u8; // after 0x93

    /// <summary>The largest header that NumPy itself accepts without being asked to.</summary>
    const int MaxLength = 1 << 16;

    internal static NpyHeader Read(Stream stream, string name)
    {
        byte[] start = BoundedReader.Read(stream, 8, name);
        if (start[0] != 0x93 || !start.AsSpan(1, 5).SequenceEqual(Magic)) throw new InvalidDataException($"{name} is not in NumPy's .npy format.");
        if (start[6] is < 1 or > 3) throw new InvalidDataException($"{name}: version {start[6]}.{start[7]} of the .npy format is not known.");
        byte[] size = BoundedReader.Read(stream, start[6] == 1 ? 2 : 4, name);
        uint length = size.Length == 2 ? BinaryPrimitives.ReadUInt16LittleEndian(size) : BinaryPrimitives.ReadUInt32LittleEndian(size);
        if (length > MaxLength) throw new InvalidDataException($"{name}: a header of {length} bytes is too long.");
        return Parse(Encoding.UTF8.GetString(BoundedReader.Read(stream, length, name)), name);
    }

    /// <summary>The header as NumPy writes it, filled up with spaces so that the elements begin at a multiple of 64.</summary>
    internal byte[] ToBytes()
    {
        string shape = string.Join(", ", Shape.Select(length => length.ToString(CultureInfo.InvariantCulture))) + (Shape.Length == 1 ? "," : "");
        string text = $"{{'descr': '{Descriptor}', 'fortran_order': False, 'shape': ({shape}), }}";
        int length = (10 + text.Length + 1 + 63) / 64 * 64 - 10;
        text = text.PadRight(length - 1) + "\n";
        return [0x93, .. Magic, 1, 0, (byte)length, (byte)(length >> 8), .. Encoding.ASCII.GetBytes(text)];
    }

    string Descriptor => Element switch
    {
        FileElement.Float16 => "<f2",
        FileElement.Float32 => "<f4",
        FileElement.Float64 => "<f8",
        FileElement.Int32 => "<i4",
        FileElement.Int64 => "<i8",
        FileElement.Bool => "|b1",
        _ => throw new InvalidOperationException($"The .npy format has no {Element}."),
    };

    static NpyHeader Parse(string text, string name)
    {
        Scanner scanner = new(text, name);
        string? descriptor = null;
        bool? isFortranOrder = null;
        long[]? shape = null;
        scanner.Expect('{');
        while (!scanner.Accept('}'))
        {
            string key = scanner.Text();
            scanner.Expect(':');
            switch (key)
            {
                case "descr": descriptor = scanner.Text(); break;
                case "fortran_order": isFortranOrder = scanner.Flag(); break;
                case "shape": shape = scanner.Tuple(); break;
                default: throw scanner.Malformed();
            }
            if (!scanner.Accept(',') && !scanner.IsAt('}')) throw scanner.Malformed();
        }
        if (descriptor is null || isFortranOrder is null || shape is null) throw scanner.Malformed();
        (FileElement element, bool isBigEndian) = ElementOf(descriptor, name);
        return new(element, isBigEndian, isFortranOrder.Value, shape);
    }

    static (FileElement Element, bool IsBigEndian) ElementOf(string descriptor, string name)
    {
        FileElement? element = descriptor.Length < 2 ? null : descriptor[1..] switch
        {
            "f2" => FileElement.Float16,
            "f4" => FileElement.Float32,
            "f8" => FileElement.Float64,
            "i1" => FileElement.Int8,
            "i2" => FileElement.Int16,
            "i4" => FileElement.Int32,
            "i8" => FileElement.Int64,
            "b1" => FileElement.Bool,
            _ => null,
        };
        if (element is null || descriptor[0] is not ('<' or '>' or '|' or '='))
            throw new InvalidDataException($"{name}: elements of type '{descriptor}' are not supported.");
        return (element.Value, descriptor[0] == '>');
    }

    /// <summary>Reads the few literals of Python that a header is made of.</summary>
    ref struct Scanner(string text, string name)
    {
        int _at;

        internal InvalidDataException Malformed() => new($"{name}: the header is malformed at character {_at}.");

        internal bool IsAt(char symbol)
        {
            while (_at < text.Length && char.IsWhiteSpace(text[_at])) _at++;
            return _at < text.Length && text[_at] == symbol;
        }

        internal bool Accept(char symbol)
        {
            if (!IsAt(symbol)) return false;
            _at++;
            return true;
        }

        internal void Expect(char symbol)
        {
            if (!Accept(symbol)) throw Malformed();
        }

        internal string Text()
        {
            char quote = IsAt('"') ? '"' : '\'';
            Expect(quote);
            int end = text.IndexOf(quote, _at);
            if (end < 0) throw Malformed();
            string found = text[_at..end];
            _at = end + 1;
            return found;
        }

        internal bool Flag()
        {
            bool isTrue = IsAt('T');
            string word = isTrue ? "True" : "False";
            if ((!isTrue && !IsAt('F')) || !text.AsSpan(_at).StartsWith(word, StringComparison.Ordinal)) throw Malformed();
            _at += word.Length;
            return isTrue;
        }

        internal long[] Tuple()
        {
            List<long> lengths = [];
            Expect('(');
            while (!Accept(')'))
            {
                IsAt(' ');
                int start = _at;
                while (_at < text.Length && char.IsAsciiDigit(text[_at])) _at++;
                if (!long.TryParse(text.AsSpan(start, _at - start), NumberStyles.None, CultureInfo.InvariantCulture, out long length)) throw Malformed();
                lengths.Add(length);
                if (_at < text.Length && text[_at] == 'L') _at++; // as Python 2 wrote it
                if (!Accept(',') && !IsAt(')')) throw Malformed();
                if (lengths.Count > 64) throw Malformed();
            }
            return [.. lengths];
        }
    }
}
