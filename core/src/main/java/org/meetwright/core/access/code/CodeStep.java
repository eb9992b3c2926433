package org.meetwright.core.access.code;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Function;
import org.meetwright.core.access.signin.LinkedIdentities.Identity;
import org.meetwright.core.value.EmailAddress;

/// Remembers in the browser that someone has shown at a provider who he is, and still has to show a
/// code. What is kept is signed, so any node can go on with it.
public final class CodeStep {
  /// How long there is to enter the code.
  public static final Duration LASTS = Duration.ofMinutes(10);

  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

  private final Function<String, byte[]> tags;
  private final InstantSource clock;

  /// Creates the step.
  ///
  /// @param tags signs a text with the key of the installation
  public CodeStep(Function<String, byte[]> tags, InstantSource clock) {
    this.tags = tags;
    this.clock = clock;
  }

  /// Returns what the browser keeps meanwhile.
  public String begin(Identity identity) {
    Instant until = clock.instant().plus(LASTS);
    String email = identity.verifiedEmail() == null ? "" : identity.verifiedEmail().value();
    String kept =
        String.join(
            ".",
            written(identity.issuer()),
            written(identity.subject()),
            written(email),
            Long.toString(until.getEpochSecond()));
    return kept + "." + tag(kept);
  }

  /// Returns who has come so far; empty if it is too long ago, or not from here.
  public Optional<Identity> read(String sent) {
    String[] parts = sent.split("\\.", -1);
    int end = sent.lastIndexOf('.');
    if (parts.length != 5 || !isOurs(sent.substring(0, end), parts[4])) {
      return Optional.empty();
    }
    Instant until = Instant.ofEpochSecond(Long.parseLong(parts[3]));
    String email = read64(parts[2]);
    return until.isAfter(clock.instant())
        ? Optional.of(
            new Identity(
                read64(parts[0]),
                read64(parts[1]),
                email.isEmpty() ? null : new EmailAddress(email)))
        : Optional.empty();
  }

  private boolean isOurs(String kept, String tag) {
    return MessageDigest.isEqual(
        tag(kept).getBytes(StandardCharsets.UTF_8), tag.getBytes(StandardCharsets.UTF_8));
  }

  private String tag(String kept) {
    return ENCODER.encodeToString(tags.apply("lacks a code: " + kept));
  }

  private static String written(String text) {
    return ENCODER.encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String read64(String text) {
    return new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
  }
}
