package org.meetwright.core.calendar.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.meetwright.core.Fixture;
import org.meetwright.core.StoredText;
import org.meetwright.core.access.secrets.SealedPlace;
import org.meetwright.core.access.secrets.Sealer;
import org.meetwright.core.calendar.remote.AccountAccess;
import org.meetwright.core.database.DatabaseKind;

/// What an earlier version stored of how an account is reached is read, and is stored as before.
class StoredAccessTest {
  private static final UUID ID = UUID.fromString("01a218fb-91a4-73f9-8ba2-1087f605ea4a");
  private static final SealedPlace PLACE =
      new SealedPlace("calendar_connection", ID, "credentials");

  private final Fixture fixture = new Fixture(DatabaseKind.H2);

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void keepsItsShape() {
    Sealer sealer = fixture.core.sealer();
    String stored = StoredText.of("calendar-access.json");

    AccountAccess access = StoredAccess.open(ID, sealer.seal(stored, PLACE), sealer);

    assertThat(access)
        .isEqualTo(new AccountAccess("https://dav.example.org/", "ada", "se\"cret ünï"));
    assertThat(sealer.open(StoredAccess.sealed(ID, access, sealer), PLACE)).isEqualTo(stored);
  }
}
