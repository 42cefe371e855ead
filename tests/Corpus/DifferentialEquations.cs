using System;
using AutoDiff;

namespace Corpus;

/// <summary>Ordinary and partial differential equations, step by step.</summary>
public static partial class DifferentialEquations
{
    [Differentiable]
    [At(new double[] { 0, 0.5, 1, 0.25, 0, 0 }, 0.4, 5)]
    public static double HeatByExchange(double[] initial, double r, int steps)
    {
        int n = initial.Length;
        double[] u = new double[n], v = new double[n];
        Array.Copy(initial, u, n);
        for (int t = 0; t < steps; t++)
        {
            v[0] = u[0];
            v[n - 1] = u[n - 1];
            for (int i = 1; i < n - 1; i++) v[i] = u[i] + r * (u[i - 1] - 2 * u[i] + u[i + 1]);
            (u, v) = (v, u);
        }

        double energy = 0;
        for (int i = 0; i < n; i++) energy += u[i] * u[i];
        return energy;
    }

    [Differentiable]
    [At(new double[] { 0, 0.5, 1, 0.25, 0, 0 }, 0.4, 4)]
    public static double HeatByTemporary(double[] initial, double r, int steps)
    {
        double[] u = (double[])initial.Clone();
        double[] v = new double[u.Length];
        for (int t = 0; t < steps; t++)
        {
            for (int i = 0; i < u.Length; i++)
            {
                double left = i > 0 ? u[i - 1] : u[u.Length - 1];
                double right = i < u.Length - 1 ? u[i + 1] : u[0];
                v[i] = u[i] + r * (left - 2 * u[i] + right);
            }

            double[] swap = u;
            u = v;
            v = swap;
        }

        return u[1] * u[2] - u[4];
    }

    [Differentiable]
    [At(new double[] { 0, 0.5, 1, 0.25, 0 }, 0.3, 6)]
    public static void HeatInPlace(double[] u, double r, int steps)
    {
        for (int t = 0; t < steps; t++)
        {
            double left = u[0];
            for (int i = 1; i < u.Length - 1; i++)
            {
                double middle = u[i];
                u[i] = middle + r * (left - 2 * middle + u[i + 1]);
                left = middle;
            }
        }
    }

    // Classical Runge–Kutta for Lotka & Volterra.
    [Differentiable]
    [At(10.0, 5.0, 1.1, 0.4, 0.1, 0.4, 2.0, 20)]
    public static double LotkaVolterra(
        double prey, double predators, double alpha, double beta, double delta, double gamma, double time, int steps)
    {
        double h = time / steps;
        for (int i = 0; i < steps; i++)
        {
            double k1 = prey * (alpha - beta * predators), l1 = predators * (delta * prey - gamma);
            double x2 = prey + h / 2 * k1, y2 = predators + h / 2 * l1;
            double k2 = x2 * (alpha - beta * y2), l2 = y2 * (delta * x2 - gamma);
            double x3 = prey + h / 2 * k2, y3 = predators + h / 2 * l2;
            double k3 = x3 * (alpha - beta * y3), l3 = y3 * (delta * x3 - gamma);
            double x4 = prey + h * k3, y4 = predators + h * l3;
            double k4 = x4 * (alpha - beta * y4), l4 = y4 * (delta * x4 - gamma);
            prey += h / 6 * (k1 + 2 * k2 + 2 * k3 + k4);
            predators += h / 6 * (l1 + 2 * l2 + 2 * l3 + l4);
        }

        return prey * predators;
    }

