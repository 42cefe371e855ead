using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace AutoDiff.Runtime.Tests.Files;

/// <summary>Saving and loading, and files that are not what they say.</summary>
public sealed class FileFormatTests : IDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("arrays").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    string Path(string name) => System.IO.Path.Combine(_folder, name);

    static readonly float[] Special = [1.5f, float.NaN, -0.0f, float.PositiveInfinity, float.Epsilon, -7];

    [Fact]
    public void Npy_SavedAndLoaded_IsTheSameArray()
    {
        NDArray<float> array = NDArray.Create(Special, 2, 3);
        Npy.Save(Path("a.npy"), array.T);
        NDArray<float> loaded = Npy.Load<float>(Path("a.npy"));
        Assert.Equal([3, 2], loaded.Shape.ToArray());
        Assert.Equal(array.T.ToArray().Select(BitConverter.SingleToInt32Bits), loaded.ToArray().Select(BitConverter.SingleToInt32Bits));
    }

    [Fact]
    public void Npy_OfEveryElementTypeAndRank_IsTheSameArray()
    {
        RoundTrip(NDArray.Create([1.0, -2, 3]));
        RoundTrip(NDArray.Create([1, -2, int.MaxValue]));
        RoundTrip(NDArray.Create([true, false, true, true], 2, 2));
        RoundTrip(NDArray.Full(2.5));
        RoundTrip(NDArray.Zeros<float>(2, 0, 3));

        void RoundTrip<T>(NDArray<T> array)
        {
            using MemoryStream stream = new();
            Npy.Save(stream, array);
            Assert.Equal(0, (stream.Length - array.Size * System.Runtime.CompilerServices.Unsafe.SizeOf<T>()) % 64);
            stream.Position = 0;
            NDArray<T> loaded = Npy.Load<T>(stream);
            Assert.Equal(array.Shape.ToArray(), loaded.Shape.ToArray());
            Assert.Equal(array.ToArray(), loaded.ToArray());
        }
    }

    [Fact]
    public void Npy_OfWholeNumbers_IsLoadedAsWhatHoldsThem()
    {
        byte[] four = [1, 0, 0, 0, 0xff, 0xff, 0xff, 0x7f], one = [0x80, 0x7f], two = [0, 0x80, 0xff, 0x7f];
        Assert.Equal([1, int.MaxValue], Load<double>("<i4", four));
        Assert.Equal([-128, 127], Load<double>("|i1", one));
        Assert.Equal([-128f, 127], Load<float>("|i1", one));
        Assert.Equal([-128, 127], Load<int>("|i1", one));
        Assert.Equal([short.MinValue, short.MaxValue], Load<float>("<i2", two));
        Assert.Equal([0x80, -129], Load<int>(">i2", two));
        Assert.Throws<InvalidDataException>(() => Load<float>("<i4", four));
        Assert.Throws<InvalidDataException>(() => Load<bool>("|i1", one));

        static T[] Load<T>(string type, byte[] elements) =>
            Npy.Load<T>(new MemoryStream(NpyFile($"{{'descr': '{type}', 'fortran_order': False, 'shape': (2,), }}", elements))).ToArray();
    }

    /// <summary>A file as another program could have written it.</summary>
    static byte[] NpyFile(string header, byte[] elements, byte version = 1)
    {
        byte[] text = Encoding.ASCII.GetBytes(header + "\n");
        byte[] length = version == 1 ? [(byte)text.Length, (byte)(text.Length >> 8)] : BitConverter.GetBytes(text.Length);
        return [0x93, .. "NUMPY"u8, version, 0, .. length, .. text, .. elements];
    }

    [Fact]
    public void Npy_InColumnsOrBigEndianOrOfVersion2_IsRead()
    {
        byte[] elements = new byte[6 * 4];
        for (int i = 0; i < 6; i++) BinaryPrimitives.WriteSingleBigEndian(elements.AsSpan(i * 4), i);
        byte[] file = NpyFile("{'descr': '>f4', 'fortran_order': True, 'shape': (2, 3)}", elements, version: 2);
        NDArray<double> loaded = Npy.Load<double>(new MemoryStream(file));
        Assert.Equal([2, 3], loaded.Shape.ToArray());
        Assert.Equal([0.0, 2, 4, 1, 3, 5], loaded.ToArray());
    }

    [Fact]
    public void Npy_OfWholeNumbersOf64Bits_IsReadWhereTheyFit()
    {
        Assert.Equal([7, -7], Npy.Load<int>(new MemoryStream(NpyFile("{'descr': '<i8', 'fortran_order': False, 'shape': (2,), }", [.. BitConverter.GetBytes(7L), .. BitConverter.GetBytes(-7L)]))).ToArray());
        Assert.Throws<InvalidDataException>(() => Npy.Load<int>(new MemoryStream(NpyFile("{'descr': '<i8', 'fortran_order': False, 'shape': (1,), }", BitConverter.GetBytes(1L << 40)))));
    }

    [Theory]
    [InlineData("{'descr': '<f8', 'fortran_order': False, 'shape': (1,), }")] // a float cannot hold it
    [InlineData("{'descr': '|O', 'fortran_order': False, 'shape': (1,), }")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (3,), }")] // more than there is
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (2000000000, 2000000000), }")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (99999999999999999999,), }")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (500000000,), }")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (-1,), }")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, }")]
    [InlineData("{'descr': '<f4', 'fortran_order': Maybe, 'shape': (1,), }")]
    [InlineData("{'descr': '<f4")]
    [InlineData("")]
    public void Npy_ThatIsMalformed_IsRefused(string header)
    {
        byte[] file = NpyFile(header, BitConverter.GetBytes(1.0));
        Assert.Throws<InvalidDataException>(() => Npy.Load<float>(new MemoryStream(file)));
        Assert.Throws<InvalidDataException>(() => Npy.Load<float>(new UnseekableStream(file)));
    }

    [Fact]
    public void Npy_CutOffAnywhere_IsRefused()
    {
        byte[] file = NpyFile("{'descr': '<f4', 'fortran_order': False, 'shape': (2,), }", new byte[8]);
        for (int length = 0; length < file.Length; length++)
        {
            byte[] cut = file[..length];
            Assert.Throws<InvalidDataException>(() => Npy.Load<float>(new MemoryStream(cut)));
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Npz_SavedAndLoaded_IsTheSameArrays(bool compress)
    {
        Dictionary<string, NDArray<double>> arrays = new() { ["weights"] = NDArray.Create([[1.0, 2], [3, 4]]), ["bias/0"] = NDArray.Zeros<double>() };
        Npz.Save(Path("a.npz"), arrays, compress);
        Dictionary<string, NDArray<double>> loaded = Npz.Load<double>(Path("a.npz"));
        Assert.Equal(arrays.Keys.Order(), loaded.Keys.Order());
        Assert.Equal([1.0, 2, 3, 4], loaded["weights"].ToArray());
        Assert.Equal(0, loaded["bias/0"].Rank);
    }

    [Fact]
    public void Npz_WithAnEntryThatIsNoArray_IsRefusedByName()
    {
        using (ZipArchive archive = ZipFile.Open(Path("a.npz"), ZipArchiveMode.Create))
        using (StreamWriter writer = new(archive.CreateEntry("notes.npy").Open())) writer.Write("not an array");
        Assert.Contains("notes.npy", Assert.Throws<InvalidDataException>(() => Npz.Load<double>(Path("a.npz"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Safetensors_SavedAndLoaded_IsTheSameArrays()
    {
        Dictionary<string, NDArray<float>> arrays = new() { ["b"] = NDArray.Create(Special, 3, 2).T, ["a \"quoted\""] = NDArray.Zeros<float>(0, 4) };
        Safetensors.Save(Path("a.safetensors"), arrays, new Dictionary<string, string> { ["format"] = "pt" });
        Dictionary<string, NDArray<float>> loaded = Safetensors.Load<float>(Path("a.safetensors"));
        Assert.Equal(2, loaded.Count);
        Assert.Equal([2, 3], loaded["b"].Shape.ToArray());
        Assert.Equal(arrays["b"].ToArray(), loaded["b"].ToArray());
        Assert.Equal([0, 4], loaded["a \"quoted\""].Shape.ToArray());
    }

    static byte[] SafetensorsFile(string header, int bytes, long? length = null) =>
        [.. BitConverter.GetBytes(length ?? Encoding.UTF8.GetByteCount(header)), .. Encoding.UTF8.GetBytes(header), .. new byte[bytes]];

    [Fact]
    public void Safetensors_OfHalfPrecision_IsWidened()
    {
        byte[] file = SafetensorsFile("""{"a":{"dtype":"BF16","shape":[1],"data_offsets":[0,2]},"h":{"dtype":"F16","shape":[1],"data_offsets":[2,4]}}""", 4);
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(file.Length - 4), 0xC020); // -2.5
        BinaryPrimitives.WriteHalfLittleEndian(file.AsSpan(file.Length - 2), (Half)0.75f);
        File.WriteAllBytes(Path("a"), file);
        Dictionary<string, NDArray<float>> loaded = Safetensors.Load<float>(Path("a"));
        Assert.Equal(-2.5f, loaded["a"].ToScalar());
        Assert.Equal(0.75f, loaded["h"].ToScalar());
    }

    [Theory]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}""", 8)] // bytes that belong to nothing
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}""", 8)] // a gap
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"b":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}""", 4)] // an overlap
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}""", 8)] // twice
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,4]}}""", 4)]
    [InlineData("""{"a":{"dtype":"F64","shape":[1],"data_offsets":[0,8]}}""", 8)] // a float cannot hold it
    [InlineData("""{"a":{"dtype":"F32","shape":[4611686018427387904,4],"data_offsets":[0,0]}}""", 0)]
    [InlineData("""{"a":{"dtype":"F32","shape":[-1],"data_offsets":[0,-4]}}""", 0)]
    [InlineData("""{"a":{"dtype":"F32","shape":"x","data_offsets":[0,4]}}""", 4)]
    [InlineData("""{"a":{"dtype":null,"shape":[1],"data_offsets":[0,4]}}""", 4)]
    [InlineData("""{"a":{"dtype":"F32"}}""", 4)]
    [InlineData("""{"a":7}""", 4)]
    [InlineData("""[1]""", 0)]
    [InlineData("""{"a":""", 0)]
    public void Safetensors_ThatIsMalformed_IsRefused(string header, int bytes)
    {
        File.WriteAllBytes(Path("a"), SafetensorsFile(header, bytes));
        Assert.Throws<InvalidDataException>(() => Safetensors.Load<float>(Path("a")));
    }

    [Theory]
    [InlineData(long.MaxValue)]
    [InlineData(-1)]
    [InlineData(99_999_999)]
    [InlineData(0)]
    public void Safetensors_WithAHeaderOfAnImpossibleLength_IsRefused(long length)
    {
        File.WriteAllBytes(Path("a"), SafetensorsFile("{}", 0, length));
        Assert.Throws<InvalidDataException>(() => Safetensors.Load<float>(Path("a")));
    }

    sealed class UnseekableStream(byte[] content) : MemoryStream(content)
    {
        public override bool CanSeek => false;
    }
}
