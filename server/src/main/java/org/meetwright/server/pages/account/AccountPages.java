package org.meetwright.server.pages.account;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.access.Access;
import org.meetwright.core.access.ApiTokens.ApiToken;
import org.meetwright.core.access.Caller;
import org.meetwright.core.access.Sessions.Session;
import org.meetwright.server.pages.account.AccountView.Row;
import org.meetwright.server.pages.account.Cookies.Kind;
import org.meetwright.server.pages.web.Answer;
import org.meetwright.server.pages.web.Answer.Privacy;
import org.meetwright.server.pages.web.Csrf;

/// What lets a host in: his sessions and tokens, to be ended one by one.
final class AccountPages {
  private final Access access;

  AccountPages(Access access) {
    this.access = access;
  }

  /// Shows them.
  Answer show(Visit visit) {
    return visit
        .caller(access)
        .map(caller -> page(visit, caller))
        .orElseGet(() -> new Answer.SeeOther(visit.link("/login")));
  }

  private Answer page(Visit visit, Caller caller) {
    UUID hostId = caller.host().id();
    AccountView view =
        new AccountView(
            visit.shell("account.title"),
            visit.words(),
            caller.host().name(),
            caller.host().email().value(),
            visit.link("/logout"),
            Csrf.token(visit.cookie(Kind.SESSION)),
            access.sessions().list(hostId).stream()
                .map(session -> row(visit, caller, session))
                .toList(),
            access.tokens().list(hostId).stream().map(token -> row(visit, caller, token)).toList());
    return Answer.page("account", view, Privacy.FORM);
  }

  private static Row row(Visit visit, Caller caller, Session session) {
    String name = session.begunWith();
    return new Row(
        session.id().toString(),
        name.isEmpty() ? visit.words().get("account.unnamed") : name,
        facts(visit, caller, session.createdAt(), session.lastUsedAt(), session.expiresAt()),
        session.id().equals(caller.credential()),
        visit.link("/account/sessions/" + session.id() + "/end"));
  }

  private static Row row(Visit visit, Caller caller, ApiToken token) {
    return new Row(
        token.id().toString(),
        token.name(),
        facts(visit, caller, token.createdAt(), token.lastUsedAt(), token.expiresAt()),
        false,
        visit.link("/account/tokens/" + token.id() + "/end"));
  }

  private static List<String> facts(
      Visit visit,
      Caller caller,
      Instant created,
      @Nullable Instant used,
      @Nullable Instant expires) {
    DateTimeFormatter format =
        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
            .withLocale(visit.request().language())
            .withZone(caller.host().timeZone());
    return List.of(
        visit.words().get("account.created", format.format(created)),
        used == null
            ? visit.words().get("account.neverUsed")
            : visit.words().get("account.used", format.format(used)),
        expires == null
            ? visit.words().get("account.neverExpires")
            : visit.words().get("account.expires", format.format(expires)));
  }

  /// Ends a session.
  Answer endSession(Visit visit) {
    return end(visit, (hostId, id) -> access.sessions().end(hostId, id));
  }

  /// Deletes a token.
  Answer endToken(Visit visit) {
    return end(visit, (hostId, id) -> access.tokens().revoke(hostId, id));
  }

  /// What is gone already, or never was his, needs no ending.
  private Answer end(Visit visit, BiConsumer<UUID, UUID> ending) {
    return visit
        .caller(access)
        .map(
            caller -> {
              visit.form(Kind.SESSION);
              id(visit.request().path("id"), id -> ending.accept(caller.host().id(), id));
              return (Answer) new Answer.SeeOther(visit.link("/account"));
            })
        .orElseGet(() -> new Answer.SeeOther(visit.link("/login")));
  }

  private static void id(String text, Consumer<UUID> then) {
    UUID id;
    try {
      id = UUID.fromString(text);
    } catch (IllegalArgumentException notAnId) {
      return;
    }
    then.accept(id);
  }
}
