using AutoDiff.Numerics.Tests.Compile;
using AutoDiff.Numerics.Tests.Model;
using AutoDiff.Numerics.Tests.References;
using Xunit;

namespace AutoDiff.Numerics.Tests;

/// <summary>
/// A corpus method at one of its points, ready to be called in every way. A method without companions skips its test:
/// <see cref="CompanionTests"/> reports it, once and by name.
/// </summary>
public sealed class CompanionCall
{
    private readonly Lazy<MethodDriver> companions;

    public CompanionCall(string method, int point, DifferentiatedCorpus? corpus = null)
    {
        Method = PlainCorpus.Method(method);
        Point = Method.Points[point];
        companions = new(() => (corpus ?? DifferentiatedCorpus.WithAnalyses)[Method]);
    }

    public CorpusMethod Method { get; }

    public CorpusPoint Point { get; }

    public double ToleranceHere => Method.ToleranceAt(Point);

    public JacobianReference Reference => Judge.At(Method, Point);

    /// <summary>The number of differentiable inputs, array elements counted.</summary>
    public int InputCount => Numbering.FlattenDoubles(Numbering.Differentiable(Method, Point.Arguments)).Count();

    /// <summary>The plain method: its value and the arguments as it left them.</summary>
    public (object? Value, object?[] Arguments) Plain()
    {
        object?[] arguments = Point.Fresh();
        return (PlainCorpus.Drivers[Method.Number].Plain(arguments), arguments);
    }

    public (object?[] Items, object?[] Arguments) Gradient()
    {
        var companion = Existing(companions.Value.Gradient);
        object?[] arguments = Point.Fresh();
        return (companion(arguments), arguments);
    }

    public (object?[] Items, object?[] Arguments) Jacobian()
    {
        var companion = Existing(companions.Value.Jacobian);
        object?[] arguments = Point.Fresh();
        return (companion(arguments), arguments);
    }

    /// <param name="seed">The adjoint of the result, an element for each of its own.</param>
    /// <param name="buffers">What the adjoint buffers hold on entry, in one row; nothing for zeros.</param>
    public (object? Value, double[] Buffers, object?[] Arguments) Adjoint(IReadOnlyList<double> seed, IReadOnlyList<double>? buffers = null)
    {
        var companion = Existing(companions.Value.Adjoint);
        object?[] arguments = Point.Fresh();
        object?[] shaped = Numbering.Shape(Method, Point, buffers ?? new double[InputCount]);
        object? value = companion(arguments, shaped, Seed(seed));
        return (value, [.. Numbering.FlattenDoubles(shaped)], arguments);
    }

    /// <summary>The value, and in one row the tangents of the result and of the final state of every differentiable parameter.</summary>
    public (object? Value, double[] Tangents, object?[] Arguments) Forward(IReadOnlyList<double> direction)
    {
        var companion = Existing(companions.Value.Forward);
        object?[] arguments = Point.Fresh();
        object?[] shaped = Numbering.Shape(Method, Point, direction);
        object?[] items = companion(arguments, shaped);
        return (items.FirstOrDefault(), [.. Numbering.FlattenDoubles(items.Skip(1)), .. Numbering.FlattenDoubles(shaped)], arguments);
    }

    public long AdjointAllocation(IReadOnlyList<double> seed, int calls)
    {
        var companion = Existing(companions.Value.AdjointAllocation);
        return companion(Point.Fresh(), Numbering.Shape(Method, Point, new double[InputCount]), Seed(seed), calls);
    }

    private object? Seed(IReadOnlyList<double> seed) => Method.Result.Storage switch
    {
        Storage.Scalar => Method.Result.Scalar(seed[0]),
        Storage.Array or Storage.Packed => Method.Result.Elements(seed),
        _ => null,
    };

    private TDelegate Existing<TDelegate>(TDelegate? companion)
        where TDelegate : Delegate
    {
        Assert.True(companion is not null, $"{Method.Id} has no such companion");
        return companion!;
    }
}