    // The same method with the state in arrays and the right-hand side in a method of its own.
    [Differentiable]
    [At(new double[] { 1, 0.5, -0.3 }, new double[] { 10, 28, 2.6 }, 0.01, 15)]
    public static double Lorenz(double[] start, double[] parameters, double h, int steps)
    {
        int n = start.Length;
        double[] y = new double[n], k = new double[n], stage = new double[n], sum = new double[n];
        for (int i = 0; i < n; i++) y[i] = start[i];
        for (int step = 0; step < steps; step++)
        {
            LorenzSlope(y, parameters, k);
            for (int i = 0; i < n; i++)
            {
                sum[i] = k[i];
                stage[i] = y[i] + 0.5 * h * k[i];
            }

            for (int half = 0; half < 2; half++)
            {
                LorenzSlope(stage, parameters, k);
                double c = half == 0 ? 0.5 : 1;
                for (int i = 0; i < n; i++)
                {
                    sum[i] += 2 * k[i];
                    stage[i] = y[i] + c * h * k[i];
                }
            }

            LorenzSlope(stage, parameters, k);
            for (int i = 0; i < n; i++) y[i] += h / 6 * (sum[i] + k[i]);
        }

        return y[0] + y[1] * y[2];
    }

    [Differentiable]
    [At(new double[] { 1, 0.5, -0.3 }, new double[] { 10, 28, 2.6 }, new double[] { 7, 8, 9 })]
    internal static void LorenzSlope(double[] y, double[] parameters, double[] slope)
    {
        slope[0] = parameters[0] * (y[1] - y[0]);
        slope[1] = y[0] * (parameters[1] - y[2]) - y[1];
        slope[2] = y[0] * y[1] - parameters[2] * y[2];
    }

    // Heun with a step size chosen by the error, which is itself differentiated.
    [Differentiable]
    [At(2.0, 0.5, 1e-3)]
    public static double AdaptiveHeun(double y, double rate, [NoGradient] double tolerance)
    {
        double t = 0, h = 0.1;
        while (t < 1)
        {
            if (t + h > 1) h = 1 - t;
            double k1 = -rate * y * y + Math.Sin(t);
            double predicted = y + h * k1;
            double k2 = -rate * predicted * predicted + Math.Sin(t + h);
            double error = Math.Abs(h * (k2 - k1) / 2);
            if (error > tolerance)
            {
                h *= 0.5;
                continue;
            }

            y += h * (k1 + k2) / 2;
            t += h;
            if (error < tolerance / 4) h *= 1.5;
        }

        return y;
    }

    [Differentiable]
    [At(1.0, 0.2, 9.81, 0.3, 0.02, 1.5)]
    public static double DampedPendulum(
        double angle, double velocity, double gravity, double damping, [NoGradient] double dt, [NoGradient] double end)
    {
        for (double t = 0; t < end; t += dt)
        {
            velocity -= dt * (gravity * Math.Sin(angle) + damping * velocity);
            angle += dt * velocity;
        }

        return 0.5 * velocity * velocity - gravity * Math.Cos(angle);
    }

    // A ball that bounces: the number of impacts depends on the data.
    [Differentiable]
    [At(2.0, 1.0, 0.8)]
    public static double BouncingBall(double height, double speed, double restitution)
    {
        int bounces = 0;
        double x = 0;
        for (int i = 0; i < 60; i++)
        {
            speed -= 9.81 * 0.03;
            height += speed * 0.03;
            if (height < 0)
            {
                height = -height * restitution;
                speed = -speed * restitution;
                bounces++;
            }

            x += height * 0.03;
        }

        return x + bounces * restitution;
    }

    // Upwind advection: the side depends on the sign of the speed.
    [Differentiable]
    [At(new double[] { 0.1, 0.9, 0.4, 0.2 }, new double[] { 0.5, -0.3, 0.2, -0.7 }, 3)]
    public static double Upwind(double[] u, double[] speed, int steps)
    {
        int n = u.Length;
        double[] next = new double[n];
        for (int t = 0; t < steps; t++)
        {
            for (int i = 0; i < n; i++)
            {
                double gradient = speed[i] > 0 ? u[i] - u[(i + n - 1) % n] : u[(i + 1) % n] - u[i];
                next[i] = u[i] - 0.5 * speed[i] * gradient;
            }

            for (int i = 0; i < n; i++) u[i] = next[i];
        }

        double s = 0;
        for (int i = 0; i < n; i++) s += u[i] * u[i];
        return s;
    }
}
