package org.meetwright.desktop.bookings;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.meetwright.desktop.meeting.Questions;
import org.meetwright.desktop.session.Session;
import org.meetwright.desktop.task.Refresh;
import org.meetwright.desktop.task.Task;
import org.meetwright.desktop.task.Trouble;
import org.meetwright.desktop.text.Words;
import org.meetwright.server.api.model.booking.BookingsQuery;

/// The state of the list of bookings. The server is asked for a page when the list comes near its
/// end.
public final class BookingsViewModel {
  private static final int PAGE = 100;
  private static final int NEAR = 40;
  private static final int LARGEST_PAGE = 200;

  private final Session session;
  private final Refresh<LoadedRows> refresh;
  private final Details details;
  private final ObservableList<Row> rows = FXCollections.observableArrayList();
  private final ObservableList<Row> rowsShown = FXCollections.unmodifiableObservableList(rows);
  private final Map<UUID, String> questions = new HashMap<>();
  private final StringProperty text = new SimpleStringProperty("");
  private final ObjectProperty<Filter.Span> span = new SimpleObjectProperty<>(Filter.Span.COMING);
  private final StringProperty status = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<@Nullable Trouble> trouble = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
  private @Nullable String cursor;
  private boolean paging;

  /// The row that came into view last: it may have done so while nothing could be asked for.
  private int reached;

  private Runnable unlisten = () -> {};

  /// What a page becomes.
  ///
  /// @param nextCursor where the next page begins; null if this is the last one
  /// @param questions what the questions of event types are called
  private record LoadedRows(
      List<Row> rows, @Nullable String nextCursor, Map<UUID, String> questions) {}

  /// Creates it.
  public BookingsViewModel(Session session) {
    this.session = session;
    this.refresh =
        new Refresh<>(
            session.work(), words().get("bookings.loading"), this::task, this::show, trouble::set);
    this.details = new Details(session, questions, refresh::ask);
    span.addListener(any -> refresh.ask());
    status.addListener(any -> refresh.ask());
    text.addListener(any -> refresh.ask());
  }

  /// Loads, and keeps itself right from now on.
  public void shown() {
    unlisten.run();
    unlisten =
        session.whenever(
            type -> type.startsWith("booking."),
            () -> {
              refresh.ask();
              details.refresh();
            });
    refresh.ask();
  }

  /// Asks for nothing from now on.
  public void hidden() {
    unlisten.run();
    unlisten = () -> {};
  }

  /// Returns the words to show.
  public Words words() {
    return session.words();
  }

  /// Returns the booking that is looked at.
  public Details details() {
    return details;
  }

  /// Returns what has been loaded, by start.
  public ObservableList<Row> rows() {
    return rowsShown;
  }

  /// Returns what the invitee's name or address contains.
  public StringProperty textProperty() {
    return text;
  }

  /// Returns from when to when.
  ObjectProperty<Filter.Span> spanProperty() {
    return span;
  }

  /// Returns which status; empty for all.
  public StringProperty statusProperty() {
    return status;
  }

  /// Returns why the list could not load; null if it could.
  public ReadOnlyObjectProperty<@Nullable Trouble> troubleProperty() {
    return trouble.getReadOnlyProperty();
  }

  /// Returns whether anything has been loaded.
  public ReadOnlyBooleanProperty loadedProperty() {
    return loaded.getReadOnlyProperty();
  }

  /// Hears that a row is in view; near the end the next page is loaded.
  public void reached(int row) {
    reached = row;
    moreIfNear();
  }

  private void moreIfNear() {
    if (reached >= rows.size() - NEAR) {
      more();
    }
  }

  private void more() {
    String from = cursor;
    if (paging || from == null || refresh.runningProperty().get()) {
      return;
    }
    paging = true;
    BookingsQuery query = filter().query(session.today());
    Map<UUID, String> labels = Map.copyOf(questions);
    LocalDate above = words().date(rows.getLast().meeting().start());
    var _ =
        session
            .work()
            .run(
                "",
                job -> {
                  BookingsPage page =
                      BookingsPage.from(session.client(), query, LARGEST_PAGE, from);
                  return new LoadedRows(
                      page.rows(labels, words(), above), page.nextCursor(), labels);
                },
                loaded -> {
                  paging = false;
                  if (from.equals(cursor)) {
                    cursor = loaded.nextCursor();
                    rows.addAll(loaded.rows());
                  }
                },
                why -> {
                  paging = false;
                  trouble.set(why);
                });
  }

  private Filter filter() {
    return new Filter(text.get(), span.get(), status.get(), "");
  }

  /// Reads as many as are shown anew, so that the list keeps its place; but not more than a page of
  /// the server's, from which on more are loaded as they come into view.
  private Task<LoadedRows> task() {
    BookingsQuery query = filter().query(session.today());
    int size = Math.clamp(rows.size(), PAGE, LARGEST_PAGE);
    return job -> {
      Map<UUID, String> labels = Questions.labels(session.client());
      BookingsPage page = BookingsPage.from(session.client(), query, size, null);
      return new LoadedRows(page.rows(labels, words(), null), page.nextCursor(), labels);
    };
  }

  private void show(LoadedRows page) {
    trouble.set(null);
    questions.putAll(page.questions());
    List<Row> fresh = page.rows();
    // What is further down stays if what is above has not changed.
    boolean same = rows.size() >= fresh.size() && rows.subList(0, fresh.size()).equals(fresh);
    if (!same || page.nextCursor() == null) {
      cursor = page.nextCursor();
      if (!rows.equals(fresh)) {
        reached = 0;
        rows.setAll(fresh);
      }
    }
    loaded.set(true);
    moreIfNear();
  }
}
