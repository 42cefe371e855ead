namespace HousePrices;

/// <summary>What the command line says.</summary>
internal sealed record Settings(
    DirectoryInfo Data, int Folds, int Epochs, int Batch, double LearningRate, double WeightDecay, ulong Seed, FileInfo? Output);
