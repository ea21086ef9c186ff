using Vmaf.Engine.Inspection;
using Vmaf.PowerShell.Errors;

namespace Vmaf.PowerShell.Output;

/// <summary>What <c>Test-VmafPair</c> tells of one check.</summary>
public sealed class PairCheckRow
{
    /// <summary>The name that views and scripts know these objects by.</summary>
    public const string TypeName = "Vmaf.PairCheck";

    internal PairCheckRow(string reference, string distorted, PairCheck check)
    {
        Check = check.Name;
        Status = check.Status;
        Message = check.Message;
        Remedy = check.Status == CheckStatus.Passed
            ? string.Empty
            : ParameterRemedies.Complete(check.IsRemedyComplete ? null : check.ErrorId, check.Remedy);
        ErrorId = check.Status == CheckStatus.Failed ? check.ErrorId : null;
        Distorted = distorted;
        Reference = reference;
    }

    /// <summary>What was checked.</summary>
    public string Check { get; }

    /// <summary>How it ended.</summary>
    public CheckStatus Status { get; }

    /// <summary>What was found.</summary>
    public string Message { get; }

    /// <summary>What to do about it; empty where there is nothing to do.</summary>
    public string Remedy { get; }

    /// <summary>The error that measuring would end with; <see langword="null"/> for none.</summary>
    public string? ErrorId { get; }

    /// <summary>Path of the distorted video.</summary>
    public string Distorted { get; }

    /// <summary>Path of the reference.</summary>
    public string Reference { get; }
}
