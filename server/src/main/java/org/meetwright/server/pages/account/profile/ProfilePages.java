package org.meetwright.server.pages.account.profile;

import io.helidon.http.Status;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.access.Access;
import org.meetwright.core.access.Caller;
import org.meetwright.core.account.EmailChanges;
import org.meetwright.core.account.EmailChanges.PendingEmail;
import org.meetwright.core.account.ProfileChanges;
import org.meetwright.core.host.Host;
import org.meetwright.core.schedule.Schedule;
import org.meetwright.core.schedule.Schedules;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.server.pages.account.profile.ProfileView.Mailbox;
import org.meetwright.server.pages.account.profile.ProfileView.Option;
import org.meetwright.server.pages.account.request.AccountRequest;
import org.meetwright.server.pages.account.request.AccountSection;
import org.meetwright.server.pages.account.request.Cookies.CookiePurpose;
import org.meetwright.server.pages.account.request.Notice;
import org.meetwright.server.pages.form.FormBody;
import org.meetwright.server.pages.text.ZoneChoice;
import org.meetwright.server.pages.web.PageAnswer;
import org.meetwright.server.pages.web.PageAnswer.Privacy;
import org.meetwright.server.pages.web.PageRequest;
import org.meetwright.server.text.Translations;
import org.meetwright.server.text.ZoneNames;

/// Who a host is: his name, time zone, language and e-mail address.
public final class ProfilePages {
  private final InstantSource clock;
  private final Access access;
  private final ProfileChanges changes;
  private final Schedules schedules;
  private final EmailChanges emailChanges;
  private final boolean mailed;

  /// Creates the pages.
  ///
  /// @param mailed whether mail is sent, rather than put into files
  public ProfilePages(
      InstantSource clock,
      Access access,
      ProfileChanges profileChanges,
      Schedules schedules,
      EmailChanges emailChanges,
      boolean mailed) {
    this.clock = clock;
    this.access = access;
    this.changes = profileChanges;
    this.schedules = schedules;
    this.emailChanges = emailChanges;
    this.mailed = mailed;
  }

  /// Shows it.
  public PageAnswer show(AccountRequest asked) {
    return asked.signedIn(
        access,
        AccountSection.PROFILE,
        caller -> {
          FormBody typed = asked.typed(AccountSection.PROFILE);
          ProfileForm form =
              typed.get("zone").isEmpty() ? present(caller.host()) : ProfileForm.of(typed);
          return page(
              asked, caller, Status.OK_200, form, Map.of(), new Typed(typed.get("email"), null));
        });
  }

  private ProfileForm present(Host host) {
    return ProfileForm.of(host, schedules.list(host.id()));
  }

  /// Changes it.
  public PageAnswer change(AccountRequest asked) {
    return asked.signedIn(
        access,
        AccountSection.PROFILE,
        caller -> change(asked, caller, ProfileForm.of(asked.form(CookiePurpose.SESSION))));
  }

  private PageAnswer change(AccountRequest asked, Caller caller, ProfileForm form) {
    Host host = caller.host();
    try {
      changes.change(
          host.id(), form.profile(host), form.limits(), form.followers(schedules.list(host.id())));
      return asked.done(AccountSection.PROFILE, Notice.PROFILE);
    } catch (InvalidValueException wrong) {
      String field = ProfileForm.field(wrong.field());
      if (field == null) {
        throw wrong;
      }
      return page(
          asked,
          caller,
          Status.BAD_REQUEST_400,
          form,
          Map.of(field, asked.words().get("profile.wrong." + field)),
          new Typed("", null));
    }
  }

  /// An e-mail address that was typed.
  ///
  /// @param error what is wrong with it; null if nothing is
  private record Typed(String email, @Nullable String error) {}

  /// Shows it with an e-mail address that was typed.
  ///
  /// @param typed the address
  /// @param error what is wrong with it; null if nothing is
  public PageAnswer page(
      AccountRequest asked, Caller caller, Status status, String typed, @Nullable String error) {
    return page(asked, caller, status, present(caller.host()), Map.of(), new Typed(typed, error));
  }

  private PageAnswer page(
      AccountRequest asked,
      Caller caller,
      Status status,
      ProfileForm form,
      Map<String, String> errors,
      Typed typed) {
    Host host = caller.host();
    String pending =
        emailChanges
            .pending(host.id())
            .map(waiting -> pending(asked, caller, waiting))
            .orElse(null);
    ZoneId zone = PageRequest.zone(form.zone());
    ProfileView view =
        new ProfileView(
            asked.frame(AccountSection.PROFILE),
            asked.request().links().host(host.handle().value()),
            form,
            ZoneChoice.at(clock.instant(), zone == null ? host.timeZone() : zone),
            schedules.list(host.id()).stream().map(schedule -> option(schedule, form)).toList(),
            languages(host, form),
            errors,
            new Mailbox(host.email().value(), pending, typed.email(), typed.error()));
    return new PageAnswer.Page(status, "account/profile", view, Privacy.FORM);
  }

  private static Option option(Schedule schedule, ProfileForm form) {
    String id = schedule.id().toString();
    return new Option(
        id,
        schedule.name() + " · " + ZoneNames.place(schedule.timeZone()),
        form.following().contains(id));
  }

  /// Returns the languages of the texts, and the host's own if there are none in it.
  private static List<Option> languages(Host host, ProfileForm form) {
    return Stream.concat(
            Translations.ALL.stream(),
            Translations.has(host.locale()) ? Stream.of() : Stream.of(host.locale()))
        .map(
            locale ->
                new Option(
                    locale.getLanguage(),
                    name(locale),
                    locale.getLanguage().equals(form.language())))
        .toList();
  }

  private static String name(Locale locale) {
    Locale language = Locale.of(locale.getLanguage());
    String name = language.getDisplayLanguage(language);
    return name.substring(0, 1).toUpperCase(language) + name.substring(1);
  }

  private String pending(AccountRequest asked, Caller caller, PendingEmail waiting) {
    return asked
        .words()
        .get(
            mailed ? "address.pending" : "address.pendingFiles",
            waiting.email().value(),
            asked.written(waiting.expiresAt(), caller),
            caller.host().handle().value());
  }
}
