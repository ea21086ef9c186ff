using Vmaf.Engine.Decoding;
using Xunit;

namespace Vmaf.Tests.Decoding;

public sealed class ToolMessageTests
{
    [Theory]
    [InlineData("[mov,mp4,m4a,3gp,3g2,mj2 @ 0x55ffe1df9180] moov atom not found", "mov: moov atom not found")]
    [InlineData("[h264 @ 000001f2a3b4c5d6] no frame!", "h264: no frame!")]
    [InlineData("[in#0 @ 0x1] [dec:h264 @ 0x2f] Error", "in#0: dec:h264: Error")]
    [InlineData("a[1 @ home].mp4: Invalid data", "a[1 @ home].mp4: Invalid data")]
    [InlineData("[1] plain", "[1] plain")]
    [InlineData("", "")]
    public void Addresses_in_memory_are_taken_off(string line, string cleaned) => Assert.Equal(cleaned, ToolMessage.Clean(line));
}
