using System;
using AutoDiff;

namespace Corpus;

/// <summary>Lengths, areas, rotations.</summary>
public static partial class Geometry
{
    private const double EarthRadius = 6371.0;

    [Differentiable]
    [At(48.8566, 2.3522, 51.5074, -0.1278)]
    public static double Haversine(double latitude1, double longitude1, double latitude2, double longitude2)
    {
        const double degree = Math.PI / 180;
        double dLat = (latitude2 - latitude1) * degree, dLon = (longitude2 - longitude1) * degree;
        double h = Math.Pow(Math.Sin(dLat / 2), 2)
            + Math.Cos(latitude1 * degree) * Math.Cos(latitude2 * degree) * Math.Pow(Math.Sin(dLon / 2), 2);
        return 2 * EarthRadius * Math.Asin(Math.Min(1, Math.Sqrt(h)));
    }

    [Differentiable]
    [At(3.0, 4.0, 5.5)]
    public static double Heron(double a, double b, double c)
    {
        double s = (a + b + c) / 2;
        return Math.Sqrt(s * (s - a) * (s - b) * (s - c));
    }

    [Differentiable]
    [At(new double[] { 0, 4, 5, 1 }, new double[] { 0, 0.5, 3, 4 })]
    public static double PolygonArea(double[] x, double[] y)
    {
        double twice = 0;
        for (int i = 0, j = x.Length - 1; i < x.Length; j = i++) twice += x[j] * y[i] - x[i] * y[j];
        return Math.Abs(twice) / 2;
    }

    [Differentiable]
    [At(new double[] { 0.7, 0.1, -0.5, 0.4 }, new double[] { 1, 2, 3 })]
    public static double[] RotateByQuaternion(double[] q, double[] v)
    {
        double norm = Math.Sqrt(q[0] * q[0] + q[1] * q[1] + q[2] * q[2] + q[3] * q[3]);
        double w = q[0] / norm, x = q[1] / norm, y = q[2] / norm, z = q[3] / norm;
        return
        [
            (1 - 2 * (y * y + z * z)) * v[0] + 2 * (x * y - w * z) * v[1] + 2 * (x * z + w * y) * v[2],
            2 * (x * y + w * z) * v[0] + (1 - 2 * (x * x + z * z)) * v[1] + 2 * (y * z - w * x) * v[2],
            2 * (x * z - w * y) * v[0] + 2 * (y * z + w * x) * v[1] + (1 - 2 * (x * x + y * y)) * v[2],
        ];
    }

    // Forward kinematics of a planar arm.
    [Differentiable]
    [At(new double[] { 0.3, -0.7, 1.1 }, new double[] { 1, 0.8, 0.5 }, 1.2, 0.9)]
    public static double DistanceToTarget(double[] angles, double[] lengths, double targetX, double targetY)
    {
        double x = 0, y = 0, angle = 0;
        for (int i = 0; i < angles.Length; i++)
        {
            angle += angles[i];
            x += lengths[i] * Math.Cos(angle);
            y += lengths[i] * Math.Sin(angle);
        }

        return Math.Sqrt((x - targetX) * (x - targetX) + (y - targetY) * (y - targetY));
    }

    // A ray against a sphere: hit or miss.
    [Differentiable]
    [At(0.1, 0.2, -5.0, 1.0)]
    [At(3.0, 0.2, -5.0, 1.0)]
    public static double RayToSphere(double x, double y, double z, double radius)
    {
        double b = z, c = x * x + y * y + z * z - radius * radius;
        double discriminant = b * b - c;
        if (discriminant < 0) return Math.Exp(discriminant);
        double t = -b - Math.Sqrt(discriminant);
        return t > 0 ? t : 0;
    }

    [Differentiable]
    [At(0.4, 1.1, 2.5)]
    public static double[] SphericalToCartesian(double theta, double phi, double r) =>
        [r * Math.Sin(theta) * Math.Cos(phi), r * Math.Sin(theta) * Math.Sin(phi), r * Math.Cos(theta)];

    // Bundle adjustment's projection: Rodrigues' rotation, perspective, radial distortion.
    [Differentiable]
    [At(new double[] { 0.1, -0.2, 0.05, 0.3, 0.1, -5, 500, 0.01, -0.002 }, new double[] { 0.4, 0.7, -1 })]
    [At(new double[] { 0, 0, 0, 0.3, 0.1, -5, 500, 0.01, -0.002 }, new double[] { 0.4, 0.7, -1 }, Kink = true)]
    public static double[] Project(double[] camera, double[] point)
    {
        double theta2 = camera[0] * camera[0] + camera[1] * camera[1] + camera[2] * camera[2];
        Span<double> p = stackalloc double[3];
        if (theta2 > 0)
        {
            double theta = Math.Sqrt(theta2);
            double cos = Math.Cos(theta), sin = Math.Sin(theta), inverse = 1 / theta;
            double wx = camera[0] * inverse, wy = camera[1] * inverse, wz = camera[2] * inverse;
            double dot = (wx * point[0] + wy * point[1] + wz * point[2]) * (1 - cos);
            p[0] = point[0] * cos + (wy * point[2] - wz * point[1]) * sin + wx * dot;
            p[1] = point[1] * cos + (wz * point[0] - wx * point[2]) * sin + wy * dot;
            p[2] = point[2] * cos + (wx * point[1] - wy * point[0]) * sin + wz * dot;
        }
        else
        {
            p[0] = point[0] + camera[1] * point[2] - camera[2] * point[1];
            p[1] = point[1] + camera[2] * point[0] - camera[0] * point[2];
            p[2] = point[2] + camera[0] * point[1] - camera[1] * point[0];
        }

        for (int i = 0; i < 3; i++) p[i] += camera[3 + i];
        double x = -p[0] / p[2], y = -p[1] / p[2];
        double square = x * x + y * y;
        double scale = camera[6] * (1 + square * (camera[7] + camera[8] * square));
        return [scale * x, scale * y];
    }
}
