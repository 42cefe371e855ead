namespace AutoDiff.Numerics.Tests.RandomPrograms;

/// <summary>
/// Parts of C# that a random program may be written in, beside numbers, arrays, spans, branches and loops. Each program draws its own few:
/// what stands rarely together with everything else is met often with little else (Groce et al., Swarm Testing, 2012).
/// </summary>
[Flags]
public enum ProgramFeature
{
    None = 0,

    /// <summary>Structs with methods, properties and operators, tuples, arrays of structs.</summary>
    Aggregates = 1,

    /// <summary><c>switch</c>, as a statement and as an expression, and patterns.</summary>
    Switches = 2,

    /// <summary>Local functions and lambdas that read and change what is around them.</summary>
    Closures = 4,

    /// <summary><c>try … finally</c>, <c>using</c>, <c>lock</c>.</summary>
    Regions = 8,

    /// <summary>Arrays with two indices and arrays of arrays.</summary>
    Grids = 16,

    /// <summary><c>ref</c> locals; <c>ref</c>, <c>out</c> and <c>in</c> parameters.</summary>
    References = 32,

    /// <summary><c>float</c> beside <c>double</c>.</summary>
    Singles = 64,

    /// <summary>LINQ over arrays, lists and ranges, and lists that grow.</summary>
    Queries = 128,

    /// <summary>Classes whose objects change under several names, objects in objects, records.</summary>
    Objects = 256,
}
