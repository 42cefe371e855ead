using System.CommandLine;
using System.Globalization;
using HousePrices;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

Option<DirectoryInfo> data = new("--data") { Description = "The folder with kaggle_house_pred_train.csv and kaggle_house_pred_test.csv.", Required = true };
Option<int> folds = new("--folds") { Description = "Into how many parts the training houses are divided.", DefaultValueFactory = _ => 5 };
Option<int> epochs = new("--epochs") { Description = "How often to go through all houses.", DefaultValueFactory = _ => 100 };
Option<int> batch = new("--batch") { Description = "Houses per step.", DefaultValueFactory = _ => 64 };
Option<double> rate = new("--learning-rate") { Description = "How far a step goes.", DefaultValueFactory = _ => 5 };
Option<double> decay = new("--weight-decay") { Description = "How strongly weights are drawn to zero.", DefaultValueFactory = _ => 0 };
Option<ulong> seed = new("--seed") { Description = "Where the random numbers start.", DefaultValueFactory = _ => 1 };
Option<FileInfo?> output = new("--output") { Description = "A file for the predicted prices of the test houses (CSV)." };
foreach ((Option<int> option, int least) in new[] { (folds, 2), (epochs, 1), (batch, 1) })
    option.Validators.Add(result => { if (result.GetValue(option) < least) result.AddError($"{option.Name} is at least {least}."); });

RootCommand command = new("Predicts the prices of houses by a linear model, judged by k-fold validation.")
{
    data, folds, epochs, batch, rate, decay, seed, output,
};
command.SetAction((arguments, cancellation) => Task.Run(() => Validation.Run(
    new(
        arguments.GetRequiredValue(data),
        arguments.GetValue(folds),
        arguments.GetValue(epochs),
        arguments.GetValue(batch),
        arguments.GetValue(rate),
        arguments.GetValue(decay),
        arguments.GetValue(seed),
        arguments.GetValue(output)),
    cancellation)));
return await command.Parse(args).InvokeAsync();
