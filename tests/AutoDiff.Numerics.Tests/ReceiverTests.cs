using System.Reflection;
using AutoDiff.Numerics.Tests.Compile;
using AutoDiff.Numerics.Tests.Model;
using AutoDiff.Numerics.Tests.References;
using Xunit;

namespace AutoDiff.Numerics.Tests;

/// <summary>
/// The static companions of instance methods, which are by the members of the object, too: those of the corpus against differences of the plain
/// method, member by member, and some by hand.
/// </summary>
public sealed class ReceiverTests
{
    private const BindingFlags Members = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    public static TheoryData<string, int> Points
    {
        get
        {
            var rows = new TheoryData<string, int>();
            foreach (CorpusMethod method in PlainCorpus.Methods.Where(method => !method.IsStatic && GradientOf(method) is not null))
                for (int i = 0; i < method.Points.Count; i++)
                    if (method.Points[i] is { Throws: null, Kink: false }) rows.Add(method.Id, i);
            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Points))]
    public void Gradient_ByTheMembersOfTheObject_IsThatOfDifferences(string id, int point)
    {
        CorpusMethod method = PlainCorpus.Method(id);
        MethodInfo companion = GradientOf(method)!;
        object?[] items = Items(companion.Invoke(null, [New(method), .. method.Points[point].Fresh()])!);

        double value = Plain(method, New(method), point);
        Tolerance.SameBits([method.Result.Scalar(value)], [items[0]], "value");
        Path[] paths = [.. Paths(New(method))];
        Assert.NotEmpty(paths);
        foreach (Path path in paths)
        {
            double At(double step)
            {
                object changed = New(method);
                path.Set(changed, path.Get(changed) + step);
                return Plain(method, changed, point);
            }
            double expected = path.IsConstant ? 0 : (8 * (At(1e-3) - At(-1e-3)) - (At(2e-3) - At(-2e-3))) / 12e-3;
            double found = path.IsConstant ? 0 : path.Get(items[1]!);
            Assert.True(Math.Abs(expected - found) <= 1e-7 * (1 + Math.Abs(expected)), $"{path.Name}: {expected} by differences, {found} found");
        }
        // By the parameters, both say the same.
        object?[] others = new CompanionCall(id, point).Gradient().Items;
        Tolerance.Within(1e-12, others.Skip(1), Packed(items.Skip(2)), "by the parameters");
    }

    private static IEnumerable<object?> Packed(IEnumerable<object?> items) => items.Select(item => item is null or double or float or Array ? item : Paths(item).Select(path => path.Get(item)).ToArray());

    private static double Plain(CorpusMethod method, object on, int point) =>
        Convert.ToDouble(on.GetType().GetMethods(Members).Single(each => each.Name == method.Name && each.GetParameters().Length == method.Parameters.Count).Invoke(on, method.Points[point].Fresh()));

    private static object New(CorpusMethod method) => Activator.CreateInstance(TypeOf(method), nonPublic: true)!;

    private static Type TypeOf(CorpusMethod method) => DifferentiatedCorpus.WithAnalyses.Assembly.GetType(method.TypeName, throwOnError: true)!;

    /// <summary>Null where there is none that can be called with boxed arguments: spans cannot.</summary>
    private static MethodInfo? GradientOf(CorpusMethod method) => TypeOf(method).GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic).SingleOrDefault(each =>
        each.Name == method.Name + "Gradient" && each.GetParameters() is [{ } self, .. var others] && self.ParameterType == TypeOf(method) && others.Length == method.Parameters.Count
        && others.All(parameter => parameter.ParameterType is { IsByRef: false, IsByRefLike: false }) && method.Parameters.All(parameter => !parameter.IsHeld));

    private static object?[] Items(object tuple) => [.. Enumerable.Range(0, ((System.Runtime.CompilerServices.ITuple)tuple).Length).Select(i => ((System.Runtime.CompilerServices.ITuple)tuple)[i])];

    /// <summary>The numbers that an object holds, with the way to each.</summary>
    private static IEnumerable<Path> Paths(object on)
    {
        for (Type? type = on.GetType(); type is not null; type = type.BaseType)
        {
            foreach (FieldInfo field in type.GetFields(Members | BindingFlags.DeclaredOnly))
            {
                bool isConstant = IsConstant(field);
                if (field.GetValue(on) is not { } held) continue;
                if (held is double or float)
                    yield return new(field.Name, isConstant, whole => Convert.ToDouble(field.GetValue(whole)), (whole, value) => field.SetValue(whole, Convert.ChangeType(value, held.GetType())));
                else if (held is double[] or float[] or double[,] or double[,,])
                    foreach (int[] place in Places((Array)held))
                        yield return new(field.Name + "[" + string.Join(", ", place) + "]", isConstant, whole => Convert.ToDouble(((Array)field.GetValue(whole)!).GetValue(place)), (whole, value) => ((Array)field.GetValue(whole)!).SetValue(Convert.ChangeType(value, held.GetType().GetElementType()!), place));
                else if (held.GetType() is { IsPrimitive: false, IsArray: false, Namespace: "Corpus" })
                    foreach (Path inner in Paths(held))
                        yield return new(field.Name + "." + inner.Name, isConstant || inner.IsConstant, whole => inner.Get(field.GetValue(whole)!), (whole, value) =>
                        {
                            object part = field.GetValue(whole)!;
                            inner.Set(part, value);
                            field.SetValue(whole, part);
                        });
            }
        }
    }

    private static bool IsConstant(FieldInfo field) => field.GetCustomAttribute<NoGradientAttribute>() is not null
        || field.Name.EndsWith(">k__BackingField", StringComparison.Ordinal) && field.DeclaringType!.GetProperty(field.Name[1..field.Name.IndexOf('>')], Members)?.GetCustomAttribute<NoGradientAttribute>() is not null;

    private static IEnumerable<int[]> Places(Array array)
    {
        int[] place = new int[array.Rank];
        for (int i = 0; i < array.Length; i++)
        {
            int rest = i;
            for (int d = array.Rank - 1; d >= 0; rest /= array.GetLength(d), d--) place[d] = rest % array.GetLength(d);
            yield return [.. place];
        }
    }

    private sealed record Path(string Name, bool IsConstant, Func<object, double> Get, Action<object, double> Set);

    [Fact]
    public void Method_WithoutParameters_HasTheDerivativeByItsObject()
    {
        (double value, ReceiverFunctions.Spring gradient) = ReceiverFunctions.Spring.EnergyGradient(new() { K = 3, L = [2, 5] });

        Assert.Equal(0.5 * 3 * (4 + 25), value);
        Assert.Equal(0.5 * (4 + 25), gradient.K);
        Assert.Equal([6.0, 15.0], gradient.L);
    }

    [Fact]
    public void Method_ThatChangesItsObject_IsInOut()
    {
        ReceiverFunctions.Spring spring = new() { K = 3, L = [2, 5] }, adjoint = new() { K = 0.5, L = [0.25, 2] };
        double by = 0.125;

        ReceiverFunctions.Spring.StretchAdjoint(spring, 1.5, adjoint, ref by);

        // K *= by; L[0] += K * by: the adjoints of what was left become those of what was given.
        Assert.Equal((4.5, 2 + 4.5 * 1.5), (spring.K, spring.L[0]));
        double ofK = 0.5 + 0.25 * 1.5;
        Assert.Equal((ofK * 1.5, 0.25, 2.0), (adjoint.K, adjoint.L[0], adjoint.L[1]));
        Assert.Equal(0.125 + 0.25 * 4.5 + ofK * 3, by, 1e-15);
    }

    [Fact]
    public void Struct_ThatIsChanged_IsPassedByReference()
    {
        ReceiverFunctions.Point point = new() { X = 2, V = 3 }, adjoint = new() { X = 5, V = 7 }, tangent = new() { X = 0.5, V = -1 };
        double dt = 0;

        ReceiverFunctions.Point.StepAdjoint(ref point, 0.1, ref adjoint, ref dt);

        Assert.Equal((2 + 3 * 0.1, 3.0), (point.X, point.V));
        Assert.Equal((5.0, 7 + 5 * 0.1, 5 * 3.0), (adjoint.X, adjoint.V, dt));
        point = new() { X = 2, V = 3 };
        ReceiverFunctions.Point.StepForward(ref point, 0.1, ref tangent, 2);
        Assert.Equal((0.5 + -1 * 0.1 + 2 * 3, -1.0), (tangent.X, tangent.V));
    }

    [Fact]
    public void Seed_AndBuffers_AreTakenIn()
    {
        ReceiverFunctions.Point point = new() { X = 2, V = 3 }, adjoint = new() { X = 100, V = 1000 };

        Assert.Equal(2 * 9, ReceiverFunctions.Point.ActionAdjoint(point, ref adjoint, 10));

        Assert.Equal((100 + 90, 1000 + 120), (adjoint.X, adjoint.V));
    }

    [Fact]
    public void Forward_AgreesWithAdjoint()
    {
        ReceiverFunctions.Spring spring = new() { K = 3, L = [0.2, 0.5] }, direction = new() { K = 0.5, L = [0.25, -2] }, adjoint = new() { K = 0, L = [0, 0] };
        double[] xs = [0.3, 0.7], xAdjoint = new double[2], xDirection = [1, -0.5];

        double along = ReceiverFunctions.Spring.PotentialForward(spring, xs, direction, xDirection).Tangent;
        ReceiverFunctions.Spring.PotentialAdjoint(spring, xs, adjoint, xAdjoint, 2);

        Assert.Equal(2 * along, adjoint.K * 0.5 + adjoint.L[0] * 0.25 - adjoint.L[1] * 2 + xAdjoint[0] - xAdjoint[1] * 0.5, 1e-12);
    }

    [Fact]
    public void ObjectPassedToItself_AddsUpWhereNothingIsChanged()
    {
        ReceiverFunctions.Spring spring = new() { K = 3, L = [2] }, adjoint = new() { K = 0, L = [0] };

        ReceiverFunctions.Spring.TimesAdjoint(spring, spring, adjoint, adjoint);

        Assert.Equal(6, adjoint.K);
    }

    [Fact]
    public void ArrayLeftInTheObject_StaysWhenTheCompanionIsCalledAgain()
    {
        ReceiverFunctions.Spring first = new() { K = 3, L = [2, 5] }, second = new() { K = 7, L = [1, 1] };
        double by = 0;

        ReceiverFunctions.Spring.RenewAdjoint(first, 2, new() { K = 0, L = [0, 0] }, ref by);
        ReceiverFunctions.Spring.RenewAdjoint(second, 4, new() { K = 0, L = [0, 0] }, ref by);

        Assert.Equal([6, 2], first.L);
        Assert.Equal([28, 4], second.L);
    }

    // What is left in an object was lost where the method itself did not read it again.
    [Fact]
    public void ArrayLeftInTheObject_TakesTheAdjointOfWhatIsLeft()
    {
        ReceiverFunctions.Spring spring = new() { K = 3, L = [2, 5] }, adjoint = new() { K = 0, L = [0.5, 0.25] }, tangent = new() { K = 2, L = [7, 7] };
        double by = 0;

        ReceiverFunctions.Spring.ReplaceAdjoint(spring, 4, adjoint, ref by, 0);
        ReceiverFunctions.Spring.ReplaceForward(new() { K = 3, L = [2, 5] }, 4, tangent, 1);

        Assert.Equal((0.5 * 4, 0.5 * 3 + 0.25), (adjoint.K, by));
        Assert.Equal([0, 0], adjoint.L);
        Assert.Equal([2 * 4 + 3.0, 1], tangent.L);
    }

    [Fact]
    public void ArraysExchangedInTheObject_ExchangeTheirAdjoints()
    {
        ReceiverFunctions.Two two = new() { V = [1, 2], U = [3, 4] }, adjoint = new() { V = [0.5, 0.25], U = [8, 16] };

        ReceiverFunctions.Two.ExchangeAdjoint(two, adjoint);

        Assert.Equal([[3, 4], [1, 2]], new[] { two.V, two.U });
        Assert.Equal([[8, 16], [0.5, 0.25]], new[] { adjoint.V, adjoint.U });
    }

    [Fact]
    public void RowLeftInAnArray_TakesTheAdjointOfWhatIsLeft()
    {
        double[][] adjoint = [[0.5, 0.25], [1, 2]], tangent = [[7, 7], [3, 4]];
        double x = 0;

        ReceiverFunctions.PutRowAdjoint([[1, 1], [5, 6]], 3, adjoint, ref x);
        ReceiverFunctions.PutRowForward([[1, 1], [5, 6]], 3, tangent, 1);

        Assert.Equal(0.5 + 0.25 * 5, x);
        Assert.Equal([[0, 0], [1 + 0.25 * 3, 2]], adjoint);
        Assert.Equal([[1, 3 * 3 + 5], [3, 4]], tangent);
    }

    [Fact]
    public void StructChangedThroughAReferenceToItself_IsPassedByReference()
    {
        ReceiverFunctions.Point point = new() { X = 2, V = 3 }, adjoint = new() { X = 5, V = 7 };
        double k = 0;

        ReceiverFunctions.Point.ScaleAdjoint(ref point, 4, ref adjoint, ref k);

        Assert.Equal((8.0, 20.0, 7.0, 10.0), (point.X, adjoint.X, adjoint.V, k));
    }

    [Fact]
    public void ArrayThatTheMethodDoesNotLookAt_MayBeMissing()
    {
        (double value, ReceiverFunctions.Lazy gradient, double x) = ReceiverFunctions.Lazy.OfAnotherGradient(new(), 3);

        Assert.Equal((2.0 * 3, 3.0, 2.0), (value, gradient.K, x));
        Assert.Null(gradient.Cache);
        Assert.Null(gradient.Table);
        Assert.Equal([0, 0], ReceiverFunctions.Lazy.OfAnotherGradient(new() { Cache = [1, 2] }, 3).Self.Cache);
        Assert.Throws<NullReferenceException>(() => new ReceiverFunctions.Lazy().OfTheCache(3));
        Assert.Throws<NullReferenceException>(() => ReceiverFunctions.Lazy.OfTheCacheGradient(new(), 3));
    }

    [Fact]
    public void OutStruct_WithAnArray_TakesTheAdjointOfWhatItIsGiven()
    {
        ReceiverFunctions.Held adjoint = new() { V = [0.5, 0.25] };
        double x = 0;

        ReceiverFunctions.MakeAdjoint(out ReceiverFunctions.Held made, 3, ref adjoint, ref x);

        Assert.Equal([3, 9], made.V);
        Assert.Equal(0.5 + 0.25 * 6, x);
    }

    [Fact]
    public void RowLeftInAnArray_StaysWhenTheCompanionIsCalledAgain()
    {
        double[][] first = [[1, 1]], second = [[1, 1]];
        double x = 0;

        ReceiverFunctions.ReplaceRowAdjoint(first, 2, [[1, 1]], ref x);
        ReceiverFunctions.ReplaceRowAdjoint(second, 5, [[1, 1]], ref x);

        Assert.Equal([2, 4], first[0]);
        Assert.Equal([5, 25], second[0]);
    }
}

