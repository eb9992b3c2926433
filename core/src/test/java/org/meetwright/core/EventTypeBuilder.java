package org.meetwright.core;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.meetwright.core.eventtype.Assignment;
import org.meetwright.core.eventtype.Attendance;
import org.meetwright.core.eventtype.Correspondence;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.eventtype.Listing;
import org.meetwright.core.eventtype.Location;
import org.meetwright.core.eventtype.rule.BookingWindow;
import org.meetwright.core.eventtype.rule.Bounds;
import org.meetwright.core.eventtype.rule.Policies;
import org.meetwright.core.eventtype.rule.Timing;
import org.meetwright.core.eventtype.text.OwnTexts;
import org.meetwright.core.question.Question;
import org.meetwright.core.value.Ids;

/// Builds event types for tests: 30 minutes, everything else by default, unlimited booking window.
public final class EventTypeBuilder {
  private final UUID hostId;
  private UUID id = Ids.next();
  private String slug = "intro";
  private String name = "Intro call";
  private String description = "";
  private String color = Listing.DEFAULT_COLOR;
  private boolean hidden;
  private int duration = 30;
  private List<Integer> lengths = List.of();
  private Integer step;
  private int before;
  private int after;
  private int notice;
  private BookingWindow window = new BookingWindow.Unlimited();
  private Integer perDay;
  private Integer perWeek;
  private Integer perMonth;
  private Integer perInvitee;
  private int seats = 1;
  private Assignment assignment = new Assignment.OneHost();
  private boolean approval;
  private boolean active = true;
  private List<Location> locations = List.of();
  private UUID schedule;
  private List<Question> questions = List.of();
  private List<Integer> reminders = List.of();
  private Policies policies = Policies.FREE;
  private Integer followUp;
  private URI redirect;
  private OwnTexts texts = OwnTexts.NONE;

  public EventTypeBuilder(UUID hostId) {
    this.hostId = hostId;
  }

  /// Sets the id of the next one that is built.
  public EventTypeBuilder id(UUID newId) {
    id = newId;
    return this;
  }

  public EventTypeBuilder slug(String newSlug) {
    slug = newSlug;
    return this;
  }

  public EventTypeBuilder name(String newName) {
    name = newName;
    return this;
  }

  public EventTypeBuilder description(String newDescription) {
    description = newDescription;
    return this;
  }

  public EventTypeBuilder color(String newColor) {
    color = newColor;
    return this;
  }

  public EventTypeBuilder hidden() {
    hidden = true;
    return this;
  }

  public EventTypeBuilder duration(int minutes) {
    duration = minutes;
    return this;
  }

  public EventTypeBuilder step(Integer minutes) {
    step = minutes;
    return this;
  }

  public EventTypeBuilder buffers(int minutesBefore, int minutesAfter) {
    before = minutesBefore;
    after = minutesAfter;
    return this;
  }

  public EventTypeBuilder notice(int minutes) {
    notice = minutes;
    return this;
  }

  public EventTypeBuilder window(BookingWindow newWindow) {
    window = newWindow;
    return this;
  }

  public EventTypeBuilder limits(Integer mostPerDay, Integer mostPerWeek) {
    perDay = mostPerDay;
    perWeek = mostPerWeek;
    return this;
  }

  public EventTypeBuilder mostPerMonth(Integer most) {
    perMonth = most;
    return this;
  }

  public EventTypeBuilder mostPerInvitee(Integer most) {
    perInvitee = most;
    return this;
  }

  public EventTypeBuilder lengths(Integer... minutes) {
    lengths = List.of(minutes);
    return this;
  }

  public EventTypeBuilder seats(int number) {
    seats = number;
    return this;
  }

  public EventTypeBuilder assignment(Assignment newAssignment) {
    assignment = newAssignment;
    return this;
  }

  public EventTypeBuilder approval() {
    approval = true;
    return this;
  }

  public EventTypeBuilder inactive() {
    active = false;
    return this;
  }

  public EventTypeBuilder schedule(UUID scheduleId) {
    schedule = scheduleId;
    return this;
  }

  public EventTypeBuilder location(Location... newLocation) {
    locations = Stream.of(newLocation).filter(Objects::nonNull).toList();
    return this;
  }

  public EventTypeBuilder questions(Question... asked) {
    return questions(List.of(asked));
  }

  public EventTypeBuilder questions(List<Question> asked) {
    questions = asked;
    return this;
  }

  public EventTypeBuilder reminders(Integer... minutesBefore) {
    reminders = List.of(minutesBefore);
    return this;
  }

  public EventTypeBuilder policies(Policies newPolicies) {
    policies = newPolicies;
    return this;
  }

  public EventTypeBuilder followUp(Integer minutesAfter) {
    followUp = minutesAfter;
    return this;
  }

  public EventTypeBuilder redirect(URI url) {
    redirect = url;
    return this;
  }

  public EventTypeBuilder texts(OwnTexts own) {
    texts = own;
    return this;
  }

  public EventType build() {
    UUID built = id;
    id = Ids.next();
    return new EventType(
        built,
        hostId,
        new Listing(slug, name, description, color, hidden, active),
        new Timing(duration, lengths, step, before, after),
        new Bounds(notice, window, perDay, perWeek, perMonth, perInvitee),
        new Attendance(assignment, schedule, seats, locations),
        new Correspondence(questions, reminders, followUp, redirect, texts),
        approval ? TestPolicies.withApproval(policies, true) : policies);
  }
}
