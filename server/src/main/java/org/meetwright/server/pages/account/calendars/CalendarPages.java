package org.meetwright.server.pages.account.calendars;

import io.helidon.http.Status;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.meetwright.core.access.Access;
import org.meetwright.core.access.Caller;
import org.meetwright.core.calendar.Calendar;
import org.meetwright.core.calendar.CalendarChoices;
import org.meetwright.core.calendar.CalendarChoices.Choice;
import org.meetwright.core.calendar.CalendarChoices.ChooseOutcome;
import org.meetwright.core.calendar.CalendarConnection;
import org.meetwright.core.calendar.ConnectionState;
import org.meetwright.core.calendar.account.CalendarConnections;
import org.meetwright.core.calendar.account.CalendarConnections.AddOutcome;
import org.meetwright.core.calendar.consent.CalendarConsents;
import org.meetwright.core.calendar.remote.ProviderKind;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.server.pages.account.calendars.CalendarsView.Account;
import org.meetwright.server.pages.account.eventtype.EventTypeView.Option;
import org.meetwright.server.pages.account.request.AccountPlace;
import org.meetwright.server.pages.account.request.AccountRequest;
import org.meetwright.server.pages.account.request.AccountSection;
import org.meetwright.server.pages.account.request.Cookies.CookiePurpose;
import org.meetwright.server.pages.account.request.Notice;
import org.meetwright.server.pages.account.request.PageRules;
import org.meetwright.server.pages.form.FormBody;
import org.meetwright.server.pages.web.PageAnswer;
import org.meetwright.server.pages.web.PageAnswer.Privacy;

/// A host's calendars: connected, and chosen for what they are used.
public final class CalendarPages {
  static final String PATH = "/account/calendars";

  private final Access access;
  private final CalendarConnections connections;
  private final CalendarChoices choices;
  private final CalendarConsents consents;
  private final Decisions decisions;

  /// Creates the pages.
  ///
  /// @param consents which services are connected on their own pages
  /// @param decisions what the host has to decide about
  public CalendarPages(
      Access access,
      CalendarConnections connections,
      CalendarChoices choices,
      CalendarConsents consents,
      Decisions decisions) {
    this.access = access;
    this.connections = connections;
    this.choices = choices;
    this.consents = consents;
    this.decisions = decisions;
  }

  /// Registers them.
  public void on(PageRules rules) {
    rules
        .get(PATH, this::show)
        .post(PATH, this::connect)
        .post(PATH + "/choose", this::choose)
        .post(PATH + "/decide", this::decide);
  }

  /// Returns the page of an account.
  static AccountPlace place(UUID id) {
    return new AccountPlace(AccountSection.CALENDARS, PATH + "/" + id);
  }

  private PageAnswer show(AccountRequest asked) {
    return asked.signedIn(
        access,
        AccountSection.CALENDARS,
        caller ->
            page(
                asked,
                caller,
                Status.OK_200,
                ConnectForm.of(asked.typed(AccountSection.CALENDARS)),
                Map.of()));
  }

  PageAnswer page(
      AccountRequest asked,
      Caller caller,
      Status status,
      ConnectForm form,
      Map<String, String> errors) {
    UUID hostId = caller.host().id();
    AccountRows rows = new AccountRows(asked, caller);
    List<Account> accounts = new ArrayList<>();
    List<Option> receivers = new ArrayList<>();
    receivers.add(new Option("", asked.words().get("calendar.nowhere")));
    String receiver = "";
    List<Calendar> all = new ArrayList<>();
    for (CalendarConnection connection : connections.list(hostId)) {
      List<Calendar> calendars =
          connection.state() == ConnectionState.REMOVING
              ? List.of()
              : connections.calendars(hostId, connection.id()).orElse(List.of());
      accounts.add(rows.row(connection, calendars));
      all.addAll(calendars);
      for (Calendar calendar : calendars) {
        if (calendar.remote().mayWrite() || calendar.use().receives()) {
          String label = calendar.remote().name() + " (" + connection.name() + ")";
          receivers.add(new Option(calendar.id().toString(), label));
        }
        if (calendar.use().receives()) {
          receiver = calendar.id().toString();
        }
      }
    }
    CalendarsView view =
        new CalendarsView(
            asked.frame(AccountSection.CALENDARS),
            decisions.of(asked, caller, all),
            accounts,
            receivers,
            receiver,
            consents.offered().stream().map(kind -> way(asked, kind)).toList(),
            form,
            errors);
    return new PageAnswer.Page(status, "account/calendars", view, Privacy.FORM);
  }

