package org.meetwright.server.pages;

import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.net.URI;
import java.util.function.Function;
import java.util.function.Supplier;
import org.meetwright.core.Core;
import org.meetwright.core.booking.wish.FrontDesk;
import org.meetwright.server.brand.BrandFiles;
import org.meetwright.server.challenge.Challenges;
import org.meetwright.server.pages.booking.BookingPages;
import org.meetwright.server.pages.booking.ConfirmPages;
import org.meetwright.server.pages.embed.SnippetPages;
import org.meetwright.server.pages.frame.PageLinks;
import org.meetwright.server.pages.guard.FormGuard;
import org.meetwright.server.pages.guest.GuestPages;
import org.meetwright.server.pages.host.HostPages;
import org.meetwright.server.pages.manage.ManagePages;
import org.meetwright.server.pages.manage.ManagedBookings;
import org.meetwright.server.pages.manage.ReschedulePages;
import org.meetwright.server.pages.picker.FreeTimes;
import org.meetwright.server.pages.web.Assets;
import org.meetwright.server.pages.web.PageAnswer;
import org.meetwright.server.pages.web.PageAnswer.Privacy;
import org.meetwright.server.pages.web.PageAnswer.Problem;
import org.meetwright.server.pages.web.PageErrors;
import org.meetwright.server.pages.web.PageRequest;
import org.meetwright.server.pages.web.Preferences;
import org.meetwright.server.pages.web.Renderer;
import org.meetwright.server.pages.web.Site;
import org.meetwright.server.route.Area;

/// The pages on which invitees book, move and cancel. To be registered last: whatever no other
/// route knows, outside `/api`, is answered with a page that says so.
public final class PageRoutes implements HttpService {
  private final Site site;
  private final Renderer renderer = new Renderer();
  private final PageErrors errors;
  private final BrandFiles brandFiles;
  private final OldAddresses oldAddresses;
  private final HostPages hostPages;
  private final SnippetPages snippetPages;
  private final BookingPages bookingPages;
  private final ConfirmPages confirmPages;
  private final GuestPages guestPages;
  private final ManagePages managePages;
  private final ReschedulePages reschedulePages;

  /// Creates the routes.
  ///
  /// @param publicUrl the address under which invitees reach the server; asked for at each request
  /// @param frontDesk where wishes come in
  /// @param challenges what those have to solve who book
  public PageRoutes(
      Core core, Supplier<URI> publicUrl, FrontDesk frontDesk, Challenges challenges) {
    site = new Site(publicUrl, new Assets());
    errors = new PageErrors(renderer, site::links);
    FreeTimes freeTimes = new FreeTimes(core.clock(), core.availability());
    FormGuard guard = new FormGuard(core.installationKey(), core.clock());
    ManagedBookings managed =
        new ManagedBookings(
            core.clock(),
            core.brandings(),
            core.bookables(),
            core.eventTypes(),
            core.bookings(),
            core.emails(),
            core.manageLinks(),
            guard,
            publicUrl);
    brandFiles = new BrandFiles(core.brandings());
    oldAddresses = new OldAddresses(core.pageAliases(), site);
    hostPages = new HostPages(core.brandings(), core.bookables(), core.eventTypes());
    snippetPages =
        new SnippetPages(core.brandings(), core.bookables(), core.offerings(), publicUrl);
    bookingPages =
        new BookingPages(
            core.clock(),
            core.brandings(),
            core.bookables(),
            core.offerings(),
            core.bookings(),
            core.manageLinks(),
            freeTimes,
            guard,
            frontDesk,
            challenges);
    guestPages =
        new GuestPages(
            core.clock(),
            core.bookingDesk(),
            core.bookings(),
            core.manageLinks(),
            core.confirmations(),
            guard);
    confirmPages =
        new ConfirmPages(
            core.clock(),
            core.brandings(),
            core.bookables(),
            core.eventTypes(),
            core.bookings(),
            core.manageLinks(),
            core.confirmations(),
            freeTimes,
            guard,
            frontDesk);
    managePages = new ManagePages(core.bookingDesk(), managed);
    reschedulePages =
        new ReschedulePages(core.bookingDesk(), core.clock(), managed, freeTimes, challenges);
  }

  @Override
  public void routing(HttpRules rules) {
    assets(Area.ASSETS.on(rules));
    frames(Area.FRAMES.on(rules));
    pages(Area.PAGES.on(rules));
  }

