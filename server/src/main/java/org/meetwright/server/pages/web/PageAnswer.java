package org.meetwright.server.pages.web;

import io.helidon.http.Status;

/// The answer of a page's handler.
public sealed interface PageAnswer {
  /// What was asked for is understood, but not on offer.
  Status NOT_OFFERED = Status.create(422, "Unprocessable Content");

  /// A page to show.
  ///
  /// @param template its name among the templates
  /// @param view what it shows
  record Page(Status status, String template, Object view, Privacy privacy) implements PageAnswer {}

  /// Another page to go to, by GET.
  record SeeOther(String location) implements PageAnswer {}

  /// An error to show.
  record Failed(Problem problem) implements PageAnswer {}

  /// Answers with a page.
  static PageAnswer page(String template, Object view, Privacy privacy) {
    return new Page(Status.OK_200, template, view, privacy);
  }

  /// Answers that there is no such page.
  static PageAnswer notFound() {
    return new Failed(Problem.NOT_FOUND);
  }

  /// What can go wrong with a whole page.
  enum Problem {
    NOT_FOUND(404, "not_found"),
    BAD_REQUEST(400, "bad_request"),
    UNSUPPORTED(415, "bad_request"),
    TOO_LARGE(413, "too_large"),
    TOO_MANY(429, "too_many"),
    BUSY(503, "busy"),
    FAULT(500, "fault");

    private final int status;
    private final String words;

    Problem(int status, String words) {
      this.status = status;
      this.words = words;
    }

    /// Returns what the keys of its texts begin with; several may share them.
    public String words() {
      return words;
    }

    /// Returns the status that it is answered with.
    public Status status() {
      return Status.create(status);
    }
  }

  /// Who may keep a page, and where it may be named.
  enum Privacy {
    /// Anyone may see it; browsers ask whether it changed.
    OPEN("no-cache", "same-origin"),
    /// Holds what someone typed.
    FORM("no-store", "same-origin"),
    /// Its address is a secret.
    SECRET("no-store", "no-referrer");

    private final String caching;
    private final String referrer;

    Privacy(String caching, String referrer) {
      this.caching = caching;
      this.referrer = referrer;
    }

    String caching() {
      return caching;
    }

    String referrer() {
      return referrer;
    }
  }
}
