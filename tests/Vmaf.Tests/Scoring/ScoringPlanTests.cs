using Vmaf.Engine.Errors;
using Vmaf.Engine.Scoring;
using Xunit;

namespace Vmaf.Tests.Scoring;

public class ScoringPlanTests
{
    private readonly StubExtractorDefinition _a = new("a");
    private readonly StubExtractorDefinition _b = new("b");

    [Fact]
    public void Equal_pairs_are_shared_and_option_sets_of_one_extractor_go_to_one_instance()
    {
        using ScoringPlan plan = ScoringPlan.Create(
            [StubModel.OfX("m1", _a), StubModel.OfX("m2", _a), StubModel.OfX("m3", _a, ("add", "5")), StubModel.OfX("m4", _b)],
            [_a.With(("add", "5")), _b.With()],
            MemoryFrameSource.SmallFormat);

        Assert.Equal([2], _a.Created);
        Assert.Equal([1], _b.Created);
        Assert.Equal(3, plan.MeasurementCount);
        Assert.Equal(plan.Models[0].Inputs, plan.Models[1].Inputs);
        Assert.NotEqual(plan.Models[0].Inputs, plan.Models[2].Inputs);
    }

    [Fact]
    public void Features_stand_in_the_order_asked_for_and_late_ones_last()
    {
        using ScoringPlan plan = ScoringPlan.Create(
            [StubModel.OfX("m1", _a), StubModel.OfX("m2", _b), StubModel.OfX("m3", _a, ("add", "5"))],
            [],
            MemoryFrameSource.SmallFormat);

        Assert.Equal(["a_x", "b_x", "a_x_add_5", "a_late", "b_late", "a_late_add_5"], plan.Names.Features);
        Assert.Equal(["m1", "m2", "m3"], plan.Names.Scores);
    }

    [Fact]
    public void The_users_options_win_over_a_models_where_names_are_the_same()
    {
        using ScoringPlan plan = ScoringPlan.Create(
            [StubModel.OfX("m1", _a)], [_a.With(("quiet", "true"))], MemoryFrameSource.SmallFormat);

        Assert.Equal([1], _a.Created);
    }

    [Fact]
    public void Contradicting_requests_are_an_error()
    {
        VmafException error = Assert.Throws<VmafException>(() => ScoringPlan.Create(
            [], [_a.With(), _a.With(("quiet", "true"))], MemoryFrameSource.SmallFormat));

        Assert.Equal(VmafErrorIds.OptionInvalid, error.ErrorId);
    }

    [Theory]
    [InlineData("m", "m")]
    [InlineData("m", "a_x")]
    public void Two_metrics_of_one_name_are_an_error_and_leave_no_extractor(string first, string second)
    {
        VmafException error = Assert.Throws<VmafException>(() => ScoringPlan.Create(
            [StubModel.OfX(first, _a), StubModel.OfX(second, _a)], [], MemoryFrameSource.SmallFormat));

        Assert.Equal(VmafErrorIds.ModelNameDuplicate, error.ErrorId);
        Assert.Equal(1, _a.Disposed);
    }
}
