namespace AutoDiff.Generators.Tests.Supported;

/// <summary>A row of the page: a construct of C#, a few words of it, and where it stands in the program.</summary>
internal sealed record Construct(string Section, string Name, string Example, string Member)
{
    public string Program => $$"""
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Numerics;
        using System.Numerics.Tensors;
        using AutoDiff;

        namespace Rows;

        {{Member}}

        public record struct Pair(double X, double Y);
        public struct Point { public double X, Y; public double Norm() => Math.Sqrt(X * X + Y * Y); public static Point operator +(Point a, Point b) => new() { X = a.X + b.X, Y = a.Y + b.Y }; }
        public class Model { public double[] Weights { get; set; } = []; public double Bias { get; set; } }
        public interface IShape { double Area(double x); }
        """;

    /// <summary>A method body over <c>double x, double y, double[] a, int n</c>.</summary>
    private static Construct Body(string section, string name, string example, string? body = null) =>
        Method(section, name, example, "public static double F(double x, double y, double[] a, int n) " + Closed(body ?? example));

    private static string Closed(string body) => body.StartsWith('{') ? body : body.StartsWith("=>", StringComparison.Ordinal) ? body + ";" : "{ " + body + " return x; }";

    /// <summary>A whole method called <c>F</c>.</summary>
    private static Construct Method(string section, string name, string example, string method) =>
        new(section, name, example, "public static partial class P { [Differentiable] " + method + " }");

