namespace Vmaf.Engine.Models.Installation;

/// <summary>A model file of Netflix's repository, as it stands at one commit.</summary>
/// <param name="Name">Name of the model.</param>
/// <param name="RepositoryPath">Its path in the repository's folder <c>model</c>.</param>
/// <param name="Sha256">SHA-256 of the file, as lower-case hexadecimal digits.</param>
public sealed record OfficialModel(string Name, string RepositoryPath, string Sha256)
{
    private const string Commit = "f85a853692a8c730d0270cd733c8bb30b5b93b7c";

    /// <summary>All model files that the repository has in libvmaf's format.</summary>
    public static IReadOnlyList<OfficialModel> All { get; } =
    [
        new("vmaf_v0.6.1", "vmaf_v0.6.1.json", "5950d61fa1f861bd45d8149d80539ed9f3376cfc2495b8f0fa8e9f57cb131ee3"),
        new("vmaf_v0.6.1neg", "vmaf_v0.6.1neg.json", "1fcda193aaa2a3136471b7516b3c5dc344546c05fcde2d58609f8c60a2387392"),
        new("vmaf_4k_v0.6.1", "vmaf_4k_v0.6.1.json", "73b187001309703c89d57cf58baab01660bd11e4ea6fac62bc064c5f5da6dac8"),
        new("vmaf_4k_v0.6.1neg", "vmaf_4k_v0.6.1neg.json", "f92048bf94401a5b915f551eb248709275c61df5f20d062a3ae010dcf4d4e8fc"),
        new("vmaf_v1.0.16_1d5h_2160", "vmaf_v1.0.16/vmaf_v1.0.16_1d5h_2160.json", "634d36e0502cb797384726cdd1a106a2c207827595a9e4958d3dae1bd517b139"),
        new("vmaf_v1.0.16_3d0h", "vmaf_v1.0.16/vmaf_v1.0.16_3d0h.json", "e4cf8c147e1368b35497d772920bc92f98c1ad7853c1033d8a836947f427140e"),
        new("vmaf_v1.0.16_3d0h_2160", "vmaf_v1.0.16/vmaf_v1.0.16_3d0h_2160.json", "77f552fd8d5b6c6a2166bfc4470c9368ec68d2425ed40f1cc235b0cc500f33c2"),
        new("vmaf_v1.0.16_5d0h", "vmaf_v1.0.16/vmaf_v1.0.16_5d0h.json", "64e12d9c1e4ed5d79da7fa515b82fac7247a9e2ccc91e0ebce31d05489500385"),
        new("vmaf_v1.0.16_hfr_1d5h_2160", "vmaf_v1.0.16_hfr/vmaf_v1.0.16_hfr_1d5h_2160.json", "0371db55d3de81a760125f6d65eb4386f1d38af6cf1d00c2f48158e3596246d4"),
        new("vmaf_v1.0.16_hfr_3d0h", "vmaf_v1.0.16_hfr/vmaf_v1.0.16_hfr_3d0h.json", "dcfdfab1c00685c1e5f75b6f1078bb4a44c722654e4de090fa5c66784c75241b"),
        new("vmaf_v1.0.16_hfr_3d0h_2160", "vmaf_v1.0.16_hfr/vmaf_v1.0.16_hfr_3d0h_2160.json", "1bc502f00aeee11433e2d09468186bbf1bbce56ee650c9bade06c7435ebdd4db"),
        new("vmaf_v1.0.16_hfr_5d0h", "vmaf_v1.0.16_hfr/vmaf_v1.0.16_hfr_5d0h.json", "590f612c87df94badca58e563b318fa9958eac631ab8aadd73bff8cc1adfc515"),
        new("vmaf_float_4k_v0.6.1", "vmaf_float_4k_v0.6.1.json", "2af34f3068174720a35126807dbe8d0b19c5143fee328a9fc2331c15c54e4433"),
        new("vmaf_float_b_v0.6.3", "vmaf_float_b_v0.6.3.json", "e32df73119386b124836910956fe8e0b0583a35638d2c518719e5a5069d0248b"),
        new("vmaf_float_v0.6.1", "vmaf_float_v0.6.1.json", "26573aa333346f1109226e7283969e8b3581119a1ab7f18897767351dd963ff8"),
        new("vmaf_float_v0.6.1neg", "vmaf_float_v0.6.1neg.json", "8ac8e9bd6153e57fed4e9809c49711ea7654da2a14ea701423187905e914597a"),
        new("nflx_v1", "other_models/nflx_v1.json", "b8ae9f342e647d9fa59f2bd263528e64dd040c4937db979fc58ab21a8b85b8b1"),
        new("vmaf_4k_rb_v0.6.2", "vmaf_4k_rb_v0.6.2/vmaf_4k_rb_v0.6.2.json", "18a109a5c7e0f29d7a9619603a3c3de6526a9469e672919a7b0220bcf8eba942"),
        new("vmaf_b_v0.6.3", "vmaf_b_v0.6.3.json", "34f620dbaff662fe7d33dd80326553c2cc3910e4135349ba4c367171d3a3cfbd"),
        new("vmaf_rb_v0.6.2", "vmaf_rb_v0.6.2/vmaf_rb_v0.6.2.json", "ef6f5170cb9278ec056881783d61e973b84f20be81fe41094346489a4bd711a0"),
        new("vmaf_rb_v0.6.3", "vmaf_rb_v0.6.3/vmaf_rb_v0.6.3.json", "0cdf991dcf6cc8656509aba6aae7c8946f31d1dc8a31679ce4ebc605017cae93"),
        new("vmaf_v0.6.0", "other_models/vmaf_v0.6.0.json", "4f64129eefbcb28cd8a6b903af24974a8766cd21695de974ff669798e66ad57c"),
        new("vmaf_v0.6.1mfz", "other_models/vmaf_v0.6.1mfz.json", "bdbf30c8360cf90c0494388511192e22c54cb16f165e9088c59511216d32d328"),
    ];

    /// <summary>Where the file is: at a fixed commit, so that it cannot change.</summary>
    public Uri Address => new($"https://raw.githubusercontent.com/Netflix/vmaf/{Commit}/model/{RepositoryPath}");

    /// <summary>What it measures and under which viewing condition; empty where that is not known.</summary>
    public string Description => ModelDescriptions.Describe(Name);
}
