using System.Reflection;
using System.Reflection.Emit;
using Xunit;

namespace AutoDiff.Numerics.Tests;

/// <summary>Models of classes that another assembly derives from: their virtual methods may be others than those that were read.</summary>
public sealed class UnsealedModelTests
{
    [Fact]
    public void Model_OfAClassFromElsewhere_IsRefusedWhereItsVirtualMethodsAreCalled()
    {
        var model = (UnsealedModelFunctions.Line)Activator.CreateInstance(Derived(typeof(UnsealedModelFunctions.Line)))!;
        model.A = 2;

        Assert.Equal(6, UnsealedModelFunctions.Called(model, 3));
        string message = Assert.Throws<NotSupportedException>(() => UnsealedModelFunctions.CalledGradient(model, 3)).Message;
        Assert.Contains("Elsewhere", message, StringComparison.Ordinal);
        Assert.Equal(2, UnsealedModelFunctions.ReadGradient(model, 3).X);
        Assert.Equal(2, UnsealedModelFunctions.CalledGradient(new UnsealedModelFunctions.Line { A = 2 }, 3).X);
    }

    private static Type Derived(Type type)
    {
        AssemblyBuilder assembly = AssemblyBuilder.DefineDynamicAssembly(new AssemblyName("Other"), AssemblyBuilderAccess.Run);
        return assembly.DefineDynamicModule("Other").DefineType("Elsewhere", TypeAttributes.Public, type).CreateType();
    }
}

public static partial class UnsealedModelFunctions
{
    public class Line
    {
        public double A;

        public virtual double Of(double x) => A * x;
    }

    [Differentiable]
    public static double Called(Line m, double x) => m.Of(x);

    [Differentiable]
    public static double Read(Line m, double x) => m.A * x;
}
