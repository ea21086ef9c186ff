namespace Vmaf.Engine.Features.FloatMotion;

/// <summary>The options that change what is measured on a pair of frames.</summary>
/// <param name="FilterSize">Length of the blur: 1, 3 or 5.</param>
/// <param name="AddsHalfSize">Whether the motion of the pictures at half size is added.</param>
/// <param name="AddsChroma">Whether the motion of the chroma planes is added.</param>
internal readonly record struct MotionMeasure(int FilterSize, bool AddsHalfSize, bool AddsChroma);
