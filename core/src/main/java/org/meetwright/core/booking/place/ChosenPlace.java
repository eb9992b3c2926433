package org.meetwright.core.booking.place;

import java.text.Normalizer;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.eventtype.Location;
import org.meetwright.core.phone.Countries;
import org.meetwright.core.phone.PhoneNumber;
import org.meetwright.core.value.InvalidValueException;

/// The place of a meeting that is to be booked.
///
/// @param location as the event type offers it; null if invitees learn it some other way
/// @param given the telephone number or the address that the invitee gives; empty if it takes none
public record ChosenPlace(@Nullable Location location, String given) {

  /// Returns the place that an invitee means.
  ///
  /// @param offered the places of the event type
  /// @param choice null for the first of them
  /// @param zone of the invitee, which tells in what country a telephone number is meant
  /// @throws InvalidValueException (field `location`, `location.kind` or `location.value`) if it is
  ///   not offered, or the invitee has to say more
  public static ChosenPlace of(List<Location> offered, @Nullable PlaceChoice choice, ZoneId zone) {
    if (offered.isEmpty()) {
      if (choice != null) {
        throw new InvalidValueException(
            "location", "must be left out: the event type offers no places to choose from");
      }
      return new ChosenPlace(null, "");
    }
    return choice == null ? at(offered.getFirst(), "", zone) : chosen(offered, choice, zone);
  }

  private static ChosenPlace chosen(List<Location> offered, PlaceChoice choice, ZoneId zone) {
    List<Location> ofKind =
        offered.stream().filter(location -> location.kind() == choice.kind()).toList();
    if (ofKind.isEmpty()) {
      throw new InvalidValueException(
          "location.kind",
          "must be one that is offered ("
              + offered.stream()
                  .map(location -> location.kind().wordInList())
                  .distinct()
                  .collect(Collectors.joining(", "))
              + "), not "
              + choice.kind().wordInList());
    }
    Optional<Location> named =
        ofKind.stream()
            .filter(location -> location.inPublic().value().equals(choice.value()))
            .findFirst();
    Optional<Location> given = ofKind.stream().filter(Location::isGivenByInvitee).findFirst();
    if (named.isPresent() || given.isPresent()) {
      return at(named.or(() -> given).orElseThrow(), choice.value(), zone);
    }
    if (!choice.value().isEmpty()) {
      throw new InvalidValueException(
          "location.value",
          "must be one that is offered, or be left out, not "
              + InvalidValueException.shown(choice.value()));
    }
    return at(ofKind.getFirst(), "", zone);
  }

  private static ChosenPlace at(Location location, String typed, ZoneId zone) {
    if (!location.isGivenByInvitee()) {
      return new ChosenPlace(location, "");
    }
    return new ChosenPlace(
        location,
        location.kind() == Location.LocationKind.PHONE ? phone(typed, zone) : address(typed));
  }

  private static String phone(String typed, ZoneId zone) {
    return PhoneNumber.written(typed, Countries.of(zone).orElse(null))
        .orElseThrow(
            () ->
                new InvalidValueException(
                    "location.value",
                    "must be the telephone number at which the host calls, like +49 30 123456, not "
                        + InvalidValueException.shown(typed)));
  }

  /// It stands in mail to others: a stranger sends nobody a link with it.
  private static String address(String typed) {
    String plain = Normalizer.normalize(typed, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    if (typed.isEmpty() || plain.contains("://") || plain.contains("www.")) {
      throw new InvalidValueException(
          "location.value",
          "must be the address to which the host comes, without a web address, not "
              + InvalidValueException.shown(typed));
    }
    return typed;
  }
}
