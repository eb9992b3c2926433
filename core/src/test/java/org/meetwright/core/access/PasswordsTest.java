package org.meetwright.core.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.meetwright.core.Concurrently;
import org.meetwright.core.value.BusyException;

@Timeout(600)
@Tag("attack")
final class PasswordsTest {
  private static boolean isHashed() {
    try {
      return Passwords.matches("correct horse battery", Passwords.hash("correct horse battery"));
    } catch (BusyException full) {
      return false;
    }
  }

  /// Far more than can be hashed before all of them have asked.
  @Test
  void refusesThoseWhoWouldWaitBehindTooMany() throws Exception {
    List<Boolean> hashed = Concurrently.run(300, _ -> isHashed());
    assertThat(hashed).contains(true, false);

    assertThat(isHashed()).isTrue();
  }
}
