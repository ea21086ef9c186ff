using System.Management.Automation;
using Vmaf.Engine.Errors;
using Vmaf.Engine.Video;
using Vmaf.Engine.Video.Luma;
using Vmaf.PowerShell.Measuring;

namespace Vmaf.PowerShell.Pairs;

/// <summary>What a user may give as a callback on luma: a script block, or the name of one that there is.</summary>
internal static class LumaCallbackParameter
{
    /// <summary>Makes what passes a video through the callback.</summary>
    /// <param name="callback">Script block or name; <see langword="null"/> for none.</param>
    /// <param name="side">Which video it is for.</param>
    /// <param name="pipeline">Runs the script block.</param>
    /// <exception cref="VmafException">It is neither, or there is none of that name.</exception>
    public static Func<IFrameSource, IFrameSource>? Process(object? callback, VideoSide side, PipelineThread pipeline)
    {
        switch (callback is PSObject wrapper ? wrapper.BaseObject : callback)
        {
            case null:
                return null;
            case ScriptBlock block:
                return video => new LumaPlaneSource(video, side, new ScriptCallback(block, pipeline).Invoke);
            case string name:
                Func<double, double> function = LumaCallbacks.Find(name);
                return video => new LumaProcessedSource(video, function);
            case { } other:
                throw new VmafException(
                    VmafErrorIds.OptionInvalid,
                    $"A luma callback is a script block or a name, not '{other}'.",
                    $"Write {{ param($luma, $width, $height, $frame) … }}, or one of these names: {string.Join(", ", LumaCallbacks.Names)}.",
                    other);
        }
    }
}
