namespace AutoDiff.Numerics.Tests;

/// <summary>Methods that are given arrays of models, or models that hold some: what <see cref="ModelArrayTests"/> differentiates.</summary>
public static partial class ModelArrayFunctions
{
    public sealed class Layer
    {
        public double[,] W = new double[0, 0];
        public double[] B = [];
        public double Gain;

        public double[] Forward(double[] x)
        {
            var y = new double[B.Length];
            for (int i = 0; i < y.Length; i++)
            {
                double s = B[i];
                for (int j = 0; j < x.Length; j++) s += W[i, j] * x[j];
                y[i] = Gain * Math.Tanh(s);
            }
            return y;
        }
    }

    public sealed class Network
    {
        public Layer[] Layers { get; set; } = [];
        public double Scale;
    }

    public sealed class Deep
    {
        public Network[] Networks = [];
    }

    public sealed record Gain(double K, double[] T);

    public sealed record Book(Gain[] Gains, string Name);

    public sealed class Body
    {
        public double X, V, M;
        public double[] H = [];

        public void Push(double dt) => X += dt * V;
    }

    public sealed class Holder
    {
        public Body One = new(), Two = new();
        public Body[] All = [];
    }

    private static double[] Run(Layer layer, double[] x)
    {
        var y = new double[layer.B.Length];
        for (int i = 0; i < y.Length; i++)
        {
            double s = layer.B[i];
            for (int j = 0; j < x.Length; j++) s += layer.W[i, j] * x[j];
            y[i] = layer.Gain * Math.Tanh(s);
        }
        return y;
    }

    [Differentiable]
    public static double Predict(Network n, double[] x)
    {
        double[] h = x;
        foreach (Layer layer in n.Layers) h = Run(layer, h);
        return n.Scale * h[0];
    }

    [Differentiable]
    public static double Called(Network n, double[] x)
    {
        double[] h = x;
        for (int i = 0; i < n.Layers.Length; i++) h = n.Layers[i].Forward(h);
        return n.Scale * h[0] * n.Layers[^1].Gain;
    }

    [Differentiable]
    public static double Last(Deep deep) => deep.Networks[^1].Scale * deep.Networks[^1].Layers[0].Gain;

    [Differentiable]
    public static double Total(Book b, double s)
    {
        double t = 0;
        foreach (Gain g in b.Gains) t += g.K * s + g.T[0];
        return t + b.Gains.Sum(g => g.K * g.K);
    }

    [Differentiable]
    public static double Energy(Body[] bodies)
    {
        double e = 0;
        for (int i = 0; i < bodies.Length; i++)
        {
            for (int j = i + 1; j < bodies.Length; j++)
            {
                Body a = bodies[i], b = bodies[j];
                e -= a.M * b.M / Math.Abs(a.X - b.X);
            }
        }
        foreach (Body b in bodies) e += 0.5 * b.M * b.V * b.V;
        return e;
    }

    [Differentiable]
    public static double Queried(Body[] bodies) =>
        bodies.Sum(b => b.M * b.X) / bodies.Sum(b => b.M) + bodies.Where(b => b.X > 0).Select(b => b.V * b.X).Sum() * bodies.Max(b => b.V)
        + bodies.Select((b, i) => i * b.H.Sum()).Aggregate(1.0, (all, each) => all * (1 + each));

    [Differentiable]
    public static double Moved(Body[] bodies, double dt)
    {
        double sum = 0;
        for (int i = 0; i < bodies.Length; i++)
        {
            Body b = bodies[i];
            double v = b.V, x = b.X;
            for (int k = 0; k < 3; k++)
            {
                v -= dt * Math.Sin(x) * b.H[0];
                x += dt * v;
            }
            sum += x * v * bodies[0].M;
        }
        return sum;
    }

    [Differentiable]
    public static double Attracted(Body[] bodies, double dt)
    {
        for (int step = 0; step < 3; step++)
        {
            for (int i = 0; i < bodies.Length; i++)
            {
                Body a = bodies[i];
                for (int j = i + 1; j < bodies.Length; j++)
                {
                    Body b = bodies[j];
                    double d = a.X - b.X, force = dt * d / Math.Pow(d * d + 0.5, 1.5);
                    a.V -= force * b.M;
                    b.V += force * a.M;
                }
            }
            foreach (Body b in bodies)
            {
                b.Push(dt);
                b.H[0] += b.X * b.V;
            }
        }
        return bodies.Sum(b => 0.5 * b.M * b.V * b.V + b.X * b.H[0]);
    }

