package org.meetwright.cli.imports.calendly;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.meetwright.cli.imports.reading.FittingWords;
import org.meetwright.cli.imports.reading.Gathering;
import org.meetwright.cli.imports.reading.Places;
import org.meetwright.cli.imports.reading.Shape;
import org.meetwright.core.eventtype.Assignment;
import org.meetwright.core.eventtype.Attendance;
import org.meetwright.core.eventtype.Correspondence;
import org.meetwright.core.eventtype.Listing;
import org.meetwright.core.eventtype.Location;
import org.meetwright.core.eventtype.rule.Bounds;
import org.meetwright.core.eventtype.rule.Policies;
import org.meetwright.core.eventtype.rule.Timing;
import org.meetwright.core.imports.ImportReport.ItemKind;
import org.meetwright.core.imports.ImportedEventType;
import org.meetwright.core.imports.ImportedEventType.Origin;
import org.meetwright.core.imports.ImportedHost;
import org.meetwright.core.question.Question;
import org.meetwright.core.value.Ids;

/// Event types of Calendly. Their buffers, notice, limits and booking windows are not told.
record CalendlyEventTypes(Gathering gathering, CalendlyHosts hosts, Map<String, String> names) {
  private static final int GROUP_SEATS = 10;

  CalendlyEventTypes(Gathering gathering, CalendlyHosts hosts) {
    this(gathering, hosts, new HashMap<>());
  }

  void read(Shape type) {
    String name = FittingWords.line(type.text("name"), 100);
    names.put(type.text("uri"), name);
    if (type.textOrNull("deleted_at") != null) {
      gathering.leftOut(ItemKind.EVENT_TYPE, name, "was deleted at Calendly");
    } else if (type.textOrNull("pooling_type") != null) {
      gathering.leftOut(
          ItemKind.EVENT_TYPE,
          name,
          "is met by a team ("
              + type.text("pooling_type")
              + "); make the team, then the event type: meetwright team add, meetwright event-type"
              + " add");
    } else {
      gathering.attempt(ItemKind.EVENT_TYPE, name, () -> gathering.add(eventType(type, name)));
    }
  }

  private ImportedEventType eventType(Shape type, String name) {
    String hostKey =
        hosts.key(type.object("profile").map(profile -> profile.textOrNull("owner")).orElse(null));
    String slug = type.textOr("slug", name);
    boolean group = type.textOr("kind", "solo").equals("group");
    gathering.differs(
        ItemKind.EVENT_TYPE,
        name,
        "Calendly does not tell buffers, minimum notice, limits and booking window"
            + (group ? ", nor how many can come (" + GROUP_SEATS + " here)" : "")
            + "; set them: meetwright event-type edit");
    return new ImportedEventType(
        new Origin(type.text("uri"), hostKey, null, path(type, hostKey, slug)),
        new Listing(
            FittingWords.slug(slug),
            name,
            FittingWords.lines(type.textOr("description_plain", ""), 5000),
            FittingWords.color(type.textOrNull("color")),
            type.flag("secret"),
            type.flag("active")),
        Timing.ofMinutes(type.number("duration")),
        Bounds.USUAL,
        new Attendance(
            new Assignment.OneHost(),
            null,
            group ? GROUP_SEATS : 1,
            group ? locations(type, name).stream().limit(1).toList() : locations(type, name)),
        new Correspondence(questions(type, name), Correspondence.DEFAULT_REMINDERS),
        Policies.FREE);
  }

  private String path(Shape type, String hostKey, String slug) {
    ImportedHost host = hosts.find(hostKey);
    String page = host == null || host.path() == null ? "" : host.path() + "/";
    return CalendlyHosts.path(type).orElse(page + slug);
  }

  private List<Location> locations(Shape type, String name) {
    List<Location> locations = new ArrayList<>();
    for (Shape place : type.list("locations")) {
      location(place, name).filter(one -> !locations.contains(one)).ifPresent(locations::add);
    }
    return locations;
  }

  private Optional<Location> location(Shape place, String name) {
    String text = place.textOrNull("location");
    return switch (place.text("kind")) {
      case "physical" -> Optional.of(Places.offered(Location.LocationKind.IN_PERSON, text));
      case "ask_invitee" -> Optional.of(Places.offered(Location.LocationKind.IN_PERSON, ""));
      case "outbound_call" -> Optional.of(Places.offered(Location.LocationKind.PHONE, ""));
      case "inbound_call" ->
          Optional.of(
              Places.offered(Location.LocationKind.PHONE, place.textOrNull("phone_number")));
      case "custom" -> Optional.ofNullable(Places.booked(text));
      default -> {
        gathering.differs(
            ItemKind.EVENT_TYPE,
            name,
            "its location "
                + place.text("kind")
                + " cannot be offered here; give a link or generated_link instead: meetwright"
                + " event-type edit");
        yield Optional.empty();
      }
    };
  }

  private List<Question> questions(Shape type, String name) {
    List<Question> questions = new ArrayList<>();
    for (Shape asked :
        type.list("custom_questions").stream()
            .sorted(Comparator.comparingInt(one -> one.numberOr("position", 0)))
            .toList()) {
      if (!asked.has("enabled") || asked.flag("enabled")) {
        gathering.attempt(
            ItemKind.QUESTION,
            name + ": " + asked.text("name"),
            () -> questions.add(question(asked, name)));
      }
    }
    return questions;
  }

  private Question question(Shape asked, String name) {
    String label = FittingWords.line(asked.text("name"), 200);
    if (asked.flag("include_other")) {
      gathering.differs(
          ItemKind.QUESTION, name + ": " + label, "here, invitees can choose no other answer");
    }
    Question.AnswerKind kind =
        switch (asked.text("type")) {
          case "string" -> Question.AnswerKind.TEXT;
          case "text" -> Question.AnswerKind.LONG_TEXT;
          case "phone_number" -> Question.AnswerKind.PHONE;
          case "single_select" -> Question.AnswerKind.ONE_OF;
          case "multi_select" -> Question.AnswerKind.MANY_OF;
          default ->
              throw asked.wrong(
                  "type", "string, text, phone_number, single_select or multi_select");
        };
    List<String> options =
        kind.hasOptions()
            ? asked.list("answer_choices").stream()
                .map(choice -> FittingWords.line(choice.text(), 200))
                .distinct()
                .toList()
            : List.of();
    return new Question(Ids.next(), label, kind, asked.flag("required"), options);
  }
}
