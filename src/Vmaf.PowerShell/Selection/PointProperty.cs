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

    /// <summary>Its one value as text, numbers with a decimal point; empty where there is none.</summary>
    /// <param name="point">The object.</param>
    /// <exception cref="VmafException"><see cref="VmafErrorIds.OptionInvalid"/>: a script failed, or there are several values.</exception>
    internal string TextOf(PSObject point) => ObjectProperty.Text(ValueOf(point));

    /// <summary>Its one value as number; <see langword="null"/> where there is none, or one that is not finite.</summary>
    /// <param name="point">The object.</param>
    /// <exception cref="VmafException">
    /// <see cref="VmafErrorIds.OptionInvalid"/>: a script failed, there are several values, or it is a text that is no number.
    /// </exception>
    internal double? NumberOf(PSObject point) => ObjectProperty.Number(ValueOf(point), Description, point);

    private string Description => _block is null ? $"The property {this}" : $"The script block {this}";

    private object? ValueOf(PSObject point)
    {
        object[] values = [.. _block is null ? ObjectProperty.Values(ObjectProperty.Value(point, _name!)) : Run(_block, point)];
        return values.Length <= 1
            ? values.FirstOrDefault()
            : throw new VmafException(
                VmafErrorIds.OptionInvalid,
                $"{Description} has {values.Length} values for one point: {string.Join(", ", values.Select(ObjectProperty.Text))}.",
                "One is needed: choose it with [0], or make one text of them with -join.",
                point);
    }

    private IEnumerable<object> Run(ScriptBlock block, PSObject point)
    {
        try
        {
            return [.. block.InvokeWithContext(null, [new PSVariable("_", point)], null).SelectMany(ObjectProperty.Values)];
        }
        catch (Exception cause) when (ScriptFailure.Describe(cause) is { } reason)
        {
            throw new VmafException(
                VmafErrorIds.OptionInvalid,
                $"{Description} failed: {reason}",
                "The object is $_ in it; it has no begin, process and end blocks.",
                point,
                cause);
        }
    }

    /// <summary>The name in quotes, or the script block in braces.</summary>
    public override string ToString() => _block is null ? $"'{_name}'" : $"{{{_block}}}";
}
