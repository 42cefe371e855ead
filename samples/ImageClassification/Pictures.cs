using AutoDiff;
using ScottPlot;

namespace ImageClassification;

/// <summary>What came of a training, as PNG files.</summary>
internal static class Pictures
{
    private const int Columns = 6, Rows = 3;

    /// <summary>Loss and accuracies by epoch.</summary>
    public static void DrawLearningCurve(IReadOnlyList<Epoch> epochs, string model, string path)
    {
        Plot plot = new();
        double[] numbers = [.. epochs.Select(epoch => (double)epoch.Number)];
        Line(plot, numbers, [.. epochs.Select(epoch => epoch.Loss)], "training loss");
        Line(plot, numbers, [.. epochs.Select(epoch => epoch.TrainAccuracy)], "training accuracy");
        Line(plot, numbers, [.. epochs.Select(epoch => epoch.TestAccuracy)], "test accuracy");
        plot.Title($"Fashion-MNIST, {model}");
        plot.XLabel("epoch");
        plot.Axes.Bottom.TickGenerator = new ScottPlot.TickGenerators.NumericAutomatic { IntegerTicksOnly = true };
        plot.ShowLegend(Alignment.MiddleRight);
        plot.SavePng(path, 800, 500);
    }

    private static void Line(Plot plot, double[] x, double[] y, string name)
    {
        ScottPlot.Plottables.Scatter line = plot.Add.Scatter(x, y);
        line.LegendText = name;
        line.LineWidth = 2;
    }

    /// <summary>The first test images, each with what it is and, if that is something else, what the model takes it for.</summary>
    public static void DrawPredictions(Classifier model, FashionMnist test, string path)
    {
        int count = Math.Min(Columns * Rows, test.Count);
        NDArray<float> images = test.Images.Slice(0, ..count);
        int[] predictions = model.Scores(images).ArgMax(1).ToArray();
        int[] labels = test.Labels.Slice(0, ..count).ToArray();

        Multiplot tiles = new();
        tiles.AddPlots(count);
        tiles.Layout = new ScottPlot.MultiplotLayouts.Grid(Rows, Columns);
        for (int i = 0; i < count; i++)
        {
            Plot tile = tiles.GetPlot(i);
            tile.Add.Heatmap(Pixels(images[i, 0])).Colormap = new ScottPlot.Colormaps.Grayscale();
            tile.HideGrid();
            tile.Layout.Frameless();
            tile.Axes.SquareUnits();
            bool isRight = predictions[i] == labels[i];
            tile.Title(isRight ? FashionMnist.NameOf(labels[i]) : $"{FashionMnist.NameOf(labels[i])}, not {FashionMnist.NameOf(predictions[i])}", size: 12);
            tile.Axes.Title.Label.ForeColor = isRight ? Colors.Black : Colors.Red;
        }
        tiles.SavePng(path, 150 * Columns, 170 * Rows);
    }

    private static double[,] Pixels(NDArray<float> image)
    {
        float[] brightness = image.ToArray();
        int width = image.Shape[1];
        double[,] pixels = new double[image.Shape[0], width];
        for (int i = 0; i < brightness.Length; i++) pixels[i / width, i % width] = brightness[i];
        return pixels;
    }
}
