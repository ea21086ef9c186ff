namespace Vmaf.Tests.Video;

/// <summary>A stream that gives its bytes and then waits for ever, deaf to cancellation, as a blocking pipe does.</summary>
internal sealed class StallingStream(byte[] bytes) : MemoryStream(bytes)
{
    public override bool CanSeek => false;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        int read = Read(buffer.Span);
        return read > 0 ? read : await new TaskCompletionSource<int>().Task.ConfigureAwait(false);
    }
}
