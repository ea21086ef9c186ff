namespace Vmaf.Tests.Features.Motion;

/// <summary>
/// What libvmaf f85a8536 gives on its plain C path for <see cref="SyntheticLuma"/>: width, height, bit depth, frame count, options,
/// feature, then a value for each frame.
/// </summary>
internal static class MotionGolden
{
    public const string Rows =
        """
        34 18 8 1 debug=true VMAF_integer_feature_motion_sad_score 0
        34 18 8 1 debug=true integer_motion 0
        34 18 8 1 debug=true integer_motion2 0
        34 18 8 1 debug=true integer_motion3 0
        34 18 8 1 motion_five_frame_window=true VMAF_integer_feature_motion_sad_score_mffw 0
        34 18 8 1 motion_five_frame_window=true integer_motion2_mffw 0
        34 18 8 1 motion_five_frame_window=true integer_motion3_mffw 0
        34 18 8 1 motion_moving_average=true VMAF_integer_feature_motion_sad_score_mma 0
        34 18 8 1 motion_moving_average=true integer_motion2_mma 0
        34 18 8 1 motion_moving_average=true integer_motion3_mma 0
        34 18 8 1 motion_five_frame_window=true:motion_moving_average=true:motion_blend_factor=0.25:motion_blend_offset=3.5:motion_max_val=60 VMAF_integer_feature_motion_sad_score_mbf_0.25_mbo_3.5_mffw_mmxv_60_mma 0
        34 18 8 1 motion_five_frame_window=true:motion_moving_average=true:motion_blend_factor=0.25:motion_blend_offset=3.5:motion_max_val=60 integer_motion2_mbf_0.25_mbo_3.5_mffw_mmxv_60_mma 0
        34 18 8 1 motion_five_frame_window=true:motion_moving_average=true:motion_blend_factor=0.25:motion_blend_offset=3.5:motion_max_val=60 integer_motion3_mbf_0.25_mbo_3.5_mffw_mmxv_60_mma 0
        34 18 8 2 debug=true VMAF_integer_feature_motion_sad_score 0 28.780381944444443
        34 18 8 2 debug=true integer_motion 0 28.780381944444443
        34 18 8 2 debug=true integer_motion2 0 28.780381944444443
        34 18 8 2 debug=true integer_motion3 28.780381944444443 28.780381944444443
        34 18 8 2 motion_five_frame_window=true VMAF_integer_feature_motion_sad_score_mffw 0 0
        34 18 8 2 motion_five_frame_window=true integer_motion2_mffw 0 0
        34 18 8 2 motion_five_frame_window=true integer_motion3_mffw 0 0
        34 18 8 2 motion_moving_average=true VMAF_integer_feature_motion_sad_score_mma 0 28.780381944444443
        34 18 8 2 motion_moving_average=true integer_motion2_mma 0 28.780381944444443
        34 18 8 2 motion_moving_average=true integer_motion3_mma 28.780381944444443 28.780381944444443
        34 18 8 2 motion_five_frame_window=true:motion_moving_average=true:motion_blend_factor=0.25:motion_blend_offset=3.5:motion_max_val=60 VMAF_integer_feature_motion_sad_score_mbf_0.25_mbo_3.5_mffw_mmxv_60_mma 0 0
        34 18 8 2 motion_five_frame_window=true:motion_moving_average=true:motion_blend_factor=0.25:motion_blend_offset=3.5:motion_max_val=60 integer_motion2_mbf_0.25_mbo_3.5_mffw_mmxv_60_mma 0 0
        34 18 8 2 motion_five_frame_window=true:motion_moving_average=true:motion_blend_factor=0.25:motion_blend_offset=3.5:motion_max_val=60 integer_motion3_mbf_0.25_mbo_3.5_mffw_mmxv_60_mma 0 0
        34 18 8 3 debug=true VMAF_integer_feature_motion_sad_score 0 28.780381944444443 24.466318167892158
        34 18 8 3 debug=true integer_motion 0 28.780381944444443 24.466318167892158
        34 18 8 3 debug=true integer_motion2 0 24.466318167892158 24.466318167892158
        34 18 8 3 debug=true integer_motion3 28.780381944444443 24.466318167892158 24.466318167892158
        34 18 8 3 motion_force_zero=true VMAF_integer_feature_motion_sad_score_force_0 0 0 0
        34 18 8 3 motion_force_zero=true integer_motion2_force_0 0 0 0
        34 18 8 3 motion_force_zero=true integer_motion3_force_0 0 0 0
        34 18 8 3 motion_blend_factor=0.5:motion_blend_offset=10 VMAF_integer_feature_motion_sad_score_mbf_0.5_mbo_10 0 28.780381944444443 24.466318167892158
        34 18 8 3 motion_blend_factor=0.5:motion_blend_offset=10 integer_motion2_mbf_0.5_mbo_10 0 24.466318167892158 24.466318167892158
        34 18 8 3 motion_blend_factor=0.5:motion_blend_offset=10 integer_motion3_mbf_0.5_mbo_10 19.39019097222222 17.233159083946077 17.233159083946077
        34 18 8 3 motion_fps_weight=1.5:motion_max_val=18 VMAF_integer_feature_motion_sad_score_mfw_1.5_mmxv_18 0 18 18
        34 18 8 3 motion_fps_weight=1.5:motion_max_val=18 integer_motion2_mfw_1.5_mmxv_18 0 18 18
        34 18 8 3 motion_fps_weight=1.5:motion_max_val=18 integer_motion3_mfw_1.5_mmxv_18 18 18 18
        34 18 8 3 motion_five_frame_window=true VMAF_integer_feature_motion_sad_score_mffw 0 0 25.86464716094771
        34 18 8 3 motion_five_frame_window=true integer_motion2_mffw 0 0 25.86464716094771
        34 18 8 3 motion_five_frame_window=true integer_motion3_mffw 25.86464716094771 25.86464716094771 25.86464716094771
        34 18 8 3 motion_moving_average=true VMAF_integer_feature_motion_sad_score_mma 0 28.780381944444443 24.466318167892158
        34 18 8 3 motion_moving_average=true integer_motion2_mma 0 24.466318167892158 24.466318167892158
        34 18 8 3 motion_moving_average=true integer_motion3_mma 28.780381944444443 26.6233500561683 24.466318167892158
        34 18 8 3 motion_five_frame_window=true:motion_moving_average=true:motion_blend_factor=0.25:motion_blend_offset=3.5:motion_max_val=60 VMAF_integer_feature_motion_sad_score_mbf_0.25_mbo_3.5_mffw_mmxv_60_mma 0 0 25.86464716094771
        34 18 8 3 motion_five_frame_window=true:motion_moving_average=true:motion_blend_factor=0.25:motion_blend_offset=3.5:motion_max_val=60 integer_motion2_mbf_0.25_mbo_3.5_mffw_mmxv_60_mma 0 0 25.86464716094771
        34 18 8 3 motion_five_frame_window=true:motion_moving_average=true:motion_blend_factor=0.25:motion_blend_offset=3.5:motion_max_val=60 integer_motion3_mbf_0.25_mbo_3.5_mffw_mmxv_60_mma 9.091161790236928 9.091161790236928 9.091161790236928
        34 18 8 4 debug=true VMAF_integer_feature_motion_sad_score 0 28.780381944444443 24.466318167892158 24.243023641748366
        34 18 8 4 debug=true integer_motion 0 28.780381944444443 24.466318167892158 24.243023641748366
        34 18 8 4 debug=true integer_motion2 0 24.466318167892158 24.243023641748366 24.243023641748366
        34 18 8 4 debug=true integer_motion3 28.780381944444443 24.466318167892158 24.243023641748366 24.243023641748366
        34 18 8 4 motion_five_frame_window=true VMAF_integer_feature_motion_sad_score_mffw 0 0 25.86464716094771 22.392712162990197
        34 18 8 4 motion_five_frame_window=true integer_motion2_mffw 0 0 22.392712162990197 22.392712162990197
        34 18 8 4 motion_five_frame_window=true integer_motion3_mffw 25.86464716094771 25.86464716094771 22.392712162990197 22.392712162990197
        34 18 8 4 motion_moving_average=true VMAF_integer_feature_motion_sad_score_mma 0 28.780381944444443 24.466318167892158 24.243023641748366
        34 18 8 4 motion_moving_average=true integer_motion2_mma 0 24.466318167892158 24.243023641748366 24.243023641748366
        34 18 8 4 motion_moving_average=true integer_motion3_mma 28.780381944444443 26.6233500561683 24.35467090482026 24.243023641748366
        34 18 8 4 motion_five_frame_window=true:motion_moving_average=true:motion_blend_factor=0.25:motion_blend_offset=3.5:motion_max_val=60 VMAF_integer_feature_motion_sad_score_mbf_0.25_mbo_3.5_mffw_mmxv_60_mma 0 0 25.86464716094771 22.392712162990197
        34 18 8 4 motion_five_frame_window=true:motion_moving_average=true:motion_blend_factor=0.25:motion_blend_offset=3.5:motion_max_val=60 integer_motion2_mbf_0.25_mbo_3.5_mffw_mmxv_60_mma 0 0 22.392712162990197 22.392712162990197
        34 18 8 4 motion_five_frame_window=true:motion_moving_average=true:motion_blend_factor=0.25:motion_blend_offset=3.5:motion_max_val=60 integer_motion3_mbf_0.25_mbo_3.5_mffw_mmxv_60_mma 9.091161790236928 9.091161790236928 8.657169915492238 8.223178040747548
        34 18 8 7 debug=true VMAF_integer_feature_motion_sad_score 0 28.780381944444443 24.466318167892158 24.243023641748366 30.422615400326798 19.92807904411765 26.182610804738562
        34 18 8 7 debug=true integer_motion 0 28.780381944444443 24.466318167892158 24.243023641748366 30.422615400326798 19.92807904411765 26.182610804738562
        34 18 8 7 debug=true integer_motion2 0 24.466318167892158 24.243023641748366 24.243023641748366 19.92807904411765 19.92807904411765 26.182610804738562
        34 18 8 7 debug=true integer_motion3 28.780381944444443 24.466318167892158 24.243023641748366 24.243023641748366 19.92807904411765 19.92807904411765 26.182610804738562
        34 18 8 7 motion_force_zero=true VMAF_integer_feature_motion_sad_score_force_0 0 0 0 0 0 0 0
        34 18 8 7 motion_force_zero=true integer_motion2_force_0 0 0 0 0 0 0 0
        34 18 8 7 motion_force_zero=true integer_motion3_force_0 0 0 0 0 0 0 0
        34 18 8 7 motion_blend_factor=0.5:motion_blend_offset=10 VMAF_integer_feature_motion_sad_score_mbf_0.5_mbo_10 0 28.780381944444443 24.466318167892158 24.243023641748366 30.422615400326798 19.92807904411765 26.182610804738562
        34 18 8 7 motion_blend_factor=0.5:motion_blend_offset=10 integer_motion2_mbf_0.5_mbo_10 0 24.466318167892158 24.243023641748366 24.243023641748366 19.92807904411765 19.92807904411765 26.182610804738562
        34 18 8 7 motion_blend_factor=0.5:motion_blend_offset=10 integer_motion3_mbf_0.5_mbo_10 19.39019097222222 17.233159083946077 17.121511820874183 17.121511820874183 14.964039522058824 14.964039522058824 18.09130540236928
        34 18 8 7 motion_fps_weight=1.5:motion_max_val=18 VMAF_integer_feature_motion_sad_score_mfw_1.5_mmxv_18 0 18 18 18 18 18 18
        34 18 8 7 motion_fps_weight=1.5:motion_max_val=18 integer_motion2_mfw_1.5_mmxv_18 0 18 18 18 18 18 18
        34 18 8 7 motion_fps_weight=1.5:motion_max_val=18 integer_motion3_mfw_1.5_mmxv_18 18 18 18 18 18 18 18
        34 18 8 7 motion_five_frame_window=true VMAF_integer_feature_motion_sad_score_mffw 0 0 25.86464716094771 22.392712162990197 26.488568474264707 28.147377961601308 30.312908496732025
        34 18 8 7 motion_five_frame_window=true integer_motion2_mffw 0 0 22.392712162990197 25.86464716094771 22.392712162990197 26.488568474264707 30.312908496732025
        34 18 8 7 motion_five_frame_window=true integer_motion3_mffw 25.86464716094771 25.86464716094771 22.392712162990197 25.86464716094771 22.392712162990197 26.488568474264707 30.312908496732025
        34 18 8 7 motion_moving_average=true VMAF_integer_feature_motion_sad_score_mma 0 28.780381944444443 24.466318167892158 24.243023641748366 30.422615400326798 19.92807904411765 26.182610804738562
        34 18 8 7 motion_moving_average=true integer_motion2_mma 0 24.466318167892158 24.243023641748366 24.243023641748366 19.92807904411765 19.92807904411765 26.182610804738562
        34 18 8 7 motion_moving_average=true integer_motion3_mma 28.780381944444443 26.6233500561683 24.35467090482026 24.243023641748366 22.08555134293301 19.92807904411765 23.055344924428105
        34 18 8 7 motion_five_frame_window=true:motion_moving_average=true:motion_blend_factor=0.25:motion_blend_offset=3.5:motion_max_val=60 VMAF_integer_feature_motion_sad_score_mbf_0.25_mbo_3.5_mffw_mmxv_60_mma 0 0 25.86464716094771 22.392712162990197 26.488568474264707 28.147377961601308 30.312908496732025
        34 18 8 7 motion_five_frame_window=true:motion_moving_average=true:motion_blend_factor=0.25:motion_blend_offset=3.5:motion_max_val=60 integer_motion2_mbf_0.25_mbo_3.5_mffw_mmxv_60_mma 0 0 22.392712162990197 25.86464716094771 22.392712162990197 26.488568474264707 30.312908496732025
        34 18 8 7 motion_five_frame_window=true:motion_moving_average=true:motion_blend_factor=0.25:motion_blend_offset=3.5:motion_max_val=60 integer_motion3_mbf_0.25_mbo_3.5_mffw_mmxv_60_mma 9.091161790236928 9.091161790236928 8.657169915492238 8.657169915492238 8.657169915492238 8.735160079656863 9.725184621374591
        34 18 10 7 debug=true VMAF_integer_feature_motion_sad_score 0 29.911751940359476 20.81783598856209 27.18142361111111 27.09533930759804 24.329184538398692 29.81366804534314
        34 18 10 7 debug=true integer_motion 0 29.911751940359476 20.81783598856209 27.18142361111111 27.09533930759804 24.329184538398692 29.81366804534314
        34 18 10 7 debug=true integer_motion2 0 20.81783598856209 20.81783598856209 27.09533930759804 24.329184538398692 24.329184538398692 29.81366804534314
        34 18 10 7 debug=true integer_motion3 29.911751940359476 20.81783598856209 20.81783598856209 27.09533930759804 24.329184538398692 24.329184538398692 29.81366804534314
        34 18 12 7 debug=true VMAF_integer_feature_motion_sad_score 0 28.103292228349673 25.411426419526144 23.4163858251634 27.967805351307188 16.44318065767974 25.414777369281047
        34 18 12 7 debug=true integer_motion 0 28.103292228349673 25.411426419526144 23.4163858251634 27.967805351307188 16.44318065767974 25.414777369281047
        34 18 12 7 debug=true integer_motion2 0 25.411426419526144 23.4163858251634 23.4163858251634 16.44318065767974 16.44318065767974 25.414777369281047
        34 18 12 7 debug=true integer_motion3 28.103292228349673 25.411426419526144 23.4163858251634 23.4163858251634 16.44318065767974 16.44318065767974 25.414777369281047
        34 18 16 7 debug=true VMAF_integer_feature_motion_sad_score 0 27.34124795751634 25.195382710375817 21.519454656862745 26.43688725490196 19.694910386029413 31.438304227941178
        34 18 16 7 debug=true integer_motion 0 27.34124795751634 25.195382710375817 21.519454656862745 26.43688725490196 19.694910386029413 31.438304227941178
        34 18 16 7 debug=true integer_motion2 0 25.195382710375817 21.519454656862745 21.519454656862745 19.694910386029413 19.694910386029413 31.438304227941178
        34 18 16 7 debug=true integer_motion3 27.34124795751634 25.195382710375817 21.519454656862745 21.519454656862745 19.694910386029413 19.694910386029413 31.438304227941178
        34 18 16 7 motion_five_frame_window=true VMAF_integer_feature_motion_sad_score_mffw 0 0 21.38125510620915 22.199059180964053 26.205767463235293 26.228349673202615 25.86510671977124
        34 18 16 7 motion_five_frame_window=true integer_motion2_mffw 0 0 22.199059180964053 21.38125510620915 22.199059180964053 25.86510671977124 25.86510671977124
        34 18 16 7 motion_five_frame_window=true integer_motion3_mffw 21.38125510620915 21.38125510620915 22.199059180964053 21.38125510620915 22.199059180964053 25.86510671977124 25.86510671977124
        4 4 8 5 debug=true VMAF_integer_feature_motion_sad_score 0 18.812255859375 18.95458984375 8.28125 22.56494140625
        4 4 8 5 debug=true integer_motion 0 18.812255859375 18.95458984375 8.28125 22.56494140625
        4 4 8 5 debug=true integer_motion2 0 18.812255859375 8.28125 8.28125 22.56494140625
        4 4 8 5 debug=true integer_motion3 18.812255859375 18.812255859375 8.28125 8.28125 22.56494140625
        66 40 8 4 debug=true VMAF_integer_feature_motion_sad_score 0 27.970231119791666 23.78299597537879 24.53825313683712
        66 40 8 4 debug=true integer_motion 0 27.970231119791666 23.78299597537879 24.53825313683712
        66 40 8 4 debug=true integer_motion2 0 23.78299597537879 23.78299597537879 24.53825313683712
        66 40 8 4 debug=true integer_motion3 27.970231119791666 23.78299597537879 23.78299597537879 24.53825313683712
        66 40 8 4 motion_five_frame_window=true VMAF_integer_feature_motion_sad_score_mffw 0 0 25.655766157670456 22.019344815340908
        66 40 8 4 motion_five_frame_window=true integer_motion2_mffw 0 0 22.019344815340908 22.019344815340908
        66 40 8 4 motion_five_frame_window=true integer_motion3_mffw 25.655766157670456 25.655766157670456 22.019344815340908 22.019344815340908
        """;
}
