using System.Globalization;
using System.Text.Json;

namespace Vmaf.Engine.Decoding;

/// <summary>How long a video stream plays and how many bits a second it takes, as far as what its file states of that can be true.</summary>
internal sealed class StatedRate
{
    private const double BitsInByte = 8;

    /// <summary>Stated lengths are rounded.</summary>
    private const double LargestExcess = 1.01;

    /// <summary>Programs that count the bytes of the streams they write, instead of handing on the tags of their source.</summary>
    private static readonly string[] CountingWriters = ["libebml", "libmakemkv"];

    /// <summary>Takes what ffprobe says.</summary>
    /// <param name="stream">Of the stream.</param>
    /// <param name="container">Of the file.</param>
    public StatedRate(JsonElement stream, JsonElement? container)
    {
        // Bare streams have no times: how long they play is guessed from a rate in their header, which is often but an upper bound.
        if (container is not { } file || Number(file, "start_time") is not { } start)
        {
            return;
        }

        double? ownSeconds = Positive(stream, "duration");
        Seconds = ownSeconds ?? IfPositive(Positive(file, "duration") - Math.Max(0, start));
        double? fileBits = Positive(file, "size") * BitsInByte;
        bool isAlone = file.TryGetProperty("nb_streams", out JsonElement count) && count.GetInt32() == 1;
        BitsPerSecond = OfStream(stream, ownSeconds, fileBits) ?? OfTags(stream, file) ?? (isAlone ? fileBits / Seconds : null);
    }

    /// <summary>How long the stream plays, or the file from its start where only that is stated; <see langword="null"/> where neither is.</summary>
    public double? Seconds { get; }

    /// <summary>
    /// Bits a second: as stated for the stream, else those of the file if nothing else is in it. <see langword="null"/> where neither says.
    /// </summary>
    public double? BitsPerSecond { get; }

    /// <summary>
    /// Containers that know how long each stream plays, as mp4 does, have counted; in others it is what the encoder was asked for. Some codecs
    /// state an upper bound, for which there would have to be more bytes than the file has.
    /// </summary>
    private static double? OfStream(JsonElement stream, double? ownSeconds, double? fileBits) =>
        Positive(stream, "bit_rate") is { } rate && rate * ownSeconds <= fileBits * LargestExcess ? rate : null;

    /// <summary>Matroska has it as a tag, which counts only in files of programs that count: others copy it from what they encode.</summary>
    private static double? OfTags(JsonElement stream, JsonElement file)
    {
        if (!stream.TryGetProperty("tags", out JsonElement tags) || !file.TryGetProperty("tags", out JsonElement fileTags))
        {
            return null;
        }

        string? writer = fileTags.EnumerateObject()
            .Where(tag => tag.Name.Equals("encoder", StringComparison.OrdinalIgnoreCase))
            .Select(tag => tag.Value.GetString())
            .FirstOrDefault();
        return writer is not null && CountingWriters.Any(name => writer.StartsWith(name, StringComparison.OrdinalIgnoreCase))
            ? Positive(tags, "BPS") ?? Positive(tags, "BPS-eng")
            : null;
    }

    private static double? Positive(JsonElement element, string name) => IfPositive(Number(element, name));

    private static double? IfPositive(double? number) => number > 0 ? number : null;

    private static double? Number(JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String
            && double.TryParse(value.GetString(), CultureInfo.InvariantCulture, out double number) && double.IsFinite(number)
                ? number
                : null;
}
