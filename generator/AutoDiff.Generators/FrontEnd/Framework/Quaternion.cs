using System;

namespace AutoDiff.Framework;

/// <summary><see cref="System.Numerics.Quaternion"/>.</summary>
public struct Quaternion
{
    public float X, Y, Z, W;

    public Quaternion(float x, float y, float z, float w)
    {
        X = x;
        Y = y;
        Z = z;
        W = w;
    }

    public Quaternion(Vector3 vectorPart, float scalarPart)
    {
        X = vectorPart.X;
        Y = vectorPart.Y;
        Z = vectorPart.Z;
        W = scalarPart;
    }

    public static Quaternion Zero => new(0, 0, 0, 0);

    public static Quaternion Identity => new(0, 0, 0, 1);

    public static Quaternion operator +(Quaternion value1, Quaternion value2) => new(value1.X + value2.X, value1.Y + value2.Y, value1.Z + value2.Z, value1.W + value2.W);

    public static Quaternion operator -(Quaternion value1, Quaternion value2) => new(value1.X - value2.X, value1.Y - value2.Y, value1.Z - value2.Z, value1.W - value2.W);

    public static Quaternion operator -(Quaternion value) => new(-value.X, -value.Y, -value.Z, -value.W);

    public static Quaternion operator *(Quaternion value1, Quaternion value2) => new(
        value1.W * value2.X + value1.X * value2.W + value1.Y * value2.Z - value1.Z * value2.Y,
        value1.W * value2.Y - value1.X * value2.Z + value1.Y * value2.W + value1.Z * value2.X,
        value1.W * value2.Z + value1.X * value2.Y - value1.Y * value2.X + value1.Z * value2.W,
        value1.W * value2.W - value1.X * value2.X - value1.Y * value2.Y - value1.Z * value2.Z);

    public static Quaternion operator *(Quaternion value1, float value2) => new(value1.X * value2, value1.Y * value2, value1.Z * value2, value1.W * value2);

    public static Quaternion operator /(Quaternion value1, Quaternion value2) => value1 * Inverse(value2);

    public static Quaternion Add(Quaternion value1, Quaternion value2) => value1 + value2;

    public static Quaternion Subtract(Quaternion value1, Quaternion value2) => value1 - value2;

    public static Quaternion Multiply(Quaternion value1, Quaternion value2) => value1 * value2;

    public static Quaternion Multiply(Quaternion value1, float value2) => value1 * value2;

    public static Quaternion Divide(Quaternion value1, Quaternion value2) => value1 / value2;

    public static Quaternion Negate(Quaternion value) => -value;

    public static Quaternion Concatenate(Quaternion value1, Quaternion value2) => value2 * value1;

    public static Quaternion Conjugate(Quaternion value) => new(-value.X, -value.Y, -value.Z, value.W);

    public static float Dot(Quaternion quaternion1, Quaternion quaternion2) =>
        (quaternion1.X * quaternion2.X + quaternion1.Y * quaternion2.Y) + (quaternion1.Z * quaternion2.Z + quaternion1.W * quaternion2.W);

    public readonly float LengthSquared() => Dot(this, this);

    public readonly float Length() => MathF.Sqrt(Dot(this, this));

    public static Quaternion Normalize(Quaternion value)
    {
        float length = value.Length();
        return new(value.X / length, value.Y / length, value.Z / length, value.W / length);
    }

    /// <summary>One that is too short for an inverse becomes zero.</summary>
    public static Quaternion Inverse(Quaternion value)
    {
        float squares = value.LengthSquared();
        if (squares <= 1.1920929e-7f) return Zero;
        return new(-value.X / squares, -value.Y / squares, -value.Z / squares, value.W / squares);
    }

    public static Quaternion Lerp(Quaternion quaternion1, Quaternion quaternion2, float amount)
    {
        Quaternion near = quaternion2 * amount;
        if (!(Dot(quaternion1, quaternion2) >= 0)) near = -near;
        return Normalize(new(
            MathF.FusedMultiplyAdd(quaternion1.X, 1 - amount, near.X), MathF.FusedMultiplyAdd(quaternion1.Y, 1 - amount, near.Y),
            MathF.FusedMultiplyAdd(quaternion1.Z, 1 - amount, near.Z), MathF.FusedMultiplyAdd(quaternion1.W, 1 - amount, near.W)));
    }

    public static Quaternion CreateFromAxisAngle(Vector3 axis, float angle)
    {
        float sine = MathF.Sin(angle * 0.5f);
        return new(axis.X * sine, axis.Y * sine, axis.Z * sine, MathF.Cos(angle * 0.5f));
    }
}