    [Differentiable]
    public static double Changed(Body[] bodies, double k)
    {
        void Scale(Body b)
        {
            b.X *= k;
            k += b.X;
        }

        int i = 0;
        if (bodies[i] is { X: > 0 } first)
        {
            i = 1;
            first.X *= 2;
        }
        bodies[i].V *= bodies[0].X;
        foreach (Body a in bodies)
            foreach (Body b in bodies)
                if (a != b) a.V += k * b.M * (b.X - a.X);
        var pair = (Body: bodies[2], Factor: k);
        pair.Body.X += pair.Factor;
        var holding = new Holding(bodies[1], bodies[0].M);
        Scale(bodies[1]);
        Scale(bodies[1]);
        double[] h = bodies[0].H;
        h[1] *= bodies[1].X;
        return bodies[0].X * bodies[1].V + holding.Of() * k + bodies[2].X * bodies[0].H[1];
    }

    [Differentiable]
    public static double Trained(Network n, double[] x)
    {
        foreach (Layer layer in n.Layers)
        {
            for (int i = 0; i < layer.B.Length; i++)
            {
                for (int j = 0; j < layer.W.GetLength(1); j++) layer.W[i, j] -= 0.1 * layer.Gain * x[j] * layer.B[i];
                layer.B[i] *= layer.Gain;
            }
            layer.Gain += layer.B[0];
        }
        return Predict(n, x);
    }

    [Differentiable]
    public static void Step(Body[] bodies, double dt)
    {
        for (int i = 0; i < bodies.Length; i++)
        {
            Body b = bodies[i], next = bodies[(i + 1) % bodies.Length];
            b.V += dt * (next.X - b.X) * b.H[0];
            b.H[0] = b.V * next.V;
            next.V -= b.V;
        }
        foreach (Body b in bodies) b.X += dt * b.V;
    }

    [Differentiable]
    public static double Exchanged(Body[] a, Body[] b)
    {
        a[0].X *= b[0].X;
        b[1].V = a[1].V * a[0].X;
        a[0].H[1] += b[0].H[0] * a[0].X;
        return a[0].H[1] * b[1].V * b[0].H[0];
    }

    [Differentiable]
    public static double Pushed(Body one, Body[] bodies)
    {
        bodies[1].X *= one.V;
        return bodies[1].X * one.X;
    }

    [Differentiable]
    public static double Held(Holder h)
    {
        h.One.X *= 2;
        return h.One.X * h.Two.X * h.All[0].X;
    }

    [Differentiable]
    public static double Masses(Body[] bodies) => bodies[0].X * bodies[0].M + bodies[1].X * bodies[1].M;

    public sealed class Marked
    {
        public double X;
        [NoGradient]
        public double K;
        [NoGradient]
        public double[] Table = [];
    }

    public sealed class Outer
    {
        public double Weight;
        public Body Inner = new();
    }

    [Differentiable]
    public static double WithConstants(Marked[] marked)
    {
        double sum = 0;
        foreach (Marked m in marked) sum += m.X * m.K * m.Table[0] + m.X * m.K;
        return sum;
    }

    [Differentiable]
    public static double Asked(Outer[] all) => all is null ? 7 : all[0].Weight;

    [Differentiable]
    public static double Weights(Outer[] all)
    {
        double sum = 0;
        foreach (Outer each in all) sum += each.Weight;
        return sum;
    }

    private sealed class Holding(Body body, double k)
    {
        public double Of() => body.X * k;
    }

    [Differentiable]
    public static double Named(Body[] bodies)
    {
        int i = 0;
        double sum = 0;
        if (bodies[i] is { X: > 0 } first)
        {
            i = 1;
            sum += first.X * bodies[i].X;
        }
        var pair = (Body: bodies[i], Factor: 2.0);
        var holding = new Holding(bodies[i], bodies[0].M);
        i = 2;
        return sum + pair.Body.V * pair.Factor * bodies[i].V + holding.Of() * bodies[i].M;
    }
}
