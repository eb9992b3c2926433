package org.meetwright.server.pages.account.appearance;

import io.helidon.http.Status;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.access.Access;
import org.meetwright.core.access.Caller;
import org.meetwright.core.branding.Branding;
import org.meetwright.core.branding.Brandings;
import org.meetwright.core.branding.Logo;
import org.meetwright.core.eventtype.Listing;
import org.meetwright.core.host.Host;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.server.pages.account.request.AccountRequest;
import org.meetwright.server.pages.account.request.AccountSection;
import org.meetwright.server.pages.account.request.Cookies.CookiePurpose;
import org.meetwright.server.pages.account.request.Notice;
import org.meetwright.server.pages.form.UnreadableFormException;
import org.meetwright.server.pages.host.EventInfo;
import org.meetwright.server.pages.web.PageAnswer;
import org.meetwright.server.pages.web.PageAnswer.Privacy;

/// The colour and the logo of a host's pages.
public final class AppearancePages {
  private static final String COLOR = "color";
  private static final String LOGO = "logo";

  private final Brandings brandings;
  private final Access access;

  /// Creates the pages.
  public AppearancePages(Brandings brandings, Access access) {
    this.brandings = brandings;
    this.access = access;
  }

  /// Shows them.
  public PageAnswer show(AccountRequest asked) {
    return asked.signedIn(
        access, AccountSection.APPEARANCE, caller -> page(asked, caller, Status.OK_200, Map.of()));
  }

  private PageAnswer page(
      AccountRequest asked, Caller caller, Status status, Map<String, String> errors) {
    Host host = caller.host();
    Branding branding = brandings.of(host.id());
    @Nullable String color = branding.color();
    AppearanceView view =
        new AppearanceView(
            asked.frame(AccountSection.APPEARANCE).branded(branding),
            host.name(),
            EventInfo.initials(host.name()),
            shown(asked, color),
            color != null,
            asked.request().links().host(host.handle().value()),
            errors);
    return new PageAnswer.Page(status, "account/appearance", view, Privacy.FORM);
  }

  /// What he chose before he had to sign in stands in the form; it is not kept yet.
  private static String shown(AccountRequest asked, @Nullable String color) {
    String typed = asked.typed(AccountSection.APPEARANCE).get(COLOR);
    if (typed.matches("#[0-9A-Fa-f]{6}")) {
      return typed;
    }
    return color == null ? Listing.DEFAULT_COLOR : color;
  }

  private PageAnswer wrong(
      AccountRequest asked, Caller caller, Status status, String field, String key) {
    return page(asked, caller, status, Map.of(field, asked.words().get(key)));
  }

  /// Chooses a colour; the usual one if the form asks for that.
  public PageAnswer chooseColor(AccountRequest asked) {
    return changed(
        asked,
        caller -> {
          var form = asked.form(CookiePurpose.SESSION);
          boolean usual = !form.get("usual").isEmpty();
          try {
            brandings.setColor(caller.host().id(), usual ? null : form.get(COLOR).strip());
          } catch (InvalidValueException notAColor) {
            return wrong(asked, caller, Status.BAD_REQUEST_400, COLOR, "appearance.wrongColor");
          }
          return asked.done(AccountSection.APPEARANCE, usual ? Notice.USUAL_COLOR : Notice.COLOR);
        });
  }

  private PageAnswer changed(AccountRequest asked, Function<Caller, PageAnswer> change) {
    return asked.signedIn(access, AccountSection.APPEARANCE, change);
  }

  /// Chooses a logo.
  public PageAnswer chooseLogo(AccountRequest asked) {
    return changed(
        asked,
        caller -> {
          try {
            byte[] file = asked.file(LOGO, Logo.MOST_BYTES);
            return choose(asked, caller, file);
          } catch (UnreadableFormException form) {
            if (!form.tooLarge()) {
              throw form;
            }
            return tooLarge(asked, caller);
          }
        });
  }

  private PageAnswer tooLarge(AccountRequest asked, Caller caller) {
    return wrong(
        asked, caller, Status.REQUEST_ENTITY_TOO_LARGE_413, LOGO, "appearance.logoTooLarge");
  }

  private PageAnswer choose(AccountRequest asked, Caller caller, byte[] file) {
    if (file.length == 0) {
      return wrong(asked, caller, Status.BAD_REQUEST_400, LOGO, "appearance.noLogo");
    }
    if (file.length > Logo.MOST_BYTES) {
      return tooLarge(asked, caller);
    }
    try {
      brandings.setLogo(caller.host().id(), Logo.of(file));
    } catch (InvalidValueException noPicture) {
      return wrong(asked, caller, Status.BAD_REQUEST_400, LOGO, "appearance.wrongLogo");
    }
    return asked.done(AccountSection.APPEARANCE, Notice.LOGO);
  }

  /// Removes the logo.
  public PageAnswer removeLogo(AccountRequest asked) {
    return changed(
        asked,
        caller -> {
          asked.form(CookiePurpose.SESSION);
          brandings.setLogo(caller.host().id(), null);
          return asked.done(AccountSection.APPEARANCE, Notice.LOGO_REMOVED);
        });
  }
}
