using System.Diagnostics;
using AutoDiff;
using Spectre.Console;

namespace ImageClassification;

/// <summary>Trains a model, says how it goes and draws what came of it.</summary>
internal static class Training
{
    private const int TestBatch = 1000;

    public static int Run(Settings settings, CancellationToken cancellation)
    {
        if (FashionMnist.Missing(settings.Data) is { } missing)
        {
            Console.Error.WriteLine(missing);
            return 2;
        }
        try
        {
            settings.Output.Create();
            FashionMnist train = FashionMnist.Train(settings.Data, settings.Examples);
            FashionMnist test = FashionMnist.Test(settings.Data, settings.Examples);
            ArrayRandom random = new(settings.Seed);
            Classifier model = Classifier.Create(settings.Model, random);
            Console.WriteLine($"{settings.Model}: {model.Parameters.Sum(parameter => parameter.Size):N0} parameters, {train.Count:N0} training and {test.Count:N0} test examples");

            List<Epoch> epochs = Train(model, train, test, settings, random, cancellation);
            string curve = Path.Combine(settings.Output.FullName, $"{settings.Model}-learning-curve.png");
            string predictions = Path.Combine(settings.Output.FullName, $"{settings.Model}-predictions.png");
            Pictures.DrawLearningCurve(epochs, settings.Model, curve);
            Pictures.DrawPredictions(model, test, predictions);
            Console.WriteLine($"Drawn: {curve}");
            Console.WriteLine($"Drawn: {predictions}");
            return 0;
        }
        catch (InvalidDataException error)
        {
            Console.Error.WriteLine(error.Message);
            return 2;
        }
        catch (OperationCanceledException)
        {
            Console.Error.WriteLine("Stopped.");
            return 130;
        }
    }

    private static List<Epoch> Train(
        Classifier model, FashionMnist train, FashionMnist test, Settings settings, ArrayRandom random, CancellationToken cancellation)
    {
        Sgd<float> optimizer = new(model.Parameters, settings.LearningRate ?? model.LearningRate);
        DataLoader<float, int> batches = new(train.Images, train.Labels, settings.Batch, random);
        List<Epoch> epochs = [];
        for (int number = 1; number <= settings.Epochs; number++)
        {
            Stopwatch clock = Stopwatch.StartNew();
            (double loss, double accuracy) = (0, 0);
            AnsiConsole.Progress().AutoClear(true).Start(progress =>
            {
                ProgressTask task = progress.AddTask($"epoch {number}", maxValue: batches.Count);
                (loss, accuracy) = Pass(model, optimizer, batches, () => task.Increment(1), cancellation);
            });
            epochs.Add(new(number, loss, accuracy, Accuracy(model, test, cancellation)));
            Console.WriteLine(
                $"epoch {number}: loss {loss:F4}, train accuracy {accuracy:F4}, test accuracy {epochs[^1].TestAccuracy:F4}, {clock.Elapsed.TotalSeconds:F1} s");
        }
        return epochs;
    }

    private static (double Loss, double Accuracy) Pass(
        Classifier model, Sgd<float> optimizer, DataLoader<float, int> batches, Action advance, CancellationToken cancellation)
    {
        double loss = 0;
        int right = 0;
        foreach ((NDArray<float> images, NDArray<int> labels) in batches)
        {
            cancellation.ThrowIfCancellationRequested();
            NDArray<float> scores, losses;
            using (Autograd.Record())
            {
                scores = model.Scores(images);
                losses = Loss.SoftmaxCrossEntropy(scores, labels);
            }
            losses.Backward();
            optimizer.Step(batches.BatchSize); // also for the last batch, which is smaller: its step is, too
            loss += losses.Sum().ToScalar();
            right += Right(scores, labels);
            advance();
        }
        return (loss / batches.ExampleCount, (double)right / batches.ExampleCount);
    }

    private static double Accuracy(Classifier model, FashionMnist examples, CancellationToken cancellation)
    {
        int right = 0;
        foreach ((NDArray<float> images, NDArray<int> labels) in new DataLoader<float, int>(examples.Images, examples.Labels, TestBatch))
        {
            cancellation.ThrowIfCancellationRequested();
            right += Right(model.Scores(images), labels);
        }
        return (double)right / examples.Count;
    }

    private static int Right(NDArray<float> scores, NDArray<int> labels) => scores.ArgMax(1).ElementsEqual(labels).Cast<int>().Sum().ToScalar();
}
