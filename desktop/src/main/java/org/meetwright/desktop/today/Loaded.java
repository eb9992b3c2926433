package org.meetwright.desktop.today;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.desktop.meeting.Meeting;
import org.meetwright.desktop.meeting.Questions;
import org.meetwright.desktop.meeting.Status;
import org.meetwright.server.api.model.booking.BookingsQuery;
import org.meetwright.server.api.model.news.ApiHostProblem;
import org.meetwright.server.client.ApiClient;

/// What the server tells of the day.
///
/// @param coming the meetings from today on that take place or may, the first 100 by start
/// @param requests what waits for an answer, the first 100 by start
record Loaded(List<Meeting> coming, List<Meeting> requests, List<ApiHostProblem> problems) {
  private static final int MOST = 100;

  static Loaded from(ApiClient client, LocalDate today, Instant now) {
    Map<UUID, String> questions = Questions.labels(client);
    return new Loaded(
        bookings(client, questions, today.toString(), null).stream()
            .filter(
                meeting ->
                    meeting.status() == Status.CONFIRMED || meeting.status() == Status.PENDING)
            .toList(),
        bookings(client, questions, now.toString(), Status.PENDING.word()),
        client.account().listProblems());
  }

  private static List<Meeting> bookings(
      ApiClient client, Map<UUID, String> questions, String from, @Nullable String status) {
    return client
        .bookings()
        .listBookings(new BookingsQuery(from, null, status, null, null, MOST, null))
        .bookings()
        .stream()
        .map(booking -> Meeting.of(booking, questions))
        .toList();
  }
}
