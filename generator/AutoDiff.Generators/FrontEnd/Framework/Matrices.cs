using System;

namespace AutoDiff.Framework;

/// <summary><see cref="System.Numerics.Matrix3x2"/>.</summary>
public struct Matrix3x2
{
    public float M11, M12, M21, M22, M31, M32;

    public Matrix3x2(float m11, float m12, float m21, float m22, float m31, float m32)
    {
        M11 = m11;
        M12 = m12;
        M21 = m21;
        M22 = m22;
        M31 = m31;
        M32 = m32;
    }

    public static Matrix3x2 Identity => new(1, 0, 0, 1, 0, 0);

    public static Matrix3x2 operator +(Matrix3x2 value1, Matrix3x2 value2) => new(
        value1.M11 + value2.M11, value1.M12 + value2.M12,
        value1.M21 + value2.M21, value1.M22 + value2.M22,
        value1.M31 + value2.M31, value1.M32 + value2.M32);

    public static Matrix3x2 operator -(Matrix3x2 value1, Matrix3x2 value2) => new(
        value1.M11 - value2.M11, value1.M12 - value2.M12,
        value1.M21 - value2.M21, value1.M22 - value2.M22,
        value1.M31 - value2.M31, value1.M32 - value2.M32);

    public static Matrix3x2 operator -(Matrix3x2 value) => new(
        -value.M11, -value.M12,
        -value.M21, -value.M22,
        -value.M31, -value.M32);

    public static Matrix3x2 operator *(Matrix3x2 value1, float value2) => new(
        value1.M11 * value2, value1.M12 * value2,
        value1.M21 * value2, value1.M22 * value2,
        value1.M31 * value2, value1.M32 * value2);

    public static Matrix3x2 Add(Matrix3x2 value1, Matrix3x2 value2) => value1 + value2;

    public static Matrix3x2 Subtract(Matrix3x2 value1, Matrix3x2 value2) => value1 - value2;

    public static Matrix3x2 Multiply(Matrix3x2 value1, Matrix3x2 value2) => value1 * value2;

    public static Matrix3x2 Multiply(Matrix3x2 value1, float value2) => value1 * value2;

    public static Matrix3x2 Negate(Matrix3x2 value) => -value;

    public static Matrix3x2 operator *(Matrix3x2 value1, Matrix3x2 value2) => new(
        value1.M11 * value2.M11 + value1.M12 * value2.M21, value1.M11 * value2.M12 + value1.M12 * value2.M22,
        value1.M21 * value2.M11 + value1.M22 * value2.M21, value1.M21 * value2.M12 + value1.M22 * value2.M22,
        value1.M31 * value2.M11 + value1.M32 * value2.M21 + value2.M31, value1.M31 * value2.M12 + value1.M32 * value2.M22 + value2.M32);

    public readonly float GetDeterminant() => M11 * M22 - M21 * M12;
}

/// <summary><see cref="System.Numerics.Matrix4x4"/>.</summary>
public struct Matrix4x4
{
    public float M11, M12, M13, M14, M21, M22, M23, M24, M31, M32, M33, M34, M41, M42, M43, M44;

    public Matrix4x4(float m11, float m12, float m13, float m14, float m21, float m22, float m23, float m24, float m31, float m32, float m33, float m34, float m41, float m42, float m43, float m44)
    {
        M11 = m11;
        M12 = m12;
        M13 = m13;
        M14 = m14;
        M21 = m21;
        M22 = m22;
        M23 = m23;
        M24 = m24;
        M31 = m31;
        M32 = m32;
        M33 = m33;
        M34 = m34;
        M41 = m41;
        M42 = m42;
        M43 = m43;
        M44 = m44;
    }

    public static Matrix4x4 Identity => new(1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1);

    public static Matrix4x4 operator +(Matrix4x4 value1, Matrix4x4 value2) => new(
        value1.M11 + value2.M11, value1.M12 + value2.M12, value1.M13 + value2.M13, value1.M14 + value2.M14,
        value1.M21 + value2.M21, value1.M22 + value2.M22, value1.M23 + value2.M23, value1.M24 + value2.M24,
        value1.M31 + value2.M31, value1.M32 + value2.M32, value1.M33 + value2.M33, value1.M34 + value2.M34,
        value1.M41 + value2.M41, value1.M42 + value2.M42, value1.M43 + value2.M43, value1.M44 + value2.M44);

    public static Matrix4x4 operator -(Matrix4x4 value1, Matrix4x4 value2) => new(
        value1.M11 - value2.M11, value1.M12 - value2.M12, value1.M13 - value2.M13, value1.M14 - value2.M14,
        value1.M21 - value2.M21, value1.M22 - value2.M22, value1.M23 - value2.M23, value1.M24 - value2.M24,
        value1.M31 - value2.M31, value1.M32 - value2.M32, value1.M33 - value2.M33, value1.M34 - value2.M34,
        value1.M41 - value2.M41, value1.M42 - value2.M42, value1.M43 - value2.M43, value1.M44 - value2.M44);

    public static Matrix4x4 operator -(Matrix4x4 value) => new(
        -value.M11, -value.M12, -value.M13, -value.M14,
        -value.M21, -value.M22, -value.M23, -value.M24,
        -value.M31, -value.M32, -value.M33, -value.M34,
        -value.M41, -value.M42, -value.M43, -value.M44);

