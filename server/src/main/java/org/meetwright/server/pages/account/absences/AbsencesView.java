package org.meetwright.server.pages.account.absences;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.meetwright.server.pages.account.changes.ChangesView;
import org.meetwright.server.pages.account.changes.ChangesView.Outside;
import org.meetwright.server.pages.account.request.AccountFrame;

/// The page of a host's absences, or of one of them.
///
/// Wide: the template reads each of them by its name.
///
/// @param one whether one is changed, rather than all listed
/// @param action where the form goes
/// @param rows those that are not over
/// @param past those that are over, the latest first
/// @param errors what is wrong, by field
/// @param changes what would change; null if that is not asked
/// @param standing bookings that stand in the absence that was just saved
public record AbsencesView(
    AccountFrame frame,
    boolean one,
    String action,
    List<Row> rows,
    List<Row> past,
    AbsenceForm form,
    Map<String, String> errors,
    @Nullable ChangesView changes,
    List<Outside> standing) {

  /// An absence.
  public record Row(String id, String when, String note, String href) {}

  /// Returns what is wrong with a field; null if nothing is.
  public @Nullable String error(String field) {
    return errors.get(field);
  }
}
