using System.Reflection;
using Vmaf.PowerShell;

namespace Vmaf.Tests.PowerShell;

/// <summary>
/// The cmdlet classes as metadata: the attributes are read as data, because the ones tests run against do nothing when constructed.
/// </summary>
internal static class CmdletTypes
{
    /// <summary>All public cmdlet classes.</summary>
    public static IReadOnlyList<Type> All { get; } =
        [.. typeof(InvokeVmafQualityCommand).Assembly.GetExportedTypes().Where(type => Attribute(type, "CmdletAttribute") is not null)];

    /// <summary>Their names, as verb and noun.</summary>
    public static IEnumerable<string> Names => All.Select(Name);

    /// <summary>Name of a cmdlet.</summary>
    public static string Name(Type type)
    {
        IList<CustomAttributeTypedArgument> arguments = Attribute(type, "CmdletAttribute")!.ConstructorArguments;
        return $"{arguments[0].Value}-{arguments[1].Value}";
    }

    /// <summary>An attribute of a member by the name of its class.</summary>
    public static CustomAttributeData? Attribute(MemberInfo member, string attributeName) =>
        member.GetCustomAttributesData().FirstOrDefault(data => data.AttributeType.Name == attributeName);
}
