using System.Management.Automation;

namespace Vmaf.PowerShell.Pairs;

/// <summary>Refuses times below zero.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class NotNegativeAttribute : ValidateArgumentsAttribute
{
    /// <inheritdoc/>
    protected override void Validate(object arguments, EngineIntrinsics engineIntrinsics)
    {
        if (arguments is TimeSpan time && time < TimeSpan.Zero)
        {
            throw new ValidationMetadataException($"A time of {time} is below zero. Give a time span, or a number of seconds, of at least 0.");
        }
    }
}
