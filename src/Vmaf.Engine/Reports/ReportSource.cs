using Vmaf.Engine.Errors;

namespace Vmaf.Engine.Reports;

/// <summary>Names the log that is being read in errors.</summary>
/// <param name="Name">Path of the file.</param>
internal sealed record ReportSource(string Name)
{
    /// <summary>The log breaks the rules of its format.</summary>
    /// <param name="place">Where: a line, a frame.</param>
    /// <param name="problem">What is wrong there.</param>
    /// <param name="cause">The error that led here, if any.</param>
    public VmafException Malformed(string place, string problem, Exception? cause = null) => new(
        VmafErrorIds.ReportMalformed,
        $"The log '{Name}' is malformed at {place}: {problem}.",
        "Give a log that libvmaf's tool or this engine wrote as JSON, XML, CSV or subtitles.",
        Name,
        cause);
}
