package org.meetwright.core.news;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.Fixture;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.database.Transaction;
import org.meetwright.core.news.News.Gap;
import org.meetwright.core.webhook.WebhookEvent;

/// News of hosts, on both databases.
@ParameterizedClass
@EachDatabase
class NewsTest {
  @Parameter DatabaseKind kind;
  private Fixture fixture;
  private News news;

  @BeforeEach
  void open() {
    fixture = new Fixture(kind);
    news = fixture.core.news();
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  private void note(UUID subject) {
    fixture.core.database().inTransaction(tx -> written(tx, subject));
  }

  private boolean written(Transaction tx, UUID subject) {
    Instant now = fixture.clock.instant();
    News.tell(tx, NewsKind.BUSY_TIME_CHANGED, List.of(fixture.ada.id()), subject, now);
    return true;
  }

  private long position() {
    return news.positions(List.of(fixture.ada.id())).get(fixture.ada.id());
  }

  private List<UUID> since(long number) {
    return subjectsOf(filled(number));
  }

  private News.Since filled(long number) {
    Gap gap = new Gap(fixture.ada.id(), number, position());
    return news.fill(List.of(gap)).get(gap);
  }

  /// Two who listen to one host are at different numbers, and another host has none of it.
  @Test
  void fillsManyGapsAtOnce() {
    long before = position();
    List<UUID> subjects = Stream.generate(UUID::randomUUID).limit(30).toList();
    subjects.forEach(this::note);
    Gap all = new Gap(fixture.ada.id(), before, position());
    Gap some = new Gap(fixture.ada.id(), before + 20, position());
    Gap none = new Gap(fixture.ada.id(), position(), position());
    Gap ahead = new Gap(fixture.ada.id(), position() + 1, position());
    List<Gap> asked = new ArrayList<>(List.of(all, some, none, ahead));
    for (int i = 0; i < 1_200; i++) {
      asked.add(new Gap(UUID.randomUUID(), 0, 0));
    }

    Map<Gap, News.Since> filled = news.fill(asked);

    assertThat(filled.keySet()).hasSameElementsAs(asked);
    assertThat(subjectsOf(filled.get(all))).isEqualTo(subjects);
    assertThat(subjectsOf(filled.get(some))).isEqualTo(subjects.subList(20, 30));
    assertThat(filled.get(none)).isEqualTo(new News.Since.Items(List.of()));
    assertThat(filled.get(ahead)).isEqualTo(new News.Since.TooLongAgo(position()));
  }

  private static List<UUID> subjectsOf(News.Since since) {
    return ((News.Since.Items) since).items().stream().map(NewsItem::subjectId).toList();
  }

  /// The one that took its number first commits last, and nobody reads the other one before.
  @Test
  void showsNoNumberBeforeALowerOneIsCommitted() throws Exception {
    UUID first = UUID.randomUUID();
    UUID second = UUID.randomUUID();
    long before = position();
    CountDownLatch written = new CountDownLatch(1);
    CountDownLatch mayCommit = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> slow =
          threads.submit(
              () ->
                  fixture
                      .core
                      .database()
                      .inTransaction(
                          tx -> {
                            written(tx, first);
                            written.countDown();
                            await(mayCommit);
                            return true;
                          }));
      written.await();
      Future<?> quick = threads.submit(() -> note(second));
      assertThat(position()).isEqualTo(before);
      assertThat(since(before)).isEmpty();
      mayCommit.countDown();
      slow.get();
      quick.get();
    }
    assertThat(since(before)).containsExactly(first, second);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  @Test
  void keepsAThousandForAMonth() {
    long first = position();
    for (int i = 0; i < 5; i++) {
      note(UUID.randomUUID());
    }
    fixture.sql("UPDATE host SET news = news + " + (News.MOST_KEPT - 4));
    assertThat(filled(first + 1)).isInstanceOf(News.Since.TooLongAgo.class);
    assertThat(news.tidy()).isEqualTo(1);
    assertThat(news.tidy()).isZero();
    fixture.clock.advance(News.KEPT.plusSeconds(1));
    assertThat(news.unread(fixture.ada.id())).isZero();
    assertThat(news.tidy()).isEqualTo(4);
    assertThat(filled(position())).isEqualTo(new News.Since.Items(List.of()));
  }

  @Test
  void hasTheWordsOfWebhooksForBookings() {
    for (WebhookEvent event : WebhookEvent.ofBookings()) {
      if (event != WebhookEvent.REMINDER) {
        assertThat(NewsKind.of(event.word()).subject()).isEqualTo(NewsKind.Subject.BOOKING);
      }
    }
  }
}
