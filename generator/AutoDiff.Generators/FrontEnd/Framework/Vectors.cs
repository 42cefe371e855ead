using System;

namespace AutoDiff.Framework;

/// <summary><see cref="System.Numerics.Vector2"/>.</summary>
public struct Vector2
{
    public float X, Y;

    public Vector2(float x, float y)
    {
        X = x;
        Y = y;
    }

    public Vector2(float value)
    {
        X = value;
        Y = value;
    }

    public static Vector2 Zero => new(0, 0);

    public static Vector2 One => new(1, 1);

    public static Vector2 UnitX => new(1, 0);

    public static Vector2 UnitY => new(0, 1);

    public static bool operator ==(Vector2 left, Vector2 right) => left.X == right.X && left.Y == right.Y;

    public static bool operator !=(Vector2 left, Vector2 right) => !(left.X == right.X && left.Y == right.Y);

    public static Vector2 operator +(Vector2 left, Vector2 right) => new(left.X + right.X, left.Y + right.Y);

    public static Vector2 Add(Vector2 left, Vector2 right) => left + right;

    public static Vector2 operator -(Vector2 left, Vector2 right) => new(left.X - right.X, left.Y - right.Y);

    public static Vector2 Subtract(Vector2 left, Vector2 right) => left - right;

    public static Vector2 operator *(Vector2 left, Vector2 right) => new(left.X * right.X, left.Y * right.Y);

    public static Vector2 Multiply(Vector2 left, Vector2 right) => left * right;

    public static Vector2 operator /(Vector2 left, Vector2 right) => new(left.X / right.X, left.Y / right.Y);

    public static Vector2 Divide(Vector2 left, Vector2 right) => left / right;

    public static Vector2 operator *(Vector2 left, float right) => new(left.X * right, left.Y * right);

    public static Vector2 operator *(float left, Vector2 right) => new(left * right.X, left * right.Y);

    public static Vector2 operator /(Vector2 left, float right) => new(left.X / right, left.Y / right);

    public static Vector2 Multiply(Vector2 left, float right) => left * right;

    public static Vector2 Multiply(float left, Vector2 right) => left * right;

    public static Vector2 Divide(Vector2 left, float divisor) => left / divisor;

    public static Vector2 operator -(Vector2 value) => new(-value.X, -value.Y);

    public static Vector2 Negate(Vector2 value) => -value;

    public static float Dot(Vector2 left, Vector2 right) => left.X * right.X + left.Y * right.Y;

    public readonly float LengthSquared() => Dot(this, this);

    public readonly float Length() => MathF.Sqrt(Dot(this, this));

    public static float DistanceSquared(Vector2 left, Vector2 right) => (left - right).LengthSquared();

    public static float Distance(Vector2 left, Vector2 right) => (left - right).Length();

    public static Vector2 Normalize(Vector2 value) => value / value.Length();

    public static Vector2 Lerp(Vector2 left, Vector2 right, float amount) => new(MathF.FusedMultiplyAdd(left.X, 1 - amount, right.X * amount), MathF.FusedMultiplyAdd(left.Y, 1 - amount, right.Y * amount));

    public static Vector2 Abs(Vector2 value) => new(MathF.Abs(value.X), MathF.Abs(value.Y));

    public static Vector2 SquareRoot(Vector2 value) => new(MathF.Sqrt(value.X), MathF.Sqrt(value.Y));

    public static Vector2 Min(Vector2 left, Vector2 right) => new(MathF.Min(left.X, right.X), MathF.Min(left.Y, right.Y));

    public static Vector2 Max(Vector2 left, Vector2 right) => new(MathF.Max(left.X, right.X), MathF.Max(left.Y, right.Y));

    public static Vector2 Reflect(Vector2 vector, Vector2 normal)
    {
        float along = -2f * Dot(vector, normal);
        return new(MathF.FusedMultiplyAdd(along, normal.X, vector.X), MathF.FusedMultiplyAdd(along, normal.Y, vector.Y));
    }

    public static Vector2 Transform(Vector2 position, Matrix3x2 matrix) => new(
        MathF.FusedMultiplyAdd(matrix.M21, position.Y, matrix.M11 * position.X) + matrix.M31,
        MathF.FusedMultiplyAdd(matrix.M22, position.Y, matrix.M12 * position.X) + matrix.M32);

