using System.CommandLine;
using System.Globalization;
using ImageClassification;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

Option<DirectoryInfo> data = new("--data") { Description = "The folder with the four files of Fashion-MNIST.", Required = true };
Option<string> model = new("--model") { Description = "Which model to train.", DefaultValueFactory = _ => "softmax" };
model.AcceptOnlyFromAmong([.. Classifier.Names]);
Option<int> epochs = new("--epochs") { Description = "How often to go through all examples.", DefaultValueFactory = _ => 5 };
Option<int> batch = new("--batch") { Description = "Examples per step.", DefaultValueFactory = _ => 256 };
Option<double?> rate = new("--learning-rate") { Description = "How far a step goes; by default what the course uses for the model." };
Option<int?> examples = new("--examples") { Description = "Use only so many of the training examples, and of the test examples." };
Option<ulong> seed = new("--seed") { Description = "Where the random numbers start.", DefaultValueFactory = _ => 1 };
Option<DirectoryInfo> output = new("--output") { Description = "Where the pictures go.", DefaultValueFactory = _ => new DirectoryInfo(".") };
foreach (Option<int> positive in new[] { epochs, batch })
    positive.Validators.Add(result => { if (result.GetValue(positive) < 1) result.AddError($"{positive.Name} is at least 1."); });

RootCommand command = new("Learns to tell pieces of clothing apart, by softmax regression, a multilayer perceptron or LeNet.")
{
    data, model, epochs, batch, rate, examples, seed, output,
};
command.SetAction((arguments, cancellation) => Task.Run(() => Training.Run(
    new(
        arguments.GetRequiredValue(data),
        arguments.GetValue(model)!,
        arguments.GetValue(epochs),
        arguments.GetValue(batch),
        arguments.GetValue(rate),
        arguments.GetValue(examples),
        arguments.GetValue(seed),
        arguments.GetRequiredValue(output)),
    cancellation)));
return await command.Parse(args).InvokeAsync();
