namespace AutoDiff.Numerics.Tests.Numbers;

/// <summary><c>Derivative.Stop</c> for dual numbers: the value without its derivative.</summary>
public static class DualConstant
{
    public static Dual Stop(Dual value) => value.Value;

    public static Dual[] Stop(Dual[] values) => Array.ConvertAll(values, Stop);

    public static T Stop<T>(T value) => value;
}
