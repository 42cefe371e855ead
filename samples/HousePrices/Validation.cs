using System.Globalization;
using AutoDiff;
using Spectre.Console;

namespace HousePrices;

/// <summary>Fits the model to all parts but one and judges it by that one, for each part; then fits it to all of them.</summary>
internal static class Validation
{
    public static int Run(Settings settings, CancellationToken cancellation)
    {
        if (Houses.Missing(settings.Data) is { } missing)
        {
            Console.Error.WriteLine(missing);
            return 2;
        }
        try
        {
            Houses houses = Houses.Load(settings.Data);
            int known = houses.TrainFeatures.Shape[0];
            if (known < settings.Folds) throw new InvalidDataException($"{known} houses cannot be divided into {settings.Folds} parts.");
            Console.WriteLine($"{known:N0} houses with a price and {houses.TestIds.Length:N0} without, {houses.FeatureCount} features");
            Validate(houses, settings, cancellation);
            LinearModel final = Fit("all houses", houses.TrainFeatures, houses.TrainPrices, settings, settings.Seed, cancellation);
            Console.WriteLine($"all houses: train error {final.LogError(houses.TrainFeatures, houses.TrainPrices):F4}");
            if (settings.Output is { } output) Write(output, houses, final);
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

    private static void Validate(Houses houses, Settings settings, CancellationToken cancellation)
    {
        int size = houses.TrainFeatures.Shape[0] / settings.Folds;
        double trainSum = 0, validSum = 0;
        for (int fold = 0; fold < settings.Folds; fold++)
        {
            Range held = (fold * size)..((fold + 1) * size);
            NDArray<float> features = Without(houses.TrainFeatures, held), prices = Without(houses.TrainPrices, held);
            LinearModel model = Fit($"fold {fold + 1}", features, prices, settings, settings.Seed + (ulong)fold, cancellation);
            double train = model.LogError(features, prices);
            double valid = model.LogError(houses.TrainFeatures.Slice(0, held), houses.TrainPrices.Slice(0, held));
            Console.WriteLine($"fold {fold + 1}: train error {train:F4}, validation error {valid:F4}");
            (trainSum, validSum) = (trainSum + train, validSum + valid);
        }
        Console.WriteLine($"{settings.Folds}-fold validation: train error {trainSum / settings.Folds:F4}, validation error {validSum / settings.Folds:F4}");
    }

    private static NDArray<float> Without(NDArray<float> rows, Range held) =>
        NDArray.Concatenate(0, rows.Slice(0, ..held.Start), rows.Slice(0, held.End..));

    private static LinearModel Fit(string what, NDArray<float> features, NDArray<float> prices, Settings settings, ulong seed, CancellationToken cancellation)
    {
        LinearModel? model = null;
        AnsiConsole.Progress().AutoClear(true).Start(progress =>
        {
            ProgressTask task = progress.AddTask(what, maxValue: settings.Epochs);
            model = LinearModel.Fit(features, prices, settings, seed, () => task.Increment(1), cancellation);
        });
        return model!;
    }

    private static void Write(FileInfo output, Houses houses, LinearModel model)
    {
        float[] prices = model.Predict(houses.TestFeatures).ToArray();
        using StreamWriter writer = output.CreateText();
        writer.WriteLine("Id,SalePrice");
        for (int i = 0; i < prices.Length; i++) writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{houses.TestIds[i]},{prices[i]}"));
        Console.WriteLine($"Written: {output.FullName}");
    }
}
