using System.Text;
using Vmaf.Engine.Errors;

namespace Vmaf.Engine.Reports.Html;

/// <summary>
/// Writes results as one page for browsers: the score over time, its distribution, the worst frames with their pictures and the reasons
/// for their scores, every feature, and what is known of the runs. The page loads nothing, from the network or elsewhere, and its policy
/// forbids it to. The same results make the same bytes.
/// </summary>
public static class HtmlReport
{
    /// <summary>Writes a page; the file is there whole or not at all.</summary>
    /// <param name="results">The results, at least one; several are laid over each other.</param>
    /// <param name="path">Path of the file.</param>
    /// <exception cref="VmafException"><see cref="VmafErrorIds.OutputUnwritable"/>.</exception>
    public static void Write(IReadOnlyList<PresentedResult> results, string path) => AtomicFile.Write(path, stream =>
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        Write(results, writer);
    });

    /// <summary>Writes a page as text, to be encoded as UTF-8.</summary>
    /// <param name="results">The results, at least one.</param>
    /// <param name="writer">Receives the text; lines end with a line feed.</param>
    public static void Write(IReadOnlyList<PresentedResult> results, TextWriter writer)
    {
        ArgumentOutOfRangeException.ThrowIfZero(results.Count, nameof(results));
        new PageWriter(results, new HtmlWriter(writer)).Write();
    }
}
