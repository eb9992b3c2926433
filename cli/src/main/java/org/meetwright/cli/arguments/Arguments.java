package org.meetwright.cli.arguments;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.UUID;
import java.util.function.Function;
import org.meetwright.cli.imports.csv.DateOrder;
import org.meetwright.core.OutboxKinds;
import org.meetwright.core.access.Scope;
import org.meetwright.core.booking.BookingStatus;
import org.meetwright.core.calendar.remote.ProviderKind;
import org.meetwright.core.outbox.OutboxKind;
import org.meetwright.core.phone.PhoneNumber;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.core.value.Handle;
import org.meetwright.core.value.HttpUrl;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.core.value.Text;
import org.meetwright.core.value.TimeZones;
import org.meetwright.core.webhook.WebhookEvent;
import org.meetwright.core.webhook.delivery.WebhookDelivery;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads arguments into the types of the domain.
public final class Arguments {
  private Arguments() {}

  /// A person's name; one line, at most 100 characters.
  public record Name(String value) {}

  /// Whether something is to be so.
  public record YesNo(boolean yes) {
    private static YesNo parse(String text) {
      return switch (text) {
        case "yes" -> new YesNo(true);
        case "no" -> new YesNo(false);
        default ->
            throw new InvalidValueException(
                "", "must be yes or no, not " + InvalidValueException.shown(text));
      };
    }
  }

  /// Teaches a command line, its subcommands included, to read them.
  public static void register(CommandLine commandLine) {
    commandLine
        .registerConverter(EventTypeAddress.class, checked(EventTypeAddress::parseOwn))
        .registerConverter(Handle.class, checked(Handle::new))
        .registerConverter(Name.class, checked(text -> new Name(Text.line("", text, 100))))
        .registerConverter(EmailAddress.class, checked(EmailAddress::new))
        .registerConverter(
            PhoneNumber.class,
            checked(text -> PhoneNumber.typed(text).orElseGet(() -> new PhoneNumber(text))))
        .registerConverter(ZoneId.class, checked(Arguments::zone))
        .registerConverter(Integer.class, checked(Arguments::number))
        .registerConverter(int.class, checked(Arguments::number))
        .registerConverter(UUID.class, checked(text -> whole(IdPrefix.parse(text))))
        .registerConverter(IdPrefix.class, checked(IdPrefix::parse))
        .registerConverter(LocalDate.class, checked(Arguments::date))
        .registerConverter(Instant.class, checked(Arguments::instant))
        .registerConverter(BookingStatus.class, checked(BookingStatus::of))
        .registerConverter(OutboxKind.class, checked(OutboxKinds::of))
        .registerConverter(Scope.class, checked(Scope::of))
        .registerConverter(HttpUrl.class, checked(HttpUrl::of))
        .registerConverter(YesNo.class, checked(YesNo::parse))
        .registerConverter(DateOrder.class, checked(DateOrder::of))
        .registerConverter(ProviderKind.class, checked(ProviderKind::of))
        .registerConverter(WebhookEvent.class, checked(WebhookEvent::of))
        .registerConverter(WebhookDelivery.State.class, checked(WebhookDelivery.State::of));
  }

  private static UUID whole(IdPrefix id) {
    if (!id.isWhole()) {
      throw new InvalidValueException("", "must be a whole id, not its beginning " + id.digits());
    }
    return id.first();
  }

  private static ZoneId zone(String text) {
    try {
      return TimeZones.parse("", text);
    } catch (InvalidValueException wrong) {
      String meant =
          SpellingSuggestion.zone(text).map(zone -> "; did you mean " + zone + "?").orElse("");
      throw new InvalidValueException("", wrong.getMessage() + meant);
    }
  }

  private static Integer number(String text) {
    try {
      return Integer.valueOf(text);
    } catch (NumberFormatException none) {
      throw new InvalidValueException(
          "", "must be a whole number like 30, not " + InvalidValueException.shown(text));
    }
  }

  /// Returns a converter whose complaints are those of the domain.
  private static <T> ITypeConverter<T> checked(Function<String, T> parse) {
    return text -> {
      try {
        return parse.apply(text);
      } catch (InvalidValueException wrong) {
        throw new TypeConversionException(wrong.getMessage());
      }
    };
  }

  static LocalDate date(String text) {
    try {
      // Four digits keep the year where every calculation works.
      if (text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
        return LocalDate.parse(text);
      }
    } catch (DateTimeException noSuchDate) {
      // Said below.
    }
    throw new InvalidValueException(
        "", "must be a date like 2026-03-09, not " + InvalidValueException.shown(text));
  }

  private static Instant instant(String text) {
    try {
      if (text.matches("[0-9]{4}-.*")) {
        return OffsetDateTime.parse(text).toInstant();
      }
    } catch (DateTimeException noSuchTime) {
      // Said below.
    }
    throw new InvalidValueException(
        "",
        "must be a time with its offset like 2026-03-09T13:00:00Z, as slots prints it, not "
            + InvalidValueException.shown(text));
  }
}
