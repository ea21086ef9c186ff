namespace Vmaf.Engine.Inspection;

/// <summary>How a check of a pair of videos ended.</summary>
public enum CheckStatus
{
    /// <summary>Nothing is wrong.</summary>
    Passed,

    /// <summary>It can be measured, but the score may not mean what is expected.</summary>
    Warning,

    /// <summary>It cannot be measured as it is.</summary>
    Failed,

    /// <summary>It could not be found out.</summary>
    Unknown,
}
