using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Vmaf.Engine.Errors;
using Vmaf.Engine.Video;
using Xunit;

namespace Vmaf.Tests.Video;

/// <summary>Whatever the bytes are, a reader gives frames or a <see cref="VmafException"/>, and holds little memory meanwhile.</summary>
public sealed class Y4mFuzzTests
{
    private const int MostAllocatedBytes = 8 << 20;

    private static readonly string[] Tokens =
    [
        "W16", "W0", "W", "W-3", "W4294967312", "W32768", "W1", "H8", "H0", "H32768", "H99999999999999999999", "F25:1", "F0:0", "F:", "F1", "Ip", "I", "It",
        "A1:1", "C", "C420", "C420jpeg", "C420p10", "C420p16", "C422", "C444p12", "Cmono", "Cmono9", "C411", "C420p999999", "C\u00e9", "XYSCSS=420P10",
        "XYSCSS=", "XCOLORRANGE=FULL", "X", " ", "\t", "\n", "\0", "FRAME", "FRAME\n", "FRAMEX\n", "YUV4MPEG2",
    ];

    [Fact]
    public void Mutated_files_and_streams()
    {
        byte[] valid = TestVideo.Y4m("YUV4MPEG2 W16 H8 F25:1 Ip A1:1 C420p10 XYSCSS=420P10\n", new VideoFormat(16, 8, ChromaFormat.Yuv420, 10), 3, "FRAME Ip\n");
        Gen<Mutation> mutations =
            from kind in Gen.Choose(0, 3)
            from position in Gen.OneOf(Gen.Choose(0, 80), Gen.Choose(0, valid.Length - 1))
            from value in Gen.Choose(0, 255)
            from length in Gen.Choose(1, 40)
            select new Mutation(kind, position, (byte)value, length);
        Check(
            from list in mutations.NonEmptyListOf()
            select list.Aggregate(valid, (bytes, mutation) => mutation.Apply(bytes)));
    }

    [Fact]
    public void Headers_of_random_tags() => Check(
        from tokens in Gen.Elements(Tokens).ListOf()
        from tail in Gen.Choose(0, 600)
        select Encoding.Latin1.GetBytes("YUV4MPEG2 " + string.Join(' ', tokens) + "\nFRAME\n" + new string('x', tail)));

    [Fact]
    public void Random_bytes() => Check(
        from bytes in Gen.Choose(0, 255).Select(value => (byte)value).ArrayOf()
        from signed in Gen.Elements(true, false)
        select signed ? [.. "YUV4MPEG2 "u8, .. bytes] : bytes);

    private static void Check(Gen<byte[]> files)
    {
        using var folder = new TemporaryFolder();
        Prop.ForAll(files.ToArbitrary(), bytes => Survives(bytes, folder))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(1000).WithReplay(20261121, 7).WithQuietOnSuccess(true));
    }

    private static bool Survives(byte[] bytes, TemporaryFolder folder)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        ReadThrough(() => new Y4mReader(new MemoryStream(bytes), "fuzz"));
        string path = folder.Write("fuzz.y4m", bytes);
        ReadThrough(() => VideoSource.Open(path));
        return GC.GetAllocatedBytesForCurrentThread() - before < MostAllocatedBytes;
    }

    private static void ReadThrough(Func<IFrameSource> open)
    {
        try
        {
            using IFrameSource source = open();
            Assert.InRange(source.Format.FrameSizeInBytes, 1, 1L << 30);
            int skipped = 0;
            while (skipped++ < 2 && source.TrySkip())
            {
            }

            // Frames of hostile headers are as large as they say: only small ones are worth their memory here.
            if (source.Format.FrameSizeInBytes < 1 << 20)
            {
                TestVideo.ReadAll(source);
            }
        }
        catch (VmafException error)
        {
            Assert.NotEmpty(error.Message);
            Assert.InRange(error.Message.Length, 0, 1000);
        }
    }

    private sealed record Mutation(int Kind, int Position, byte Value, int Length)
    {
        public byte[] Apply(byte[] bytes)
        {
            int position = Math.Min(Position, bytes.Length);
            int end = Math.Min(position + Length, bytes.Length);
            return Kind switch
            {
                0 => [.. bytes[..position], Value, .. bytes[Math.Min(position + 1, bytes.Length)..]],
                1 => [.. bytes[..position], .. bytes[end..]],
                2 => [.. bytes[..end], .. bytes[position..]],
                _ => [.. bytes[..position], Value, .. bytes[position..]],
            };
        }
    }
}
