namespace Vmaf.Engine.Explanation;

/// <summary>What a feature says about a frame.</summary>
public enum FeatureRole
{
    /// <summary>How much of the reference is preserved; 1 is best.</summary>
    Fidelity,

    /// <summary>How much was added or damaged; 0 is best.</summary>
    Impairment,

    /// <summary>A property of the content, such as motion; no encoder can better it.</summary>
    Content,

    /// <summary>Without a known best value, such as decibels; the better end of the model's normal range counts as best.</summary>
    Other,
}
