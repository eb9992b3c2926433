package org.meetwright.server.outgoing;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A user's name and password, told as the server asks for them: Basic (RFC 7617) or Digest (RFC
/// 7616). Over a connection that others can read, nothing is told before the server has asked, so
/// that a server that knows Digest is not sent the password itself.
public final class Login {
  /// How often a request is sent again because it was refused.
  static final int MOST_TRIES = 3;

  private final String user;
  private final String password;
  private final boolean forWhereItLeads;
  private @Nullable Digest digest;
  private boolean basic;

  private Login(String user, String password, boolean forWhereItLeads) {
    this.user = user;
    this.password = password;
    this.forWhereItLeads = forWhereItLeads;
  }

  /// Returns a login for one server alone.
  public static Login of(String user, String password) {
    return new Login(user, password, false);
  }

  /// Returns a login that is also told to the servers to which the first one redirects.
  public static Login wherever(String user, String password) {
    return new Login(user, password, true);
  }

  boolean isForWhereItLeads() {
    return forWhereItLeads;
  }

  /// Returns the header that a request is sent with; null for none.
  synchronized @Nullable String authorization(OutgoingRequest request) {
    if (digest != null) {
      return digest.answer(user, password, request.method(), request.target());
    }
    if (!basic && !request.url().isSecure()) {
      return null;
    }
    return "Basic "
        + Base64.getEncoder()
            .encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
  }

  /// Learns from an answer how the server wants to be told.
  ///
  /// @param sent the header that was sent
  /// @return whether to ask again
  synchronized boolean learn(@Nullable String sent, Reply.Head head) {
    if (head.status() != 401) {
      return false;
    }
    List<String> challenges = head.all("www-authenticate");
    boolean sentDigest = sent != null && sent.startsWith("Digest ");
    basic |= sent != null && !sentDigest;
    Digest asked = Digest.asked(challenges);
    if (asked != null && (!sentDigest || asked.isRenewed())) {
      digest = asked;
      return true;
    }
    if (basic || !asksBasic(challenges)) {
      return false;
    }
    digest = null;
    basic = true;
    return true;
  }

  private static boolean asksBasic(List<String> challenges) {
    return challenges.isEmpty()
        || challenges.stream()
            .anyMatch(asked -> asked.toLowerCase(Locale.ROOT).matches("(.*,)?\\s*basic\\b.*"));
  }

  /// Shows no secret.
  @Override
  public String toString() {
    return "Login[user=" + user + "]";
  }
}
