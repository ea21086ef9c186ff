namespace Vmaf.Tests.Video;

/// <summary>A stream that gives as few bytes a read as a slow pipe: 1, 2, 3 … 97, 1, 2 …</summary>
internal sealed class DribblingStream(byte[] bytes) : MemoryStream(bytes)
{
    private int _step;

    public override bool CanSeek => false;

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        _step = (_step % 97) + 1;
        byte[] some = new byte[Math.Min(_step, buffer.Length)];
        int read = base.Read(some, 0, some.Length);
        some.AsSpan(0, read).CopyTo(buffer);
        return read;
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(Read(buffer.Span));
}
