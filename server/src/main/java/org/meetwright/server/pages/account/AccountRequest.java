package org.meetwright.server.pages.account;

import io.helidon.http.HttpException;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerResponse;
import java.util.Optional;
import org.meetwright.core.access.Access;
import org.meetwright.core.access.Caller;
import org.meetwright.server.pages.account.Cookies.Kind;
import org.meetwright.server.pages.form.FormBody;
import org.meetwright.server.pages.text.PageTexts;
import org.meetwright.server.pages.view.Links;
import org.meetwright.server.pages.view.Shell;
import org.meetwright.server.pages.web.Csrf;
import org.meetwright.server.pages.web.PageRequest;
import org.meetwright.server.text.Texts;

/// A request for one of the pages of hosts, and the answer's cookies.
record AccountRequest(PageRequest request, ServerResponse response, Cookies cookies) {
  private static final String BUNDLE = "org.meetwright.server.pages.account.texts";

  /// Returns the words of these pages.
  Texts words() {
    return Texts.of(BUNDLE, request.language());
  }

  /// Returns what surrounds a page.
  ///
  /// @param title the key of its title
  Shell shell(String title) {
    return Shell.unlisted(PageTexts.of(request.language()), request.links(), words().get(title));
  }

  /// Returns an address of these pages.
  ///
  /// @param path for example `/login`
  String link(String path) {
    Links links = request.links();
    return links.base() + path;
  }

  /// Returns a cookie's value; empty if there is none.
  String cookie(Kind kind) {
    return cookies.get(request.request(), kind);
  }

  /// Returns who is signed in; empty if nobody is.
  Optional<Caller> caller(Access access) {
    String token = cookie(Kind.SESSION);
    return token.isEmpty() ? Optional.empty() : access.authenticate(token).filter(Caller::session);
  }

  /// Reads the form that was sent, which must come from our own page.
  ///
  /// @param bound the cookie that it is bound to
  /// @throws HttpException if it does not
  FormBody form(Kind bound) {
    FormBody form = request.form();
    if (!Csrf.matches(cookie(bound), form.get(Csrf.FIELD))) {
      throw new HttpException(
          "Not a form of our page, or one from long ago", Status.BAD_REQUEST_400);
    }
    return form;
  }
}
