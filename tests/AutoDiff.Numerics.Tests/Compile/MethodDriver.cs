using System.Reflection;
using AutoDiff.Numerics.Tests.Model;

namespace AutoDiff.Numerics.Tests.Compile;

/// <summary>The delegates of one generated <c>DriverN</c>; a companion that does not exist has none.</summary>
public sealed class MethodDriver
{
    private readonly Type type;

    public MethodDriver(Assembly assembly, CorpusMethod method)
    {
        type = assembly.GetType($"{method.TypeName}+Driver{method.Number}", throwOnError: true)!;
        Plain = Bind<Func<object?[], object?>>("Plain")!;
        Gradient = Bind<Func<object?[], object?[]>>("Gradient");
        Jacobian = Bind<Func<object?[], object?[]>>("Jacobian");
        Adjoint = Bind<Func<object?[], object?[], object?, object?>>("Adjoint");
        Forward = Bind<Func<object?[], object?[], object?[]>>("Forward");
        AdjointAllocation = Bind<Func<object?[], object?[], object?, int, long>>("AdjointAllocation");
    }

    /// <summary>Arguments to result; null for <c>void</c>. Arrays are written in place.</summary>
    public Func<object?[], object?> Plain { get; }

    /// <summary>Arguments to the items of the tuple, the value first.</summary>
    public Func<object?[], object?[]>? Gradient { get; }

    /// <summary>Arguments to the items of the tuple, the value first, then a matrix for each parameter.</summary>
    public Func<object?[], object?[]>? Jacobian { get; }

    /// <summary>Arguments, adjoint buffers (scalars are replaced in the array) and seed to the value.</summary>
    public Func<object?[], object?[], object?, object?>? Adjoint { get; }

    /// <summary>Arguments and tangents to value and tangent; nothing for <c>void</c>.</summary>
    public Func<object?[], object?[], object?[]>? Forward { get; }

    /// <summary>
    /// Arguments, adjoint buffers, seed and number of calls to the bytes that so many calls allocate in the steady state.
    /// </summary>
    public Func<object?[], object?[], object?, int, long>? AdjointAllocation { get; }

    private TDelegate? Bind<TDelegate>(string name)
        where TDelegate : Delegate => type.GetMethod(name)?.CreateDelegate<TDelegate>();
}
