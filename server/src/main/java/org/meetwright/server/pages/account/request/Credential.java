package org.meetwright.server.pages.account.request;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.access.ApiTokens.ApiToken;
import org.meetwright.core.access.Caller;
import org.meetwright.core.access.Scope;
import org.meetwright.core.access.Sessions.Session;
import org.meetwright.server.net.ClientProgram;
import org.meetwright.server.text.Texts;

/// A session or a token, as it is listed.
///
/// @param facts what is known of it, a line each
/// @param present whether it is the session that looks at the page
/// @param end where the form to end it goes
public record Credential(String id, String name, List<String> facts, boolean present, String end) {

  /// Describes a session.
  public static Credential of(AccountRequest asked, Caller caller, Session session) {
    return new Credential(
        session.id().toString(),
        name(asked.words(), session.begunWith()),
        facts(asked, caller, session.createdAt(), session.lastUsedAt(), session.expiresAt()),
        session.id().equals(caller.credential()),
        asked.link("/account/sessions/" + session.id() + "/end"));
  }

  private static String name(Texts words, String begunWith) {
    return ClientProgram.find(begunWith)
        .map(program -> words.get("account.on", program.browser(), program.system()))
        .orElse(begunWith.isEmpty() ? words.get("account.unnamed") : begunWith);
  }

  /// Describes a token.
  public static Credential of(AccountRequest asked, Caller caller, ApiToken token) {
    List<String> facts = new ArrayList<>();
    facts.add(
        asked.words().get(token.scopes().contains(Scope.WRITE) ? "tokens.write" : "tokens.read"));
    facts.addAll(facts(asked, caller, token.createdAt(), token.lastUsedAt(), token.expiresAt()));
    return new Credential(
        token.id().toString(),
        token.name(),
        facts,
        false,
        asked.link("/account/tokens/" + token.id() + "/end"));
  }

  private static List<String> facts(
      AccountRequest asked,
      Caller caller,
      Instant created,
      @Nullable Instant used,
      @Nullable Instant expires) {
    Texts words = asked.words();
    return List.of(
        words.get("account.created", asked.written(created, caller)),
        used == null
            ? words.get("account.neverUsed")
            : words.get("account.used", asked.written(used, caller)),
        expires == null
            ? words.get("account.neverExpires")
            : words.get("account.expires", asked.written(expires, caller)));
  }
}
