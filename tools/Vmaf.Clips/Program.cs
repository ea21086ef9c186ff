namespace Vmaf.Clips;

internal static class Program
{
    private static int Main() => 0;
}
