using AutoDiff.Numerics.Tests.Compile;
using AutoDiff.Numerics.Tests.Model;
using AutoDiff.Numerics.Tests.References;
using Xunit;

namespace AutoDiff.Numerics.Tests.RandomPrograms;

/// <summary>One method of a random program at one point: all its companions against the plain method and against each other.</summary>
public sealed class ProgramRun(ProgramBatch batch, CorpusMethod method, CorpusPoint point)
{
    /// <summary>A random program is worse conditioned than the corpus; a wrong derivative is wrong in its first digits.</summary>
    private const double Patience = 1e4;

    private readonly bool isSingle = batch.ProgramOf(method).UsesSingle;
    private readonly MethodDriver companions = batch.Differentiated[method];

    public void AssertRight()
    {
        object?[] left = point.Fresh();
        object? value;
        try
        {
            value = batch.Plain[method.Number].Plain(left);
        }
        catch (Exception expected) when (expected is not OutOfMemoryException)
        {
            AssertThrows(expected);
            return;
        }

        int inputs = Numbering.FlattenDoubles(Numbering.Differentiable(method, point.Arguments)).Count();
        int results = Numbering.FlattenDoubles([value]).Count();
        double[] seed = FixedDirection.Of(results, seed: 21), buffers = FixedDirection.Of(inputs, seed: 22), v = FixedDirection.Of(inputs, seed: 23);
        double[] weights = [.. seed, .. buffers];

        double[] adjoint = Adjoint(companions, seed, buffers, value, left);
        Tolerance.SameBits([adjoint], [Adjoint(companions, seed, buffers, value, left)], "second call");
        double[] tangents = Forward(companions, v, value, left);
        Tolerance.SameBits([tangents], [Forward(companions, v, value, left)], "second forward call");
        double[] outputs = [.. Numbering.FlattenDoubles([value]), .. Numbering.FlattenDoubles(Numbering.Differentiable(method, left))];
        Assert.True(outputs.All(double.IsFinite), "the program itself is not finite");
        if (!adjoint.All(double.IsFinite) || !tangents.All(double.IsFinite))
        {
            // Derivatives of a chaotic program can overflow in single precision; both modes must then say so.
            Assert.True(isSingle, "a derivative that is not finite");
            return;
        }

        double epsilon = Patience * (isSingle ? 1.2e-7 : 2.2e-16);
        double[] ahead = [.. tangents.Zip(weights, (tangent, weight) => tangent * weight)];
        double[] back = [.. adjoint.Zip(v, (a, direction) => a * direction)];
        Near(epsilon, [back.Sum()], [ahead.Sum()], ahead.Sum(Math.Abs) + back.Sum(Math.Abs), "forward against adjoint");
        Near(epsilon, Adjoint(batch.WithoutAnalyses[method], seed, buffers, value, left), adjoint, Largest(adjoint), "adjoint without analyses");
        Near(epsilon, Forward(batch.WithoutAnalyses[method], v, value, left), tangents, Largest(tangents), "forward without analyses");
        AgainstDuals(seed, buffers, weights, v, outputs, adjoint, tangents);
        Whole(value, left);
    }

    private void AgainstDuals(double[] seed, double[] buffers, double[] weights, double[] v, double[] outputs, double[] adjoint, double[] tangents)
    {
        JacobianReference dual = DualColumns.At(method, point, batch.Dual[method.Number]);
        var (transposed, moduli) = dual.Transposed(weights);
        var (direct, rows) = dual.Times(v);
        double largest = Math.Max(Largest(moduli), Largest(rows));
        if (isSingle)
        {
            // The reference computes in double precision: only where the program is not chaotic do both take the same way.
            if (largest > 1e3 || outputs.Zip(dual.Outputs, (a, b) => Math.Abs(a - b)).Max() > 1e-4) return;
            Near(0.02, transposed, adjoint, largest, "adjoint against dual numbers");
            Near(0.02, direct, tangents, largest, "forward against dual numbers");
            return;
        }

        Tolerance.SameBits([dual.Outputs], [outputs], "the value over dual numbers");
        double epsilon = Patience * 2.2e-16;
        Near(epsilon, transposed, adjoint, Largest(moduli), "adjoint against dual numbers");
        Near(epsilon, direct, tangents, Largest(rows), "forward against dual numbers");
    }

    /// <summary>The companions that give all derivatives at once.</summary>
    private void Whole(object? value, object?[] left)
    {
        if ((companions.Gradient ?? companions.Jacobian) is not { } whole) return;
        object?[] arguments = point.Fresh();
        object?[] items = whole(arguments);
        AssertPlain(items[0], arguments, value, left);
        if (companions.Gradient is null) return;
        double[] alone = Adjoint(companions, [1], new double[Numbering.FlattenDoubles(items.Skip(1)).Count()], value, left);
        Tolerance.Same([alone], items.Skip(1), "gradient against adjoint");
    }

    private void AssertThrows(Exception expected)
    {
        int inputs = Numbering.FlattenDoubles(Numbering.Differentiable(method, point.Arguments)).Count();
        double[] v = FixedDirection.Of(inputs, seed: 23);
        Exception? reverse = Record.Exception(() => companions.Adjoint!(point.Fresh(), Numbering.Shape(method, point, v), Seed(v)));
        Exception? forward = Record.Exception(() => companions.Forward!(point.Fresh(), Numbering.Shape(method, point, v)));
        Assert.Equal((expected.GetType(), expected.GetType()), (reverse?.GetType(), forward?.GetType()));
    }

    private double[] Adjoint(MethodDriver driver, double[] seed, double[] buffers, object? value, object?[] left)
    {
        object?[] arguments = point.Fresh();
        object?[] shaped = Numbering.Shape(method, point, buffers);
        object? computed = driver.Adjoint!(arguments, shaped, Seed(seed));
        AssertPlain(computed, arguments, value, left);
        return [.. Numbering.FlattenDoubles(shaped)];
    }

    private double[] Forward(MethodDriver driver, double[] direction, object? value, object?[] left)
    {
        object?[] arguments = point.Fresh();
        object?[] shaped = Numbering.Shape(method, point, direction);
        object?[] items = driver.Forward!(arguments, shaped);
        AssertPlain(items.FirstOrDefault(), arguments, value, left);
        return [.. Numbering.FlattenDoubles(items.Skip(1)), .. Numbering.FlattenDoubles(shaped)];
    }

    private object? Seed(double[] seed) => method.Result.Storage switch
    {
        Storage.Scalar => method.Result.Scalar(seed[0]),
        Storage.Array or Storage.Packed => method.Result.Elements(seed),
        _ => null,
    };

    private static void AssertPlain(object? value, object?[] arguments, object? expected, object?[] left)
    {
        Tolerance.SameBits([expected], [value], "value");
        Tolerance.SameBits(left.Where(IsNumeric), arguments.Where(IsNumeric), "arguments left behind");
        Assert.Equal(left.Where(argument => !IsNumeric(argument)), arguments.Where(argument => !IsNumeric(argument)));
    }

    private static bool IsNumeric(object? argument) => argument is double or float or double[] or float[];

    private static double Largest(IEnumerable<double> numbers) => numbers.Select(Math.Abs).DefaultIfEmpty(0).Max();

    private static void Near(double tolerance, double[] expected, double[] actual, double scale, string what)
    {
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.True(
                Math.Abs(expected[i] - actual[i]) <= tolerance * scale,
                FormattableString.Invariant($"{what}[{i}]: expected {expected[i]:R}, actual {actual[i]:R}, scale {scale:G3}"));
        }
    }
}
