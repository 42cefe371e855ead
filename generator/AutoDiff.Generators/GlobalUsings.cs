global using AutoDiff.Generators.Ir;
global using Convert = AutoDiff.Generators.Ir.Convert;
