package org.meetwright.server.pages.web;

import io.helidon.http.Status;

/// What a page's handler answers.
public sealed interface Answer {
  /// What was asked for is understood, but not on offer.
  Status NOT_OFFERED = Status.create(422, "Unprocessable Content");

  /// A page to show.
  ///
  /// @param template its name among the templates
  /// @param view what it shows
  record Page(Status status, String template, Object view, Privacy privacy) implements Answer {}

  /// Another page to go to, by GET.
  record SeeOther(String location) implements Answer {}

  /// An error to show.
  record Failed(Problem problem) implements Answer {}

  /// Answers with a page.
  static Answer page(String template, Object view, Privacy privacy) {
    return new Page(Status.OK_200, template, view, privacy);
  }

  /// Answers that there is no such page.
  static Answer notFound() {
    return new Failed(Problem.NOT_FOUND);
  }

  /// What can go wrong with a whole page.
  enum Problem {
    NOT_FOUND(404),
    BAD_REQUEST(400),
    TOO_LARGE(413),
    TOO_MANY(429),
    BUSY(503),
    FAULT(500);

    private final int status;

    Problem(int status) {
      this.status = status;
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
