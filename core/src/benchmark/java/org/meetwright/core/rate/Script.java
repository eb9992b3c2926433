package org.meetwright.core.rate;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.rate.Call.Kind;
import org.meetwright.core.rate.Call.Parameter;
import org.meetwright.core.value.Ids;

/// What one booking sends to the database, as a pattern for others. It is learnt from two real
/// bookings: what is the same in both is constant; what differs is an id, an instant, an address or
/// a hash, and follows from the wish. Anything else that differs is refused.
///
/// @param freshIds how many ids a booking makes
record Script(List<Step> steps, int freshIds) {
  private static final Pattern VARYING =
      Pattern.compile(
          "(?<id>[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})"
              + "|(?<instant>\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?Z)"
              + "|(?<email>invitee\\d+@example\\.org)"
              + "|(?<hash>\\b[0-9a-f]{64}\\b)");

  /// One call.
  record Step(Kind kind, String sql, List<Recipe> recipes) {}

  /// How to make one parameter.
  sealed interface Recipe {
    /// The same always.
    record Constant(Parameter parameter) implements Recipe {}

    /// One value.
    record Of(Part part) implements Recipe {}

    /// A text.
    record Text(List<Part> parts) implements Recipe {}
  }

  /// A part of a text, or a parameter of its own.
  sealed interface Part {
    record Literal(String text) implements Part {}

    record Known(int index) implements Part {}

    record Fresh(int index) implements Part {}

    record FromStart(Duration offset) implements Part {}

    record FromNow(Duration offset) implements Part {}

    record Email() implements Part {}

    record Hash() implements Part {}
  }

  /// Learns it.
  ///
  /// @throws IllegalStateException if the two differ in a way that does not follow from the wishes
  static Script learn(List<Call> calls, Wish wish, List<Call> otherCalls, Wish otherWish) {
    Sameness.check("another booking", calls, otherCalls);
    Learner one = new Learner(wish);
    Learner other = new Learner(otherWish);
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < calls.size(); i++) {
      Call call = calls.get(i);
      List<Recipe> recipes = new ArrayList<>();
      for (int j = 0; j < call.parameters().size(); j++) {
        Recipe recipe = one.recipe(call.parameters().get(j));
        Recipe same = other.recipe(otherCalls.get(i).parameters().get(j));
        if (!recipe.equals(same)) {
          throw new IllegalStateException(
              "Parameter " + (j + 1) + " of " + call.text() + ": " + recipe + " and " + same);
        }
        recipes.add(recipe);
      }
      steps.add(new Step(call.kind(), call.sql(), List.copyOf(recipes)));
    }
    return new Script(List.copyOf(steps), one.fresh.size());
  }

  /// Makes the ids of one booking.
  UUID[] ids() {
    UUID[] ids = new UUID[freshIds];
    for (int i = 0; i < freshIds; i++) {
      ids[i] = Ids.next();
    }
    return ids;
  }

  /// Makes a parameter that is no constant.
  static Object value(Recipe recipe, Wish wish, UUID[] fresh) {
    return switch (recipe) {
      case Recipe.Constant constant -> throw new IllegalStateException("Constant: " + constant);
      case Recipe.Of(var part) -> {
        Object value = value(part, wish, fresh);
        yield value instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : value;
      }
      case Recipe.Text(var parts) -> {
        StringBuilder text = new StringBuilder();
        parts.forEach(part -> text.append(value(part, wish, fresh)));
        yield text.toString();
      }
    };
  }

  private static Object value(Part part, Wish wish, UUID[] fresh) {
    return switch (part) {
      case Part.Literal(var text) -> text;
      case Part.Known(var index) -> wish.known().get(index);
      case Part.Fresh(var index) -> fresh[index];
      case Part.FromStart(var offset) -> wish.start().plus(offset);
      case Part.FromNow(var offset) -> wish.now().plus(offset);
      case Part.Email() -> wish.email();
      case Part.Hash() -> String.format(Locale.ROOT, "%064x", wish.number());
    };
  }

  /// Reads the parameters of one booking.
  private static final class Learner {
    private static final UUID NO_ID = new UUID(0, 0);

    private final Wish wish;
    private final List<UUID> fresh = new ArrayList<>();

    Learner(Wish wish) {
      this.wish = wish;
    }

    Recipe recipe(Parameter parameter) {
      return switch (parameter.value()) {
        case UUID id when id.equals(NO_ID) -> new Recipe.Constant(parameter);
        case UUID id -> new Recipe.Of(id(id));
        case OffsetDateTime time -> new Recipe.Of(time(time.toInstant()));
        case String text -> text(text, parameter);
        case null, default -> new Recipe.Constant(parameter);
      };
    }

    private Part id(UUID id) {
      if (wish.known().contains(id)) {
        return new Part.Known(wish.known().indexOf(id));
      }
      if (!fresh.contains(id)) {
        fresh.add(id);
      }
      return new Part.Fresh(fresh.indexOf(id));
    }

    /// An instant is counted from the nearer one; the wishes that are learnt from have now and
    /// start far apart.
    private Part time(Instant time) {
      Duration fromStart = Duration.between(wish.start(), time);
      Duration fromNow = Duration.between(wish.now(), time);
      return fromStart.abs().compareTo(fromNow.abs()) < 0
          ? new Part.FromStart(fromStart)
          : new Part.FromNow(fromNow);
    }

    private Recipe text(String text, Parameter parameter) {
      List<Part> parts = new ArrayList<>();
      Matcher varying = VARYING.matcher(text);
      int end = 0;
      while (varying.find()) {
        if (varying.start() > end) {
          parts.add(new Part.Literal(text.substring(end, varying.start())));
        }
        parts.add(part(varying));
        end = varying.end();
      }
      if (parts.isEmpty()) {
        return new Recipe.Constant(parameter);
      }
      if (end < text.length()) {
        parts.add(new Part.Literal(text.substring(end)));
      }
      return new Recipe.Text(List.copyOf(parts));
    }

    private Part part(Matcher varying) {
      @Nullable String id = varying.group("id");
      @Nullable String instant = varying.group("instant");
      if (id != null) {
        return id(UUID.fromString(id));
      }
      if (instant != null) {
        return time(Instant.parse(instant));
      }
      return varying.group("email") == null ? new Part.Hash() : new Part.Email();
    }
  }
}