  private static Option way(AccountRequest asked, ProviderKind kind) {
    return new Option(
        asked.link(ConsentPages.BACK + "/" + kind.word()),
        asked.words().get("calendar.kind." + kind.word()));
  }

  private PageAnswer connect(AccountRequest asked) {
    return asked.signedIn(
        access,
        AccountSection.CALENDARS,
        caller -> {
          ConnectForm form = ConnectForm.of(asked.form(CookiePurpose.SESSION));
          Map<String, String> errors;
          Status status = Status.BAD_REQUEST_400;
          try {
            switch (connections.add(caller.host().id(), form.wanted())) {
              case AddOutcome.Added _ -> {
                return asked.done(AccountSection.CALENDARS, Notice.CALENDAR_CONNECTED);
              }
              case AddOutcome.Refused(var why, _) -> errors = form.refused(why, asked.words());
              case AddOutcome.TooManyTries(var retryAfter) -> {
                status = asked.tooMany(retryAfter);
                errors =
                    Map.of(
                        form.kind().word() + ".url",
                        ConnectForm.tooOften(retryAfter, asked.words()));
              }
              case AddOutcome.TooMany(int most) ->
                  errors =
                      Map.of(
                          form.kind().word() + ".url",
                          asked.words().get("calendar.wrong.many", most));
            }
          } catch (InvalidValueException wrong) {
            errors = form.wrong(wrong, asked.words());
          }
          return page(asked, caller, status, form, errors);
        });
  }

  /// Changes those that the form showed: one that was connected meanwhile stays as it is.
  private PageAnswer choose(AccountRequest asked) {
    return asked.signedIn(
        access,
        AccountSection.CALENDARS,
        caller -> {
          FormBody form = asked.form(CookiePurpose.SESSION);
          Set<String> shown = new HashSet<>(form.all("shown"));
          Set<String> busy = new HashSet<>(form.all("busy"));
          boolean receiverShown = form.fields().containsKey("receiver");
          String receiver = form.get("receiver");
          UUID hostId = caller.host().id();
          List<Calendar> calendars = calendars(hostId);
          if (!receiver.isEmpty() && calendars.stream().noneMatch(one -> takes(one, receiver))) {
            return asked.done(AccountSection.CALENDARS, Notice.CALENDAR_NOT_RECEIVING);
          }
          Notice notice = Notice.CALENDAR_CHOSEN;
          for (Calendar calendar : calendars) {
            String id = calendar.id().toString();
            Choice choice =
                new Choice(
                    shown.contains(id) ? busy.contains(id) : null,
                    null,
                    receiverShown ? receiver.equals(id) : null);
            if (changes(calendar, choice)
                && choices.choose(hostId, calendar.id(), choice)
                    instanceof ChooseOutcome.ReadOnly) {
              notice = Notice.CALENDAR_NOT_RECEIVING;
            }
          }
          return asked.done(AccountSection.CALENDARS, notice);
        });
  }

  private List<Calendar> calendars(UUID hostId) {
    return connections.list(hostId).stream()
        .flatMap(one -> connections.calendars(hostId, one.id()).orElse(List.of()).stream())
        .toList();
  }

  private static boolean takes(Calendar calendar, String receiver) {
    return calendar.id().toString().equals(receiver)
        && (calendar.remote().mayWrite() || calendar.use().receives());
  }

  private static boolean changes(Calendar calendar, Choice choice) {
    Boolean busy = choice.busy();
    Boolean receives = choice.receives();
    return (busy != null && busy != calendar.use().busy())
        || (receives != null && receives != calendar.use().receives());
  }

  private PageAnswer decide(AccountRequest asked) {
    return asked.signedIn(
        access,
        AccountSection.CALENDARS,
        caller -> {
          FormBody form = asked.form(CookiePurpose.SESSION);
          boolean done = decisions.decide(caller, form.get("problem"), form.get("choice"));
          return asked.done(
              AccountSection.CALENDARS,
              done ? Notice.CALENDAR_DECIDED : Notice.CALENDAR_NOT_DECIDED);
        });
  }
}
