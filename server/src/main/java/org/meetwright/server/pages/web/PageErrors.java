package org.meetwright.server.pages.web;

import io.helidon.http.HeaderNames;
import io.helidon.http.HttpException;
import io.helidon.webserver.http.ErrorHandler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.net.URI;
import java.util.function.Supplier;
import org.meetwright.core.value.BusyException;
import org.meetwright.server.limit.TooManyRequestsException;
import org.meetwright.server.pages.form.UnreadableFormException;
import org.meetwright.server.pages.frame.MessageView;
import org.meetwright.server.pages.frame.PageLinks;
import org.meetwright.server.pages.frame.Shell;
import org.meetwright.server.pages.text.PageTexts;
import org.meetwright.server.pages.web.PageAnswer.Privacy;
import org.meetwright.server.pages.web.PageAnswer.Problem;
import org.meetwright.server.route.BodyTypeException;
import org.meetwright.server.route.LoggedPath;
import org.meetwright.server.route.path.AmbiguousPathException;
import org.meetwright.server.text.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Shows errors as pages with a next step. Internal details are logged, never shown.
public final class PageErrors implements ErrorHandler<Throwable> {
  private static final Logger LOG = LoggerFactory.getLogger(PageErrors.class);

  private final Renderer renderer;
  private final Supplier<PageLinks> links;

  /// Creates the handler for errors outside the routes of pages.
  ///
  /// @param publicUrl the address under which invitees reach the server
  public PageErrors(Supplier<URI> publicUrl) {
    this(new Renderer(), new Site(publicUrl, new Assets())::links);
  }

  /// Creates the handler.
  ///
  /// @param links the addresses of the pages, asked for at each error
  public PageErrors(Renderer renderer, Supplier<PageLinks> links) {
    this.renderer = renderer;
    this.links = links;
  }

  @Override
  public void handle(ServerRequest request, ServerResponse response, Throwable failed) {
    Problem problem = problem(failed);
    if (failed instanceof TooManyRequestsException tooMany) {
      response.header(HeaderNames.RETRY_AFTER, String.valueOf(tooMany.retryAfter().toSeconds()));
    }
    if (problem == Problem.BUSY) {
      response.header(HeaderNames.RETRY_AFTER, "2");
    }
    if (problem == Problem.FAULT) {
      LOG.error("{} {} failed", request.prologue().method(), LoggedPath.of(request), failed);
    }
    send(request, response, problem);
  }

  private static Problem problem(Throwable failed) {
    return switch (failed) {
      case TooManyRequestsException tooMany -> Problem.TOO_MANY;
      case BusyException busy -> Problem.BUSY;
      case UnreadableFormException form when form.tooLarge() -> Problem.TOO_LARGE;
      case UnreadableFormException form -> Problem.BAD_REQUEST;
      case AmbiguousPathException path -> Problem.BAD_REQUEST;
      case BodyTypeException type -> Problem.UNSUPPORTED;
      case HttpException http -> problem(http.status().code());
      default -> Problem.FAULT;
    };
  }

  private static Problem problem(int status) {
    return switch (status) {
      case 404 -> Problem.NOT_FOUND;
      case 413 -> Problem.TOO_LARGE;
      default -> status >= 400 && status < 500 ? Problem.BAD_REQUEST : Problem.FAULT;
    };
  }

  /// Shows an error.
  public void send(ServerRequest request, ServerResponse response, Problem problem) {
    PageLinks here = Renderer.isEmbedded(request) ? links.get().inFrame() : links.get();
    Texts texts = PageTexts.of(PageRequest.of(request, here).language());
    String key = "problem." + problem.words();
    MessageView view =
        new MessageView(
            Shell.unlisted(texts, here, texts.get(key + ".title")),
            texts.get(key + ".title"),
            texts.get(key + ".text"),
            here.home(),
            texts.get("problem.home"));
    renderer.send(
        request, response, new PageAnswer.Page(problem.status(), "message", view, Privacy.SECRET));
  }
}
