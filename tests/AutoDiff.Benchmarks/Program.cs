using AutoDiff.Benchmarks;
using BenchmarkDotNet.Running;

// dotnet run -c Release --project tests/AutoDiff.Benchmarks -- --filter '*'
BenchmarkSwitcher.FromAssembly(typeof(SideBySide).Assembly).Run(args, new SideBySide());
