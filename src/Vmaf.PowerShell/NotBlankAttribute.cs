using System.Management.Automation;

namespace Vmaf.PowerShell;

/// <summary>Refuses names that are empty or blank, and says what names there are.</summary>
/// <param name="thing">What has the name.</param>
/// <param name="remedy">What to give instead.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class NotBlankAttribute(string thing, string remedy) : ValidateArgumentsAttribute
{
    /// <summary>What has the name.</summary>
    public string Thing => thing;

    /// <summary>What to give instead.</summary>
    public string Remedy => remedy;

    /// <summary>Whether an empty list is a wish for none.</summary>
    public bool AllowsNone { get; set; }

    /// <inheritdoc/>
    protected override void Validate(object arguments, EngineIntrinsics engineIntrinsics)
    {
        string?[] names = arguments is IEnumerable<string?> list ? [.. list] : [arguments?.ToString()];
        if (names.Length == 0 && !AllowsNone)
        {
            throw new ValidationMetadataException($"No {thing} is named. {remedy}");
        }

        if (names.Any(string.IsNullOrWhiteSpace))
        {
            throw new ValidationMetadataException($"The name of a {thing} is empty. {remedy}");
        }
    }
}
