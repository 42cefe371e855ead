namespace AutoDiff.Generators;

internal sealed class DifferentiableAnalyzer;