    public static IReadOnlyList<Construct> All { get; } =
    [
        Method("Methods", "static method, block or expression body", "static double F(double x) => x * x", "static double F(double x) => x * x;"),
        new("Methods", "instance method; what it reads of `this` is a constant", "double F(double x) => x * scale", "public partial class P { double scale = 2; [Differentiable] public double F(double x) => x * scale; }"),
        new("Methods", "instance method of a model, with static companions by its members: `Net.FGradient(net, x)`", "double F(double x) => x * Scale", "public partial class P { public double Scale = 2; [Differentiable] public double F(double x) => x * Scale; }"),
        new("Methods", "instance method that changes its object", "void F(double dt) => X += V * dt", "public partial class P { public double X, V; [Differentiable] public void F(double dt) => X += V * dt; }"),
        new("Methods", "extension method", "static double F(this double x) => x * x", "public static partial class P { [Differentiable] public static double F(this double x) => x * x; }"),
        Method("Methods", "`ref`, `out`, `in` parameters", "static void F(in double x, ref double y, out double z)", "static void F(in double x, ref double y, out double z) { y *= x; z = y + x; }"),
        Method("Methods", "whole numbers and `bool` as `out` parameters", "static double F(double x, out int steps)", "static double F(double x, out int steps) { steps = 0; while (x > 1) { x *= 0.5; steps++; } return x; }"),
        Method("Methods", "`params`, optional and named arguments", "static double F(double x, double k = 2, params double[] a)", "static double F(double x, double k = 2, params double[] a) => x * k + a.Length;"),
        new("Methods", "virtual method and its overrides: the companions are virtual", "virtual double F(double x) => x * x", "public partial class P { [Differentiable] public virtual double F(double x) => x * x; } public sealed partial class Q : P { [Differentiable] public override double F(double x) => base.F(x) * x; }"),
        new("Methods", "virtual method with an override that is not marked", "virtual double F(double x) => x * x", "public partial class P { [Differentiable] public virtual double F(double x) => x * x; } public class Q : P { public override double F(double x) => x; }"),
        new("Methods", "member of an extension block", "extension(double x) { double F() => x * x }", "public static partial class P { extension(double x) { [Differentiable] public double F() => x * x; } }"),
        Method("Methods", "generic method", "static T F<T>(T x) where T : IFloatingPointIeee754<T>", "static T F<T>(T x) where T : IFloatingPointIeee754<T> => x * x;"),
        Method("Methods", "iterator", "static IEnumerable<double> F(double x) { yield return x; }", "static IEnumerable<double> F(double x) { yield return x; }"),
        Method("Methods", "asynchronous method", "static async Task<double> F(double x)", "static async System.Threading.Tasks.Task<double> F(double x) => x;"),

        Method("Types", "`double`, `float`", "static double F(double x, float y) => x * y", "static double F(double x, float y) => x * y;"),
        Method("Types", "`T[]`, `Span<T>`, `ReadOnlySpan<T>`", "static double F(Span<double> a, ReadOnlySpan<double> b)", "static double F(Span<double> a, ReadOnlySpan<double> b) => a[0] * b[0];"),
        Method("Types", "`T[,]`, `T[,,]`", "static double F(double[,] m) => m[0, 1] * m[1, 0]", "static double F(double[,] m) => m[0, 1] * m[1, 0];"),
        Method("Types", "`T[][]`", "static double F(double[][] rows) => rows[0][1]", "static double F(double[][] rows) => rows[0][1] * rows[1][0];"),
        Method("Types", "properties with code around `field`", "public double V { get; set => field = Math.Max(0, value); }", "static double F(Bounded b) => b.V; } public struct Bounded { public double V { get; set => field = Math.Max(0, value); }"),
        Method("Types", "arrays of structs, of `Complex` as results", "static Complex[] F(double[] a) { var z = new Complex[a.Length]; z[0] = new Complex(a[0], a[1]); return z; }", "static Complex[] F(double[] a) { var z = new Complex[a.Length]; z[0] = new Complex(a[0], a[1]); return z; }"),
        Method("Types", "`T[,]`, `T[][]` as results", "static double[,] F(double[,] m) { var t = new double[2, 2]; t[0, 1] = m[1, 0]; return t; }", "static double[,] F(double[,] m) { var t = new double[2, 2]; t[0, 1] = m[1, 0]; return t; }"),
        Method("Types", "rows of a `T[][]` that change places", "(rows[0], rows[1]) = (rows[1], rows[0]);", "static double F(double[][] rows) { (rows[0], rows[1]) = (rows[1], rows[0]); return rows[0][1] * rows[0][0]; }"),
        Method("Types", "structs and record structs with methods and operators", "static double F(Point p, Pair q) => (p + p).Norm() * q.X", "static double F(Point p, Pair q) => (p + p).Norm() * q.X;"),
        Method("Types", "generic structs of numbers", "static double F(Both<double> p) => p.A * p.B", "static double F(Both<double> p) => p.A * p.B; } public struct Both<T> { public T A, B;"),
        Method("Types", "tuples", "static (double, double) F((double X, double Y) t) => (t.Y, t.X)", "static (double, double) F((double X, double Y) t) => (t.Y * t.X, t.X);"),
        Method("Types", "classes and records as models", "static double F(Model m, double x) => m.Weights[0] * x + m.Bias", "static double F(Model m, double x) => m.Weights[0] * x + m.Bias;"),
        Method("Types", "models whose numbers are private, readonly or set by their own methods alone", "class Rates(double a) { private readonly double _b = 2; public double Of(double x) => a * x + _b; }", "static double F(Rates r, double x) => r.Of(x); } public sealed class Rates(double a) { private readonly double _b = 2; public double C { get; private set; } public double Of(double x) { C = x; return a * x + _b * C; }"),
        Method("Types", "models that only a constructor of their own makes", "class Net { public double[] W; public Net(int n) => W = new double[n]; }", "static double F(Net n, double x) => n.W[0] * x; } public sealed class Net { public double[] W; public Net(int n) => W = new double[n];"),
        Method("Types", "arrays of models in models", "foreach (Layer layer in n.Layers) x = layer.W * x + layer.B;", "static double F(Net n, double x) { foreach (Layer layer in n.Layers) x = layer.W * x + layer.B; return x; } } public class Layer { public double W, B; } public class Net { public Layer[] Layers = [];"),
        Method("Types", "objects in an array that the method is given, changed in place", "foreach (Body b in bodies) b.X += dt * b.V;", "static void F(Body[] bodies, double dt) { foreach (Body b in bodies) b.X += dt * b.V; } } public class Body { public double X, V;"),
        Method("Types", "a variable for one object after another of such an array", "if (m[i].W > best.W) best = m[i];", "static double F(Body[] m, double x) { Body best = m[0]; for (int i = 1; i < m.Length; i++) if (m[i].W > best.W) best = m[i]; return best.W * x; } } public class Body { public double W;"),
        Method("Types", "models that may be missing: `is null`, patterns, `?.`, `??`", "static double F(Model? m, double x) => m is null ? x : m.Bias * x", "static double F(Model? m, double x) => m is null ? x : m.Bias * x;"),
        Method("Types", "comparison operators of one's own", "static double F(Size a, Size b) => a < b ? a.X : b.X", "static double F(Size a, Size b) => a < b ? a.X : b.X; } public struct Size { public double X; public static bool operator <(Size a, Size b) => a.X < b.X; public static bool operator >(Size a, Size b) => a.X > b.X;"),
        Method("Types", "objects with arrays of their own, made inside", "var g = new Grid(2); g[0] += x; g.At(1) *= y; return g[0] * g[1];", "static double F(double x, double y) { var g = new Grid(2); g[0] += x; g.At(1) *= y; return g[0] * g[1]; } } public class Grid { readonly double[] _cells; public Grid(int n) { _cells = new double[n]; } public double this[int i] { get => _cells[i]; set => _cells[i] = value; } public ref double At(int i) => ref _cells[i];"),
        Method("Types", "objects that hold objects, which their constructors make or are given", "var c = new Control(new Pid { Gain = x }); c.Pid.Gain *= y; return c.Run(y);", "static double F(double x, double y) { var c = new Control(new Pid { Gain = x }); c.Pid.Gain *= y; return c.Run(y); } } public class Pid { public double Gain; } public class Control { public Pid Pid { get; } private readonly Pid _own; public Control(Pid pid) { Pid = pid; _own = new Pid { Gain = 2 }; } public double Run(double y) => Pid.Gain * _own.Gain * y;"),
        Method("Types", "arrays and lists of objects, made inside and filled with new ones", "var all = new List<Mass> { new(x), new(y) }; foreach (var m in all) m.Move(x);", "static double F(double x, double y) { var all = new List<Mass> { new(x), new(y) }; foreach (var m in all) m.Move(x); double s = 0; foreach (var m in all) foreach (var o in all) if (m != o) s += m.X * o.X; return s; } } public class Mass { public double X, V = 1; public Mass(double x) => X = x; public void Move(double t) => X += V * t;"),
        Method("Types", "objects made inside, under the name of a class or an interface that several classes have", "IPay p = n > 0 ? new Call(x) : new Put(x); return p.Of(y);", "static double F(double x, double y, int n) { IPay p = n > 0 ? new Call(x) : new Put(x); return p.Of(y); } } public interface IPay { double Of(double s); } public class Call(double k) : IPay { public double Of(double s) => Math.Max(s - k, 0); } public class Put(double k) : IPay { public double Of(double s) => Math.Max(k - s, 0);"),
        Method("Types", "the same in arrays and lists, and type patterns", "var all = new List<IPay> { new Call(x), new Put(y) }; foreach (IPay p in all) s += p is Call ? p.Of(y) : -p.Of(x);", "static double F(double x, double y) { double s = 0; var all = new List<IPay> { new Call(x), new Put(y) }; foreach (IPay p in all) s += p is Call ? p.Of(y) : -p.Of(x); return s; } } public interface IPay { double Of(double s); } public class Call(double k) : IPay { public double Of(double s) => Math.Max(s - k, 0); } public class Put(double k) : IPay { public double Of(double s) => Math.Max(k - s, 0);"),
        Method("Types", "parameters of primary constructors that methods speak of", "class Line(double slope) { public double At(double x) => slope * x; }", "static double F(double x, double y) => new Line(y).At(x); } public class Line(double slope) { public double At(double x) => slope * x;"),
        Method("Types", "objects without numbers, made inside", "static double F(double x) => new Power(3).Of(x)", "static double F(double x) => new Power(3).Of(x); } public class Power { private readonly int n; public Power(int n) => this.n = n; public double Of(double x) => Math.Pow(x, n);"),
        Method("Types", "lists and arrays of objects that objects hold, filled by their methods", "class Net { readonly List<Layer> _layers = new(); public void Add(Layer l) => _layers.Add(l); }", "static double F(double x, double y) { var net = new Net(); net.Add(new Layer { W = x }); net.Add(new Layer { W = y }); return net.Of(x); } public sealed class Layer { public double W; } public sealed class Net { private readonly System.Collections.Generic.List<Layer> _layers = new(); public void Add(Layer l) => _layers.Add(l); public double Of(double v) { foreach (Layer l in _layers) v = l.W * v; return v; } }"),
        Method("Types", "structs that nothing changes, by an interface", "IPay[] all = [new Call(x), new Put(y)];", "static double F(double x, double y) { IPay[] all = [new Call(x), new Put(y)]; return all[0].Of(y) + all[1].Of(x); } public interface IPay { double Of(double s); } public readonly record struct Call(double K) : IPay { public double Of(double s) => s - K; } public readonly record struct Put(double K) : IPay { public double Of(double s) => K - s; }"),
        Method("Types", "members that take no part: lists, dictionaries, delegates, `double?`", "class Kept { public double X; public double? Limit; public List<double> Log = new(); }", "static double F(double x) { var k = new Kept { X = x, Limit = 2 * x }; k.Log.Add(1); return k.X * k.Log.Count + (k.Limit ?? 0); } } public class Kept { public double X; public double? Limit; public List<double> Log = new();"),
        Method("Types", "arrays of records, made inside", "Pixel[] p = [new(x, 1), new(y, 2)]; p[0] = p[1] with { X = x };", "static double F(double x, double y) { Pixel[] p = [new(x, 1), new(y, 2)]; p[0] = p[1] with { X = x }; return p[0].X * p[1].Y; } } public record Pixel(double X, double Y) {"),
        Method("Types", "a member that is given another object", "b.Centre = new Spot { X = b.Centre.X * y };", "static double F(double x, double y) { var b = new Ball { Centre = new Spot { X = x } }; b.Centre = new Spot { X = b.Centre.X * y }; return b.Centre.X; } } public class Spot { public double X; } public class Ball { public Spot Centre = new();"),
        Method("Types", "arrays of objects as parameters", "static double F(Model[] m) => m[0].Bias", "static double F(Model[] m) => m[0].Bias;"),
        Body("Types", "arrays that are there at one time and missing at another", "double[]? best = null; if (x > y) best = new[] { x, y }; return best is null ? y : best[0];"),
        new("Types", "derived classes with numbers, made inside", "static double F(double x) => new Square(x).Area()", "public abstract class Shape { public double Side; public abstract double Area(); } public class Square : Shape { public Square(double side) => Side = side; public override double Area() => Side * Side; } public static partial class P { [Differentiable] public static double F(double x) => new Square(x).Area(); }"),
        Method("Types", "positional records and other classes that nothing changes", "static double F(Line l, double x) => l.Slope * x + l.Offset", "static double F(Line l, double x) => l.Slope * x + l.Offset; } public record Line(double Slope, double Offset) {"),
        Method("Types", "arrays of readonly structs", "p[0] = p[0] with { X = p[1].Y }", "static double F(Fixed[] p) { p[0] = p[0] with { X = p[1].Y }; return p[0].X; } } public readonly record struct Fixed(double X, double Y) {"),
        Method("Types", "arrays of structs", "static double F(Point[] p) => p[0].X * p[1].Y", "static double F(Point[] p) => p[0].X * p[1].Y;"),
        Method("Types", "`Complex`", "static double F(Complex z) => (z * z).Magnitude", "static double F(Complex z) => (z * z).Magnitude;"),
        Method("Types", "`Complex[]`, its elements assigned", "static void F(Complex[] a) { a[0] *= a[1]; }", "static void F(Complex[] a) { a[0] = a[0] * a[1]; }"),
        Method("Types", "`Complex[]` as a result, `Span<Complex>`", "static Complex F(Span<Complex> a) => a[0]", "static Complex F(Span<Complex> a) => a[0];"),
        Method("Types", "`Vector2`, `Vector3`, `Vector4`", "static float F(Vector3 v) => Vector3.Dot(v, v)", "static float F(Vector3 v) => Vector3.Dot(v, v);"),
        Method("Types", "`Quaternion`, `Matrix3x2`, `Matrix4x4`, and vectors transformed by them", "static float F(Quaternion q, Matrix4x4 m, Vector3 v) => Vector3.Transform(v, q).X * Vector3.Transform(v, m * m).Y", "static float F(Quaternion q, Matrix4x4 m, Vector3 v) => Vector3.Transform(v, q).X * Vector3.Transform(v, m * m).Y;"),
        Method("Types", "`Quaternion.Slerp`, `Matrix4x4.Invert`, `CreateFromYawPitchRoll`", "static float F(Quaternion q, Quaternion p) => Quaternion.Slerp(q, p, 0.5f).X", "static float F(Quaternion q, Quaternion p) => Quaternion.Slerp(q, p, 0.5f).X;"),
        Method("Types", "`Plane`", "static float F(Plane p) => p.D", "static float F(Plane p) => p.D;"),
        Method("Types", "`Vector<T>`, `Vector128<T>`, `Vector256<T>`, `Vector512<T>` as a parameter or a result", "static double F(Vector<double> v) => v[0]", "static double F(Vector<double> v) => v[0];"),
        Method("Types", "`decimal`", "static double F(double x) => (double)((decimal)x * 2)", "static double F(double x) => (double)((decimal)x * 2);"),
        Body("Types", "`System.Tuple`, `KeyValuePair`, anonymous objects", "var t = Tuple.Create(x, y); var o = new { A = t.Item1, B = t.Item2 }; x = o.A * o.B;"),
        Body("Types", "nullable numbers inside the method", "double? t = x > 0 ? x * y : null; t *= 2; return t ?? y;"),
        Method("Types", "`?.` and patterns of nullable structs and numbers", "double s = t is { } d ? d : p?.X ?? 0;", "static double F(double x, double y) { Pair? p = x > 0 ? new Pair(x, y) : null; double? t = p?.X * y; return t is { } d ? d : p?.Y ?? 0; }"),
        Method("Types", "nullable numbers as parameters, results or members", "static double F(double? x) => x ?? 0", "static double F(double? x) => x ?? 0;"),
        Method("Types", "`List<T>` inside the method", "var list = new List<double> { x, y }; return list.Sum();", "static double F(double x, double y) { var list = new List<double> { x, y }; list.Add(x * y); return list[2] * list.Count; }"),
        Method("Types", "`List<T>` of an array, a query or a list; `Insert`, `RemoveAt`, `AddRange`, `RemoveRange`, `Clear`", "List<double> list = [.. a, x]; list.Insert(0, x); list.RemoveAt(1);", "static double F(double[] a, double x) { List<double> list = [.. a, x]; var copy = new List<double>(list); list.Insert(0, x * x); list.RemoveAt(1); list.AddRange(copy); list.RemoveRange(0, 1); return list.Sum(); }"),
        Method("Types", "`Stack<T>`, `Queue<T>` inside the method", "var stack = new Stack<double>(); stack.Push(x); return stack.Pop();", "static double F(double x) { var stack = new Stack<double>(); stack.Push(x); var queue = new Queue<double>(stack); queue.Enqueue(x * x); return stack.Pop() * queue.Dequeue() + queue.Sum(); }"),
        Method("Types", "`List<double[]>`", "path.Add(y); … path[^1][0]", "static double F(double x, double y) { var path = new List<double[]>(); path.Add([x, y]); path.Add([path[0][1], x * y]); return path[^1][0] * path[0][0]; }"),
        Method("Types", "`List<T>` as a parameter", "static double F(List<double> a) => a[0]", "static double F(List<double> a) => a[0];"),
        Method("Types", "`List<T>` as a parameter, its elements assigned", "static void F(List<double> a, double x) { a[0] *= x; }", "static void F(List<double> a, double x) { for (int i = 0; i < a.Count; i++) a[i] *= x; }"),
        Method("Types", "`List<T>` as a parameter that grows", "static void F(List<double> a, double x) { a.Add(x); }", "static void F(List<double> a, double x) { a.Add(x); }"),
        Method("Types", "`IReadOnlyList<T>`, `IList<T>`, `IEnumerable<T>`", "static double F(IReadOnlyList<double> a) => a[0]", "static double F(IReadOnlyList<double> a) => a[0];"),
        Method("Types", "`Dictionary<K, T>` inside the method, its keys constants", "var d = new Dictionary<int, double> { [1] = x }; d[1] *= x;", "static double F(double x) { var d = new Dictionary<int, double> { [1] = x }; d[1] *= x; foreach (var (k, v) in d) x += k * v; return d.TryGetValue(2, out double t) ? t : x; }"),
        Method("Types", "`SortedDictionary<K, T>`, `LinkedList<T>`, `PriorityQueue<T, P>`, `HashSet<T>`", "static double F(double x) { var d = new SortedDictionary<int, double> { [1] = x }; return d[1]; }", "static double F(double x) { var d = new SortedDictionary<int, double> { [1] = x }; return d[1]; }"),

        Body("Statements", "assignment in every form", "double t = x = y; t += x++; (x, y) = (y, t);"),
        Body("Statements", "`if`, `for`, `while`, `do`, `break`, `continue`, early `return`", "for (int i = 0; i < n; i++) { if (x > 9) break; x *= y; }"),
        Method("Statements", "conditions of loops that assign, have `out` arguments or bind", "while (Next(x, n, out double v) && v > 1) { … }", "static double F(double x, int n) { double s = 0; while (Next(x, n, out double v) && v > 1) { s += v; n--; } return s; static bool Next(double x, int n, out double v) { v = x * n; return n > 0; } }"),
        Body("Statements", "`foreach` over arrays, spans, lists, queries", "foreach (double v in a) x += v * x;"),
        Body("Statements", "`switch` with shared sections, `when`, `goto case`", "switch (n) { case 0: case 1: x *= y; break; case 2 when y > 0: goto case 0; }"),
        Body("Statements", "`goto` to a label further on, out of loops too", "while (true) { x *= y; if (x > 9 || n-- < 0) goto found; } found: x += y;"),
        Body("Statements", "`goto` backwards", "again: x *= y; if (x < 9) goto again;"),
        Body("Statements", "`try … finally`, `using`, `lock`", "try { x *= y; } finally { x += y; }"),
        Body("Statements", "`try … catch`", "try { x *= y; } catch (Exception) { x = y; }"),
        Body("Statements", "`throw`, exception filters of the caller", "if (x < 0) throw new ArgumentException($\"{x}\");"),
        Body("Statements", "`checked`, `unchecked`", "checked { n += 1; } x *= n;"),
        Body("Statements", "local functions that capture and assign", "void Scale(double k) => x *= k; Scale(y);"),
        Body("Statements", "recursive local functions of constants", "long Factorial(int k) => k < 2 ? 1 : k * Factorial(k - 1); x /= Factorial(n);"),
        Body("Statements", "recursive local functions of numbers that the parameters decide", "double Power(double v, int k) => k == 0 ? 1 : v * Power(v, k - 1); x = Power(x, n);"),
        Body("Statements", "`unsafe`, pointers", "unsafe { double* p = &x; *p *= 2; }"),
        Body("Statements", "logging: `Console`, `Debug`, `Trace`", "Console.WriteLine($\"x = {x}\");"),
        Method("Statements", "counters in static fields and in fields of `this`, which the method does not read", "s_calls++;", "static double F(double x) { s_calls++; return x * x; } static int s_calls;"),

        Body("Expressions", "arithmetic, comparison, `?:`, `&&`, `||`, casts", "=> x > 0 && y < (float)x ? x % y : -x / n"),
        Body("Expressions", "integer casts of numbers (DIFF0120 warns)", "=> x * (int)Derivative.Stop(y)"),
        Body("Expressions", "functions of `Math`, `MathF`, `double`, `float`", "=> Math.Sin(x) * double.Hypot(x, y) + Math.Pow(x, 2.5)"),
        Body("Expressions", "`Math.SinCos`", "(double s, double c) = Math.SinCos(x); x = s * c;"),
        Body("Expressions", "switch expressions and patterns that bind numbers", "=> (x, y) switch { (> 0 and var u, var v) => u * v, _ => x }"),
        Body("Expressions", "`==` and `!=` of tuples", "if ((x, n) != (y, 2)) x *= y;"),
        Method("Expressions", "`==`, `!=` and `Equals` of records that the compiler compares", "p == new Spot(y, x)", "static double F(double x, double y) { var p = new Spot(x, y); return p == new Spot(y, x) ? x : x * y; } } public record struct Spot(double X, double Y) {"),
        Body("Expressions", "patterns that name a tuple", "if ((x, n) is (> 0, 2) t) x *= t.Item1;"),
        Body("Expressions", "list patterns", "=> a is [var first, .., var last] ? first * last * x : x"),
        Body("Expressions", "lambdas, method groups, delegates known at the call", "Func<double, double> f = v => v * x; x = f(y) + f(f(x));"),
        Body("Expressions", "delegates that a condition or a `switch` expression chooses", "Func<double, double> f = n switch { 0 => Math.Sin, _ => v => v * v }; x = f(y);"),
        Method("Expressions", "arrays and dictionaries of delegates", "Func<double, double>[] f = [Math.Sin, Math.Cos]; return f[n](x);", "static double F(double x, int n) { Func<double, double>[] f = [Math.Sin, Math.Cos]; return f[n](x); }"),
        Method("Expressions", "delegates that an object keeps, or a method returns", "static double F(double x, double y) => new Payoff(Scale(x), 1).Of(y)", "static double F(double x, double y) => new Payoff(Scale(x), 1).Of(y); static Func<double, double> Scale(double k) => v => k * v; } public record Payoff(Func<double, double> Function, double Strike) { public double Of(double s) => Function(s - Strike);"),
        Method("Expressions", "a `[Differentiable]` method that calls a delegate it is given, called with a lambda", "F(x, k) => Twice(v => v * k, x)", "static double F(double x, double k) => Twice(v => v * k, x); [Differentiable] static double Twice(Func<double, double> f, double x) => f(f(x));"),
        Method("Expressions", "delegates from outside", "static double F(Func<double, double> f, double x) => f(x)", "static double F(Func<double, double> f, double x) => f(x);"),
        Body("Expressions", "ranges, indices, slices", "Span<double> tail = a.AsSpan()[1..]; x *= tail[^1];"),
        Body("Expressions", "collection expressions", "double[] b = [x, y, x * y]; x = b[2];"),
        Body("Expressions", "spread elements", "double[] b = [.. a, x]; x = b[0];"),
        Body("Expressions", "`stackalloc`", "Span<double> t = stackalloc double[2]; t[0] = x; x = t[0] * y;"),
        Body("Expressions", "`ref` locals", "ref double t = ref a[0]; t *= x; x = a[0];"),
        Body("Expressions", "`ref` locals that are assigned, `c ? ref a[i] : ref a[j]`", "ref double t = ref a[0]; t *= x; t = ref a[1]; x = t;"),
        Body("Expressions", "`with`", "var p = new Pair(x, y) with { X = y }; x = p.X * p.Y;"),
        Body("Expressions", "LINQ over arrays, ranges, lists", "=> a.Where(v => v > 0).Select((v, i) => v * i * x).Sum()"),
        Body("Expressions", "`TakeLast`, `SkipLast`, `DefaultIfEmpty`, `Index`, `Array.ConvertAll`", "=> a.TakeLast(2).Sum() * x + a.Where(v => v > 9).DefaultIfEmpty(x).Max() + Array.ConvertAll(a, v => v * x)[0]"),
        Body("Expressions", "orders of rows: `int[]` that a query or a method makes, and that is changed", "int[] p = Enumerable.Range(0, a.Length).ToArray(); (p[0], p[1]) = (p[1], p[0]); return a[p[0]] * x;"),
        Body("Expressions", "query syntax", "=> (from v in a where v > 0 select v * x).Max()"),
        Body("Expressions", "LINQ that sorts: `Order`, `OrderBy`, `ThenBy`, `Reverse`; `MinBy`, `MaxBy`", "=> a.OrderBy(v => v * v).ThenBy(v => v).First() * a.MaxBy(v => v - x)"),
        Body("Expressions", "LINQ that joins end to end or takes a part: `Concat`, `Append`, `Prepend`, `Take`, `Skip`, `TakeWhile`, `SkipWhile`, `ElementAt`", "=> a.Append(x).Concat(a.TakeWhile(v => v < y)).Sum() * a.ElementAt(0)"),
        Body("Expressions", "LINQ of LINQ that is added up, compared or counted: `SelectMany`, several `from`", "=> (from u in a from v in a where u < v select u * v * x).Sum()"),
        Body("Expressions", "LINQ that groups, joins", "=> a.GroupBy(v => v > 0).First().Sum() * x"),
        Body("Expressions", "`Array.Sort` with items, a part or a comparison, `Array.Reverse`, the same of spans and lists", "Array.Sort(a); Array.Reverse(a, 0, n); a.AsSpan().Sort((u, v) => v.CompareTo(u)); x *= a[0];"),
        Body("Expressions", "sorting and searching by a comparer", "Array.Sort(a, System.Collections.Generic.Comparer<double>.Default); x *= a[0];"),
        Body("Expressions", "`IndexOf`, `BinarySearch`, `Contains`, `Array.FindIndex`, `Find`, `Exists` (the place is a constant)", "=> a[Array.IndexOf(a, a.Max())] * Array.Find(a, v => v > x) * Array.BinarySearch(a, y)"),
        Body("Expressions", "`Array.Copy`, `Fill`, `Clear`, `CopyTo`, `Clone`", "var b = new double[a.Length]; Array.Copy(a, b, a.Length); x *= b[0];"),
        Body("Expressions", "`Array.Resize` of a variable", "var b = new double[] { x }; Array.Resize(ref b, n); x = b[0];"),
        Body("Expressions", "`TensorPrimitives`: arithmetic and functions of each element, with numbers beside spans", "var t = new double[a.Length]; TensorPrimitives.MultiplyAdd(a, x, a, t); TensorPrimitives.Exp(t, t); x = t[0];"),
        Body("Expressions", "`TensorPrimitives`: `Sum`, `Dot`, `Norm`, `Product`, `Average`, `StdDev`, `Max`, `Distance`, `CosineSimilarity`, …", "=> TensorPrimitives.Dot<double>(a, a) * x + TensorPrimitives.Norm<double>(a)"),
        Body("Expressions", "`TensorPrimitives.SoftMax`, `IndexOfMax` (a constant)", "var t = new double[a.Length]; TensorPrimitives.SoftMax<double>(a, t); x *= t[TensorPrimitives.IndexOfMax<double>(t)];"),
        Body("Expressions", "`TensorPrimitives`: two results, bits, products of sums", "var t = new double[a.Length]; TensorPrimitives.SinCos<double>(a, a, t); x = t[0];"),
        Body("Expressions", "SIMD: `Vector<T>`, `Vector128<T>`, `Vector256<T>`, `Vector512<T>` loaded, computed with, compared, selected, summed, stored", "for (int i = 0; i <= a.Length - Vector<double>.Count; i += Vector<double>.Count) (new Vector<double>(a, i) * x).CopyTo(a, i); x *= Vector.Sum(new Vector<double>(a));"),
        Body("Expressions", "SIMD: bits of numbers, shuffles, arrays of vectors", "var v = new Vector<double>(a); x = Vector.Sum(v & v);"),
        Body("Expressions", "writing a field or a property of a class", "Console.Title = \"\"; Store.Last = x;").With("public static class Store { public static double Last; }"),

        new("Calls", "another `[Differentiable]` method, recursion", "static double F(double x) => G(x) * G(2 * x)", "public static partial class P { [Differentiable] public static double F(double x) => G(x) * G(2 * x); [Differentiable] public static double G(double x) => x * x; }"),
        new("Calls", "a method whose source is in the compilation", "static double F(double x) => Twice(x)", "public static partial class P { [Differentiable] public static double F(double x) => Twice(x); static double Twice(double x) => 2 * x; }"),
        new("Calls", "a method of collections (`IEnumerable<T>`, `IReadOnlyList<T>`, `List<T>`, …), given arrays, lists or queries", "static double F(double[] a, double x) => Sum(a) * Sum(a.Select(v => v * x))", "public static partial class P { [Differentiable] public static double F(double[] a, double x) => Sum(a) * Sum(a.Select(v => v * x)); static double Sum(System.Collections.Generic.IEnumerable<double> xs) { double s = 0; foreach (double v in xs) s += v; return s; } }"),
        new("Calls", "a method of an object without numbers that is made there", "static double F(double x) => new Logistic().Of(x)", "public class Logistic { public double Of(double x) => 1 / (1 + Math.Exp(-x)); } public static partial class P { [Differentiable] public static double F(double x) => new Logistic().Of(x); }"),
        new("Calls", "a method that makes an array, which is filled afterwards", "var m = Zeros(2); m[0] = x;", "public static partial class P { [Differentiable] public static double F(double x) { var m = Zeros(2); m[0] = x; return m[0] * m[0]; } static double[] Zeros(int n) => new double[n]; }"),
        new("Calls", "a method with a rule of your own", "[DerivativeOf(nameof(G))] static double GPartial(double x)", "public static partial class P { [Differentiable] public static double F(double x) => G(x); static double G(double x) { try { return x; } catch { return 0; } } [DerivativeOf(nameof(G))] static double GPartial(double x) => 1; }"),
        new("Calls", "a method of arrays, references or structs with a rule for its adjoint", "[DerivativeOf(typeof(Library), nameof(Library.Norm))] static double NormAdjoint(double[] a, Span<double> aAdjoint, double resultAdjoint)", "public static class Library { public static double Norm(double[] a) { try { return a[0]; } catch { return 0; } } } public static partial class P { [Differentiable] public static double F(double[] a) => Library.Norm(a); [DerivativeOf(typeof(Library), nameof(Library.Norm))] static double NormAdjoint(double[] a, Span<double> aAdjoint, double resultAdjoint) { aAdjoint[0] += resultAdjoint; return a[0]; } }"),
        new("Calls", "a method of a model that is a parameter, marked or not", "static double F(Line m, double x) => m.At(x)", "public partial class Line { public double W; [Differentiable] public double At(double x) => W * x; } public static partial class P { [Differentiable] public static double F(Line m, double x) => m.At(x); }"),
        new("Calls", "an interface, abstract or virtual method, all of whose implementations are `[Differentiable]`", "static double F(IForm s, double x) => s.Area(x)", "public interface IForm { double Area(double x); } public sealed partial class Square : IForm { [Differentiable] public double Area(double x) => x * x; } public static partial class P { [Differentiable] public static double F(IForm s, double x) => s.Area(x); }"),
        new("Calls", "an interface or virtual method, with an implementation that is not", "static double F(IShape s, double x) => s.Area(x)", "public static partial class P { [Differentiable] public static double F(IShape s, double x) => s.Area(x); }"),
        new("Calls", "a member of an extension block", "static double F(double x) => x.Cubed() * x.Half", "public static class E { extension(double x) { public double Cubed() => x * x * x; public double Half => x / 2; } } public static partial class P { [Differentiable] public static double F(double x) => x.Cubed() * x.Half; }"),
        new("Calls", "a method that reads a private table of constants", "static double F(double x) => Table.At(x)", "public static partial class P { [Differentiable] public static double F(double x) => Table.At(x); } public static class Table { private static readonly double[] Weights = { 1.5, 2.5 }; public static double At(double x) => Weights[0] * x + Weights[1]; }"),
        new("Calls", "a static abstract member of a known type argument", "static double G<T>(double x) where T : IKernel<T> => T.At(x)", "public interface IKernel<T> where T : IKernel<T> { static abstract double At(double x); } public struct Gauss : IKernel<Gauss> { public static double At(double x) => Math.Exp(-x * x); } public static partial class P { [Differentiable] public static double F(double x) => G<Gauss>(x); static double G<T>(double x) where T : IKernel<T> => T.At(x); }"),
        new("Calls", "a method that returns a reference", "At(a, 0) = x", "public static partial class P { [Differentiable] public static double F(double x, double[] a) { At(a, 0) = x; return a[0]; } static ref double At(double[] a, int i) => ref a[i]; }"),
        new("Calls", "code of another class that reads what is private there", "Other.F(x)", "public static class Other { static readonly double[][] s_rows = [[1, 2], [3]]; static int Last(int n) => n - 1; enum Kind { A, B } public static double F(double x) { Kind k = Last(2) > 1 ? Kind.A : Kind.B; return k == Kind.A ? x : x * s_rows[Last(1)][1]; } } public static partial class P { [Differentiable] public static double F(double x) => Other.F(x); }"),
        new("Calls", "a static method without the attribute that calls itself", "Cdf(x)", "public static class Normal { public static double Cdf(double x) => x < 0 ? 1 - Cdf(-x) : 1 - 0.5 * Math.Exp(-x); } public static partial class P { [Differentiable] public static double F(double x) => Normal.Cdf(x); }"),
        new("Calls", "a library method without a rule, of active numbers", "static double F(double x) => Unknown(x)", "public static partial class P { [Differentiable] public static double F(double x) => BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(x)); }"),
        new("Calls", "`Derivative.Stop`, `[NoGradient]`", "static double F(double x, [NoGradient] double k) => x * k * Derivative.Stop(x)", "public static partial class P { [Differentiable] public static double F(double x, [NoGradient] double k) => x * k * Derivative.Stop(x); }"),
        new("Calls", "second derivatives", "[Differentiable(Order = 2)] static double F(double x)", "public static partial class P { [Differentiable(Order = 2)] public static double F(double x) => x * x; }"),
    ];

    private Construct With(string type) => this with { Member = Member + "\n" + type };
}
