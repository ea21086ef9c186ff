using Vmaf.Clips.Golden;

namespace Vmaf.Clips.Commands;

/// <summary>Records what a given build of libvmaf says of the golden clips.</summary>
internal static class RecordGoldenCommand
{
    /// <summary>How the command is called.</summary>
    public const string Usage =
        "record-golden --libvmaf path/to/vmaf --models folder -o tests/Vmaf.Tests/Golden   (a build that logs 17 significant digits)";

    /// <summary>Runs the command.</summary>
    public static void Run(ReadOnlySpan<string> arguments)
    {
        var options = new CommandOptions(arguments, "libvmaf", "models", "output");
        string folder = options.Required("output");
        Directory.CreateDirectory(folder);
        var recorder = new GoldenRecorder(options.Required("libvmaf"), Path.GetFullPath(options.Required("models")));
        foreach (GoldenRecipe recipe in GoldenRecipes.All)
        {
            GoldenRecord record = recorder.Record(recipe);
            GoldenJson.Write(record, Path.Combine(folder, recipe.Name + ".json"));
            Console.WriteLine($"{recipe.Name}: {string.Join(", ", record.Models.Select(model => $"{model.Key} {model.Value["vmaf"].Average():F3}"))}");
        }
    }
}
