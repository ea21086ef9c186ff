namespace Vmaf.Engine.Models;

/// <summary>Where a model was found.</summary>
public enum ModelOrigin
{
    /// <summary>The file that was named.</summary>
    Path,

    /// <summary>The user's model folder.</summary>
    UserFolder,

    /// <summary>A folder of the environment variable <c>VMAF_MODEL_PATH</c>.</summary>
    EnvironmentPath,

    /// <summary>This software itself: a re-fitted model.</summary>
    BuiltIn,
}
