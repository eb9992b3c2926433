package org.meetwright.server.pages.account.request;

import io.helidon.http.HttpException;
import io.helidon.http.Status;
import org.meetwright.server.pages.form.FormBody;

/// Says that a form carries the proof of no session, or of one that has ended.
public final class StaleFormException extends HttpException {
  private static final long serialVersionUID = 1L;

  private final transient FormBody form;

  StaleFormException(FormBody form) {
    super("Not a form of our page, or one from long ago", Status.BAD_REQUEST_400);
    this.form = form;
  }

  /// Returns what was sent.
  public FormBody form() {
    return form;
  }
}
