namespace Vmaf.Engine.Features.Adm;

/// <summary>Models of the eye's contrast sensitivity, numbered as libvmaf's <c>adm_csf_mode</c>.</summary>
internal enum ContrastSensitivityMode
{
    /// <summary>Visibility of wavelet quantisation noise, Watson, Yang, Solomon and Villasenor 1997.</summary>
    Watson = 0,

    /// <summary>Barten's model as fitted for HDR-VDP.</summary>
    Barten = 1,

    /// <summary>A blend of the two, tabulated for a few viewing conditions.</summary>
    Blend = 2,

    /// <summary>The blend refitted to the mean absolute error.</summary>
    BlendMeanAbsoluteError = 3,
}
