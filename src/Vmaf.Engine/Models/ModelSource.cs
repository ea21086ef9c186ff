using Vmaf.Engine.Errors;

namespace Vmaf.Engine.Models;

/// <summary>Names the file that a model is being read from in errors.</summary>
/// <param name="Name">Path of the file, or name of the model.</param>
internal sealed record ModelSource(string Name)
{
    /// <summary>The file breaks the rules of its format.</summary>
    /// <param name="place">JSON path, or byte offset.</param>
    /// <param name="problem">What is wrong there.</param>
    /// <param name="cause">The error that led here, if any.</param>
    public VmafException Malformed(string place, string problem, Exception? cause = null) =>
        new(
            VmafErrorIds.ModelMalformed,
            $"Model file '{Name}' is malformed at {place}: {problem}.",
            "Get the file anew, or name another model.",
            Name,
            cause);

    /// <summary>The file is well-formed but asks for something that is not there.</summary>
    /// <param name="place">JSON path, or byte offset.</param>
    /// <param name="problem">What is not supported.</param>
    /// <param name="remedy">What the user can do.</param>
    public VmafException Unsupported(
        string place,
        string problem,
        string remedy = "Use a model of type LIBSVMNUSVR in libvmaf's JSON format.") =>
        new(VmafErrorIds.ModelUnsupported, $"Model file '{Name}' is not supported ({place}): {problem}.", remedy, Name);
}
