package org.meetwright.server.pages.account.security;

import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.access.Access;
import org.meetwright.core.access.Caller;
import org.meetwright.core.access.Passwords;
import org.meetwright.core.access.brake.Brake;
import org.meetwright.core.access.password.PasswordRules;
import org.meetwright.core.access.password.Weakness;
import org.meetwright.core.access.signin.LinkedIdentities;
import org.meetwright.core.access.signin.SecondFactor;
import org.meetwright.core.account.PasswordChanges;
import org.meetwright.core.host.Host;
import org.meetwright.server.pages.account.request.AccountRequest;
import org.meetwright.server.pages.account.request.Cookies.Kind;
import org.meetwright.server.pages.account.request.Credential;
import org.meetwright.server.pages.account.request.Notice;
import org.meetwright.server.pages.account.request.Room;
import org.meetwright.server.pages.account.security.SecurityView.Identity;
import org.meetwright.server.pages.form.FormBody;
import org.meetwright.server.pages.web.Answer;
import org.meetwright.server.pages.web.Answer.Privacy;

/// What a host shows who he is with.
public final class SecurityPages {
  private final Access access;
  private final SecondFactor secondFactor;
  private final LinkedIdentities linkedIdentities;
  private final PasswordChanges passwordChanges;
  private final Tries tries;

  /// Creates the pages.
  ///
  /// @param clientAddress where a request comes from, an IP address
  public SecurityPages(
      Access access,
      Brake brake,
      SecondFactor secondFactor,
      LinkedIdentities linkedIdentities,
      PasswordChanges passwordChanges,
      Function<ServerRequest, String> clientAddress) {
    this.access = access;
    this.secondFactor = secondFactor;
    this.linkedIdentities = linkedIdentities;
    this.passwordChanges = passwordChanges;
    this.tries = new Tries(brake, clientAddress);
  }

  /// Shows it.
  public Answer show(AccountRequest asked) {
    return asked.signedIn(
        access, Room.SECURITY, caller -> page(asked, caller, Status.OK_200, Map.of()));
  }

  /// Shows it.
  ///
  /// @param errors what is wrong, by field
  Answer page(AccountRequest asked, Caller caller, Status status, Map<String, String> errors) {
    Host host = caller.host();
    SecurityView view =
        new SecurityView(
            asked.frame(Room.SECURITY),
            host.email().value(),
            host.passwordHash() != null,
            secondFactor.isOn(host.id()),
            identities(asked, caller),
            sessions(asked, caller),
            errors);
    return new Answer.Page(status, "account/security", view, Privacy.FORM);
  }

  private List<Identity> identities(AccountRequest asked, Caller caller) {
    return linkedIdentities.list(caller.host().id()).stream()
        .map(
            linked ->
                new Identity(
                    linked.issuer(),
                    linked.subject(),
                    asked.words().get("security.linked", asked.written(linked.linkedAt(), caller))))
        .toList();
  }

  /// Changes the password and ends all other sessions.
  public Answer changePassword(AccountRequest asked) {
    return asked.signedIn(
        access,
        Room.SECURITY,
        caller -> change(asked, caller, PasswordForm.of(asked.form(Kind.SESSION))));
  }

  private Answer change(AccountRequest asked, Caller caller, PasswordForm form) {
    Host host = caller.host();
    @Nullable String hash = host.passwordHash();
    Map<String, String> errors = form.errors(asked.words());
    if (hash == null || !errors.isEmpty()) {
      return page(asked, caller, Status.BAD_REQUEST_400, errors);
    }
    return switch (tries.run(
        asked, host, "security.wrongPassword", () -> right(form.current(), hash))) {
      case Tried.Right<Boolean> _ -> keep(asked, caller, form.chosen());
      case Tried.Refused<Boolean>(Status status, String text) ->
          page(asked, caller, status, Map.of("current", text));
    };
  }

  private Answer keep(AccountRequest asked, Caller caller, String chosen) {
    Host host = caller.host();
    Optional<Weakness> weakness = PasswordRules.of(host).weakness(chosen);
    if (weakness.isPresent()) {
      String text = asked.words().get(PasswordForm.key(weakness.get()));
      return page(asked, caller, Status.BAD_REQUEST_400, Map.of("new", text));
    }
    passwordChanges.change(host.id(), Passwords.hash(chosen), caller.credential());
    return asked.done(Room.SECURITY, Notice.PASSWORD);
  }

  private static Optional<Boolean> right(String password, String hash) {
    return Optional.of(Passwords.matches(password, hash)).filter(right -> right);
  }

  private List<Credential> sessions(AccountRequest asked, Caller caller) {
    return access.sessions().list(caller.host().id()).stream()
        .map(session -> Credential.of(asked, caller, session))
        .sorted(Comparator.comparing(Credential::present).reversed())
        .toList();
  }

  /// Ends a session. What is gone already, or never was his, needs no ending.
  public Answer endSession(AccountRequest asked) {
    return asked.signedIn(
        access,
        Room.SECURITY,
        caller -> {
          asked.form(Kind.SESSION);
          asked.id().ifPresent(id -> access.sessions().end(caller.host().id(), id));
          return asked.done(Room.SECURITY, Notice.SESSION_ENDED);
        });
  }

  /// Ends all sessions but the one that asks.
  public Answer endOtherSessions(AccountRequest asked) {
    return asked.signedIn(
        access,
        Room.SECURITY,
        caller -> {
          asked.form(Kind.SESSION);
          access.sessions().endOthers(caller.host().id(), caller.credential());
          return asked.done(Room.SECURITY, Notice.SESSIONS_ENDED);
        });
  }

  /// Forgets who a host is at a provider.
  public Answer unlink(AccountRequest asked) {
    return asked.signedIn(
        access,
        Room.SECURITY,
        caller -> {
          FormBody form = asked.form(Kind.SESSION);
          linkedIdentities.end(caller.host().id(), form.get("issuer"), form.get("subject"));
          return asked.done(Room.SECURITY, Notice.UNLINKED);
        });
  }
}
