using System.Globalization;
using Vmaf.Engine.Errors;
using Vmaf.Engine.Models;

namespace Vmaf.ModelRefit;

/// <summary>Makes the built-in models: fits regressors of our own to the official models' functions, and measures the difference.</summary>
internal static class Program
{
    private const string Usage = """
        Vmaf.ModelRefit --official <folder> --output <folder> [--model <name>]…

          --official   folder with the official model files (JSON)
          --output     folder to write the re-fitted models to
          --model      name of a model to re-fit; default: vmaf_v0.6.1 and vmaf_4k_v0.6.1
        """;

    private static int Main(string[] arguments)
    {
        if (RefitArguments.Parse(arguments) is not { } parsed)
        {
            Console.Error.WriteLine(Usage);
            return 2;
        }

        try
        {
            foreach (string name in parsed.Models)
            {
                Refit(Path.Combine(parsed.OfficialFolder, $"{name}.json"), Path.Combine(parsed.OutputFolder, $"{name}.json"));
            }

            return 0;
        }
        catch (VmafException error)
        {
            Console.Error.WriteLine($"{error.Message} {error.Remedy}");
            return 1;
        }
    }

    private static void Refit(string officialPath, string outputPath)
    {
        VmafModel official = VmafModel.Load(officialPath);
        FeatureDomain core = FeatureDomain.Core(official.Features.Count);
        FeatureDomain whole = FeatureDomain.Whole(official);
        SupportVectorRegressor fitted = RegressorFit.Fit(official.Main, core, whole);
        RefittedModelFile.Write(officialPath, fitted, outputPath);

        // What is measured is what was written.
        SupportVectorRegressor written = VmafModel.Load(outputPath).Main.Regressor;
        Print($"{Path.GetFileName(outputPath)}: {written.SupportVectorCount} support vectors, {new FileInfo(outputPath).Length} bytes");
        Report("normalised features in [-0.1, 1.3]", official.Main, written, core);
        Report("all values that features can have", official.Main, written, whole);
    }

    private static void Report(string region, ScorePredictor official, SupportVectorRegressor written, FeatureDomain domain)
    {
        var measurement = ErrorMeasurement.Measure(official, written, domain);
        string place = string.Join(", ", measurement.WorstPoint.Select(value => value.ToString("0.000", CultureInfo.InvariantCulture)));
        Print($"  {region}: largest error {measurement.Largest:0.000000}, RMS {measurement.RootMeanSquare:0.000000}, at [{place}]");
        Print($"    {measurement.RandomLargest:0.000000} at {ErrorMeasurement.RandomPointCount} random points");
        Print($"    {measurement.BoundaryLargest:0.000000} on corners and edges");
    }

    private static void Print(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