    public static Vector2 TransformNormal(Vector2 normal, Matrix3x2 matrix) => new(
        MathF.FusedMultiplyAdd(matrix.M21, normal.Y, matrix.M11 * normal.X),
        MathF.FusedMultiplyAdd(matrix.M22, normal.Y, matrix.M12 * normal.X));
}

/// <summary><see cref="System.Numerics.Vector3"/>.</summary>
public struct Vector3
{
    public float X, Y, Z;

    public Vector3(float x, float y, float z)
    {
        X = x;
        Y = y;
        Z = z;
    }

    public Vector3(float value)
    {
        X = value;
        Y = value;
        Z = value;
    }

    public Vector3(Vector2 value, float z)
    {
        X = value.X;
        Y = value.Y;
        Z = z;
    }

    public static Vector3 Zero => new(0, 0, 0);

    public static Vector3 One => new(1, 1, 1);

    public static Vector3 UnitX => new(1, 0, 0);

    public static Vector3 UnitY => new(0, 1, 0);

    public static Vector3 UnitZ => new(0, 0, 1);

    public static bool operator ==(Vector3 left, Vector3 right) => left.X == right.X && left.Y == right.Y && left.Z == right.Z;

    public static bool operator !=(Vector3 left, Vector3 right) => !(left.X == right.X && left.Y == right.Y && left.Z == right.Z);

    public static Vector3 operator +(Vector3 left, Vector3 right) => new(left.X + right.X, left.Y + right.Y, left.Z + right.Z);

    public static Vector3 Add(Vector3 left, Vector3 right) => left + right;

    public static Vector3 operator -(Vector3 left, Vector3 right) => new(left.X - right.X, left.Y - right.Y, left.Z - right.Z);

    public static Vector3 Subtract(Vector3 left, Vector3 right) => left - right;

    public static Vector3 operator *(Vector3 left, Vector3 right) => new(left.X * right.X, left.Y * right.Y, left.Z * right.Z);

    public static Vector3 Multiply(Vector3 left, Vector3 right) => left * right;

    public static Vector3 operator /(Vector3 left, Vector3 right) => new(left.X / right.X, left.Y / right.Y, left.Z / right.Z);

    public static Vector3 Divide(Vector3 left, Vector3 right) => left / right;

    public static Vector3 operator *(Vector3 left, float right) => new(left.X * right, left.Y * right, left.Z * right);

    public static Vector3 operator *(float left, Vector3 right) => new(left * right.X, left * right.Y, left * right.Z);

    public static Vector3 operator /(Vector3 left, float right) => new(left.X / right, left.Y / right, left.Z / right);

    public static Vector3 Multiply(Vector3 left, float right) => left * right;

    public static Vector3 Multiply(float left, Vector3 right) => left * right;

    public static Vector3 Divide(Vector3 left, float divisor) => left / divisor;

    public static Vector3 operator -(Vector3 value) => new(-value.X, -value.Y, -value.Z);

    public static Vector3 Negate(Vector3 value) => -value;

    public static float Dot(Vector3 left, Vector3 right) => left.X * right.X + left.Y * right.Y + left.Z * right.Z;

    public readonly float LengthSquared() => Dot(this, this);

    public readonly float Length() => MathF.Sqrt(Dot(this, this));

    public static float DistanceSquared(Vector3 left, Vector3 right) => (left - right).LengthSquared();

    public static float Distance(Vector3 left, Vector3 right) => (left - right).Length();

    public static Vector3 Normalize(Vector3 value) => value / value.Length();

    public static Vector3 Lerp(Vector3 left, Vector3 right, float amount) => new(MathF.FusedMultiplyAdd(left.X, 1 - amount, right.X * amount), MathF.FusedMultiplyAdd(left.Y, 1 - amount, right.Y * amount), MathF.FusedMultiplyAdd(left.Z, 1 - amount, right.Z * amount));

    public static Vector3 Abs(Vector3 value) => new(MathF.Abs(value.X), MathF.Abs(value.Y), MathF.Abs(value.Z));

    public static Vector3 SquareRoot(Vector3 value) => new(MathF.Sqrt(value.X), MathF.Sqrt(value.Y), MathF.Sqrt(value.Z));

    public static Vector3 Min(Vector3 left, Vector3 right) => new(MathF.Min(left.X, right.X), MathF.Min(left.Y, right.Y), MathF.Min(left.Z, right.Z));

