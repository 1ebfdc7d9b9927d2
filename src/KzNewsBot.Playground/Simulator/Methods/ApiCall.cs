using System.Text.Json;
using KzNewsBot.Playground.Simulator.Flood;
using KzNewsBot.Playground.Simulator.Http;
using KzNewsBot.Playground.Simulator.Text;
using KzNewsBot.Playground.Simulator.World;

namespace KzNewsBot.Playground.Simulator.Methods;

/// <summary>One run of a method under the world's lock. A run that has to wait for flood control is repeated, so nothing may
/// change before <see cref="PassFloodControl"/>.</summary>
internal sealed class ApiCall(SimulatedWorld world, RequestParameters parameters, string methodName, bool floodPassed)
{
    private readonly List<(string Path, string Sentence)> _remarks = [];

    public SimulatedWorld World => world;

    public RequestParameters Parameters => parameters;

    /// <summary>Lower case.</summary>
    public string MethodName => methodName;

    /// <summary>What had to be mended; becomes findings.</summary>
    public IReadOnlyList<(string Path, string Sentence)> Remarks => _remarks;

    /// <summary>The ids of the messages the call made or changed, for the transcript.</summary>
    public List<int> MessageIds { get; } = [];

    public string Text(string name) => parameters.Text(name);

    public long Number(string name) => parameters.Number(name);

    public JsonElement? Json(string name) => parameters.TryJson(name, out var json) ? json : null;

    public void Remark(string path, string sentence) => _remarks.Add((path, sentence));

    public FormattedText Prepare(string name, string text, IReadOnlyList<TextEntity> entities)
    {
        var prepared = FormattedText.Prepare(text, entities);
        foreach (var sentence in prepared.Mended)
        {
            Remark(name, sentence);
        }

        return prepared;
    }

    public void PassFloodControl(SimulatedChat chat, int messages = 1, bool isEdit = false)
    {
        if (floodPassed)
        {
            return;
        }

        var at = world.Flood.Reserve(chat, messages, isEdit);
        if (at > world.Now)
        {
            throw new FloodWaitException(at);
        }
    }
}