  private void assets(HttpRules rules) {
    show(rules, "/favicon.ico", (request, response) -> asset("favicon.svg", request, response));
    show(rules, "/assets/{file}", this::asset);
    show(rules, "/assets/altcha/{file}", this::altcha);
    show(rules, "/embed.js", this::script);
  }

  private void frames(HttpRules rules) {
    show(rules, PageLinks.EMBEDDED + "/b/{token}", page(managePages::show));
    show(rules, PageLinks.EMBEDDED + "/{handle}", page(hostPages::host));
    show(rules, PageLinks.EMBEDDED + "/{handle}/{slug}", page(bookingPages::show));
    rules.post(PageLinks.EMBEDDED + "/{handle}/{slug}", page(bookingPages::book));
    rules.any(PageLinks.EMBEDDED + "/*", this::otherwise);
  }

  private void pages(HttpRules rules) {
    show(rules, "/", page(hostPages::landing));
    show(
        rules,
        "/c/{token}",
        page(
            request ->
                guestPages.isFor(request) ? guestPages.show(request) : confirmPages.show(request)));
    show(rules, "/b/{token}", page(managePages::show));
    show(rules, "/b/{token}/cancel", page(managePages::askToCancel));
    show(rules, "/b/{token}/reschedule", page(reschedulePages::show));
    show(rules, "/{handle}/{slug}/embed", page(snippetPages::show));
    show(rules, "/{handle}", page(hostPages::host));
    show(rules, "/{handle}/{slug}", page(bookingPages::show));
    rules
        .post(
            "/c/{token}",
            page(
                request ->
                    guestPages.isFor(request)
                        ? guestPages.invite(request)
                        : confirmPages.confirm(request)))
        .post("/b/{token}/cancel", page(managePages::cancel))
        .post("/b/{token}/reschedule", page(reschedulePages::reschedule))
        .post("/{handle}/{slug}", page(bookingPages::book))
        .any("/*", this::otherwise);
  }

  private static void show(HttpRules rules, String path, Handler handler) {
    rules.get(path, handler).head(path, handler);
  }

  private Handler page(Function<PageRequest, PageAnswer> handler) {
    return (request, response) -> {
      PageRequest asked = PageRequest.of(request, site.links(request));
      PageAnswer answer =
          Preferences.keep(asked, response, site.secure()).orElseGet(() -> handler.apply(asked));
      keep(asked, response, answer);
      send(request, response, answer);
    };
  }

  private void keep(PageRequest request, ServerResponse response, PageAnswer answer) {
    boolean form = answer instanceof PageAnswer.Page page && page.privacy() != Privacy.OPEN;
    if (form && !request.links().embedded()) {
      request.visit().keep(response, request.links().home(), site.secure());
    }
  }

  private void send(ServerRequest request, ServerResponse response, PageAnswer answer) {
    switch (answer) {
      case PageAnswer.Page page -> renderer.send(request, response, page);
      case PageAnswer.SeeOther other -> renderer.send(request, response, other);
      case PageAnswer.Failed(Problem problem) -> fail(request, response, problem);
    }
  }

  /// Where there is no page, there may have been one at another service.
  private void fail(ServerRequest request, ServerResponse response, Problem problem) {
    if (problem != Problem.NOT_FOUND || !oldAddresses.redirect(request, response)) {
      errors.send(request, response, problem);
    }
  }

  /// The script that other sites put on their pages.
  private void script(ServerRequest request, ServerResponse response) {
    response.header("Cross-Origin-Resource-Policy", "cross-origin");
    asset("embed.js", request, response);
  }

  private void asset(ServerRequest request, ServerResponse response) {
    String name = request.path().pathParameters().get("file");
    brandFiles
        .find(name)
        .ifPresentOrElse(
            file -> Assets.send(file, request, response), () -> asset(name, request, response));
  }

  private void altcha(ServerRequest request, ServerResponse response) {
    asset("altcha/" + request.path().pathParameters().get("file"), request, response);
  }

  private void asset(String name, ServerRequest request, ServerResponse response) {
    if (!site.assets().send(name, request, response)) {
      errors.send(request, response, Problem.NOT_FOUND);
    }
  }

  /// An address typed with a slash at its end is meant without it.
  private void otherwise(ServerRequest request, ServerResponse response) {
    String path = request.path().path();
    if (path.matches("/[a-z0-9-]+(/[a-z0-9-]+)?/")) {
      String meant = site.links().base() + path.substring(0, path.length() - 1);
      response.status(Status.PERMANENT_REDIRECT_308).header(HeaderNames.LOCATION, meant).send();
    } else {
      fail(request, response, Problem.NOT_FOUND);
    }
  }
}
