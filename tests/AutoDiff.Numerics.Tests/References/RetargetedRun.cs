using AutoDiff.Numerics.Tests.Compile;
using AutoDiff.Numerics.Tests.Model;

namespace AutoDiff.Numerics.Tests.References;

/// <summary>Runs a retargeted method: the inputs as one row in, the outputs (see <see cref="JacobianReference"/>) as one row out.</summary>
public sealed class RetargetedRun<TNumber>(CorpusMethod method, CorpusPoint point, MethodDriver driver, Func<double, TNumber> convert)
{
    public TNumber[] Inputs { get; } =
        [.. Numbering.FlattenDoubles(Numbering.Differentiable(method, point.Arguments)).Select(convert)];

    public TNumber[] Outputs(TNumber[] inputs)
    {
        object?[] arguments = Arguments(inputs);
        object? result = driver.Plain(arguments);
        IEnumerable<TNumber> own = result is null ? [] : Numbering.Flatten<TNumber>([result]);
        return [.. own, .. Numbering.Flatten<TNumber>(Numbering.Differentiable(method, arguments))];
    }

    private object?[] Arguments(TNumber[] inputs)
    {
        int next = 0;
        return [.. method.Parameters.Select((parameter, i) => Argument(parameter, point.Arguments[i], inputs, ref next))];
    }

    private object? Argument(CorpusParameter parameter, object? given, TNumber[] inputs, ref int next)
    {
        if (parameter.Type.Storage == Storage.None || given is null) return given is Array constant ? constant.Clone() : given;
        TNumber[] numbers = parameter.Differentiable
            ? inputs[next..(next += given is Array array ? array.Length : 1)]
            : [.. Numbering.FlattenDoubles([given]).Select(convert)];
        return given is Array ? numbers : numbers[0];
    }
}