    public static Vector3 Max(Vector3 left, Vector3 right) => new(MathF.Max(left.X, right.X), MathF.Max(left.Y, right.Y), MathF.Max(left.Z, right.Z));

    public static Vector3 Cross(Vector3 left, Vector3 right) => new(left.Y * right.Z - left.Z * right.Y, left.Z * right.X - left.X * right.Z, left.X * right.Y - left.Y * right.X);

    public static Vector3 Reflect(Vector3 vector, Vector3 normal)
    {
        float along = -2f * Dot(vector, normal);
        return new(MathF.FusedMultiplyAdd(along, normal.X, vector.X), MathF.FusedMultiplyAdd(along, normal.Y, vector.Y), MathF.FusedMultiplyAdd(along, normal.Z, vector.Z));
    }

    public static Vector3 Transform(Vector3 position, Matrix4x4 matrix)
    {
        Vector3 turned = TransformNormal(position, matrix);
        return new(turned.X + matrix.M41, turned.Y + matrix.M42, turned.Z + matrix.M43);
    }

    public static Vector3 TransformNormal(Vector3 normal, Matrix4x4 matrix) => new(
        MathF.FusedMultiplyAdd(matrix.M31, normal.Z, MathF.FusedMultiplyAdd(matrix.M21, normal.Y, matrix.M11 * normal.X)),
        MathF.FusedMultiplyAdd(matrix.M32, normal.Z, MathF.FusedMultiplyAdd(matrix.M22, normal.Y, matrix.M12 * normal.X)),
        MathF.FusedMultiplyAdd(matrix.M33, normal.Z, MathF.FusedMultiplyAdd(matrix.M23, normal.Y, matrix.M13 * normal.X)));

    /// <summary>Turned as a vector of four whose last component is one, as the framework does.</summary>
    public static Vector3 Transform(Vector3 value, Quaternion rotation)
    {
        Quaternion turned = rotation * (new Quaternion(value.X, value.Y, value.Z, 1) * Quaternion.Conjugate(rotation));
        return new(turned.X, turned.Y, turned.Z);
    }
}

/// <summary><see cref="System.Numerics.Vector4"/>.</summary>
public struct Vector4
{
    public float X, Y, Z, W;

    public Vector4(float x, float y, float z, float w)
    {
        X = x;
        Y = y;
        Z = z;
        W = w;
    }

    public Vector4(float value)
    {
        X = value;
        Y = value;
        Z = value;
        W = value;
    }

    public Vector4(Vector3 value, float w)
    {
        X = value.X;
        Y = value.Y;
        Z = value.Z;
        W = w;
    }

    public Vector4(Vector2 value, float z, float w)
    {
        X = value.X;
        Y = value.Y;
        Z = z;
        W = w;
    }

    public static Vector4 Zero => new(0, 0, 0, 0);

    public static Vector4 One => new(1, 1, 1, 1);

    public static Vector4 UnitX => new(1, 0, 0, 0);

    public static Vector4 UnitY => new(0, 1, 0, 0);

    public static Vector4 UnitZ => new(0, 0, 1, 0);

    public static Vector4 UnitW => new(0, 0, 0, 1);

    public static bool operator ==(Vector4 left, Vector4 right) => left.X == right.X && left.Y == right.Y && left.Z == right.Z && left.W == right.W;

    public static bool operator !=(Vector4 left, Vector4 right) => !(left.X == right.X && left.Y == right.Y && left.Z == right.Z && left.W == right.W);

    public static Vector4 operator +(Vector4 left, Vector4 right) => new(left.X + right.X, left.Y + right.Y, left.Z + right.Z, left.W + right.W);

    public static Vector4 Add(Vector4 left, Vector4 right) => left + right;

    public static Vector4 operator -(Vector4 left, Vector4 right) => new(left.X - right.X, left.Y - right.Y, left.Z - right.Z, left.W - right.W);

    public static Vector4 Subtract(Vector4 left, Vector4 right) => left - right;

    public static Vector4 operator *(Vector4 left, Vector4 right) => new(left.X * right.X, left.Y * right.Y, left.Z * right.Z, left.W * right.W);

    public static Vector4 Multiply(Vector4 left, Vector4 right) => left * right;

