using Vmaf.Engine.Errors;
using Vmaf.Engine.Metrics;
using Vmaf.Engine.Models;
using Vmaf.Engine.Pairs;
using Vmaf.Engine.Reports;
using Vmaf.Engine.Scoring;
using Vmaf.Engine.Video;

namespace Vmaf.Cli;

/// <summary>The tool: reads its command line, runs, writes the log and the score.</summary>
/// <param name="output">Standard output.</param>
/// <param name="error">Standard error.</param>
/// <param name="isTerminal">Whether <paramref name="error"/> is a terminal, which shows a meter.</param>
internal sealed class Tool(TextWriter output, TextWriter error, bool isTerminal)
{
    /// <summary>Runs a command line.</summary>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public int Run(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        try
        {
            Settings settings = SettingsParser.Parse(arguments);
            if (settings.ShowHelp)
            {
                output.Write(HelpText.Make());
            }
            else if (settings.ShowVersion)
            {
                output.WriteLine(EngineInfo.Version);
            }
            else
            {
                Measure(settings, cancellationToken);
            }

            return ExitCodes.Success;
        }
        catch (UsageException wrong)
        {
            error.WriteLine($"vmaf: {wrong.Message}");
            error.WriteLine("Try 'vmaf --help'.");
            return ExitCodes.Usage;
        }
        catch (VmafException failure)
        {
            error.WriteLine($"vmaf: error {failure.ErrorId}: {failure.Message}");
            if (failure.Remedy is { } remedy)
            {
                error.WriteLine(remedy);
            }

            return ExitCodes.Failure;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            error.WriteLine("vmaf: cancelled");
            return ExitCodes.Cancelled;
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            // The engine names the file in its own errors, so that this is a stream of the process: closed, or on a full disk.
            error.WriteLine($"vmaf: error {VmafErrorIds.OutputUnwritable}: standard output cannot be written: {cause.Message}");
            return ExitCodes.Failure;
        }
        catch (Exception unexpected)
        {
            error.WriteLine($"vmaf: error {unexpected.GetType().Name}: {unexpected.Message}");
            return ExitCodes.Failure;
        }
    }

    private void Measure(Settings settings, CancellationToken cancellationToken)
    {
        CpuMask.Apply(settings.CpuMask);
        if (settings.GpuMask is not null and not 0)
        {
            Warn("--gpumask has no effect: no GPU is used.");
        }

        if (settings.OutputPath is { } path)
        {
            ReportWriter.CheckWritable(path);
        }

        ModelCatalog catalog = ModelCatalog.FromEnvironment();
        IReadOnlyList<ModelArgument> models = settings.NoPrediction ? [] : settings.Models;

        // A wrong name is said before videos are opened; what depends on the videos has to wait for them.
        VmafModel?[] named = [.. models.Select(model => model.IsAutomatic ? null : model.Load(catalog))];
        settings.Videos.PrepareWorkFolder();
        ClipPairOptions clipOptions = settings.Videos.ToOptions(Warn) with
        {
            ReferenceHints = settings.RawHints,
            DistortedHints = settings.RawHints,
            ReferenceSkippedFrames = settings.SkipReference,
            DistortedSkippedFrames = settings.SkipDistorted,
            MaximumFrames = settings.FrameCount,
            UseCommonBitDepth = settings.UseCommonBitDepth,
        };
        var options = new ScoringOptions
        {
            Features = settings.Features,
            Metrics = MetricSelection.Create(settings.Metrics.Select(metric => metric.Name), catalog),
            ThreadCount = settings.Threads,
            Stride = settings.Stride,
        };
        bool showMeter = isTerminal && !settings.Quiet;
        QualityResult result;
        string[] known = [];
        if (settings.Reference.Length == 0)
        {
            using IFrameSource video = ClipPair.OpenDistortedAlone(settings.Distorted, clipOptions, cancellationToken);
            result = Follow(QualityScorer.StartWithoutReference(video, options, cancellationToken), showMeter);
        }
        else
        {
            using ClipPair clips = ClipPair.Open(settings.Reference, settings.Distorted, clipOptions, cancellationToken);
            known = [.. FrameRateWarnings(clips)];
            foreach (string warning in known)
            {
                Warn(warning);
            }

            models = [.. models.Select(model => model.For(clips))];
            options = options with { Models = [.. models.Select((model, index) => named[index] ?? model.Load(catalog))] };
            result = Follow(QualityScorer.Start(clips, options, cancellationToken), showMeter);
        }

        foreach (string warning in result.Warnings)
        {
            Warn(warning);
        }

        result = result with { Warnings = [.. known, .. result.Warnings] };
        WriteResult(settings, result, [.. models.Select(model => model.Source)]);
    }

    private static IEnumerable<string> FrameRateWarnings(ClipPair clips)
    {
        if (clips.FrameRateDifference is { } rates)
        {
            yield return $"{rates.Describe($"'{clips.Distorted.Name}'")} Unless a rate is stated wrongly, different moments are compared: "
                + $"--filter_dist fps={rates.FilterArgument} makes the rates equal.";
        }
    }

    private QualityResult Follow(ScoringRun started, bool showMeter)
    {
        using ScoringRun run = started;
        if (showMeter)
        {
            var meter = new ProgressMeter(error);
            foreach (FrameScore frame in run.ReadFrames())
            {
                _ = frame;
                meter.Update(run.Progress);
            }

            meter.End(run.Progress);
        }

        return run.Complete();
    }

    private void WriteResult(Settings settings, QualityResult result, IReadOnlyList<string> labels)
    {
        if (settings.OutputPath == ReportWriter.StandardOutput)
        {
            ReportWriter.Write(Report.FromResult(result), output, settings.OutputFormat, settings.Precision);
        }
        else if (settings.OutputPath is { } path)
        {
            ReportWriter.Write(result, path, settings.OutputFormat, settings.Precision);
        }

        // With a log, standard output is left to it.
        if (settings.OutputPath is null || !settings.Quiet)
        {
            TextWriter scores = settings.OutputPath is null ? output : error;
            foreach (string line in ScoreLines.Of(result, labels))
            {
                scores.WriteLine(line);
            }
        }
    }

    private void Warn(string text) => error.WriteLine($"vmaf: warning: {text}");
}
