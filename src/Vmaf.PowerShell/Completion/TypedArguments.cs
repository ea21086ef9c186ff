using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace Vmaf.PowerShell.Completion;

/// <summary>The objects that a command line under completion hands to its command, as far as they are there already: those of variables.</summary>
internal static class TypedArguments
{
    /// <summary>The first object of an argument, or else of what is piped in; <see langword="null"/> where none is known.</summary>
    /// <param name="command">The command under completion.</param>
    /// <param name="arguments">The values of its arguments that PowerShell knows.</param>
    /// <param name="parameters">The parameters that take objects, the most telling one first.</param>
    public static PSObject? FindFirst(CommandAst command, IDictionary arguments, params ReadOnlySpan<string> parameters)
    {
        foreach (string parameter in parameters)
        {
            if (arguments[parameter] is { } value)
            {
                return First(value);
            }
        }

        return command.Parent is PipelineAst { PipelineElements: [CommandExpressionAst { Expression: var piped }, ..] } && IsHarmless(piped)
            ? First(ScriptBlock.Create(piped.Extent.Text).Invoke())
            : null;
    }

    /// <summary>Whether an expression only reads variables and properties of them: nothing else is run for a completion.</summary>
    private static bool IsHarmless(ExpressionAst expression) => expression switch
    {
        VariableExpressionAst => true,
        InvokeMemberExpressionAst => false,
        MemberExpressionAst { Static: false, Member: StringConstantExpressionAst } member => IsHarmless(member.Expression),
        IndexExpressionAst { Index: ConstantExpressionAst } index => IsHarmless(index.Target),
        _ => false,
    };

    private static PSObject? First(object value)
    {
        object? first = LanguagePrimitives.GetEnumerable(value) is { } items ? items.Cast<object?>().FirstOrDefault() : value;
        return first is null ? null : PSObject.AsPSObject(first);
    }
}
