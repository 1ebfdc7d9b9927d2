namespace KzNewsBot.Playground.Simulator.Control;

/// <summary>A person asked for something impossible; becomes {"error": sentence}.</summary>
internal sealed class ControlErrorException(int status, string sentence) : Exception(sentence)
{
    public int Status => status;

    public static ControlErrorException BadRequest(string sentence) => new(400, sentence);

    public static ControlErrorException NotFound(string sentence) => new(404, sentence);

    public static ControlErrorException Conflict(string sentence) => new(409, sentence);
}
