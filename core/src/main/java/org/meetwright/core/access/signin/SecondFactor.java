package org.meetwright.core.access.signin;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.meetwright.core.access.Secrets;
import org.meetwright.core.access.secrets.SealedPlace;
import org.meetwright.core.access.secrets.Sealer;
import org.meetwright.core.access.signin.SecondFactorMapper.Row;
import org.meetwright.core.database.Database;
import org.meetwright.core.database.Transaction;
import org.meetwright.core.host.Host;
import org.meetwright.core.host.Hosts;

/// The second factor of hosts: codes of an authenticator app, or recovery codes if it is lost. Each
/// code is accepted once; the app's clock may be a step (30 seconds) off.
///
/// The secret is kept sealed, as every check needs it; recovery codes as hashes.
public final class SecondFactor {
  /// How long a code may be as it is typed, of the app or for recovery, in characters.
  public static final int LONGEST_TYPED = 40;

  private static final String ISSUER = "Meetwright";
  private static final int RECOVERY_CODES = 10;
  private static final int RECOVERY_BYTES = 10;
  private static final int MOST_STEPS_OFF = 1;

  private final Database database;
  private final InstantSource clock;
  private final Sealer sealer;

  /// Creates the service.
  public SecondFactor(Database database, InstantSource clock, Sealer sealer) {
    this.database = database;
    this.clock = clock;
    this.sealer = sealer;
  }

  /// The data for a host's authenticator app.
  ///
  /// @param secret in Base32
  /// @param uri the same as a URI that apps can read, `otpauth://totp/...`
  public record Enrolment(String secret, String uri) {
    private static Enrolment of(Host host, String secret) {
      String label = encoded(ISSUER + ":" + host.email().value());
      return new Enrolment(
          secret, "otpauth://totp/" + label + "?secret=" + secret + "&issuer=" + ISSUER);
    }

    /// Leaves the secret out.
    @Override
    public String toString() {
      return "Enrolment";
    }
  }

  /// Returns whether a host signs in with a code.
  public boolean isOn(UUID hostId) {
    return database.read(tx -> isOn(tx.mapper(SecondFactorMapper.class), hostId));
  }

  private static boolean isOn(SecondFactorMapper mapper, UUID hostId) {
    Row row = mapper.find(hostId);
    return row != null && row.confirmedAt() != null;
  }

  /// Begins to set a second factor up; it does not count until it is confirmed. One that was begun
  /// before and not confirmed is given up.
  ///
  /// @return empty if the host has one already
  public Optional<Enrolment> enrol(Host host) {
    String secret = Totp.newSecret();
    String sealed = sealer.seal(secret, place(host.id()));
    return database.inTransaction(
        tx -> {
          Hosts.lock(tx, List.of(host.id()));
          SecondFactorMapper mapper = tx.mapper(SecondFactorMapper.class);
          if (isOn(mapper, host.id())) {
            return Optional.empty();
          }
          mapper.delete(host.id());
          mapper.insert(host.id(), sealed);
          return Optional.of(Enrolment.of(host, secret));
        });
  }

  /// Returns what was begun and not confirmed yet; empty if nothing was, or the host has a second
  /// factor already.
  public Optional<Enrolment> begun(Host host) {
    Row row = database.read(tx -> tx.mapper(SecondFactorMapper.class).find(host.id()));
    return row == null || row.confirmedAt() != null
        ? Optional.empty()
        : Optional.of(Enrolment.of(host, secretOf(row)));
  }

  private static SealedPlace place(UUID hostId) {
    return new SealedPlace("second_factor", hostId, "secret");
  }

  private String secretOf(Row row) {
    return sealer.open(row.secret(), place(row.hostId()));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /// Confirms a second factor that was begun, with a code of the app.
  ///
  /// @return the recovery codes, kept nowhere else; empty if the code is wrong or nothing was begun
  public Optional<List<String>> confirm(UUID hostId, String code) {
    return database.inTransaction(
        tx -> {
          Hosts.lock(tx, List.of(hostId));
          SecondFactorMapper mapper = tx.mapper(SecondFactorMapper.class);
          if (isOn(mapper, hostId) || !acceptsAppCode(mapper, hostId, code)) {
            return Optional.empty();
          }
          mapper.confirm(hostId, now());
          List<String> codes =
              Stream.generate(SecondFactor::newRecoveryCode).limit(RECOVERY_CODES).toList();
          codes.forEach(each -> mapper.insertRecoveryCode(hostId, hashOf(each)));
          return Optional.of(codes);
        });
  }

  private static String newRecoveryCode() {
    String letters = Totp.random(RECOVERY_BYTES).toLowerCase(Locale.ROOT);
    return letters.replaceAll("(.{4})(?!$)", "$1-");
  }

  private static String hashOf(String recoveryCode) {
    return Secrets.hash(recoveryCode.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT));
  }

  /// Uses a code, of the app or for recovery, which is then used up.
  ///
  /// @return whether it is right
  public boolean accepts(UUID hostId, String code) {
    return database.inTransaction(tx -> accepts(tx.mapper(SecondFactorMapper.class), hostId, code));
  }

  private boolean accepts(SecondFactorMapper mapper, UUID hostId, String code) {
    return isOn(mapper, hostId)
        && (acceptsAppCode(mapper, hostId, code)
            || mapper.useRecoveryCode(hostId, hashOf(code)) > 0);
  }

  private boolean acceptsAppCode(SecondFactorMapper mapper, UUID hostId, String code) {
    Row row = mapper.find(hostId);
    if (row == null) {
      return false;
    }
    OptionalLong step = stepOf(secretOf(row), code.replaceAll("\\s", ""));
    return step.isPresent() && mapper.useStep(hostId, row.secret(), step.getAsLong()) > 0;
  }

  /// All steps are looked at, so that the time it takes tells nothing.
  private OptionalLong stepOf(String secret, String code) {
    long now = Totp.step(clock.instant());
    byte[] given = code.getBytes(StandardCharsets.UTF_8);
    return LongStream.rangeClosed(now - MOST_STEPS_OFF, now + MOST_STEPS_OFF)
        .filter(
            step ->
                MessageDigest.isEqual(
                    Totp.code(secret, step).getBytes(StandardCharsets.UTF_8), given))
        .max();
  }

  /// Ends the second factor of a host who has a code.
  ///
  /// @return whether the code is right
  public boolean remove(UUID hostId, String code) {
    return database.inTransaction(
        tx -> accepts(tx.mapper(SecondFactorMapper.class), hostId, code) && delete(tx, hostId));
  }

  /// Ends the second factor of a host who has lost his codes.
  ///
  /// @return whether he had one, or had begun to set one up
  public boolean reset(UUID hostId) {
    return database.inTransaction(tx -> delete(tx, hostId));
  }

  /// Ends the second factors of all hosts, because their secrets cannot be read any more.
  ///
  /// @return how many there were
  public int resetAll() {
    return database.inTransaction(
        tx -> {
          SecondFactorMapper mapper = tx.mapper(SecondFactorMapper.class);
          mapper.deleteAllRecoveryCodes();
          return mapper.deleteAll();
        });
  }

  private static boolean delete(Transaction tx, UUID hostId) {
    SecondFactorMapper mapper = tx.mapper(SecondFactorMapper.class);
    mapper.deleteRecoveryCodes(hostId);
    return mapper.delete(hostId) > 0;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
