package org.meetwright.core.calendar.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.meetwright.core.calendar.ScriptedProvider;
import org.meetwright.core.calendar.remote.AccountAccess;
import org.meetwright.core.calendar.remote.FaultCode;
import org.meetwright.core.calendar.remote.RemoteAccount;
import org.meetwright.core.calendar.remote.RemoteFault;

class FoundCalendarsTest {
  /// However many questions an answer takes, and whichever of them hangs.
  @Test
  void waitForAllAnswersTogetherNoLongerThanTheyMay() throws Exception {
    CountDownLatch interrupted = new CountDownLatch(1);
    ScriptedProvider provider = new ScriptedProvider();
    provider.addCalendar("a");
    RemoteAccount account =
        provider.open(
            new AccountAccess("https://cal.example.org/", "ada", ScriptedProvider.PASSWORD));
    provider.whileListing(
        () -> {
          try {
            new CountDownLatch(1).await();
          } catch (InterruptedException stopped) {
            interrupted.countDown();
          }
        });

    RemoteFault fault =
        catchThrowableOfType(
            RemoteFault.class, () -> FoundCalendars.in(account, Duration.ofMillis(200)));

    assertThat(fault.code()).isEqualTo(FaultCode.NO_ANSWER);
    assertThat(interrupted.await(1, TimeUnit.MINUTES)).isTrue();
    assertThat(FoundCalendars.LONGEST).isEqualTo(Duration.ofSeconds(30));
  }
}
