package org.meetwright.core.access.secrets;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.access.secrets.SealMapper.Row;
import org.meetwright.core.database.Database;
import org.meetwright.core.database.DatabaseUnavailableException;

/// Encrypts secrets that have to be read again, so that someone who gets the database, or a copy of
/// it, does not have them: `v1.KEY.NONCE.CIPHERTEXT`, the last two in base64url. Secrets that only
/// have to be recognised are kept as hashes instead: [org.meetwright.core.access.Secrets].
public final class Sealer {
  private static final String VERSION = "v1.";
  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
  private static final Base64.Decoder DECODER = Base64.getUrlDecoder();

  private final Database database;
  private final InstantSource clock;
  private final KeyFile file;
  private final Set<String> registered = ConcurrentHashMap.newKeySet();

  private Sealer(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
    this.file = new KeyFile(database::keyFile);
  }

  /// Opens the keys of a database, and seals what an earlier version left as it was.
  ///
  /// @throws DatabaseUnavailableException if the database has secrets whose key is not in the file
  public static Sealer open(Database database, InstantSource clock) {
    Sealer sealer = new Sealer(database, clock);
    List<String> used = database.read(tx -> tx.mapper(SealMapper.class).keys());
    for (String id : used) {
      if (sealer.file.find(id).isEmpty()) {
        throw sealer.missing(id);
      }
    }
    sealer.registered.addAll(used);
    sealer.resealAll(VERSION);
    return sealer;
  }

  private DatabaseUnavailableException missing(String id) {
    return new DatabaseUnavailableException(
        "Secrets in the database are encrypted with the key "
            + id
            + ", which the file "
            + file
            + " does not have. Put back the copy that you keep of this file, or name it with the"
            + " setting database.keyFile. If it is lost: meetwright secrets discard");
  }

  /// Seals a secret. The first time, it is noted in a transaction of its own which key was used.
  public String seal(String secret, SealedPlace place) {
    return sealed(key(), secret, place);
  }

  private static String sealed(SecretKey key, String secret, SealedPlace place) {
    byte[][] made = key.encrypt(secret.getBytes(StandardCharsets.UTF_8), place.context());
    return beginning(key) + ENCODER.encodeToString(made[0]) + "." + ENCODER.encodeToString(made[1]);
  }

  private static String beginning(SecretKey key) {
    return VERSION + key.id() + ".";
  }

  /// A key is made the first time, unless the database knows of one: then this file is the wrong
  /// one.
  private SecretKey key() {
    SecretKey key =
        file.current()
            .orElseGet(
                () -> {
                  database
                      .read(tx -> tx.mapper(SealMapper.class).keys())
                      .forEach(
                          id -> {
                            throw missing(id);
                          });
                  return file.add(true);
                });
    register(key);
    return key;
  }

  private void register(SecretKey key) {
    if (registered.contains(key.id())) {
      return;
    }
    try {
      database.inTransaction(
          tx ->
              tx.mapper(SealMapper.class)
                  .insertKey(key.id(), clock.instant().truncatedTo(ChronoUnit.MICROS)));
    } catch (RuntimeException failed) {
      if (!Database.refusedByConstraint(failed)) {
        throw failed;
      }
      // Another program was first.
    }
    registered.add(key.id());
  }

  /// Returns a secret that was sealed for a place.
  ///
  /// @throws DatabaseUnavailableException if its key is not in the file
  /// @throws IllegalStateException if it was changed, or stands at another place than before
  public String open(String sealed, SealedPlace place) {
    String[] parts = sealed.split("\\.", -1);
    if (parts.length != 4 || !sealed.startsWith(VERSION)) {
      throw unreadable(place, null);
    }
    SecretKey key = file.find(parts[1]).orElseThrow(() -> missing(parts[1]));
    try {
      byte[] plain =
          key.decrypt(DECODER.decode(parts[2]), DECODER.decode(parts[3]), place.context());
      return new String(plain, StandardCharsets.UTF_8);
    } catch (GeneralSecurityException | IllegalArgumentException changed) {
      throw unreadable(place, changed);
    }
  }

  private static IllegalStateException unreadable(SealedPlace place, @Nullable Exception cause) {
    return new IllegalStateException(
        "The secret in "
            + place.table()
            + "."
            + place.column()
            + " of "
            + place.row()
            + " is not as it was sealed",
        cause);
  }

  /// Encrypts all secrets again, with a new key. Keys from before stay in the file: old backups of
  /// the database need them.
  ///
  /// @return what was done
  public KeyRotation rotate() {
    SecretKey key = file.add(false);
    register(key);
    int secrets = resealAll(beginning(key));
    database.inTransaction(tx -> tx.mapper(SealMapper.class).deleteKeysBut(key.id()));
    registered.retainAll(Set.of(key.id()));
    return new KeyRotation(secrets, key.id(), file.path());
  }

  /// Forgets with which keys secrets are sealed, because the file is lost. What cannot be opened
  /// any more has to be replaced next.
  public static void forgetKeys(Database database) {
    database.inTransaction(tx -> tx.mapper(SealMapper.class).deleteKeysBut(""));
  }

  /// Encrypts again what does not begin as it should. Another program may change a secret
  /// meanwhile: what it wrote stays, and is looked at again.
  private int resealAll(String beginning) {
    int secrets = 0;
    for (SealedColumn column : SealedColumn.ALL) {
      List<Row> rows = others(column, beginning);
      while (!rows.isEmpty()) {
        secrets += reseal(column, rows);
        rows = others(column, beginning);
      }
    }
    return secrets;
  }

  private List<Row> others(SealedColumn column, String beginning) {
    return database.read(tx -> tx.mapper(SealMapper.class).others(column, beginning));
  }

  private int reseal(SealedColumn column, List<Row> rows) {
    SecretKey key = key();
    return database.inTransaction(
        tx -> {
          SealMapper mapper = tx.mapper(SealMapper.class);
          int done = 0;
          for (Row row : rows) {
            SealedPlace place = column.in(row.id());
            String secret = row.text().startsWith(VERSION) ? open(row.text(), place) : row.text();
            done += mapper.replace(column, row, sealed(key, secret, place));
          }
          return done;
        });
  }
}
