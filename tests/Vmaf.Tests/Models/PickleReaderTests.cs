using System.Text;
using System.Text.Json.Nodes;
using Vmaf.Engine.Errors;
using Vmaf.Engine.Models;
using Vmaf.Engine.Models.Niqe;
using Vmaf.Engine.Models.Pickle;
using Vmaf.Tests.Video;
using Xunit;

namespace Vmaf.Tests.Models;

public sealed class PickleReaderTests
{
    /// <summary>One dictionary as Python 3.11 with NumPy 1.24.2 pickles it with protocols 2, 3 and 4.</summary>
    public static TheoryData<string> SamePickles =>
    [
        "gAJ9cQAoWAcAAABudW1iZXJzcQFdcQIoSwFK/v///0dABAAAAAAAAE6IiU0sAUpwEQEAigUADvrV/mVYBAAAAHRleHRxA1gHAAAAZ3LDtsOfZXEEWAQAAABwYWlycQVLAUsChXEGhnEHWAYAAAB2ZWN0b3JxCGNudW1weS5jb3JlLm11bHRpYXJyYXkKX3JlY29uc3RydWN0CnEJY251bXB5Cm5kYXJyYXkKcQpLAIVxC2NfY29kZWNzCmVuY29kZQpxDFgBAAAAYnENWAYAAABsYXRpbjFxDoZxD1JxEIdxEVJxEihLAUsDhXETY251bXB5CmR0eXBlCnEUWAIAAABmOHEViYiHcRZScRcoSwNYAQAAADxxGE5OTkr/////Sv////9LAHRxGWKJaAxYGgAAAAAAAAAAAAAAAAAAAAAAw5A/AAAAAAAAw6A/cRpoDoZxG1JxHHRxHWJYBgAAAG1hdHJpeHEeaAloCksAhXEfaBCHcSBScSEoSwFLAksDhnEiaBeJaAxYMwAAAAAAAAAAAMOwwr8AAAAAAAAAAAAAAAAAAMOwPwAAAAAAAABAAAAAAAAACEAAAAAAAAAQQHEjaA6GcSRScSV0cSZiWAcAAABjb2x1bW5zcSdoCWgKSwCFcShoEIdxKVJxKihLAUsCSwOGcStoFFgCAAAAZjRxLImIh3EtUnEuKEsDaBhOTk5K/////0r/////SwB0cS9iiGgMWBsAAAAAAAAAAABAQAAAwoA/AADCgEAAAABAAADCoEBxMGgOhnExUnEydHEzYlgFAAAAd2hvbGVxNGgJaApLAIVxNWgQh3E2UnE3KEsBSwOFcThoFFgCAAAAaThxOYmIh3E6UnE7KEsDaBhOTk5K/////0r/////SwB0cTxiiWgMWBgAAAAAAAAAAAAAAAEAAAAAAAAAAgAAAAAAAABxPWgOhnE+UnE/dHFAYlgGAAAAc2NhbGFycUFjbnVtcHkuY29yZS5tdWx0aWFycmF5CnNjYWxhcgpxQmgXaAxYDwAAAMKawpnCmcKZwpnCmcK5P3FDaA6GcURScUWGcUZScUdYBQAAAGFnYWlucUhoEnUu",
        "gAN9cQAoWAcAAABudW1iZXJzcQFdcQIoSwFK/v///0dABAAAAAAAAE6IiU0sAUpwEQEAigUADvrV/mVYBAAAAHRleHRxA1gHAAAAZ3LDtsOfZXEEWAQAAABwYWlycQVLAUsChXEGhnEHWAYAAAB2ZWN0b3JxCGNudW1weS5jb3JlLm11bHRpYXJyYXkKX3JlY29uc3RydWN0CnEJY251bXB5Cm5kYXJyYXkKcQpLAIVxC0MBYnEMh3ENUnEOKEsBSwOFcQ9jbnVtcHkKZHR5cGUKcRBYAgAAAGY4cRGJiIdxElJxEyhLA1gBAAAAPHEUTk5OSv////9K/////0sAdHEVYolDGAAAAAAAAAAAAAAAAAAA0D8AAAAAAADgP3EWdHEXYlgGAAAAbWF0cml4cRhoCWgKSwCFcRloDIdxGlJxGyhLAUsCSwOGcRxoE4lDMAAAAAAAAPC/AAAAAAAAAAAAAAAAAADwPwAAAAAAAABAAAAAAAAACEAAAAAAAAAQQHEddHEeYlgHAAAAY29sdW1uc3EfaAloCksAhXEgaAyHcSFScSIoSwFLAksDhnEjaBBYAgAAAGY0cSSJiIdxJVJxJihLA2gUTk5OSv////9K/////0sAdHEnYohDGAAAAAAAAEBAAACAPwAAgEAAAABAAACgQHEodHEpYlgFAAAAd2hvbGVxKmgJaApLAIVxK2gMh3EsUnEtKEsBSwOFcS5oEFgCAAAAaThxL4mIh3EwUnExKEsDaBROTk5K/////0r/////SwB0cTJiiUMYAAAAAAAAAAABAAAAAAAAAAIAAAAAAAAAcTN0cTRiWAYAAABzY2FsYXJxNWNudW1weS5jb3JlLm11bHRpYXJyYXkKc2NhbGFyCnE2aBNDCJqZmZmZmbk/cTeGcThScTlYBQAAAGFnYWlucTpoDnUu",
        "gASVSwIAAAAAAAB9lCiMB251bWJlcnOUXZQoSwFK/v///0dABAAAAAAAAE6IiU0sAUpwEQEAigUADvrV/mWMBHRleHSUjAdncsO2w59llIwEcGFpcpRLAUsChZSGlIwGdmVjdG9ylIwVbnVtcHkuY29yZS5tdWx0aWFycmF5lIwMX3JlY29uc3RydWN0lJOUjAVudW1weZSMB25kYXJyYXmUk5RLAIWUQwFilIeUUpQoSwFLA4WUaAyMBWR0eXBllJOUjAJmOJSJiIeUUpQoSwOMATyUTk5OSv////9K/////0sAdJRiiUMYAAAAAAAAAAAAAAAAAADQPwAAAAAAAOA/lHSUYowGbWF0cml4lGgLaA5LAIWUaBCHlFKUKEsBSwJLA4aUaBiJQzAAAAAAAADwvwAAAAAAAAAAAAAAAAAA8D8AAAAAAAAAQAAAAAAAAAhAAAAAAAAAEECUdJRijAdjb2x1bW5zlGgLaA5LAIWUaBCHlFKUKEsBSwJLA4aUaBWMAmY0lImIh5RSlChLA2gZTk5OSv////9K/////0sAdJRiiEMYAAAAAAAAQEAAAIA/AACAQAAAAEAAAKBAlHSUYowFd2hvbGWUaAtoDksAhZRoEIeUUpQoSwFLA4WUaBWMAmk4lImIh5RSlChLA2gZTk5OSv////9K/////0sAdJRiiUMYAAAAAAAAAAABAAAAAAAAAAIAAAAAAAAAlHSUYowGc2NhbGFylGgJjAZzY2FsYXKUk5RoGEMImpmZmZmZuT+UhpRSlIwFYWdhaW6UaBJ1Lg==",
    ];

