package org.meetwright.server.outgoing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a server asks of someone who logs in with Digest (RFC 7616, and RFC 2617 before it).
final class Digest {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Pattern SCHEME = Pattern.compile("(?i)(?:^|,)\\s*digest\\s+");
  private static final Pattern PARAMETER =
      Pattern.compile(
          "\\G\\s*,?\\s*([A-Za-z]+)\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^\\s,\"]+))");

  private final Map<String, String> parameters;
  private final String algorithm;
  private int count;

  private Digest(Map<String, String> parameters) {
    this.parameters = parameters;
    this.algorithm = parameters.getOrDefault("algorithm", "MD5").toUpperCase(Locale.ROOT);
  }

  /// Returns the best of what is asked; null if there is none that we know.
  ///
  /// @param challenges the values of `WWW-Authenticate`
  static @Nullable Digest asked(List<String> challenges) {
    Digest best = null;
    for (String challenge : challenges) {
      Matcher scheme = SCHEME.matcher(challenge);
      while (scheme.find()) {
        Digest next = new Digest(parameters(challenge.substring(scheme.end())));
        if (next.isKnown() && (best == null || next.algorithm.startsWith("SHA-256"))) {
          best = next;
        }
      }
    }
    return best;
  }

  private static Map<String, String> parameters(String text) {
    Map<String, String> parameters = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    Matcher next = PARAMETER.matcher(text);
    while (next.find()) {
      String quoted = next.group(2);
      parameters.put(
          next.group(1), quoted == null ? next.group(3) : quoted.replaceAll("\\\\(.)", "$1"));
    }
    return parameters;
  }

  private boolean isKnown() {
    String qop = parameters.get("qop");
    return parameters.containsKey("realm")
        && parameters.containsKey("nonce")
        && algorithm.matches("(MD5|SHA-256)(-SESS)?")
        && (qop == null || Arrays.asList(qop.strip().split("\\s*,\\s*")).contains("auth"))
        && parameters.values().stream().allMatch(value -> value.matches("[\\x20-\\x7e]*"));
  }

  /// Returns whether the last answer was right, but made for an earlier question.
  boolean isRenewed() {
    return "true".equalsIgnoreCase(parameters.get("stale"));
  }

  /// Returns the answer.
  ///
  /// @param target what is asked for: path and query
  String answer(String user, String password, String method, String target) {
    String nonce = parameters.getOrDefault("nonce", "");
    String realm = parameters.getOrDefault("realm", "");
    String own = HexFormat.of().formatHex(randomBytes());
    String number = String.format(Locale.ROOT, "%08x", ++count);
    String secret = hash(user + ":" + realm + ":" + password);
    if (algorithm.endsWith("-SESS")) {
      secret = hash(secret + ":" + nonce + ":" + own);
    }
    String asked = hash(method + ":" + target);
    boolean counts = parameters.containsKey("qop");
    String response =
        counts
            ? hash(String.join(":", secret, nonce, number, own, "auth", asked))
            : hash(String.join(":", secret, nonce, asked));
    StringBuilder answer = new StringBuilder("Digest ").append(name(user));
    add(answer, "realm", quoted(realm));
    add(answer, "nonce", quoted(nonce));
    add(answer, "uri", quoted(target));
    add(answer, "response", quoted(response));
    if (parameters.containsKey("algorithm")) {
      add(answer, "algorithm", parameters.getOrDefault("algorithm", algorithm));
    }
    if (counts) {
      add(answer, "qop", "auth");
      add(answer, "nc", number);
    }
    if (counts || algorithm.endsWith("-SESS")) {
      add(answer, "cnonce", quoted(own));
    }
    if (parameters.containsKey("opaque")) {
      add(answer, "opaque", quoted(parameters.getOrDefault("opaque", "")));
    }
    return answer.toString();
  }

  private static byte[] randomBytes() {
    byte[] bytes = new byte[16];
    RANDOM.nextBytes(bytes);
    return bytes;
  }

  /// Letters that a header can't hold are written as RFC 8187 says.
  private static String name(String user) {
    if (user.matches("[\\x20-\\x7e]*")) {
      return "username=" + quoted(user);
    }
    StringBuilder name = new StringBuilder("username*=UTF-8''");
    for (byte octet : user.getBytes(StandardCharsets.UTF_8)) {
      if (octet > 0 && Character.isLetterOrDigit(octet)) {
        name.append((char) octet);
      } else {
        name.append(String.format(Locale.ROOT, "%%%02X", octet));
      }
    }
    return name.toString();
  }

  private static void add(StringBuilder answer, String name, String value) {
    answer.append(", ").append(name).append('=').append(value);
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private String hash(String text) {
    try {
      MessageDigest hash =
          MessageDigest.getInstance(algorithm.startsWith("SHA-256") ? "SHA-256" : "MD5");
      return HexFormat.of().formatHex(hash.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(missing);
    }
  }
}
