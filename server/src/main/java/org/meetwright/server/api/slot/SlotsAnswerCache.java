package org.meetwright.server.api.slot;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.UUID;
import org.meetwright.core.availability.Availability.Slots;
import org.meetwright.core.eventtype.EventType;

/// Caches written answers, because most requests are repeated, and finding the slots takes less
/// time than writing them. A cached answer is sent only if it matches exactly what is found now.
final class SlotsAnswerCache {
  private static final long MOST_BYTES = 16L << 20;

  private final Cache<Question, SlotsJson> written =
      Caffeine.newBuilder()
          .maximumWeight(MOST_BYTES)
          .weigher((Question question, SlotsJson answer) -> answer.weight())
          .executor(Runnable::run)
          .build();

  /// What is asked.
  record Question(UUID eventTypeId, int minutes, RequestedDates dates, SlotFields fields) {}

  /// Answers what few will ask again, and keeps nothing.
  ///
  /// @param slots what is found now
  static void sendOnce(
      ServerRequest request,
      ServerResponse response,
      RequestedDates dates,
      Slots slots,
      EventType type) {
    SlotFields fields = SlotFields.of(request);
    if (slots.starts().length > LongSlotsJson.MOST_WRITTEN_AS_A_WHOLE) {
      new LongSlotsJson(dates, slots, type, fields).send(request, response);
    } else {
      SlotsJson.of(dates, slots, type, fields).send(request, response);
    }
  }

  /// Answers.
  ///
  /// @param slots what is found now
  void send(
      ServerRequest request,
      ServerResponse response,
      Question question,
      Slots slots,
      EventType type) {
    if (slots.starts().length > LongSlotsJson.MOST_WRITTEN_AS_A_WHOLE) {
      new LongSlotsJson(question.dates(), slots, type, question.fields()).send(request, response);
    } else {
      answer(question, slots, type).send(request, response);
    }
  }

  private SlotsJson answer(Question question, Slots slots, EventType type) {
    SlotsJson kept = written.getIfPresent(question);
    if (kept != null && kept.tells(slots, type)) {
      return kept;
    }
    SlotsJson fresh = SlotsJson.of(question.dates(), slots, type, question.fields());
    written.put(question, fresh);
    return fresh;
  }
}