    [Theory]
    [MemberData(nameof(SamePickles))]
    public void Values_and_arrays_come_out_as_JSON(string pickle)
    {
        byte[] bytes = Convert.FromBase64String(pickle);
        Assert.True(PickleToJson.IsPickle(bytes));
        Assert.Equal(
            """{"numbers":[1,-2,2.5,null,true,false,300,70000,-5000000000],"text":"größe","pair":[1,[2]],"vector":[0,0.25,0.5],"matrix":[[-1,0,1],[2,3,4]],"columns":[[0,1,2],[3,4,5]],"whole":[0,1,2],"scalar":0.1,"again":[0,0.25,0.5]}""",
            JsonNode.Parse(PickleToJson.Translate(bytes, new ModelSource("test")))!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
    }

    [Theory]
    [InlineData("\u0080\u0003cos\nsystem\n(X\u0002\0\0\0lstR.", VmafErrorIds.ModelUnsupported)] // os.system(…): named, never called
    [InlineData("\u0080\u0003]q\0h\0a.", VmafErrorIds.ModelUnsupported)] // a list that holds itself
    [InlineData("\u0080\u0003a.", VmafErrorIds.ModelMalformed)]
    [InlineData("\u0080\u0003(.", VmafErrorIds.ModelMalformed)]
    [InlineData("\u0080\u0003h\u0005.", VmafErrorIds.ModelMalformed)]
    [InlineData("\u0080\u0003X\u00ff\u00ff\u00ff\u007f", VmafErrorIds.ModelMalformed)]
    [InlineData("\u0080\u0003", VmafErrorIds.ModelMalformed)]
    [InlineData("\u0080\u0003\u00f0.", VmafErrorIds.ModelUnsupported)]
    public void A_hostile_or_broken_file_is_an_error_and_nothing_else(string pickle, string errorId)
    {
        VmafException error = Assert.Throws<VmafException>(() => PickleToJson.Translate(Encoding.Latin1.GetBytes(pickle), new ModelSource("test")));
        Assert.Equal(errorId, error.ErrorId);
    }

    [Fact]
    public void A_long_text_named_many_times_over_does_not_fill_the_memory()
    {
        const int Length = 1 << 20;
        byte[] head = Encoding.Latin1.GetBytes("\u0080\u0003](X\0\0\u0010\0" + new string('a', Length) + "q\u0001");
        byte[] bytes = [.. head, .. Enumerable.Repeat(Encoding.Latin1.GetBytes("h\u0001"), 100_000).SelectMany(code => code), (byte)'e', (byte)'.'];
        VmafException error = Assert.Throws<VmafException>(() => PickleToJson.Translate(bytes, new ModelSource("test")));
        Assert.Equal(VmafErrorIds.ModelUnsupported, error.ErrorId);
    }

    [Fact]
    public void Any_damage_ends_in_an_error_of_the_engine()
    {
        byte[] whole = Convert.FromBase64String(SamePickles.First().Data);
        var random = new Random(5);
        for (int round = 0; round < 3000; round++)
        {
            byte[] damaged = whole[..random.Next(2, whole.Length + 1)];
            for (int change = 0; change < round % 4; change++)
            {
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            }

            try
            {
                PickleToJson.Translate(damaged, new ModelSource("test"));
            }
            catch (VmafException error)
            {
                Assert.Contains(error.ErrorId, (string[])[VmafErrorIds.ModelMalformed, VmafErrorIds.ModelUnsupported]);
            }
        }
    }

    [Fact]
    public void NIQE_models_that_are_none_are_refused()
    {
        using var folder = new TemporaryFolder();
        VmafException Load(string content) =>
            Assert.Throws<VmafException>(() => NiqeModel.Load(folder.Write("model.json", Encoding.UTF8.GetBytes(content))));

        Assert.Equal(VmafErrorIds.ModelMalformed, Load("nothing").ErrorId);
        Assert.Equal(VmafErrorIds.ModelMalformed, Load("{}").ErrorId);
        Assert.Equal(VmafErrorIds.ModelUnsupported, Load("""{"model_dict":{"model_type":"LIBSVMNUSVR"}}""").ErrorId);
        Assert.Equal(VmafErrorIds.ModelMalformed, Load("""{"model_dict":{"model_type":"NIQE","feature_names":["x"]}}""").ErrorId);
        Assert.Equal(VmafErrorIds.ModelNotFound, Assert.Throws<VmafException>(() => NiqeModel.Load(Path.Combine(folder.FullPath, "none"))).ErrorId);
    }
}
