package org.meetwright.server.pages.account.tokens;

import io.helidon.http.Status;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.access.Access;
import org.meetwright.core.access.Caller;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.server.pages.account.request.AccountRequest;
import org.meetwright.server.pages.account.request.AccountSection;
import org.meetwright.server.pages.account.request.Cookies.CookiePurpose;
import org.meetwright.server.pages.account.request.Credential;
import org.meetwright.server.pages.account.request.Notice;
import org.meetwright.server.pages.web.PageAnswer;
import org.meetwright.server.pages.web.PageAnswer.Privacy;

/// A host's tokens: listed, made, deleted.
public final class TokenPages {
  private final Access access;
  private final InstantSource clock;

  /// Creates the pages.
  public TokenPages(InstantSource clock, Access access) {
    this.access = access;
    this.clock = clock;
  }

  /// Lists them.
  public PageAnswer show(AccountRequest asked) {
    return asked.signedIn(
        access,
        AccountSection.TOKENS,
        caller ->
            page(
                asked,
                caller,
                Status.OK_200,
                TokenForm.of(asked.typed(AccountSection.TOKENS)),
                Map.of(),
                null));
  }

  private PageAnswer page(
      AccountRequest asked,
      Caller caller,
      Status status,
      TokenForm form,
      Map<String, String> errors,
      @Nullable String made) {
    List<Credential> tokens =
        access.tokens().list(caller.host().id()).stream()
            .map(token -> Credential.of(asked, caller, token))
            .toList();
    return new PageAnswer.Page(
        status,
        "account/tokens",
        new TokensView(asked.frame(AccountSection.TOKENS), tokens, form, errors, made),
        Privacy.FORM);
  }

  /// Makes one and shows it: with this answer, since it is kept nowhere that another could take it
  /// from.
  public PageAnswer make(AccountRequest asked) {
    return asked.signedIn(
        access,
        AccountSection.TOKENS,
        caller -> make(asked, caller, TokenForm.of(asked.form(CookiePurpose.SESSION))));
  }

  private PageAnswer make(AccountRequest asked, Caller caller, TokenForm form) {
    try {
      var order = form.order(caller.host().timeZone(), clock.instant());
      String made = access.tokens().create(caller.host().id(), order).secret();
      return page(asked, caller, Status.CREATED_201, TokenForm.EMPTY, Map.of(), made);
    } catch (InvalidValueException wrong) {
      String field = wrong.field().equals("name") ? "name" : "until";
      Map<String, String> errors = Map.of(field, asked.words().get("tokens.wrong." + field));
      return page(asked, caller, Status.BAD_REQUEST_400, form, errors, null);
    }
  }

  /// Deletes one. What is gone already, or never was his, needs no deleting.
  public PageAnswer delete(AccountRequest asked) {
    return asked.signedIn(
        access,
        AccountSection.TOKENS,
        caller -> {
          asked.form(CookiePurpose.SESSION);
          asked.id().ifPresent(id -> access.tokens().revoke(caller.host().id(), id));
          return asked.done(AccountSection.TOKENS, Notice.TOKEN_DELETED);
        });
  }
}
