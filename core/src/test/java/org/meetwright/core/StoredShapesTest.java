package org.meetwright.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meetwright.core.archive.MeetingDocument;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.change.BookingSnapshot;
import org.meetwright.core.booking.stored.StoredSnapshot;
import org.meetwright.core.outbox.OutboxKind;
import org.meetwright.core.question.Answer;
import org.meetwright.core.question.StoredAnswers;

/// What an earlier version stored is read, and what is stored has still the same shape.
class StoredShapesTest {
  @ParameterizedTest
  @ValueSource(strings = {"created", "rescheduled", "cancelled", "requested-2"})
  void keepsSnapshotsOfBookings(String event) {
    String stored = StoredText.of("snapshot-booking." + event + ".json");

    assertThat(StoredSnapshot.json(StoredSnapshot.parse(stored))).isEqualTo(stored);
  }

  @Test
  void readsBookingsThatWereStoredAlone() {
    BookingSnapshot alone = StoredSnapshot.parse(StoredText.of("booking-alone.json"));
    Booking created =
        StoredSnapshot.parse(StoredText.of("snapshot-booking.created.json")).booking();

    assertThat(alone.booking().invitee()).isEqualTo(created.invitee());
    assertThat(alone.booking().guests()).isEqualTo(created.guests()).hasSize(2);
    assertThat(alone.booking().hosts()).isEqualTo(created.hosts());
    assertThat(alone.booking().location()).isEqualTo(created.location()).isNotNull();
    assertThat(alone.labels()).isEmpty();
  }

  @Test
  void keepsArchivedMeetings() {
    String stored = StoredText.of("archived-meeting.json");

    assertThat(MeetingDocument.parse(stored).json()).isEqualTo(stored);
    assertThat(MeetingDocument.parse(stored).checksum())
        .isEqualTo(MeetingDocument.checksum(stored));
    String older =
        stored
            .replace("\"seats\":1,", "")
            .replaceAll("\"keyScope\":\"[^\"]*\",", "")
            .replaceAll(",\"reason\":\"[^\"]*\"", "");
    assertThat(MeetingDocument.parse(older).meeting().seats()).isNull();
    assertThat(MeetingDocument.parse(older).history()).hasSize(3);
  }

  @Test
  void keepsAnswersAndMetadata() {
    Map<UUID, Answer> answers = StoredAnswers.answers(StoredText.of("answers.json"));
    assertThat(answers.values().stream().map(Answer::toString))
        .containsExactly("About \"us\" — ünï 🦉", "1.50", "+49 30 123456", "[Red, Größe]", "true");
    assertThat(StoredAnswers.answersJson(answers)).isEqualTo(StoredText.of("answers.json"));
    assertThat(StoredAnswers.answers(StoredAnswers.answersJson(answers))).isEqualTo(answers);
    assertThat(StoredAnswers.metadataJson(StoredAnswers.metadata(StoredText.of("metadata.json"))))
        .isEqualTo(StoredText.of("metadata.json"));
  }

  /// A record that is stored is made of plain values and other records that are stored, so that
  /// those of the domain can change without touching what is stored.
  @Test
  void areMadeOfNothingOfTheDomain() throws ClassNotFoundException {
    List<Class<?>> roots =
        new ArrayList<>(OutboxKinds.ALL.stream().map(OutboxKind::payload).toList());
    roots.add(StoredSnapshot.class);
    roots.add(MeetingDocument.class);
    roots.add(Class.forName("org.meetwright.core.booking.wish.StoredWish"));
    roots.add(Class.forName("org.meetwright.core.calendar.account.StoredAccess"));
    List<String> foreign = new ArrayList<>();
    Set<Class<?>> seen = new HashSet<>();
    for (Class<?> root : roots) {
      visit(root, seen, foreign);
    }
    assertThat(foreign).isEmpty();
    assertThat(seen).hasSizeGreaterThan(roots.size());
  }

  private static void visit(Class<?> stored, Set<Class<?>> seen, List<String> foreign) {
    if (!seen.add(stored)) {
      return;
    }
    for (RecordComponent component : stored.getRecordComponents()) {
      for (Class<?> part : parts(component.getGenericType())) {
        if (part.isRecord()
            && (part.getSimpleName().startsWith("Stored")
                || seen.contains(part.getEnclosingClass()))) {
          visit(part, seen, foreign);
        } else if (!part.isPrimitive() && !part.getName().startsWith("java.")) {
          foreign.add(stored.getName() + "." + component.getName() + " is a " + part.getName());
        }
      }
    }
  }

  private static List<Class<?>> parts(Type type) {
    List<Class<?>> parts = new ArrayList<>();
    switch (type) {
      case Class<?> plain -> parts.add(plain);
      case ParameterizedType generic -> {
        parts.addAll(parts(generic.getRawType()));
        for (Type argument : generic.getActualTypeArguments()) {
          parts.addAll(parts(argument));
        }
      }
      case WildcardType wildcard -> parts.addAll(parts(wildcard.getUpperBounds()[0]));
      default -> throw new AssertionError("Not a stored type: " + type);
    }
    return parts;
  }
}
