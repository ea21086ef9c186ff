using System.Reflection;
using Vmaf.Engine.Errors;
using Vmaf.PowerShell.Errors;
using Xunit;

namespace Vmaf.Tests.PowerShell;

public sealed class ErrorCategoriesTests
{
    [Fact]
    public void Every_error_id_has_a_category()
    {
        IEnumerable<string> ids = typeof(VmafErrorIds)
            .GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => (string)field.GetRawConstantValue()!);
        Assert.Equal(ids.Order(StringComparer.Ordinal), ErrorCategories.KnownIds.Order(StringComparer.Ordinal));
    }
}
