namespace Telegram.Bot.Requests.Abstractions;

public interface IRequest
{
    HttpMethod HttpMethod { get; }

    string MethodName { get; }

    HttpContent? ToHttpContent();
}

public interface IRequest<TResponse> : IRequest;
