package org.meetwright.server.pages.booking;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.question.Question;
import org.meetwright.server.pages.form.BookingForm;
import org.meetwright.server.pages.frame.ChallengeView;
import org.meetwright.server.pages.frame.Shell;
import org.meetwright.server.pages.host.EventInfo;
import org.meetwright.server.pages.picker.NamedLink;
import org.meetwright.server.pages.picker.OtherTime;

/// The page on which an invitee gives name and address.
///
/// Wide: the template reads each of them by its name.
///
/// @param places of which one is chosen; empty if there is nothing to choose or to say
/// @param action where the form goes
/// @param link the token of the booking link that he came with; null if he has none
/// @param start the chosen time
/// @param seats how many seats are left, in words; null unless invitees share the meeting
/// @param zoneId the zone that times are in, as it is sent
/// @param zone the same, as it is read
/// @param back where another time is chosen
/// @param errors what is wrong, as keys of texts, by field
/// @param challenge what has to be solved to book; null if nothing has
/// @param others times that are free instead; empty if the chosen one still is
/// @param booked where the booking is that this browser has made of this time; null if it made none
public record DetailsPageView(
    Shell shell,
    EventInfo event,
    BookingForm form,
    List<Question> questions,
    List<PlaceField> places,
    String action,
    @Nullable String link,
    String start,
    String date,
    String times,
    @Nullable String seats,
    String zoneId,
    String zone,
    String back,
    Map<String, String> errors,
    @Nullable ChallengeView challenge,
    List<OtherTime> others,
    @Nullable String notice,
    @Nullable String booked) {

  /// Returns what is wrong with a field; null if nothing is.
  public @Nullable String error(String field) {
    String key = errors.get(field);
    return key == null ? null : shell.texts().get(key);
  }

  /// Returns what can be done about what is wrong: to go to the fields, and to the booking that was
  /// made before.
  public List<NamedLink> ways() {
    List<NamedLink> ways = new ArrayList<>();
    errors.forEach(
        (field, key) -> ways.add(NamedLink.toField(field, label(field), shell.texts().get(key))));
    if (booked != null) {
      ways.add(new NamedLink(shell.texts().get("notice.booked.way"), booked));
    }
    return ways;
  }

  private String label(String field) {
    return questions.stream()
        .filter(question -> field(question).equals(field))
        .map(Question::label)
        .findFirst()
        .orElseGet(() -> shell.texts().get("details." + field));
  }

  /// Returns the name of a question's field.
  public String field(Question question) {
    return BookingForm.field(question.id());
  }

  /// Returns what was answered; empty if nothing was.
  public String answer(Question question) {
    return form.answer(question.id());
  }

  /// Returns whether an option was chosen.
  public boolean chosen(Question question, String option) {
    return form.answers(question.id()).contains(option);
  }
}
