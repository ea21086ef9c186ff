namespace Vmaf.Engine.Errors;

/// <summary>
/// An error the user can act on: what went wrong, where, and what to do about it.
/// Every error that the engine raises on purpose is one of these; <see cref="ErrorId"/> is stable.
/// </summary>
public sealed class VmafException : Exception
{
    /// <summary>Creates the error.</summary>
    /// <param name="errorId">A stable id from <see cref="VmafErrorIds"/>.</param>
    /// <param name="message">What is wrong, naming the file and the place; one sentence or two.</param>
    /// <param name="remedy">What the user can do about it.</param>
    /// <param name="target">The file, model, feature or option that the error is about.</param>
    /// <param name="innerException">The cause, if another error led here.</param>
    public VmafException(string errorId, string message, string? remedy = null, object? target = null, Exception? innerException = null)
        : base(message, innerException)
    {
        ErrorId = errorId;
        Remedy = remedy;
        Target = target;
    }

    /// <summary>Stable id of the kind of error, one of <see cref="VmafErrorIds"/>.</summary>
    public string ErrorId { get; }

    /// <summary>What the user can do about it, or <see langword="null"/> where the message says it all.</summary>
    public string? Remedy { get; }

    /// <summary>The file, model, feature or option that the error is about.</summary>
    public object? Target { get; }
}
