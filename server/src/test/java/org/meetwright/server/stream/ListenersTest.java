package org.meetwright.server.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.meetwright.core.access.Caller;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.value.BusyException;
import org.meetwright.server.ServerFixture;
import org.meetwright.server.limit.TooManyRequestsException;

/// What a node keeps for those who listen.
class ListenersTest {
  private static final Duration AT_ONCE = Duration.ofMillis(1);
  private static final Duration NEVER = Duration.ofDays(1);

  private static ServerFixture fixture;
  private static Caller ada;
  private static Caller grace;

  @BeforeAll
  static void open() {
    fixture = new ServerFixture(DatabaseKind.H2);
    ada = fixture.core.core.access().authenticate(fixture.token).orElseThrow();
    grace = fixture.core.core.access().authenticate(fixture.addHost("grace")).orElseThrow();
  }

  @AfterAll
  static void close() {
    fixture.close();
  }

  @Test
  void saysSomethingWhereNothingHappens() throws Exception {
    Listeners listeners = new Listeners(9, 9, AT_ONCE);
    try (EventStream stream = listeners.open(ada, 1)) {
      assertThat(stream.next()).isEqualTo(":\n\n");
      stream.put("id: 2\n\n", 2);
      assertThat(stream.next()).isEqualTo("id: 2\n\n");
      assertThat(stream.next()).isEqualTo(":\n\n");
    }
  }

  @Test
  void endsTheStreamOfAReaderThatTakesTooLittle() throws Exception {
    Listeners listeners = new Listeners(9, 9, NEVER);
    try (EventStream slow = listeners.open(ada, 0);
        EventStream quick = listeners.open(ada, 0)) {
      for (int number = 1; number <= 17; number++) {
        slow.put("id: " + number + "\n\n", number);
        quick.put("id: " + number + "\n\n", number);
        assertThat(quick.next()).isEqualTo("id: " + number + "\n\n");
      }
      assertThat(slow.next()).as("what waits is not sent").isNull();
      for (int number = 18; number <= 1000; number++) {
        slow.put("id: " + number + "\n\n", number);
      }
      assertThat(listeners.count()).isEqualTo(2);
    }
    assertThat(listeners.count()).isZero();
  }

  @Test
  void opensSoManyOfAHostAndSoManyInAll() {
    Listeners listeners = new Listeners(3, 2, NEVER);
    EventStream first = listeners.open(ada, 0);
    listeners.open(ada, 0);
    assertThatThrownBy(() -> listeners.open(ada, 0)).isInstanceOf(TooManyRequestsException.class);
    listeners.open(grace, 0);
    assertThatThrownBy(() -> listeners.open(grace, 0)).isInstanceOf(BusyException.class);
    first.close();
    first.close();
    assertThat(listeners.count()).isEqualTo(2);
    listeners.open(grace, 0);
  }
}
