using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Optimization;

namespace QuickStart;

/// <summary>Math.NET's Levenberg–Marquardt, given the Jacobian that the generator wrote instead of finite differences.</summary>
internal static class LevenbergMarquardt
{
    private static readonly VectorBuilder<double> Vectors = Vector<double>.Build;

    public static NonlinearMinimizationResult Fit(StrdProblem problem, double[] start)
    {
        IObjectiveModel model = ObjectiveFunction.NonlinearModel(
            (b, _) => Vectors.Dense(problem.Jacobian(b.ToArray(), problem.X).Value),
            (b, _) => Matrix<double>.Build.DenseOfArray(problem.Jacobian(b.ToArray(), problem.X).B),
            Vectors.Dense(problem.X),
            Vectors.Dense(problem.Y));

        // The tolerances lie below machine precision: the search ends when no step makes the sum of squares smaller. Parameters are
        // measured in units of their starting values; without that, MGH10 stops near its far start.
        var minimizer = new LevenbergMarquardtMinimizer(
            gradientTolerance: 1e-18, stepTolerance: 1e-18, functionTolerance: 1e-18, maximumIterations: 1000);
        return minimizer.FindMinimum(model, Vectors.Dense(start), scales: Vectors.Dense(start).PointwiseAbs());
    }
}
