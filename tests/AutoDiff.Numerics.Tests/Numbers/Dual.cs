using System.Globalization;

namespace AutoDiff.Numerics.Tests.Numbers;

/// <summary>
/// A value and its derivative in one direction. The value is computed by the very operations of the plain program, in its order, so that it
/// is bit-identical; the derivative follows the conventions of DESIGN section 3, the strong zero included.
/// </summary>
public readonly struct Dual(double value, double derivative) : IEquatable<Dual>, IComparable<Dual>
{
    public double Value { get; } = value;

    public double Derivative { get; } = derivative;

    /// <summary>The value, as patterns test it.</summary>
    public double Rounded => Value;

    public static implicit operator Dual(int value) => new(value, 0);

    public static implicit operator Dual(long value) => new(value, 0);

    public static implicit operator Dual(double value) => new(value, 0);

    public static explicit operator double(Dual x) => x.Value;

    public static explicit operator int(Dual x) => (int)x.Value;

    public static explicit operator long(Dual x) => (long)x.Value;

    public static bool operator ==(Dual x, Dual y) => x.Value == y.Value;

    public static bool operator !=(Dual x, Dual y) => x.Value != y.Value;

    public static bool operator <(Dual x, Dual y) => x.Value < y.Value;

    public static bool operator >(Dual x, Dual y) => x.Value > y.Value;

    public static bool operator <=(Dual x, Dual y) => x.Value <= y.Value;

    public static bool operator >=(Dual x, Dual y) => x.Value >= y.Value;

    public static Dual operator +(Dual x) => x;

    public static Dual operator -(Dual x) => new(-x.Value, -x.Derivative);

    public static Dual operator ++(Dual x) => new(x.Value + 1, x.Derivative);

    public static Dual operator --(Dual x) => new(x.Value - 1, x.Derivative);

    public static Dual operator +(Dual x, Dual y) => new(x.Value + y.Value, x.Derivative + y.Derivative);

    public static Dual operator -(Dual x, Dual y) => new(x.Value - y.Value, x.Derivative - y.Derivative);

    public static Dual operator *(Dual x, Dual y) => new(x.Value * y.Value, Chain(y.Value, x) + Chain(x.Value, y));

    public static Dual operator /(Dual x, Dual y)
    {
        double quotient = x.Value / y.Value;
        return new(quotient, Chain(1 / y.Value, x) + Chain(-quotient / y.Value, y));
    }

    public static Dual operator %(Dual x, Dual y) =>
        new(x.Value % y.Value, x.Derivative + Chain(-Math.Truncate(x.Value / y.Value), y));

    /// <summary>
    /// One summand of the chain rule; a derivative of exactly zero contributes exactly zero, whatever the partial derivative.
    /// </summary>
    internal static double Chain(double partial, Dual x) => x.Derivative == 0 ? 0 : partial * x.Derivative;

    public int CompareTo(Dual other) => Value.CompareTo(other.Value);

    /// <summary>As the plain program compares, which knows of no derivative.</summary>
    public bool Equals(Dual other) => Value.Equals(other.Value);

    public override bool Equals(object? obj) => obj is Dual other && Equals(other);

    public override int GetHashCode() => Value.GetHashCode();

    public override string ToString() => Value.ToString("R", CultureInfo.InvariantCulture);
}
