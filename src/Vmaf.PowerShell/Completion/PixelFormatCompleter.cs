using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace Vmaf.PowerShell.Completion;

/// <summary>Completes names of pixel formats.</summary>
public sealed class PixelFormatCompleter : IArgumentCompleter
{
    private static readonly (string Name, string Meaning)[] ChromaFormats =
    [
        ("yuv420p", "4:2:0, chroma at half width and half height"),
        ("yuv422p", "4:2:2, chroma at half width"),
        ("yuv444p", "4:4:4, chroma at full size"),
        ("gray", "luma only"),
    ];

    private static readonly int[] BitDepths = [8, 10, 12, 16];

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        CompletionList.Complete(
            wordToComplete ?? string.Empty,
            from chroma in ChromaFormats
            from bitDepth in BitDepths
            select ($"{chroma.Name}{(bitDepth == 8 ? "" : $"{bitDepth}le")}", $"{chroma.Meaning}, {bitDepth} bits a sample"));
}
