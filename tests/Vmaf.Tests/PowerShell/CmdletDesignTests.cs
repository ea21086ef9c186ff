using System.Reflection;
using Vmaf.PowerShell;
using Xunit;

namespace Vmaf.Tests.PowerShell;

/// <summary>Conventions that every cmdlet keeps, read from metadata.</summary>
public sealed class CmdletDesignTests
{
    public static TheoryData<Type> Cmdlets => [.. CmdletTypes.All];

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void Noun_begins_with_the_prefix(Type cmdlet) => Assert.Contains("-Vmaf", CmdletTypes.Name(cmdlet), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void Class_is_named_after_the_cmdlet(Type cmdlet) =>
        Assert.Equal(CmdletTypes.Name(cmdlet).Replace("-", "", StringComparison.Ordinal) + "Command", cmdlet.Name);

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void Output_type_is_declared(Type cmdlet) => Assert.NotNull(CmdletTypes.Attribute(cmdlet, "OutputTypeAttribute"));

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void What_writes_files_supports_ShouldProcess(Type cmdlet)
    {
        bool writes = CmdletTypes.Name(cmdlet).Split('-')[0] is "Export" or "Install" or "Clear" or "Remove" or "New" or "Set";
        object? supports = CmdletTypes.Attribute(cmdlet, "CmdletAttribute")!.NamedArguments
            .FirstOrDefault(argument => argument.MemberName == "SupportsShouldProcess").TypedValue.Value;
        Assert.Equal(writes, supports is true);
    }

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void Collections_in_parameters_are_arrays(Type cmdlet) =>
        Assert.DoesNotContain(Parameters(cmdlet), parameter => parameter.PropertyType.IsGenericType && !IsNullable(parameter));

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void Can_be_stopped_and_disposed_of(Type cmdlet) => Assert.True(cmdlet.IsSubclassOf(typeof(VmafCmdlet)));

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void Whole_numbers_have_a_range_or_may_be_missing(Type cmdlet) =>
        Assert.All(
            Parameters(cmdlet).Where(parameter => parameter.PropertyType == typeof(int) || parameter.PropertyType == typeof(long)),
            parameter => Assert.NotNull(CmdletTypes.Attribute(parameter, "ValidateRangeAttribute")));

    [Fact]
    public void Nothing_runs_when_the_module_is_imported() =>
        Assert.DoesNotContain(
            typeof(InvokeVmafQualityCommand).Assembly.GetTypes().SelectMany(type => type.GetInterfaces()),
            contract => contract.Name is "IModuleAssemblyInitializer" or "IModuleAssemblyCleanup");

    [Fact]
    public void Assembly_references_nothing_but_the_engine_and_PowerShell() =>
        Assert.All(
            typeof(InvokeVmafQualityCommand).Assembly.GetReferencedAssemblies(),
            reference => Assert.True(
                reference.Name is "Vmaf.Engine" or "System.Management.Automation" or "netstandard"
                    || reference.Name!.StartsWith("System.", StringComparison.Ordinal),
                reference.Name));

    private static IEnumerable<PropertyInfo> Parameters(Type cmdlet) =>
        cmdlet.GetProperties().Where(property => CmdletTypes.Attribute(property, "ParameterAttribute") is not null);

    private static bool IsNullable(PropertyInfo parameter) => Nullable.GetUnderlyingType(parameter.PropertyType) is not null;
}
