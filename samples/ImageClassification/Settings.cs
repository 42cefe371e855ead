namespace ImageClassification;

/// <summary>What the command line says.</summary>
internal sealed record Settings(
    DirectoryInfo Data, string Model, int Epochs, int Batch, double? LearningRate, int? Examples, ulong Seed, DirectoryInfo Output);
