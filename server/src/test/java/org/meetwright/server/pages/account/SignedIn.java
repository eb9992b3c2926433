package org.meetwright.server.pages.account;

import java.net.HttpCookie;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import org.meetwright.core.Core;
import org.meetwright.core.access.Access;
import org.meetwright.core.access.Passwords;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.server.ServerFixture;

/// A server, and the browser of a host who is signed in: ada, with a password.
final class SignedIn implements AutoCloseable {
  static final String PASSWORD = "correct horse";

  private static final String HASH = Passwords.hash(PASSWORD);

  final ServerFixture server;
  final Core core;
  final Access access;
  final UUID ada;
  final Browser browser;

  SignedIn(DatabaseKind kind) {
    this(kind, false);
  }

  /// @param allowPrivateTargets whether webhooks and calendars may be on this machine
  SignedIn(DatabaseKind kind, boolean allowPrivateTargets) {
    this(new ServerFixture(kind, allowPrivateTargets));
  }

  /// @param opened closed with this
  SignedIn(ServerFixture opened) {
    server = opened;
    core = server.core.core;
    access = core.access();
    ada = server.core.ada.id();
    core.passwordChanges().change(ada, HASH, null);
    browser = browserOf(ada);
  }

  /// Opens the browser of a host who is signed in.
  Browser browserOf(UUID hostId) {
    Browser opened = new Browser(server.server.url());
    var cookie = new HttpCookie("meetwright", access.sessions().begin(hostId, "Test").token());
    cookie.setPath("/");
    // As one that the server sets, which takes its place.
    cookie.setDomain(server.server.url().getHost());
    opened.cookies.getCookieStore().add(server.server.url(), cookie);
    return opened;
  }

  HttpResponse<String> get(String page) {
    return browser.get(page);
  }

  /// Sends a form of a page, and follows where that leads.
  HttpResponse<String> submit(String page, String address, Map<String, String> fields) {
    return follow(browser.submit(page, address, fields));
  }

  /// Follows where an answer leads.
  HttpResponse<String> follow(HttpResponse<String> answer) {
    return answer.statusCode() == 303 ? browser.get(Browser.location(answer)) : answer;
  }

  @Override
  public void close() {
    browser.close();
    server.close();
  }
}
