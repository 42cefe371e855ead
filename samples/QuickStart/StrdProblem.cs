namespace QuickStart;

/// <summary>
/// A nonlinear regression problem of the Statistical Reference Datasets (StRD) of the National Institute of Standards and Technology,
/// www.itl.nist.gov/div898/strd; the figures are those of the files <c>Misra1a.dat</c>, <c>MGH09.dat</c> and <c>MGH10.dat</c>.
/// </summary>
/// <param name="Name">The name of the data set.</param>
/// <param name="Formula">The model, as text.</param>
/// <param name="Difficulty">NIST's own grading.</param>
/// <param name="Jacobian">The companion that the generator wrote: the responses, and a row of partial derivatives for each.</param>
/// <param name="Starts">The two starting points that NIST prescribes, the far one first.</param>
/// <param name="Certified">The certified parameters, to 11 digits.</param>
/// <param name="CertifiedSumOfSquares">The certified residual sum of squares, to 11 digits.</param>
/// <param name="X">The predictor.</param>
/// <param name="Y">The response.</param>
internal sealed record StrdProblem(
    string Name,
    string Formula,
    string Difficulty,
    Func<double[], double[], (double[] Value, double[,] B)> Jacobian,
    double[][] Starts,
    double[] Certified,
    double CertifiedSumOfSquares,
    double[] X,
    double[] Y)
{
    /// <summary>D. Misra, Dental Research Monomolecular Adsorption Study, NIST 1978.</summary>
    public static readonly StrdProblem Misra1a = new(
        "Misra1a", "y = b1 (1 - exp(-b2 x))", "lower", Models.Misra1aJacobian,
        Starts: [[500, 0.0001], [250, 0.0005]],
        Certified: [2.3894212918E+02, 5.5015643181E-04],
        CertifiedSumOfSquares: 1.2455138894E-01,
        X: [77.6, 114.9, 141.1, 190.8, 239.9, 289.0, 332.8, 378.4, 434.8, 477.3, 536.8, 593.1, 689.1, 760.0],
        Y: [10.07, 14.73, 17.94, 23.93, 29.61, 35.18, 40.02, 44.82, 50.76, 55.05, 61.01, 66.40, 75.47, 81.78]);

    /// <summary>J. Kowalik and M. Osborne, Methods for Unconstrained Optimization Problems, 1978; a second minimum lies at infinity.</summary>
    public static readonly StrdProblem MGH09 = new(
        "MGH09", "y = b1 (x^2 + x b2) / (x^2 + x b3 + b4)", "higher", Models.MGH09Jacobian,
        Starts: [[25, 39, 41.5, 39], [0.25, 0.39, 0.415, 0.39]],
        Certified: [1.9280693458E-01, 1.9128232873E-01, 1.2305650693E-01, 1.3606233068E-01],
        CertifiedSumOfSquares: 3.0750560385E-04,
        X: [4, 2, 1, 0.5, 0.25, 0.167, 0.125, 0.1, 0.0833, 0.0714, 0.0625],
        Y: [0.1957, 0.1947, 0.1735, 0.16, 0.0844, 0.0627, 0.0456, 0.0342, 0.0323, 0.0235, 0.0246]);

    /// <summary>R. Meyer, Theoretical and Computational Aspects of Nonlinear Regression, 1970; the parameters differ by 8 powers of ten.</summary>
    public static readonly StrdProblem MGH10 = new(
        "MGH10", "y = b1 exp(b2 / (x + b3))", "higher", Models.MGH10Jacobian,
        Starts: [[2, 400000, 25000], [0.02, 4000, 250]],
        Certified: [5.6096364710E-03, 6.1813463463E+03, 3.4522363462E+02],
        CertifiedSumOfSquares: 8.7945855171E+01,
        X: [50, 55, 60, 65, 70, 75, 80, 85, 90, 95, 100, 105, 110, 115, 120, 125],
        Y: [34780, 28610, 23650, 19630, 16370, 13720, 11540, 9744, 8261, 7030, 6005, 5147, 4427, 3820, 3307, 2872]);

    public static readonly StrdProblem[] All = [Misra1a, MGH09, MGH10];
}
