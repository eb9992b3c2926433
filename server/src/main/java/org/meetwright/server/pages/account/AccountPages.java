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
  Answer show(AccountRequest asked) {
    return asked
        .caller(access)
        .map(caller -> page(asked, caller))
        .orElseGet(() -> new Answer.SeeOther(asked.link("/login")));
  }

  private Answer page(AccountRequest asked, Caller caller) {
    UUID hostId = caller.host().id();
    AccountView view =
        new AccountView(
            asked.shell("account.title"),
            asked.words(),
            caller.host().name(),
            caller.host().email().value(),
            asked.link("/logout"),
            Csrf.token(asked.cookie(Kind.SESSION)),
            access.sessions().list(hostId).stream()
                .map(session -> row(asked, caller, session))
                .toList(),
            access.tokens().list(hostId).stream().map(token -> row(asked, caller, token)).toList());
    return Answer.page("account", view, Privacy.FORM);
  }

  private static Row row(AccountRequest asked, Caller caller, Session session) {
    String name = session.begunWith();
    return new Row(
        session.id().toString(),
        name.isEmpty() ? asked.words().get("account.unnamed") : name,
        facts(asked, caller, session.createdAt(), session.lastUsedAt(), session.expiresAt()),
        session.id().equals(caller.credential()),
        asked.link("/account/sessions/" + session.id() + "/end"));
  }

  private static Row row(AccountRequest asked, Caller caller, ApiToken token) {
    return new Row(
        token.id().toString(),
        token.name(),
        facts(asked, caller, token.createdAt(), token.lastUsedAt(), token.expiresAt()),
        false,
        asked.link("/account/tokens/" + token.id() + "/end"));
  }

  private static List<String> facts(
      AccountRequest asked,
      Caller caller,
      Instant created,
      @Nullable Instant used,
      @Nullable Instant expires) {
    DateTimeFormatter format =
        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
            .withLocale(asked.request().language())
            .withZone(caller.host().timeZone());
    return List.of(
        asked.words().get("account.created", format.format(created)),
        used == null
            ? asked.words().get("account.neverUsed")
            : asked.words().get("account.used", format.format(used)),
        expires == null
            ? asked.words().get("account.neverExpires")
            : asked.words().get("account.expires", format.format(expires)));
  }

  /// Ends a session.
  Answer endSession(AccountRequest asked) {
    return end(asked, (hostId, id) -> access.sessions().end(hostId, id));
  }

  /// Deletes a token.
  Answer endToken(AccountRequest asked) {
    return end(asked, (hostId, id) -> access.tokens().revoke(hostId, id));
  }

  /// What is gone already, or never was his, needs no ending.
  private Answer end(AccountRequest asked, BiConsumer<UUID, UUID> ending) {
    return asked
        .caller(access)
        .map(
            caller -> {
              asked.form(Kind.SESSION);
              id(asked.request().path("id"), id -> ending.accept(caller.host().id(), id));
              return (Answer) new Answer.SeeOther(asked.link("/account"));
            })
        .orElseGet(() -> new Answer.SeeOther(asked.link("/login")));
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
