using System.Management.Automation;
using Vmaf.Engine.Errors;

namespace Vmaf.PowerShell.Selection;

/// <summary>What is looked at of an object: a property by its name, or what a script block makes of the object, which is <c>$_</c> there.</summary>
public sealed class PointProperty
{
    private readonly string? _name;
    private readonly ScriptBlock? _block;

    /// <summary>Names a property.</summary>
    /// <param name="name">Its name.</param>
    public PointProperty(string name) => _name = name;

    /// <summary>Gives a script block.</summary>
    /// <param name="block">The script block.</param>
    public PointProperty(ScriptBlock block) => _block = block;

    /// <summary>Whether an object has it.</summary>
    /// <param name="point">The object.</param>
    internal bool IsIn(PSObject point) => _block is not null || point.Properties[_name] is not null;

    /// <summary>Its value; <see langword="null"/> where there is none.</summary>
    /// <param name="point">The object.</param>
    /// <exception cref="VmafException"><see cref="VmafErrorIds.OptionInvalid"/>: the script block failed.</exception>
    internal object? Of(PSObject point)
    {
        if (_block is null)
        {
            return point.Properties[_name]?.Value;
        }

        try
        {
            return _block.InvokeWithContext(null, [new PSVariable("_", point)], null).LastOrDefault()?.BaseObject;
        }
        catch (RuntimeException cause) when (cause is not PipelineStoppedException)
        {
            throw new VmafException(
                VmafErrorIds.OptionInvalid, $"The script block {this} failed: {cause.Message}", "The object is $_ in it.", point, cause);
        }
    }

    /// <summary>The name in quotes, or the script block in braces.</summary>
    public override string ToString() => _block is null ? $"'{_name}'" : $"{{{_block}}}";
}