    public static Vector4 operator /(Vector4 left, Vector4 right) => new(left.X / right.X, left.Y / right.Y, left.Z / right.Z, left.W / right.W);

    public static Vector4 Divide(Vector4 left, Vector4 right) => left / right;

    public static Vector4 operator *(Vector4 left, float right) => new(left.X * right, left.Y * right, left.Z * right, left.W * right);

    public static Vector4 operator *(float left, Vector4 right) => new(left * right.X, left * right.Y, left * right.Z, left * right.W);

    public static Vector4 operator /(Vector4 left, float right) => new(left.X / right, left.Y / right, left.Z / right, left.W / right);

    public static Vector4 Multiply(Vector4 left, float right) => left * right;

    public static Vector4 Multiply(float left, Vector4 right) => left * right;

    public static Vector4 Divide(Vector4 left, float divisor) => left / divisor;

    public static Vector4 operator -(Vector4 value) => new(-value.X, -value.Y, -value.Z, -value.W);

    public static Vector4 Negate(Vector4 value) => -value;

    public static float Dot(Vector4 left, Vector4 right) => (left.X * right.X + left.Y * right.Y) + (left.Z * right.Z + left.W * right.W);

    public readonly float LengthSquared() => Dot(this, this);

    public readonly float Length() => MathF.Sqrt(Dot(this, this));

    public static float DistanceSquared(Vector4 left, Vector4 right) => (left - right).LengthSquared();

    public static float Distance(Vector4 left, Vector4 right) => (left - right).Length();

    public static Vector4 Normalize(Vector4 value) => value / value.Length();

    public static Vector4 Lerp(Vector4 left, Vector4 right, float amount) => new(MathF.FusedMultiplyAdd(left.X, 1 - amount, right.X * amount), MathF.FusedMultiplyAdd(left.Y, 1 - amount, right.Y * amount), MathF.FusedMultiplyAdd(left.Z, 1 - amount, right.Z * amount), MathF.FusedMultiplyAdd(left.W, 1 - amount, right.W * amount));

    public static Vector4 Abs(Vector4 value) => new(MathF.Abs(value.X), MathF.Abs(value.Y), MathF.Abs(value.Z), MathF.Abs(value.W));

    public static Vector4 SquareRoot(Vector4 value) => new(MathF.Sqrt(value.X), MathF.Sqrt(value.Y), MathF.Sqrt(value.Z), MathF.Sqrt(value.W));

    public static Vector4 Min(Vector4 left, Vector4 right) => new(MathF.Min(left.X, right.X), MathF.Min(left.Y, right.Y), MathF.Min(left.Z, right.Z), MathF.Min(left.W, right.W));

    public static Vector4 Max(Vector4 left, Vector4 right) => new(MathF.Max(left.X, right.X), MathF.Max(left.Y, right.Y), MathF.Max(left.Z, right.Z), MathF.Max(left.W, right.W));

    public static Vector4 Transform(Vector4 vector, Matrix4x4 matrix) => new(
        MathF.FusedMultiplyAdd(matrix.M41, vector.W, MathF.FusedMultiplyAdd(matrix.M31, vector.Z, MathF.FusedMultiplyAdd(matrix.M21, vector.Y, matrix.M11 * vector.X))),
        MathF.FusedMultiplyAdd(matrix.M42, vector.W, MathF.FusedMultiplyAdd(matrix.M32, vector.Z, MathF.FusedMultiplyAdd(matrix.M22, vector.Y, matrix.M12 * vector.X))),
        MathF.FusedMultiplyAdd(matrix.M43, vector.W, MathF.FusedMultiplyAdd(matrix.M33, vector.Z, MathF.FusedMultiplyAdd(matrix.M23, vector.Y, matrix.M13 * vector.X))),
        MathF.FusedMultiplyAdd(matrix.M44, vector.W, MathF.FusedMultiplyAdd(matrix.M34, vector.Z, MathF.FusedMultiplyAdd(matrix.M24, vector.Y, matrix.M14 * vector.X))));

    public static Vector4 Transform(Vector4 value, Quaternion rotation)
    {
        Quaternion turned = rotation * (new Quaternion(value.X, value.Y, value.Z, value.W) * Quaternion.Conjugate(rotation));
        return new(turned.X, turned.Y, turned.Z, turned.W);
    }
}