    public static Matrix4x4 operator *(Matrix4x4 value1, float value2) => new(
        value1.M11 * value2, value1.M12 * value2, value1.M13 * value2, value1.M14 * value2,
        value1.M21 * value2, value1.M22 * value2, value1.M23 * value2, value1.M24 * value2,
        value1.M31 * value2, value1.M32 * value2, value1.M33 * value2, value1.M34 * value2,
        value1.M41 * value2, value1.M42 * value2, value1.M43 * value2, value1.M44 * value2);

    public static Matrix4x4 Add(Matrix4x4 value1, Matrix4x4 value2) => value1 + value2;

    public static Matrix4x4 Subtract(Matrix4x4 value1, Matrix4x4 value2) => value1 - value2;

    public static Matrix4x4 Multiply(Matrix4x4 value1, Matrix4x4 value2) => value1 * value2;

    public static Matrix4x4 Multiply(Matrix4x4 value1, float value2) => value1 * value2;

    public static Matrix4x4 Negate(Matrix4x4 value) => -value;

    public readonly Vector3 Translation => new(M41, M42, M43);

    public static Matrix4x4 operator *(Matrix4x4 value1, Matrix4x4 value2)
    {
        Vector4 x = Vector4.Transform(new Vector4(value1.M11, value1.M12, value1.M13, value1.M14), value2);
        Vector4 y = Vector4.Transform(new Vector4(value1.M21, value1.M22, value1.M23, value1.M24), value2);
        Vector4 z = Vector4.Transform(new Vector4(value1.M31, value1.M32, value1.M33, value1.M34), value2);
        Vector4 w = Vector4.Transform(new Vector4(value1.M41, value1.M42, value1.M43, value1.M44), value2);
        return new(x.X, x.Y, x.Z, x.W, y.X, y.Y, y.Z, y.W, z.X, z.Y, z.Z, z.W, w.X, w.Y, w.Z, w.W);
    }

    public static Matrix4x4 Transpose(Matrix4x4 matrix) => new(
        matrix.M11, matrix.M21, matrix.M31, matrix.M41,
        matrix.M12, matrix.M22, matrix.M32, matrix.M42,
        matrix.M13, matrix.M23, matrix.M33, matrix.M43,
        matrix.M14, matrix.M24, matrix.M34, matrix.M44);

    public readonly float GetDeterminant()
    {
        float lower34 = M33 * M44 - M34 * M43, lower24 = M32 * M44 - M34 * M42, lower23 = M32 * M43 - M33 * M42;
        float lower14 = M31 * M44 - M34 * M41, lower13 = M31 * M43 - M33 * M41, lower12 = M31 * M42 - M32 * M41;
        return M11 * (M22 * lower34 - M23 * lower24 + M24 * lower23)
            - M12 * (M21 * lower34 - M23 * lower14 + M24 * lower13)
            + M13 * (M21 * lower24 - M22 * lower14 + M24 * lower12)
            - M14 * (M21 * lower23 - M22 * lower13 + M23 * lower12);
    }

    public static Matrix4x4 CreateTranslation(Vector3 position) => new(1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, position.X, position.Y, position.Z, 1);

    public static Matrix4x4 CreateTranslation(float xPosition, float yPosition, float zPosition) => new(1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, xPosition, yPosition, zPosition, 1);

    public static Matrix4x4 CreateScale(float scale) => new(scale, 0, 0, 0, 0, scale, 0, 0, 0, 0, scale, 0, 0, 0, 0, 1);

    public static Matrix4x4 CreateScale(Vector3 scales) => new(scales.X, 0, 0, 0, 0, scales.Y, 0, 0, 0, 0, scales.Z, 0, 0, 0, 0, 1);

    public static Matrix4x4 CreateScale(float xScale, float yScale, float zScale) => new(xScale, 0, 0, 0, 0, yScale, 0, 0, 0, 0, zScale, 0, 0, 0, 0, 1);

    public static Matrix4x4 CreateRotationX(float radians)
    {
        float sine = MathF.Sin(radians), cosine = MathF.Cos(radians);
        return new(1, 0, 0, 0, 0, cosine, sine, 0, 0, -sine, cosine, 0, 0, 0, 0, 1);
    }

    public static Matrix4x4 CreateRotationY(float radians)
    {
        float sine = MathF.Sin(radians), cosine = MathF.Cos(radians);
        return new(cosine, 0, -sine, 0, 0, 1, 0, 0, sine, 0, cosine, 0, 0, 0, 0, 1);
    }

    public static Matrix4x4 CreateRotationZ(float radians)
    {
        float sine = MathF.Sin(radians), cosine = MathF.Cos(radians);
        return new(cosine, sine, 0, 0, -sine, cosine, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1);
    }

    public static Matrix4x4 CreateFromQuaternion(Quaternion quaternion)
    {
        float xx = quaternion.X * quaternion.X, yy = quaternion.Y * quaternion.Y, zz = quaternion.Z * quaternion.Z;
        float xy = quaternion.X * quaternion.Y, wz = quaternion.Z * quaternion.W, xz = quaternion.Z * quaternion.X;
        float wy = quaternion.Y * quaternion.W, yz = quaternion.Y * quaternion.Z, wx = quaternion.X * quaternion.W;
        return new(
            1 - 2 * (yy + zz), 2 * (xy + wz), 2 * (xz - wy), 0,
            2 * (xy - wz), 1 - 2 * (zz + xx), 2 * (yz + wx), 0,
            2 * (xz + wy), 2 * (yz - wx), 1 - 2 * (yy + xx), 0,
            0, 0, 0, 1);
    }
}
