namespace ImageClassification;

/// <summary>How a pass through the examples went.</summary>
/// <param name="Number">Counted from 1.</param>
/// <param name="Loss">The mean loss over the training examples, as the model was when it met them.</param>
/// <param name="TrainAccuracy">The share of training examples told apart rightly, as the model was when it met them.</param>
/// <param name="TestAccuracy">The share of test examples told apart rightly after the pass.</param>
internal sealed record Epoch(int Number, double Loss, double TrainAccuracy, double TestAccuracy);
