using Vmaf.Engine.Processes;

namespace Vmaf.Engine.Fifo.Messages;

/// <summary>The output of a decoder that the writer starts.</summary>
/// <param name="SourcePath">The video, for messages.</param>
/// <param name="Program">The decoder's path.</param>
/// <param name="Arguments">Its arguments, all but the target, which the writer appends.</param>
/// <param name="Launcher">The program that binds the decoder's life to the writer's; <see langword="null"/> where this machine has none.</param>
internal sealed record DecoderInput(string SourcePath, string Program, IReadOnlyList<string> Arguments, string? Launcher) : WriterInput
{
    /// <summary>What tells this input from others in a request.</summary>
    public const string Kind = "decoder";

    /// <summary>The output of a decoder with this machine's launcher, which the parent looks for once for all writers.</summary>
    /// <param name="sourcePath">The video, for messages.</param>
    /// <param name="program">The decoder's path.</param>
    /// <param name="arguments">Its arguments, all but the target.</param>
    public DecoderInput(string sourcePath, string program, IReadOnlyList<string> arguments)
        : this(sourcePath, program, arguments, ParentDeathSignal.Launcher)
    {
    }

    /// <inheritdoc/>
    public override string[] ToTexts() => [Kind, SourcePath, Launcher ?? string.Empty, Program, .. Arguments];

    /// <summary>Reads what follows the kind.</summary>
    public static DecoderInput? Parse(ReadOnlySpan<string> texts) => texts is [string source, string launcher, string program, .. var arguments]
        ? new DecoderInput(source, program, arguments.ToArray(), launcher.Length > 0 ? launcher : null)
        : null;
}