public static partial class ReceiverFunctions
{
    public sealed partial class Spring
    {
        public double K = 1;
        public double[] L = [];

        [Differentiable]
        public double Energy() => 0.5 * K * L.Sum(l => l * l);

        [Differentiable]
        public void Stretch(double by)
        {
            K *= by;
            L[0] += K * by;
        }

        [Differentiable]
        public double Potential(double[] x)
        {
            double sum = 0;
            for (int i = 0; i < x.Length; i++) sum += K * Square(x[i] - L[i]);
            return sum;
        }

        [Differentiable]
        public double Times(Spring other) => K * other.K;

        [Differentiable]
        public double Renew(double by)
        {
            L = [K * by, by];
            return L[0] * L[1];
        }

        [Differentiable]
        public double Replace(double by)
        {
            L = [K * by, by];
            return by;
        }

        private double Square(double d) => d * d * Math.Exp(-K * d);
    }

    public partial struct Point
    {
        public double X, V;

        [Differentiable]
        public void Step(double dt) => X += V * dt;

        [Differentiable]
        public void Scale(double k)
        {
            ref Point self = ref this;
            self.X *= k;
        }

        [Differentiable]
        public readonly double Action() => X * V * V;
    }

    public sealed partial class Two
    {
        public double[] V = [], U = [];

        [Differentiable]
        public void Exchange() => (V, U) = (U, V);
    }

    public sealed partial class Lazy
    {
        public double K = 2;
        public double[] Cache = null!;
        public double[,] Table = null!;

        [Differentiable]
        public double OfAnother(double x) => K * x;

        [Differentiable]
        public double OfTheCache(double x) => Cache[0] * x;
    }

    public struct Held
    {
        public double[] V;
    }

    [Differentiable]
    public static void Make(out Held held, double x) => held = new Held { V = [x, x * x] };

    [Differentiable]
    public static void PutRow(double[][] rows, double x) => rows[0] = [x, x * rows[1][0]];

    [Differentiable]
    public static double ReplaceRow(double[][] rows, double x)
    {
        rows[0] = [x, x * x];
        return rows[0][1];
    }
}
