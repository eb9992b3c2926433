package org.meetwright.core.certificate;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.meetwright.core.access.secrets.SealedPlace;
import org.meetwright.core.access.secrets.Sealer;
import org.meetwright.core.certificate.CertificateMapper.Row;
import org.meetwright.core.database.Database;
import org.meetwright.core.value.Ids;

/// The certificate of a name, which all servers of a database share: one of them orders it, any of
/// them answers the authority's question, and each takes it from here.
public final class Certificates {
  private static final String TABLE = "certificate";
  private static final int LONGEST_ERROR = 1000;

  private final Database database;
  private final InstantSource clock;
  private final Sealer sealer;

  /// Creates the service.
  public Certificates(Database database, InstantSource clock, Sealer sealer) {
    this.database = database;
    this.clock = clock;
    this.sealer = sealer;
  }

  /// What is ordered with, and what there is.
  ///
  /// @param accountKey the key of the account at the authority, in PEM
  /// @param chain in PEM; empty while there is no certificate
  /// @param privateKey in PEM; empty while there is none
  public record Kept(String accountKey, String chain, String privateKey) {
    /// Leaves the keys out.
    @Override
    public String toString() {
      return "Kept";
    }
  }

  /// Returns what is kept for a name. The first time, it begins with a new key of an account.
  ///
  /// @param newKey makes one, in PEM
  public Kept open(String name, Supplier<String> newKey) {
    Row row = database.read(tx -> tx.mapper(CertificateMapper.class).find(name));
    if (row == null) {
      begin(name, newKey.get());
      row = database.read(tx -> tx.mapper(CertificateMapper.class).find(name));
    }
    if (row == null) {
      throw new IllegalStateException("Nothing is kept for " + name);
    }
    String sealedKey = row.privateKey();
    return new Kept(
        sealer.open(row.accountKey(), place(row.id(), "account_key")),
        row.chain() == null ? "" : row.chain(),
        sealedKey == null ? "" : sealer.open(sealedKey, place(row.id(), "private_key")));
  }

  private void begin(String name, String accountKey) {
    UUID id = Ids.next();
    String sealed = sealer.seal(accountKey, place(id, "account_key"));
    try {
      database.inTransaction(
          tx -> tx.mapper(CertificateMapper.class).insert(id, name, sealed, now()));
    } catch (RuntimeException failed) {
      if (!Database.refusedByConstraint(failed)) {
        throw failed;
      }
      // Another server was first; its key counts.
    }
  }

  /// Returns how it stands with a name; empty if none of the servers has begun yet.
  public Optional<CertificateState> state(String name) {
    return Optional.ofNullable(database.read(tx -> tx.mapper(CertificateMapper.class).state(name)));
  }

  /// Takes the turn to order, if it has to be ordered now and no other server does so.
  ///
  /// @param longest after this time another server may take the turn
  public boolean hold(String name, Duration longest) {
    Instant now = now();
    return database.inTransaction(
            tx -> tx.mapper(CertificateMapper.class).hold(name, now, now.plus(longest)))
        == 1;
  }

  /// Has all servers answer the authority.
  ///
  /// @param token what it will ask for
  /// @param answer what it is told
  public void answer(String name, String token, String answer) {
    database.inTransaction(tx -> tx.mapper(CertificateMapper.class).answer(name, token, answer));
  }

  /// Returns what the authority is told for a token; empty if none of the servers has asked it to
  /// ask for that.
  public Optional<String> answerTo(String token) {
    return Optional.ofNullable(
        database.read(tx -> tx.mapper(CertificateMapper.class).answerTo(token)));
  }

  /// Keeps a certificate in place of the one before, and gives the turn back.
  public void keep(String name, IssuedCertificate issued) {
    Row row = database.read(tx -> tx.mapper(CertificateMapper.class).find(name));
    if (row == null) {
      throw new IllegalStateException("Nothing is kept for " + name);
    }
    String sealed = sealer.seal(issued.privateKey(), place(row.id(), "private_key"));
    database.inTransaction(
        tx ->
            tx.mapper(CertificateMapper.class)
                .keep(row.id(), sealed, issued.chain(), issued.renewAt(), issued.until(), now()));
  }

  /// Notes that a try failed, and gives the turn back.
  ///
  /// @param error why, for people
  /// @param nextAt before when no server tries again
  public void fail(String name, String error, Instant nextAt) {
    String shown = error.substring(0, Math.min(error.length(), LONGEST_ERROR));
    database.inTransaction(
        tx -> tx.mapper(CertificateMapper.class).fail(name, now(), nextAt, shown));
  }

  /// Gives up all certificates and accounts, because their keys cannot be read any more.
  ///
  /// @return how many
  public int forget() {
    return database.inTransaction(tx -> tx.mapper(CertificateMapper.class).deleteAll());
  }

  private static SealedPlace place(UUID id, String column) {
    return new SealedPlace(TABLE, id, column);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
