namespace Vmaf.Engine.Decoding;

/// <summary>A packet of a video stream, which holds a frame.</summary>
/// <param name="Seconds">When the frame is shown; <see langword="null"/> where the file does not say.</param>
/// <param name="LengthSeconds">For how long it is shown; likewise.</param>
/// <param name="SizeInBytes">Its size, without what the container puts around it.</param>
public readonly record struct VideoPacket(double? Seconds, double? LengthSeconds, long SizeInBytes);
