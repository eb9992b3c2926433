package org.meetwright.core.access.code;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.meetwright.core.access.signed.InstallationKey;
import org.meetwright.core.access.signin.LinkedIdentities.Identity;
import org.meetwright.core.value.EmailAddress;

/// Remembers in the browser what someone has already proved while the code is still missing. The
/// value is signed, so any node can continue.
public final class CodeStep {
  /// How long there is to enter the code.
  public static final Duration LASTS = Duration.ofMinutes(10);

  private static final String PASSWORD = "password";
  private static final String PROVIDER = "provider";
  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

  private final InstallationKey key;
  private final InstantSource clock;

  /// Creates the step.
  public CodeStep(InstallationKey key, InstantSource clock) {
    this.key = key;
    this.clock = clock;
  }

  /// Returns what the browser keeps meanwhile.
  public String begin(FirstFactor shown) {
    List<String> words =
        switch (shown) {
          case FirstFactor.Password(UUID hostId, String proof) ->
              List.of(PASSWORD, hostId.toString(), proof);
          case FirstFactor.Provider(Identity identity) -> words(identity);
        };
    String kept =
        words.stream().map(CodeStep::written).collect(Collectors.joining("."))
            + "."
            + clock.instant().plus(LASTS).getEpochSecond();
    return kept + "." + tag(kept);
  }

  private static List<String> words(Identity identity) {
    EmailAddress email = identity.verifiedEmail();
    return List.of(
        PROVIDER, identity.issuer(), identity.subject(), email == null ? "" : email.value());
  }

  /// Returns what was shown so far; empty if it is too long ago, or not from here.
  public Optional<FirstFactor> read(String sent) {
    int end = sent.lastIndexOf('.');
    if (end < 0 || !isOurs(sent.substring(0, end), sent.substring(end + 1))) {
      return Optional.empty();
    }
    String[] parts = sent.substring(0, end).split("\\.", -1);
    Instant until = Instant.ofEpochSecond(Long.parseLong(parts[parts.length - 1]));
    List<String> words =
        Arrays.stream(parts).limit(parts.length - 1).map(CodeStep::read64).toList();
    return until.isAfter(clock.instant()) ? Optional.of(shown(words)) : Optional.empty();
  }

  private static FirstFactor shown(List<String> words) {
    if (words.getFirst().equals(PASSWORD)) {
      return new FirstFactor.Password(UUID.fromString(words.get(1)), words.get(2));
    }
    String email = words.get(3);
    return new FirstFactor.Provider(
        new Identity(words.get(1), words.get(2), email.isEmpty() ? null : new EmailAddress(email)));
  }

  private boolean isOurs(String kept, String tag) {
    return MessageDigest.isEqual(
        tag(kept).getBytes(StandardCharsets.UTF_8), tag.getBytes(StandardCharsets.UTF_8));
  }

  private String tag(String kept) {
    return ENCODER.encodeToString(key.tag("lacks a code: " + kept));
  }

  private static String written(String text) {
    return ENCODER.encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String read64(String text) {
    return new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
  }
}
