package org.meetwright.server.pages.account.calendars;

import io.helidon.http.Status;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.access.Access;
import org.meetwright.core.access.Caller;
import org.meetwright.core.calendar.consent.CalendarConsents;
import org.meetwright.core.calendar.consent.CalendarConsents.Begun;
import org.meetwright.core.calendar.consent.CalendarConsents.Traveller;
import org.meetwright.core.calendar.consent.ConsentOutcome;
import org.meetwright.core.calendar.remote.ProviderKind;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.server.pages.account.request.AccountPlace;
import org.meetwright.server.pages.account.request.AccountRequest;
import org.meetwright.server.pages.account.request.AccountSection;
import org.meetwright.server.pages.account.request.Cookies.CookiePurpose;
import org.meetwright.server.pages.account.request.Notice;
import org.meetwright.server.pages.account.request.PageRules;
import org.meetwright.server.pages.web.PageAnswer;

/// The way to a calendar service's consent page and back. It is bound to the host's session.
public final class ConsentPages {
  private static final String LEAVE = CalendarPages.PATH + "/consent/{kind}";

  /// Where services send hosts back to.
  static final String BACK = CalendarPages.PATH + "/consent";

  private final Access access;
  private final CalendarConsents consents;
  private final CalendarPages pages;
  private final Supplier<URI> publicUrl;

  /// Creates the pages.
  ///
  /// @param pages what is shown where it fails
  /// @param publicUrl the address under which hosts reach the server
  public ConsentPages(
      Access access, CalendarConsents consents, CalendarPages pages, Supplier<URI> publicUrl) {
    this.access = access;
    this.consents = consents;
    this.pages = pages;
    this.publicUrl = publicUrl;
  }

  /// Registers them.
  public void on(PageRules rules) {
    rules.get(LEAVE, this::leave).get(BACK, this::comeBack);
  }

  private static Traveller traveller(AccountRequest asked, Caller caller) {
    return new Traveller(caller.host().id(), asked.cookie(CookiePurpose.SESSION));
  }

  /// Goes there. Not by a form: browsers let none lead to another site.
  private PageAnswer leave(AccountRequest asked) {
    return asked.signedIn(
        access,
        AccountSection.CALENDARS,
        caller -> {
          if (asked.isFromElsewhere()) {
            return asked.goTo(AccountPlace.of(AccountSection.CALENDARS));
          }
          String account = parameter(asked, "account");
          return begin(asked, caller, account.isEmpty() ? null : id(account))
              .<PageAnswer>map(begun -> new PageAnswer.SeeOther(begun.page().toString()))
              .orElseGet(PageAnswer::notFound);
        });
  }

  private Optional<Begun> begin(AccountRequest asked, Caller caller, @Nullable UUID account) {
    try {
      return consents.begin(
          traveller(asked, caller),
          ProviderKind.of(asked.request().path("kind")),
          URI.create(publicUrl.get() + BACK),
          account);
    } catch (InvalidValueException notOffered) {
      return Optional.empty();
    }
  }

  private static UUID id(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException notAnId) {
      return new UUID(0, 0);
    }
  }

  private PageAnswer comeBack(AccountRequest asked) {
    return asked.signedIn(
        access,
        AccountSection.CALENDARS,
        caller -> {
          CalendarConsents.Answer answer =
              new CalendarConsents.Answer(
                  parameter(asked, "state"), parameter(asked, "code"), parameter(asked, "error"));
          return switch (consents.end(traveller(asked, caller), answer)) {
            case ConsentOutcome.Connected(_, _, var anew) ->
                asked.done(
                    AccountSection.CALENDARS,
                    anew ? Notice.CALENDAR_SIGNED_IN : Notice.CALENDAR_CONNECTED);
            case ConsentOutcome.Declined() ->
                failed(asked, caller, asked.words().get("calendar.consent.declined"));
            case ConsentOutcome.Unknown() ->
                failed(asked, caller, asked.words().get("calendar.consent.lost"));
            case ConsentOutcome.Refused(var why, _) ->
                failed(asked, caller, asked.words().get(ConnectForm.fault(why)));
            case ConsentOutcome.TooMany(int most) ->
                failed(asked, caller, asked.words().get("calendar.wrong.many", most));
            case ConsentOutcome.TooManyTries(var retryAfter) -> {
              Status status = asked.tooMany(retryAfter);
              String told = ConnectForm.tooOften(retryAfter, asked.words());
              yield failed(asked, caller, told, status);
            }
          };
        });
  }

  private PageAnswer failed(AccountRequest asked, Caller caller, String told) {
    return failed(asked, caller, told, Status.BAD_REQUEST_400);
  }

  private PageAnswer failed(AccountRequest asked, Caller caller, String told, Status status) {
    return pages.page(asked, caller, status, ConnectForm.EMPTY, Map.of("consent", told));
  }

  private static String parameter(AccountRequest asked, String name) {
    return asked.request().request().query().first(name).orElse("");
  }
}
