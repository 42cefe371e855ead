using System.Runtime.InteropServices;

namespace AutoDiff.Runtime.Tests.Elementwise;

/// <summary>The bits of an element depend on that element alone: not on its neighbours, not on where in memory it lies.</summary>
public sealed class PlaceTests
{
    const int Places = 200;

    public static TheoryData<string> Names => UnaryCase.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void UnaryOperation_OfAnElement_HasTheSameBitsEverywhere(string name)
    {
        Check<double>(UnaryCase.All[name].Double);
        Check<float>(UnaryCase.All[name].Single);
    }

    public static TheoryData<string> PairNames => new("+", "-", "*", "/", "%", "Pow", "Hypot", "Atan2", "Maximum", "Minimum");

    [Theory]
    [MemberData(nameof(PairNames))]
    public void BinaryOperation_OfAPair_HasTheSameBitsEverywhere(string name)
    {
        Check<double>(x => Pair(name, x, Reversed(x)));
        Check<float>(x => Pair(name, x, Reversed(x)));
        Check<double>(x => Pair(name, x, NDArray.Full(0.7, 1)));
        Check<float>(x => Pair(name, NDArray.Full(-1.3f, 1), x));
    }

    /// <summary>Not the same element twice, but a function of the element: its bits backwards in the mantissa.</summary>
    static NDArray<T> Reversed<T>(NDArray<T> x) => (x * Of<T>(0.3) + Of<T>(1.7)).Abs();

    static T Of<T>(double value) => (T)Convert.ChangeType(value, typeof(T), null);

    static NDArray<T> Pair<T>(string name, NDArray<T> x, NDArray<T> y) => name switch
    {
        "+" => x + y,
        "-" => x - y,
        "*" => x * y,
        "/" => x / y,
        "%" => x % y,
        "Pow" => x.Pow(y),
        "Hypot" => x.Hypot(y),
        "Atan2" => x.Atan2(y),
        "Maximum" => NDArray.Maximum(x, y),
        _ => NDArray.Minimum(x, y),
    };

    static void Check<T>(Func<NDArray<T>, NDArray<T>> operation) where T : unmanaged
    {
        Random random = new(12);
        T[] values = [.. Enumerable.Range(0, 300).Select(i => Of<T>((20 * random.NextDouble() - 10) * (i % 7 == 0 ? 1e-3 : i % 11 == 0 ? 1e3 : 1)))];
        T[] odd = [.. Samples.Special.Select(special => Of<T>(special))];
        byte[][] alone = [.. values.Select(value => Bytes(operation(NDArray.Create([value]))))];
        for (int place = 0; place < Places; place++)
        {
            // The values from some offset on, among neighbours of every kind.
            T[] around = new T[place + values.Length + place % 3];
            for (int i = 0; i < around.Length; i++) around[i] = odd[random.Next(odd.Length)];
            T[] part = [.. values];
            if (place % 2 == 1)
            {
                for (int i = 0; i < part.Length; i++)
                    if (random.Next(4) == 0) part[i] = odd[random.Next(odd.Length)];
            }
            part.CopyTo(around, place);
            byte[] bytes = Bytes(operation(NDArray.Create(around)[place..(place + values.Length)]));
            byte[] copied = Bytes(operation(NDArray.Create(around)))[(place * Marshal.SizeOf<T>())..];
            for (int i = 0; i < values.Length; i++)
            {
                if (!part[i].Equals(values[i])) continue;
                int at = i * Marshal.SizeOf<T>();
                Assert.True(alone[i].AsSpan().SequenceEqual(bytes.AsSpan(at, alone[i].Length)), $"{values[i]} at {i} in a view from {place} on");
                Assert.True(alone[i].AsSpan().SequenceEqual(copied.AsSpan(at, alone[i].Length)), $"{values[i]} at {i} behind {place} others");
            }
        }
    }

    public static TheoryData<string> SumNames => new("Sum", "Mean", "Norm", "Variance", "StandardDeviation", "LogSumExp", "Softmax", "LogSoftmax", "LayerNorm", "Dot", "Prod");

    [Theory]
    [MemberData(nameof(SumNames))]
    public void Sum_OfElementsInOrder_HasTheSameBitsAtEveryAddress(string name)
    {
        CheckSum<double>(name);
        CheckSum<float>(name);
    }

    static void CheckSum<T>(string name) where T : unmanaged
    {
        foreach (int length in (int[])[9, 300, 5000])
        {
            NDArray<T> x = Arrays.Random<T>(new Random(length), length);
            byte[] expected = Bytes(Sum(name, x));
            for (int place = 0; place < Places; place++)
            {
                NDArray<T> part = NDArray.Concatenate(0, NDArray.Zeros<T>(place), x)[place..];
                Assert.True(expected.AsSpan().SequenceEqual(Bytes(Sum(name, part))), $"{length} elements from {place} on");
            }
        }
    }

    static NDArray<T> Sum<T>(string name, NDArray<T> x) => name switch
    {
        "Sum" => x.Sum(),
        "Mean" => x.Mean(),
        "Norm" => x.Norm(),
        "Variance" => x.Variance(),
        "StandardDeviation" => x.StandardDeviation(),
        "LogSumExp" => x.LogSumExp(),
        "Softmax" => x.Softmax(0),
        "LogSoftmax" => x.LogSoftmax(0),
        "LayerNorm" => x.LayerNorm(NDArray.Ones<T>(x.Size), NDArray.Zeros<T>(x.Size)),
        "Dot" => x.Dot(x),
        _ => (x + Of<T>(1.1)).Prod(),
    };

    static byte[] Bytes<T>(NDArray<T> array) where T : unmanaged => MemoryMarshal.AsBytes<T>(array.ToArray()).ToArray();
}
